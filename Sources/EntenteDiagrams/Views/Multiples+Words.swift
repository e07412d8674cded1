import EntenteCore

/// What panels of several dates show: what changed most from one to the next, and over all of them.
struct PanelFindings {
  private struct Key: Hashable {
    var source: Int
    var target: Int
    var sign: Sign
  }

  private let scenes: [Scene]
  /// The intensity of every strand, by panel.
  private let values: [[Key: Double]]
  private let keys: [Key]
  private let names: [String]
  private let places: Int
  private let minimum: Double
  /// Sentences in a language other than English.
  private let plain: PlainSentences?
  private let words: Words

  init(_ panels: [DrawingBuilder], _ union: Scene, _ options: DiagramOptions) {
    let words = Words.of(options.language)
    let places = panels[0].places
    names = union.members.map(\.name)
    self.places = places
    self.words = words
    minimum = options.minimum
    plain =
      words.isEnglish
      ? nil : PlainSentences(words: words, names: union.members.map(\.name), places: places)
    scenes = panels.map(\.scene)
    let values = scenes.map { scene in
      var result: [Key: Double] = [:]
      for strand in scene.strands {
        result[Key(source: strand.source, target: strand.target, sign: strand.sign)] = strand.now
        guard strand.isMutual else { continue }
        result[Key(source: strand.target, target: strand.source, sign: strand.sign)] = strand.now
      }
      return result
    }
    self.values = values
    keys = Set(values.flatMap(\.keys)).sorted {
      ($0.source, $0.target, $0.sign) < ($1.source, $1.target, $1.sign)
    }
  }

  /// What changed most since the panel before; of the first, what is strongest.
  var steps: [String] {
    values.indices.map { panel in
      let before = panel > 0 ? values[panel - 1] : nil
      func change(_ key: Key) -> Double {
        abs((values[panel][key] ?? 0) - (before?[key] ?? 0))
      }
      // Of equal ones the first.
      let largest = keys.reversed().max { change($0) < change($1) }
      guard let largest, change(largest) >= minimum else {
        return before == nil
          ? (words.isEnglish ? "no ties" : words.noTies)
          : (words.isEnglish ? "no change" : words.unchangedTie)
      }
      return headline(largest, before.map { $0[largest] ?? 0 }, values[panel][largest] ?? 0)
    }
  }

  /// The tie that moved farthest over all panels, and how; nil where nothing moved.
  var whole: String? {
    func course(_ key: Key) -> [Double] { values.map { $0[key] ?? 0 } }
    func range(_ key: Key) -> Double {
      let course = course(key)
      return (course.max() ?? 0) - (course.min() ?? 0)
    }
    guard let key = keys.reversed().max(by: { range($0) < range($1) }), range(key) >= minimum
    else { return nil }
    let course = course(key)
    let (first, last) = (course[0], course[course.count - 1])
    let (high, low) = (course.max() ?? 0, course.min() ?? 0)
    // A way there and back is told where each part of it is worth a word.
    let little = max(minimum, range(key) / 5)
    if high - first > little, high - last > little { return turned(key, [first, high, last]) }
    if first - low > little, last - low > little { return turned(key, [first, low, last]) }
    return headline(key, first, last)
  }

  private func headline(_ key: Key, _ before: Double?, _ now: Double) -> String {
    let strand = strand(key, before, now)
    return plain?.headline(strand) ?? Caption.headline(strand, names, places)
  }

  /// There and back.
  private func turned(_ key: Key, _ course: [Double]) -> String {
    let strand = strand(key, course[0], course[2])
    let numbers = course.map { words.decimal($0, places: places) }
    guard words.isEnglish else {
      let ends = words.ends(
        names[key.source], names[key.target], isMutual: strand.isMutual)
      let way = words.change(words.change(numbers[0], numbers[1]), numbers[2])
      return "\(ends)\(words.colon) \(words.list([words.noun[key.sign], way]))"
    }
    let (there, back) = course[1] > course[0] ? ("rose", "fell") : ("fell", "rose")
    return "\(Caption.ends(strand, names)): \(Caption.word(key.sign)) \(there) from \(numbers[0]) "
      + "to \(numbers[1]), then \(back) to \(numbers[2])"
  }

  private func strand(_ key: Key, _ before: Double?, _ now: Double) -> Scene.Strand {
    let change: Scene.Change =
      switch before {
      case nil: .none
      case let was? where was < minimum: .born
      case _? where now < minimum: .gone
      case let was?: now > was ? .grew : now < was ? .shrank : .steady
      }
    // Where the way back goes the same course, one headline speaks of both.
    let back = Key(source: key.target, target: key.source, sign: key.sign)
    let isMutual = values.allSatisfy { abs(($0[key] ?? 0) - ($0[back] ?? 0)) < 1e-9 }
    return Scene.Strand(
      source: key.source, target: key.target, sign: key.sign, before: before, now: now,
      basis: .stated, claims: 0, change: change, isMutual: isMutual)
  }
}

extension Caption {
  /// The words around several panels.
  ///
  /// - Parameters:
  ///   - finding: What moved farthest over all panels; nil where nothing did.
  ///   - changes: What changed in each panel.
  init(
    multiples captions: [Caption], _ snapshots: [Snapshot], finding: String?,
    changes: [String], _ union: Scene, _ options: DiagramOptions
  ) {
    let words = Words.of(options.language)
    let evidence = snapshots[0].evidence
    let dates = snapshots.map { words.date($0.window) }
    let (first, last) = (dates[0], dates[dates.count - 1])
    let claims = Set(snapshots.flatMap { $0.contributions.map(\.claim) })
    let sources = Set(claims.map { evidence.project.claims[$0].source })
    let only = evidence.project.sources
    sourceLink = only.count == 1 ? only[0].url : nil
    let steps = zip(dates, changes).map { "\($0)\(words.colon) \($1)." }
    ties = zip(dates, captions).flatMap { date, caption in
      caption.ties.map { "\(words.mark)\(date)\(words.colon) \($0)" }
    }
    strandDescriptions = captions.flatMap(\.strandDescriptions)
    let standing: String
    if words.isEnglish {
      let whole = "\(dates.count) dates from \(first) to \(last)"
      standing = union.strands.isEmpty ? "No ties" : "No tie changes from \(first) to \(last)"
      subtitle = Self.subtitle(union, evidence, [whole], options.blocs)
      source =
        options.sourceLine
        ?? Self.sourceLine(evidence.project, claims: claims.count, sources: sources.count)
      description =
        (["Panels of \(whole): \(Numerals.count(union.members.count, "actor"))."] + steps)
        .joined(separator: " ")
    } else {
      let plain = PlainSentences(words: words, names: [], places: 1)
      let whole = words.change(first, last)
      let unchanged = union.strands.isEmpty ? words.noTies : words.unchangedTie
      standing = words.list([unchanged, whole]).capitalizedFirst
      subtitle = plain.subtitle(evidence, [whole])
      source =
        options.sourceLine
        ?? plain.sourceLine(evidence.project, claims: claims.count, sources: sources.count)
      let count = "\(words.actors.capitalizedFirst)\(words.colon) \(union.members.count)."
      description =
        (["\(words.mark)\(words.list([words.alignmentDiagram, whole])). \(count)"] + steps)
        .joined(separator: " ")
    }
    if case .text(let text) = options.title { title = text } else { title = finding ?? standing }
  }
}

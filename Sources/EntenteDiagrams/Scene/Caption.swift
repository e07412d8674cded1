import EntenteCore

/// The words around a drawing, made from its numbers.
struct Caption {
  let title: String
  let subtitle: String
  let source: String
  /// Where the only source can be read.
  var sourceLink: String?
  let description: String
  let ties: [String]
  /// For each strand what a reader is told about it.
  let strandDescriptions: [String]

  init(
    _ scene: Scene, _ evidence: Evidence, windows: [Window], claims: Int, sources: Int,
    options: DiagramOptions, places: Int
  ) {
    let project = evidence.project
    let names = scene.members.map(\.name)
    let words = Words.of(options.language)
    let dates = windows.map(words.date)
    let plain = words.isEnglish ? nil : PlainSentences(words: words, names: names, places: places)
    let sentences = scene.strands.map { strand in
      plain?.sentence(strand) ?? Self.sentence(strand, names, places) + Self.grounds(strand)
    }
    let ranked = scene.strands.indices.sorted {
      (scene.strands[$1].salience, $0) < (scene.strands[$0].salience, $1)
    }
    let ties = ranked.map { sentences[$0] }
    strandDescriptions = sentences
    self.ties = ties
    switch options.title {
    case .text(let text): title = text
    case .automatic, .none:
      title =
        ranked.first.map {
          plain?.headline(scene.strands[$0])
            ?? Self.headline(scene.strands[$0], names, places)
        } ?? (plain == nil ? "No ties \(Self.dated(dates))" : words.noTies)
    }
    subtitle =
      plain?.subtitle(evidence, dates)
      ?? Self.subtitle(scene, evidence, dates, options.blocs)
    sourceLink = project.sources.count == 1 ? project.sources[0].url : nil
    source =
      options.sourceLine ?? plain?.sourceLine(project, claims: claims, sources: sources)
      ?? Self.sourceLine(project, claims: claims, sources: sources)
    if let plain {
      description = plain.description(scene, dates, ties)
      return
    }
    let kind = scene.isShift ? "Shift diagram" : "Alignment diagram"
    var summary = [
      "\(kind) \(Self.dated(dates)): \(Numerals.count(scene.members.count, "actor")), "
        + "\(Numerals.count(scene.strands.count, "tie"))."
    ]
    summary += ties.prefix(8)
    if ties.count > 8 { summary.append("\(ties.count - 8) more.") }
    description = summary.joined(separator: " ")
  }

  static func dated(_ dates: [String]) -> String {
    dates.count == 2 ? "from \(dates[0]) to \(dates[1])" : "on \(dates[0])"
  }

  static func ends(_ strand: Scene.Strand, _ names: [String]) -> String {
    let arrow = strand.isMutual ? "\u{2194}" : "\u{2192}"
    let ends = [names[strand.source], names[strand.target]].map(ReadingDirection.inLineFromLeft)
    return "\(ends[0]) \(arrow) \(ends[1])"
  }

  static func word(_ sign: Sign) -> String { sign == .hostile ? "tension" : "accord" }

  static func sentence(_ strand: Scene.Strand, _ names: [String], _ places: Int) -> String {
    let ends = ends(strand, names)
    let now = Numerals.decimal(strand.now, places: places)
    guard let before = strand.before else { return "\(ends): \(word(strand.sign)) \(now)" }
    let was = Numerals.decimal(before, places: places)
    return switch strand.change {
    case .born: "\(ends): new \(word(strand.sign)) \(now)"
    case .gone: "\(ends): \(word(strand.sign)) gone, was \(was)"
    case .steady: "\(ends): \(word(strand.sign)) unchanged at \(now)"
    case .grew: "\(ends): \(word(strand.sign)) rose from \(was) to \(now)"
    case .shrank: "\(ends): \(word(strand.sign)) fell from \(was) to \(now)"
    case .none: "\(ends): \(word(strand.sign)) \(was), then \(now)"
    }
  }

  static func grounds(_ strand: Scene.Strand) -> String {
    let basis = strand.basis == .stated ? "" : ", \(strand.basis.rawValue)"
    let against = strand.isFrustrated ? ", against the blocs" : ""
    return " (\(Numerals.count(strand.claims, "claim"))\(basis)\(against))."
  }

  static func headline(
    _ strand: Scene.Strand, _ names: [String], _ places: Int
  ) -> String {
    let ends = ends(strand, names)
    let now = Numerals.decimal(strand.now, places: places)
    let word = word(strand.sign)
    guard let before = strand.before else { return "\(ends): strongest \(word), \(now)" }
    let was = Numerals.decimal(before, places: places)
    return switch strand.change {
    case .born: "\(ends): new \(word), \(now)"
    case .gone: "\(ends): \(word) gone, from \(was)"
    case .grew: "\(ends): \(word) rose from \(was) to \(now)"
    case .shrank: "\(ends): \(word) fell from \(was) to \(now)"
    case .steady, .none: "\(ends): \(word) unchanged at \(now)"
    }
  }

  static func subtitle(
    _ scene: Scene, _ evidence: Evidence, _ dates: [String], _ blocs: Blocs?
  ) -> String {
    var parts = measure(evidence)
    if let blocs { parts.append(blocs.method) }
    if let condensation = scene.condensation {
      parts.append(
        "\(condensation.actors) actors drawn as \(condensation.wording), with the sums of their ties"
      )
    }
    let time =
      scene.isShift
      ? "\(dates[0]) (pale) and \(dates[1]) (full colour)" : dates.first ?? ""
    return parts.joined(separator: ", ") + "; " + time + "."
  }

  /// What is measured, between whom and from which claims.
  static func measure(_ evidence: Evidence) -> [String] {
    let options = evidence.options
    let layers =
      options.layers.map { chosen in
        evidence.project.layers.filter { chosen.contains($0.id) }.map { $0.label.lowercased() }
          .joined(separator: " and ") + (chosen.count == 1 ? " layer" : " layers")
      } ?? (evidence.project.layers.count > 1 ? "all layers" : "")
    let scale =
      if case .sum = evidence.estimator {
        "summed scores"
      } else {
        "0\u{2013}10, \(evidence.estimator.name) estimate"
      }
    var parts = ["Tension (\u{2212}) and accord (+) \(between(options.level))", scale]
    if !layers.isEmpty { parts.append(layers) }
    if options.bases != Set(Claim.Basis.allCases) {
      let bases = Claim.Basis.allCases.filter(options.bases.contains).map(\.rawValue)
      parts.append("only \(bases.joined(separator: " and ")) claims")
    }
    if let day = options.asKnownOn {
      parts.append("as known on \(Words.english.date(Window(day)))")
    }
    return parts
  }

  static func between(_ level: Level) -> String {
    switch level {
    case .actor: "between actors"
    case .state: "between states"
    case .media: "between states and media"
    }
  }

  static func sourceLine(_ project: Project, claims: Int, sources: Int) -> String {
    let counts = "\(Numerals.count(sources, "source")), \(Numerals.count(claims, "claim"))"
    guard let first = project.sources.first else { return counts }
    let date = first.published.map { published in
      published.interval.first.flatMap { day in
        published.interval.last == day ? Words.english.date(Window(day)) : nil
      } ?? published.text
    }
    let rest = project.sources.count > 3 ? " and others" : ""
    let noun = project.sources.count > 1 ? "Sources" : "Source"
    return "\(noun): \(sourceNames(project, date: date, .english))\(rest) (\(counts))."
  }

  /// A single source in full, or the first three by publisher.
  static func sourceNames(_ project: Project, date: String?, _ words: Words) -> String {
    guard let first = project.sources.first else { return "" }
    guard project.sources.count == 1 else {
      var seen = Set<String>()
      return project.sources.prefix(3).map { $0.publisher ?? $0.author ?? $0.title }
        .filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
    let title = "\u{201C}\(first.title)\u{201D}"
    return words.list([first.author, title, first.publisher, date].compactMap { $0 })
  }
}

import EntenteCore

/// What is said about a drawing in a language other than English: the parts of ``Words`` beside each
/// other, with the numbers between them.
struct PlainSentences {
  let words: Words
  let names: [String]
  let places: Int

  /// A tie with its numbers and grounds.
  func sentence(_ strand: Scene.Strand) -> String {
    "\(ends(strand))\(words.colon) \(said(strand)) (\(grounds(strand)))."
  }

  /// The finding, as a title.
  func headline(_ strand: Scene.Strand) -> String {
    guard strand.before == nil else { return "\(ends(strand))\(words.colon) \(said(strand))" }
    let strongest = words.list([words.strongestNoun[strand.sign], number(strand.now)])
    return "\(ends(strand))\(words.colon) \(strongest)"
  }

  private func ends(_ strand: Scene.Strand) -> String {
    words.ends(names[strand.source], names[strand.target], isMutual: strand.isMutual)
  }

  private func said(_ strand: Scene.Strand) -> String {
    let (sign, now) = (strand.sign, number(strand.now))
    let noun = words.noun[sign]
    guard let before = strand.before else { return "\(noun) \(now)" }
    switch strand.change {
    case .born: return words.list([words.newNoun[sign], now])
    case .gone:
      return words.list(["\(noun) \(words.gone[sign])", words.change(number(before), "0")])
    case .steady: return words.list(["\(noun) \(words.unchanged[sign])", now])
    case .grew:
      return words.list(["\(noun) \(words.rose[sign])", words.change(number(before), now)])
    case .shrank:
      return words.list(["\(noun) \(words.fell[sign])", words.change(number(before), now)])
    case .none: return "\(noun) \(words.change(number(before), now))"
    }
  }

  private func number(_ value: Double) -> String { words.decimal(value, places: places) }

  private func grounds(_ strand: Scene.Strand) -> String {
    var parts = ["\(words.claims)\(words.colon) \(strand.claims)"]
    switch strand.basis {
    case .stated: break
    case .interpreted: parts.append(words.interpreted)
    case .implied: parts.append(words.implied)
    }
    return words.list(parts)
  }

  /// When: one date, or the earlier with the remark that it is pale, and the later.
  func time(_ dates: [String]) -> String {
    guard dates.count == 2 else { return dates.first ?? "" }
    return words.change("\(dates[0]) (\(words.pale))", dates[1])
  }

  /// What is measured and when. Filters that have no words here are told in an English sentence.
  func subtitle(_ evidence: Evidence, _ dates: [String]) -> String {
    let options = evidence.options
    let level =
      switch options.level {
      case .actor: words.betweenActors
      case .state: words.betweenStates
      case .media: words.betweenMedia
      }
    let minus = words.leftToRight("(\u{2212})")
    let plus = words.leftToRight("(+)")
    var parts = [
      "\(words.noun.hostile.capitalizedFirst) \(minus) / \(words.noun.cooperative) \(plus) \(level)"
    ]
    if case .sum = evidence.estimator {} else { parts.append(words.leftToRight("0\u{2013}10")) }
    if options.layers == nil, evidence.project.layers.count > 1 { parts.append(words.allLayers) }
    var text = words.mark + words.list(parts + [time(dates)]) + "."
    var filters: [String] = []
    if let layers = options.layers {
      let names = evidence.project.layers.filter { layers.contains($0.id) }.map(\.label)
      filters.append("layers: \(names.joined(separator: ", "))")
    }
    if options.bases != Set(Claim.Basis.allCases) {
      let bases = Claim.Basis.allCases.filter(options.bases.contains).map(\.rawValue)
      filters.append("only \(bases.joined(separator: " and ")) claims")
    }
    if let day = options.asKnownOn {
      filters.append("as known on \(Words.english.date(Window(day)))")
    }
    if !filters.isEmpty { text += " [\(filters.joined(separator: "; "))]" }
    return text
  }

  /// Where the data come from: the titles as they are, and the counts.
  func sourceLine(_ project: Project, claims: Int, sources: Int) -> String {
    let counts = words.list([
      "\(words.sources)\(words.colon) \(sources)", "\(words.claims)\(words.colon) \(claims)",
    ])
    let date = project.sources.first?.published.flatMap { published in
      published.interval.first.flatMap { day in
        published.interval.last == day ? words.date(Window(day)) : nil
      } ?? published.text
    }
    let named = Caption.sourceNames(project, date: date, words)
    guard !named.isEmpty else { return words.mark + counts }
    let rest = project.sources.count > 3 ? " \u{2026}" : ""
    return "\(words.mark)\(words.source)\(words.colon) \(named)\(rest)\(words.mark) (\(counts))."
  }

  /// The sentences for those who can't see the drawing.
  func description(
    _ scene: Scene, _ dates: [String], _ ties: [String]
  ) -> String {
    let kind = scene.isShift ? words.shiftDiagram : words.alignmentDiagram
    let dates = dates.count == 2 ? words.change(dates[0], dates[1]) : dates.first ?? ""
    let counts = words.list([
      "\(words.actors.capitalizedFirst)\(words.colon) \(scene.members.count)",
      "\(words.ties)\(words.colon) \(scene.strands.count)",
    ])
    var summary = ["\(words.mark)\(words.list([kind, dates])). \(counts)."]
    summary += ties.prefix(8)
    if ties.count > 8 { summary.append("+ \(ties.count - 8).") }
    return summary.joined(separator: " ")
  }
}

extension String {
  /// With a capital at the beginning, where the script has them and the word begins with another.
  var capitalizedFirst: String {
    guard let first else { return self }
    // Georgian has capitals that are used for whole words only.
    if let scalar = first.unicodeScalars.first, (0x10D0...0x10FF).contains(scalar.value) {
      return self
    }
    return (first == "i" ? "\u{130}" : first.uppercased()) + dropFirst()
  }
}

import EntenteCore

/// What the legend explains: only what the drawing uses.
enum Legend {
  struct Entry {
    var sample: Drawing.Sample.Kind?
    var text: String
    /// What a chart draws as its sample, around the origin, and how wide that is.
    var marks: [Chart.Mark] = []
    var marksWidth = Legend.sampleWidth

    /// How far the text stands from the beginning of the entry.
    var indent: Double {
      if !marks.isEmpty { return marksWidth + 6 }
      return sample == nil ? 0 : Legend.sampleWidth + 6
    }
  }

  static let sampleWidth = 28.0

  static func entries(
    _ scene: Scene, _ palette: Palette, _ words: Words, fullScale: Double, hasHalo: Bool,
    width: (Double) -> Double
  ) -> [Entry] {
    guard !scene.strands.isEmpty else { return [] }
    let strands = scene.strands
    var entries: [Entry] = []
    func line(
      _ strokes: [Drawing.Stroke], _ dash: Drawing.Sample.Dash = .solid, _ head: Sign? = nil
    ) -> Drawing.Sample.Kind {
      .line(strokes: strokes, dash: dash, head: head)
    }
    for sign in Sign.allCases where strands.contains(where: { $0.sign == sign }) {
      let stroke = Drawing.Stroke(width: 2.6, color: palette.color(sign), hasHead: true)
      entries.append(
        Entry(
          sample: line([stroke], .solid, sign),
          text: "\(words.noun[sign]) (\(sign == .hostile ? words.solidHead : words.hollowHead))"))
    }
    if strands.contains(where: \.isMutual) {
      entries.append(Entry(sample: nil, text: words.mutualHeads))
    }
    if strands.contains(where: { $0.isFrustrated && !$0.isMuted }) {
      entries.append(Entry(sample: .mark, text: words.againstBlocs))
    }
    // Only blocs have names of their own, and who could be in either of them lies outside.
    if scene.groups.contains(where: { $0.name != nil }),
      scene.groups.contains(where: { $0.name == nil })
    {
      entries.append(Entry(sample: nil, text: words.outsideBlocs))
    }
    if strands.contains(where: \.isMuted) {
      let stroke = Drawing.Stroke(width: 2.6, color: palette.rule, hasHead: true)
      entries.append(Entry(sample: line([stroke]), text: words.tiesOfOthers))
    }
    // The samples of the changes have the colour of the sign that is drawn most.
    let hostile = strands.count { $0.sign == .hostile }
    let sign: Sign = hostile * 2 >= strands.count ? .hostile : .cooperative
    let bases = Set(strands.map(\.basis))
    for basis in bases.sorted() where basis != .stated {
      let stroke = Drawing.Stroke(width: 2, color: palette.color(sign), hasHead: false)
      let name = basis == .interpreted ? words.interpreted : words.implied
      entries.append(
        Entry(
          sample: line([stroke], .init(basis)),
          text: words.isEnglish ? "\(name), not stated" : name))
    }
    if hasHalo {
      let strokes = [
        Drawing.Stroke(
          width: 9, color: palette.color(sign) + DrawingBuilder.haloOpacity, hasHead: false,
          role: .halo),
        Drawing.Stroke(width: 5.4, color: palette.color(sign), hasHead: false),
        Drawing.Stroke(width: 2.8, color: palette.ground, hasHead: false),
        Drawing.Stroke(width: 1.9, color: palette.color(sign), hasHead: false),
      ]
      entries.append(Entry(sample: line(strokes), text: words.halo))
    }
    if !scene.bonds.isEmpty {
      let stroke = Drawing.Stroke(width: 1.2, color: palette.line, hasHead: false)
      entries.append(Entry(sample: line([stroke], .dotted), text: words.affiliation))
    }
    let hasSteady = strands.contains { $0.change == .steady }
    for change in [Scene.Change.grew, .shrank, .born, .gone, .steady]
    where strands.contains(where: { $0.change == change }) {
      // New and unchanged ties look alike, so they share an entry that tells them apart.
      if change == .steady, strands.contains(where: { $0.change == .born }) { continue }
      let ofKind = strands.filter { $0.change == change }
      let side: Sign =
        ofKind.count { $0.sign == .hostile } * 2 >= ofKind.count ? .hostile : .cooperative
      let (was, now): (Double, Double) =
        switch change {
        case .grew: (2.2, 6)
        case .shrank: (6, 2.2)
        default: (4, 4)
        }
      let strokes = DrawingBuilder.strokes(side, change, was: was, now: now, palette)
      let text =
        switch change {
        case .grew: words.grew
        case .shrank: words.eased
        case .born: hasSteady ? words.newOrUnchanged : words.newTie
        case .gone: words.goneTie
        case .steady, .none: words.unchangedTie
        }
      entries.append(
        Entry(
          sample: line(
            strokes.map { Drawing.Stroke(width: $0.width, color: $0.color, hasHead: false) }),
          text: text))
    }
    if scene.members.contains(where: { $0.state == .absent }) {
      entries.append(Entry(sample: nil, text: words.absentThen))
    }
    let kinds = Actor.Kind.allCases.filter { kind in scene.members.contains { $0.kind == kind } }
    if kinds.count > 1 {
      for kind in kinds {
        entries.append(Entry(sample: .shape(kind), text: words.kinds[kind] ?? kind.rawValue))
      }
    }
    let value = words.isEnglish ? "value" : "v"
    let formula =
      "\(words.local("0.8")) + 6\u{00B7}\(value)/\(words.local(Numerals.short(fullScale))) pt"
    entries.append(
      Entry(
        sample: nil, text: "\(words.mark)\(words.width)\(words.colon) \(words.leftToRight(formula))"
      ))
    if scene.omitted > 0 {
      let text =
        words.isEnglish
        ? "\(Numerals.count(scene.omitted, "weaker tie")) not drawn"
        : "\(words.mark)\(words.omitted)\(words.colon) \(scene.omitted)"
      entries.append(Entry(sample: nil, text: text))
    }
    return entries
  }
}

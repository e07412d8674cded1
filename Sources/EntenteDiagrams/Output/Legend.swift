import EntenteCore

/// What the legend explains: only what the drawing uses.
enum Legend {
  struct Entry {
    var sample: Drawing.Sample.Kind?
    var text: String
  }

  static let sampleWidth = 28.0

  static func entries(
    _ scene: Scene, _ palette: Palette, fullScale: Double, places: Int,
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
          text: sign == .hostile ? "tension (solid head)" : "accord (hollow head)"))
    }
    if strands.contains(where: \.isMutual) {
      entries.append(Entry(sample: nil, text: "two heads: the same both ways"))
    }
    if strands.contains(where: { $0.isFrustrated && !$0.isMuted }) {
      entries.append(Entry(sample: .mark, text: "against the blocs"))
    }
    if strands.contains(where: \.isMuted) {
      let stroke = Drawing.Stroke(width: 2.6, color: palette.rule, hasHead: true)
      entries.append(Entry(sample: line([stroke]), text: "ties of others"))
    }
    // The samples of the changes have the colour of the sign that is drawn most.
    let hostile = strands.count { $0.sign == .hostile }
    let sign: Sign = hostile * 2 >= strands.count ? .hostile : .cooperative
    let inferred = Set(strands.map(\.basis)).subtracting([.stated])
    if !inferred.isEmpty {
      let names = inferred.sorted().map(\.rawValue).joined(separator: " or ")
      let stroke = Drawing.Stroke(width: 2, color: palette.color(sign), hasHead: false)
      entries.append(Entry(sample: line([stroke], .dashed), text: "\(names), not stated"))
    }
    if !scene.bonds.isEmpty {
      let stroke = Drawing.Stroke(width: 1.2, color: palette.line, hasHead: false)
      entries.append(Entry(sample: line([stroke], .dotted), text: "affiliation"))
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
        case .grew: "pale core: grew from there"
        case .shrank: "pale casing: was wider, eased"
        case .born:
          hasSteady ? "no core: \u{201C}new\u{201D}, or unchanged" : "no core: new tie"
        case .gone: "pale only: gone"
        case .steady, .none: "no core: unchanged"
        }
      entries.append(
        Entry(
          sample: line(
            strokes.map { Drawing.Stroke(width: $0.width, color: $0.color, hasHead: false) }),
          text: text))
    }
    if scene.members.contains(where: { $0.state == .absent }) {
      entries.append(Entry(sample: nil, text: "grey and dashed: no tie then"))
    }
    let kinds = Actor.Kind.allCases.filter { kind in scene.members.contains { $0.kind == kind } }
    if kinds.count > 1 {
      for kind in kinds { entries.append(Entry(sample: .shape(kind), text: name(kind))) }
    }
    entries.append(
      Entry(
        sample: nil,
        text: "width: 0.8 + 6\u{00B7}value/\(Numerals.short(fullScale)) pt"))
    if scene.omitted > 0 {
      entries.append(
        Entry(
          sample: nil,
          text: "\(Numerals.count(scene.omitted, "weaker tie")) not drawn"))
    }
    return entries
  }

  private static func name(_ kind: Actor.Kind) -> String {
    switch kind {
    case .state: "state"
    case .person: "person"
    case .outlet: "medium"
    case .organization: "organization"
    case .group: "group"
    }
  }
}

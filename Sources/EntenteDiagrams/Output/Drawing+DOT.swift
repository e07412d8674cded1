import EntenteCore
import EntenteFormats

extension Drawing {
  /// The drawing in the DOT language, with all positions: `dot -Kneato -n2` draws the same picture,
  /// and a hand can move things in it.
  ///
  /// - Throws: ``DrawingError`` where a name holds characters that must not reach a picture.
  public func dot() throws(DrawingError) -> String {
    do throws(DOTError) {
      return try graph().text()
    } catch {
      throw .text(error)
    }
  }

  /// - Parameter isForPDF: Whether links are written as a PDF takes them over.
  func graph(isForPDF: Bool = false) -> DOTGraph {
    let palette = Palette.of(theme)
    var graph = DOTGraph(
      name: view,
      attributes: [
        "bgcolor": .token(palette.ground), "outputorder": .token("edgesfirst"),
        "splines": .token("true"), "overlap": .token("true"), "pad": .number(0),
        // Otherwise a PDF gets half an inch of nothing on each side.
        "margin": .number(0),
        "fontname": .token(Metrics.fontStack), "_background": .token(background(palette)),
      ].merging(sizeAttribute) { _, new in new },
      nodeDefaults: [
        "fontname": .token(Metrics.fontStack), "fontsize": .number(Metrics.actor),
        "fontcolor": .token(palette.ink), "fixedsize": .token("true"), "style": .token("filled"),
        "fillcolor": .token(palette.node), "color": .token(palette.outline),
        "penwidth": .number(1.3), "margin": .number(0),
      ],
      edgeDefaults: ["fontname": .token(Metrics.fontStack), "fontsize": .number(Metrics.chip)])

    // Ids have no hyphens, because Graphviz writes those as entities.
    var taken = Set(nodes.map(\.id))
    // An actor may be called anything, so the other nodes get names that are still free.
    func free(_ wanted: String) -> String {
      var name = wanted
      while !taken.insert(name).inserted { name += "_" }
      return name
    }
    graph.statements.append(.comment("the corners of the sheet"))
    for (name, place) in [("corner 1", Point(0, 0)), ("corner 2", Point(width, height))] {
      graph.statements.append(
        .node(
          free(name),
          [
            "style": .token("invis"), "shape": .token("point"), "width": .number(0),
            "height": .number(0), "label": .label(""), "pos": .token(position(place)),
          ]))
    }
    graph.statements.append(.comment("actors"))
    for (index, node) in nodes.enumerated() { graph.statements.append(statement(node, index)) }
    graph.statements.append(.comment("affiliations"))
    for (index, bond) in bonds.enumerated() {
      graph.statements.append(
        .edge(
          bond.member, bond.whole,
          [
            "id": .token("bond_\(index)"), "class": .token("affiliation"),
            "arrowhead": .token("none"), "style": .token("dotted"),
            "color": .token(palette.line), "penwidth": .number(1.2),
            "pos": .token(positions(bond.path)),
          ]))
    }
    graph.statements.append(.comment("ties, each with the trace of what it was"))
    let order = strands.indices.sorted {
      (strands[$0].isMuted ? 0 : 1, $0) < (strands[$1].isMuted ? 0 : 1, $1)
    }
    for index in order {
      let strand = strands[index]
      for (layer, stroke) in strand.strokes.enumerated() {
        graph.statements.append(edge(strand, index, stroke, layer))
      }
    }
    if !marks.isEmpty { graph.statements.append(.comment("marks of ties against the blocs")) }
    for (index, mark) in marks.enumerated() {
      graph.statements.append(
        .node(
          free("mark \(index)"),
          self.mark(mark.box).merging([
            "id": .token("mark_\(index)"), "class": .token("mark"),
          ]) { _, new in new }))
    }
    graph.statements.append(.comment("labels of ties"))
    for (index, chip) in chips.enumerated() {
      let color = palette.text(strands[chip.strand].sign)
      graph.statements.append(
        .node(
          free("chip \(index)"),
          box(chip.box).merging(
            [
              "id": .token("chip_\(index)"), "class": .token("chip"), "shape": .token("box"),
              "penwidth": .number(0), "fillcolor": .token(palette.ground + "E6"),
              "fontsize": .number(Metrics.chip), "fontcolor": .token(color),
              "label": .markup(DOTMarkup([.init(chip.text, isBold: true)])),
            ].merging(link(chip.link, isForPDF)) { _, new in new }
          ) { _, new in new }))
    }
    graph.statements.append(.comment("texts and legend"))
    for (index, text) in texts.enumerated() {
      graph.statements.append(
        .node(
          free("text \(index)"),
          box(text.box).merging(
            [
              "id": .token("text_\(index)"), "class": .token("text \(text.role.rawValue)"),
              "shape": .token("none"), "style": .token(""), "fontsize": .number(text.size),
              "fontcolor": .token(text.color),
              "label": .markup(
                DOTMarkup(
                  [.init(text.text, isBold: text.isBold)],
                  alignment: isRightToLeft ? .right : .left, width: text.box.width)),
            ].merging(link(text.link, isForPDF)) { _, new in new }
          ) { _, new in new }))
    }
    for (index, sample) in samples.enumerated() where sample.kind == .mark {
      let middle = Box(center: sample.box.center, width: 9, height: 9)
      graph.statements.append(
        .node(
          free("sample \(index)"),
          self.mark(middle).merging([
            "id": .token("sample_\(index)"), "class": .token("sample"),
          ]) { _, new in new }))
    }
    for (index, sample) in samples.enumerated() {
      guard case .shape(let kind) = sample.kind else { continue }
      var attributes = box(
        Box(center: sample.box.center, width: kind == .person ? 22 : 18, height: 11))
      attributes.merge(shape(kind)) { _, new in new }
      attributes.merge([
        "id": .token("sample_\(index)"), "class": .token("sample"), "label": .label(""),
        "penwidth": .number(1),
      ]) { _, new in new }
      graph.statements.append(.node(free("sample \(index)"), attributes))
    }
    return graph
  }

  /// A link, where it is one that may be written.
  private func link(_ address: String?, _ isForPDF: Bool) -> DOTGraph.Attributes {
    guard let address, (try? DOTText.link(address)) != nil else { return [:] }
    return ["URL": isForPDF ? .plainLink(address) : .link(address)]
  }

  /// Makes Graphviz scale the whole to the size that was asked for.
  private var sizeAttribute: DOTGraph.Attributes {
    guard scale != 1 else { return [:] }
    return ["size": .token("\(text(width * scale / 72, 4)),\(text(height * scale / 72, 4))!")]
  }

  /// Whether its words are written from right to left.
  var isRightToLeft: Bool { Words.of(language).isRightToLeft }

  private func statement(_ node: Node, _ index: Int) -> DOTGraph.Statement {
    var attributes = box(node.box)
    attributes.merge(shape(node.kind)) { _, new in new }
    attributes["id"] = .token("actor_\(index)")
    attributes["class"] = .token("actor \(node.kind.rawValue)")
    if node.kind == .state {
      attributes["penwidth"] = .number(2)
      attributes["label"] = .markup(
        DOTMarkup(node.lines.map { .init($0, isBold: true, size: node.textSize ?? Metrics.state) }))
    } else {
      if let size = node.textSize { attributes["fontsize"] = .number(size) }
      attributes["label"] = .label(node.lines.joined(separator: "\n"))
    }
    let palette = Palette.of(theme)
    switch node.state {
    case .ordinary: break
    case .muted:
      attributes["color"] = .token(palette.line)
      attributes["fontcolor"] = .token(palette.faint)
      attributes["penwidth"] = .number(1)
    case .absent:
      attributes["color"] = .token(palette.line)
      attributes["fontcolor"] = .token(palette.faint)
      attributes["penwidth"] = .number(1)
      attributes["style"] = .token(node.kind == .state ? "rounded,filled,dashed" : "filled,dashed")
    }
    return .node(node.id, attributes)
  }

  private func mark(_ box: Box) -> DOTGraph.Attributes {
    let palette = Palette.of(theme)
    return self.box(box).merging([
      "shape": .token("diamond"), "label": .label(""), "fillcolor": .token(palette.ink),
      "color": .token(palette.ground), "penwidth": .number(1),
    ]) { _, new in new }
  }

  private func edge(
    _ strand: Strand, _ index: Int, _ stroke: Stroke, _ layer: Int
  ) -> DOTGraph.Statement {
    // A strand has at most one stroke of each role, but two where it is gone: the edge carries the
    // head then, and what it was lies on it.
    let (id, classes) =
      switch stroke.role {
      case .now: ("tie_\(index)", "")
      case .was: ("tie_\(index)_was\(stroke.hasHead ? "_edge" : "")", " was")
      case .edge: ("tie_\(index)_edge", " edge")
      case .halo: ("tie_\(index)_halo", " halo")
      case .lower: ("tie_\(index)_lower", " lower")
      case .core: ("tie_\(index)_core", " core")
      }
    let dash: Drawing.Sample.Dash = stroke.role == .halo ? .solid : .init(strand.basis)
    var attributes: DOTGraph.Attributes = [
      "id": .token(id), "class": .token("tie \(strand.sign.rawValue)\(classes)"),
      "color": .token(stroke.color), "penwidth": .number(stroke.width),
      "style": .token(dash.rawValue), "pos": .token(positions(strand.path)),
      "arrowhead": .token("none"),
    ]
    if stroke.hasHead {
      attributes["arrowhead"] = .token(strand.sign == .hostile ? "normal" : "onormal")
      attributes["arrowsize"] = .number(strand.headLength / 10)
      attributes["pos"] = .token("e,\(position(strand.tip)) \(positions(strand.path))")
      if let tail = strand.tail {
        attributes["dir"] = .token("both")
        attributes["arrowtail"] = attributes["arrowhead"]
        attributes["pos"] = .token(
          "s,\(position(tail)) e,\(position(strand.tip)) \(positions(strand.path))")
      }
    }
    return .edge(strand.source, strand.target, attributes)
  }

  private func shape(_ kind: Actor.Kind) -> DOTGraph.Attributes {
    switch kind {
    case .state: ["shape": .token("box"), "style": .token("rounded,filled")]
    case .person: ["shape": .token("ellipse")]
    case .outlet: ["shape": .token("note")]
    case .organization: ["shape": .token("component")]
    case .group: ["shape": .token("octagon")]
    }
  }

  private func box(_ box: Box) -> DOTGraph.Attributes {
    // Sizes are inches and positions points; three decimals of an inch are a fourteenth of a point.
    [
      "pos": .token(position(box.center)), "width": .token(inches(box.width)),
      "height": .token(inches(box.height)),
    ]
  }

  private func inches(_ points: Double) -> String { text(points / 72, 4) }

  private func position(_ point: Point) -> String { "\(text(point.x, 2)),\(text(point.y, 2))" }

  private func positions(_ curve: Cubic) -> String {
    ([curve.start] + pieces(of: curve, halvings: 4).flatMap { [$0.first, $0.second, $0.end] })
      .map(position).joined(separator: " ")
  }

  /// Graphviz makes room for handles. A curve with one outside of the sheet is written in pieces, whose
  /// handles lie nearer to it.
  private func pieces(of curve: Cubic, halvings: Int) -> [Cubic] {
    let sheet = Box(
      center: Point(width / 2, height / 2), width: width, height: height)
    guard halvings > 0, ![curve.first, curve.second].allSatisfy(sheet.contains) else {
      return [curve]
    }
    let (before, after) = curve.split(0.5)
    return pieces(of: before, halvings: halvings - 1) + pieces(of: after, halvings: halvings - 1)
  }

  /// Coordinates come from finite boxes and are far inside the limit, so the error can't occur.
  private func text(_ value: Double, _ places: Int) -> String {
    (try? DOTText.number(value, places: places)) ?? "0"
  }
}

import EntenteCore
import EntenteFormats
import Graphviz

extension Chart {
  /// The chart in the DOT language, with all positions: `dot -Kneato -n2` draws the same picture.
  ///
  /// - Throws: ``DrawingError/text(_:)`` where a name holds characters that must not reach a picture.
  public func dot() throws(DrawingError) -> String {
    do throws(DOTError) {
      return try graph().text()
    } catch {
      throw .text(error)
    }
  }

  /// The chart as SVG that can be put into a page.
  public func svg(_ options: SVGOptions = SVGOptions()) throws(DrawingError) -> [UInt8] {
    var titles: [String: String] = [:]
    for (index, spot) in spots.enumerated() { titles["spot_\(index)"] = spot.title }
    let raw = try render(.svg, dpi: nil)
    return EmbedSafeSVG.rewriting(
      String(decoding: raw, as: UTF8.self), of: self, titles: titles, options)
  }

  /// The chart as a bitmap.
  public func png(dpi: Double = 144) throws(DrawingError) -> [UInt8] {
    try render(.png, dpi: dpi)
  }

  /// The chart as PDF, dated by its last day.
  public func pdf() throws(DrawingError) -> [UInt8] {
    try render(.pdf, dpi: nil)
  }

  private func render(_ format: OutputFormat, dpi: Double?) throws(DrawingError) -> [UInt8] {
    let text: String
    do throws(DOTError) {
      text = try graph(isForEditing: false, isForPDF: format == .pdf).withPlainLabels().text()
    } catch {
      throw .text(error)
    }
    // Texts and spots are cheaper than the nodes that the usual limits have in mind.
    var limits = RenderLimits()
    limits.nodes = max(limits.nodes, texts.count + spots.count + 2)
    limits.bytes = 128_000_000
    do throws(GraphvizError) {
      return try Graphviz.render(
        text, engine: .nop2, format: format, dpi: dpi, created: Int64(day.dayNumber) * 86_400,
        limits: limits
      ).bytes
    } catch {
      throw .graphviz(error)
    }
  }

  /// - Parameters:
  ///   - isForEditing: Whether labels stay HTML-like.
  ///   - isForPDF: Whether links are written as a PDF takes them over.
  func graph(isForEditing: Bool = true, isForPDF: Bool = false) -> DOTGraph {
    let palette = Palette.of(theme)
    var graph = DOTGraph(
      name: view,
      attributes: [
        "bgcolor": .token(palette.ground), "pad": .number(0), "margin": .number(0),
        "fontname": .token(Metrics.fontStack), "_background": .drawing(operations()),
      ].merging(size) { _, new in new },
      nodeDefaults: [
        "fontname": .token(Metrics.fontStack), "fixedsize": .token("true"),
        "shape": .token("box"), "style": .token("filled"), "penwidth": .number(0),
        "margin": .number(0), "label": .label(""),
        // Readers of SVG let nobody point at what is not filled.
        "fillcolor": .token(palette.ground + "01"),
      ])
    graph.statements.append(.comment("the corners of the sheet"))
    for (name, place) in [("corner 1", Point(0, 0)), ("corner 2", Point(width, height))] {
      graph.statements.append(
        .node(
          name,
          [
            "style": .token("invis"), "shape": .token("point"), "width": .number(0),
            "height": .number(0), "pos": .token(Self.position(place)),
          ]))
    }
    graph.statements.append(.comment("texts"))
    for (index, text) in texts.enumerated() {
      // In an HTML-like label Graphviz sets a line in bold a little higher than one in the font of its
      // node.
      let drop = isForEditing && text.isBold ? Point(0, -0.12 * text.size) : Point(0, 0)
      var attributes = Self.attributes(of: text.box.moved(drop))
      attributes["id"] = .token("text_\(index)")
      attributes["class"] = .token("text \(text.role.rawValue)")
      attributes["shape"] = .token("none")
      attributes["style"] = .token("")
      attributes["fontsize"] = .number(text.size)
      attributes["fontcolor"] = .token(text.color)
      attributes["label"] = Self.label(text)
      graph.statements.append(.node("text \(index)", attributes))
    }
    if !spots.isEmpty { graph.statements.append(.comment("what can be pointed at")) }
    for (index, spot) in spots.enumerated() {
      var attributes = Self.attributes(of: spot.box)
      attributes["id"] = .token("spot_\(index)")
      attributes["class"] = .token("spot \(spot.role)")
      if let link = spot.link { attributes["URL"] = isForPDF ? .plainLink(link) : .link(link) }
      graph.statements.append(.node("spot \(index)", attributes))
    }
    return graph
  }

  /// Makes Graphviz scale the whole to the size that was asked for.
  private var size: DOTGraph.Attributes {
    guard scale != 1 else { return [:] }
    let (width, height) = (width * scale / 72, height * scale / 72)
    return ["size": .token("\(Self.number(width, 4)),\(Self.number(height, 4))!")]
  }

  private static func label(_ text: Drawing.Text) -> DOTValue {
    let line = DOTMarkup.Line(text.text, isBold: text.isBold)
    switch text.alignment {
    case .left: return .markup(DOTMarkup([line], alignment: .left, width: text.box.width))
    case .right: return .markup(DOTMarkup([line], alignment: .right, width: text.box.width))
    case .center: return text.isBold ? .markup(DOTMarkup([line])) : .label(text.text)
    }
  }

  private static func attributes(of box: Box) -> DOTGraph.Attributes {
    [
      "pos": .token(position(box.center)), "width": .token(number(box.width / 72, 4)),
      "height": .token(number(box.height / 72, 4)),
    ]
  }

  private static func position(_ point: Point) -> String {
    "\(number(point.x, 2)),\(number(point.y, 2))"
  }

  /// Coordinates come from finite boxes and are far inside the limit, so the error can't occur.
  private static func number(_ value: Double, _ places: Int) -> String {
    (try? DOTText.number(value, places: places)) ?? "0"
  }

  /// The marks as drawing operations of Graphviz. Colours and widths are said only where they
  /// change, because a matrix has thousands of marks.
  private func operations() -> String {
    var operations: [String] = []
    var pen = ""
    var fill = ""
    var style = ""
    func say(_ letter: String, _ text: String) {
      operations.append("\(letter) \(text.utf8.count) -\(text)")
    }
    for mark in marks {
      let width = "setlinewidth(\(Self.number(mark.stroke == nil ? 0 : mark.width, 2)))"
      if style != mark.dash.rawValue + width {
        style = mark.dash.rawValue + width
        // Dashes stay until solid is said.
        say("S", mark.dash.rawValue)
        say("S", width)
      }
      if let color = mark.stroke ?? mark.fill, color != pen {
        pen = color
        say("c", color)
      }
      if let color = mark.fill, color != fill {
        fill = color
        say("C", color)
      }
      let isFilled = mark.fill != nil
      switch mark.shape {
      case .polygon(let points): operations.append(Self.points(isFilled ? "P" : "p", points))
      case .line(let points): operations.append(Self.points("L", points))
      case .curve(let points): operations.append(Self.points(isFilled ? "b" : "B", points))
      case .ellipse(let box):
        let parts = [box.center.x, box.center.y, box.width / 2, box.height / 2].map {
          Self.number($0, 2)
        }
        operations.append((isFilled ? "E " : "e ") + parts.joined(separator: " "))
      }
    }
    say("S", Drawing.Sample.Dash.solid.rawValue)
    say("S", "setlinewidth(1)")
    return operations.joined(separator: " ")
  }

  private static func points(_ operation: String, _ points: [Point]) -> String {
    var text = "\(operation) \(points.count)"
    for point in points { text += " \(number(point.x, 2)) \(number(point.y, 2))" }
    return text
  }
}

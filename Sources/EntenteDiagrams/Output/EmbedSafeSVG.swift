import EntenteFormats

/// Makes Graphviz's SVG fit to stand inside a page beside others.
///
/// Graphviz writes a whole document with a prolog, and repeats the ids `graph0` and `node1` in every
/// picture. Here the prolog, the document type and comments go, ids become classes, so that even the
/// same picture can stand twice on a page, `xlink:href` becomes `href`, elements get titles that say
/// something, and the root gets a role, a name, a title, a description, and a class made from the
/// content, to which its style sheet keeps. Only the elements and attributes that drawing takes are let
/// through, and only links that lead to http, https, mailto or a place on the page.
enum EmbedSafeSVG {
  /// The elements that pictures are made of.
  private static let elements: Set<String> = [
    "svg", "g", "a", "title", "path", "polygon", "polyline", "ellipse", "circle", "rect", "line",
    "text", "tspan",
  ]

  /// The attributes that they have.
  private static let attributes: Set<String> = [
    "class", "transform", "href", "target", "d", "points", "x", "y", "x1", "y1", "x2", "y2",
    "cx", "cy", "r", "rx", "ry", "width", "height", "fill", "fill-opacity", "fill-rule", "stroke",
    "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "text-anchor", "text-decoration", "baseline-shift", "direction", "font-family", "font-size",
    "font-weight", "font-style",
  ]

  static func rewriting(
    _ svg: String, of drawing: Drawing, _ options: SVGOptions
  ) -> [UInt8] {
    var titles: [String: String] = [:]
    for (index, node) in drawing.nodes.enumerated() { titles["actor_\(index)"] = node.description }
    for (index, strand) in drawing.strands.enumerated() {
      for part in ["", "_was", "_was_edge", "_edge", "_halo", "_lower", "_core"] {
        titles["tie_\(index)\(part)"] = strand.description
      }
    }
    for (index, chip) in drawing.chips.enumerated() {
      titles["chip_\(index)"] = drawing.strands[chip.strand].description
    }
    for (index, mark) in drawing.marks.enumerated() {
      titles["mark_\(index)"] = drawing.strands[mark.strand].description
    }
    for (index, bond) in drawing.bonds.enumerated() {
      let names = [bond.member, bond.whole].map { id in
        drawing.nodes.first { $0.id == id }?.name ?? id
      }
      let words = Words.of(drawing.language)
      titles["bond_\(index)"] =
        words.isEnglish
        ? "\(names[0]) belongs to \(names[1])."
        : "\(words.ends(names[0], names[1]))\(words.colon) \(words.belongsTo)."
    }
    return rewriting(svg, of: drawing, titles: titles, options)
  }

  /// - Parameter titles: What elements tell, by the id of their group.
  static func rewriting(
    _ svg: String, of figure: any Figure, titles: [String: String], _ options: SVGOptions
  ) -> [UInt8] {
    let source = Array(svg.utf8)
    let scope = "en" + hash(source)
    var writer = Writer(scope: scope, titles: titles, options: options, figure: figure)
    for token in SVGTokens(source) { writer.take(token) }
    return Array(writer.output.utf8)
  }

  /// FNV-1a, which is enough to tell pictures on one page apart.
  static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 36)
    return String(digits.suffix(8))
  }

  /// Text for element content and attribute values. What XML does not allow, and what overrides the
  /// direction of reading, becomes the replacement character.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private struct Writer {
    let scope: String
    let titles: [String: String]
    let options: SVGOptions
    let figure: any Figure
    var output = ""
    /// The id of the innermost group, whose title comes next.
    private var group = ""
    private var isInTitle = false
    private var skipped = 0
    /// The attributes of a text whose letters come next; they tell its direction.
    private var pending: [(name: String, value: String)]?

    init(scope: String, titles: [String: String], options: SVGOptions, figure: any Figure) {
      self.scope = scope
      self.titles = titles
      self.options = options
      self.figure = figure
    }

    mutating func take(_ token: SVGTokens.Token) {
      begin(token)
      switch token {
      case .text(let text):
        if !isInTitle, skipped == 0 { output += text }
      case .close("title"):
        isInTitle = false
      case .close(let name):
        if !EmbedSafeSVG.elements.contains(name) {
          skipped = max(0, skipped - 1)
        } else if skipped == 0 {
          output += "</\(name)>"
        }
      case .open(let name, let attributes, let isEmpty):
        open(name, attributes, isEmpty)
      }
    }

    private mutating func open(
      _ name: String, _ attributes: [(name: String, value: String)], _ isEmpty: Bool
    ) {
      if !EmbedSafeSVG.elements.contains(name) {
        if !isEmpty { skipped += 1 }
        return
      }
      guard skipped == 0 else { return }
      switch name {
      case "title":
        isInTitle = !isEmpty
        if let title = titles[group] { output += "<title>\(EmbedSafeSVG.escaped(title))</title>" }
        group = ""
      case "svg":
        root(attributes)
      case "text" where !isEmpty:
        pending = attributes
      default:
        if name == "g" { group = attributes.first { $0.name == "id" }?.value ?? "" }
        output += "<\(name)"
        for (key, value) in classed(attributes) {
          for (key, value) in rewritten(key, value) { output += " \(key)=\"\(value)\"" }
        }
        output += isEmpty ? "/>" : ">"
      }
    }

    /// With the id as one more class.
    private func classed(
      _ attributes: [(name: String, value: String)]
    ) -> [(name: String, value: String)] {
      guard let id = attributes.first(where: { $0.name == "id" })?.value else { return attributes }
      let others = attributes.filter { $0.name != "id" && $0.name != "class" }
      let known = attributes.first { $0.name == "class" }?.value
      return [("class", known.map { "\($0) \(id)" } ?? id)] + others
    }

    /// Begins the text that was announced, now that its letters are known. A line that begins from
    /// the right runs from there, as in bitmaps; its start is then on the other side.
    private mutating func begin(_ token: SVGTokens.Token) {
      guard let attributes = pending else { return }
      pending = nil
      var isTurned = false
      if case .text(let text) = token { isTurned = ReadingDirection.isRightToLeft(text) }
      output += "<text"
      for (key, value) in attributes.flatMap({ rewritten($0.name, $0.value) }) {
        let sides = ["start": "end", "end": "start"]
        let turned = isTurned && key == "text-anchor" ? sides[value] ?? value : value
        output += " \(key)=\"\(turned)\""
      }
      output += isTurned ? " direction=\"rtl\">" : ">"
    }

    private func rewritten(_ name: String, _ value: String) -> [(String, String)] {
      let key = name == "xlink:href" ? "href" : name
      guard EmbedSafeSVG.attributes.contains(key) else { return [] }
      switch key {
      case "href":
        let isAllowed = ["http://", "https://", "mailto:", "#"].contains {
          value.lowercased().hasPrefix($0)
        }
        return isAllowed ? [(key, value)] : []
      case "font-family" where value.hasSuffix(DOTGraph.boldSuffix):
        let family = value.dropLast(DOTGraph.boldSuffix.count)
        return [(key, String(family)), ("font-weight", "bold")]
      case "stroke-dasharray" where value == "5,2": return [(key, "6,3.5")]
      case "stroke-dasharray" where value == "1,5": return [(key, "2,4")]
      case "fill", "stroke":
        // Newer versions write names for the colours that have one.
        switch value {
        case "transparent": return [(key, "none")]
        case "white": return [(key, "#ffffff")]
        case "black": return [(key, "#000000")]
        default: return [(key, value.hasPrefix("#") ? value.lowercased() : value)]
        }
      default: return [(key, value)]
      }
    }

    private mutating func root(_ attributes: [(name: String, value: String)]) {
      let viewBox = attributes.first { $0.name == "viewBox" }?.value ?? ""
      output += "<svg xmlns=\"http://www.w3.org/2000/svg\""
      if figure.language != "en" {
        output += " lang=\"\(EmbedSafeSVG.escaped(figure.language))\""
      }
      output += " class=\"entente entente-\(figure.view) \(scope)\" viewBox=\"\(viewBox)\""
      if !options.isFluid {
        for name in ["width", "height"] {
          if let value = attributes.first(where: { $0.name == name })?.value {
            output += " \(name)=\"\(value)\""
          }
        }
      }
      let title = EmbedSafeSVG.escaped(figure.title)
      output += " role=\"img\" aria-label=\"\(title)\">\n<title>\(title)</title>\n"
      output += "<desc>\(EmbedSafeSVG.escaped(figure.description))</desc>\n"
      if !options.stamp.isEmpty {
        let lines = options.stamp.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        output += "<metadata>\(EmbedSafeSVG.escaped(lines))</metadata>\n"
      }
      if options.followsTheme {
        output += SVGThemeStyle.sheet(scope: scope, hasShades: figure is Chart)
      }
    }
  }
}

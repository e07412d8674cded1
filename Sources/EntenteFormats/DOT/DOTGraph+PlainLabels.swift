extension DOTGraph {
  /// The same graph with HTML-like labels of nodes turned into plain ones, where all their lines look
  /// alike.
  ///
  /// It is what pictures are drawn from, for two reasons. Graphviz loses memory on every HTML-like
  /// label (2.42: 250 bytes for bold letters, 80 for the rest), which adds up in a program that draws
  /// all day. And it writes a centred HTML-like line into SVG from its left end, as wide as the font
  /// of the machine that drew it, so that it stands off the middle where another font is used; a plain
  /// one is written from its middle.
  ///
  /// Bold is then part of the name of the font, as Pango reads it: `Arial,sans-serif Bold`. A text for
  /// editing by hand keeps the HTML-like labels, because Graphviz passes that name to SVG as it is.
  public func withPlainLabels() -> DOTGraph {
    var result = self
    result.statements = statements.map { $0.withPlainLabels(nodeDefaults) }
    return result
  }

  /// What is added to the name of a font to make it bold.
  public static let boldSuffix = " Bold"
}

extension DOTGraph.Statement {
  fileprivate func withPlainLabels(_ defaults: DOTGraph.Attributes) -> Self {
    switch self {
    case .node(let name, let attributes):
      guard case .markup(let markup)? = attributes["label"], let line = markup.lines.first,
        markup.lines.allSatisfy({
          ($0.isBold, $0.size, $0.color) == (line.isBold, line.size, line.color)
        })
      else { return self }
      var plain = attributes
      plain["label"] = .lines(markup.lines.map(\.text), markup.alignment)
      if let size = line.size { plain["fontsize"] = .number(size) }
      if let color = line.color { plain["fontcolor"] = .token(color) }
      if line.isBold {
        guard case .token(let font)? = attributes["fontname"] ?? defaults["fontname"] else {
          return self
        }
        plain["fontname"] = .token(font + DOTGraph.boldSuffix)
      }
      return .node(name, plain)
    case .subgraph(let name, let attributes, let statements):
      return .subgraph(name, attributes, statements.map { $0.withPlainLabels(defaults) })
    case .edge, .comment:
      return self
    }
  }
}

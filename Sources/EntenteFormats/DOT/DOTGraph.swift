/// A graph to be written in the DOT language.
///
///     var graph = DOTGraph(name: "rift")
///     graph.statements = [
///       .node("RU", ["label": .label("Russia")]),
///       .edge("AZ", "RU", ["color": .token("#B2182B")]),
///     ]
///     let text = try graph.text()
///
/// Statements keep their order, because Graphviz draws in it; attributes are sorted by name, so that
/// the same graph gives the same text.
public struct DOTGraph: Hashable, Sendable {
  /// Attributes by name.
  public typealias Attributes = [String: DOTValue]

  /// A node, an edge or a group of statements.
  public enum Statement: Hashable, Sendable {
    /// A node with its name and attributes.
    case node(String, Attributes = [:])
    /// An edge with the names of its ends, and attributes.
    case edge(String, String, Attributes = [:])
    /// A subgraph with its name, its attributes and what it holds.
    indirect case subgraph(String, Attributes = [:], [Statement])
    /// A remark for the reader of the text, on a line of its own.
    case comment(String)
  }

  /// The name, which Graphviz shows as the title of the picture.
  public var name: String
  /// Whether edges have a direction.
  public var isDirected: Bool
  /// Attributes of the whole.
  public var attributes: Attributes
  /// Attributes that nodes have unless they say otherwise.
  public var nodeDefaults: Attributes
  /// Attributes that edges have unless they say otherwise.
  public var edgeDefaults: Attributes
  /// What the graph consists of.
  public var statements: [Statement]

  /// A graph.
  public init(
    name: String, isDirected: Bool = true, attributes: Attributes = [:],
    nodeDefaults: Attributes = [:], edgeDefaults: Attributes = [:], statements: [Statement] = []
  ) {
    self.name = name
    self.isDirected = isDirected
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.statements = statements
  }

  /// The graph in the DOT language.
  ///
  /// - Throws: ``DOTError`` for a text or a number that must not be written.
  /// - Complexity: O(length of the text).
  public func text() throws(DOTError) -> String {
    var result = "\(isDirected ? "digraph" : "graph") \(try DOTText.identifier(name)) {\n"
    for (kind, attributes) in [
      ("graph", attributes), ("node", nodeDefaults), ("edge", edgeDefaults),
    ] where !attributes.isEmpty {
      result += "  \(kind)\(try Self.list(attributes))\n"
    }
    for statement in statements { try write(statement, 1, to: &result) }
    return result + "}\n"
  }

  private func write(
    _ statement: Statement, _ depth: Int, to result: inout String
  ) throws(DOTError) {
    let indent = String(repeating: "  ", count: depth)
    switch statement {
    case .node(let name, let attributes):
      result += "\(indent)\(try DOTText.identifier(name))\(try Self.list(attributes))\n"
    case .edge(let tail, let head, let attributes):
      let arrow = isDirected ? "->" : "--"
      result += "\(indent)\(try DOTText.identifier(tail)) \(arrow) "
      result += "\(try DOTText.identifier(head))\(try Self.list(attributes))\n"
    case .subgraph(let name, let attributes, let statements):
      result += "\(indent)subgraph \(try DOTText.identifier(name)) {\n"
      if !attributes.isEmpty { result += "\(indent)  graph\(try Self.list(attributes))\n" }
      for statement in statements { try write(statement, depth + 1, to: &result) }
      result += "\(indent)}\n"
    case .comment(let text):
      try DOTText.check(text)
      result += "\(indent)// \(text)\n"
    }
  }

  private static func list(_ attributes: Attributes) throws(DOTError) -> String {
    var parts: [String] = []
    for name in attributes.keys.sorted() {
      guard let value = attributes[name] else { continue }
      guard
        !name.isEmpty,
        name.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_") })
      else { throw .badAttributeName(name) }
      parts.append("\(name)=\(try value.text(of: name))")
    }
    return parts.isEmpty ? "" : " [\(parts.joined(separator: ", "))]"
  }
}

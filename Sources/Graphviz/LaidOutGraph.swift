import CGraphviz

/// A graph that Graphviz has read and placed. It owns C memory, so there is one owner, and the memory
/// goes with it; it must not outlive the lock under which it was made.
struct LaidOutGraph: ~Copyable {
  private let entryPoints: entente_gv
  private let context: UnsafeMutableRawPointer
  private let graph: UnsafeMutableRawPointer

  private init(_ graph: UnsafeMutableRawPointer, in session: GraphvizLibrary.Session) {
    entryPoints = session.entryPoints
    context = session.context
    self.graph = graph
  }

  /// Reads DOT text, which ends with a zero byte.
  static func reading(
    _ dot: [UInt8], in session: GraphvizLibrary.Session, limits: RenderLimits
  ) throws(GraphvizError) -> LaidOutGraph {
    var entryPoints = session.entryPoints
    guard let pointer = read(dot, &entryPoints) else {
      let messages = MessageCollector.messages()
      throw .malformed(
        line: messages.line, messages: messages.errors.isEmpty ? ["no graph"] : messages.errors)
    }
    let graph = LaidOutGraph(pointer, in: session)

    // What follows the graph is ignored. The scanner may have read it already, and would take it
    // for the beginning of the next text, so it is used up here.
    while let leftover = read([0], &entryPoints) { entente_gv_close(&entryPoints, leftover) }
    MessageCollector.reset()
    let nodes = Int(entente_gv_node_count(&entryPoints, pointer))
    guard nodes <= limits.nodes else {
      throw .tooLarge(what: "number of nodes", size: nodes, limit: limits.nodes)
    }
    let edges = Int(entente_gv_edge_count(&entryPoints, pointer))
    guard edges <= limits.edges else {
      throw .tooLarge(what: "number of edges", size: edges, limit: limits.edges)
    }
    return graph
  }

  deinit {
    var entryPoints = entryPoints
    // Does nothing where nothing was placed.
    entente_gv_free_layout(&entryPoints, context, graph)
    entente_gv_close(&entryPoints, graph)
  }

  /// Sets an attribute of the graph, before placing.
  func set(_ name: String, to value: String) {
    var entryPoints = entryPoints
    entente_gv_set(&entryPoints, graph, name, value)
  }

  /// Places the nodes.
  func place(with engine: LayoutEngine) throws(GraphvizError) {
    var entryPoints = entryPoints
    let status = entente_gv_layout(&entryPoints, context, graph, engine.rawValue)
    let messages = MessageCollector.messages()
    if status != 0 {
      throw messages.namesMissingPlugin
        ? .pluginMissing(wanted: "the layout \"\(engine.rawValue)\"", messages: messages.errors)
        : .rejected(messages: messages.errors)
    }
    guard messages.errors.isEmpty else { throw .rejected(messages: messages.errors) }
  }

  /// Writes the placed graph.
  func bytes(as format: OutputFormat) throws(GraphvizError) -> [UInt8] {
    var entryPoints = entryPoints
    var pointer: UnsafeMutablePointer<CChar>?
    var count = 0
    let status = entente_gv_render(
      &entryPoints, context, graph, format.rawValue, &pointer, &count)
    defer { if let pointer { entente_gv_free_bytes(&entryPoints, pointer) } }
    let messages = MessageCollector.messages()
    guard status == 0, let pointer, messages.errors.isEmpty else {
      throw messages.namesMissingPlugin
        ? .pluginMissing(wanted: "the format \"\(format.rawValue)\"", messages: messages.errors)
        : .rejected(messages: messages.errors)
    }
    return [UInt8](UnsafeRawBufferPointer(start: pointer, count: count))
  }

  private static func read(
    _ text: [UInt8], _ entryPoints: inout entente_gv
  ) -> UnsafeMutableRawPointer? {
    text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        entente_gv_read(&entryPoints, characters.baseAddress)
      }
    }
  }
}

/// Graphviz inside this process: DOT text in, bytes or positions out.
///
/// The library is loaded on first use. Calls may come from any thread or task; they take turns.
public enum Graphviz {
  /// The version of the library, such as `2.43.0`.
  public static func version() throws(GraphvizError) -> String {
    try GraphvizLibrary.withSession { session throws(GraphvizError) in session.version }
  }

  /// A finished picture.
  public struct Rendering: Hashable, Sendable {
    /// The picture in the format that was asked for.
    public let bytes: [UInt8]
    /// What Graphviz found odd without giving up.
    public let warnings: [String]
  }

  /// Draws a graph.
  ///
  ///     let picture = try Graphviz.render("digraph { a -> b }", engine: .dot, format: .svg)
  ///
  /// - Parameters:
  ///   - dot: A graph in the DOT language. Only the first graph of the text is drawn.
  ///   - engine: What places the nodes.
  ///   - format: What is written.
  ///   - dpi: Pixels per inch for bitmaps; nil leaves it to the text, or to Graphviz's 96.
  ///   - created: The time that a PDF names as its creation, in seconds since 1970-01-01, so that
  ///     the same input gives the same bytes.
  ///   - limits: How large input and picture may be.
  /// - Returns: The same bytes for the same input and version, save for `fdp`, and save for a graph
  ///   without a name, which Graphviz numbers through.
  /// - Throws: ``GraphvizError``.
  public static func render(
    _ dot: String, engine: LayoutEngine, format: OutputFormat, dpi: Double? = nil,
    created: Int64 = 0, limits: RenderLimits = RenderLimits()
  ) throws(GraphvizError) -> Rendering {
    let text = try nullTerminated(dot, limits)
    if let dpi, !(dpi >= 1 && dpi <= 2400) {
      throw .tooLarge(what: "resolution (pixels per inch)", size: clamped(dpi), limit: 2400)
    }
    return try GraphvizLibrary.withSession { session throws(GraphvizError) in
      let graph = try LaidOutGraph.reading(text, in: session, limits: limits)
      if let dpi { graph.set("dpi", to: "\(dpi)") }
      try graph.place(with: engine)
      if format == .png {
        let size = try PlainLayout(parsing: try graph.bytes(as: .plain)).size
        // Graphviz adds a margin of four points on each side.
        let scale = (dpi ?? 96) / 72
        let pixels = clamped((size.width + 8) * scale * (size.height + 8) * scale)
        guard pixels <= limits.pixels else {
          throw .tooLarge(what: "bitmap (pixels)", size: pixels, limit: limits.pixels)
        }
      }
      let bytes = try graph.bytes(as: format)
      let warnings = MessageCollector.messages().warnings
      let finished =
        switch format {
        case .pdf: PDFDate.replacing(in: bytes, seconds: created)
        case .png: PNGResolution.setting(bytes, dpi: dpi ?? 96)
        default: bytes
        }
      return Rendering(bytes: finished, warnings: warnings)
    }
  }

  /// Places the nodes of a graph without drawing it.
  ///
  /// - Returns: Centres and sizes in points, with y upwards.
  /// - Throws: ``GraphvizError``.
  public static func layout(
    _ dot: String, engine: LayoutEngine, limits: RenderLimits = RenderLimits()
  ) throws(GraphvizError) -> PlainLayout {
    let text = try nullTerminated(dot, limits)
    return try GraphvizLibrary.withSession { session throws(GraphvizError) in
      let graph = try LaidOutGraph.reading(text, in: session, limits: limits)
      try graph.place(with: engine)
      return try PlainLayout(parsing: try graph.bytes(as: .plain))
    }
  }

  private static func nullTerminated(
    _ dot: String, _ limits: RenderLimits
  ) throws(GraphvizError) -> [UInt8] {
    var bytes = Array(dot.utf8)
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(what: "DOT text (bytes)", size: bytes.count, limit: limits.bytes)
    }
    if let zero = bytes.firstIndex(of: 0) {
      let line = 1 + bytes[..<zero].count { $0 == UInt8(ascii: "\n") }
      throw .malformed(line: line, messages: ["a zero byte"])
    }
    bytes.append(0)
    return bytes
  }

  private static func clamped(_ value: Double) -> Int {
    value.isNaN ? Int.max : Int(min(max(value, 0), 1e15))
  }
}

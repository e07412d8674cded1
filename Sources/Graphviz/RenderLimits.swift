/// How large an input and a picture may be.
///
/// Graphviz allocates without asking, so a small text can ask for gigabytes. The limits are checked
/// before the memory is spent.
public struct RenderLimits: Hashable, Sendable {
  /// Bytes of DOT text.
  public var bytes: Int
  /// Nodes of the graph.
  public var nodes: Int
  /// Edges of the graph.
  public var edges: Int
  /// Pixels of a bitmap, at four bytes each.
  public var pixels: Int

  /// Limits as given; the defaults let through every figure that a reader could still read.
  public init(
    bytes: Int = 16_000_000, nodes: Int = 5000, edges: Int = 20_000, pixels: Int = 50_000_000
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.edges = edges
    self.pixels = pixels
  }
}

/// A way in which Graphviz places nodes.
public enum LayoutEngine: String, CaseIterable, Sendable {
  /// Layers, for hierarchies.
  case dot
  /// Stress minimisation, for up to some hundred nodes.
  case neato
  /// Springs. Its result differs between runs, even with a seed.
  case fdp
  /// Multilevel springs, for large graphs.
  case sfdp
  /// Circles.
  case circo
  /// Rings around a root.
  case twopi
  /// No placing: draws nodes and edges where their `pos` says (in points).
  case nop2
}

/// What Graphviz writes.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Scalable Vector Graphics.
  case svg
  /// A bitmap.
  case png
  /// Portable Document Format.
  case pdf
  /// Positions as plain text, in inches.
  case plain
  /// DOT with positions added.
  case dot
  /// DOT with positions and drawing operations added.
  case xdot
}

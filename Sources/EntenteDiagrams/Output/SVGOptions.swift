/// How an SVG is to stand in its page.
public struct SVGOptions: Hashable, Sendable {
  /// A line of the stamp.
  public struct Stamp: Hashable, Sendable {
    /// What is told: `entente`, `graphviz`, `input`, `at` …
    public var name: String
    /// The value.
    public var value: String

    /// A line of the stamp.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Leaves out width and height, so that the picture fills the place it is given.
  public var isFluid = true
  /// Follows the page's light or dark theme through CSS variables; for SVG that stands inside an
  /// HTML page. The drawing should have the light theme.
  public var followsTheme = false
  /// What the `metadata` element says: versions, input hash, parameters, dates.
  public var stamp: [Stamp] = []

  /// The defaults.
  public init() {}
}

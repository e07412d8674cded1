/// Where the actors of a project stand in its figures, as a file beside the project keeps it.
///
/// ```yaml
/// entente-layout: 1
///
/// actor:
///   RU: {x: -210, y: 40, pinned: true}
///   AZ: {x: 180, y: 35}
/// ```
///
/// Each level of analysis has places of its own, because a figure of states has other actors than one
/// of persons and media. Places are in points, x to the right and y upwards, around any origin.
public struct LayoutFile: Hashable, Sendable {
  /// Where an actor stands.
  public struct Place: Hashable, Sendable {
    /// In points, to the right.
    public var x: Double
    /// In points, upwards.
    public var y: Double
    /// Whether a hand put it there, so that nothing may move it.
    public var isPinned: Bool

    /// A place.
    public init(x: Double, y: Double, isPinned: Bool = false) {
      self.x = x
      self.y = y
      self.isPinned = isPinned
    }
  }

  /// The places by actor, of each level of analysis by its name: `actor`, `state` or `media`.
  public var levels: [String: [String: Place]]

  /// Places by level and actor.
  public init(levels: [String: [String: Place]] = [:]) { self.levels = levels }

  /// The levels that a file may have.
  public static let levelNames = ["actor", "state", "media"]

  /// No coordinate is farther from the origin than this, in points.
  public static let farthest = 100_000.0

  /// The file's text: the same places give the same text.
  public var text: String {
    var output = YAMLOutput()
    output.text = """
      # Where the actors stand in the figures of this case, in points: x to the right, y upwards.
      # Change the numbers to move an actor; with "pinned: true" nothing moves it again.
      entente-layout: 1

      """
    for level in Self.levelNames {
      guard let places = levels[level], !places.isEmpty else { continue }
      output.text += "\n\(level):\n"
      for (id, place) in places.sorted(by: { $0.key < $1.key }) {
        let pin = place.isPinned ? ", pinned: true" : ""
        output.text +=
          "  \(YAMLOutput.scalar(id)): {x: \(Self.number(place.x)), y: \(Self.number(place.y))\(pin)}\n"
      }
    }
    return output.text
  }

  /// A hundredth of a point is finer than anything drawn.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return YAMLOutput.number(rounded == 0 ? 0 : rounded)
  }
}

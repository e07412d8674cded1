/// What a drawing says and how.
public struct DiagramOptions: Hashable, Sendable {
  /// The line above the drawing.
  public enum Title: Hashable, Sendable {
    /// What the drawing shows most strongly, as a sentence.
    case automatic
    /// A given text.
    case text(String)
    /// None, for reports that have captions.
    case none
  }

  /// The ground that the drawing stands on.
  public enum Theme: String, Hashable, Sendable, CaseIterable {
    /// White.
    case light
    /// Dark.
    case dark
  }

  /// What hulls are drawn around.
  public enum Hulls: String, Hashable, Sendable, CaseIterable {
    /// Actors with those that belong to them.
    case states
    /// The blocs of ``DiagramOptions/blocs``.
    case blocs
    /// Nothing.
    case none
  }

  /// The line above the drawing.
  public var title: Title = .automatic
  /// Which language the names are shown in, as a tag such as `az`; nil is the project's own.
  public var language: String?
  /// The least intensity that is drawn, in points of the scale, above 0. A shift uses its own.
  public var minimum: Double = 0.05
  /// How many ties get a label, the strongest (or most changed) first.
  public var labels: Int = 30
  /// The intensity at which a tie is drawn widest (6.8 points). nil picks 10, 5, 2.5 or 1, the
  /// least that holds every tie; the legend says which.
  public var fullScale: Double?
  /// The ground that the drawing stands on.
  public var theme: Theme = .light
  /// The width in points that the drawing should keep to, if its actors allow that.
  public var width: Double = 690
  /// Places to keep, by actor id, from an earlier ``Drawing/placement``.
  public var placement: [String: Point] = [:]
  /// Of the actors with a place to keep, those that nothing may move.
  var pinned: Set<String> = []
  /// How far the others may be moved along each axis where something would cover them.
  var give = 0.0
  /// What hulls are drawn around.
  public var hulls: Hulls = .states
  /// Blocs to show; ties against them are marked.
  public var blocs: Blocs?
  /// The ids of actors to emphasise: what does not touch them is grey and has no label. All where
  /// empty.
  public var emphasis: Set<String> = []
  /// Starts the generator that improves the placement. The next seeds follow where something still
  /// covers something else.
  public var seed: UInt64 = 1
  /// How often the placement is tried; the best is kept. Each takes about as long as the rest.
  public var attempts: Int = 1
  /// Whether names are set small, as in the panels of multiples.
  var isCompact = false
  /// The source line; nil makes one from the project's sources.
  public var sourceLine: String?

  /// The defaults.
  public init() {}
}

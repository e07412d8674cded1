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

  /// The colours, and the ground that the drawing stands on.
  public enum Theme: String, Hashable, Sendable, CaseIterable {
    /// On white.
    case light
    /// On a dark ground.
    case dark
    /// On white, with signs that stay apart when printed in grey.
    case print
    /// On white, with high contrast.
    case contrast
  }

  /// How large the drawing comes out.
  ///
  /// A drawing is laid out in one size of letters, for as many points as `room`, and then scaled to
  /// the size that was asked for, so that its letters have a known size there.
  public enum Size: Hashable, Sendable {
    /// As wide as its actors need, and about this many points; nothing is scaled.
    case points(Double)
    /// A column of a newspaper or journal: 252 points (3½ inches), letters from 6 points.
    case column
    /// A page of a report: 468 points (6½ inches), letters from 7 points.
    case page
    /// A slide of 960 × 540 points, letters from 12 points.
    case slide

    /// The width to lay out for, in points before scaling.
    public var room: Double {
      switch self {
      case .points(let width): width
      case .column: 336
      case .page: 520
      case .slide: 640
      }
    }

    /// Width and height that the drawing is scaled to fit; nil where it is not scaled.
    public var frame: (width: Double, height: Double)? {
      switch self {
      case .points: nil
      case .column: (252, 648)
      case .page: (468, 648)
      case .slide: (960, 540)
      }
    }

    /// Width over height of the room that many actors get: upright for a column, flat for a slide.
    var shape: Double {
      switch self {
      case .points: 1.3
      case .page: 1.1
      case .column: 0.5
      case .slide: 2.2
      }
    }

    /// Whether it is too narrow for names at both sides of a chart.
    var isNarrow: Bool { room < 400 }

    /// The greatest height of the room, as a share of its width.
    var tallest: Double { max(1 / shape, shape > 2 ? 0 : 1) }
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
  /// Leaves title and subtitle out of the drawing, for captions that say them; unlike
  /// ``Title/none`` it lets a text be given.
  public var hidesTitle = false
  /// Which language the names and the words around them are shown in, as a tag such as `az`; nil is
  /// the project's own names with English words.
  public var language: String?
  /// The least intensity that is drawn, in points of the scale, above 0. A shift uses its own.
  public var minimum: Double = 0.05
  /// How many ties get a label, the strongest (or most changed) first.
  public var labels: Int = 30
  /// The intensity at which a tie is drawn widest (6.8 points). nil picks 10, 5, 2.5 or 1, the
  /// least that holds every tie; the legend says which.
  public var fullScale: Double?
  /// The colours, and the ground that the drawing stands on.
  public var theme: Theme = .light
  /// How large the drawing comes out.
  public var size: Size = .points(690)
  /// The width in points that the drawing is laid out for and keeps to, if its actors allow that.
  public var width: Double {
    get { size.room }
    set { size = .points(newValue) }
  }
  /// Draws a halo around every tie, as wide as the upper end of the 95 % interval that the ranges of
  /// the scores leave, and a fine line in it, as wide as the lower end.
  public var showsUncertainty = false
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
  /// The ids of actors to emphasise: ties that do not touch them are grey and have no label. Where it
  /// is empty, all ties count, and a chart of ranks picks those that moved most.
  public var emphasis: Set<String> = []
  /// Starts the generator that improves the placement. The next seeds follow where something still
  /// covers something else.
  public var seed: UInt64 = 1
  /// How many placements are tried at most where up to 60 actors are drawn. The first that reads well
  /// is kept, or else the best.
  public var attempts: Int = 8
  /// Whether names are set small, as in the panels of multiples.
  var isCompact = false
  /// How many events a timeline numbers, the weightiest first.
  public var pins: Int = 12
  /// How many actors a chart of ranks shows.
  public var top: Int = 20
  /// The source line; nil makes one from the project's sources.
  public var sourceLine: String?

  /// The defaults.
  public init() {}

  /// The same for words that are in English only.
  var inEnglish: DiagramOptions {
    var options = self
    options.language = nil
    return options
  }
}

extension Chart {
  /// A line or an area of a chart. Marks are drawn in their order, below all texts.
  public struct Mark: Hashable, Sendable {
    /// What the mark is for.
    public enum Role: String, Hashable, Sendable {
      /// Lines and areas that carry no value: axes, rules, frames.
      case grid
      /// The side of a tie in a matrix.
      case cell
      /// What tells signs apart without colour.
      case cue
      /// A line of values over time.
      case step
      /// Where a value may lie.
      case ribbon
      /// When claims were made.
      case rug
      /// Something that happened.
      case pin
      /// The way of an actor through ranks.
      case path
      /// Places that are shared.
      case shared
    }

    /// What is drawn.
    public enum Shape: Hashable, Sendable {
      /// A closed area.
      case polygon([Point])
      /// Straight lines from point to point.
      case line([Point])
      /// Cubic Bézier curves: the first point, then three for each.
      case curve([Point])
      /// An ellipse in a box.
      case ellipse(Box)
    }

    /// What the mark is for.
    public var role: Role
    /// What is drawn.
    public var shape: Shape
    /// The inside, as `#RRGGBB` or `#RRGGBBAA`; nil leaves it open.
    public var fill: String?
    /// The line, likewise; nil draws none.
    public var stroke: String?
    /// The width of the line, in points.
    public var width: Double = 1
    /// How the line is broken.
    public var dash: Drawing.Sample.Dash = .solid

    /// The points that span it.
    public var points: [Point] {
      switch shape {
      case .polygon(let points), .line(let points), .curve(let points): points
      case .ellipse(let box): box.corners
      }
    }

    func moved(_ shift: Point) -> Mark {
      var mark = self
      switch shape {
      case .polygon(let points): mark.shape = .polygon(points.map { $0 + shift })
      case .line(let points): mark.shape = .line(points.map { $0 + shift })
      case .curve(let points): mark.shape = .curve(points.map { $0 + shift })
      case .ellipse(let box): mark.shape = .ellipse(box.moved(shift))
      }
      return mark
    }
  }

  /// A place in a chart that tells what it rests on when pointed at, and may lead to it.
  public struct Spot: Hashable, Sendable {
    /// `cell`, `pin` or `place`.
    public let role: String
    /// Where it is.
    public let box: Box
    /// What a reader is told.
    public let title: String
    /// Where it leads: an address that is allowed, or nil.
    public let link: String?
  }
}

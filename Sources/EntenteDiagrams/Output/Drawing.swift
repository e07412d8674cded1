import EntenteCore

/// A finished drawing: everything has its place and its style. It becomes DOT, SVG, PNG or PDF.
public struct Drawing: Hashable, Sendable {
  /// An actor.
  public struct Node: Hashable, Sendable {
    /// The actor's id in the project, after the number of the panel where there are several.
    public let id: String
    /// The name that is shown.
    public let name: String
    /// What kind of actor it is, which sets the shape.
    public let kind: Actor.Kind
    /// The name in lines.
    public let lines: [String]
    /// Where it is.
    public let box: Box
    /// What a reader is told about it on pointing at it.
    public let description: String
    /// How it is drawn.
    var state = Scene.State.ordinary
    /// The size of its name, in points; nil is the usual one.
    var textSize: Double?
    /// The actor's id in the project; `id` differs from it where a drawing has several panels.
    var actor: String
  }

  /// One stroke of a strand: the strand itself, or the pale trace of what it was.
  public struct Stroke: Hashable, Sendable {
    /// What a stroke shows.
    public enum Role: String, Hashable, Sendable {
      /// The strand on the date of the drawing.
      case now
      /// What it was before.
      case was
      /// The edge of what is pale, where that would not stand out from the ground.
      case edge
      /// How strong it may be.
      case halo
      /// The fine line at the strength that it has at least.
      case lower
      /// The strand again, inside that line.
      case core
    }
    /// In points.
    public let width: Double
    /// As `#RRGGBB`.
    public let color: String
    /// Whether it carries the head.
    public let hasHead: Bool
    /// What it shows.
    public var role = Role.now
  }

  /// One side of the tie from one actor to another.
  public struct Strand: Hashable, Sendable {
    /// The id of who acts.
    public let source: String
    /// The id of whom it acts towards.
    public let target: String
    /// Tension or accord.
    public let sign: Sign
    /// The intensity on the earlier date, in a shift.
    public let before: Double?
    /// The intensity on the date of the drawing.
    public let now: Double
    /// The strongest basis of the claims behind it, which sets how its line is broken.
    public let basis: Claim.Basis
    /// From the source's boundary to where the head begins.
    public internal(set) var path: Cubic
    /// The point of the head.
    public let tip: Point
    /// The length of the head, in points.
    public let headLength: Double
    /// What is drawn, from below to above.
    public let strokes: [Stroke]
    /// What a reader is told about it on pointing at it.
    public let description: String
    /// The point of the head at the source, where the tie is the same in both directions.
    var tail: Point?
    /// Whether it is grey, because other ties are emphasised.
    var isMuted = false

    /// Whether it stands for both directions.
    public var isMutual: Bool { tail != nil }

    /// Points along it, heads included.
    func samples(_ count: Int) -> [Point] {
      (tail.map { [$0] } ?? []) + path.samples(count) + [tip]
    }
  }

  /// The sign on a tie that stands against the blocs.
  public struct Mark: Hashable, Sendable {
    /// The strand, as a position in `strands`.
    public let strand: Int
    /// Where it is.
    public let box: Box
  }

  /// The dotted line from an actor to what it belongs to.
  public struct Bond: Hashable, Sendable {
    /// The id of the actor that belongs.
    public let member: String
    /// The id of what it belongs to.
    public let whole: String
    /// The line.
    public let path: Cubic
  }

  /// The label of a strand.
  public struct Chip: Hashable, Sendable {
    /// The strand, as a position in `strands`.
    public let strand: Int
    /// Where the weightiest claim behind it can be read.
    public var link: String?
    /// What it says.
    public let text: String
    /// Where it is.
    public let box: Box
  }

  /// A text that belongs to no actor.
  public struct Text: Hashable, Sendable {
    /// What the text is for.
    public enum Role: String, Hashable, Sendable {
      /// The line above the drawing.
      case title
      /// What is measured, and when.
      case subtitle
      /// The name of a hull.
      case hull
      /// The heading of a panel.
      case panel
      /// An entry of the legend.
      case legend
      /// Where the data come from.
      case source
      /// A value or date on an axis of a chart.
      case axis
      /// The name of a row, or of a line at its end.
      case row
      /// The name of a column.
      case column
      /// A number where it holds.
      case value
      /// The number of a pin.
      case pin
      /// An entry of the key of a timeline.
      case key
    }
    /// Which side of the box the text keeps to.
    public enum Alignment: String, Hashable, Sendable {
      /// The left one.
      case left
      /// Neither.
      case center
      /// The right one.
      case right
    }
    /// What the text is for.
    public let role: Role
    /// What it says.
    public let text: String
    /// In points.
    public let size: Double
    /// Whether it is bold.
    public let isBold: Bool
    /// As `#RRGGBB`.
    public let color: String
    /// Where it is.
    public let box: Box
    /// Which side of the box it keeps to.
    public var alignment = Alignment.left
    /// Where it leads.
    public var link: String?
  }

  /// A sample in the legend.
  public struct Sample: Hashable, Sendable {
    /// What is shown.
    public enum Kind: Hashable, Sendable {
      /// Lines one over the other (width, colour, whether dashed or dotted), with a head or not.
      case line(strokes: [Stroke], dash: Dash, head: Sign?)
      /// The shape of a kind of actor.
      case shape(Actor.Kind)
      /// The mark of a tie against the blocs.
      case mark
    }
    /// How a line is broken.
    public enum Dash: String, Hashable, Sendable {
      /// Not at all.
      case solid
      /// In dashes.
      case dashed
      /// In dots.
      case dotted

      /// How the lines of a basis are broken: stated not at all, interpreted in dashes, implied in
      /// dots.
      init(_ basis: Claim.Basis) {
        self =
          switch basis {
          case .stated: .solid
          case .interpreted: .dashed
          case .implied: .dotted
          }
      }
    }
    /// What is shown.
    public let kind: Kind
    /// Where it is.
    public let box: Box
  }

  /// `alignment` or `shift`.
  public let view: String
  /// In points.
  public let width: Double
  /// In points.
  public let height: Double
  /// What the drawing is multiplied by when it is written, letters and all: 1 but for the sizes that
  /// scale it.
  public let scale: Double
  /// The actors.
  public let nodes: [Node]
  /// The ties.
  public internal(set) var strands: [Strand]
  /// Who belongs to whom.
  public let bonds: [Bond]
  /// The outlines of groups.
  public let hulls: [Hull]
  /// The labels of ties.
  public let chips: [Chip]
  /// All other texts.
  public let texts: [Text]
  /// The samples of the legend.
  public let samples: [Sample]
  /// The height of the line above the legend, or nil without one.
  public let rule: Double?
  /// The title, also where it is not drawn.
  public let title: String
  /// What is measured and when, also where it is not drawn.
  public let subtitle: String
  /// The language of its words, as a tag such as `en` or `az`.
  public let language: String
  /// What the drawing shows, in sentences made from its numbers.
  public let description: String
  /// Every tie as a line of text, for readers who can't see the drawing.
  public let textAlternative: [String]
  /// On what ground.
  public let theme: DiagramOptions.Theme
  /// The last day that the drawing speaks of; dates a PDF.
  public let day: CalendarDate
  /// The marks of ties against the blocs.
  public var marks: [Mark] = []
  /// Where the origin of the actors' own coordinates lies on the sheet.
  public var origin = Point(0, 0)
  /// How many actors there are where states or blocs stand for them; nil where each is drawn.
  public var condensedActors: Int?
  /// How many ties should have a chip.
  var wantedChips = 0

  /// The size of the smallest letters when it is written, in points.
  public var smallestText: Double {
    let sizes = texts.map(\.size) + (chips.isEmpty ? [] : [Metrics.chip]) + [Metrics.actor]
    return (sizes.min() ?? Metrics.actor) * scale
  }

  /// Where each actor stands, to keep for the next drawing. In coordinates of its own, which do not
  /// depend on what is written around the drawing.
  public var placement: [String: Point] {
    // Of several panels the first counts; all are alike.
    Dictionary(nodes.map { ($0.actor, $0.box.center - origin) }) { first, _ in first }
  }
}

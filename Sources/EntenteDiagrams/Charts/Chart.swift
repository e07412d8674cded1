import EntenteCore

/// A finished picture with axes or cells in place of actors and ties: a matrix, a timeline or ranks.
///
/// Like a ``Drawing`` it is written as DOT with every position, and drawn from that: marks are
/// drawing operations below everything else, texts are nodes, and what can be pointed at lies on top
/// as nodes that can hardly be seen.
public struct Chart: Figure, Hashable {
  /// `matrix`, `timeline` or `ranks`.
  public let view: String
  /// In points.
  public let width: Double
  /// In points.
  public let height: Double
  /// What the chart is multiplied by when it is written, letters and all: 1 but for the sizes that
  /// scale it.
  public let scale: Double
  /// Lines and areas, from below to above.
  public let marks: [Mark]
  /// All texts; they lie above the marks.
  public let texts: [Drawing.Text]
  /// What can be pointed at.
  public let spots: [Spot]
  /// The title, also where it is not drawn.
  public let title: String
  /// What is measured and when, also where it is not drawn.
  public let subtitle: String
  /// The language of the words, which is English; names may be in another.
  public let language: String
  /// What the chart shows, in sentences made from its numbers.
  public let description: String
  /// Everything that the chart shows, line by line, for readers who can't see it.
  public let textAlternative: [String]
  /// On what ground.
  public let theme: DiagramOptions.Theme
  /// The last day that the chart speaks of; dates a PDF.
  public let day: CalendarDate

  /// The size of the smallest letters when it is written, in points.
  public var smallestText: Double { (texts.map(\.size).min() ?? Metrics.source) * scale }
}

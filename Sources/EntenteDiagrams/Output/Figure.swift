import EntenteCore

/// A finished picture of any view, which becomes DOT, SVG, PNG or PDF and can be told in words.
public protocol Figure: Sendable {
  /// The name of the view: `alignment`, `shift` …
  var view: String { get }
  /// In points.
  var width: Double { get }
  /// In points.
  var height: Double { get }
  /// What width and height are multiplied by when it is written.
  var scale: Double { get }
  /// The size of the smallest letters when it is written, in points.
  var smallestText: Double { get }
  /// The title, also where it is not drawn.
  var title: String { get }
  /// What is measured and when, also where it is not drawn.
  var subtitle: String { get }
  /// The language of its words, as a tag such as `en` or `az`.
  var language: String { get }
  /// What the picture shows, in sentences made from its numbers.
  var description: String { get }
  /// Everything that the picture shows, line by line, for readers who can't see it.
  var textAlternative: [String] { get }
  /// On what ground.
  var theme: DiagramOptions.Theme { get }
  /// The last day that the picture speaks of; dates a PDF.
  var day: CalendarDate { get }

  /// Counts what covers what in the picture.
  func cost() -> PlacementCost
  /// The picture in the DOT language, with all positions, for editing by hand.
  func dot() throws(DrawingError) -> String
  /// The picture as SVG that can be put into a page; the same bytes for the same picture.
  func svg(_ options: SVGOptions) throws(DrawingError) -> [UInt8]
  /// The picture as a bitmap with so many pixels per inch.
  func png(dpi: Double) throws(DrawingError) -> [UInt8]
  /// The picture as PDF, dated by its last day.
  func pdf() throws(DrawingError) -> [UInt8]
}

extension Figure {
  /// Title, subtitle and everything that the picture shows, as lines of plain text.
  public var text: String {
    ([title, subtitle, ""] + textAlternative.map { "- " + $0 }).joined(separator: "\n") + "\n"
  }

  /// Nothing is scaled.
  public var scale: Double { 1 }

  /// That of the source line, the smallest of all drawings.
  public var smallestText: Double { 8 * scale }
}

extension Drawing: Figure {}

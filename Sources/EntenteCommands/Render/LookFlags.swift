import ArgumentParser
import EntenteDiagrams

extension DiagramOptions.Theme: ExpressibleByArgument {}

extension DiagramOptions.Size: ExpressibleByArgument {
  /// `column`, `page`, `slide`, or a number of points.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "column": self = .column
    case "page": self = .page
    case "slide": self = .slide
    default:
      guard let width = Double(argument), (200...5000).contains(width) else { return nil }
      self = .points(width)
    }
  }
}

/// How it looks: words, language, colours, sizes.
struct LookFlags: ParsableArguments {
  @Option(help: ArgumentHelp("A title of your own.", valueName: "text"))
  var title: String?

  @Flag(help: "No title, for reports that have captions.")
  var noTitle = false

  @Option(
    help: ArgumentHelp(
      """
      Names in this language where the project has them; in figures of nodes and links also titles \
      and legend in az, ru, hy, ka, tr, ar, he, else in English.
      """, valueName: "tag"))
  var lang: String?

  @Option(help: "light, dark, print (also apart in grey) or contrast (high contrast).")
  var theme: DiagramOptions.Theme?

  @Option(help: ArgumentHelp("Label only so many ties, the strongest first.", valueName: "count"))
  var labels: Int?

  @Flag(
    help: "A halo around each tie and a line in it: the ends of the 95 % interval of its scores.")
  var uncertainty = false

  @Option(
    help: ArgumentHelp(
      "The intensity drawn widest; the least of 1, 2.5, 5, 10 that holds all otherwise.",
      valueName: "points"))
  var fullScale: Double?

  @Option(
    help: ArgumentHelp(
      """
      column (3½ inches), page (6½ inches), slide (960 × 540 points), or the points to lay out for, \
      200 to 5000; 690, or page for docx, where not given.
      """, valueName: "size"))
  var width: DiagramOptions.Size?

  @Option(
    help: ArgumentHelp("Starts the generator that improves the placement.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if title != nil, noTitle { throw ValidationError("give --title or --no-title, not both") }
    if let fullScale, !(0.01...1000).contains(fullScale) {
      throw ValidationError("--full-scale is 0.01 to 1000")
    }
    if let labels, labels < 0 { throw ValidationError("--labels is 0 or more") }
  }

  /// The same for the library.
  func options(_ asked: ViewFlags) -> DiagramOptions {
    var options = DiagramOptions()
    options.title = noTitle ? .none : title.map { .text($0) } ?? .automatic
    options.language = lang
    options.minimum = asked.minimum
    if let labels { options.labels = labels }
    options.fullScale = fullScale
    options.theme = theme ?? .light
    if let width { options.size = width }
    options.showsUncertainty = uncertainty
    options.seed = seed
    return options
  }
}

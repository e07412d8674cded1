import ArgumentParser
import EntenteDiagrams

extension DiagramOptions.Theme: ExpressibleByArgument {}

/// How it looks: words, language, colours, sizes.
struct LookFlags: ParsableArguments {
  @Option(help: ArgumentHelp("A title of your own.", valueName: "text"))
  var title: String?

  @Flag(help: "No title, for reports that have captions.")
  var noTitle = false

  @Option(help: ArgumentHelp("Names in this language, as az, ru or hy.", valueName: "tag"))
  var lang: String?

  @Option(help: "light or dark.")
  var theme: DiagramOptions.Theme = .light

  @Option(help: ArgumentHelp("Label only so many ties, the strongest first.", valueName: "count"))
  var labels: Int?

  @Option(
    help: ArgumentHelp(
      "The intensity drawn widest; the least of 1, 2.5, 5, 10 that holds all otherwise.",
      valueName: "points"))
  var fullScale: Double?

  @Option(help: ArgumentHelp("Width to keep to, in points.", valueName: "points"))
  var width: Double = 690

  @Option(
    help: ArgumentHelp("Starts the generator that improves the placement.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if title != nil, noTitle { throw ValidationError("give --title or --no-title, not both") }
    guard (200...5000).contains(width) else { throw ValidationError("--width is 200 to 5000") }
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
    options.theme = theme
    options.width = width
    options.seed = seed
    return options
  }
}

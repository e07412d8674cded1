import ArgumentParser
import EntenteCore

/// The dates of a figure that has several.
struct SeveralDates: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The dates of multiples, two to twelve, with commas between them.", valueName: "dates"))
  var dates: String?

  /// More panels than this can't be read.
  static let limit = 12

  func check(_ asked: ViewFlags) throws {
    if asked.at != nil {
      throw ValidationError("multiples have several dates: give --dates or --every")
    }
    if dates != nil, asked.charts.every != nil {
      throw ValidationError("give --dates or --every, not both")
    }
    if dates == nil, asked.charts.every == nil {
      throw ValidationError("multiples need --dates A,B,C or --every month")
    }
    if dates != nil, asked.from != nil || asked.to != nil {
      throw ValidationError("--from and --to go with --every")
    }
  }

  func windows(_ asked: ViewFlags, in project: Project) throws(Failure) -> [Window] {
    var windows: [Window] = []
    if let dates {
      for text in dates.split(separator: ",") {
        guard let window = Window(argument: String(text.filter { $0 != " " })) else {
          throw Failure(status: .usage, message: "'\(text)' is no date: \(Window.help)")
        }
        windows.append(window)
      }
    } else {
      var flags = DateFlags()
      flags.every = asked.charts.every
      flags.from = asked.from?.first
      flags.to = asked.to?.last
      windows = try flags.windows(in: project)
    }
    guard (2...Self.limit).contains(windows.count) else {
      throw Failure(
        status: .usage,
        message: "multiples have 2 to \(Self.limit) panels, and this asks for \(windows.count)")
    }
    return windows
  }
}

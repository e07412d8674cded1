import ArgumentParser
import EntenteCore
import EntenteFormats

/// As of when: one date, or the end of every period between two.
struct DateFlags: ParsableArguments {
  /// The steps of a series.
  enum Period: String, CaseIterable, ExpressibleByArgument {
    case day, week, month, quarter, year
  }

  @Option(help: ArgumentHelp("As of when: \(Window.help).", valueName: "date"))
  var at: Window?

  @Option(help: "A series: as of the end of every day, week (Sunday), month, quarter or year.")
  var every: Period?

  @Option(help: ArgumentHelp("The first day of the series.", valueName: "day"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("Its last day.", valueName: "day"))
  var to: CalendarDate?

  /// A series is not longer than this.
  static let limit = 100_000

  func validate() throws {
    if every != nil, at != nil { throw ValidationError("give --at or --every, not both") }
    if every == nil, from != nil || to != nil {
      throw ValidationError("--from and --to bound a series: say --every day, week, month …")
    }
    if let from, let to, from > to { throw ValidationError("--from is after --to") }
  }

  var isSeries: Bool { every != nil }

  func windows(in project: Project) throws(Failure) -> [Window] {
    guard let every else { return [try project.window(at)] }
    let begun = project.claims.compactMap { $0.when.interval.first ?? $0.when.interval.last }
    guard let first = from ?? begun.min(), let last = to ?? project.latestDay else {
      throw Failure(status: .usage, message: "the project names no date: give --from and --to")
    }
    var windows: [Window] = []
    var day = first
    while day <= last {
      let end = min(Self.end(of: every, holding: day), last)
      windows.append(Window(end))
      day = end.advanced(byDays: 1)
      if windows.count > Self.limit {
        throw Failure(
          status: .usage,
          message: "the series has more than \(Self.limit) steps: ask for a longer step or less")
      }
    }
    return windows
  }

  private static func end(of period: Period, holding day: CalendarDate) -> CalendarDate {
    let (year, month, _) = day.components
    switch period {
    case .day: return day
    // 1970-01-04 was a Sunday.
    case .week:
      let sinceSunday = ((Int(day.dayNumber) - 3) % 7 + 7) % 7
      return day.advanced(byDays: sinceSunday == 0 ? 0 : 7 - sinceSunday)
    case .month: return lastDay(year, month)
    case .quarter: return lastDay(year, (month + 2) / 3 * 3)
    case .year: return lastDay(year, 12)
    }
  }

  private static func lastDay(_ year: Int, _ month: Int) -> CalendarDate {
    let day = CalendarDate.days(inMonth: month, ofYear: year)
    return CalendarDate(year: year, month: month, day: day) ?? CalendarDate.supported.upperBound
  }
}

extension Document {
  /// A document about some dates: its heading, what was weighed, and what was asked for.
  init(
    _ command: String, of evidence: Evidence, over windows: [Window], _ flags: DateFlags,
    subtitle: [String] = []
  ) {
    let project = evidence.project.title
    self.init(
      command: command, project: project,
      title: "\(project): \(command) \(Self.when(windows, flags))")
    self.subtitle = subtitle + [evidence.wording]
    parameters = evidence.parameters
    parameters["dates"] = .array(windows.map { .string($0.description) })
  }

  /// Makes the tables of each window in turn, telling how far it is, and joins them.
  static func series(
    _ what: String, over windows: [Window], _ tables: (Window) throws -> [Table]
  ) rethrows -> [Table] {
    var progress = Progress(what, of: windows.count)
    return series(
      try windows.map { window in
        defer { progress.advance() }
        return (window, try tables(window))
      })
  }

  /// Puts the tables of a series one below the other, each row under its date.
  static func series(_ steps: [(Window, [Table])]) -> [Table] {
    if steps.count == 1 { return steps[0].1 }
    var result: [Table] = []
    for (window, tables) in steps {
      for table in tables {
        let dated = table.rows.map { [Table.Cell.text(window.description)] + $0 }
        if let index = result.firstIndex(where: { $0.key == table.key }) {
          result[index].rows += dated
        } else {
          var first = table
          first.columns.insert(.init("date", "Date", .heading), at: 0)
          first.rows = dated
          result.append(first)
        }
      }
    }
    return result
  }

  /// `as of 2025-05-19`, or `from … to …, every month`.
  private static func when(_ windows: [Window], _ flags: DateFlags) -> String {
    guard let every = flags.every, let first = windows.first, let last = windows.last else {
      return "as of \(windows.first?.description ?? "no date")"
    }
    return "every \(every.rawValue) from \(first) to \(last)"
  }
}

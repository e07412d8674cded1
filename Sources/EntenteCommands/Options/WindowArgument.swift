import ArgumentParser
import EntenteCore

extension Window: ExpressibleByArgument {
  /// A day, month, year or interval as an argument.
  public init?(argument: String) {
    guard let date = try? EDTFDate(argument), let first = date.interval.first,
      let last = date.interval.last
    else { return nil }
    self.init(first, last)
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as an argument.
  public init?(argument: String) {
    guard let window = Window(argument: argument), window.isSingleDay else { return nil }
    self = window.first
  }
}

extension Window {
  static let help = "YYYY-MM-DD, YYYY-MM, YYYY, or FIRST/LAST"
}

extension Project {
  /// The last day that the evidence speaks of: when the last claim began or the last source was
  /// published. What is asked for without a date is told as of then.
  var latestDay: CalendarDate? {
    let begun = claims.compactMap { $0.when.interval.first ?? $0.when.interval.last }
    let published =
      claims.compactMap { $0.published?.interval.last }
      + sources.compactMap { $0.published?.interval.last }
    return (begun + published).max()
  }

  func window(_ asked: Window?) throws(Failure) -> Window {
    if let asked { return asked }
    guard let day = latestDay else {
      throw Failure(status: .usage, message: "the project names no date: say which with --at")
    }
    return Window(day)
  }
}

/// A date as sources give it: a day, a month, a year, or an interval of such, written in a subset of
/// the Extended Date/Time Format (ISO 8601-2:2019).
///
/// `2025-05-09`, `2024-12`, `2025`, `2025-05-09/2025-05-19`, `../2025-05-19`, `2025-05-19/..`; an
/// end may carry `~` (about), `?` (uncertain) or `%` (both). The text is kept as written; the
/// interval is the earliest to the latest day that it can mean.
public struct EDTFDate: Hashable, Sendable {
  /// The date as it was written.
  public let text: String
  /// The earliest to the latest day meant.
  public let interval: DateInterval
  /// Whether an end is marked as approximate (`~` or `%`).
  public let isApproximate: Bool
  /// Whether an end is marked as uncertain (`?` or `%`).
  public let isUncertain: Bool

  /// A single day.
  public init(_ day: CalendarDate) {
    text = day.description
    interval = DateInterval(day)
    isApproximate = false
    isUncertain = false
  }

  /// Reads a date.
  ///
  /// - Throws: ``EDTFError`` that says what is wrong with the text.
  public init(_ text: String) throws(EDTFError) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= 64 else { throw .malformed(String(text.prefix(64))) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { throw .tooManyParts }
    var approximate = false
    var uncertain = false
    var ends: [Span] = []
    for part in parts {
      ends.append(try Self.span(part, parts.count == 2, &approximate, &uncertain))
    }
    let begin = ends[0]
    let end = ends[ends.count - 1]
    guard begin.first != nil || end.last != nil else { throw .openAtBothEnds }
    guard let interval = DateInterval(begin.first, end.last) else {
      throw .reversed(first: parts[0], last: parts[1])
    }
    self.text = text
    self.interval = interval
    self.isApproximate = approximate
    self.isUncertain = uncertain
  }

  private typealias Span = (first: CalendarDate?, last: CalendarDate?)

  private static func span(
    _ part: String, _ mayBeOpen: Bool, _ approximate: inout Bool, _ uncertain: inout Bool
  ) throws(EDTFError) -> Span {
    if part == "..", mayBeOpen { return (nil, nil) }
    var digits = Substring(part)
    switch digits.last {
    case "~": approximate = true
    case "?": uncertain = true
    case "%":
      approximate = true
      uncertain = true
    default: digits.append(" ")
    }
    digits.removeLast()
    let fields = digits.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(fields.count) else { throw .malformed(part) }
    var numbers: [Int] = []
    for (field, width) in zip(fields, widths) {
      guard field.utf8.count == width, field.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(field)
      else { throw .malformed(part) }
      numbers.append(number)
    }
    let year = numbers[0]
    let months = numbers.count > 1 ? numbers[1]...numbers[1] : 1...12
    guard months.lowerBound >= 1, months.upperBound <= 12 else { throw .noSuchDay(part) }
    let lastDay = CalendarDate.days(inMonth: months.upperBound, ofYear: year)
    let days = numbers.count > 2 ? (numbers[2], numbers[2]) : (1, lastDay)
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: days.0),
      let last = CalendarDate(year: year, month: months.upperBound, day: days.1)
    else { throw .noSuchDay(part) }
    return (first, last)
  }
}

extension EDTFDate: CustomStringConvertible {
  /// The date as it was written.
  public var description: String { text }
}

/// What is wrong with a date.
public enum EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing is there.
  case empty
  /// The text, or this part of it, does not have the form of a date.
  case malformed(String)
  /// The form is right, but the calendar has no such month or day.
  case noSuchDay(String)
  /// More than one `/`.
  case tooManyParts
  /// `../..` names no day at all.
  case openAtBothEnds
  /// The interval ends before it begins.
  case reversed(first: String, last: String)

  /// What is wrong and what to write.
  public var description: String {
    switch self {
    case .empty:
      "the date is empty: write a day (2025-05-09), a month (2025-05), a year or an interval"
    case .malformed(let part):
      "'\(part)' is not a date: write YYYY-MM-DD, YYYY-MM, YYYY, or an interval such as 2025-05-09/2025-05-19 or ../2025-05-19"
    case .noSuchDay(let part):
      "'\(part)' is not in the calendar"
    case .tooManyParts:
      "an interval has one '/' between its first and its last date"
    case .openAtBothEnds:
      "the interval is open at both ends: give one of them"
    case .reversed(let first, let last):
      "the interval is reversed: \(first) is after \(last)"
    }
  }
}

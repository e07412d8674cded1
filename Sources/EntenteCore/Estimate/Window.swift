/// The days over which ties are estimated: a single date, or a stretch of days.
///
/// A claim's weight over a window is its mean daily weight, so that a tie over a window still is the
/// sum of its claims' contributions.
public struct Window: Sendable, Hashable, CustomStringConvertible {
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate

  /// A single day.
  public init(_ day: CalendarDate) {
    first = day
    last = day
  }

  /// The days from `first` to `last`, both included, or nil where they are reversed.
  public init?(_ first: CalendarDate, _ last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether the window is one day.
  public var isSingleDay: Bool { first == last }

  /// The day, or `first/last`.
  public var description: String { isSingleDay ? "\(first)" : "\(first)/\(last)" }
}

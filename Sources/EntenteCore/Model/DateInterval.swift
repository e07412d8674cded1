/// A closed interval of days; a missing end is open, as in `2025-05-19/..`.
public struct DateInterval: Hashable, Sendable {
  /// The first day, or nil where the interval has no beginning.
  public let first: CalendarDate?
  /// The last day, or nil where the interval has no end.
  public let last: CalendarDate?

  /// All days.
  public static let always = DateInterval(unchecked: nil, nil)

  /// The days from `first` to `last`, both included, or nil where they are reversed.
  public init?(_ first: CalendarDate?, _ last: CalendarDate?) {
    if let first, let last, first > last { return nil }
    self.init(unchecked: first, last)
  }

  /// A single day.
  public init(_ day: CalendarDate) {
    self.init(unchecked: day, day)
  }

  private init(unchecked first: CalendarDate?, _ last: CalendarDate?) {
    self.first = first
    self.last = last
  }

  /// Whether a day lies in the interval.
  public func contains(_ day: CalendarDate) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  /// Whether the two share a day.
  public func overlaps(_ other: DateInterval) -> Bool {
    let endsInTime = Self.inOrder(other.first, last)
    let beginsInTime = Self.inOrder(first, other.last)
    return endsInTime && beginsInTime
  }

  private static func inOrder(_ early: CalendarDate?, _ late: CalendarDate?) -> Bool {
    guard let early, let late else { return true }
    return early <= late
  }
}

extension DateInterval: CustomStringConvertible {
  /// The interval in EDTF: a day, or `first/last` with `..` for an open end.
  public var description: String {
    if let first, first == last { return first.description }
    return "\(first?.description ?? "..")/\(last?.description ?? "..")"
  }
}

import EntenteCore

/// The days of a chart from left to right, and where its ticks stand.
struct DateAxis {
  /// A tick with its label.
  struct Tick: Hashable {
    let day: CalendarDate
    /// The day, the month or the year.
    let label: String
    /// The year, under the first tick and under the first of each year; nil where the label says it.
    let year: String?
  }

  let first: CalendarDate
  /// The day after the last.
  let end: CalendarDate
  let left: Double
  let width: Double
  let ticks: [Tick]

  static let labelSize = 8.5

  /// - Parameter last: The last day, which is shown whole.
  init(_ first: CalendarDate, _ last: CalendarDate, left: Double, width: Double) {
    self.first = first
    end = last.advanced(byDays: 1)
    self.left = left
    self.width = width
    let days = Double(max(1, first.days(until: end)))
    func place(_ day: CalendarDate) -> Double {
      left + Double(first.days(until: day)) / days * width
    }
    var chosen: [Tick] = []
    for step in Step.all where days / step.days <= 60 {
      let ticks = Self.ticks(step, from: first, before: end)
      let widths = ticks.map {
        max(
          TextMeasure.width($0.label, size: Self.labelSize),
          TextMeasure.width($0.year ?? "", size: Self.labelSize))
      }
      let fits = zip(ticks.indices, ticks.indices.dropFirst()).allSatisfy { a, b in
        place(ticks[b].day) - place(ticks[a].day) >= (widths[a] + widths[b]) / 2 + 8
      }
      if fits, !ticks.isEmpty {
        chosen = ticks
        break
      }
    }
    ticks = chosen
  }

  func x(_ day: CalendarDate) -> Double {
    left + Double(first.days(until: day)) / Double(max(1, first.days(until: end))) * width
  }

  private enum Step {
    case day(Int)
    case week(Int)
    case month(Int)
    case year(Int)

    static let all: [Step] =
      [.day(1), .day(2), .week(1), .week(2), .month(1), .month(2), .month(3), .month(6)]
      + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(Step.year)

    var days: Double {
      switch self {
      case .day(let count): Double(count)
      case .week(let count): Double(count * 7)
      case .month(let count): Double(count) * 30.4
      case .year(let count): Double(count) * 365.25
      }
    }
  }

  private static func ticks(
    _ step: Step, from first: CalendarDate, before end: CalendarDate
  ) -> [Tick] {
    var ticks: [Tick] = []
    var lastYear: Int?
    func add(_ day: CalendarDate, isMonth: Bool) {
      let (year, month, number) = day.components
      let name = Caption.shortMonths[month - 1]
      ticks.append(
        Tick(
          day: day, label: isMonth ? name : "\(number) \(name)",
          year: year == lastYear ? nil : String(year)))
      lastYear = year
    }
    switch step {
    case .day(let count):
      var day = first
      while day < end {
        add(day, isMonth: false)
        day = day.advanced(byDays: count)
      }
    case .week(let count):
      // Day 0 was a Thursday; weeks are counted from a Monday, so that they stay where they are.
      let sinceMonday = ((Int(first.dayNumber) + 3) % 7 + 7) % 7
      var day = first.advanced(byDays: sinceMonday == 0 ? 0 : 7 - sinceMonday)
      while day < end {
        add(day, isMonth: false)
        day = day.advanced(byDays: 7 * count)
      }
    case .month(let count):
      var (year, month, number) = first.components
      if number > 1 { month += 1 }
      month = (month - 1 + count - 1) / count * count + 1
      while true {
        while month > 12 {
          month -= 12
          year += 1
        }
        guard let day = CalendarDate(year: year, month: month, day: 1), day < end else { break }
        add(day, isMonth: true)
        month += count
      }
    case .year(let count):
      let start = first.components
      var year = start.month == 1 && start.day == 1 ? start.year : start.year + 1
      year = (year + count - 1) / count * count
      while let day = CalendarDate(year: year, month: 1, day: 1), day < end {
        ticks.append(Tick(day: day, label: String(year), year: nil))
        year += count
      }
    }
    return ticks
  }
}

/// Round values on an axis.
enum ValueTicks {
  private static let powers = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6]

  /// A step of 1, 2 or 5 times a power of ten, such that the range has at most so many of them.
  static func step(over range: Double, most: Int) -> Double {
    guard range > 0, range.isFinite else { return 1 }
    for power in powers {
      for factor in [1.0, 2, 5] where range / (factor * power) <= Double(most) + 1e-9 {
        return factor * power
      }
    }
    return range
  }
}

import EntenteCore
import Testing

@Suite struct DateIntervalTests {
  /// All intervals within a few days, open ones included.
  private static let few: [DateInterval] = {
    let ends = [nil] + (0..<5).map { CalendarDate(dayNumber: $0) }
    return ends.flatMap { first in ends.compactMap { DateInterval(first, $0) } }
  }()

  private let days = (-3..<8).map { CalendarDate(dayNumber: $0) }

  @Test func thereAreNoReversedIntervals() {
    // 5 × 5 pairs, 10 of them reversed, and 5 + 5 + 1 with an open end.
    #expect(Self.few.count == 26)
    #expect(DateInterval(CalendarDate(dayNumber: 1), CalendarDate(dayNumber: 0)) == nil)
  }

  @Test func containsItsDaysAndNoOthers() {
    for interval in Self.few {
      for day in days {
        let first = interval.first?.dayNumber ?? .min
        let last = interval.last?.dayNumber ?? .max
        #expect(interval.contains(day) == (first...last).contains(day.dayNumber))
      }
    }
    #expect(DateInterval.always.contains(CalendarDate(dayNumber: .min)))
    #expect(DateInterval.always.contains(CalendarDate(dayNumber: .max)))
  }

  @Test func overlapsWhereADayIsShared() {
    for left in Self.few {
      for right in Self.few {
        let shared = days.contains { left.contains($0) && right.contains($0) }
        #expect(left.overlaps(right) == shared, "\(left) and \(right)")
      }
    }
  }

  @Test func isWrittenInEDTF() throws {
    for interval in Self.few where interval != .always {
      #expect(try EDTFDate(interval.description).interval == interval)
    }
    #expect(DateInterval(try day("2025-05-09")).description == "2025-05-09")
    #expect(DateInterval.always.description == "../..")
  }
}

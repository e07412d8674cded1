import EntenteCore
import Testing

@Suite struct CalendarDateTests {
  @Test func everyDayOfFourCenturiesRoundTripsInOrder() throws {
    var expected = try #require(CalendarDate(year: 1800, month: 1, day: 1)).dayNumber
    for year in 1800...2200 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, ofYear: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(date.dayNumber == expected)
          #expect(date.components == (year, month, day))
          expected += 1
        }
      }
    }
  }

  @Test func knownDays() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2025, month: 5, day: 9)?.dayNumber == 20217)
    #expect(CalendarDate(year: 1, month: 1, day: 1) == CalendarDate.supported.lowerBound)
    #expect(CalendarDate(year: 9999, month: 12, day: 31) == CalendarDate.supported.upperBound)
    #expect(CalendarDate(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2025, month: 5, day: 9)?.description == "2025-05-09")
  }

  @Test func arithmeticStopsAtTheLastDayThatCanBeStored() {
    let last = CalendarDate(dayNumber: .max)
    let first = CalendarDate(dayNumber: .min)
    #expect(last.advanced(byDays: 1) == last)
    #expect(last.advanced(byDays: .max) == last)
    #expect(first.advanced(byDays: .min) == first)
    #expect(first.advanced(byDays: first.days(until: last)) == last)
    #expect(first.days(until: last) == 4_294_967_295)
    #expect(last.days(until: first) == -4_294_967_295)
  }
}

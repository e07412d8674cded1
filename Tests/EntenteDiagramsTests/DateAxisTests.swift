import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct DateAxisTests {
  @Test(arguments: [3, 10, 21, 45, 100, 200, 400, 800, 2000, 5000, 40_000])
  func labelsNeverTouch(days: Int) {
    for width in [200.0, 560] {
      let first = FoundingCase.day(2024, 11, 13)
      let axis = DateAxis(first, first.advanced(byDays: days - 1), left: 30, width: width)
      #expect(!axis.ticks.isEmpty)
      for (a, b) in zip(axis.ticks, axis.ticks.dropFirst()) {
        let widths = [a, b].map { tick in
          max(
            TextMeasure.width(tick.label, size: DateAxis.labelSize),
            TextMeasure.width(tick.year ?? "", size: DateAxis.labelSize))
        }
        #expect(axis.x(b.day) - axis.x(a.day) > (widths[0] + widths[1]) / 2)
      }
      #expect(axis.ticks.allSatisfy { $0.day >= axis.first && $0.day < axis.end })
    }
  }

  @Test func daysLieInProportion() {
    let axis = DateAxis(
      FoundingCase.day(2025, 1, 1), FoundingCase.day(2025, 12, 31), left: 10, width: 365)
    #expect(axis.x(FoundingCase.day(2025, 1, 1)) == 10)
    #expect(axis.x(FoundingCase.day(2025, 2, 1)) == 41)
    #expect(axis.x(axis.end) == 375)
    // Months, and the year once.
    #expect(axis.ticks.first?.label == "Jan")
    #expect(axis.ticks.compactMap(\.year) == ["2025"])
  }

  @Test func stepsAreRound() {
    #expect(ValueTicks.step(over: 3, most: 5) == 1)
    #expect(ValueTicks.step(over: 0.42, most: 5) == 0.1)
    #expect(ValueTicks.step(over: 7, most: 5) == 2)
    #expect(ValueTicks.step(over: 20, most: 5) == 5)
  }
}

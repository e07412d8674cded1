import EntenteCore
import TestSupport
import Testing

@Suite struct EstimatorTests {
  private func bruteForce(
    _ interval: DateInterval, _ halfLife: Double?, _ window: Window
  ) -> Double {
    var sum = 0.0
    for day in window.first.dayNumber...window.last.dayNumber {
      sum += PlainEstimator.weight(
        on: CalendarDate(dayNumber: day), of: interval, halfLife: halfLife)
    }
    return sum / Double(window.first.days(until: window.last) + 1)
  }

  @Test func aWindowWeighsAsItsDaysDoOnAverage() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3_000 {
      func day(_ range: ClosedRange<Int32>) -> CalendarDate {
        CalendarDate(dayNumber: Int32.random(in: range, using: &random))
      }
      let ends = [day(-60...60), day(-60...60)].sorted()
      let made = DateInterval(
        random.chance(0.2) ? nil : ends[0], random.chance(0.2) ? nil : ends[1])
      let interval = try #require(made)
      let halfLife =
        random.chance(0.15) ? nil : random.pick(0.5, 1, 7, 30.25, 365, 40_000, 1e9)
      let days = [day(-100...150), day(-100...150)].sorted()
      let window =
        random.chance(0.3) ? Window(days[0]) : try #require(Window(days[0], days[1]))
      let weight = Estimator.temporalWeight(of: interval, halfLife: halfLife, over: window)
      #expect(
        isClose(weight, bruteForce(interval, halfLife, window)),
        "\(interval), half-life \(halfLife ?? 0), \(window)")
      #expect(0...1 ~= weight)
    }
  }

  @Test(arguments: [0.5, 30, 365, 36_500, 1e7])
  func aWindowOfCenturiesIsAveragedExactly(halfLife: Double) throws {
    let interval = try EDTFDate("1999-12-25/2000-01-01").interval
    let window = try #require(Window(try day("1950-01-01"), try day("2199-12-31")))
    let weight = Estimator.temporalWeight(of: interval, halfLife: halfLife, over: window)
    let expected = bruteForce(interval, halfLife, window)
    #expect(isClose(weight / expected, 1, within: 1e-11))
  }

  @Test func countsFullyWhileItLastsAndHalfAfterEveryHalfLife() throws {
    let interval = try EDTFDate("2025-03-01/2025-03-10").interval
    func weight(_ text: String, _ halfLife: Double?) throws -> Double {
      Estimator.temporalWeight(of: interval, halfLife: halfLife, over: Window(try day(text)))
    }
    #expect(try weight("2025-02-28", 20) == 0)
    #expect(try weight("2025-03-01", 20) == 1)
    #expect(try weight("2025-03-10", 20) == 1)
    #expect(try weight("2025-03-30", 20) == 0.5)
    #expect(try weight("2025-04-19", 20) == 0.25)
    #expect(isClose(try weight("2025-03-20", 20), 0.5.squareRoot()))
    #expect(try weight("9999-12-31", nil) == 1)
    #expect(try weight("0001-01-01", nil) == 0)
  }

  @Test func openEndsLast() throws {
    let since = try EDTFDate("2025-03-01/..").interval
    let until = try EDTFDate("../2025-03-01").interval
    let earliest = Window(CalendarDate(dayNumber: .min))
    let latest = Window(CalendarDate(dayNumber: .max))
    #expect(Estimator.temporalWeight(of: since, halfLife: 1, over: latest) == 1)
    #expect(Estimator.temporalWeight(of: since, halfLife: 1, over: earliest) == 0)
    #expect(Estimator.temporalWeight(of: until, halfLife: 1, over: earliest) == 1)
    #expect(Estimator.temporalWeight(of: until, halfLife: 1, over: latest) == 0)
    #expect(Estimator.temporalWeight(of: until, halfLife: nil, over: latest) == 1)
    #expect(Estimator.temporalWeight(of: .always, halfLife: 1, over: latest) == 1)
  }

  @Test func staysWithinBoundsAtTheEdgesOfNumbers() throws {
    let all = try #require(Window(CalendarDate(dayNumber: .min), CalendarDate(dayNumber: .max)))
    let intervals = [
      DateInterval.always, DateInterval(CalendarDate(dayNumber: .min)),
      DateInterval(CalendarDate(dayNumber: .max)), DateInterval(CalendarDate(dayNumber: 0)),
    ]
    let halfLives = [
      nil, Double.leastNonzeroMagnitude, 1e-300, 1e-3, 1, 1e5, 1e12, 1e18, 1e300,
      .greatestFiniteMagnitude,
    ]
    for interval in intervals {
      for halfLife in halfLives {
        for window in [all, Window(all.first), Window(all.last)] {
          let weight = Estimator.temporalWeight(of: interval, halfLife: halfLife, over: window)
          #expect(0...1 ~= weight, "\(interval), \(halfLife ?? 0), \(window)")
        }
      }
    }
    // Half of all days come before day 0, and what hardly fades counts on the others.
    let half = Estimator.temporalWeight(
      of: DateInterval(CalendarDate(dayNumber: 0)), halfLife: 1e300, over: all)
    #expect(isClose(half, 0.5, within: 1e-9))
  }

  @Test func namesAndProblems() {
    #expect(estimators.map(\.name) == ["posterior", "posterior", "posterior", "sum", "mean"])
    #expect(estimators.allSatisfy { $0.problem == nil })
    #expect(Estimator.posterior(prior: 0).problem != nil)
    #expect(Estimator.posterior(prior: .nan).problem != nil)
  }
}

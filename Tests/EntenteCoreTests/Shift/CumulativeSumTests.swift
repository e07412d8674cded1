import EntenteCore
import Testing

@Suite struct CumulativeSumTests {
  @Test func sumsAreThoseOfTheDefinition() throws {
    var watch = try CumulativeSum(mean: 1, deviation: 2, allowance: 0.5, threshold: 3)
    #expect(watch.observe(5) == nil)  // 2 above: up 1.5
    #expect(watch.up == 1.5 && watch.down == 0)
    #expect(watch.observe(1) == nil)  // 0: up 1
    #expect(watch.up == 1)
    let highest = watch.observe(7)  // up 3.5
    let up = try #require(highest)
    #expect(up.position == 2 && up.since == 0 && up.isUp)
    #expect(watch.up == 0 && watch.down == 0)
    let lowest = watch.observe(-7)  // down 3.5
    let down = try #require(lowest)
    #expect(down.position == 3 && down.since == 3 && !down.isUp)
  }

  @Test func aMoveIsFoundSoonAfterItBegan() throws {
    for seed in 1...50 as ClosedRange<UInt64> {
      var random = EntenteCore.SeededGenerator(seed: seed)
      let values = (0..<120).map { index in
        (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() } + (index < 60 ? 0 : 2)
      }
      let alarms = try CumulativeSum.alarms(in: values, mean: 0, deviation: 1)
      let first = try #require(alarms.first { $0.position >= 60 })
      #expect(first.isUp && first.position < 75)
    }
  }

  @Test func whatIsNotFiniteIsPassedOver() throws {
    let alarms = try CumulativeSum.alarms(in: [.nan, 9, .infinity, 9], mean: 0, deviation: 1)
    #expect(alarms.map(\.position) == [1, 3])
    #expect(throws: MeasureError.self) { try CumulativeSum(mean: 0, deviation: 0) }
    #expect(throws: MeasureError.self) { try CumulativeSum(mean: .nan, deviation: 1) }
    #expect(throws: MeasureError.self) { try CumulativeSum(mean: 0, deviation: 1, allowance: -1) }
    #expect(throws: MeasureError.self) { try CumulativeSum(mean: 0, deviation: 1, threshold: 0) }
  }
}

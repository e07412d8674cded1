import EntenteCore
import Testing

@Suite struct OnlineDetectionTests {
  @Test func runLengthsAreThoseOfTheFullRecursion() throws {
    var prior = OnlineDetection.Prior()
    prior.mean = -1
    prior.meanWeight = 0.5
    prior.shape = 2
    prior.scale = 1.5
    prior.expectedRun = 40
    var rows = try oracleRows("online.csv")[...]
    try #require(rows.count == 450)
    for seed in 1...5 as ClosedRange<UInt64> {
      let states = try OnlineDetection.states(
        of: oracleSeries(seed, .mean, count: 90), prior, recent: 4)
      for (state, row) in zip(states, rows.prefix(90)) {
        #expect(state.run == Int(row[2]), "series \(seed), value \(row[1])")
        #expect(abs(state.probability - (try #require(Double(row[3])))) < 1e-9)
        #expect(abs(state.recentChange - (try #require(Double(row[4])))) < 1e-9)
      }
      rows = rows.dropFirst(90)
    }
  }

  @Test func aJumpStartsANewRun() throws {
    let values = [Double](repeating: 0, count: 40) + [Double](repeating: 8, count: 10)
    let states = try OnlineDetection.states(of: values)
    #expect(states[39].run == 40)
    #expect(states[49].run == 10)
    #expect(states[42].recentChange > 0.99)
  }

  @Test func oddValuesLeaveEverythingAsItIs() throws {
    var watch = try OnlineDetection()
    watch.observe(1)
    let known = watch.observe(1)
    #expect(watch.observe(.nan) == known)
    #expect(watch.observe(-.infinity) == known)
    #expect(watch.observe(1e140).probability.isFinite)
    var prior = OnlineDetection.Prior()
    prior.expectedRun = 1
    #expect(throws: MeasureError.self) { try OnlineDetection(prior) }
    #expect(throws: MeasureError.self) { try OnlineDetection(recent: 0) }
  }
}

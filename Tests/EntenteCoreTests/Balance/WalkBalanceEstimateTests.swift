import EntenteCore
import TestSupport
import Testing

@Suite struct WalkBalanceEstimateTests {
  @Test func nothingIsRandomWhenAllPairsAreTakenOut() throws {
    for seed in UInt64(1)...30 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let estimate = try ties.estimatedWalkBalance(pairs: 14)
      #expect(estimate.standardError == 0)
      #expect(agree(estimate.value, try ties.walkBalance().value), "seed \(seed)")
    }
  }

  @Test func liesWithinItsErrorOfTheExactValue() throws {
    var off: [Double] = []
    for seed in UInt64(121)...136 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let exact = try ties.walkBalance().value ?? -1
      let estimate = try ties.estimatedWalkBalance(
        probes: 12, steps: 20, pairs: 3, tolerance: 0, seed: seed)
      if estimate.standardError > 0 {
        off.append((estimate.value - exact) / estimate.standardError)
      }
      #expect(abs(estimate.value - exact) <= 6 * estimate.standardError + 1e-9, "seed \(seed)")
    }
    #expect(off.count >= 8)
    // Standard errors that are right make the mean square of these about 1.
    let square = off.reduce(0) { $0 + $1 * $1 } / Double(off.count)
    #expect(square > 0.1 && square < 5, "\(square)")
  }

  @Test func withoutPairsTakenOut() throws {
    let ties = try SignedTies(SeededSignedGraph(seed: 125).graph)
    let exact = try ties.walkBalance().value ?? -1
    let estimate = try ties.estimatedWalkBalance(probes: 40, steps: 20, pairs: 0)
    #expect(abs(estimate.value - exact) <= 6 * estimate.standardError)
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let ties = try SignedTies(SeededSignedGraph(seed: 122).graph)
    let once = try ties.estimatedWalkBalance(probes: 4, pairs: 2, seed: 9)
    #expect(try ties.estimatedWalkBalance(probes: 4, pairs: 2, seed: 9) == once)
    #expect(try ties.estimatedWalkBalance(probes: 4, pairs: 2, seed: 10) != once)
  }

  @Test func balancedAndUnusable() throws {
    let balanced = try signedTies(4, [(0, 1, 1), (1, 2, -1)])
    #expect(try balanced.estimatedWalkBalance().value == 1)
    #expect(throws: BalanceError.unusableEffort(probes: 1, steps: 40)) {
      try balanced.estimatedWalkBalance(probes: 1)
    }
    #expect(throws: BalanceError.unusableInverseTemperature(0)) {
      try balanced.estimatedWalkBalance(inverseTemperature: 0)
    }
  }
}

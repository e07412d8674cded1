import EntenteCore
import RealModule
import TestSupport
import Testing

@Suite struct WalkBalanceTests {
  @Test func tribesAsPublished() throws {
    let balance = try SignedTies(Tribes.graph()).walkBalance()
    #expect(abs((balance.value ?? 0) - 0.3575761) < 5e-8)
  }

  @Test func equalsTheMatrixExponential() throws {
    for seed in BalanceOracle.seeds {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let balance = try ties.walkBalance()
      #expect(agree(balance.value, BalanceOracle.value(seed, "walk")), "seed \(seed)")
      let weighted = try ties.walkBalance(.weights, inverseTemperature: 0.02)
      #expect(agree(weighted.value, BalanceOracle.value(seed, "walkweights")), "seed \(seed)")
      if seed <= 100 {
        let first = try ties.actorWalkBalance()[0]
        #expect(agree(first, BalanceOracle.value(seed, "walkfirst")), "seed \(seed)")
      }
    }
  }

  /// The eigenvalues of a cycle of length n are 2 cos(2πk/n), and 2 cos(2π(k + ½)/n) with one negative
  /// tie.
  @Test(arguments: [3, 4, 5, 8, 20]) func cyclesByFormula(length: Int) throws {
    let cycle = try signedTies(
      length, (0..<length).map { (Int32($0), Int32(($0 + 1) % length), $0 == 0 ? -1 : 1) })
    let trace = { (shift: Double) in
      (0..<length).reduce(0) {
        $0 + Double.exp(2 * .cos(2 * .pi * (Double($1) + shift) / Double(length)))
      }
    }
    #expect(agree(try cycle.walkBalance().value, trace(0.5) / trace(0), 1e-13))
  }

  @Test func oneExactlyForBalance() throws {
    let balanced = try signedTies(5, [(0, 1, 3), (1, 2, -2), (0, 2, -7), (3, 4, -1)])
    #expect(try balanced.walkBalance() == .value(1))
    #expect(try balanced.walkBalance(.weights) == .value(1))
    #expect(try balanced.actorWalkBalance() == [1, 1, 1, 1, 1])
    #expect(try signedTies(3, []).walkBalance() == .value(1))
    #expect(try signedTies(0, []).walkBalance() == .undefined(.noActors))
  }

  @Test func switchingRenamingAndScaling() throws {
    for seed in UInt64(1)...40 {
      let graph = try SeededSignedGraph(seed: seed).graph
      let ties = try SignedTies(graph)
      let value = try ties.walkBalance().value ?? -1
      #expect(value > 0 && value <= 1)
      let switched = try SignedTies(graph.switched(randomActors(graph.nodeCount, seed: seed)))
      #expect(agree(try switched.walkBalance().value, value))
      let names = shuffledNames(graph.nodeCount, seed: seed)
      let renamed = try SignedTies(graph.renamed(names))
      #expect(agree(try renamed.walkBalance().value, value))
      let own = try ties.actorWalkBalance()
      let theirs = try renamed.actorWalkBalance()
      #expect(own.indices.allSatisfy { agree(own[$0], theirs[Int(names[$0])]) })
      // Signs don't know the scale; weights trade it for the inverse temperature.
      let scaled = try SignedTies(graph.scaled(4))
      #expect(try scaled.walkBalance() == ties.walkBalance())
      #expect(
        agree(
          try scaled.walkBalance(.weights, inverseTemperature: 0.01).value,
          try ties.walkBalance(.weights, inverseTemperature: 0.04).value))
    }
  }

  @Test func hugeWeightsDontOverflow() throws {
    let triangle = try signedTies(3, [(0, 1, 1e300), (1, 2, 1e300), (0, 2, -1e300)])
    #expect(try triangle.walkBalance(.weights) == .value(0))
    #expect(try triangle.walkBalance(.weights, inverseTemperature: 1e300) == .value(0))
    #expect(
      agree(
        try triangle.walkBalance().value,
        try signedTies(
          3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)]
        ).walkBalance().value, 0))
    #expect(try triangle.actorWalkBalance(.weights) == [0, 0, 0])
  }

  @Test func refusesWhatItCannotDo() throws {
    let ties = try signedTies(4, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    for value in [0, -1, Double.nan, .infinity] {
      #expect(throws: BalanceError.self) { try ties.walkBalance(inverseTemperature: value) }
    }
    #expect(throws: BalanceError.tooManyActors(3, limit: 2)) {
      try ties.walkBalance(largestComponent: 2)
    }
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct AdjustedRandTests {
  @Test func equalsScikitLearn() throws {
    for seed in BalanceOracle.seeds {
      let sample = try SeededSignedGraph(seed: seed)
      let first = Partition(labels: sample.firstLabels)
      let second = Partition(labels: sample.secondLabels)
      let value = try first.adjustedRand(with: second)
      #expect(agree(value.value, BalanceOracle.value(seed, "rand"), 1e-12), "seed \(seed)")
      #expect(try second.adjustedRand(with: first).value.map { agree($0, value.value) } == true)
      #expect((value.value ?? -2) >= -0.5 && (value.value ?? 2) <= 1)
      #expect(try first.adjustedRand(with: first) == .value(1))
    }
  }

  @Test func extremes() throws {
    #expect(try Partition.whole(5).adjustedRand(with: .whole(5)) == .value(1))
    #expect(try Partition.whole(5).adjustedRand(with: .singletons(5)) == .value(0))
    #expect(try Partition.whole(1).adjustedRand(with: .whole(1)) == .value(1))
    #expect(try Partition.whole(0).adjustedRand(with: .whole(0)) == .undefined(.noActors))
    // The lower bound is reached by two crossed halves of four.
    let crossed = try Partition(labels: [0, 0, 1, 1]).adjustedRand(
      with: Partition(labels: [0, 1, 0, 1])
    )
    #expect(agree(crossed.value, -0.5))
    #expect(throws: PartitionError.differentActors(2, 3)) {
      try Partition.whole(2).adjustedRand(with: .whole(3))
    }
  }
}

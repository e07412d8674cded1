import EntenteCore
import RealModule
import TestSupport
import Testing

@Suite struct VariationOfInformationTests {
  @Test func equalsScikitLearn() throws {
    for seed in BalanceOracle.seeds {
      let sample = try SeededSignedGraph(seed: seed)
      let first = Partition(labels: sample.firstLabels)
      let second = Partition(labels: sample.secondLabels)
      let value = try first.variationOfInformation(to: second)
      #expect(agree(value, BalanceOracle.value(seed, "vi"), 1e-12), "seed \(seed)")
      #expect(agree(value, try second.variationOfInformation(to: first), 1e-14))
      #expect(value <= .log(Double(first.nodeCount)) + 1e-12)
      #expect(try first.variationOfInformation(to: first) == 0)
      // No shorter way over a third partition.
      let third = Partition(labels: sample.firstLabels.map { $0 / 2 })
      let detour =
        try first.variationOfInformation(to: third) + third.variationOfInformation(to: second)
      #expect(value <= detour + 1e-12)
    }
  }

  @Test func extremes() throws {
    #expect(agree(try Partition.whole(8).variationOfInformation(to: .singletons(8)), .log(8)))
    let before = Partition(labels: [0, 0, 1, 1])
    let crossed = try before.variationOfInformation(to: Partition(labels: [0, 1, 0, 1]))
    #expect(agree(crossed, 2 * .log(2)))
    let left = try before.variationOfInformation(to: Partition(labels: [0, 0, 1, 2]))
    #expect(agree(left, .log(2) / 2))
    #expect(try Partition.whole(0).variationOfInformation(to: .whole(0)) == 0)
    #expect(throws: PartitionError.differentActors(2, 3)) {
      try Partition.whole(2).variationOfInformation(to: .whole(3))
    }
  }
}

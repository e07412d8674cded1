import EntenteCore
import TestSupport
import Testing

@Suite struct SignedModularityTests {
  @Test func equalsTheMatrixFormulaAndNetworkx() throws {
    for seed in BalanceOracle.seeds {
      let sample = try SeededSignedGraph(seed: seed)
      let ties = try SignedTies(sample.graph)
      let partition = Partition(labels: sample.firstLabels)
      let value = try ties.modularity(of: partition)
      #expect(agree(value.value, BalanceOracle.value(seed, "modularity")), "seed \(seed)")
      if value.value == nil { #expect(value == .undefined(.noTies)) }
      // Without negative ties it is the usual modularity.
      let absolute = try signedTies(
        ties.nodeCount,
        (0..<ties.nodeCount).flatMap { node in
          ties.ties(of: Int32(node)).filter { ties.neighbors[$0] < node }.map {
            (Int32(node), ties.neighbors[$0], abs(ties.weights[$0]))
          }
        }
      )
      #expect(
        agree(
          try absolute.modularity(of: partition).value,
          BalanceOracle.value(seed, "modularityabs")
        )
      )
    }
  }

  @Test func lawsOnSeededGraphs() throws {
    for seed in UInt64(1)...60 {
      let sample = try SeededSignedGraph(seed: seed)
      let ties = try SignedTies(sample.graph)
      let value = try ties.modularity(of: Partition(labels: sample.secondLabels))
      #expect(abs(value.value ?? 0) <= 1)
      let names = shuffledNames(ties.nodeCount, seed: seed)
      var labels = sample.secondLabels
      for (node, name) in names.enumerated() { labels[Int(name)] = sample.secondLabels[node] }
      let renamed = try SignedTies(sample.graph.renamed(names))
      #expect(agree(try renamed.modularity(of: Partition(labels: labels)).value, value.value))
      let scaled = try SignedTies(sample.graph.scaled(1e200))
      #expect(
        agree(try scaled.modularity(of: Partition(labels: sample.secondLabels)).value, value.value)
      )
      // All in one bloc: what is inside is what chance expects.
      if value.value != nil {
        #expect(agree(try ties.modularity(of: .whole(ties.nodeCount)).value, 0))
      }
    }
  }

  @Test func resolutionWeighsChance() throws {
    let ties = try signedTies(4, [(0, 1, 1), (2, 3, 1), (1, 2, -1)])
    let sides = Partition(labels: [0, 0, 1, 1])
    let none = ModularityResolution(positive: 0, negative: 0)
    // 4 of the 6 ends of ties lie inside, none of them hostile.
    #expect(agree(try ties.modularity(of: sides, resolution: none).value, 4.0 / 6))
    #expect(agree(try ties.modularity(of: sides).value, (4.0 - 2 + 1) / 6))
    for value in [-1, Double.nan, .infinity] {
      #expect(throws: PartitionError.self) {
        try ties.modularity(of: sides, resolution: ModularityResolution(negative: value))
      }
    }
    #expect(throws: PartitionError.differentActors(3, 4)) { try ties.modularity(of: .whole(3)) }
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct SignedLeidenTests {
  /// The highest modularity of all partitions.
  private func best(_ ties: SignedTies) throws -> Double {
    var labels = [Int](repeating: 0, count: ties.nodeCount)
    var best = -Double.infinity
    func extend(_ node: Int, _ blocs: Int) throws {
      if node == ties.nodeCount {
        best = max(best, try ties.modularity(of: Partition(labels: labels)).value ?? -1)
        return
      }
      for bloc in 0...blocs {
        labels[node] = bloc
        try extend(node + 1, max(blocs, bloc + 1))
      }
    }
    try extend(0, 0)
    return best
  }

  @Test func nearlyAlwaysTheBestOfAllPartitions() throws {
    var (cases, hits) = (0, 0)
    for seed in UInt64(1)...120 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      guard ties.nodeCount <= 7, ties.tieCount > 0 else { continue }
      let found = try ties.leidenBlocs().modularity.value ?? -2
      let optimum = try best(ties)
      #expect(found <= optimum + 1e-12, "seed \(seed)")
      #expect(found >= 0.8 * optimum - 1e-12, "seed \(seed): \(found) of \(optimum)")
      cases += 1
      if found >= optimum - 1e-12 { hits += 1 }
    }
    #expect(cases >= 25)
    #expect(Double(hits) >= 0.85 * Double(cases), "\(hits) of \(cases)")
  }

  @Test func noWorseThanLouvainOnFriendlyTies() throws {
    var total = 0.0
    for seed in BalanceOracle.seeds {
      guard let louvain = BalanceOracle.value(seed, "louvainabs") else { continue }
      let graph = try SeededSignedGraph(seed: seed).graph
      let ties = try SignedTies(graph)
      let absolute = try signedTies(
        ties.nodeCount,
        (0..<ties.nodeCount).flatMap { node in
          ties.ties(of: Int32(node)).filter { ties.neighbors[$0] < node }.map {
            (Int32(node), ties.neighbors[$0], abs(ties.weights[$0]))
          }
        }
      )
      total += (try absolute.leidenBlocs().modularity.value ?? -1) - louvain
    }
    #expect(total >= 0, "\(total)")
  }

  @Test func plantedBlocsAreFound() throws {
    var generator = EntenteCore.SeededGenerator(seed: 5)
    var list: [(Int32, Int32, Double)] = []
    for a in 0..<60 {
      for b in 0..<a where generator.below(100) < 40 {
        list.append((Int32(a), Int32(b), a % 3 == b % 3 ? 1 : -1))
      }
    }
    let found = try signedTies(60, list).leidenBlocs(seed: 8)
    #expect(found.partition == Partition(labels: (0..<60).map { $0 % 3 }))
  }

  @Test func commonEnemiesMakeABlocWithoutATie() throws {
    let found = try signedTies(4, [(0, 1, -1), (0, 2, -1), (3, 1, -1), (3, 2, -1)]).leidenBlocs()
    #expect(found.partition.labels == [0, 1, 1, 0])
  }

  @Test func theSameSeedGivesTheSameBytesAndScaleDoesNotMatter() throws {
    for seed in UInt64(121)...130 {
      let graph = try SeededSignedGraph(seed: seed).graph
      let found = try SignedTies(graph).leidenBlocs(seed: seed)
      #expect(try SignedTies(graph).leidenBlocs(seed: seed) == found)
      #expect(
        try SignedTies(graph.scaled(0x1p-90)).leidenBlocs(seed: seed).partition == found.partition
      )
      #expect(found.modularity == (try SignedTies(graph).modularity(of: found.partition)))
      #expect(found.iterations >= 1 && found.iterations <= 3)
    }
  }

  @Test func noSingleMoveHelpsASmallGraph() throws {
    for seed in UInt64(121)...126 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      guard ties.tieCount > 0 else { continue }
      let found = try ties.leidenBlocs(iterations: 10)
      let quality = found.modularity.value ?? 1
      for node in 0..<ties.nodeCount {
        for bloc in 0...found.partition.blocCount {
          var labels = found.partition.labels
          labels[node] = Int32(bloc)
          let moved = try ties.modularity(of: Partition(labels: labels)).value ?? -1
          #expect(moved <= quality + 1e-9, "seed \(seed)")
        }
      }
    }
  }

  @Test func emptyAndIsolated() throws {
    let empty = try signedTies(3, []).leidenBlocs()
    #expect(empty.partition == .singletons(3))
    #expect(empty.modularity == .undefined(.noTies))
    #expect(try signedTies(0, []).leidenBlocs().partition.nodeCount == 0)
    let some = try signedTies(4, [(1, 2, 1)]).leidenBlocs()
    #expect(some.partition.labels == [0, 1, 1, 2])
    #expect(throws: PartitionError.unusableResolution(-1)) {
      try signedTies(2, [(0, 1, 1)]).leidenBlocs(
        resolution: ModularityResolution(positive: -1)
      )
    }
  }
}

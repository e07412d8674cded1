import EntenteCore
import Testing

@Suite struct AnnealedBlocsTests {
  private func costs(_ seed: UInt64, nodes: Int) -> SignedCosts {
    var generator = SeededGenerator(seed: seed)
    var edges: [(Int32, Int32, Int64)] = []
    for _ in 0..<4 * nodes {
      let (a, b) = (Int32(generator.below(nodes)), Int32(generator.below(nodes)))
      if a != b { edges.append((a, b, generator.below(2) == 0 ? 1 : -1)) }
    }
    return SignedCosts(nodeCount: nodes, edges: edges)
  }

  /// The number of blocs holds whatever the groups to start from, and also when time is over at once.
  @Test func theNumberOfBlocsHoldsEvenWithoutTime() {
    for (most, least) in [(2, 0), (3, 3), (40, 25), (60, 60)] {
      let graph = costs(UInt64(most), nodes: 60)
      for isOver in [false, true] {
        let starts = [1, 5, 60].map { spread in (0..<60).map { Int32($0 % spread) } }
        for groups in starts {
          let blocs = graph.blocs(merging: groups, most: most, least: least) { isOver }
          let count = Set(blocs).count
          #expect(count >= least && count <= most && blocs == blocs.inOrderOfAppearance())
        }
        let found = graph.annealedBlocs(most: most, least: least, seed: 3) { isOver }
        #expect((max(least, 1)...most).contains(Set(found.blocs).count))
        #expect(found.cost == graph.cost(of: found.blocs))
      }
    }
  }

  @Test func theSameSeedFindsTheSame() {
    let graph = costs(8, nodes: 80)
    let found = graph.annealedBlocs(most: 80, least: 0, seed: 5)
    let again = graph.annealedBlocs(most: 80, least: 0, seed: 5)
    #expect(found.blocs == again.blocs && found.cost == again.cost)
    // No single move is left that pays.
    for node in 0..<80 {
      for bloc in 0...(found.blocs.max() ?? 0) {
        var moved = found.blocs
        moved[node] = bloc
        #expect(graph.cost(of: moved) >= found.cost)
      }
    }
  }
}

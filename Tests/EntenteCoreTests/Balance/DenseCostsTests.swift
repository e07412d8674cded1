import TestSupport
import Testing

@testable import EntenteCore

@Suite struct DenseCostsTests {
  private func costs(_ seed: UInt64, nodes: Int) -> SignedCosts {
    var generator = SeededGenerator(seed: seed)
    var edges: [(Int32, Int32, Int64)] = []
    for a in 0..<Int32(nodes) {
      for b in (a + 1)..<Int32(max(nodes, Int(a) + 1)) where generator.unit() < 0.7 {
        let size = Int64(1 + generator.below(seed % 2 == 0 ? 1 : 9))
        edges.append((a, b, generator.below(2) == 0 ? size : -size))
      }
    }
    return SignedCosts(nodeCount: nodes, edges: edges)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func allDivisionsIntoTwo(seed: UInt64) throws {
    let graph = costs(seed, nodes: 1 + Int(seed % 8))
    let dense = DenseCosts(graph)
    let all = allPartitions(of: graph.nodeCount, most: 2)
    let least = try #require(all.map { graph.cost(of: $0) }.min())
    for slack in [0, 1, 3] as [Int64] {
      let found = dense.divisionsIntoTwo(slack: slack)
      #expect(found.cost == least && found.masks == found.masks.sorted())
      #expect(
        Set(found.masks.map { dense.sides($0) })
          == Set(all.filter { graph.cost(of: $0) <= least + slack }))
    }
    let prices = dense.leastCosts(against: graph, least: least)
    for edge in 0..<graph.edgeCount {
      let against = all.filter {
        ($0[Int(graph.first[edge])] == $0[Int(graph.second[edge])]) != (graph.weight[edge] > 0)
      }
      let truth = try #require(against.map { graph.cost(of: $0) }.min())
      #expect(prices[edge] == min(truth, least + abs(graph.weight[edge])))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func bestDivisionIntoSeveral(seed: UInt64) throws {
    let graph = costs(seed + 100, nodes: 1 + Int(seed % 7))
    let dense = DenseCosts(graph)
    let nodes = graph.nodeCount
    for most in 1...nodes {
      for least in Set([0, most]) {
        let all = allPartitions(of: nodes, most: most).filter { Int($0.max() ?? -1) + 1 >= least }
        let cost = try #require(all.map { graph.cost(of: $0) }.min())
        let fewest = all.filter { graph.cost(of: $0) == cost }.map { $0.max() ?? 0 }.min()
        let found = dense.bestDivision(most: most, least: least)
        #expect(found.cost == cost && graph.cost(of: found.blocs) == cost)
        #expect(found.blocs.max() == fewest && found.blocs == found.blocs.inOrderOfAppearance())
      }
    }
  }

  @Test func nothing() {
    let none = DenseCosts(SignedCosts(nodeCount: 0, edges: []))
    #expect(none.divisionsIntoTwo().masks == [0] && none.bestDivision(most: 1).blocs.isEmpty)
    #expect(none.divisionsIntoTwo().cost == 0 && none.sides(0).isEmpty)
  }
}

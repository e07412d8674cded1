import EntenteCore
import Testing

@Suite struct PageRankTests {
  @Test func pairAndChainByHand() throws {
    let pair = try RandomGraphs.accord(2, [(0, 1, 1), (1, 0, 5)])
    #expect(agree(try pair.pageRank().values, [0.5, 0.5], within: 1e-11))
    // 0 → 1, and 1 is left by no tie: r0 = .075 + .425 r1, r0 + r1 = 1.
    let chain = try RandomGraphs.accord(2, [(0, 1, 3)])
    #expect(agree(try chain.pageRank().values, [0.5 / 1.425, 0.925 / 1.425], within: 1e-11))
  }

  @Test func solvesTheEquationAndKeepsTheLaws() throws {
    for seed in 0..<20 as Range<UInt64> {
      let graph = try RandomGraphs.directed(15, probability: 0.15, seed: seed)
      let rank = try graph.pageRank().values
      #expect(abs(rank.reduce(0, +) - 1) < 1e-14)
      let sent = graph.strength().accordOut
      let held = (0..<15).reduce(0) { $0 + (sent[$1] == 0 ? rank[$1] : 0) }
      var expected = [Double](repeating: (0.15 + 0.85 * held) / 15, count: 15)
      for edge in graph.edges {
        expected[Int(edge.target)] +=
          0.85 * rank[Int(edge.source)] * edge.accord
          / sent[Int(edge.source)]
      }
      #expect(agree(rank, expected, within: 1e-11))
      let tiny = try RandomGraphs.scaled(graph, by: 1e-200).pageRank().values
      #expect(agree(tiny, rank, within: 1e-11))
      var generator = SeededGenerator(seed: seed)
      let order = (0..<15).map { $0 }.shuffled(using: &generator)
      let moved = try RandomGraphs.relabelled(graph, order).pageRank().values
      #expect(agree(order.map { moved[$0] }, rank, within: 1e-11))
    }
  }

  @Test func weightsBelowTheNormalDoublesStillShare() throws {
    let graph = try RandomGraphs.accord(2, [(0, 1, Double.leastNonzeroMagnitude)])
    #expect(agree(try graph.pageRank().values, [0.5 / 1.425, 0.925 / 1.425], within: 1e-11))
  }

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.directed(10, probability: 0.3, seed: 2, signed: true)
    #expect(throws: MeasureError.self) { try graph.pageRank(on: .net) }
    #expect(throws: MeasureError.self) { try graph.pageRank(damping: 1) }
    #expect(throws: MeasureError.self) { try graph.pageRank(maxIterations: 1) }
    #expect(try RelationGraph(nodeCount: 0, edges: []).pageRank().values == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).pageRank().values == [1])
    #expect(
      agree(try RelationGraph(nodeCount: 4, edges: []).pageRank().values, [0.25, 0.25, 0.25, 0.25])
    )
  }
}

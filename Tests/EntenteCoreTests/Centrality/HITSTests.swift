import EntenteCore
import Testing

@Suite struct HITSTests {
  @Test func oneHubAndItsAuthorities() throws {
    let graph = try RandomGraphs.accord(4, [(0, 1, 1), (0, 2, 1), (3, 2, 1)])
    let scores = try graph.hits()
    // Authorities (1, 2) of [[1, 1], [1, 2]]: the golden ratio.
    let golden = (1 + (5.0).squareRoot()) / 2
    #expect(agree(scores.authorities, [0, 1 / golden, 1, 0]))
    #expect(agree(scores.hubs, [1, 0, 0, 1 / golden]))
  }

  @Test func turningEveryTieSwapsTheScores() throws {
    for seed in 0..<10 as Range<UInt64> {
      let graph = try RandomGraphs.directed(15, probability: 0.4, seed: seed)
      let turned = try RelationGraph(
        nodeCount: 15,
        edges: graph.edges.map {
          .init(source: $0.target, target: $0.source, tension: 0, accord: $0.accord)
        }
      )
      let scores = try graph.hits(tolerance: 1e-13)
      let swapped = try turned.hits(tolerance: 1e-13)
      #expect(agree(scores.hubs, swapped.authorities))
      #expect(agree(scores.authorities, swapped.hubs))
      #expect(scores.hubs.max() == 1 && scores.authorities.max() == 1)
    }
  }

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.directed(15, probability: 0.4, seed: 1, signed: true)
    #expect(throws: MeasureError.self) { try graph.hits(on: .net) }
    #expect(throws: MeasureError.self) { try graph.hits(maxIterations: 1) }
    #expect(try RelationGraph(nodeCount: 0, edges: []).hits().hubs == [])
    #expect(try RelationGraph(nodeCount: 2, edges: []).hits().authorities == [0, 0])
  }
}

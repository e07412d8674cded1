import EntenteCore
import Testing

@Suite struct KatzTests {
  @Test func pairByHand() throws {
    // λ = 2 and α = 1/4: x = 1 + x/2.
    let graph = try RandomGraphs.accord(3, [(0, 1, 2), (1, 0, 2)])
    let result = try graph.katz()
    #expect(agree(result.values, [2, 2, 1], within: 1e-10))
    #expect(agree([result.eigenvalue ?? 0], [2]))
    #expect(agree(try graph.katz(attenuation: .fixed(0.1)).values, [1.25, 1.25, 1]))
  }

  @Test func chainsWithoutCyclesHaveNoBound() throws {
    let chain = try RandomGraphs.accord(3, [(0, 1, 4), (1, 2, 4)])
    #expect(agree(try chain.katz().values, [1, 1.5, 1.75]))
    #expect(agree(try chain.katz(attenuation: .fixed(1)).values, [1, 5, 21]))
  }

  @Test func attenuationOverTheBoundIsAnError() throws {
    let graph = try RandomGraphs.accord(2, [(0, 1, 2), (1, 0, 2)])
    for value in [0.5, 0.6, 5] {
      #expect(throws: MeasureError.self) { try graph.katz(attenuation: .fixed(value)) }
    }
    for share in [0, 1, -1, .nan] as [Double] {
      #expect(throws: MeasureError.self) { try graph.katz(attenuation: .shareOfBound(share)) }
    }
  }

  @Test func scalingChangesNothingAndSmallGraphs() throws {
    let graph = try RandomGraphs.directed(20, probability: 0.2, seed: 6)
    let tiny = try RandomGraphs.scaled(graph, by: 1e-150)
    #expect(agree(try tiny.katz().values, try graph.katz().values))
    #expect(try RelationGraph(nodeCount: 0, edges: []).katz().values == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).katz().values == [1])
    let hostile = try RandomGraphs.accord(2, [(0, 1, -1)])
    #expect(throws: MeasureError.self) { try hostile.katz(on: .net) }
  }
}

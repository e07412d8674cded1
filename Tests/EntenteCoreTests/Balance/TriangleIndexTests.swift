import EntenteCore
import TestSupport
import Testing

@Suite struct TriangleIndexTests {
  @Test func tribesAsPublished() throws {
    let index = try SignedTies(Tribes.graph()).triadCensus().triangleIndex()
    #expect(abs((index.value ?? 0) - 0.8676471) < 5e-8)
  }

  @Test func undefinedWithoutTriangles() throws {
    let path = try signedTies(3, [(0, 1, 1), (1, 2, -1)])
    #expect(path.triadCensus().triangleIndex() == .undefined(.noTriangles))
    #expect(path.triadCensus().triangleIndex(.weak).reason == .noTriangles)
  }

  @Test func weakRuleForgivesThreeEnemies() throws {
    let enemies = try signedTies(3, [(0, 1, -1), (1, 2, -2), (0, 2, -3)]).triadCensus()
    #expect(enemies.triangleIndex() == .value(0))
    #expect(enemies.triangleIndex(.weak) == .value(1))
  }

  @Test func lawsOnSeededGraphs() throws {
    var triangles = 0
    for seed in BalanceOracle.seeds {
      let graph = try SeededSignedGraph(seed: seed).graph
      let census = try SignedTies(graph).triadCensus()
      let index = census.triangleIndex()
      if let value = index.value {
        triangles += 1
        #expect(value >= 0 && value <= 1)
        #expect(value <= census.triangleIndex(.weak).value ?? -1)
      }
      // Switching turns two signs of a triangle or none; scaling turns no sign.
      let switched = try graph.switched(randomActors(graph.nodeCount, seed: seed))
      #expect(try SignedTies(switched).triadCensus().triangleIndex() == index)
      #expect(try SignedTies(graph.scaled(0.25)).triadCensus() == census)
    }
    #expect(triangles > 100)
  }
}

import EntenteCore
import Testing

@Suite struct EigenvectorTests {
  @Test func starHasTheRootOfItsRays() throws {
    let graph = try RandomGraphs.accord(5, (1..<5).map { (0, $0, 2) })
    let result = try graph.eigenvectorCentrality(direction: .undirected)
    #expect(agree(result.values, [1, 0.5, 0.5, 0.5, 0.5]))
    #expect(agree([result.eigenvalue ?? 0], [4]))
  }

  @Test func ringAndBipartiteGraphsConverge() throws {
    let ring = try RandomGraphs.accord(7, (0..<7).map { ($0, ($0 + 1) % 7, 1) })
    for direction in TieDirection.allCases {
      #expect(
        agree(
          try ring.eigenvectorCentrality(direction: direction).values,
          Array(repeating: 1, count: 7)
        )
      )
    }
    let pairs = try RandomGraphs.accord(4, [(0, 1, 1), (1, 0, 4), (1, 2, 1), (2, 3, 1), (3, 2, 1)])
    let result = try pairs.eigenvectorCentrality()
    #expect(result.values.max() == 1)
  }

  @Test func solvesTheEquationAndKeepsTheLaws() throws {
    for seed in 0..<20 as Range<UInt64> {
      let graph = try RandomGraphs.directed(15, probability: 0.3, seed: seed)
      for direction in TieDirection.allCases {
        let result = try graph.eigenvectorCentrality(direction: direction, tolerance: 1e-12)
        let x = result.values
        let largest = try #require(result.eigenvalue)
        var product = [Double](repeating: 0, count: 15)
        for edge in graph.edges {
          if direction != .outgoing {
            product[Int(edge.target)] += edge.accord * x[Int(edge.source)]
          }
          if direction != .incoming {
            product[Int(edge.source)] += edge.accord * x[Int(edge.target)]
          }
        }
        #expect(agree(product, x.map { $0 * largest }, within: 1e-8))
        #expect(x.allSatisfy { $0 >= 0 && $0 <= 1 })
        let scaled = try RandomGraphs.scaled(graph, by: 1e-9)
          .eigenvectorCentrality(direction: direction, tolerance: 1e-12)
        #expect(agree(scaled.values, x, within: 1e-8))
      }
    }
  }

  @Test func graphsWithoutCyclesHaveNoAnswer() throws {
    let chain = try RandomGraphs.accord(3, [(0, 1, 1), (1, 2, 1)])
    #expect(throws: MeasureError.self) { try chain.eigenvectorCentrality() }
    #expect(try chain.eigenvectorCentrality(direction: .undirected).values.max() == 1)
  }

  @Test func slowConvergenceIsAnErrorWithItsResidual() throws {
    let graph = try RandomGraphs.directed(30, probability: 0.2, seed: 1)
    do {
      _ = try graph.eigenvectorCentrality(tolerance: 1e-14, maxIterations: 3)
      Issue.record("expected no convergence in three steps")
    } catch .notConverged(let measure, let iterations, let residual, let tolerance) {
      #expect(measure == "eigenvector")
      #expect(iterations == 3)
      #expect(residual > tolerance && residual < 1)
    }
  }

  @Test func isolatedActorsNegativeTiesAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(4, [(0, 1, 1), (1, 0, 1), (2, 0, -3)])
    #expect(agree(try graph.eigenvectorCentrality().values, [1, 1, 0, 0]))
    #expect(
      throws: MeasureError.negativeWeight(
        measure: "eigenvector",
        aspect: .net,
        source: 2,
        target: 0
      )
    ) { try graph.eigenvectorCentrality(on: .net) }
    #expect(try RelationGraph(nodeCount: 0, edges: []).eigenvectorCentrality().values == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).eigenvectorCentrality().values == [0])
    #expect(throws: MeasureError.self) { try graph.eigenvectorCentrality(tolerance: 0) }
  }
}

import EntenteCore
import Testing

@Suite struct SignedEigenvectorTests {
  @Test func publishedExampleOfTenActors() throws {
    let result = try PNIndexTests.publishedGraph().signedEigenvector()
    let expected = [
      -0.6221496, 1, -0.7451885, 1, -0.8999004, 0.6428959, 0.3582816, -0.3747192, -0.2808741,
      -0.0783457,
    ]
    #expect(agree(result.values, expected, within: 1e-6))
    // Both directions are given, so each pair counts twice.
    #expect(agree([result.eigenvalue ?? 0], [-2 * 4.26841601], within: 1e-8))
  }

  @Test func balancedNetworksSplitIntoTheirBlocs() throws {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let plain = try RandomGraphs.directed(40, probability: 0.2, seed: seed)
      let side = (0..<40).map { _ in generator.below(2) == 0 }
      let balanced = try RelationGraph(
        nodeCount: 40,
        edges: plain.edges.map { edge in
          let isAcross = side[Int(edge.source)] != side[Int(edge.target)]
          return .init(
            source: edge.source,
            target: edge.target,
            net: isAcross ? -edge.accord : edge.accord
          )
        }
      )
      let signed = try balanced.signedEigenvector()
      let unsigned = try plain.eigenvectorCentrality(direction: .undirected, tolerance: 1e-13)
      #expect(agree(signed.values.map(abs), unsigned.values, within: 1e-8))
      let top = try #require(signed.values.firstIndex(of: 1))
      for node in 0..<40 where abs(signed.values[node]) > 1e-9 {
        #expect((signed.values[node] > 0) == (side[node] == side[top]))
      }
    }
  }

  @Test func eigenvalueWithSeveralVectorsIsRefused() throws {
    // Two separate pairs of equal weight.
    let pairs = try RandomGraphs.accord(4, [(0, 1, 1), (2, 3, 1)])
    #expect(throws: MeasureError.self) { try pairs.signedEigenvector() }
    // Three mutual enemies: −2 has one vector, 1 has two.
    let enemies = try RandomGraphs.accord(3, [(0, 1, -1), (1, 2, -1), (0, 2, -1)])
    let result = try enemies.signedEigenvector()
    #expect(agree(result.values, [1, 1, 1]) && agree([result.eigenvalue ?? 0], [-2]))
    #expect(throws: MeasureError.self) { try enemies.signedEigenvector(leading: .largest) }
  }

  @Test func oppositeEigenvaluesPreferThePositive() throws {
    let pair = try RandomGraphs.accord(2, [(0, 1, -3)])
    let result = try pair.signedEigenvector()
    #expect(agree(result.values, [1, -1]) && agree([result.eigenvalue ?? 0], [3]))
  }

  @Test func largeGraphsTakeTheOtherPathToTheSameAnswer() throws {
    // The same graph, and with isolated actors beside it that make it too large to be solved whole.
    let small = try RandomGraphs.directed(80, probability: 0.1, seed: 3, signed: true)
    let large = try RelationGraph(nodeCount: 120, edges: small.edges)
    for leading in LeadingEigenvalue.allCases {
      let expected = try small.signedEigenvector(leading: leading).values
      let found = try large.signedEigenvector(leading: leading).values
      #expect(agree(Array(found.prefix(80)), expected, within: 1e-8))
      #expect(found.suffix(40).allSatisfy { abs($0) < 1e-9 })
    }
    // Two copies side by side have every eigenvalue twice.
    let twice = try RelationGraph(
      nodeCount: 160,
      edges: small.edges
        + small.edges.map {
          .init(
            source: $0.source + 80, target: $0.target + 80, tension: $0.tension,
            accord: $0.accord)
        })
    #expect(throws: MeasureError.self) { try twice.signedEigenvector() }
  }

  @Test func slowConvergenceAndSmallGraphs() throws {
    let graph = try RandomGraphs.directed(120, probability: 0.1, seed: 1, signed: true)
    #expect(throws: MeasureError.self) { try graph.signedEigenvector(maxIterations: 2) }
    #expect(try RelationGraph(nodeCount: 0, edges: []).signedEigenvector().values == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).signedEigenvector().values == [0])
  }
}

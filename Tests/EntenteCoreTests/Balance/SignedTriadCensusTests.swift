import EntenteCore
import TestSupport
import Testing

@Suite struct SignedTriadCensusTests {
  @Test func tribes() throws {
    let census = try SignedTies(Tribes.graph()).triadCensus()
    #expect(census.counts == [19, 2, 40, 7])
    #expect(census.total == 68)
    #expect(census.balanced() == 59)
    #expect(census.balanced(.weak) == 66)
  }

  @Test func equalsMatrixTraces() throws {
    for seed in BalanceOracle.seeds {
      let census = try SignedTies(SeededSignedGraph(seed: seed).graph).triadCensus()
      let expected = BalanceOracle.values(seed, "triads").map { Int($0) }
      #expect(census.counts == expected, "seed \(seed)")
    }
  }

  @Test func renamingChangesNothing() throws {
    for seed in UInt64(125)...130 {
      let graph = try SeededSignedGraph(seed: seed).graph
      let renamed = try graph.renamed(shuffledNames(graph.nodeCount, seed: seed))
      #expect(try SignedTies(renamed).triadCensus() == SignedTies(graph).triadCensus())
    }
  }

  @Test func turningAllSignsMirrorsTheClasses() throws {
    let graph = try SeededSignedGraph(seed: 131).graph
    let turned = try RelationGraph(
      nodeCount: graph.nodeCount,
      edges: graph.edges.map {
        .init(source: $0.source, target: $0.target, tension: $0.accord, accord: $0.tension)
      })
    #expect(
      try SignedTies(turned).triadCensus().counts
        == SignedTies(graph).triadCensus().counts.reversed())
  }

  @Test func noTriangles() throws {
    for count in 0...3 {
      let census = try SignedTies(RelationGraph(nodeCount: count, edges: [])).triadCensus()
      #expect(census == SignedTriadCensus())
    }
    #expect(
      try signedTies(4, [(0, 1, 1), (1, 2, -1), (2, 3, 1), (3, 0, 1)]).triadCensus().total == 0)
  }
}

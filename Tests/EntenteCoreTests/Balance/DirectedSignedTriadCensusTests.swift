@testable import EntenteCore
import TestSupport
import Testing

@Suite struct DirectedSignedTriadCensusTests {
  @Test func equalsLookingAtEveryTriple() throws {
    for seed in BalanceOracle.seeds {
      let graph = try SeededSignedGraph(seed: seed).graph
      let census = try graph.signedTriadCensus()
      var found: [String: Int] = [:]
      for (kind, count) in census.occurring { found[kind.code] = count }
      #expect(found == BalanceOracle.counts(seed, "directed"), "seed \(seed)")
      #expect(
        census.unsignedCounts.filter { $0.value > 0 } == BalanceOracle.counts(seed, "man"),
        "seed \(seed)")
      let n = graph.nodeCount
      #expect(census.total == n * (n - 1) * (n - 2) / 6)
      #expect(census.neutralTies == graph.edges.count { $0.accord == $0.tension })
    }
  }

  @Test func renamingChangesNothing() throws {
    let graph = try SeededSignedGraph(seed: 140).graph
    let renamed = try graph.renamed(shuffledNames(graph.nodeCount, seed: 3))
    #expect(try renamed.signedTriadCensus() == graph.signedTriadCensus())
  }

  @Test func smallestAndLargest() throws {
    for count in 0...2 {
      #expect(try RelationGraph(nodeCount: count, edges: []).signedTriadCensus().total == 0)
    }
  }

  @Test func refusesMoreTriplesThanCanBeCounted() throws {
    let limit = 3_810_779
    #expect(RelationGraph.triples(limit) == 9_223_371_416_043_870_029)
    let tooMany = try RelationGraph(nodeCount: limit + 1, edges: [])
    #expect(throws: BalanceError.tooManyActors(limit + 1, limit: limit)) {
      try tooMany.signedTriadCensus()
    }
  }
}

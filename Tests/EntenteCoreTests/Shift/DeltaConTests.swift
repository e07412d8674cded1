import EntenteCore
import Testing

@Suite struct DeltaConTests {
  @Test func similaritiesAreThoseOfNumPy() throws {
    for row in try oracleRows("spectra.csv") {
      let number = try #require(UInt64(row[0]))
      let count = try #require(Int(row[1]))
      let first = try oracleGraph(9000 + 2 * number, count: count)
      let second = try oracleGraph(9001 + 2 * number, count: count)
      for (aspect, field) in zip([TieAspect.tension, .accord], row[5...6]) {
        let expected = try #require(Double(field))
        #expect(abs(try DeltaCon(first, second, aspect).similarity - expected) < 1e-9)
      }
    }
  }

  @Test func theSameGraphIsWhollyAlikeAndOrderDoesNotMatter() throws {
    let first = try oracleGraph(1, count: 12)
    let second = try oracleGraph(2, count: 12)
    #expect(try DeltaCon(first, first, .accord).similarity == 1)
    let there = try DeltaCon(first, second, .tension).distance
    #expect(abs(try DeltaCon(second, first, .tension).distance - there) < 1e-12)
    let empty = try RelationGraph(nodeCount: 12, edges: [])
    #expect(try DeltaCon(empty, empty, .accord).similarity == 1)
    #expect(try DeltaCon(first, empty, .accord).similarity < 1)
  }

  @Test func losingABridgeCountsMoreThanLosingOneTieOfMany() throws {
    // Two triangles with a bridge between 2 and 3.
    let pairs: [(Int32, Int32)] = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)]
    func graph(without left: Int? = nil) throws -> RelationGraph {
      try RelationGraph(
        nodeCount: 6,
        edges: pairs.indices.filter { $0 != left }.map {
          .init(source: pairs[$0].0, target: pairs[$0].1, net: 4)
        })
    }
    let bridge = try DeltaCon(graph(), graph(without: 3), .accord).similarity
    let other = try DeltaCon(graph(), graph(without: 0), .accord).similarity
    #expect(bridge < other)
  }

  @Test func signedWeightsAndUnequalGraphsAreRefused() throws {
    let small = try oracleGraph(1, count: 3)
    let large = try oracleGraph(1, count: 4)
    #expect(throws: MeasureError.self) { try DeltaCon(small, small, .net) }
    #expect(throws: MeasureError.self) { try DeltaCon(small, large, .accord) }
  }
}

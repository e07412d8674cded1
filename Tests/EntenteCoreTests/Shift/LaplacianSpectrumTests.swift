import EntenteCore
import Testing

@Suite struct LaplacianSpectrumTests {
  @Test func distancesAndEigenvaluesAreThoseOfSciPy() throws {
    let rows = try oracleRows("spectra.csv")
    try #require(rows.count == 40)
    for row in rows {
      let number = try #require(UInt64(row[0]))
      let count = try #require(Int(row[1]))
      let first = try oracleGraph(9000 + 2 * number, count: count)
      let second = try oracleGraph(9001 + 2 * number, count: count)
      for (aspect, field) in zip([TieAspect.tension, .accord, .net], row[2...4]) {
        let distance = try LaplacianSpectrum(first, aspect).distance(
          to: LaplacianSpectrum(second, aspect))
        let expected = try #require(Double(field))
        if expected.isNaN {
          #expect(distance == nil)
        } else {
          #expect(abs(try #require(distance) - expected) < 1e-9, "\(aspect) of \(number)")
        }
      }
      let expected = row[7].split(separator: " ").compactMap { Double($0) }
      let found = try LaplacianSpectrum(first, .net).values
      #expect(found.count <= expected.count)
      for (index, value) in expected.enumerated() {
        #expect(abs((index < found.count ? found[index] : 0) - value) < 1e-9)
      }
    }
  }

  @Test func relabellingAndScalingChangeNothing() throws {
    let graph = try oracleGraph(77, count: 14)
    let moved = try RelationGraph(
      nodeCount: 14,
      edges: graph.edges.map {
        .init(
          source: 13 - $0.source, target: 13 - $0.target, tension: 3 * $0.tension,
          accord: 3 * $0.accord)
      })
    for aspect in TieAspect.allCases {
      let distance = try LaplacianSpectrum(graph, aspect).distance(
        to: LaplacianSpectrum(moved, aspect))
      #expect(try #require(distance) < 1e-12)
    }
  }

  @Test func aSplitWithoutContradictionHasTheSpectrumOfHarmony() throws {
    // Switching actors 0 and 1 turns the ties between {0, 1} and {2, 3} around.
    let pairs: [(Int32, Int32, Double)] = [(0, 1, 2), (0, 2, 3), (1, 3, 1), (2, 3, 4)]
    let friendly = try RelationGraph(
      nodeCount: 4, edges: pairs.map { .init(source: $0.0, target: $0.1, net: $0.2) })
    let split = try RelationGraph(
      nodeCount: 4,
      edges: pairs.map {
        .init(source: $0.0, target: $0.1, net: ($0.0 < 2) == ($0.1 < 2) ? $0.2 : -$0.2)
      })
    let distance = try LaplacianSpectrum(friendly, .net).distance(
      to: LaplacianSpectrum(split, .net))
    #expect(try #require(distance) < 1e-12)
  }

  @Test func theLargestOfManyAreThoseOfTheDenseSolution() throws {
    let graph = try oracleGraph(5, count: 60, density: 0.1)
    let all = try LaplacianSpectrum(graph, .accord).values
    #expect(try LaplacianSpectrum(graph, .accord, count: 5).values == Array(all.prefix(5)))
    #expect(try LaplacianSpectrum(graph, .accord, count: 0).values.isEmpty)
  }

  @Test func withoutTiesThereIsNoDirection() throws {
    let empty = try RelationGraph(nodeCount: 3, edges: [])
    let spectrum = try LaplacianSpectrum(empty, .net)
    #expect(spectrum.values.isEmpty && spectrum.signature == nil)
    #expect(spectrum.distance(to: spectrum) == nil)
  }
}

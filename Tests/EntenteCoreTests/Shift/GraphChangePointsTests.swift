import EntenteCore
import TestSupport
import Testing

@Suite struct GraphChangePointsTests {
  private func spectra() throws -> [LaplacianSpectrum] {
    try (0..<24).map { step in
      try LaplacianSpectrum(
        oracleGraph(UInt64(500 + step), count: 12, density: step < 14 ? 0.2 : 0.7), .tension)
    }
  }

  @Test func scoresAreThoseOfNumPy() throws {
    let found = try GraphChangePoints(spectra(), short: 3, long: 6)
    #expect(found.scores.prefix(3).allSatisfy { $0.score == nil && $0.rise == 0 })
    for row in try oracleRows("lad.csv") {
      let score = found.scores[try #require(Int(row[0]))]
      #expect(abs(try #require(score.short) - (try #require(Double(row[1])))) < 1e-9)
      #expect(abs(try #require(score.long) - (try #require(Double(row[2])))) < 1e-9)
    }
  }

  @Test func theChangeOfDensityStandsOut() throws {
    #expect(try GraphChangePoints(spectra()).largest(1) == [14])
  }

  @Test func anEvidenceIsScoredByItsSnapshots() throws {
    let evidence = try Evidence(RandomProject.make(seed: 2, claims: 80))
    let windows = try Step.month.periods(
      from: RandomProject.firstDay, to: RandomProject.firstDay.advanced(byDays: 400))
    let spectra = try windows.map {
      try LaplacianSpectrum(evidence.snapshot(over: $0).graph, .net)
    }
    #expect(
      try GraphChangePoints(of: evidence, over: windows, .net, short: 2, long: 4)
        == GraphChangePoints(spectra, short: 2, long: 4))
  }

  @Test func emptyGraphsAndShortSeriesHaveNoScore() throws {
    let empty = try LaplacianSpectrum(RelationGraph(nodeCount: 2, edges: []), .accord)
    let found = try GraphChangePoints([empty, empty, empty, empty, empty])
    #expect(found.scores.allSatisfy { $0.score == nil })
    #expect(found.largest(3).isEmpty)
    #expect(try GraphChangePoints([]).scores.isEmpty)
    #expect(throws: MeasureError.self) { try GraphChangePoints([], short: 0) }
    #expect(throws: MeasureError.self) { try GraphChangePoints([], short: 4, long: 3) }
  }
}

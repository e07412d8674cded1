import EntenteCore
import TestSupport
import Testing

@Suite struct AlignmentShiftTests {
  @Test func pairsAreTheTablesOfBothSides() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let project = try RandomProject.make(seed: seed)
      let windows = [250, 500].map { Window(RandomProject.firstDay.advanced(byDays: $0)) }
      let shift = Shift(in: try Evidence(project), from: windows[0], to: windows[1])
      let found = try AlignmentShift(shift)
      let layers = try project.layers.map { layer in
        try Evidence(project) { $0.layers = [layer.id] }
      }
      let tables = try windows.map { window in
        try RelationProfiles(
          layers.map { $0.snapshot(over: window).graph }, layerWeights: project.layers.map(\.weight)
        ).alignment(by: .cosine)
      }
      var expected = 0
      for first in 0..<Int32(shift.after.nodes.count) {
        for second in (first + 1)..<max(first + 1, Int32(shift.after.nodes.count)) {
          guard let old = tables[0][first, second].value, let new = tables[1][first, second].value
          else { continue }
          expected += 1
          let pair = try #require(found.pairs.first { $0.first == first && $0.second == second })
          #expect(isClose(pair.before, old) && isClose(pair.after, new))
        }
      }
      #expect(found.pairs.count == expected)
      let sizes = found.pairs.map(\.change.magnitude)
      #expect(sizes == sizes.sorted(by: >))
    }
  }

  @Test func movesGoBothWays() throws {
    // B and C both have ties to A; C turns from A's friend to its enemy as B stays one.
    let project = try smallProject([
      claim("b", "B", "A", layer: "pacts", when: "2025-01-01/..", score: -6),
      claim("old", "C", "A", layer: "pacts", when: "2025-01-01/2025-03-01", score: 6),
      claim("new", "C", "A", layer: "pacts", when: "2025-05-01/..", score: -9),
    ])
    let shift = Shift(
      in: try Evidence(project) { $0.layers = ["pacts"] }, from: Window(try day("2025-01-15")),
      to: Window(try day("2025-06-01")))
    let found = try AlignmentShift(shift)
    // Nothing fades on this layer, so that C ends at -9 + 6 over 3, and still turned.
    #expect(found.pairs.map { [$0.first, $0.second] } == [[1, 2]])
    #expect(isClose(found.pairs[0].before, -1) && isClose(found.pairs[0].after, 1))
    let moves = found.moves(nodeCount: 3)
    #expect(moves[1].toward.map(\.other) == [2] && moves[2].toward.map(\.other) == [1])
    #expect(moves[0].toward.isEmpty && moves.allSatisfy { $0.away.isEmpty })
    #expect(found.moves(nodeCount: 3, minimum: 3).allSatisfy { $0.toward.isEmpty })
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct CentralityShiftTests {
  private func shift(_ claims: [Claim]) throws -> Shift {
    Shift(
      in: try Evidence(smallProject(claims)), from: Window(try day("2025-01-15")),
      to: Window(try day("2025-06-01")))
  }

  @Test func valuesAreThoseOfTheMeasureOnBothSides() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let shift = Shift(
        in: try Evidence(RandomProject.make(seed: seed)),
        from: Window(RandomProject.firstDay.advanced(byDays: 250)),
        to: Window(RandomProject.firstDay.advanced(byDays: 500)))
      for measure in [MeasureCatalog.strength, MeasureCatalog.pageRank] {
        let found = try CentralityShift(shift, measure)
        let old = try measure.columns(of: shift.before.graph)
        let new = try measure.columns(of: shift.after.graph)
        #expect(found.columns.map(\.name) == new.map(\.name))
        for (column, (old, new)) in zip(found.columns, zip(old, new)) {
          #expect(column.before == old.values && column.after == new.values)
          #expect(column.placesAfter == SharedPlace.places(of: new.values))
          for node in old.values.indices {
            #expect(column.change(node) == zip2(old.values[node], new.values[node]) { $1 - $0 })
          }
        }
      }
    }
  }

  @Test func placesChangeWithTiesAsTies() throws {
    // First A and C meet as much tension, then A meets more.
    let found = try CentralityShift(
      shift([
        claim("a", "B", "A", layer: "pacts", when: "2025-01-01/..", score: -6),
        claim("c", "B", "C", layer: "pacts", when: "2025-01-01/..", score: -6),
        claim("d", "C", "A", layer: "pacts", when: "2025-05-01/..", score: -6),
      ]))
    let tension = try #require(found.columns.first)
    #expect(tension.name == "tension-in")
    #expect(tension.placesBefore.map { $0?.description } == ["1=", "3", "1="])
    #expect(tension.placesAfter.map { $0?.description } == ["1", "3", "2"])
  }

  @Test func whatTheMeasureRefusesIsRefused() throws {
    let shift = try shift([claim("a", when: "2025-01-01/..", score: -6)])
    #expect(throws: MeasureError.self) {
      try CentralityShift(shift, MeasureCatalog.pageRank, on: .net)
    }
  }

  private func zip2(_ one: Double?, _ other: Double?, _ join: (Double, Double) -> Double) -> Double?
  {
    guard let one, let other else { return nil }
    return join(one, other)
  }
}

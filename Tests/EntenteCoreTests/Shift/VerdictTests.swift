import EntenteCore
import TestSupport
import Testing

@Suite struct VerdictTests {
  private func verdict(_ claims: [Claim], minimum: Double = 0.05) throws -> String {
    SystemShift(
      Shift(
        in: try Evidence(smallProject(claims)) { $0.layers = ["pacts"] },
        from: Window(try day("2025-01-15")), to: Window(try day("2025-06-01")), minimum: minimum)
    ).verdict
  }

  private func before(_ id: String, _ from: String, _ to: String, _ score: Double) throws -> Claim {
    try claim(id, from, to, layer: "pacts", when: "2025-01-01/..", score: score)
  }

  private func later(_ id: String, _ from: String, _ to: String, _ score: Double) throws -> Claim {
    try claim(id, from, to, layer: "pacts", when: "2025-05-01/..", score: score)
  }

  @Test func aNewTieBesideAnOldOne() throws {
    #expect(
      try verdict([before("old", "A", "B", -6), later("new", "B", "C", 4)])
        == "Relations grow closer: tension holds at 3.00, and accord rises from 0.00 to 2.00, "
        + "on 2 ties after 1 before (tension a tie: 3.00 to 1.50). "
        + "B → C moves most: it is new, at +2.00. "
        + "Tension gathers on fewer ties (Gini 0.00 to 0.50).")
  }

  @Test func aTieThatTurns() throws {
    #expect(
      try verdict([
        before("friends", "A", "B", 4), later("rift", "A", "B", -8), later("row", "A", "B", -8),
      ])
        == "Relations worsen on both counts: tension rises from 0.00 to 4.00, and accord falls by "
        + "50 %, from 2.00 to 1.00, on the same tie. "
        + "A → B moves most: it turns hostile, +2.00 to −3.00.")
  }

  @Test func growthIsToldInTimesAndTonesFollowTheNumbers() throws {
    let grown = try verdict([before("one", "A", "B", -2), later("two", "A", "B", -9)])
    #expect(
      grown.hasPrefix(
        "Relations grow tenser: tension rises from 1.00 to 3.67, 3.7 times as much, and accord "))
    let both = try verdict([later("one", "A", "B", -2), later("two", "B", "A", 2)])
    #expect(both.hasPrefix("There is more of both hostility and cooperation: "))
    #expect(both.contains("on 2 ties after 0 before. "))
  }

  @Test func whereNothingMovesItSaysSo() throws {
    #expect(
      try verdict([before("old", "A", "B", -6)])
        == "In sum little changes: tension holds at 3.00, and accord holds at 0.00, on the same "
        + "tie. No tie moves by 0.05 or more.")
  }

  @Test func trianglesAreTold() throws {
    let triangle = try [
      before("ab", "A", "B", 5), before("bc", "B", "C", -5), before("ca", "C", "A", -5),
      later("turn", "A", "B", -9), later("turn2", "A", "B", -9),
    ]
    #expect(
      try verdict(triangle).hasSuffix(" the share of balanced triangles falls from 1.00 to 0.00."))
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct RevisionsTests {
  private func edited(_ project: Project, _ change: (inout [Claim]) -> Void) throws -> Project {
    var claims = project.claims
    change(&claims)
    return try Project(
      title: project.title, estimator: project.estimator, sources: project.sources,
      layers: project.layers, actors: project.actors.reversed(),
      affiliations: project.affiliations, events: project.events, claims: claims)
  }

  @Test func bothPartsAddUpForTiesAndForClaims() throws {
    for seed in 1...15 as ClosedRange<UInt64> {
      let old = try RandomProject.make(seed: seed)
      let new = try edited(old) { claims in
        for index in claims.indices where index % 4 == 0 {
          claims[index].score = -claims[index].score
          claims[index].range = nil
        }
      }
      let (first, second) = (
        Window(RandomProject.firstDay.advanced(byDays: 200)),
        Window(RandomProject.firstDay.advanced(byDays: 500))
      )
      let found = Revisions(try Evidence(old), try Evidence(new), from: first, to: second)
      #expect(!found.rows.isEmpty)
      for row in found.rows {
        #expect(abs(row.change.world + row.change.coding - row.change.total) < 1e-12)
        #expect(abs(row.claims.reduce(0) { $0 + $1.change.world } - row.change.world) < 1e-10)
        #expect(abs(row.claims.reduce(0) { $0 + $1.change.coding } - row.change.coding) < 1e-10)
        let before = found.old.before.tie(
          from: try old.position(row.source), to: try old.position(row.target))
        let after = found.new.after.tie(
          from: try new.position(row.source), to: try new.position(row.target))
        #expect(row.change.oldBefore == (before?.net ?? 0))
        #expect(row.change.newAfter == (after?.net ?? 0))
      }
    }
  }

  @Test func theSameRevisionIsAllWorldAndTheSameDateAllCoding() throws {
    let old = try RandomProject.make(seed: 5, claims: 60)
    let named = Set(old.claims.flatMap(\.contradicts))
    let removed = Set(old.claims.map(\.id).filter { !named.contains($0) }.prefix(20))
    let new = try edited(old) { $0.removeAll { removed.contains($0.id) } }
    let (first, second) = (
      Window(RandomProject.firstDay.advanced(byDays: 200)),
      Window(RandomProject.firstDay.advanced(byDays: 500))
    )
    let world = Revisions(try Evidence(old), try Evidence(old), from: first, to: second)
    #expect(world.edits.isEmpty)
    #expect(world.rows.allSatisfy { $0.change.coding == 0 && $0.change.interaction == 0 })
    let coding = Revisions(try Evidence(old), try Evidence(new), from: second, to: second)
    #expect(coding.rows.allSatisfy { $0.change.world == 0 })
    #expect(coding.rows.contains { $0.change.coding != 0 })
    #expect(coding.edits.count { $0.description.hasSuffix("removed") } == 20)
  }

  @Test func editsAreNamed() throws {
    let old = try smallProject([claim("a"), claim("b")])
    let new = try smallProject(
      [claim("a", score: -3), claim("c")], layers: [Layer(id: "words", halfLife: 31)])
    let window = Window(try day("2025-02-01"))
    let found = Revisions(try Evidence(old), try Evidence(new), from: window, to: window)
    #expect(
      found.edits.map(\.description) == [
        "layer pacts removed", "layer words changed", "claim a changed", "claim b removed",
        "claim c added",
      ])
    #expect(found.differences(ofClaim: "a") == ["score -6 → -3"])
    #expect(found.differences(ofClaim: "b").isEmpty && found.differences(ofClaim: "d").isEmpty)
  }

  @Test func everyKeyOfAChangedClaimIsNamed() throws {
    let old = try claim("a", when: "2025-03-01", score: -4, range: -6...(-2), event: "act")
    var new = old
    (new.from, new.to, new.isMutual, new.layer) = ("B", "C", true, "pacts")
    (new.family, new.when, new.dateBasis) = (.condition, try EDTFDate("2025-03"), .inferred)
    (new.published, new.score, new.range) = (try EDTFDate("2025-04-01"), 2.5, nil)
    (new.basis, new.confidence, new.source) = (.implied, 0.4, "radio")
    (new.locator, new.says, new.quote, new.event) = ("p. 1", "other", "“x”", nil)
    (new.contradicts, new.implied, new.note) = (["b"], .both, "n")
    let window = Window(try day("2025-02-01"))
    let other = try claim("b")
    let found = Revisions(
      try Evidence(smallProject([old, other])), try Evidence(smallProject([new, other])),
      from: window, to: window)
    #expect(
      found.differences(ofClaim: "a") == [
        "from A → B", "to B → C", "mutual false → true", "layer words → pacts",
        "family event → condition", "when 2025-03-01 → 2025-03", "date-basis stated → inferred",
        "published none → 2025-04-01", "score -4 → 2.5", "range -6 to -2 → none",
        "basis stated → implied", "confidence 1 → 0.4", "source paper → radio", "locator",
        "event act → none", "contradicts none → b", "implied none → both", "says", "quote", "note",
      ])
  }

  @Test func aHandComputedCaseComesOut() throws {
    // A layer that never fades, alone: one claim of weight 1 gives score/2.
    let layers = [Layer(id: "pacts", halfLife: nil)]
    let old = try smallProject(
      [claim("a", layer: "pacts", when: "2025-03-01", score: -4)], layers: layers)
    let new = try smallProject(
      [claim("a", layer: "pacts", when: "2025-03-01", score: -8)], layers: layers)
    let found = Revisions(
      try Evidence(old), try Evidence(new), from: Window(try day("2025-02-01")),
      to: Window(try day("2025-04-01")))
    let change = try #require(found.rows.first).change
    // World: ½(−2 − 0) + ½(−4 − 0) = −3. Coding: ½(0 − 0) + ½(−4 + 2) = −1.
    #expect(change.world == -3 && change.coding == -1 && change.total == -4)
    #expect(change.oldShift == -2 && change.newShift == -4 && change.interaction == -2)
  }
}

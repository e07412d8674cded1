import EntenteCore
import Testing

@Suite struct WhatIfTests {
  @Test func leavingOutAndPuttingBackAreSideBySide() throws {
    let project = try smallProject([
      claim("a", when: "2025-03-01", score: -8), claim("b", when: "2025-03-02", score: 9),
      claim("c", "B", "C", when: "2025-03-01"),
    ])
    let evidence = try Evidence(project)
    var options = EvidenceOptions()
    options.withoutClaims = ["a"]
    let found = WhatIf(
      evidence, otherwise: try Evidence(project, options), from: Window(try day("2025-01-01")),
      to: Window(try day("2025-04-01")))
    #expect(found.rows.map(\.source) == ["A", "B"])
    let row = found.rows[0]
    let (asIs, otherwise) = (try #require(row.asIs), try #require(row.otherwise))
    #expect(abs(row.difference - (otherwise.net - asIs.net)) < 1e-15)
    #expect(row.difference > 0 && row.differenceAfter == row.difference)
    #expect(found.rows[1].difference == 0)
    #expect(!row.isReversed)
    options.withoutClaims = ["b"]
    let reversed = WhatIf(
      evidence, otherwise: try Evidence(project, options), from: Window(try day("2025-01-01")),
      to: Window(try day("2025-04-01")))
    #expect(reversed.rows[0].isReversed)
  }

  @Test func aFragmentIsAdded() throws {
    let base = try smallProject([claim("a", when: "2025-03-01")])
    let fragment = try Project(
      title: "fragment", sources: [Source(id: "film", title: "")],
      layers: [Layer(id: "words", halfLife: 30)],
      actors: [
        Actor(id: "D", kind: .state, name: "D"), Actor(id: "A", kind: .state, name: "other name"),
      ],
      claims: [claim("new", "D", "A", when: "2025-03-05", source: "film")])
    let merged = try base.merging(fragment)
    #expect(merged.claims.map(\.id) == ["a", "new"])
    #expect(merged.actors.map(\.id) == ["A", "B", "C", "D"])
    #expect(merged.actors[0].name == "A" && merged.title == "small")
    let found = WhatIf(
      try Evidence(base), otherwise: try Evidence(merged), from: Window(try day("2025-01-01")),
      to: Window(try day("2025-04-01")))
    #expect(found.rows.first?.source == "D" && found.rows.first?.asIs == nil)
    #expect(try base.merging(smallProject([])) == base)
  }

  @Test func whatDoesNotFitIsRefusedAtOnce() throws {
    let base = try smallProject([claim("a")])
    let other = try smallProject(
      [claim("a")], layers: [Layer(id: "words", halfLife: 99)],
      sources: [Source(id: "paper", title: "", reliability: 0.5)])
    let clash = try Project(
      title: "", sources: [], layers: [], actors: [Actor(id: "A", kind: .person, name: "A")],
      claims: [])
    do {
      _ = try base.merging(other)
      Issue.record("merged")
    } catch {
      #expect(error.problems.count == 3)
    }
    #expect(throws: ProjectError.self) { try base.merging(clash) }
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct ProjectTests {
  private func problems(_ make: () throws -> Project) -> [String] {
    do {
      _ = try make()
      return []
    } catch let error as ProjectError {
      return error.problems
    } catch {
      return ["\(error)"]
    }
  }

  @Test func theFoundingCaseIsWhole() throws {
    let project = try foundingCase()
    #expect(project.claims.count == 24)
    #expect(project.sources.count == 1)
    #expect(project.layers.count == 4)
    #expect(project.actors.count == 17)
    #expect(project.claimIndex["c20"].map { project.claims[$0].isMutual } == true)
    // c06, c17–c21 and c24 have no beginning, so December 2024 is the first date that is named.
    #expect(project.extent == (try day("2024-12-01"))...(try day("2025-12-31")))
    #expect(project.actors[3].name(in: "az") == "ABŞ")
    #expect(project.actors[3].name(in: "fr") == "United States")
  }

  @Test func indexesFindEveryPart() throws {
    for seed in 0..<20 {
      let project = try RandomProject.make(seed: UInt64(seed))
      for (place, actor) in project.actors.enumerated() {
        #expect(project.actorIndex[actor.id] == place)
      }
      for (place, claim) in project.claims.enumerated() {
        #expect(project.claimIndex[claim.id] == place)
      }
      #expect(project.layerIndex.count == project.layers.count)
      #expect(project.sourceIndex.count == project.sources.count)
      #expect(project.eventIndex.count == project.events.count)
    }
  }

  @Test func listsEveryProblemAtOnce() throws {
    let broken = [
      try claim("c", "A", "A", layer: "no-layer", score: 11, source: "no-source"),
      try claim("c", "nobody", "B", score: .nan, range: -12...3, event: "no-event"),
      try claim("d", confidence: 0, contradicts: ["d", "x"]),
      try claim("e", score: 5, range: -1...1, confidence: 1.5),
      try claim("f", score: -.infinity, confidence: .nan),
    ]
    let found = problems {
      try smallProject(
        broken, actors: [Actor(id: "A", kind: .person, name: "")],
        affiliations: [
          Affiliation(actor: "A", of: "A", role: "", speaksFor: 0.5),
          Affiliation(actor: "B", of: "Z", role: "", speaksFor: -0.1),
          Affiliation(actor: "B", of: "C", role: "", speaksFor: .nan),
        ],
        layers: [Layer(id: "words", halfLife: 0, weight: -1), Layer(id: "x", halfLife: .infinity)],
        sources: [Source(id: "paper", title: "", reliability: 0)])
    }
    #expect(
      found == [
        "actor 'A' is defined twice", "claim 'c' is defined twice",
        "layer 'words': the half-life is above 0 days, or none",
        "layer 'words': the weight is 0 or more",
        "layer 'x': the half-life is above 0 days, or none",
        "source 'paper': the reliability is above 0 and at most 1",
        "affiliation of 'A' with 'A': an actor does not belong to itself",
        "affiliation of 'B' with 'Z': there is no actor 'Z'",
        "affiliation of 'B' with 'Z': speaks-for is 0 to 1",
        "affiliation of 'B' with 'C': speaks-for is 0 to 1",
        "claim 'c': a claim leads from one actor to another",
        "claim 'c': there is no layer 'no-layer'", "claim 'c': there is no source 'no-source'",
        "claim 'c': the score is −10 to 10", "claim 'c': there is no actor 'nobody'",
        "claim 'c': there is no event 'no-event'", "claim 'c': the score is −10 to 10",
        "claim 'c': the range lies between −10 and 10", "claim 'c': the score lies in its range",
        "claim 'd': a claim does not contradict itself", "claim 'd': there is no claim 'x'",
        "claim 'd': the confidence is above 0 and at most 1",
        "claim 'e': the score lies in its range",
        "claim 'e': the confidence is above 0 and at most 1",
        "claim 'f': the score is −10 to 10",
        "claim 'f': the confidence is above 0 and at most 1",
      ])
  }

  @Test func layersMustCountAndPriorsMustBeUsable() {
    let silent = problems { try smallProject([], layers: [Layer(id: "a", halfLife: 1, weight: 0)]) }
    #expect(silent == ["all layers have weight 0, so that pooling them is undefined"])
    for prior in [0, -1, Double.nan, .infinity] {
      let found = problems {
        try Project(
          title: "", estimator: .posterior(prior: prior), sources: [], layers: [], actors: [],
          claims: [])
      }
      #expect(found == ["the prior is worth more than 0 claims"])
    }
  }

  @Test func anEmptyProjectHasNoExtent() throws {
    let project = try smallProject([])
    #expect(project.extent == nil)
    let evidence = try Evidence(project)
    let snapshot = try evidence.snapshot(on: "2025-05-19")
    #expect(snapshot.ties.isEmpty && snapshot.graph.nodeCount == 3)
    let open = try smallProject([try claim("c", when: "../2025-05-19")])
    #expect(open.extent == (try day("2025-05-19"))...(try day("2025-05-19")))
  }
}

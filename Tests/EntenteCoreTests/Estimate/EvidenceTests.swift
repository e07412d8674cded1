import EntenteCore
import TestSupport
import Testing

@Suite struct EvidenceTests {
  /// The weights of the claims of A→B, by id.
  private func weights(
    _ claims: [Claim], on text: String = "2025-01-01",
    _ change: (inout EvidenceOptions) -> Void = { _ in }
  ) throws -> [String: Double] {
    let snapshot = try Evidence(try smallProject(claims), change).snapshot(on: text)
    guard let tie = try snapshot.tie("A", "B") else { return [:] }
    return snapshot.parts(of: tie).mapValues(\.weight)
  }

  @Test func credibilityIsConfidenceTimesReliability() throws {
    let project = try smallProject(
      [try claim("a", confidence: 0.5)],
      sources: [Source(id: "paper", title: "", reliability: 0.8)])
    let snapshot = try Evidence(project).snapshot(on: "2025-01-31")
    #expect(isClose(snapshot.contributions[0].weight, 0.5 * 0.8 / 2))
  }

  @Test func aConditionHoldsAndAnEventHalvesAfterOneHalfLife() throws {
    let claims = [
      try claim("event", when: "2025-01-01"), try claim("condition", when: "2025-01-01/.."),
    ]
    #expect(try weights(claims, on: "2024-12-31") == [:])
    #expect(try weights(claims, on: "2025-01-01") == ["event": 1, "condition": 1])
    #expect(try weights(claims, on: "2025-01-31") == ["event": 0.5, "condition": 1])
    #expect(try weights(claims, on: "2025-03-02") == ["event": 0.25, "condition": 1])
  }

  @Test func claimsOnOneEventShareTheLargestWeight() throws {
    let found = try weights([
      try claim("a", event: "act"), try claim("b", confidence: 0.5, event: "act"),
      try claim("c", confidence: 0.25, event: "act"),
      // None of these is the same act, told by the same source, in the same dyad and layer.
      try claim("other source", source: "radio", event: "act"),
      try claim("other event", event: "other"),
      try claim("other layer", layer: "pacts", event: "act"),
      try claim("no event"), try claim("no event either"),
    ])
    #expect(isClose(found["a", default: 0], 1 / 1.75))
    #expect(isClose(found["b", default: 0], 0.5 / 1.75))
    #expect(isClose(found["c", default: 0], 0.25 / 1.75))
    for claim in ["other source", "other event", "other layer", "no event", "no event either"] {
      #expect(found[claim] == 1)
    }
  }

  @Test func theSharedWeightGoesToWhatStillCounts() throws {
    let claims = [
      try claim("early", when: "2025-01-01", event: "act"),
      try claim("late", when: "2025-01-31", event: "act"),
    ]
    #expect(try weights(claims, on: "2025-01-30").keys.sorted() == ["early"])
    let both = try weights(claims, on: "2025-01-31")
    #expect(isClose(both["early", default: 0], 0.5 / 1.5))
    #expect(isClose(both["late", default: 0], 1 / 1.5))
  }

  @Test func contestedClaimsShareTheWeightOfOne() throws {
    let claims = [
      try claim("a", confidence: 0.9, contradicts: ["b"]),
      try claim("b", confidence: 0.3, source: "radio"), try claim("c"),
    ]
    let found = try weights(claims)
    // 0.9 in all, as 3 to 1.
    #expect(isClose(found["a", default: 0], 0.675) && isClose(found["b", default: 0], 0.225))
    #expect(found["c"] == 1)
  }

  /// The example of the article, and that a contradiction holds however old it is.
  @Test func aContradictionDoesNotFade() throws {
    let claims = [
      try claim("a", when: "2025-01-31", score: 3, confidence: 0.8, contradicts: ["b"]),
      try claim("b", when: "2025-01-31", score: -3, confidence: 0.4, source: "radio"),
    ]
    let found = try weights(claims, on: "2025-01-31")
    #expect(isClose(found["a", default: 0], 0.8 * 0.8 / 1.2))
    #expect(isClose(found["b", default: 0], 0.4 * 0.8 / 1.2))
    let evidence = try Evidence(smallProject(claims)) { $0.layers = ["words"] }
    let tie = try #require(try evidence.snapshot(on: "2025-01-31").tie("A", "B"))
    #expect(isClose(tie.accord, 1.6 / 1.8) && isClose(tie.tension, 0.8 / 1.8))
    #expect(evidence.opponents(ofClaim: 0) == [1] && evidence.opponents(ofClaim: 1) == [0])
    // With half-lives of 30 days the older one has almost gone, and takes its whole share.
    let old = [
      try claim("a", when: "2025-01-31", confidence: 0.8, contradicts: ["b"]),
      try claim("b", when: "2023-01-31", confidence: 0.4, source: "radio"),
    ]
    let late = try weights(old, on: "2025-01-31")
    #expect(isClose(late["a", default: 0], 0.8 * 0.8 / 1.2) && late["b", default: 1] < 1e-6)
  }

  @Test func layersThatAreAskedForShareThePool() throws {
    let layers = [
      Layer(id: "words", halfLife: 30, weight: 3), Layer(id: "pacts", halfLife: nil),
      Layer(id: "trade", halfLife: nil),
    ]
    let project = try smallProject([claim("a")], layers: layers)
    let all = try Evidence(project)
    for (layer, share) in [0.6, 0.2, 0.2].enumerated() {
      #expect(isClose(all.share(ofLayer: layer), share))
    }
    let two = try Evidence(project) { $0.layers = ["words", "trade"] }
    #expect((0..<3).map(two.share(ofLayer:)) == [0.75, 0, 0.25])
  }

  @Test func threeThatExcludeEachOtherWeighAsOne() throws {
    let claims = [
      try claim("a", confidence: 0.9, contradicts: ["b", "c"]),
      try claim("b", confidence: 0.6, source: "radio", contradicts: ["c"]),
      try claim("c", confidence: 0.3, source: "radio"),
    ]
    let found = try weights(claims)
    #expect(isClose(found.values.reduce(0, +), 0.9))
    #expect(isClose(found["a", default: 0], 0.45) && isClose(found["c", default: 0], 0.15))
  }

  @Test func aContradictionCountsOnlyOnceItIsMade() throws {
    let claims = [
      try claim("a", when: "2025-01-01/.."),
      try claim("b", when: "2025-02-01/..", source: "radio", contradicts: ["a"]),
    ]
    #expect(try weights(claims, on: "2025-01-31") == ["a": 1])
    #expect(try weights(claims, on: "2025-02-01") == ["a": 0.5, "b": 0.5])
    // What is left out contradicts nothing.
    let change = { (options: inout EvidenceOptions) in options.withoutClaims = ["b"] }
    #expect(try weights(claims, on: "2025-02-01", change) == ["a": 1])
  }

  @Test func whatSharesOneWeightIsNotHalvedAgain() throws {
    // One source that tells of one act in two ways that cannot both be so.
    let claims = [
      try claim("a", event: "act", contradicts: ["b"]), try claim("b", score: 4, event: "act"),
    ]
    #expect(try weights(claims) == ["a": 0.5, "b": 0.5])
    // From two sources they are not one group, so that they contest each other.
    let apart = [
      try claim("a", event: "act", contradicts: ["b"]),
      try claim("b", score: 4, source: "radio", event: "act"),
    ]
    #expect(try weights(apart) == ["a": 0.5, "b": 0.5])
  }

  @Test func aReadingLeavesOutWhatContradictsIt() throws {
    let claims = [
      try claim("a", contradicts: ["b", "c"]), try claim("b", source: "radio"),
      try claim("c", source: "radio"), try claim("d"),
    ]
    func read(_ ids: Set<String>) throws -> [String: Double] {
      try weights(claims) { $0.readings = ids }
    }
    #expect(try read(["a"]) == ["a": 1, "d": 1])
    #expect(try read(["b"]) == ["b": 1, "c": 1, "d": 1])
    #expect(try read(["d"]) == read([]))
    // Both readings at once: the two share again, and neither is lost.
    #expect(try read(["a", "b"]) == ["a": 0.5, "b": 0.5, "d": 1])
  }

  @Test func filtersByBasisLayerSourceActorAndName() throws {
    let claims = [
      try claim("a"), try claim("b", basis: .implied), try claim("c", layer: "pacts"),
      try claim("d", source: "radio"), try claim("e", "C", "B"),
    ]
    func used(_ change: (inout EvidenceOptions) -> Void) throws -> ([String], Evidence.Accounting) {
      let evidence = try Evidence(try smallProject(claims), change)
      let snapshot = try evidence.snapshot(on: "2025-01-01")
      let ids = Set(snapshot.contributions.map { claims[$0.claim].id })
      return (ids.sorted(), evidence.accounting)
    }
    let stated = try used { $0.bases = [.stated] }
    #expect(stated.0 == ["a", "c", "d", "e"] && stated.1.otherBases == 1)
    let words = try used { $0.layers = ["words"] }
    #expect(words.0 == ["a", "b", "d", "e"] && words.1.otherLayers == 1)
    let paper = try used { $0.withoutSources = ["radio"] }
    #expect(paper.0 == ["a", "b", "c", "e"] && paper.1.leftOut == 1)
    let withoutC = try used { $0.withoutActors = ["C"] }
    #expect(withoutC.0 == ["a", "b", "c", "d"] && withoutC.1.leftOut == 1)
    let withoutA = try used { $0.withoutClaims = ["a"] }
    #expect(withoutA.0 == ["b", "c", "d", "e"] && withoutA.1.leftOut == 1)
    let nothing = try used { $0.layers = [] }
    #expect(nothing.0.isEmpty && nothing.1.otherLayers == 5)
  }

  @Test func asKnownOnLeavesOutWhatWasNotYetPublic() throws {
    let claims = [
      try claim("day", published: "2025-03-10"), try claim("month", published: "2025-03"),
      try claim("since", published: "2025-03-10/.."),
      try claim("until", published: "../2025-03-10"),
      try claim("of its source", source: "radio"), try claim("undated", when: "2025-02-01"),
    ]
    let project = try smallProject(
      claims,
      sources: [
        Source(id: "paper", title: ""),
        Source(id: "radio", title: "", published: try EDTFDate("2025-03-20")),
      ])
    func known(_ text: String) throws -> Evidence {
      let day = try day(text)
      return try Evidence(project) { $0.asKnownOn = day }
    }
    func ids(_ text: String) throws -> [String] {
      let snapshot = try known(text).snapshot(on: "2025-12-31")
      return snapshot.contributions.map { claims[$0.claim].id }
    }
    #expect(try ids("2025-01-31") == [])
    #expect(try ids("2025-02-01") == ["undated"])
    #expect(try ids("2025-03-09") == ["undated"])
    #expect(try ids("2025-03-10") == ["day", "since", "until", "undated"])
    #expect(try ids("2025-03-20") == ["day", "since", "until", "of its source", "undated"])
    #expect(try ids("2025-03-31").count == 6)
    #expect(try known("2025-03-10").accounting.withoutPublicationDate == 1)
    #expect(try known("2025-01-01").accounting.notYetKnown == 6)
    #expect(try Evidence(project).accounting.withoutPublicationDate == 0)
  }

  @Test func onlyClaimsThatCountAreReportedAsUndated() throws {
    let project = try smallProject(
      [try claim("a"), try claim("b", "A", "nobody")],
      actors: [Actor(id: "nobody", kind: .person, name: "")])
    let day = try day("2025-06-01")
    let evidence = try Evidence(project) {
      $0.level = .state
      $0.asKnownOn = day
    }
    #expect(evidence.accounting.used == 1 && evidence.accounting.withoutVoice == 1)
    #expect(evidence.accounting.withoutPublicationDate == 1)
  }

  @Test(arguments: 0..<100, Level.allCases)
  func everyClaimIsAccountedFor(seed: UInt64, level: Level) throws {
    let project = try RandomProject.make(seed: seed)
    var random = SeededGenerator(seed: seed)
    let evidence = try Evidence(project) {
      $0.level = level
      if random.chance(0.5) { $0.bases = [.stated, .implied] }
      if random.chance(0.3) { $0.layers = [project.layers[0].id] }
      if random.chance(0.5) { $0.asKnownOn = RandomProject.firstDay.advanced(byDays: 400) }
      if random.chance(0.3) { $0.readings = [project.claims[0].id] }
      if random.chance(0.3) { $0.withoutClaims = [project.claims[0].id] }
      if random.chance(0.3) { $0.withoutSources = [project.sources[0].id] }
      if random.chance(0.3) { $0.withoutActors = [project.actors[0].id] }
    }
    let counted = evidence.accounting
    #expect(counted.claims == project.claims.count)
    let others =
      counted.otherLayers + counted.otherBases + counted.notYetKnown + counted.leftOut
      + counted.withoutVoice + counted.insideOneActor
    #expect(counted.used + others == counted.claims)
    #expect(counted.withoutPublicationDate <= counted.used)
    for days in [0, 300, 729] {
      let date = Window(RandomProject.firstDay.advanced(byDays: days))
      #expect(evidence.snapshot(over: date).activeClaims <= counted.used)
    }
  }

  @Test func layerWeightsOfAnySizeKeepTheirProportions() throws {
    func tie(_ first: Double, _ second: Double, _ layers: Set<String>? = nil) throws -> Tie? {
      let project = try smallProject(
        [try claim("a", score: -6), try claim("b", layer: "pacts", score: 6)],
        layers: [
          Layer(id: "words", halfLife: 30, weight: first),
          Layer(id: "pacts", halfLife: nil, weight: second),
        ])
      return try Evidence(project) { $0.layers = layers }.snapshot(on: "2025-01-01").tie("A", "B")
    }
    let even = try #require(try tie(1, 1))
    #expect(isClose(even.tension, 1.5) && isClose(even.accord, 1.5))
    #expect(try tie(1e308, 1e308) == even)
    #expect(try tie(.leastNonzeroMagnitude, .leastNonzeroMagnitude) == even)
    let uneven = try #require(try tie(3, 1))
    #expect(isClose(uneven.tension, 2.25) && isClose(uneven.accord, 0.75))
    // A layer of no weight is silent in the pool, and speaks when it is asked by name.
    #expect(try tie(0, 1)?.tension == 0)
    #expect(isClose(try tie(0, 1, ["words"])?.tension ?? 0, 3))
  }

  @Test func refusesNamesAndEstimatorsThatCannotBeUsed() throws {
    let project = try smallProject([try claim("a")])
    let error = #expect(throws: UnknownNames.self) {
      try Evidence(project) {
        $0.layers = ["words", "z-layer", "a-layer"]
        $0.readings = ["x"]
        $0.withoutClaims = ["a", "y"]
        $0.withoutSources = ["s"]
        $0.withoutActors = ["D"]
        $0.estimator = .posterior(prior: .nan)
      }
    }
    #expect(
      error?.names == [
        "layer 'a-layer'", "layer 'z-layer'", "claim 'x'", "claim 'y'", "source 's'", "actor 'D'",
      ])
    #expect(error?.description.split(separator: "\n").count == 7)
    for prior in [0, -1, Double.infinity] {
      let refused = #expect(throws: UnknownNames.self) {
        try Evidence(project) { $0.estimator = .posterior(prior: prior) }
      }
      #expect(refused?.names == [] && refused?.problem != nil)
    }
  }

  @Test func mutualClaimsCountInBothDirections() throws {
    let project = try smallProject([try claim("a", score: 4, isMutual: true)])
    let snapshot = try Evidence(project).snapshot(on: "2025-01-01")
    #expect(try snapshot.tie("A", "B")?.accord == snapshot.tie("B", "A")?.accord)
    #expect(snapshot.activeClaims == 1 && snapshot.contributions.count == 2)
  }
}

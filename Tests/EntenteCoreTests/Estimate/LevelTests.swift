import EntenteCore
import TestSupport
import Testing

@Suite struct LevelTests {
  private static let actors = [
    Actor(id: "minister", kind: .person, name: ""),
    Actor(id: "ministry", kind: .organization, name: ""),
    Actor(id: "deputy", kind: .person, name: ""), Actor(id: "nobody", kind: .person, name: ""),
    Actor(id: "alliance", kind: .organization, name: ""),
    Actor(id: "daily", kind: .outlet, name: ""), Actor(id: "weekly", kind: .outlet, name: ""),
    Actor(id: "A-media", kind: .group, name: ""), Actor(id: "crowd", kind: .group, name: ""),
    Actor(id: "free paper", kind: .outlet, name: ""),
  ]

  private static func affiliations() throws -> [Affiliation] {
    func member(
      _ actor: String, _ whole: String, _ share: Double, _ during: String? = nil
    ) throws -> Affiliation {
      Affiliation(
        actor: actor, of: whole, role: "",
        during: try during.map { try EDTFDate($0).interval } ?? .always,
        speaksFor: share)
    }
    return [
      try member("minister", "ministry", 0.8), try member("ministry", "A", 0.5),
      try member("minister", "A", 0.3), try member("deputy", "A", 0.5, "2024/2025-01"),
      try member("deputy", "B", 0.25, "2025-03/.."), try member("daily", "A-media", 0.6),
      try member("daily", "A", 0.7), try member("A-media", "A", 0.1),
      try member("weekly", "A-media", 1), try member("weekly", "A", 0.4),
    ]
  }

  /// What is left of a claim of weight 1 between two actors, by the pairs that it is lifted to.
  private func lifted(
    _ from: String, _ to: String, _ level: Level, when: String = "2025-01-01",
    isMutual: Bool = false, affiliations: [Affiliation]? = nil
  ) throws -> [String: Double] {
    let project = try smallProject(
      [try claim("a", from, to, layer: "pacts", when: when, isMutual: isMutual)],
      actors: Self.actors, affiliations: try affiliations ?? Self.affiliations())
    let snapshot = try Evidence(project) { $0.level = level }.snapshot(on: "2025-12-31")
    var result: [String: Double] = [:]
    for tie in snapshot.ties {
      let pair = [tie.source, tie.target].map { project.actors[Int($0)].id }
      result[pair.joined(separator: ">")] = snapshot.contributions(to: tie).first?.weight
    }
    return result
  }

  @Test func atTheLevelOfActorsEverybodyStandsForThemselves() throws {
    #expect(try lifted("minister", "daily", .actor) == ["minister>daily": 1])
    #expect(try lifted("deputy", "A", .actor, isMutual: true) == ["deputy>A": 1, "A>deputy": 1])
  }

  @Test func sharesMultiplyAlongAChainAndTheStrongestCounts() throws {
    // 0.8 × 0.5 through the ministry is more than the 0.3 of the minister alone.
    #expect(try lifted("minister", "B", .state) == ["A>B": 0.8 * 0.5])
    #expect(
      try lifted("minister", "deputy", .state, when: "2025-04-01") == ["A>B": 0.8 * 0.5 * 0.25])
    #expect(try lifted("daily", "B", .state) == ["A>B": 0.7])
  }

  @Test func affiliationsCountOnlyAtTheirDates() throws {
    #expect(try lifted("deputy", "C", .state, when: "2023-12-31") == [:])
    #expect(try lifted("deputy", "C", .state, when: "2024-01-01") == ["A>C": 0.5])
    #expect(try lifted("deputy", "C", .state, when: "2025-01-31") == ["A>C": 0.5])
    #expect(try lifted("deputy", "C", .state, when: "2025-02-01") == [:])
    #expect(try lifted("deputy", "C", .state, when: "2025-03-01") == ["B>C": 0.25])
    // A claim about the whole time is a claim about both offices.
    #expect(
      try lifted("deputy", "C", .state, when: "2025-01-15/2025-03-15") == ["A>C": 0.5, "B>C": 0.25])
  }

  @Test func severalVoicesNeverSpeakToThemselves() throws {
    let when = "2025-01-15/2025-03-15"
    #expect(try lifted("deputy", "A", .state, when: when) == ["B>A": 0.25])
    #expect(try lifted("A", "deputy", .state, when: when) == ["A>B": 0.25])
    #expect(try lifted("A", "deputy", .state) == [:])
  }

  @Test func aMutualClaimOfTwoWithTheSameVoicesCountsOnce() throws {
    let both = [
      ("minister", "A", 1.0), ("minister", "B", 0.5), ("deputy", "A", 0.25), ("deputy", "B", 1),
    ]
    .map { Affiliation(actor: $0.0, of: $0.1, role: "", speaksFor: $0.2) }
    // Minister as A to deputy as B is 1 × 1; deputy as A to minister as B is 0.25 × 0.5.
    let expected = ["A>B": 1.0, "B>A": 1]
    #expect(
      try lifted("minister", "deputy", .state, isMutual: true, affiliations: both) == expected)
    #expect(
      try lifted("minister", "deputy", .state, affiliations: both) == ["A>B": 1, "B>A": 0.125])
  }

  @Test func organizationsThatBelongToNobodyStandForThemselves() throws {
    #expect(try lifted("alliance", "B", .state) == ["alliance>B": 1])
    #expect(try lifted("ministry", "alliance", .state) == ["A>alliance": 0.5])
    #expect(try lifted("nobody", "B", .state) == [:])
    #expect(try lifted("crowd", "alliance", .media) == [:])
  }

  @Test func mediaCountForTheMediaOfTheirCountryAndNotTwice() throws {
    let found = try lifted("daily", "B", .media)
    #expect(found.keys.sorted() == ["A-media>B", "A>B"])
    #expect(found["A-media>B"] == 0.6 && isClose(found["A>B", default: 0], 0.4))
    // What wholly counts for the media does not count for the state at all.
    #expect(try lifted("weekly", "B", .media) == ["A-media>B": 1])
    #expect(try lifted("weekly", "B", .state) == ["A>B": 0.4])
    // The media as a whole are a node there, and speak for their state on the level of states only.
    #expect(try lifted("A-media", "B", .media) == ["A-media>B": 1])
    #expect(try lifted("A-media", "B", .state) == ["A>B": 0.1])
    #expect(try lifted("free paper", "B", .media) == ["free paper>B": 1])
    #expect(try lifted("free paper", "B", .state) == [:])
    #expect(try lifted("minister", "B", .media) == ["A>B": 0.8 * 0.5])
  }

  @Test(arguments: 0..<150)
  func noClaimCountsForMoreThanItselfAtTheLevelOfMedia(seed: UInt64) throws {
    // With one state and its media, whatever an outlet says is shared out between the two.
    var random = SeededGenerator(seed: seed)
    let affiliations = [("daily", "A-media"), ("daily", "A"), ("A-media", "A")].map {
      Affiliation(
        actor: $0.0, of: $0.1, role: "", speaksFor: Double.random(in: 0...1, using: &random))
    }
    let found = try lifted("daily", "B", .media, affiliations: affiliations)
    #expect(found.values.reduce(0, +) <= 1 + 1e-12)
  }

  @Test func tiesInsideOneStateAreLeftOutAndCounted() throws {
    let project = try smallProject(
      [
        try claim("inside", "minister", "A"), try claim("inside too", "minister", "ministry"),
        try claim("silent", "nobody", "B"), try claim("silent too", "A", "crowd"),
        try claim("counts", "minister", "B"),
      ], actors: Self.actors, affiliations: try Self.affiliations())
    let evidence = try Evidence(project) { $0.level = .state }
    #expect(evidence.accounting.insideOneActor == 2)
    #expect(evidence.accounting.withoutVoice == 2)
    #expect(evidence.accounting.used == 1)
    #expect(try evidence.snapshot(on: "2025-01-01").ties.count == 1)
    #expect(evidence.nodes.map { project.actors[$0].id } == ["A", "B", "C", "alliance"])
    let media = try Evidence(project) { $0.level = .media }
    #expect(
      media.nodes.map { project.actors[$0].id }
        == ["A", "B", "C", "alliance", "A-media", "free paper"])
  }

  @Test func cyclesEndAndManyWaysCostLittle() throws {
    // Twenty rows of four, each belonging to all of the next: 4^20 chains, of which one is best.
    var actors: [Actor] = []
    var affiliations: [Affiliation] = []
    for row in 0..<20 {
      for place in 0..<4 {
        actors.append(Actor(id: "\(row)-\(place)", kind: .group, name: ""))
        for next in 0..<4 {
          let share = place == next ? 0.9 : 0.8
          affiliations.append(
            Affiliation(
              actor: "\(row)-\(place)", of: row < 19 ? "\(row + 1)-\(next)" : "A", role: "",
              speaksFor: share))
          // And back, so that there are cycles.
          if row > 0 {
            affiliations.append(
              Affiliation(
                actor: "\(row)-\(place)", of: "\(row - 1)-\(next)", role: "", speaksFor: 1))
          }
        }
      }
    }
    let project = try smallProject(
      [try claim("a", "0-0", "B")], actors: actors, affiliations: affiliations)
    let snapshot = try Evidence(project) { $0.level = .state }.snapshot(on: "2025-01-01")
    var expected = 1.0
    for _ in 0..<20 { expected *= 0.9 }
    #expect(isClose(snapshot.contributions[0].weight, expected))
  }
}

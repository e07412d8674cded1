import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct SceneTests {
  @Test func tensionAndAccordBecomeStrandsOfTheirOwn() throws {
    let snapshot = try FoundingCase.evidence().snapshot(over: FoundingCase.after)
    let scene = Scene(snapshot, DiagramOptions())
    let expected = snapshot.ties.reduce(0) { count, tie in
      count + (tie.tension >= 0.05 ? 1 : 0) + (tie.accord >= 0.05 ? 1 : 0)
    }
    #expect(scene.strands.count == expected)
    let both = scene.strands.filter {
      scene.members[$0.source].id == "RU" && scene.members[$0.target].id == "AZ"
    }
    #expect(both.map(\.sign) == [.hostile, .cooperative])
    let tie = try #require(snapshot.tie(from: 0, to: 1))
    #expect(both.map(\.now) == [tie.tension, tie.accord])
  }

  @Test func weakTiesAreLeftOutAndCounted() throws {
    let snapshot = try FoundingCase.evidence().snapshot(over: FoundingCase.after)
    var options = DiagramOptions()
    let all = Scene(snapshot, options).strands.count
    options.minimum = 0.4
    let scene = Scene(snapshot, options)
    #expect(scene.strands.allSatisfy { $0.now >= 0.4 })
    #expect(scene.omitted > 0)
    #expect(scene.strands.count + scene.omitted >= all)
  }

  @Test func affiliationsMakeGroupsWithTheirRoots() throws {
    let scene = Scene(try FoundingCase.shift(), DiagramOptions())
    let groups = scene.groups.map { group in
      (scene.members[group.root].id, Set(group.members.map { scene.members[$0].id }))
    }
    #expect(groups.map(\.0) == ["RU", "AZ", "AM", "US"])
    #expect(groups[1].1 == ["AZ", "aliyev", "1news", "caliber", "az-media"])
    // The United States have no tie of their own, but their vice president has.
    #expect(groups[3].1 == ["US", "vance"])
    #expect(groups[2].1 == ["AM"])
  }

  @Test func affiliationsInACircleEndSomewhere() throws {
    let project = try Project(
      title: "t", sources: [Source(id: "s", title: "s")], layers: [Layer(id: "D", halfLife: 90)],
      actors: ["a", "b", "c"].map { Actor(id: $0, kind: .organization, name: $0) },
      affiliations: [
        Affiliation(actor: "a", of: "b", role: "", speaksFor: 1),
        Affiliation(actor: "b", of: "a", role: "", speaksFor: 1),
      ],
      claims: [
        Claim(
          id: "1", from: "a", to: "c", layer: "D", when: try EDTFDate("2025-05-09"), score: -5,
          source: "s", says: "x")
      ])
    let snapshot = try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let scene = Scene(snapshot, DiagramOptions())
    #expect(scene.strands.count == 1)
    #expect(scene.groups.count == 2)
  }

  @Test func changesAreNamed() throws {
    let scene = Scene(try FoundingCase.shift(), DiagramOptions())
    for strand in scene.strands {
      let before = try #require(strand.before)
      switch strand.change {
      case .born: #expect(before < 0.05 && strand.now >= 0.05)
      case .gone: #expect(before >= 0.05 && strand.now < 0.05)
      case .grew: #expect(strand.now - before >= 0.05)
      case .shrank: #expect(before - strand.now >= 0.05)
      case .steady: #expect(abs(strand.now - before) < 0.05)
      case .none: Issue.record("a shift names every change")
      }
    }
    #expect(scene.strands.contains { $0.change == .born })
    #expect(scene.strands.contains { $0.change == .grew })
  }

  @Test func aStrandIsDashedByTheBasisOfItsOwnSide() throws {
    let scene = Scene(
      try FoundingCase.evidence().snapshot(over: FoundingCase.after), DiagramOptions())
    func basis(_ source: String, _ target: String, _ sign: Sign) -> Claim.Basis? {
      scene.strands.first {
        scene.members[$0.source].id == source && scene.members[$0.target].id == target
          && $0.sign == sign
      }?.basis
    }
    #expect(basis("tsargrad", "aliyev", .hostile) == .implied)
    #expect(basis("caliber", "RU", .hostile) == .interpreted)
    #expect(basis("aliyev", "RU", .hostile) == .stated)
  }
}

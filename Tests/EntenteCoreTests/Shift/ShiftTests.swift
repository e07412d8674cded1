import EntenteCore
import TestSupport
import Testing

@Suite struct ShiftTests {
  private static let steps: [(Int, Int)] = [(0, 300), (300, 300), (500, 100), (-300, 2_000)]

  private func window(_ days: Int, _ length: Int = 1) throws -> Window {
    let first = RandomProject.firstDay.advanced(byDays: days)
    return try #require(Window(first, first.advanced(byDays: length - 1)))
  }

  @Test(arguments: 0..<60, Level.allCases)
  func isTheSumOfItsClaimsChanges(seed: UInt64, level: Level) throws {
    let project = try RandomProject.make(seed: seed)
    for estimator in [Estimator.posterior(prior: 1), .sum, .mean] {
      let evidence = try Evidence(project) {
        $0.level = level
        $0.estimator = estimator
      }
      for (first, second) in Self.steps {
        let shift = Shift(in: evidence, from: try window(first), to: try window(second, 20))
        for tie in shift.ties {
          #expect(isClose(tie.changes.map(\.tension).reduce(0, +), tie.tension))
          #expect(isClose(tie.changes.map(\.accord).reduce(0, +), tie.accord))
          #expect(isClose(tie.changes.map(\.net).reduce(0, +), tie.net))
          #expect(Set(tie.changes.map(\.claim)).count == tie.changes.count)
          let sizes = tie.changes.map(\.net.magnitude)
          #expect(sizes == sizes.sorted(by: >))
          #expect(
            tie.before?.tension == shift.before.tie(from: tie.source, to: tie.target)?.tension)
          #expect(tie.after?.accord == shift.after.tie(from: tie.source, to: tie.target)?.accord)
          for change in tie.changes {
            #expect(project.layerIndex[project.claims[change.claim].layer] == change.layer)
          }
        }
        let pairs = Set((shift.before.ties + shift.after.ties).map { [$0.source, $0.target] })
        #expect(shift.ties.count == pairs.count)
        let sizes = shift.ties.map(\.net.magnitude)
        #expect(sizes == sizes.sorted(by: >))
        let reach = shift.actors.map(\.distance)
        #expect(reach == reach.sorted(by: >))
      }
    }
  }

  @Test(arguments: 0..<40)
  func runsBackwardsAsItRanForwards(seed: UInt64) throws {
    let evidence = try Evidence(try RandomProject.make(seed: seed))
    let (first, second) = (try window(100), try window(500, 60))
    let forth = Shift(in: evidence, from: first, to: second)
    let back = Shift(in: evidence, from: second, to: first)
    let opposite: [TieShift.Kind: TieShift.Kind] = [
      .born: .gone, .gone: .born, .flipped: .flipped, .worsened: .improved, .improved: .worsened,
      .steady: .steady,
    ]
    #expect(forth.ties.count == back.ties.count)
    for tie in forth.ties {
      let twin = try #require(back.tie(from: tie.source, to: tie.target))
      #expect(twin.net == -tie.net && twin.tension == -tie.tension)
      #expect(twin.kind == opposite[tie.kind])
    }
    for actor in forth.actors {
      let twin = try #require(back.actors.first { $0.actor == actor.actor })
      #expect(isClose(twin.distance, actor.distance))
      #expect(isClose(twin.outgoing.net, -actor.outgoing.net))
      #expect(isClose(twin.incoming.turn ?? 9, actor.incoming.turn ?? 9))
    }
  }

  @Test(arguments: 0..<40)
  func nothingChangesBetweenADayAndItself(seed: UInt64) throws {
    let evidence = try Evidence(try RandomProject.make(seed: seed))
    let shift = Shift(in: evidence, from: try window(400), to: try window(400))
    #expect(shift.ties.allSatisfy { $0.net == 0 && $0.tension == 0 && $0.kind == .steady })
    #expect(shift.ties.flatMap(\.changes).allSatisfy { $0.net == 0 })
    #expect(shift.actors.allSatisfy { $0.distance == 0 })
    let turns = shift.actors.flatMap { [$0.outgoing.turn, $0.incoming.turn] }
    #expect(turns.allSatisfy { isClose($0 ?? 0, 0) })
  }

  @Test func theFoundingCaseTurnsAndSaysWhy() throws {
    let project = try foundingCase()
    let evidence = try Evidence(project) { $0.level = .state }
    let shift = Shift(
      in: evidence, from: Window(try day("2025-05-08")), to: Window(try day("2025-05-19")))
    let (russia, azerbaijan) = (try project.position("RU"), try project.position("AZ"))
    let there = try #require(shift.tie(from: russia, to: azerbaijan))
    #expect(there.kind == .flipped)
    // Zatulin's doubts about Karabakh weigh most: alone on their layer, nothing waters them down.
    #expect(there.changes.prefix(2).map { project.claims[$0.claim].id } == ["c16", "c15"])
    let back = try #require(shift.tie(from: azerbaijan, to: russia))
    #expect(back.kind == .worsened)
    // The old grievance lost share to the new act, so that it pulls the other way.
    let grievance = back.changes.first { project.claims[$0.claim].id == "c07" }
    #expect((grievance?.net ?? 0) > 0)
    #expect(shift.actors.map(\.actor).prefix(2).sorted() == [russia, azerbaijan])
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct ActorShiftTests {
  @Test(arguments: 0..<40)
  func profilesAreWhatTheTiesSay(seed: UInt64) throws {
    let evidence = try Evidence(try RandomProject.make(seed: seed)) { $0.estimator = .sum }
    let day = RandomProject.firstDay
    let shift = Shift(
      in: evidence, from: Window(day.advanced(byDays: 200)), to: Window(day.advanced(byDays: 600)))
    let actors = shift.project.actors.indices.map(Int32.init)
    for actor in actors {
      let found = shift.actors.first { $0.actor == actor }
      let isTied = shift.ties.contains { $0.source == actor || $0.target == actor }
      #expect((found != nil) == isTied)
      guard let found else { continue }
      let others = actors.filter { $0 != actor }
      check(found.outgoing, others.map { (actor, $0) }, shift)
      check(found.incoming, others.map { ($0, actor) }, shift)
      #expect(found.distance == found.outgoing.distance + found.incoming.distance)
    }
  }

  private func check(_ profile: ActorShift.Profile, _ pairs: [(Int32, Int32)], _ shift: Shift) {
    let old = pairs.map { shift.before.tie(from: $0.0, to: $0.1) }
    let new = pairs.map { shift.after.tie(from: $0.0, to: $0.1) }
    func change(_ value: (Tie) -> Double) -> [Double] {
      zip(old, new).map { ($1.map(value) ?? 0) - ($0.map(value) ?? 0) }
    }
    #expect(isClose(profile.tension, change(\.tension).reduce(0, +)))
    #expect(isClose(profile.accord, change(\.accord).reduce(0, +)))
    #expect(isClose(profile.net, change(\.net).reduce(0, +)))
    #expect(isClose(profile.distance, change(\.net).map(\.magnitude).reduce(0, +)))
    let before = old.map { $0?.net ?? 0 }
    let after = new.map { $0?.net ?? 0 }
    func dot(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).map(*).reduce(0, +)
    }
    let lengths = (dot(before, before) * dot(after, after)).squareRoot()
    #expect((profile.turn == nil) == (lengths == 0))
    if let turn = profile.turn {
      #expect(0...2 ~= turn)
      #expect(isClose(turn, 1 - dot(before, after) / lengths))
    }
  }

  @Test func turnsAreMeasuredHoweverFaintTheTies() throws {
    let project = try smallProject([
      try claim("a", when: "2025-01-01", score: 1e-90),
      try claim("b", when: "2025-01-02", score: -2e-90),
      try claim("c", "B", "C", when: "2025-01-02", score: 5),
    ])
    let evidence = try Evidence(project) { $0.estimator = .sum }
    let shift = Shift(
      in: evidence, from: Window(try day("2025-01-01")), to: Window(try day("2025-01-02")))
    // From A's one tie of +10⁻⁹⁰ to −10⁻⁹⁰ is half a turn.
    #expect(isClose(shift.actors.first { $0.actor == 0 }?.outgoing.turn ?? 0, 2))
    // B had no tie before, so that there is nothing to turn from.
    let other = try #require(shift.actors.first { $0.actor == 1 })
    #expect(other.outgoing.turn == nil && other.outgoing.distance > 0)
  }
}

import EntenteCore
import Testing

@Suite struct TieShiftTests {
  /// What happens from January to March to a tie with these scores, on a scale without prior.
  private func shift(
    _ january: [Double], _ march: [Double], minimum: Double = 0.05
  ) throws -> TieShift? {
    var claims: [Claim] = []
    for (when, scores) in [("2025-01", january), ("2025-03", march)] {
      for score in scores {
        claims.append(try claim("c\(claims.count)", when: when, score: score))
      }
    }
    // After a quarter of an hour half is forgotten, so that in March January weighs nothing at all.
    let evidence = try Evidence(
      try smallProject(claims, layers: [Layer(id: "words", halfLife: 0.01)])
    ) { $0.estimator = .mean }
    let shift = Shift(
      in: evidence, from: Window(try day("2025-01-10")), to: Window(try day("2025-03-10")),
      minimum: minimum)
    return shift.tie(from: 0, to: 1)
  }

  @Test func namesWhatHappened() throws {
    #expect(try shift([], [-3])?.kind == .born)
    #expect(try shift([4], [])?.kind == .gone)
    #expect(try shift([4], [-3])?.kind == .flipped)
    #expect(try shift([-1], [2])?.kind == .flipped)
    #expect(try shift([4], [3])?.kind == .worsened)
    #expect(try shift([-4], [-3])?.kind == .improved)
    #expect(try shift([4], [4])?.kind == .steady)
    #expect(try shift([], []) == nil)
  }

  @Test func whatIsBelowTheMinimumIsNothing() throws {
    #expect(try shift([0.04], [-3])?.kind == .born)
    #expect(try shift([4], [0.04])?.kind == .gone)
    #expect(try shift([0.04], [-0.04])?.kind == .steady)
    #expect(try shift([4], [4.04])?.kind == .steady)
    #expect(try shift([4], [4.06])?.kind == .improved)
    // A sign that hardly shows does not flip.
    #expect(try shift([5, -4.98], [-3])?.kind == .worsened)
    #expect(try shift([2], [-2], minimum: 3)?.kind == .steady)
    // Without a minimum, nothing still is no change, and from nothing to something is no turn.
    #expect(try shift([0], [0], minimum: 0)?.kind == .steady)
    #expect(try shift([0], [-1], minimum: 0)?.kind == .worsened)
    #expect(try shift([-1], [0], minimum: 0)?.kind == .improved)
  }

  @Test func keepsBothSidesOfEveryClaim() throws {
    let found = try #require(try shift([-4], [2, 6]))
    #expect(found.tension == -4 && found.accord == 4 && found.net == 8)
    #expect(found.changes.map(\.claim) == [0, 2, 1])
    #expect(found.changes.map(\.net) == [4, 3, 1])
    #expect(found.changes[0].after == nil && found.changes[0].before?.tension == 4)
    #expect(found.changes[1].before == nil && found.changes[1].after?.share == 0.5)
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct RobustnessSumsTests {
  private func shift(_ evidence: Evidence, _ first: Int, _ last: Int) -> Shift {
    Shift(
      in: evidence, from: Window(RandomProject.firstDay.advanced(byDays: first)),
      to: Window(RandomProject.firstDay.advanced(byDays: last)), minimum: 0)
  }

  @Test func everyTrialIsTheSumOverTheChangedEvidence() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let project = try RandomProject.make(seed: seed, claims: 60)
      let level = seed % 2 == 0 ? Level.actor : .state
      let whole = shift(try Evidence(project) { $0.level = level }, 250, 500)
      let sums = try Robustness.all(of: whole).sums
      let system = SystemShift(whole)
      #expect(
        isClose(sums.tension.change, system.after.tension - system.before.tension, within: 1e-9))
      for trial in sums.net.trials {
        var options = EvidenceOptions()
        options.level = level
        switch trial.variation {
        case .withoutClaim(let claim): options.withoutClaims = [project.claims[claim].id]
        case .withoutSource(let source): options.withoutSources = [project.sources[source].id]
        case .withoutImplied: options.bases.remove(.implied)
        case .prior(let prior): options.estimator = .posterior(prior: prior)
        case .estimator(let estimator): options.estimator = estimator
        case .withoutPartial, .halfLives: continue
        }
        let other = shift(try Evidence(project, options), 250, 500)
        let expected = other.ties.reduce(0) { $0 + $1.net }
        #expect(isClose(trial.change, expected, within: 1e-9), "\(trial) of seed \(seed)")
        guard let place = whole.actors.indices.first,
          let own = sums.outgoing[place].trials.first(where: { $0.variation == trial.variation })
        else { continue }
        let actor = whole.actors[place].actor
        let sent = other.ties.filter { $0.source == actor }.reduce(0) { $0 + $1.net }
        #expect(isClose(own.change, sent, within: 1e-9))
      }
    }
  }

  @Test func sumsOfActorsAreThoseOfTheirProfiles() throws {
    let whole = shift(try Evidence(RandomProject.make(seed: 3)), 250, 500)
    let (ties, sums) = try Robustness.all(of: whole)
    #expect(ties == (try Robustness.ties(of: whole)))
    for (place, actor) in whole.actors.enumerated() {
      #expect(isClose(sums.outgoing[place].change, actor.outgoing.net, within: 1e-9))
      #expect(isClose(sums.incoming[place].change, actor.incoming.net, within: 1e-9))
    }
    #expect(
      isClose(sums.net.change, sums.accord.change - sums.tension.change, within: 1e-9))
    let sizes = [sums.tension.change.magnitude, sums.accord.change.magnitude]
    #expect(sums.headline.change.magnitude == sizes.max())
  }

  @Test func theGradeNamesWhatTheSumRestsOn() throws {
    // One great claim among small ones on other ties.
    let project = try smallProject([
      claim("great", when: "2025-05-30", score: -9),
      claim("small", "B", "C", when: "2025-05-30", score: -1, source: "radio"),
      claim("smaller", "C", "A", when: "2025-05-30", score: -1, source: "radio"),
    ])
    let found = try Robustness.all(
      of: Shift(
        in: try Evidence(project), from: Window(try day("2025-01-15")),
        to: Window(try day("2025-06-01")))
    ).sums
    #expect(found.tension.grade == .fragile)
    #expect(found.tension.reason.hasPrefix("rests on one claim, great (+"))
    #expect(found.accord.grade == .none && found.headline == found.tension)
  }
}

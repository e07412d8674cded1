import EntenteCore
import TestSupport
import Testing

@Suite struct RobustnessTests {
  private func robustness(_ project: Project, _ options: EvidenceOptions = .init()) throws
    -> (Robustness, Shift)
  {
    let shift = Shift(
      in: try Evidence(project, options), from: Window(try day("2025-01-15")),
      to: Window(try day("2025-06-01")), minimum: 0)
    return (try #require(Robustness.ties(of: shift).first), shift)
  }

  /// The change of the first tie's net when the evidence is prepared otherwise.
  private func change(
    _ project: Project, _ shift: Shift, _ tie: Robustness, _ set: (inout EvidenceOptions) -> Void
  ) throws -> Double {
    var options = shift.before.evidence.options
    set(&options)
    let other = Shift(
      in: try Evidence(project, options), from: shift.before.window, to: shift.after.window,
      minimum: 0)
    return other.tie(from: tie.source, to: tie.target)?.net ?? 0
  }

  @Test func everyTrialIsTheShiftOfTheChangedEvidence() throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let project = try RandomProject.make(seed: seed, claims: 60)
      for level in [Level.actor, .state] {
        let shift = Shift(
          in: try Evidence(project) { $0.level = level },
          from: Window(RandomProject.firstDay.advanced(byDays: 250)),
          to: Window(RandomProject.firstDay.advanced(byDays: 500)), minimum: 0)
        for tie in try Robustness.ties(of: shift).prefix(6) {
          for trial in tie.trials {
            let expected = try change(project, shift, tie) { options in
              switch trial.variation {
              case .withoutClaim(let claim): options.withoutClaims = [project.claims[claim].id]
              case .withoutSource(let source):
                options.withoutSources = [project.sources[source].id]
              case .withoutImplied: options.bases.remove(.implied)
              case .prior(let prior): options.estimator = .posterior(prior: prior)
              case .estimator(let estimator): options.estimator = estimator
              case .withoutPartial, .halfLives: break
              }
            }
            switch trial.variation {
            case .withoutPartial, .halfLives: continue
            default: #expect(abs(trial.change - expected) < 1e-10, "\(trial) of seed \(seed)")
            }
          }
        }
      }
    }
  }

  @Test func otherHalfLivesAreThoseOfOtherLayers() throws {
    let claims = try (0..<9).map {
      try claim("c\($0)", when: "2025-0\($0 % 5 + 1)-03", score: Double($0) - 5)
    }
    let (found, shift) = try robustness(smallProject(claims))
    for factor in [0.5, 2] {
      let other = try smallProject(
        claims,
        layers: [
          Layer(id: "words", halfLife: 30 * factor), Layer(id: "pacts", halfLife: nil),
        ])
      let trial = try #require(found.trials.first { $0.variation == .halfLives(factor) })
      #expect(abs(trial.change - (try change(other, shift, found) { _ in })) < 1e-12)
    }
  }

  @Test func whatRestsOnOneSourceSaysSo() throws {
    let (found, _) = try robustness(
      smallProject([claim("a", when: "2025-05-20"), claim("b", when: "2025-05-25")]))
    #expect(found.grade == .fragile)
    // Without the one or the other more than half is left.
    #expect(
      found.reason == "rests on one source, paper, with 2 claims, but on no single one of them")
    #expect(found.decidingClaim == nil)
    #expect(found.sources == 1 && found.claims == 2)
  }

  @Test func ofOneSourceTheClaimThatCarriesTheChangeIsNamed() throws {
    let (found, _) = try robustness(
      smallProject([
        claim("strong", when: "2025-05-30", score: -9),
        claim("faint", when: "2025-02-01", score: -1),
      ]))
    #expect(found.grade == .fragile)
    #expect(found.reason.hasPrefix("rests on one source, paper, with 2 claims, most on strong (−"))
    let deciding = try #require(found.decidingClaim)
    #expect(deciding.claim == 0)
    #expect(
      found.trials.contains { $0.variation == .withoutClaim(0) && $0.change == deciding.change })
  }

  @Test func aStrongerPriorShrinksEverythingAndMakesNothingSensitive() throws {
    // Three claims of three sources: with a prior worth five, less than half of the size is left.
    let sources = (0..<3).map { Source(id: "s\($0)", title: "") }
    let claims = try (0..<3).map {
      try claim("c\($0)", when: "2025-05-\($0 + 28)", score: -6, source: "s\($0)")
    }
    let (found, _) = try robustness(smallProject(claims, sources: sources))
    let trial = try #require(found.trials.first { $0.variation == .prior(5) })
    #expect(trial.change.magnitude < found.change.magnitude / 2)
    #expect(trial.survives && found.grade == .robust)
    // A change that such a prior leaves nothing of is another matter.
    let faint = try (0..<3).map {
      try claim("c\($0)", when: "2025-05-\($0 + 28)", score: -0.15, source: "s\($0)")
    }
    let (small, _) = try robustness(smallProject(faint, sources: sources))
    #expect(small.grade == .sensitive)
    #expect(small.reason.hasPrefix("vanishes under another prior, here worth 5.0 claims (−0.0"))
  }

  @Test func whatRestsOnOneClaimSaysWhichAndByHowMuch() throws {
    let (found, _) = try robustness(
      smallProject([
        claim("strong", when: "2025-05-30", score: -9),
        claim("weak", when: "2025-05-30", score: 2, source: "radio"),
        claim("faint", when: "2025-05-30", score: 1, source: "radio"),
      ]))
    #expect(found.grade == .fragile)
    #expect(found.reason.hasPrefix("rests on one claim, strong (−"))
    #expect(found.reason.hasSuffix(")"))
  }

  @Test func whatSurvivesEverythingIsRobust() throws {
    let sources = (0..<5).map { Source(id: "s\($0)", title: "") }
    let claims = try (0..<20).map {
      try claim("c\($0)", when: "2025-05-\($0 + 10)", score: -6, source: "s\($0 % 5)")
    }
    let (found, _) = try robustness(smallProject(claims, sources: sources))
    #expect(found.grade == .robust)
    #expect(found.trials.allSatisfy { $0.survives })
    #expect(found.range.contains(found.change))
    #expect(found.reason.contains("20 claims or 5 sources"))
  }

  @Test func whatRestsOnImpliedClaimsIsSensitive() throws {
    let sources = (0..<4).map { Source(id: "s\($0)", title: "") }
    let claims = try (0..<12).map {
      try claim(
        "c\($0)", when: "2025-05-\($0 + 10)", score: -6, basis: $0 == 0 ? .stated : .implied,
        source: "s\($0 % 4)")
    }
    let (found, _) = try robustness(smallProject(claims, sources: sources))
    #expect(found.grade == .sensitive)
    #expect(found.reason.hasPrefix("rests on what the coder inferred"))
  }

  @Test func partialSpokesmenAreLeftOutTogether() throws {
    let person = Actor(id: "p", kind: .person, name: "p")
    let claims = try (0..<6).map {
      try claim("c\($0)", "p", when: "2025-05-\($0 + 10)", source: $0 < 3 ? "paper" : "radio")
    }
    let project = try smallProject(
      claims, actors: [person],
      affiliations: [Affiliation(actor: "p", of: "A", role: "", speaksFor: 0.5)])
    var options = EvidenceOptions()
    options.level = .state
    let (found, _) = try robustness(project, options)
    let trial = try #require(found.trials.first { $0.variation == .withoutPartial })
    #expect(trial.change == 0 && !trial.survives)
    #expect(found.grade == .sensitive)
    #expect(found.reason.contains("speak for an actor only in part"))
  }

  @Test func noChangeIsNoneAndUnusableOptionsAreRefused() throws {
    let (found, shift) = try robustness(smallProject([claim("a", when: "../2025-12-31")]))
    #expect(found.grade == .none)
    var options = Robustness.Options()
    options.kept = 1.5
    #expect(throws: MeasureError.self) { try Robustness.ties(of: shift, options) }
    options = .init()
    options.halfLifeFactors = [0]
    #expect(throws: MeasureError.self) { try Robustness.ties(of: shift, options) }
  }
}

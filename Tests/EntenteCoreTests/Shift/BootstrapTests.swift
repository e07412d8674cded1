import EntenteCore
import Testing

@Suite struct BootstrapTests {
  private func names(_ count: Int) -> [Source] {
    (0..<count).map { Source(id: "s\($0)", title: "") }
  }

  private func shift(_ claims: [Claim], sources: Int) throws -> Shift {
    Shift(
      in: try Evidence(smallProject(claims, sources: names(sources))),
      from: Window(try day("2025-01-15")), to: Window(try day("2025-06-01")), minimum: 0)
  }

  @Test func twoSourcesHaveTheThreeResultsThatTheyCanHave() throws {
    // On a layer that never fades: κ = 1, weights 1. Both: (8 + 4)/3; one twice: 16/3 or 8/3.
    let shift = try shift(
      [
        claim("a", layer: "pacts", when: "2025-03-01", score: -8, source: "s0"),
        claim("b", layer: "pacts", when: "2025-03-01", score: -4, source: "s1"),
      ], sources: 2)
    var options = Bootstrap.Options()
    options.level = 0.9999
    let found = try #require(Bootstrap.ties(of: shift, options).first?.tension.interval)
    // The layer counts half.
    #expect(abs(found.lower - 8.0 / 6) < 1e-9)
    #expect(abs(found.upper - 16.0 / 6) < 1e-9)
    #expect(found.sources == 2 && found.draws == 3 && found.defined == 1_000)
    // Half of the draws are mixed, so the variance is that of 16, 12, 12, 8 over 6.
    #expect(abs(found.error - (8.0 / 36).squareRoot()) < 0.03)
  }

  @Test func oneSourceHasNoIntervalInsteadOfANarrowOne() throws {
    let shift = try shift(
      [
        claim("a", when: "2025-03-01", source: "s1"),
        claim("b", when: "2025-05-01", score: 3, source: "s1"),
      ], sources: 2)
    let tie = try #require(Bootstrap.ties(of: shift).first)
    #expect(tie.net == .impossible(.oneSource(1)))
    #expect(tie.tension == .impossible(.oneSource(1)))
    let whole = try Bootstrap.interval(
      in: shift.after.evidence, over: [shift.after.window]
    ) { $0[0].tension.reduce(0, +) }
    #expect(whole == .impossible(.oneSource(1)))
  }

  @Test func aSourceThatSaysTheSameHasNoSpreadAndManyThatDifferHaveSome() throws {
    let claims = try (0..<40).map {
      try claim(
        "c\($0)", when: "2025-05-20", score: Double($0 % 9) - 4, source: "s\($0 % 12)")
    }
    let tie = try #require(Bootstrap.ties(of: shift(claims, sources: 12)).first)
    let net = try #require(tie.net.interval)
    let change = try #require(shift(claims, sources: 12).ties.first).net
    #expect(net.lower < change && change < net.upper)
    #expect(net.error > 0 && net.sources == 12 && net.draws == 1_352_078)
    let ties = try Bootstrap.ties(of: shift(claims, sources: 12), options { $0.level = 0.99 })
    let wider = try #require(ties.first?.net.interval)
    #expect(wider.lower <= net.lower && net.upper <= wider.upper)
  }

  private func options(_ change: (inout Bootstrap.Options) -> Void) -> Bootstrap.Options {
    var options = Bootstrap.Options()
    change(&options)
    return options
  }

  @Test func anythingThatGraphsGiveHasAnInterval() throws {
    let claims = try (0..<30).map {
      try claim(
        "c\($0)", $0 % 2 == 0 ? "A" : "B", "C", when: "2025-0\($0 % 5 + 1)-10",
        score: Double($0 % 7) - 3, source: "s\($0 % 6)")
    }
    let shift = try shift(claims, sources: 6)
    let evidence = shift.before.evidence
    let windows = [shift.before.window, shift.after.window]
    @Sendable func change(_ graphs: [RelationGraph]) -> Double? {
      graphs[1].tension.reduce(0, +) - graphs[0].tension.reduce(0, +)
    }
    let first = try #require(
      Bootstrap.interval(in: evidence, over: windows, of: change).interval)
    let observed = shift.ties.reduce(0) { $0 + $1.tension }
    #expect(first.lower < observed && observed < first.upper)
    let serial = try Bootstrap.interval(in: evidence, over: windows, control: .serial, of: change)
    #expect(serial.interval == first)
    let never = try Bootstrap.interval(in: evidence, over: windows) { _ in nil }
    #expect(never == .impossible(.undefined))
    let notANumber = try Bootstrap.interval(in: evidence, over: windows) { _ in .nan }
    #expect(notANumber == .impossible(.undefined))
  }

  @Test func noSourceAndUnusableOptionsAreToldApart() throws {
    let evidence = try Evidence(smallProject([]))
    let outcome = try Bootstrap.interval(
      in: evidence, over: [Window(try day("2025-01-01"))]
    ) { _ in 1 }
    #expect(outcome == .impossible(.noSource))
    for bad in [
      options { $0.replicates = 0 }, options { $0.level = 1 }, options { $0.level = .nan },
    ] {
      #expect(throws: MeasureError.self) {
        try Bootstrap.ties(of: shift([claim("a", source: "s0")], sources: 1), bad)
      }
    }
  }
}

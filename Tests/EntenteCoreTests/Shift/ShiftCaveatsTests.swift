import EntenteCore
import Testing

@Suite struct ShiftCaveatsTests {
  private func caveats(
    _ claims: [Claim], _ first: String = "2025-01-15", _ second: String = "2025-02-15"
  ) throws -> [ShiftCaveat] {
    func window(_ text: String) throws -> Window {
      let interval = try EDTFDate(text).interval
      let (first, last) = (try #require(interval.first), try #require(interval.last))
      return try #require(Window(first, last))
    }
    return Shift(
      in: try Evidence(smallProject(claims)), from: try window(first), to: try window(second)
    ).caveats
  }

  private func plain() throws -> [Claim] {
    [
      try claim("a", when: "2024-12-01"),
      try claim("b", when: "2025-03-01", score: 2, source: "radio"),
    ]
  }

  @Test func ordinaryShiftsHaveNone() throws {
    #expect(try caveats(plain()).isEmpty)
  }

  @Test func everyOddInputIsNamed() throws {
    let (first, second) = (
      Window(try day("2025-01-15")), Window(try day("2025-02-15"))
    )
    #expect(try caveats([]) == [.noClaims])
    let long = "2024-11-10/2025-02-20"
    #expect(try caveats([claim("a", when: long)]) == [.oneClaim("a")])
    #expect(
      try caveats([claim("a", when: long), claim("b", when: "2025-02-01")])
        == [.oneSource("paper")])
    #expect(
      try caveats([claim("a", when: long), claim("b", when: long, source: "radio")])
        == [.oneDate(try EDTFDate(long).interval)])
    #expect(try caveats(plain(), "2025-01-15", "2025-01-15") == [.sameWindow(first)])
    #expect(try caveats(plain(), "2025-02-15", "2025-01-15") == [.reversed(second, first)])
    let overlapping = try caveats(plain(), "2025-01-01/2025-02-01", "2025-02-01/2025-02-20")
    #expect(overlapping.count == 1 && overlapping[0].description.hasSuffix("share days."))
    let outside = try caveats(plain(), "1990-01-01", "2030-01-01")
    #expect(
      outside.map(\.description) == [
        "No claim weighs anything on 1990-01-01, the earlier side.",
        "1990-01-01 lies outside the days that the claims name, 2024-12-01 to 2025-03-01.",
        "2030-01-01 lies outside the days that the claims name, 2024-12-01 to 2025-03-01.",
      ])
  }

  /// What rises because evidence piles up is not what changed.
  @Test func evidenceThatBeginsShortlyBeforeIsNamed() throws {
    let young = [
      try claim("a", when: "2025-01-10"), try claim("b", when: "2025-02-01", source: "radio"),
    ]
    #expect(
      try caveats(young, "2025-01-15", "2025-02-01")
        == [.youngEvidence(begins: day("2025-01-10"), days: 5)])
    // Half-life 30 days: a month before is long enough; so is a claim without a beginning.
    #expect(try caveats(young, "2025-02-09", "2025-02-15").map(\.description).count == 2)
    #expect(try caveats(young, "2025-02-08", "2025-02-15").map(\.description).count == 3)
    #expect(try caveats(young + [claim("c", when: "../2025-12-31")]).isEmpty)
  }

  @Test func oddInputGivesNumbersThroughout() throws {
    let cases: [[Claim]] = [
      [], [try claim("a")], try plain(),
      try (0..<5).map { try claim("c\($0)", when: "2025-02-01") },
      [try claim("open", when: "../2025-12-31"), try claim("zero", score: 0)],
    ]
    let windows = ["0001-01-01", "1990-01-01", "2025-02-01", "9999-12-31"].compactMap {
      try? Window(day($0))
    }
    for claims in cases {
      for estimator in [Estimator.posterior(prior: 1), .mean, .sum] {
        let evidence = try Evidence(smallProject(claims)) { $0.estimator = estimator }
        for first in windows {
          for second in windows {
            let shift = Shift(in: evidence, from: first, to: second)
            let system = SystemShift(shift)
            var numbers = [system.before.tension, system.after.accord]
            for value in [
              system.tensionSpectrum, system.netSpectrum, system.tensionSimilarity,
              system.after.concentration, system.after.polarization, system.after.balance,
            ] {
              if let value { numbers.append(value) }
            }
            for test in try Significance(of: shift).tests {
              numbers += [test.change, test.p ?? 0, test.q ?? 0]
            }
            for tie in try Robustness.ties(of: shift) {
              numbers.append(tie.change)
              numbers += tie.trials.map(\.change)
            }
            #expect(numbers.allSatisfy { $0.isFinite })
          }
        }
      }
    }
  }

  @Test func thousandsOfLayersAreNoTrouble() throws {
    let layers = (0..<3_000).map { Layer(id: "l\($0)", halfLife: 30) }
    var claims: [Claim] = []
    for number in 0..<3_000 {
      let score = Double(number % 21) - 10
      var one = try claim("c\(number)", layer: "l\(number)", when: "2025-01-01", score: score)
      if number % 2 == 0 { one.when = try EDTFDate("2025-02-01") }
      if number % 3 == 0 { one.source = "radio" }
      claims.append(one)
    }
    let shift = Shift(
      in: try Evidence(smallProject(claims, layers: layers)),
      from: Window(try day("2025-01-15")), to: Window(try day("2025-02-15")), minimum: 0)
    let tests = try Significance(of: shift).tests
    #expect(tests.first?.shortfall == .dates(1, needed: 2))
    var options = Bootstrap.Options()
    options.replicates = 20
    #expect(try Bootstrap.ties(of: shift, options).first?.net.interval != nil)
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct SignificanceTests {
  private func options(
    _ change: (inout Significance.Options) -> Void = { _ in }
  ) -> Significance.Options {
    var options = Significance.Options()
    change(&options)
    return options
  }

  @Test(arguments: Significance.Exchange.allCases)
  func theObservedChangeIsThatOfTheShift(_ exchange: Significance.Exchange) throws {
    for seed in 1...25 as ClosedRange<UInt64> {
      let project = try RandomProject.make(seed: seed)
      for level in Level.allCases {
        let evidence = try Evidence(project) { $0.level = level }
        let shift = Shift(
          in: evidence, from: Window(RandomProject.firstDay.advanced(byDays: 200)),
          to: Window(RandomProject.firstDay.advanced(byDays: 420)))
        let found = try Significance(
          of: shift,
          options {
            $0.exchange = exchange
            $0.permutations = 20
          })
        #expect(found.tests.count == shift.ties.count)
        for (test, tie) in zip(found.tests, shift.ties) {
          #expect(test.source == tie.source && test.target == tie.target)
          #expect(abs(test.change - tie.net) < 1e-12)
          #expect(test.p.map { $0 > 0 && $0 <= 1 } ?? (test.shortfall != nil))
          #expect((test.q == nil) == (test.p == nil))
        }
      }
    }
  }

  /// All orders of some positions.
  private func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(count - 1).flatMap { order in
      (0...order.count).map { place in
        var longer = order
        longer.insert(count - 1, at: place)
        return longer
      }
    }
  }

  /// p by building a project for every order of the claims' dates and taking its shift.
  private func plainP(_ claims: [Claim], _ windows: (Window, Window)) throws -> Double {
    func change(_ claims: [Claim]) throws -> Double {
      let shift = Shift(
        in: try Evidence(smallProject(claims)), from: windows.0, to: windows.1, minimum: 0)
      return shift.ties.first?.net ?? 0
    }
    let observed = try change(claims).magnitude
    let orders = orders(claims.count)
    let asLarge = try orders.count { order in
      var moved = claims
      for (place, giver) in order.enumerated() { moved[place].when = claims[giver].when }
      return try change(moved).magnitude >= observed - 1e-9
    }
    return Double(asLarge) / Double(orders.count)
  }

  @Test func countingAllArrangementsGivesTheShareOfAllOrders() throws {
    let windows = (Window(try day("2025-02-01")), Window(try day("2025-05-01")))
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = EntenteCore.SeededGenerator(seed: seed)
      var claims: [Claim] = []
      for index in 0..<5 {
        var one = try claim(
          "c\(index)", score: Double(random.below(21)) - 10,
          confidence: 0.5 + 0.5 * random.unit(), source: random.below(2) == 0 ? "paper" : "radio",
          // Claims that share weights and contradict each other, exchanged one by one.
          event: seed % 2 == 0 && index < 3 ? "act" : nil,
          contradicts: seed % 3 == 0 && index == 4 ? ["c0"] : [])
        let first = try day("2025-01-01").advanced(byDays: random.below(100))
        one.when = EDTFDate(first)
        claims.append(one)
      }
      let shift = Shift(
        in: try Evidence(smallProject(claims)), from: windows.0, to: windows.1, minimum: 0)
      let test = try #require(
        Significance(
          of: shift,
          options {
            $0.exchange = .claims
            $0.minimumArrangements = 1
            $0.minimumDates = 1
          }
        ).tests.first)
      let p = try #require(test.p)
      let plain = try plainP(claims, windows)
      #expect(test.isExact && abs(p - plain) < 1e-12, "seed \(seed)")
    }
  }

  @Test func claimsOnOneActMoveTogether() throws {
    // Two acts with two claims each, three single claims: 5 acts, all dated otherwise.
    let claims = [
      try claim("a1", when: "2025-01-05", score: -8, event: "act"),
      try claim("a2", when: "2025-01-05", score: -6, source: "radio", event: "act"),
      try claim("b1", when: "2025-03-05", score: 5, event: "other"),
      try claim("b2", when: "2025-03-05", score: 6, source: "radio", event: "other"),
      try claim("c", when: "2025-01-20", score: 2), try claim("d", when: "2025-04-01", score: -3),
      try claim("e", when: "2025-04-20", score: 7),
      try claim("later", when: "2025-08-01", score: -10),
    ]
    let windows = (Window(try day("2025-02-01")), Window(try day("2025-05-01")))
    let shift = Shift(
      in: try Evidence(smallProject(claims)), from: windows.0, to: windows.1, minimum: 0)
    let test = try #require(Significance(of: shift).tests.first)
    #expect(test.acts == 5 && test.dates == 5 && test.arrangements == 120)
    // The same by hand: the acts as single claims would be, with both claims moved.
    let acts = [[0, 1], [2, 3], [4], [5], [6]]
    let observed = try #require(shift.ties.first).net.magnitude
    let asLarge = try orders(5).count { order in
      var moved = claims
      for (act, giver) in order.enumerated() {
        for place in acts[act] { moved[place].when = claims[acts[giver][0]].when }
      }
      let other = Shift(
        in: try Evidence(smallProject(moved)), from: windows.0, to: windows.1, minimum: 0)
      return (other.ties.first?.net ?? 0).magnitude >= observed - 1e-9
    }
    #expect(test.asLarge == asLarge && test.tried == 120)
  }

  /// A tie with claims at random days, before and after a possible change of their mean score.
  private func history(_ seed: UInt64, claims: Int, jump: Double) throws -> Shift {
    var random = EntenteCore.SeededGenerator(seed: seed)
    let start = try day("2025-01-01")
    let list = try (0..<claims).map { index in
      let place = random.below(180)
      let noise = (random.unit() + random.unit() + random.unit() - 1.5) * 4
      var one = try claim("c\(index)", score: noise + (place >= 90 ? jump : 0))
      one.when = EDTFDate(start.advanced(byDays: place))
      return one
    }
    return Shift(
      in: try Evidence(smallProject(list)), from: Window(start.advanced(byDays: 89)),
      to: Window(start.advanced(byDays: 179)))
  }

  @Test func drawnValuesAreNearTheCountedOnes() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let shift = try history(seed, claims: 7, jump: 2)
      let counted = try #require(Significance(of: shift).tests.first)
      let drawn = try #require(
        Significance(of: shift, options { $0.permutations = 1_000 }).tests.first)
      #expect(counted.isExact && !drawn.isExact)
      let (exact, p) = (try #require(counted.p), try #require(drawn.p))
      #expect(abs(exact - p) < 5 * (exact * (1 - exact) / 1_000).squareRoot() + 0.002)
    }
  }

  @Test func howManyAreCountedCanBeSaidApart() throws {
    let shift = try history(1, claims: 7, jump: 2)
    func test(_ draws: Int, countedUpTo most: Int?) throws -> Significance.TieTest {
      let options = options {
        $0.permutations = draws
        $0.countedUpTo = most
      }
      return try #require(Significance(of: shift, options).tests.first)
    }
    // 7 claims on 7 days: 5,040 arrangements.
    #expect(try test(100, countedUpTo: 5_040) == test(10_000, countedUpTo: nil))
    #expect(try test(100, countedUpTo: 0) == test(100, countedUpTo: nil))
    let drawn = try test(10_000, countedUpTo: 0)
    #expect(!drawn.isExact && drawn.tried == 10_000)
  }

  @Test func withoutAShiftOneInTwentyIsCalledAtMost() throws {
    var called = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      let found = try Significance(
        of: history(seed, claims: 14, jump: 0), options { $0.permutations = 199 })
      if try #require(found.tests.first?.p) < 0.05 { called += 1 }
    }
    // 20 expected at most; three standard errors above is 33.
    #expect(called <= 33)
    #expect(called >= 5)
  }

  @Test func aPlantedShiftIsFound() throws {
    var called = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let found = try Significance(
        of: history(seed, claims: 20, jump: -5), options { $0.permutations = 199 })
      if try #require(found.tests.first?.p) < 0.05 { called += 1 }
    }
    #expect(called >= 36)
  }

  @Test func neitherThreadsNorOtherTiesChangeATest() throws {
    var random = EntenteCore.SeededGenerator(seed: 12)
    let start = try day("2025-01-01")
    let claims = try (0..<90).map { index in
      let pair = ["AB", "BA", "AC", "CB"][random.below(4)]
      var one = try claim(
        "c\(index)", String(pair.prefix(1)), String(pair.suffix(1)),
        score: Double(random.below(21)) - 10)
      one.when = EDTFDate(start.advanced(byDays: random.below(150)))
      return one
    }
    func tests(_ claims: [Claim], threads: Int) throws -> Significance {
      let shift = Shift(
        in: try Evidence(smallProject(claims)), from: Window(start.advanced(byDays: 60)),
        to: Window(start.advanced(byDays: 150)))
      return try Significance(
        of: shift, options { $0.permutations = 500 }, control: RunControl(threads: threads))
    }
    let all = try tests(claims, threads: 1)
    #expect(all.tests.count == 4 && all.tests.allSatisfy { $0.p != nil && !$0.isExact })
    #expect(try tests(claims, threads: 4).tests == all.tests)
    let fewer = try tests(claims.filter { $0.from == "A" && $0.to == "B" }, threads: 1)
    let before = try #require(all.test(from: 0, to: 1))
    let after = try #require(fewer.test(from: 0, to: 1))
    #expect(after.asLarge == before.asLarge && after.p == before.p)
    #expect(after.q == after.p)
  }

  @Test func theDirectionCanBeAskedFor() throws {
    let shift = try history(3, claims: 7, jump: -6)
    func p(_ alternative: Significance.Alternative) throws -> Double {
      let found = try Significance(of: shift, options { $0.alternative = alternative })
      return try #require(found.tests.first?.p)
    }
    #expect(try p(.worsened) <= p(.either))
    #expect(try p(.improved) > 0.9)
  }

  @Test func tooLittleEvidenceIsSaidAndNotTested() throws {
    let windows = (Window(try day("2025-02-01")), Window(try day("2025-05-01")))
    func shortfall(_ claims: [Claim]) throws -> Significance.Shortfall? {
      let shift = Shift(
        in: try Evidence(smallProject(claims)), from: windows.0, to: windows.1, minimum: 0)
      let test = try #require(Significance(of: shift).tests.first)
      #expect((test.p == nil) == (test.shortfall != nil))
      return test.shortfall
    }
    #expect(try shortfall([claim("one")]) == .acts(1, needed: 4))
    let sameDay = try (0..<6).map { try claim("c\($0)", score: Double($0)) }
    #expect(try shortfall(sameDay) == .dates(1, needed: 2))
    let four = try (0..<4).map {
      try claim("c\($0)", when: $0 < 2 ? "2025-01-01" : "2025-04-01", score: Double($0))
    }
    #expect(try shortfall(four) == .arrangements(6, needed: 20))
    #expect(
      Significance.Shortfall.acts(1, needed: 4).description
        == "insufficient evidence: 1 act, 4 needed")
  }

  @Test func oneAndTheSameScoreIsNoShiftHoweverMuchIsSaid() throws {
    let claims = try (0..<8).map { try claim("c\($0)", when: "2025-0\($0 / 2 + 1)-1\($0)") }
    let shift = Shift(
      in: try Evidence(smallProject(claims)), from: Window(try day("2025-01-20")),
      to: Window(try day("2025-05-01")))
    #expect(try Significance(of: shift).tests.first?.p == 1)
  }

  @Test func nothingToTestIsNoError() throws {
    let window = Window(try day("1990-01-01"))
    let project = try smallProject([claim("c")])
    #expect(
      try Significance(of: Shift(in: Evidence(project), from: window, to: window)).tests.isEmpty)
    let same = try history(1, claims: 12, jump: 3)
    let still = Shift(in: same.after.evidence, from: same.after.window, to: same.after.window)
    let test = try #require(Significance(of: still).tests.first)
    #expect(test.change == 0 && test.p == 1)
    #expect(throws: MeasureError.self) {
      try Significance(of: still, options { $0.permutations = 0 })
    }
    #expect(throws: MeasureError.cancelled(measure: "significance")) {
      try Significance(of: still, control: RunControl(isCancelled: { true }))
    }
  }
}

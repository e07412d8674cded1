import EntenteCore
import TestSupport
import Testing

@Suite struct SystemShiftTests {
  private func shift(_ claims: [Claim]) throws -> Shift {
    Shift(
      in: try Evidence(smallProject(claims)), from: Window(try day("2025-01-15")),
      to: Window(try day("2025-06-01")))
  }

  @Test func totalsAndMeansAreThoseOfTheTies() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let shift = Shift(
        in: try Evidence(RandomProject.make(seed: seed)),
        from: Window(RandomProject.firstDay.advanced(byDays: 250)),
        to: Window(RandomProject.firstDay.advanced(byDays: 500)))
      let system = SystemShift(shift)
      #expect(system.after.ties == shift.after.ties.count)
      #expect(abs(system.after.tension - shift.after.ties.reduce(0) { $0 + $1.tension }) < 1e-9)
      #expect(abs(system.before.accord - shift.before.ties.reduce(0) { $0 + $1.accord }) < 1e-9)
      let change = shift.ties.reduce(0) { $0 + $1.net }
      #expect(abs(system.after.net - system.before.net - change) < 1e-9)
      for value in [
        system.tensionSpectrum, system.accordSpectrum, system.netSpectrum,
        system.tensionSimilarity, system.accordSimilarity, system.after.concentration,
        system.after.polarization, system.after.balance,
      ] {
        #expect(value.map { (0...1).contains($0) } ?? true)
      }
      #expect(!system.verdict.contains("nan") && !system.verdict.contains("inf"))
    }
  }

  @Test func sidesWithoutTiesHaveNoNumbersThatMeanNothing() throws {
    let nothing = SystemShift(try shift([]))
    #expect(nothing.verdict == "Nothing to compare: no claim weighs anything on either side.")
    #expect(nothing.after.meanTension == nil && nothing.after.concentration == nil)
    #expect(nothing.after.polarization == nil && nothing.after.balance == nil)
    #expect(nothing.tensionSpectrum == nil && nothing.tensionSimilarity == 1)
    let born = SystemShift(try shift([claim("a", when: "2025-05-01")]))
    #expect(born.before.ties == 0 && born.netSpectrum == nil)
    #expect(born.verdict.hasPrefix("Relations grow tenser: tension rises from 0.00 to "))
  }

  @Test func balanceIsTheShareOfBalancedTriangles() throws {
    let triangle = [("A", "B", 5.0), ("B", "C", -5), ("C", "A", -5)]
    let claims = try triangle.map {
      try claim("\($0.0)\($0.1)", $0.0, $0.1, layer: "pacts", score: $0.2)
    }
    #expect(SystemShift(try shift(claims)).after.balance == 1)
    var worse = claims
    worse[0].score = -5
    #expect(SystemShift(try shift(worse)).after.balance == 0)
  }
}

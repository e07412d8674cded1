import EntenteCore

/// How often the test of shifts calls a shift that was planted, and one that was not, as CSV.
///
/// Each history is simulated from its own seed, so that the same count gives the same numbers.
struct Power {
  /// How many histories are simulated for each rate.
  let histories: Int
  private let permutations = 999

  func run() throws {
    print("what,claims,shift,histories,rate,lower,upper")
    for claims in [10, 20, 40] {
      for shift in 0...5 {
        var called = 0
        for seed in 1...UInt64(histories) {
          let found = try significance(seed, ties: 1, claims: claims, shift: shift, shifting: 1)
          if let p = found.tests.first?.p, p < 0.05 { called += 1 }
        }
        let (lower, upper) = Self.interval(called, of: histories)
        line("called at p < .05", claims, shift, Double(called) / Double(histories), lower, upper)
      }
    }
    // Twenty ties a history, of which none or five shift by 4 points.
    for shifting in [0, 5] {
      var shares: [Double] = []
      for seed in 1...UInt64(histories) {
        let found = try significance(
          1_000_000 + seed, ties: 20, claims: 20, shift: 4, shifting: shifting)
        let called = found.tests.filter { $0.q.map { $0 <= 0.05 } ?? false }
        // Tie number n leads from actor 2n to actor 2n + 1.
        let wrong = called.count { Int($0.source) / 2 >= shifting }
        shares.append(called.isEmpty ? 0 : Double(wrong) / Double(called.count))
      }
      let mean = shares.reduce(0, +) / Double(histories)
      let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(histories)).squareRoot() / Double(histories).squareRoot()
      line(
        "share of false calls at q <= .05; \(shifting) of 20 ties shift", 20,
        shifting == 0 ? 0 : 4, mean, max(0, mean - 1.96 * error), mean + 1.96 * error)
    }
  }

  private func line(
    _ what: String, _ claims: Int, _ shift: Int, _ rate: Double, _ lower: Double, _ upper: Double
  ) {
    func digits(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
    print(
      "\(what),\(claims),\(shift),\(histories),\(digits(rate)),\(digits(lower)),\(digits(upper))")
  }

  private func significance(
    _ seed: UInt64, ties: Int, claims: Int, shift: Int, shifting: Int
  ) throws -> Significance {
    var histories = Histories(seed: seed)
    let project = try histories.project(
      ties: ties, claims: claims, jump: -Double(shift), jumping: shifting)
    var options = Significance.Options()
    options.permutations = permutations
    let windows = histories.windows
    let shift = Shift(in: try Evidence(project), from: windows.0, to: windows.1, minimum: 0)
    return try Significance(of: shift, options)
  }

  /// The 95 % interval of a rate by Wilson's score: what the simulation itself leaves open.
  private static func interval(_ hits: Int, of count: Int) -> (Double, Double) {
    let (n, z) = (Double(count), 1.96)
    let rate = Double(hits) / n
    let middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    return (max(0, middle - half), min(1, middle + half))
  }
}

import EntenteCore
import EntenteFormats

/// What the test of shifts costs, and how often it calls what is and what is not there.
///
/// Usage: `ShiftBench cost CASE.yaml` for times, `ShiftBench rates` for rates as CSV.
@main
struct Main {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "cost": try cost(CommandLine.arguments.dropFirst(2).first)
    case "rates": try rates()
    default: print("usage: ShiftBench cost CASE.yaml | ShiftBench rates")
    }
  }

  private static func cost(_ path: String?) throws {
    if let path {
      let read = ProjectReader.read(bytes: try FileBytes.read(path: path), file: path)
      guard let project = read.project else { return print("\(path) has errors") }
      var options = EvidenceOptions()
      options.level = .state
      let evidence = try Evidence(project, options)
      let (first, second) = (
        CalendarDate(year: 2025, month: 5, day: 8), CalendarDate(year: 2025, month: 5, day: 19)
      )
      guard let first, let second else { return }
      let shift = Shift(in: evidence, from: Window(first), to: Window(second), minimum: 0)
      // Every tie is drawn 10,000 times, also where all arrangements could be counted.
      var drawn = Significance.Options()
      drawn.minimumActs = 1
      drawn.minimumDates = 1
      drawn.minimumArrangements = 1
      try report("case, 10,000 permutations") {
        try Significance(of: shift, drawn).tested
      }
      drawn.exchange = .claims
      try report("case, 10,000 permutations, claim by claim") {
        try Significance(of: shift, drawn).tested
      }
      try report("case, 1,000 bootstraps") { try Bootstrap.ties(of: shift).count }
      try report("case, robustness") { try Robustness.ties(of: shift).count }
    }
    for pairs in [1_000, 4_000] {
      var histories = Histories(seed: 1)
      let project = try histories.crowd(actors: 200, pairs: pairs, claims: 50_000)
      let windows = histories.windows
      let evidence = try Evidence(project)
      let shift = Shift(in: evidence, from: windows.0, to: windows.1, minimum: 0)
      for threads in [1, 2] {
        try report(
          "200 actors, 50,000 claims, \(pairs) pairs, 10,000 permutations, \(threads) threads"
        ) {
          try Significance(of: shift, control: RunControl(threads: threads)).tested
        }
      }
      try report("the same, 1,000 bootstraps, 2 threads") {
        try Bootstrap.ties(of: shift, control: RunControl(threads: 2)).count
      }
      try report("the same, robustness, 2 threads") {
        try Robustness.ties(of: shift, control: RunControl(threads: 2)).count
      }
      report("the same, system shift") { SystemShift(shift).after.ties }
    }
    var random = SeededGenerator(seed: 3)
    for count in [1_000, 10_000, 100_000] {
      let values = (0..<count).map { Double($0 / 100 % 2) * 3 + random.unit() }
      try report("change points of \(count) values") { try ChangePoints(values).breaks.count }
    }
  }

  private static func report(_ name: String, _ work: () throws -> Int) rethrows {
    let clock = ContinuousClock()
    var result = 0
    let time = try clock.measure { result = try work() }
    print("\(name): \(time) (\(result))")
  }

  private static func rates() throws {
    print("what,value,histories,rate,standard error")
    func line(_ what: String, _ value: Double, _ count: Int, _ hits: Int) {
      let rate = Double(hits) / Double(count)
      let error = (rate * (1 - rate) / Double(count)).squareRoot()
      print("\(what),\(value),\(count),\(rate),\(error)")
    }
    func significance(
      _ seed: UInt64, ties: Int, claims: Int, jump: Double, jumping: Int
    ) throws -> Significance {
      var histories = Histories(seed: seed)
      let project = try histories.project(
        ties: ties, claims: claims, jump: jump, jumping: jumping)
      var options = Significance.Options()
      options.permutations = 1_999
      let windows = histories.windows
      let shift = Shift(
        in: try Evidence(project), from: windows.0, to: windows.1, minimum: 0)
      return try Significance(of: shift, options)
    }
    // One tie a history: without a shift, and with shifts of 1 to 5 points.
    for claims in [10, 20, 40] {
      for jump in 0...5 {
        let count = jump == 0 ? 2_000 : 500
        var hits = 0
        for seed in 0..<UInt64(count) {
          let found = try significance(
            seed + 1, ties: 1, claims: claims, jump: -Double(jump), jumping: 1)
          if let p = found.tests.first?.p, p < 0.05 { hits += 1 }
        }
        line("p < .05 with \(claims) claims; shift", Double(jump), count, hits)
      }
    }
    // Twenty ties a history, none or five of which shift: the share of false ones among those called.
    for jumping in [0, 5] {
      var falseShare = 0.0
      var squares = 0.0
      let count = 500
      for seed in 0..<UInt64(count) {
        let found = try significance(
          90_000 + seed, ties: 20, claims: 20, jump: -4, jumping: jumping)
        let called = found.tests.filter { $0.q.map { $0 <= 0.05 } ?? false }
        let wrong = called.count { Int($0.source) / 2 >= jumping }
        let share = called.isEmpty ? 0 : Double(wrong) / Double(called.count)
        falseShare += share
        squares += share * share
      }
      let mean = falseShare / Double(count)
      let error = ((squares / Double(count) - mean * mean) / Double(count)).squareRoot()
      print(
        "false discovery rate at q <= .05; shifting ties of 20,\(jumping),\(count),\(mean),\(error)"
      )
    }
  }
}

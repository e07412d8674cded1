import EntenteCore
import EntenteFormats

/// What the test of shifts costs, and how often it calls what is and what is not there.
///
/// Usage: `ShiftBench cost CASE.yaml` for times, `ShiftBench power [HISTORIES]` for rates as CSV.
@main
struct Main {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "cost": try cost(CommandLine.arguments.dropFirst(2).first)
    case "power":
      let count = CommandLine.arguments.dropFirst(2).first.map { Int($0) } ?? 2_000
      guard let count, count > 0 else { return print("HISTORIES is a number above 0") }
      try Power(histories: count).run()
    default: print("usage: ShiftBench cost CASE.yaml | ShiftBench power [HISTORIES]")
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
      drawn.countedUpTo = 0
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
}

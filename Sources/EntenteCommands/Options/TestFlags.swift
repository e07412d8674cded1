import ArgumentParser
import EntenteCore
import EntenteFormats

/// How changes are tested.
struct TestFlags: ParsableArguments {
  @Flag(name: .customLong("no-tests"), help: "No tests, intervals and robustness grades.")
  var isOff = false

  @Option(help: "How often dates are exchanged; fewer arrangements are all counted.")
  var permutations: Int = 10_000

  @Option(help: "How often sources are drawn anew for the intervals.")
  var replicates: Int = 1_000

  @Option(help: "Where the draws start: the same seed gives the same numbers.")
  var seed: UInt64 = 1

  @Option(help: "Which changes count: either, worsened or improved.")
  var alternative: Significance.Alternative = .either

  func validate() throws {
    guard (1...100_000_000).contains(permutations) else {
      throw ValidationError("--permutations is 1 to 100000000")
    }
    guard (1...10_000_000).contains(replicates) else {
      throw ValidationError("--replicates is 1 to 10000000")
    }
  }

  var isOn: Bool { !isOff }

  var significance: Significance.Options {
    var options = Significance.Options()
    options.permutations = permutations
    options.seed = seed
    options.alternative = alternative
    return options
  }

  var bootstrap: Bootstrap.Options {
    var options = Bootstrap.Options()
    options.replicates = replicates
    options.seed = seed
    return options
  }

  var parameters: [String: JSONValue] {
    guard isOn else { return ["tests": false] }
    return [
      "tests": true, "permutations": .integer(permutations), "replicates": .integer(replicates),
      // Seeds above what JSON numbers hold exactly stay whole as text.
      "seed": .string(String(seed)), "alternative": .string(alternative.rawValue),
    ]
  }

  /// What was tested and how.
  func notes(_ assessment: ShiftAssessment, _ project: Project) -> [String] {
    let note = note(assessment)
    guard ShiftAssessment.hasOneSource(project) else { return [note] }
    return [
      "Every change is fragile and none has an interval, because all of it rests on one source.",
      note,
    ]
  }

  private func note(_ assessment: ShiftAssessment) -> String {
    let tested = assessment.significance.tested
    let total = assessment.significance.tests.count
    if total == 0 { return "There is no tie to test." }
    if tested == 0 {
      return
        "Insufficient evidence to test any of \(Counted.text(total, "tie")): '--table tests' says what is missing. Seed \(seed)."
    }
    let found = assessment.significance.tests.count { ($0.q ?? 1) < 0.05 }
    let whatCounts =
      switch alternative {
      case .either: "changes either way"
      case .worsened: "changes towards hostility"
      case .improved: "changes towards cooperation"
      }
    return
      "Evidence suffices to test \(tested) of \(Counted.text(total, "tie")), \(found) with q under .05 (\(whatCounts); up to \(permutations) exchanges of dates, \(replicates) draws of sources, seed \(seed))."
  }
}

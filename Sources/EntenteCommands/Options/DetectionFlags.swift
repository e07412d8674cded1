import ArgumentParser
import EntenteCore
import EntenteFormats

/// How values are watched as they come: what is usual, and how much beyond it is a change.
struct DetectionFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many first values tell what is usual; a quarter of them, at least 4, where not given.",
      valueName: "count"))
  var baseline: Int?

  @Option(
    help: ArgumentHelp(
      "The usual value, where it is known; goes with --usual-deviation.", valueName: "value"))
  var usualMean: Double?

  @Option(
    help: ArgumentHelp(
      "How far values usually lie from it, as a standard deviation.", valueName: "value"))
  var usualDeviation: Double?

  @Option(
    help: ArgumentHelp(
      "What is forgiven of every value (cusum): half of the move to be found.",
      valueName: "deviations"))
  var allowance: Double = 0.5

  @Option(help: ArgumentHelp("The sum that raises an alarm (cusum).", valueName: "deviations"))
  var threshold: Double = 5

  @Option(
    help: ArgumentHelp(
      "After how many values a change is expected (online): its chance at each is one in so many.",
      valueName: "count"))
  var expectedRun: Double = 100

  @Option(
    help: ArgumentHelp(
      "How many values the usual mean is worth as a prior (online).", valueName: "count"))
  var meanWorth: Double = 1

  @Option(
    help: ArgumentHelp(
      "How many values the usual deviation is worth as a prior (online).", valueName: "count"))
  var deviationWorth: Double = 2

  func validate() throws {
    func require(_ holds: Bool, _ message: String) throws {
      if !holds { throw ValidationError(message) }
    }
    func isPositive(_ value: Double) -> Bool { value > 0 && value <= 1e9 }
    try require(baseline ?? 2 >= 2, "--baseline is 2 or more values")
    try require(
      (usualMean == nil) == (usualDeviation == nil),
      "--usual-mean and --usual-deviation go together")
    try require(
      usualMean == nil || baseline == nil,
      "what is usual is given (--usual-mean) or told by the first values (--baseline), not both")
    try require(usualMean?.magnitude ?? 0 <= 1e9, "--usual-mean is a number up to a billion")
    try require(
      isPositive(usualDeviation ?? 1), "--usual-deviation is above 0, up to a billion")
    try require(
      allowance >= 0 && allowance <= 1e9, "--allowance is 0 or more deviations, up to a billion")
    try require(isPositive(threshold), "--threshold is above 0 deviations, up to a billion")
    try require(
      expectedRun > 1 && expectedRun <= 1e9, "--expected-run is more than 1 value, up to a billion")
    try require(isPositive(meanWorth), "--mean-worth is above 0 values, up to a billion")
    try require(isPositive(deviationWorth), "--deviation-worth is above 0 values, up to a billion")
  }

  /// What was asked for, by name.
  var parameters: [String: JSONValue] {
    [
      "baseline": .optional(baseline.map(Double.init)), "usualMean": .optional(usualMean),
      "usualDeviation": .optional(usualDeviation), "allowance": .number(allowance),
      "threshold": .number(threshold), "expectedRun": .number(expectedRun),
      "meanWorth": .number(meanWorth), "deviationWorth": .number(deviationWorth),
    ]
  }

  /// What is usual, and in words where it comes from.
  struct Usual {
    let mean: Double
    let deviation: Double
    let origin: String
  }

  /// Why nothing can be called unusual.
  struct Unknown: Error {
    let reason: String
  }

  /// What is usual in a series, as it was given or as its first values tell.
  func usual(in values: [Double]) throws(Unknown) -> Usual {
    if let usualMean, let usualDeviation {
      return Usual(mean: usualMean, deviation: usualDeviation, origin: "what is given as usual")
    }
    let count = baseline ?? max(4, values.count / 4)
    guard count < values.count else {
      throw Unknown(
        reason:
          "\(Counted.text(values.count, "value")), more than \(count) needed to tell what is usual")
    }
    let first = values.prefix(count)
    let mean = first.reduce(0, +) / Double(count)
    let squares = first.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(count - 1)).squareRoot()
    guard deviation > 1e-9 else {
      throw Unknown(
        reason:
          "the first \(count) values do not vary, so nothing tells how much is unusual; try another --baseline, or say it with --usual-mean and --usual-deviation"
      )
    }
    return Usual(mean: mean, deviation: deviation, origin: "the first \(count) values")
  }

  /// What Bayesian online detection expects before it sees anything.
  func prior(_ usual: Usual) -> OnlineDetection.Prior {
    var prior = OnlineDetection.Prior()
    prior.mean = usual.mean
    prior.meanWeight = meanWorth
    prior.shape = deviationWorth / 2
    prior.scale = prior.shape * usual.deviation * usual.deviation
    prior.expectedRun = expectedRun
    return prior
  }
}

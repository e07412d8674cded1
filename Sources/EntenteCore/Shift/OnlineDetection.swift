import RealModule

/// Watches values as they come, and says how long ago they last changed (Bayesian online detection).
///
/// After every value there is a probability for each run length: that the last 1, 2, 3 … values
/// belong together and came after a change. Values between changes are normal with unknown mean and
/// variance (a normal-inverse-gamma prior), and a change may come before every value with the same
/// small probability.
///
/// - Sign: moves in either direction count alike.
/// - Complexity: O(run lengths that are still possible) a value; those below `1e-12` are dropped.
/// - Reference: Adams & MacKay 2007, arXiv:0710.3742.
public struct OnlineDetection: Sendable {
  /// What is expected before anything was seen.
  public struct Prior: Sendable, Hashable {
    /// The expected mean.
    public var mean = 0.0
    /// How many values that expectation is worth, above 0.
    public var meanWeight = 1.0
    /// Half the number of values that the expected variance is worth, above 0.
    public var shape = 1.0
    /// The shape times the expected variance, above 0.
    public var scale = 1.0
    /// After how many values a change is expected, above 1.
    public var expectedRun = 100.0

    /// Mean 0 and variance 1, each worth little; a change after 100 values.
    public init() {}
  }

  /// What is known after a value.
  public struct State: Sendable, Hashable {
    /// The number of values that most likely belong together, the newest included.
    public let run: Int
    /// The probability of that run length.
    public let probability: Double
    /// The probability that the last change came within the last `recent` values.
    public let recentChange: Double
  }

  /// What is expected before anything was seen.
  public let prior: Prior
  /// How many values count as recent, at least 1.
  public let recent: Int
  // For each run length that is possible, the shortest first: the logarithm of its probability, how
  // many values it has, and the parameters that they lead to.
  private var runs: [Run]

  private struct Run {
    var length: Int
    var logProbability: Double
    var mean: Double
    var meanWeight: Double
    var shape: Double
    var scale: Double
  }

  /// A watch.
  ///
  /// - Parameters:
  ///   - prior: what is expected of the values, and how often they change.
  ///   - recent: up to how many values back a change counts as recent, at least 1.
  /// - Throws: ``MeasureError/unusableParameter(measure:parameter:value:allowed:)``.
  public init(_ prior: Prior = Prior(), recent: Int = 5) throws(MeasureError) {
    func require(_ holds: Bool, _ parameter: String, _ value: Double, _ allowed: String)
      throws(MeasureError)
    {
      if !holds {
        throw .unusableParameter(
          measure: "online detection", parameter: parameter, value: value, allowed: allowed)
      }
    }
    try require(prior.mean.isFinite, "mean", prior.mean, "a finite number")
    try require(
      prior.meanWeight > 0 && prior.meanWeight.isFinite, "mean weight", prior.meanWeight,
      "above 0")
    try require(prior.shape > 0 && prior.shape.isFinite, "shape", prior.shape, "above 0")
    try require(prior.scale > 0 && prior.scale.isFinite, "scale", prior.scale, "above 0")
    try require(
      prior.expectedRun > 1 && prior.expectedRun.isFinite, "expected run", prior.expectedRun,
      "above 1")
    try require(recent >= 1, "recent", Double(recent), "at least 1")
    self.prior = prior
    self.recent = recent
    runs = [Self.fresh(prior, 0)]
  }

  private static func fresh(_ prior: Prior, _ logProbability: Double) -> Run {
    Run(
      length: 0, logProbability: logProbability, mean: prior.mean, meanWeight: prior.meanWeight,
      shape: prior.shape, scale: prior.scale)
  }

  /// Takes the next value; what is not a finite number below 1e150 leaves everything as it is.
  @discardableResult
  public mutating func observe(_ value: Double) -> State {
    if value.magnitude < 1e150 { advance(value) }
    var best = runs[0]
    var recentChange = 0.0
    for run in runs {
      if run.logProbability > best.logProbability { best = run }
      if run.length <= recent { recentChange += Double.exp(run.logProbability) }
    }
    return State(
      run: best.length, probability: min(1, Double.exp(best.logProbability)),
      recentChange: min(1, recentChange))
  }

  /// The states after each value of a series.
  public static func states(
    of values: [Double], _ prior: Prior = Prior(), recent: Int = 5
  ) throws(MeasureError) -> [State] {
    var watch = try OnlineDetection(prior, recent: recent)
    return values.map { watch.observe($0) }
  }

  // A change comes before a value: the newest value is the first of its run. So every run takes the
  // value in with chance 1 − h, and a fresh one takes it in with chance h.
  private mutating func advance(_ value: Double) {
    let logChange = -Double.log(prior.expectedRun)
    let logStay = Double.log(onePlus: -1 / prior.expectedRun)
    var next: [Run] = []
    next.reserveCapacity(runs.count + 1)
    // Before the first value there is nothing that could go on.
    let isFirst = runs.count == 1 && runs[0].length == 0
    next.append(Self.updated(Self.fresh(prior, isFirst ? 0 : logChange), value))
    if !isFirst {
      for var run in runs {
        run.logProbability += logStay
        next.append(Self.updated(run, value))
      }
    }
    let largest = next.reduce(-Double.infinity) { max($0, $1.logProbability) }
    let total = next.reduce(0) { $0 + Double.exp($1.logProbability - largest) }
    let evidence = largest + Double.log(total)
    for index in next.indices { next[index].logProbability -= evidence }
    // −27.6 is the logarithm of 1e-12.
    next.removeAll { $0.logProbability < -27.6 }
    runs = next
  }

  /// The run with a value more: its probability times the Student-t density of the value.
  private static func updated(_ run: Run, _ value: Double) -> Run {
    let freedom = 2 * run.shape
    let spread = run.scale * (run.meanWeight + 1) / (run.shape * run.meanWeight)
    let offset = value - run.mean
    let density =
      Double.logGamma((freedom + 1) / 2) - Double.logGamma(freedom / 2)
      - 0.5 * Double.log(freedom * Double.pi * spread)
      - (freedom + 1) / 2 * Double.log(onePlus: offset * offset / (freedom * spread))
    return Run(
      length: run.length + 1, logProbability: run.logProbability + density,
      mean: (run.meanWeight * run.mean + value) / (run.meanWeight + 1),
      meanWeight: run.meanWeight + 1, shape: run.shape + 0.5,
      scale: run.scale + run.meanWeight * offset * offset / (2 * (run.meanWeight + 1)))
  }
}

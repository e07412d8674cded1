/// What the change of a tie survives: leaving out evidence, and estimating otherwise.
///
/// The tie is weighed again in both windows without each of its claims, without each of its
/// sources, without what the coder inferred, without those who speak for an actor only in part, and
/// under other half-lives, priors and estimators. A change **survives** a trial if it keeps its sign
/// and at least half of its size (``Options/kept``). Under another estimator it only has to keep its
/// sign, since sums and means are not on one scale with the posterior.
///
/// The grade says how much of this holds, and the reason names what it depends on first.
///
/// - Direction: of one directed tie. Sign: of the net.
/// - Complexity: O(trials × claims of the tie).
public struct Robustness: Sendable, Hashable {
  /// What is tried, and what surviving means.
  public struct Options: Sendable, Hashable {
    /// The part of its size that a change has to keep, 0…1.
    public var kept = 0.5
    /// A change of less than this, in points of the scale, is none.
    public var minimum = 0.05
    /// What all half-lives are multiplied by, above 0.
    public var halfLifeFactors = [0.5, 2]
    /// What the prior is worth, in claims, above 0; tried where the estimator has a prior.
    public var priors = [0.5, 2, 5]
    /// Other estimators; the one in use is skipped.
    public var estimators: [Estimator] = [.mean, .sum]

    /// Half of the size; half-lives × ½ and × 2; priors worth ½, 2 and 5 claims; mean and sum.
    public init() {}
  }

  /// What was done otherwise.
  public enum Variation: Sendable, Hashable {
    /// A claim was left out, given as a position in the project's claims.
    case withoutClaim(Int)
    /// A source was left out, given as a position in the project's sources.
    case withoutSource(Int)
    /// All implied claims were left out.
    case withoutImplied
    /// All claims were left out whose ends speak for the actors only in part.
    case withoutPartial
    /// All half-lives were multiplied.
    case halfLives(Double)
    /// The prior was worth so many claims.
    case prior(Double)
    /// Another estimator was used.
    case estimator(Estimator)
  }

  /// One trial.
  public struct Trial: Sendable, Hashable {
    /// What was done otherwise.
    public let variation: Variation
    /// The change of the net then.
    public let change: Double
    /// Whether the change survives.
    public let survives: Bool
  }

  /// How robust a change is.
  public enum Grade: String, Sendable, CaseIterable {
    /// There is no change to speak of.
    case none
    /// It depends on one claim or on one source.
    case fragile
    /// It depends on implied claims, on partial spokesmen, or on the settings.
    case sensitive
    /// It survives everything that was tried.
    case robust
  }

  /// Who acts, as a position in the project's actors.
  public let source: Int32
  /// Towards whom.
  public let target: Int32
  /// The change of the net.
  public let change: Double
  /// How many claims weigh anything in either window.
  public let claims: Int
  /// How many sources these come from.
  public let sources: Int
  /// What was tried, claims first, then sources, then the rest.
  public let trials: [Trial]
  /// How robust the change is.
  public let grade: Grade
  /// Why, in words made from the numbers.
  public let reason: String

  /// The smallest and the largest change over all trials in which the estimator stayed.
  public var range: ClosedRange<Double> {
    var low = change
    var high = change
    for trial in trials {
      if case .estimator = trial.variation { continue }
      low = min(low, trial.change)
      high = max(high, trial.change)
    }
    return low...high
  }

  /// The robustness of every tie of a shift, in the order of its ties.
  ///
  /// - Throws: ``MeasureError/cancelled(measure:)`` or an unusable parameter.
  public static func ties(
    of shift: Shift, _ options: Options = Options(), control: RunControl = .standard
  ) throws(MeasureError) -> [Robustness] {
    try options.check()
    var weighers: [Int64: TieWeigher] = [:]
    for weigher in shift.before.evidence.tieWeighers() {
      weighers[Int64(weigher.source) << 32 | Int64(weigher.target)] = weigher
    }
    let ready = shift.ties.compactMap { weighers[Int64($0.source) << 32 | Int64($0.target)] }
    let windows = (shift.before.window, shift.after.window)
    let project = shift.project
    let results = ParallelWork.map(jobs: ready.count, control: control) { job, _ in
      Robustness(ready[job], windows, options, project)
    }
    guard let results else { throw .cancelled(measure: "robustness") }
    return results
  }

  private init(
    _ weigher: TieWeigher, _ windows: (Window, Window), _ options: Options, _ project: Project
  ) {
    let before = weigher.views(over: windows.0)
    let after = weigher.views(over: windows.1)
    func change(
      _ selection: TieWeigher.Selection = .all, _ estimator: Estimator? = nil
    ) -> Double {
      weigher.level(after, selection, estimator).net
        - weigher.level(before, selection, estimator).net
    }
    var claims = Set<Int>()
    for (number, block) in weigher.blocks.enumerated() {
      for (place, entry) in block.entries.enumerated()
      where before[number].temporal[place] > 0 || after[number].temporal[place] > 0 {
        claims.insert(entry.claim)
      }
    }
    let sources = Bootstrap.sources(of: weigher, [before, after])
    let whole = change()
    var trials: [Trial] = []
    func add(_ variation: Variation, _ change: Double, signOnly: Bool = false) {
      let keepsSign = (change < 0) == (whole < 0) && change != 0
      let keepsSize = change.magnitude >= options.kept * whole.magnitude
      trials.append(
        Trial(
          variation: variation, change: change, survives: keepsSign && (signOnly || keepsSize)))
    }
    for claim in claims.sorted() {
      var selection = TieWeigher.Selection()
      selection.withoutClaim = claim
      add(.withoutClaim(claim), change(selection))
    }
    for source in sources {
      var selection = TieWeigher.Selection()
      selection.withoutSource = source
      add(.withoutSource(source), change(selection))
    }
    var selection = TieWeigher.Selection()
    selection.withoutImplied = true
    add(.withoutImplied, change(selection))
    selection.withoutImplied = false
    selection.withoutPartial = true
    add(.withoutPartial, change(selection))
    for factor in options.halfLifeFactors {
      let before = weigher.level(weigher.views(over: windows.0, halfLifeFactor: factor))
      let after = weigher.level(weigher.views(over: windows.1, halfLifeFactor: factor))
      add(.halfLives(factor), after.net - before.net)
    }
    if case .posterior = weigher.estimator {
      for prior in options.priors { add(.prior(prior), change(.all, .posterior(prior: prior))) }
    }
    for estimator in options.estimators where estimator != weigher.estimator {
      add(.estimator(estimator), change(.all, estimator), signOnly: true)
    }
    source = weigher.source
    target = weigher.target
    self.change = whole
    self.claims = claims.count
    self.sources = sources.count
    self.trials = trials
    (grade, reason) = Self.judge(whole, claims.count, sources, trials, options, project)
  }
}

extension Robustness.Options {
  func check() throws(MeasureError) {
    func require(_ holds: Bool, _ parameter: String, _ value: Double, _ allowed: String)
      throws(MeasureError)
    {
      if !holds {
        throw .unusableParameter(
          measure: "robustness", parameter: parameter, value: value, allowed: allowed)
      }
    }
    try require((0...1).contains(kept), "kept", kept, "0 to 1")
    try require(minimum >= 0 && minimum.isFinite, "minimum", minimum, "0 or more")
    for factor in halfLifeFactors {
      try require(factor > 0 && factor.isFinite, "half-life factor", factor, "above 0")
    }
    for prior in priors { try require(prior > 0 && prior.isFinite, "prior", prior, "above 0") }
  }
}

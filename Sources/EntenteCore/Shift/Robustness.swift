/// What the change of a tie survives: leaving out evidence, and estimating otherwise.
///
/// The tie is weighed again in both windows without each of its claims, without each of its
/// sources, without what the coder inferred, without those who speak for an actor only in part, and
/// under other half-lives, priors and estimators. A change **survives** a trial if it keeps its sign
/// and at least half of its size (``Options/kept``). Under another prior or estimator it has to keep
/// its sign and to count as a change still (``Options/minimum``): a stronger prior pulls every tie
/// towards neutral, robust or not, and sums and means are on another scale, so that sizes cannot be
/// compared.
///
/// The grade says how much of this holds, and the reason names what it depends on first.
///
/// - Direction: of one directed tie. Sign: of the net. For what an actor or the system does in sum,
///   see ``Sums``.
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
    /// What the prior is worth, in claims, above 0; tried where the estimator has a prior. Smaller
    /// ones trust few claims more, larger ones less.
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
    let project = shift.project
    return try trials(of: shift, options, control).map { Robustness($0, options, project) }
  }

  init(_ tried: TieTrials, _ options: Options, _ project: Project) {
    let whole = tried.whole.net
    trials = tried.outcomes.filter(\.isOwn).map {
      Trial($0.variation, whole + $0.difference.net, of: whole, options)
    }
    source = tried.source
    target = tried.target
    change = whole
    claims = tried.claims.count
    sources = tried.sources.count
    (grade, reason) = Self.judge(
      whole, tried.claims.count, tried.sources, trials, options, project)
  }
}

extension Robustness.Trial {
  /// A trial of a change, which it survives or not.
  init(
    _ variation: Robustness.Variation, _ change: Double, of whole: Double,
    _ options: Robustness.Options
  ) {
    self.variation = variation
    self.change = change
    let keepsSign = (change < 0) == (whole < 0) && change != 0
    switch variation {
    case .prior, .estimator:
      survives = keepsSign && change.magnitude >= min(options.minimum, whole.magnitude)
    case .withoutClaim, .withoutSource, .withoutImplied, .withoutPartial, .halfLives:
      survives = keepsSign && change.magnitude >= options.kept * whole.magnitude
    }
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

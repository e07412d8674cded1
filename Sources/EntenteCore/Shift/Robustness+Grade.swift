extension Robustness {
  /// The claim without which the change does not survive, the one that takes most from it where there
  /// are several, and what the change becomes; nil where it survives without any one.
  public var decidingClaim: (claim: Int, change: Double)? {
    var found: (claim: Int, change: Double)?
    for trial in trials where !trial.survives {
      guard case .withoutClaim(let claim) = trial.variation else { continue }
      let kept = change < 0 ? -trial.change : trial.change
      if let best = found, (change < 0 ? -best.change : best.change) <= kept { continue }
      found = (claim, trial.change)
    }
    return found
  }

  /// The grade and its reason: the first of these that applies.
  static func judge(
    _ change: Double, _ claims: Int, _ sources: [Int], _ trials: [Trial], _ options: Options,
    _ project: Project
  ) -> (Grade, String) {
    if change.magnitude < options.minimum {
      return (
        .none,
        "the change of \(FixedPoint.text(change, signed: true)) is less than "
          + FixedPoint.text(options.minimum)
      )
    }
    let number = FixedPoint.text(change, signed: true)
    // Of several trials that a change fails, the one that takes most from it says most.
    let failed = trials.enumerated().filter { !$0.element.survives }.sorted {
      let (left, right) = ($0.element.change, $1.element.change)
      let (leftKept, rightKept) = change < 0 ? (-left, -right) : (left, right)
      return (leftKept, $0.offset) < (rightKept, $1.offset)
    }.map(\.element)
    func worst(_ kind: (Variation) -> String?) -> String? {
      for trial in failed {
        if let words = kind(trial.variation) {
          return "\(words) (\(number) becomes \(FixedPoint.text(trial.change, signed: true)))"
        }
      }
      return nil
    }
    let one = worst {
      if case .withoutClaim(let claim) = $0 {
        "rests on one claim, \(project.claims[claim].id)"
      } else {
        nil
      }
    }
    let source = worst {
      if case .withoutSource(let source) = $0 {
        "rests on one source, \(project.sources[source].id), of \(sources.count)"
      } else {
        nil
      }
    }
    if sources.count == 1 {
      let name = project.sources[sources[0]].id
      if claims == 1 { return (.fragile, "rests on one claim of one source, \(name)") }
      // Every change hangs on its only source; which of them also hang on one claim tells more.
      let within = worst {
        if case .withoutClaim(let claim) = $0 { "most on \(project.claims[claim].id)" } else { nil }
      }
      return (
        .fragile,
        "rests on one source, \(name), with \(claims) claims, "
          + (within ?? "but on no single one of them")
      )
    }
    if let reason = one ?? source { return (.fragile, reason) }
    let rest = worst {
      switch $0 {
      case .withoutImplied: "rests on what the coder inferred"
      case .withoutPartial: "rests on those who speak for an actor only in part"
      case .halfLives(let factor):
        "depends on the half-lives, here × \(FixedPoint.text(factor, decimals: 1))"
      case .prior(let prior):
        "vanishes under another prior, here worth \(FixedPoint.text(prior, decimals: 1)) claims"
      case .estimator(let estimator):
        "vanishes or turns under the estimator \(estimator.name)"
      case .withoutClaim, .withoutSource: nil
      }
    }
    if let rest { return (.sensitive, rest) }
    return (
      .robust,
      "survives without any one of \(FixedPoint.count(claims, "claim")) or "
        + "\(FixedPoint.count(sources.count, "source")), without implied claims or partial "
        + "spokesmen, and under other half-lives, priors and estimators"
    )
  }
}

import RealModule

/// How the weighted scores of a dyad's claims become tension and accord.
///
/// With *w* the weight of a claim and *s* its score, and *W* = Σ*w* on one layer:
///
/// - `posterior(κ)`: Σ *w*|*s*| / (κ + *W*), the mean under a neutral prior that is worth κ claims.
///   Bounded by the scale, stronger with more evidence, fading to neutral as evidence ages.
/// - `mean`: Σ *w*|*s*| / *W*. Bounded by the scale; does not say how much evidence there is, and
///   does not fade.
/// - `sum`: Σ *w*|*s*|. Unbounded; the more is written, the larger.
public enum Estimator: Sendable, Hashable {
  /// The posterior mean under a neutral prior worth `prior` claims, above 0.
  case posterior(prior: Double)
  /// The weighted sum.
  case sum
  /// The weighted mean.
  case mean

  /// The factor that turns a weight into its share of the tie, given the weights' sum.
  func share(ofWeight weight: Double, total: Double) -> Double {
    switch self {
    case .posterior(let prior): weight / (prior + total)
    case .sum: weight
    case .mean: total > 0 ? weight / total : 0
    }
  }

  /// What is wrong with the parameters, or nil.
  public var problem: String? {
    if case .posterior(let prior) = self, !(prior > 0 && prior.isFinite) {
      return "the prior is worth more than 0 claims"
    }
    return nil
  }

  /// The short name.
  public var name: String {
    switch self {
    case .posterior: "posterior"
    case .sum: "sum"
    case .mean: "mean"
    }
  }

  /// How much of a claim counts on the average day of a window, 0…1.
  ///
  /// Nothing before the interval of the claim begins, all of it while it lasts, and then half as
  /// much after every half-life.
  ///
  /// - Parameters:
  ///   - interval: when the claim happened or held; an open end lasts.
  ///   - halfLife: in days; nil never fades.
  ///   - window: the days to average over.
  /// - Complexity: O(1) for a window of any length.
  public static func temporalWeight(
    of interval: DateInterval, halfLife: Double?, over window: Window
  ) -> Double {
    let begin = Int(interval.first?.dayNumber ?? Int32.min)
    let end = Int(interval.last?.dayNumber ?? Int32.max)
    let first = Int(window.first.dayNumber)
    let last = Int(window.last.dayNumber)
    let lasting = max(0, min(last, end) - max(first, begin) + 1)
    let fadeFrom = max(first, end + 1)
    var sum = Double(lasting)
    if fadeFrom <= last {
      let days = last - fadeFrom + 1
      if let halfLife {
        let start = Double.exp2(-Double(fadeFrom - end) / halfLife)
        // A geometric series; expMinusOne keeps it exact for half-lives of many years.
        let rate = -Double.log(2) / halfLife
        sum +=
          days == 1
          ? start : start * Double.expMinusOne(rate * Double(days)) / Double.expMinusOne(rate)
      } else {
        sum += Double(days)
      }
    }
    return sum / Double(last - first + 1)
  }
}

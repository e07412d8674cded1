import EntenteCore

/// The estimator once more, written down from its definition without any thought of speed: every
/// chain of affiliations is walked, and every day of a window is weighed by itself.
public struct PlainEstimator {
  /// What one claim adds to a tie.
  public struct Part: Sendable {
    /// Credibility × time × voice, after sharing.
    public var weight = 0.0
    /// Its part of the tension.
    public var tension = 0.0
    /// Its part of the accord.
    public var accord = 0.0

    /// Nothing.
    public init(weight: Double = 0, tension: Double = 0, accord: Double = 0) {
      self.weight = weight
      self.tension = tension
      self.accord = accord
    }
  }

  /// An ordered pair of actors, by id.
  public struct Pair: Hashable, Sendable {
    /// Who acts.
    public let source: String
    /// Towards whom.
    public let target: String

    /// The pair of two ids.
    public init(source: String, target: String) {
      self.source = source
      self.target = target
    }
  }

  private let project: Project
  private let level: Level

  /// The estimator of a project at a level.
  public init(_ project: Project, level: Level) {
    self.project = project
    self.level = level
  }

  /// The parts of every tie, by the ids of its ends and of its claims.
  public func parts(
    over window: Window, estimator: Estimator, layers: Set<String>? = nil
  ) -> [Pair: [String: Part]] {
    let claims = project.claims.filter { layers?.contains($0.layer) ?? true }
    var voices: [String: [Pair: Double]] = [:]
    for claim in claims {
      let reached = pairs(of: claim)
      if !reached.isEmpty { voices[claim.id] = reached }
    }
    let counted = claims.filter { voices[$0.id] != nil }
    let time = Dictionary(
      uniqueKeysWithValues: counted.map { ($0.id, meanWeight(of: $0, over: window)) })

    var result: [Pair: [String: Part]] = [:]
    for pair in Set(voices.values.flatMap(\.keys)) {
      for layer in project.layers {
        let here = counted.filter { $0.layer == layer.id && voices[$0.id]?[pair] != nil }
        var weights: [String: Double] = [:]
        for claim in here {
          weights[claim.id] =
            credibility(claim) * (time[claim.id] ?? 0) * (voices[claim.id]?[pair] ?? 0)
            * contestedShare(of: claim, among: counted, sharing: here, time)
        }
        let shared = sharedOut(weights, here)
        let total = shared.values.reduce(0, +)
        for claim in here {
          let weight = shared[claim.id] ?? 0
          guard weight > 0 else { continue }
          let share =
            switch estimator {
            case .posterior(let prior): weight / (prior + total)
            case .sum: weight
            case .mean: weight / total
            }
          let score = claim.score * share * lambda(layer, layers)
          result[pair, default: [:]][claim.id] = Part(
            weight: weight, tension: max(0, -score), accord: max(0, score))
        }
      }
    }
    return result
  }

  private func lambda(_ layer: Layer, _ asked: Set<String>?) -> Double {
    let pooled = project.layers.filter { asked?.contains($0.id) ?? true }
    let total = pooled.map(\.weight).reduce(0, +)
    return total > 0 ? layer.weight / total : 1 / Double(pooled.count)
  }

  private func credibility(_ claim: Claim) -> Double {
    claim.confidence * (project.sources.first { $0.id == claim.source }?.reliability ?? 0)
  }

  /// The definition of the weight, day by day.
  private func meanWeight(of claim: Claim, over window: Window) -> Double {
    let halfLife = project.layers.first { $0.id == claim.layer }?.halfLife
    var sum = 0.0
    for day in window.first.dayNumber...window.last.dayNumber {
      sum += Self.weight(
        on: CalendarDate(dayNumber: day), of: claim.when.interval, halfLife: halfLife)
    }
    return sum / Double(window.first.days(until: window.last) + 1)
  }

  /// The weight of a claim of full credibility on one day.
  public static func weight(
    on day: CalendarDate, of interval: DateInterval, halfLife: Double?
  ) -> Double {
    if let first = interval.first, day < first { return 0 }
    guard let last = interval.last, day > last, let halfLife else { return 1 }
    return power(of: 0.5, Double(last.days(until: day)) / halfLife)
  }

  /// 0.5 to a power, by halving and by square roots alone.
  private static func power(of base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var whole = exponent.rounded(.down)
    var rest = exponent - whole
    while whole > 0, result > 0 {
      result *= base
      whole -= 1
    }
    var root = base
    for _ in 0..<60 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }

  private func contestedShare(
    of claim: Claim, among counted: [Claim], sharing dyadAndLayer: [Claim], _ time: [String: Double]
  ) -> Double {
    let opponents = counted.filter { other in
      let opposed = claim.contradicts.contains(other.id) || other.contradicts.contains(claim.id)
      let shareOneWeight =
        claim.event != nil && claim.event == other.event && claim.source == other.source
        && dyadAndLayer.contains { $0.id == other.id }
      return opposed && !shareOneWeight && (time[other.id] ?? 0) > 0
    }
    let all = [credibility(claim)] + opponents.map(credibility)
    return (all.max() ?? 1) / all.reduce(0, +)
  }

  /// Claims on one event from one source share the largest of their weights.
  private func sharedOut(_ weights: [String: Double], _ claims: [Claim]) -> [String: Double] {
    var result = weights
    for claim in claims where claim.event != nil {
      let group = claims.filter { $0.event == claim.event && $0.source == claim.source }
      let all = group.map { weights[$0.id] ?? 0 }
      let sum = all.reduce(0, +)
      if sum > 0 { result[claim.id] = (weights[claim.id] ?? 0) * (all.max() ?? 0) / sum }
    }
    return result
  }

  private func pairs(of claim: Claim) -> [Pair: Double] {
    let senders = voices(of: claim.from, claim.when.interval)
    let receivers = voices(of: claim.to, claim.when.interval)
    var result: [Pair: Double] = [:]
    for (sender, sending) in senders {
      for (receiver, receiving) in receivers where sender != receiver {
        let there = Pair(source: sender, target: receiver)
        let back = Pair(source: receiver, target: sender)
        result[there] = max(result[there] ?? 0, sending * receiving)
        if claim.isMutual { result[back] = max(result[back] ?? 0, sending * receiving) }
      }
    }
    return result
  }

  private func kind(_ actor: String) -> Actor.Kind {
    project.actors.first { $0.id == actor }?.kind ?? .group
  }

  private func isWholeOfOutlets(_ actor: String) -> Bool {
    [.outlet, .group].contains(kind(actor))
      && project.affiliations.contains { $0.of == actor && kind($0.actor) == .outlet }
  }

  /// Whether an actor is a node at the level.
  public func isNode(_ actor: String) -> Bool {
    let wholes = project.affiliations.filter { $0.actor == actor }.map { kind($0.of) }
    switch (level, kind(actor)) {
    case (.actor, _), (_, .state): return true
    case (_, .organization): return wholes.isEmpty
    case (.media, .outlet):
      return isWholeOfOutlets(actor) || !wholes.contains { $0 == .outlet || $0 == .group }
    case (.media, .group): return isWholeOfOutlets(actor)
    default: return false
    }
  }

  private func voices(of actor: String, _ interval: DateInterval) -> [String: Double] {
    if isNode(actor) { return [actor: 1] }
    var best: [String: Double] = [:]
    walk([actor], 1, interval, &best)
    if level == .media {
      let forMedia = best.filter { [.outlet, .group].contains(kind($0.key)) }.values.max() ?? 0
      for (whole, share) in best where [.state, .organization].contains(kind(whole)) {
        best[whole] = min(share, 1 - forMedia)
      }
    }
    return best.filter { $0.value > 0 }
  }

  private func walk(
    _ path: [String], _ share: Double, _ interval: DateInterval, _ best: inout [String: Double]
  ) {
    for affiliation in project.affiliations where affiliation.actor == path[path.count - 1] {
      let days = affiliation.during
      let endsBefore = days.last.flatMap { last in interval.first.map { last < $0 } } ?? false
      let beginsAfter = days.first.flatMap { first in interval.last.map { first > $0 } } ?? false
      if endsBefore || beginsAfter || path.contains(affiliation.of) { continue }
      let reached = share * affiliation.speaksFor
      if isNode(affiliation.of) {
        best[affiliation.of] = max(best[affiliation.of] ?? 0, reached)
      } else {
        walk(path + [affiliation.of], reached, interval, &best)
      }
    }
  }
}

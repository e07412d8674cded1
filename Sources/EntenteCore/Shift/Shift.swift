/// What differs between two snapshots of one evidence: between two dates or two windows.
///
/// - Direction: kept. Weight: tension and accord apart. Sign: negative changes of the net are
///   towards hostility.
/// - Attribution: every change is the sum of its claims' changes, because each snapshot's ties are
///   sums of contributions. A claim's part also changes when other claims join it, since they share
///   the denominator κ + W.
/// - Complexity: O(contributions log contributions).
public struct Shift: Sendable {
  /// The earlier side.
  public let before: Snapshot
  /// The later side.
  public let after: Snapshot
  /// A tie whose intensity is below this counts as absent, and a change below it as steady.
  public let minimum: Double
  /// The ties of either side, the largest change of the net first.
  public let ties: [TieShift]
  /// The actors with a tie on either side, the farthest moved first.
  public let actors: [ActorShift]

  /// The case.
  public var project: Project { after.project }

  /// The shift from one date or window to another.
  ///
  /// - Parameters:
  ///   - evidence: what is weighed, the same on both sides.
  ///   - first: the side before.
  ///   - second: the side after.
  ///   - minimum: what counts as nothing, in points of the scale; at least 0.
  public init(
    in evidence: Evidence, from first: Window, to second: Window, minimum: Double = 0.05
  ) {
    let before = evidence.snapshot(over: first)
    let after = evidence.snapshot(over: second)
    var ties: [TieShift] = []
    var left = 0
    var right = 0
    while left < before.ties.count || right < after.ties.count {
      let old = left < before.ties.count ? before.ties[left] : nil
      let new = right < after.ties.count ? after.ties[right] : nil
      let useOld = Self.key(old) <= Self.key(new)
      let useNew = Self.key(new) <= Self.key(old)
      if useOld { left += 1 }
      if useNew { right += 1 }
      ties.append(Self.shift(useOld ? old : nil, useNew ? new : nil, before, after, minimum))
    }
    self.before = before
    self.after = after
    self.minimum = minimum
    self.actors = Self.actors(ties)
    // The order is total, so that equal changes always come out in the same order.
    self.ties = ties.enumerated().sorted {
      (-$0.element.net.magnitude, $0.offset) < (-$1.element.net.magnitude, $1.offset)
    }.map(\.element)
  }

  /// The shift of the tie from one actor to another (positions in the project's list), or nil where
  /// there is no tie on either side.
  public func tie(from source: Int32, to target: Int32) -> TieShift? {
    ties.first { $0.source == source && $0.target == target }
  }

  private static func key(_ tie: Tie?) -> (Int32, Int32) {
    tie.map { ($0.source, $0.target) } ?? (.max, .max)
  }

  private static func shift(
    _ old: Tie?, _ new: Tie?, _ before: Snapshot, _ after: Snapshot, _ minimum: Double
  ) -> TieShift {
    var pairs: [Int: (before: Contribution?, after: Contribution?)] = [:]
    for contribution in old.map({ before.contributions(to: $0) }) ?? [] {
      pairs[contribution.claim, default: (nil, nil)].before = contribution
    }
    for contribution in new.map({ after.contributions(to: $0) }) ?? [] {
      pairs[contribution.claim, default: (nil, nil)].after = contribution
    }
    let changes = pairs.map { claim, sides in
      TieShift.Change(
        claim: claim, layer: (sides.after ?? sides.before)?.layer ?? 0, before: sides.before,
        after: sides.after)
    }.sorted { ($1.net.magnitude, $0.claim) < ($0.net.magnitude, $1.claim) }
    return TieShift(
      source: (old ?? new)?.source ?? 0, target: (old ?? new)?.target ?? 0, before: old,
      after: new, kind: kind(old, new, minimum), changes: changes)
  }

  private static func kind(_ old: Tie?, _ new: Tie?, _ minimum: Double) -> TieShift.Kind {
    let was = (old?.intensity ?? 0) >= minimum && old != nil
    let isThere = (new?.intensity ?? 0) >= minimum && new != nil
    let change = (new?.net ?? 0) - (old?.net ?? 0)
    switch (was, isThere) {
    case (false, true): return .born
    case (true, false): return .gone
    case (false, false): return .steady
    case (true, true):
      let (from, to) = (old?.net ?? 0, new?.net ?? 0)
      let turned = (from < 0 && to > 0) || (from > 0 && to < 0)
      if turned, from.magnitude >= minimum, to.magnitude >= minimum { return .flipped }
      if change == 0 || change.magnitude < minimum { return .steady }
      return change < 0 ? .worsened : .improved
    }
  }

  private static func actors(_ ties: [TieShift]) -> [ActorShift] {
    var outgoing: [Int32: [TieShift]] = [:]
    var incoming: [Int32: [TieShift]] = [:]
    for tie in ties {
      outgoing[tie.source, default: []].append(tie)
      incoming[tie.target, default: []].append(tie)
    }
    return Set(outgoing.keys).union(incoming.keys).map {
      ActorShift(
        actor: $0, outgoing: profile(outgoing[$0] ?? []), incoming: profile(incoming[$0] ?? []))
    }.sorted { ($1.distance, $0.actor) < ($0.distance, $1.actor) }
  }

  private static func profile(_ ties: [TieShift]) -> ActorShift.Profile {
    var dot = 0.0
    var old = 0.0
    var new = 0.0
    for tie in ties {
      let (from, to) = (tie.before?.net ?? 0, tie.after?.net ?? 0)
      dot += from * to
      old += from * from
      new += to * to
    }
    let lengths = old.squareRoot() * new.squareRoot()
    return ActorShift.Profile(
      tension: ties.reduce(0) { $0 + $1.tension }, accord: ties.reduce(0) { $0 + $1.accord },
      distance: ties.reduce(0) { $0 + $1.net.magnitude },
      turn: lengths > 0 ? 1 - max(-1, min(1, dot / lengths)) : nil)
  }
}

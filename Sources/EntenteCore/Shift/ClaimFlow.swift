/// What was newly claimed, period by period: how many claims began, how many of them hostile and
/// cooperative, and their mean score.
///
/// Unlike a tie's values, which fade slowly, neighbouring periods share no claims. So this is what
/// change points are looked for in: counts with the cost of a count, means with that of a mean.
///
/// - A claim belongs to the period of its first day; one without a first day belongs to none.
/// - Claims on one event count as one, with the mean of their scores: so an act does not become a
///   wave because many tell of it. The period is that of the earliest.
/// - Direction: of directed ties; a claim that is lifted to several ties of the subject counts once.
/// - Complexity: O(claims + periods log periods).
public struct ClaimFlow: Sendable, Hashable {
  /// One period.
  public struct Point: Sendable, Hashable {
    /// When.
    public let window: Window
    /// How many acts began.
    public let acts: Int
    /// How many of them are hostile.
    public let hostile: Int
    /// How many of them are cooperative.
    public let cooperative: Int
    /// Their mean score, weighted by voice, −10…10; nil where there are none.
    public let score: Double?
  }

  /// The periods, in order.
  public let points: [Point]

  /// The numbers of acts.
  public var counts: [Double] { points.map { Double($0.acts) } }
  /// The numbers of hostile acts.
  public var hostileCounts: [Double] { points.map { Double($0.hostile) } }
  /// The mean scores of the periods that have some, and which periods these are.
  public var scores: (values: [Double], periods: [Int]) {
    let present = points.indices.filter { points[$0].score != nil }
    return (present.compactMap { points[$0].score }, present)
  }

  /// The claims about a subject over some periods.
  ///
  /// - Parameters:
  ///   - subject: whose acts: those from one actor to another, by or towards an actor, or all.
  ///   - evidence: the claims that count.
  ///   - windows: in order, without overlap.
  public init(of subject: Series.Subject, in evidence: Evidence, over windows: [Window]) {
    struct Act {
      var begins: CalendarDate
      var weight: Double
      var scored: Double
    }
    var acts: [String: Act] = [:]
    var seen = Set<Int>()
    for entry in evidence.lifted {
      let isMeant =
        switch subject {
        case .tie(let source, let target): entry.source == source && entry.target == target
        case .outgoing(let actor): entry.source == actor
        case .incoming(let actor): entry.target == actor
        case .system: true
        }
      let claim = evidence.project.claims[entry.claim]
      guard isMeant, entry.voice > 0, let begins = claim.when.interval.first,
        seen.insert(entry.claim).inserted
      else { continue }
      // Ids of events and claims may be alike; the prefix keeps them apart.
      let key = claim.event.map { "event \($0)" } ?? "claim \(claim.id)"
      var act = acts[key] ?? Act(begins: begins, weight: 0, scored: 0)
      act.begins = min(act.begins, begins)
      act.weight += entry.voice
      act.scored += entry.voice * claim.score
      acts[key] = act
    }
    let ordered = acts.sorted { ($0.value.begins, $0.key) < ($1.value.begins, $1.key) }
    var next = 0
    var points: [Point] = []
    for window in windows {
      while next < ordered.count, ordered[next].value.begins < window.first { next += 1 }
      let start = next
      while next < ordered.count, ordered[next].value.begins <= window.last { next += 1 }
      let present = ordered[start..<next].map(\.value)
      let weight = present.reduce(0) { $0 + $1.weight }
      points.append(
        Point(
          window: window, acts: present.count, hostile: present.count { $0.scored < 0 },
          cooperative: present.count { $0.scored > 0 },
          score: weight > 0 ? present.reduce(0) { $0 + $1.scored } / weight : nil))
    }
    self.points = points
  }
}

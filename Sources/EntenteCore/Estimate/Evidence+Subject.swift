extension Evidence {
  /// A claim about a subject.
  public struct Mention: Sendable, Hashable {
    /// The claim, as a position in the project's claims.
    public let claim: Int
    /// Its credibility times how far its ends speak for the actors: what it weighs on its day,
    /// before it shares with claims on the same act.
    public let weight: Double
  }

  /// The claims that count for a tie, an actor or the system, whenever they were.
  ///
  /// A claim that is lifted to several ties of the subject is told once, with its largest weight.
  ///
  /// - Returns: In the order of the project's claims.
  /// - Complexity: O(lifted claims).
  public func mentions(of subject: Series.Subject) -> [Mention] {
    var weights: [Int: Double] = [:]
    for entry in lifted where entry.voice > 0 {
      let isMeant =
        switch subject {
        case .tie(let source, let target): entry.source == source && entry.target == target
        case .outgoing(let actor): entry.source == actor
        case .incoming(let actor): entry.target == actor
        case .system: true
        }
      if isMeant { weights[entry.claim] = max(weights[entry.claim] ?? 0, entry.voice) }
    }
    return weights.keys.sorted().map { Mention(claim: $0, weight: weights[$0] ?? 0) }
  }
}

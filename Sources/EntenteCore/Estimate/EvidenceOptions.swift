/// Which claims count, how they are lifted, and how they become ties.
public struct EvidenceOptions: Sendable, Hashable {
  /// How weighted scores become tension and accord; nil is the project's own estimator.
  public var estimator: Estimator?
  /// Between whom.
  public var level: Level = .actor
  /// On which layers, by id; nil pools all. Pooling a part renormalises the layer weights over it.
  public var layers: Set<String>?
  /// Claims on which bases count.
  public var bases: Set<Claim.Basis> = Set(Claim.Basis.allCases)
  /// Leaves out what was not public on this day.
  public var asKnownOn: CalendarDate?
  /// Claims whose reading is followed: what contradicts one of them is left out, unless its own
  /// reading is followed too.
  public var readings: Set<String> = []
  /// Claims that are left out, by id.
  public var withoutClaims: Set<String> = []
  /// Sources whose claims are left out, by id.
  public var withoutSources: Set<String> = []
  /// Actors whose claims are left out, at either end, by id.
  public var withoutActors: Set<String> = []
  /// Countries whose media are left out: every claim whose source has this country and is a medium
  /// (``Source/isMedium``). Who the claim is about plays no part.
  public var withoutMediaOf: Set<String> = []

  /// All claims, between actors, on all layers.
  public init() {}
}

/// Names in ``EvidenceOptions`` that the project does not have, and what else cannot be used there.
public struct UnknownNames: Error, Sendable, Hashable, CustomStringConvertible {
  /// A kind of thing (`layer`, `claim` …) and the name that was asked for, in order.
  public let names: [String]
  /// What is wrong with the estimator that was asked for, or nil.
  public let problem: String?

  /// What is not there or cannot be used, one a line.
  public var description: String {
    (names.map { "the project has no \($0)" } + (problem.map { [$0] } ?? []))
      .joined(separator: "\n")
  }
}

extension BlocShift {
  /// What it takes away from a change of side when one claim or one source is left out.
  public struct Survival: Sendable, Hashable {
    /// How many claims were left out, one at a time.
    public let claims: Int
    /// How many sources were.
    public let sources: Int
    /// The claims without which the actor is not seen to change side, as positions in the project's
    /// claims, ascending.
    public let decidingClaims: [Int]
    /// The sources without which it is not, as positions in the project's sources, ascending.
    public let decidingSources: [Int]

    /// Whether the change of side survives leaving out any one claim and any one source.
    public var isRobust: Bool { decidingClaims.isEmpty && decidingSources.isEmpty }
  }

  /// What each change of side survives, aligned to dense ids: nil for actors that did not change side.
  ///
  /// The best divisions of both sides are found again without each claim and without each source that
  /// weighs anything on either side. A change of side survives where the actor still is said to have
  /// moved, or may have, and one of the relations that turned still turns.
  ///
  /// - Parameters:
  ///   - shift: the shift whose blocs these are.
  ///   - joining: as the lines were made.
  ///   - weighting: as the lines were made.
  ///   - mostTrials: beyond so many claims and sources nothing is tried.
  /// - Returns: nil where there is too much to try, or a graph is too large to be enumerated.
  /// - Complexity: two enumerations for each claim and each source.
  public func survival(
    of shift: Shift, joining: DirectionJoin = .sum, weighting: TieWeighting = .signs,
    mostTrials: Int = 500
  ) -> [Survival?]? {
    let changed = actors.indices.filter {
      actors[$0].standing == .moved || actors[$0].standing == .either
    }
    if changed.isEmpty { return [Survival?](repeating: nil, count: actors.count) }
    let claims = Set((shift.before.contributions + shift.after.contributions).map(\.claim)).sorted()
    let project = shift.project
    let sources = Set(claims.compactMap { project.sourceIndex[project.claims[$0].source] }).sorted()
    guard claims.count + sources.count <= mostTrials else { return nil }
    let weigher = EvidenceWeigher(shift.before.evidence)
    let views = (
      weigher.views(over: shift.before.window), weigher.views(over: shift.after.window)
    )
    func known(_ views: [[TieWeigher.View]], _ selection: TieWeigher.Selection) -> KnownBlocs? {
      let ties = try? SignedTies(
        weigher.graph(views, selection), join: joining, weighting: weighting,
        minimum: shift.minimum)
      return ties.flatMap { KnownBlocs(enumerating: $0, fits: false) }
    }
    /// Which of those who changed side still do, or nil where a graph is too large.
    func survivors(_ selection: TieWeigher.Selection) -> Set<Int>? {
      guard let old = known(views.0, selection), let new = known(views.1, selection),
        let other = try? BlocShift(old, new, mostPairs: 1)
      else { return nil }
      return Set(
        changed.filter { node in
          let (was, now) = (actors[node], other.actors[node])
          return (now.standing == .moved || now.standing == .either)
            && (was.partedFrom.contains(where: now.partedFrom.contains)
              || was.joined.contains(where: now.joined.contains))
        })
    }
    var deciding = [(claims: [Int], sources: [Int])](
      repeating: ([], []), count: actors.count)
    for claim in claims {
      var selection = TieWeigher.Selection()
      selection.withoutClaim = claim
      guard let left = survivors(selection) else { return nil }
      for node in changed where !left.contains(node) { deciding[node].claims.append(claim) }
    }
    for source in sources {
      var selection = TieWeigher.Selection()
      selection.withoutSource = source
      guard let left = survivors(selection) else { return nil }
      for node in changed where !left.contains(node) { deciding[node].sources.append(source) }
    }
    return actors.indices.map { node in
      guard changed.contains(node) else { return nil }
      return Survival(
        claims: claims.count, sources: sources.count, decidingClaims: deciding[node].claims,
        decidingSources: deciding[node].sources)
    }
  }
}

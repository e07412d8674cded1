import RealModule

/// The claims of a project that count under some options, lifted to a level and ready to be weighed
/// at any date.
///
/// Prepare it once and take as many snapshots as needed: weighing is linear in the claims.
public struct Evidence: Sendable {
  /// The case.
  public let project: Project
  /// What was asked for.
  public let options: EvidenceOptions
  /// The estimator in use.
  public let estimator: Estimator
  /// The actors that are nodes at this level, as positions in the project's list, ascending.
  public let nodes: [Int]
  /// What became of the claims that do not count.
  public let accounting: Accounting

  let lifted: [LiftedClaim]
  let contradictors: [Int: [Int]]
  /// For each group, those of its claims that others contradict.
  let contestedInGroup: [Set<Int>]
  let layerShares: [Double]

  /// How many claims count, and why the others do not. The numbers add up to the project's claims.
  public struct Accounting: Sendable, Hashable {
    /// Claims in the project.
    public var claims = 0
    /// Claims that count.
    public var used = 0
    /// On a layer that was not asked for.
    public var otherLayers = 0
    /// On a basis that was not asked for.
    public var otherBases = 0
    /// Not public on the day that was asked for.
    public var notYetKnown = 0
    /// Left out by name, or against the reading that was asked for.
    public var leftOut = 0
    /// From media of a country that was left out.
    public var mediaLeftOut = 0
    /// An end speaks for nobody at this level.
    public var withoutVoice = 0
    /// Both ends lie inside one actor at this level.
    public var insideOneActor = 0
    /// Claims that count and have no publication date of their own or of their source, although
    /// `asKnownOn` was asked for; they are taken as known when they happened.
    public var withoutPublicationDate = 0
  }

  /// A claim between two nodes. A mutual claim gives two, and one that speaks for several more.
  struct LiftedClaim: Sendable {
    var claim: Int
    var source: Int32
    var target: Int32
    var layer: Int
    /// Credibility times how far the ends speak for the nodes.
    var voice: Double
    var credibility: Double
    /// Claims of one group share one weight.
    var group: Int?
  }

  /// Prepares the evidence of a project.
  ///
  /// - Throws: ``UnknownNames`` where the options name what the project does not have, or an
  ///   estimator that cannot be used.
  /// - Complexity: O(claims × affiliations of an actor).
  public init(_ project: Project, _ options: EvidenceOptions = EvidenceOptions())
    throws(UnknownNames)
  {
    try Self.checkNames(project, options)
    self.project = project
    self.options = options
    estimator = options.estimator ?? project.estimator
    layerShares = Self.layerShares(project, options)

    let rollUp = RollUp(project, level: options.level)
    nodes = project.actors.indices.filter(rollUp.isNode)
    let conflicts = Self.conflicts(project)
    var accounting = Accounting()
    accounting.claims = project.claims.count
    var lifted: [LiftedClaim] = []
    var groups: [Group: Int] = [:]
    var counted = Set<Int>()
    var contestedInGroup: [Set<Int>] = []
    // Claims whose reading is followed stay, also where they contradict each other.
    let readings = options.readings.compactMap { project.claimIndex[$0] }
    let against = Set(readings.flatMap { conflicts[$0] ?? [] }).subtracting(readings)
    for (index, claim) in project.claims.enumerated() {
      guard Self.passes(claim, index, project, options, against, &accounting) else { continue }
      let layer = project.layerIndex[claim.layer] ?? 0
      let source = project.sources[project.sourceIndex[claim.source] ?? 0]
      let credibility = claim.confidence * source.reliability
      let senders = rollUp.voices(
        of: project.actorIndex[claim.from] ?? 0, during: claim.when.interval)
      let receivers = rollUp.voices(
        of: project.actorIndex[claim.to] ?? 0, during: claim.when.interval)
      let pairs = Self.pairs(senders, receivers, isMutual: claim.isMutual)
      if pairs.isEmpty {
        if senders.isEmpty || receivers.isEmpty {
          accounting.withoutVoice += 1
        } else {
          accounting.insideOneActor += 1
        }
        continue
      }
      accounting.used += 1
      if options.asKnownOn != nil, claim.published == nil, source.published == nil {
        accounting.withoutPublicationDate += 1
      }
      counted.insert(index)
      for (sender, receiver, share) in pairs {
        var group: Int?
        if let event = claim.event {
          let key = Group(
            event: event, sender: sender, receiver: receiver, layer: layer, source: claim.source)
          let number = groups[key] ?? groups.count
          if number == groups.count {
            groups[key] = number
            contestedInGroup.append([])
          }
          if conflicts[index] != nil { contestedInGroup[number].insert(index) }
          group = number
        }
        lifted.append(
          LiftedClaim(
            claim: index, source: sender, target: receiver, layer: layer,
            voice: credibility * share, credibility: credibility, group: group))
      }
    }
    // Contributions are listed by tie, and within a tie in the order of the project.
    self.lifted = lifted.enumerated().sorted {
      ($0.element.source, $0.element.target, $0.element.layer, $0.offset)
        < ($1.element.source, $1.element.target, $1.element.layer, $1.offset)
    }.map(\.element)
    contradictors = conflicts.filter { counted.contains($0.key) }.mapValues {
      $0.filter(counted.contains).sorted()
    }.filter { !$0.value.isEmpty }
    self.contestedInGroup = contestedInGroup
    self.accounting = accounting
  }

  private struct Group: Hashable {
    var event: String
    var sender: Int32
    var receiver: Int32
    var layer: Int
    var source: String
  }

  /// The ordered pairs of nodes that a claim is lifted to, and the share of its weight in each.
  ///
  /// A mutual claim between two who both speak for the same two nodes reaches each pair on two ways:
  /// as of several chains to one actor, the stronger way counts, so that no claim counts twice.
  private static func pairs(
    _ senders: [RollUp.Voice], _ receivers: [RollUp.Voice], isMutual: Bool
  ) -> [(sender: Int32, receiver: Int32, share: Double)] {
    var pairs: [(sender: Int32, receiver: Int32, share: Double)] = []
    func add(_ sender: Int32, _ receiver: Int32, _ share: Double) {
      if let known = pairs.firstIndex(where: { $0.sender == sender && $0.receiver == receiver }) {
        pairs[known].share = max(pairs[known].share, share)
      } else {
        pairs.append((sender, receiver, share))
      }
    }
    for sender in senders {
      for receiver in receivers where sender.actor != receiver.actor {
        let share = sender.weight * receiver.weight
        add(sender.actor, receiver.actor, share)
        if isMutual { add(receiver.actor, sender.actor, share) }
      }
    }
    return pairs
  }

  private static func checkNames(
    _ project: Project, _ options: EvidenceOptions
  ) throws(UnknownNames) {
    var unknown: [String] = []
    for layer in (options.layers ?? []).sorted() where project.layerIndex[layer] == nil {
      unknown.append("layer '\(layer)'")
    }
    for claim in options.readings.union(options.withoutClaims).sorted()
    where project.claimIndex[claim] == nil {
      unknown.append("claim '\(claim)'")
    }
    for source in options.withoutSources.sorted() where project.sourceIndex[source] == nil {
      unknown.append("source '\(source)'")
    }
    for actor in options.withoutActors.sorted() where project.actorIndex[actor] == nil {
      unknown.append("actor '\(actor)'")
    }
    let countries = Set(project.sources.lazy.filter(\.isMedium).compactMap(\.country))
    for country in options.withoutMediaOf.sorted() where !countries.contains(country) {
      unknown.append("medium of the country '\(country)'")
    }
    let problem = options.estimator?.problem
    if !unknown.isEmpty || problem != nil { throw UnknownNames(names: unknown, problem: problem) }
  }

  /// λ of each layer, normalised over the layers that are pooled. Layers of weight 0 alone, asked
  /// for by name, count alike.
  private static func layerShares(_ project: Project, _ options: EvidenceOptions) -> [Double] {
    let asGiven = project.layers.map { options.layers?.contains($0.id) ?? true ? $0.weight : 0 }
    // Only proportions count; relative to the largest, no sum of weights overflows.
    let largest = asGiven.max() ?? 0
    let weights = largest > 0 ? asGiven.map { $0 / largest } : asGiven
    let total = weights.reduce(0, +)
    if total > 0 { return weights.map { $0 / total } }
    let asked = project.layers.filter { options.layers?.contains($0.id) ?? true }.count
    return project.layers.map {
      options.layers?.contains($0.id) ?? true ? 1 / Double(asked) : 0
    }
  }

  /// `contradicts`, made mutual.
  private static func conflicts(_ project: Project) -> [Int: Set<Int>] {
    var conflicts: [Int: Set<Int>] = [:]
    for (index, claim) in project.claims.enumerated() {
      for other in claim.contradicts.compactMap({ project.claimIndex[$0] }) {
        conflicts[index, default: []].insert(other)
        conflicts[other, default: []].insert(index)
      }
    }
    return conflicts
  }

  private static func passes(
    _ claim: Claim, _ index: Int, _ project: Project, _ options: EvidenceOptions,
    _ against: Set<Int>, _ accounting: inout Accounting
  ) -> Bool {
    if let layers = options.layers, !layers.contains(claim.layer) {
      accounting.otherLayers += 1
      return false
    }
    guard options.bases.contains(claim.basis) else {
      accounting.otherBases += 1
      return false
    }
    if options.withoutClaims.contains(claim.id) || options.withoutSources.contains(claim.source)
      || options.withoutActors.contains(claim.from) || options.withoutActors.contains(claim.to)
      || against.contains(index)
    {
      accounting.leftOut += 1
      return false
    }
    if !options.withoutMediaOf.isEmpty {
      let source = project.sources[project.sourceIndex[claim.source] ?? 0]
      if source.isMedium, let country = source.country, options.withoutMediaOf.contains(country) {
        accounting.mediaLeftOut += 1
        return false
      }
    }
    if let day = options.asKnownOn {
      let source = project.sources[project.sourceIndex[claim.source] ?? 0]
      let published = (claim.published ?? source.published)?.interval
      // The latest day that the publication date can mean, so that nothing is known too early; the
      // earliest where the latest is open.
      let known =
        published == nil ? claim.when.interval.first : published?.last ?? published?.first
      if let known, known > day {
        accounting.notYetKnown += 1
        return false
      }
    }
    return true
  }
}

/// Between whom ties are estimated.
public enum Level: String, Sendable, CaseIterable {
  /// Between the actors that the claims name.
  case actor
  /// Between states: whoever speaks for a state counts for it, as far as it speaks for it. An
  /// organization that belongs to nobody (an alliance, a union) stands for itself.
  case state
  /// As `state`, but media count for the media of their country as a whole: the outlet or group
  /// that outlets are affiliated with. A medium that belongs to no such whole stands for itself.
  case media
}

/// For whom each actor of a project speaks at a level, and how far.
struct RollUp {
  /// An actor that a claim's end is lifted to, and the share of the claim's weight.
  struct Voice: Hashable {
    var actor: Int32
    var weight: Double
  }

  private let project: Project
  private let level: Level
  private let affiliations: [[Int]]
  private let isTarget: [Bool]
  private let isMediaWhole: [Bool]

  init(_ project: Project, level: Level) {
    self.project = project
    self.level = level
    var byActor = [[Int]](repeating: [], count: project.actors.count)
    var isMediaWhole = [Bool](repeating: false, count: project.actors.count)
    for (index, affiliation) in project.affiliations.enumerated() {
      guard let actor = project.actorIndex[affiliation.actor],
        let whole = project.actorIndex[affiliation.of]
      else { continue }
      byActor[actor].append(index)
      let kind = project.actors[whole].kind
      if project.actors[actor].kind == .outlet, kind == .outlet || kind == .group {
        isMediaWhole[whole] = true
      }
    }
    affiliations = byActor
    self.isMediaWhole = isMediaWhole
    isTarget = project.actors.indices.map { index in
      switch (level, project.actors[index].kind) {
      case (.actor, _), (_, .state): true
      case (_, .organization): byActor[index].isEmpty
      case (.media, .outlet):
        isMediaWhole[index]
          || !byActor[index].contains {
            let whole = project.actorIndex[project.affiliations[$0].of] ?? index
            return project.actors[whole].kind == .outlet || project.actors[whole].kind == .group
          }
      case (.media, .group): isMediaWhole[index]
      default: false
      }
    }
  }

  /// Whether an actor is a node of the graph at this level.
  func isNode(_ actor: Int) -> Bool { isTarget[actor] }

  /// For whom an actor speaks during an interval; empty where it speaks for nobody.
  ///
  /// Along a chain of affiliations the shares multiply; of several chains to one actor the strongest
  /// counts. At the media level, what counts for the media does not count for the state again.
  func voices(of actor: Int, during interval: DateInterval) -> [Voice] {
    if isTarget[actor] { return [Voice(actor: Int32(actor), weight: 1)] }
    var best = strongestChains(from: actor, interval)
    if level == .media {
      let media = best.filter { !isStateLike($0.key) }.values.max() ?? 0
      for (target, weight) in best where isStateLike(target) {
        best[target] = min(weight, 1 - media)
      }
    }
    return best.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
      Voice(actor: Int32($0.key), weight: $0.value)
    }
  }

  private func isStateLike(_ actor: Int) -> Bool {
    project.actors[actor].kind == .state || project.actors[actor].kind == .organization
  }

  /// How strongly each node is reached.
  ///
  /// Shares are at most 1, so a chain never gains by growing: whoever is reached most strongly among
  /// those still open is reached by their best chain (Dijkstra's argument, with products). Cycles
  /// and many ways to one actor cost nothing more.
  private func strongestChains(from actor: Int, _ interval: DateInterval) -> [Int: Double] {
    var best: [Int: Double] = [:]
    var open: [Int: Double] = [actor: 1]
    var settled: Set<Int> = []
    while let next = open.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      open[next.key] = nil
      settled.insert(next.key)
      for index in affiliations[next.key] {
        let affiliation = project.affiliations[index]
        guard affiliation.speaksFor > 0, affiliation.during.overlaps(interval),
          let whole = project.actorIndex[affiliation.of], !settled.contains(whole)
        else { continue }
        let reached = next.value * affiliation.speaksFor
        if isTarget[whole] {
          best[whole] = max(best[whole] ?? 0, reached)
        } else {
          open[whole] = max(open[whole] ?? 0, reached)
        }
      }
    }
    return best
  }
}

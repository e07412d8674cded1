/// A directed tie of a snapshot: how one actor stands and acts towards another.
public struct Tie: Sendable, Hashable {
  /// Who acts, as a position in the project's actors.
  public let source: Int32
  /// Towards whom.
  public let target: Int32
  /// Hostile intensity, 0…10 (0 and more under the `sum` estimator).
  public let tension: Double
  /// Cooperative intensity, 0…10 (0 and more under the `sum` estimator).
  public let accord: Double
  /// The variance of the net that the ranges of the scores leave.
  public let variance: Double
  /// How many claims it rests on.
  public let claims: Int
  /// How many sources those claims come from.
  public let sources: Int
  /// The strongest basis among its claims: stated before interpreted before implied.
  public let basis: Claim.Basis
  /// Where its contributions stand in the snapshot's list.
  public let contributions: Range<Int>

  /// Accord minus tension, −10…10.
  public var net: Double { accord - tension }

  /// Accord plus tension, how much there is between the two.
  public var intensity: Double { accord + tension }

  /// How mixed the tie is: 2·min(tension, accord)/(tension + accord), from 0 (one sign only) to 1
  /// (both alike); 0 where there is neither.
  public var mixedness: Double {
    intensity > 0 ? 2 * min(tension, accord) / intensity : 0
  }

  /// Half the width of the 95 % interval of the net that the ranges of the scores leave.
  ///
  /// It says how sure the coding is, not how sure the sources are.
  public var margin: Double { 1.959963984540054 * variance.squareRoot() }

  /// The 95 % interval of the net that the ranges of the scores leave, within the scale.
  public func interval(under estimator: Estimator) -> ClosedRange<Double> {
    if case .sum = estimator { return (net - margin)...(net + margin) }
    // Both ends are held to the scale on both sides: rounding can leave a net a hair beyond it.
    let (lowest, highest) = (Claim.scale.lowerBound, Claim.scale.upperBound)
    return min(max(net - margin, lowest), highest)...max(min(net + margin, highest), lowest)
  }
}

/// What one claim adds to a tie. Contributions of a tie add up to it exactly.
public struct Contribution: Sendable, Hashable {
  /// The claim, as a position in the project's claims.
  public let claim: Int
  /// Its layer, as a position in the project's layers.
  public let layer: Int
  /// Its weight at the date: credibility × time × how far its ends speak for the actors, after
  /// sharing with claims on the same act and with claims that contradict it.
  public let weight: Double
  /// What the score is multiplied by: λ·w/(κ + W).
  public let share: Double
  /// Its part of the tension.
  public let tension: Double
  /// Its part of the accord.
  public let accord: Double

  /// Its part of the net.
  public var net: Double { accord - tension }
}

/// The graph of all ties as of one date, or over a window.
public struct Snapshot: Sendable {
  /// What was weighed.
  public let evidence: Evidence
  /// When.
  public let window: Window
  /// The ties, by source and then target. A tie is there as soon as one of its claims weighs
  /// anything.
  public let ties: [Tie]
  /// The contributions of all ties.
  public let contributions: [Contribution]
  /// How many claims weigh anything at the date.
  public let activeClaims: Int
  /// How many sources these come from.
  public let activeSources: Int
  /// The same ties with dense ids; node `i` is the actor `nodes[i]`.
  public let graph: RelationGraph

  /// The case.
  public var project: Project { evidence.project }
  /// The actors that are nodes, as positions in the project's list.
  public var nodes: [Int] { evidence.nodes }

  /// The tie from one actor to another (positions in the project's list), or nil.
  public func tie(from source: Int32, to target: Int32) -> Tie? {
    var low = 0
    var high = ties.count
    while low < high {
      let middle = (low + high) / 2
      if (ties[middle].source, ties[middle].target) < (source, target) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < ties.count, ties[low].source == source, ties[low].target == target else {
      return nil
    }
    return ties[low]
  }

  /// What the claims of a tie add to it, in the order of layers and claims.
  public func contributions(to tie: Tie) -> ArraySlice<Contribution> {
    contributions[tie.contributions]
  }
}

extension Evidence {
  /// The ties of a project under some options, as of a date or over a window.
  ///
  /// - Complexity: O(claims + nodes).
  public func snapshot(over window: Window) -> Snapshot {
    let weights = weights(over: window)
    var ties: [Tie] = []
    var contributions: [Contribution] = []
    var activeClaims = Set<Int>()
    var start = 0
    while start < lifted.count {
      let head = lifted[start]
      var end = start
      while end < lifted.count, lifted[end].source == head.source,
        lifted[end].target == head.target
      {
        end += 1
      }
      let first = contributions.count
      appendContributions(of: start..<end, weights, to: &contributions)
      if contributions.count > first {
        let slice = contributions[first...]
        activeClaims.formUnion(slice.lazy.map(\.claim))
        ties.append(tie(from: head.source, to: head.target, slice))
      }
      start = end
    }
    return Snapshot(
      evidence: self, window: window, ties: ties, contributions: contributions,
      activeClaims: activeClaims.count,
      activeSources: Set(activeClaims.map { project.claims[$0].source }).count,
      graph: graph(of: ties))
  }

  /// The weight of every lifted claim over a window, shared among claims on one act and among
  /// claims that contradict each other.
  private func weights(over window: Window) -> [Double] {
    var temporal = [Double](repeating: -1, count: project.claims.count)
    for entry in lifted where temporal[entry.claim] < 0 {
      temporal[entry.claim] = Estimator.temporalWeight(
        of: project.claims[entry.claim].when.interval,
        halfLife: project.layers[entry.layer].halfLife, over: window)
    }
    var weights = [Double](repeating: 0, count: lifted.count)
    var largest = [Double](repeating: 0, count: contestedInGroup.count)
    var total = largest
    for (index, entry) in lifted.enumerated() {
      let weight = entry.voice * temporal[entry.claim] * contestedShare(of: entry, temporal)
      weights[index] = weight
      if let group = entry.group {
        largest[group] = max(largest[group], weight)
        total[group] += weight
      }
    }
    for (index, entry) in lifted.enumerated() {
      if let group = entry.group, total[group] > 0 {
        weights[index] *= largest[group] / total[group]
      }
    }
    return weights
  }

  /// What is left of a claim that others contradict: it shares with them the weight of the most
  /// credible one, in proportion to their credibility, so that claims of which any two contradict
  /// each other weigh as one together.
  /// Claims of one group share one weight already, so that they do not contest each other again.
  private func contestedShare(of entry: LiftedClaim, _ temporal: [Double]) -> Double {
    guard let others = contradictors[entry.claim] else { return 1 }
    var strongest = entry.credibility
    var total = entry.credibility
    let ownGroup = entry.group.map { contestedInGroup[$0] } ?? []
    for other in others where temporal[other] > 0 && !ownGroup.contains(other) {
      strongest = max(strongest, credibility(other))
      total += credibility(other)
    }
    return strongest / total
  }

  private func credibility(_ claim: Int) -> Double {
    let claim = project.claims[claim]
    return claim.confidence * project.sources[project.sourceIndex[claim.source] ?? 0].reliability
  }

  private func appendContributions(
    of range: Range<Int>, _ weights: [Double], to contributions: inout [Contribution]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let layer = lifted[start].layer
      var end = start
      var total = 0.0
      while end < range.upperBound, lifted[end].layer == layer {
        total += weights[end]
        end += 1
      }
      for index in start..<end where weights[index] > 0 {
        let score = project.claims[lifted[index].claim].score
        let share =
          layerShares[layer] * estimator.share(ofWeight: weights[index], total: total)
        contributions.append(
          Contribution(
            claim: lifted[index].claim, layer: layer, weight: weights[index], share: share,
            tension: score < 0 ? share * -score : 0, accord: score > 0 ? share * score : 0))
      }
      start = end
    }
  }

  private func tie(
    from source: Int32, to target: Int32, _ slice: ArraySlice<Contribution>
  ) -> Tie {
    var tension = 0.0
    var accord = 0.0
    var variance = 0.0
    var basis = Claim.Basis.implied
    var claims = Set<Int>()
    var sources = Set<String>()
    for contribution in slice {
      let claim = project.claims[contribution.claim]
      tension += contribution.tension
      accord += contribution.accord
      // A range is read as the 95 % interval of a normal reading of the score.
      let deviation =
        claim.range.map { ($0.upperBound - $0.lowerBound) / (2 * 1.959963984540054) } ?? 0
      variance += contribution.share * contribution.share * deviation * deviation
      basis = min(basis, claim.basis)
      claims.insert(contribution.claim)
      sources.insert(claim.source)
    }
    return Tie(
      source: source, target: target, tension: tension, accord: accord, variance: variance,
      claims: claims.count, sources: sources.count, basis: basis,
      contributions: slice.startIndex..<slice.endIndex)
  }

  private func graph(of ties: [Tie]) -> RelationGraph {
    var dense = [Int32](repeating: -1, count: project.actors.count)
    for (node, actor) in nodes.enumerated() { dense[actor] = Int32(node) }
    return RelationGraph(
      sorted: ties.map {
        RelationGraph.Edge(
          source: dense[Int($0.source)], target: dense[Int($0.target)], tension: $0.tension,
          accord: $0.accord)
      }, nodeCount: nodes.count)
  }
}

extension Claim.Basis: Comparable {
  /// Stated before interpreted before implied.
  public static func < (left: Claim.Basis, right: Claim.Basis) -> Bool {
    left.strength < right.strength
  }

  private var strength: Int {
    switch self {
    case .stated: 0
    case .interpreted: 1
    case .implied: 2
    }
  }
}

/// The undirected signed view of a ``RelationGraph``: one signed weight for each pair of actors. All
/// of balance, frustration and blocs is defined on it.
///
/// Balance is a matter of pairs, so the two directions have to be joined. By default the weight of a
/// pair is the **sum of the net of both directions**; its sign is the sign of the sum; a sum of zero
/// is no tie. ``DirectionJoin`` names the other choices. With ``DirectionJoin/everyTie`` a pair may be
/// tied both ways at once: a partition that puts it together then pays for the negative weight, one
/// that parts it for the positive weight. ``lines`` gives both sides of every pair.
///
/// - Direction: joined, as said. How many pairs disagree (one direction positive, the other
///   negative) is kept in ``discordantPairs``, and how many cancelled out in ``cancelledPairs``, so
///   that a report can say what the joining hid.
/// - Weight: the joined net, any finite number but 0; or 1 and −1 with ``TieWeighting/signs``.
/// - Sign: kept.
///
/// ```swift
/// let graph = try RelationGraph(
///   nodeCount: 2,
///   edges: [.init(source: 0, target: 1, net: -3), .init(source: 1, target: 0, net: 1)])
/// let ties = try SignedTies(graph)  // one tie of weight −2; discordantPairs is 1
/// ```
///
/// Storage is compressed adjacency in which each tie stands twice, once for either end. Memory: 24
/// bytes a tie and 8 bytes an actor.
public struct SignedTies: Sendable {
  /// How many actors there are, isolated ones included.
  public let nodeCount: Int
  /// `offsets[a]..<offsets[a + 1]` are the positions of the ties of `a`.
  public let offsets: [Int]
  /// The other actor of each tie, ascending for each actor.
  public let neighbors: [Int32]
  /// The signed weight of each tie, never 0.
  public let weights: [Double]
  /// How the two directions were joined.
  public let join: DirectionJoin
  /// How many pairs have ties in the graph and none here because the directions add up to zero.
  public let cancelledPairs: Int
  /// How many pairs have one direction positive and the other negative, cancelled ones included.
  public let discordantPairs: Int
  /// The pairs with positive and negative ties at once, in ascending order. Those that come to 0 in
  /// sum are listed here alone. Empty unless every tie counts.
  public let mixed: [Line]

  /// How many pairs are tied.
  public var tieCount: Int { neighbors.count / 2 }

  /// Joins the two directions of every pair.
  ///
  /// - Parameters:
  ///   - graph: the directed ties.
  ///   - join: how the net of both directions becomes one weight; the sum by default.
  ///   - weighting: whether a tie counts its net (default) or 1 by its sign. Directions are joined
  ///     first, and each direction is counted first where every tie counts.
  ///   - minimum: a net whose absolute value is below this takes no side and is left out: that of the
  ///     pair, or that of each direction where every tie counts.
  /// - Throws: ``SignedTiesError/weightOverflow(_:_:)`` if a weight is too large for a number.
  /// - Complexity: O(actors + ties).
  public init(
    _ graph: RelationGraph, join: DirectionJoin = .sum, weighting: TieWeighting = .weights,
    minimum: Double = 0
  ) throws(SignedTiesError) {
    var offsets = [0]
    offsets.reserveCapacity(graph.nodeCount + 1)
    var neighbors: [Int32] = []
    var weights: [Double] = []
    neighbors.reserveCapacity(2 * graph.tieCount)
    weights.reserveCapacity(2 * graph.tieCount)
    var cancelled = 0
    var discordant = 0
    var mixed: [Line] = []
    for node in 0..<graph.nodeCount {
      var out = graph.outOffsets[node]
      var into = graph.inOffsets[node]
      let outEnd = graph.outOffsets[node + 1]
      let intoEnd = graph.inOffsets[node + 1]
      while out < outEnd || into < intoEnd {
        let head = out < outEnd ? graph.targets[out] : Int32.max
        let tail = into < intoEnd ? graph.inSources[into] : Int32.max
        let other = min(head, tail)
        var there: Double?
        var back: Double?
        if head == other {
          there = graph.net(out)
          out += 1
        }
        if tail == other {
          back = graph.net(Int(graph.inTies[into]))
          into += 1
        }
        if join == .everyTie {
          there = there.map { $0.magnitude < minimum ? 0 : weighting.counted($0) }
          back = back.map { $0.magnitude < minimum ? 0 : weighting.counted($0) }
        }
        var weight = join.weight(there, back)
        // What is too faint to count is no pair that cancels out.
        let isFaint = join != .everyTie && weight.magnitude < minimum
        guard weight.isFinite else { throw .weightOverflow(Int32(node), other) }
        if node < other {
          if let there, let back, (there < 0 && back > 0) || (there > 0 && back < 0) {
            discordant += 1
            if join == .everyTie {
              mixed.append(
                Line(
                  first: Int32(node), second: other, positive: max(there, back),
                  negative: -min(there, back)))
            }
          }
          if weight == 0, !isFaint, join != .everyTie, there ?? 0 != 0 || back ?? 0 != 0 {
            cancelled += 1
          }
        }
        if isFaint { weight = 0 }
        if weight != 0 {
          neighbors.append(other)
          weights.append(join == .everyTie ? weight : weighting.counted(weight))
        }
      }
      offsets.append(neighbors.count)
    }
    self.nodeCount = graph.nodeCount
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
    self.join = join
    self.cancelledPairs = cancelled
    self.discordantPairs = discordant
    self.mixed = mixed
  }

  /// Ties from lines in any order, each pair at most once. Lines without weight are left out.
  ///
  /// - Throws: ``RelationGraphError`` for an actor out of range, a line from an actor to itself, a
  ///   pair given twice, or a weight that is negative or not finite.
  public init(nodeCount: Int, lines given: [Line]) throws(RelationGraphError) {
    let lines = try Self.checked(given, nodeCount)
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    let tied = lines.filter { $0.net != 0 }
    for line in tied {
      offsets[Int(line.first) + 1] += 1
      offsets[Int(line.second) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var cursor = offsets
    var neighbors = [Int32](repeating: 0, count: 2 * tied.count)
    var weights = [Double](repeating: 0, count: 2 * tied.count)
    // Lines ascend by their first actor and then their second; going through the second actors
    // first leaves each actor's neighbours ascending.
    for (node, other) in [(\Line.second, \Line.first), (\Line.first, \Line.second)] {
      for line in tied {
        let place = cursor[Int(line[keyPath: node])]
        neighbors[place] = line[keyPath: other]
        weights[place] = line.net
        cursor[Int(line[keyPath: node])] += 1
      }
    }
    self.nodeCount = nodeCount
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
    mixed = lines.filter { $0.positive > 0 && $0.negative > 0 }
    join = .everyTie
    cancelledPairs = 0
    discordantPairs = mixed.count
  }

  /// The positions of the ties of an actor.
  @inlinable
  public func ties(of node: Int32) -> Range<Int> {
    offsets[Int(node)]..<offsets[Int(node) + 1]
  }

  /// The signed weight of a pair, or nil where there is no tie.
  ///
  /// - Complexity: O(log ties of the first actor).
  public func weight(between first: Int32, and second: Int32) -> Double? {
    var low = offsets[Int(first)]
    let end = offsets[Int(first) + 1]
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if neighbors[middle] < second { low = middle + 1 } else { high = middle }
    }
    return low < end && neighbors[low] == second ? weights[low] : nil
  }

  /// How many pairs have a positive tie.
  public var positiveCount: Int { weights.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } / 2 }

  /// How many pairs have a negative tie.
  public var negativeCount: Int { tieCount - positiveCount }

  /// The connected component of each actor, numbered in the order of their lowest actor.
  ///
  /// Signs don't matter: enemies are connected too.
  ///
  /// - Complexity: O(actors + ties).
  public func components() -> (labels: [Int32], count: Int) {
    var labels = [Int32](repeating: -1, count: nodeCount)
    var count: Int32 = 0
    var stack: [Int32] = []
    for start in 0..<nodeCount where labels[start] < 0 {
      labels[start] = count
      stack.append(Int32(start))
      while let node = stack.popLast() {
        for position in ties(of: node) {
          let other = Int(neighbors[position])
          if labels[other] < 0 {
            labels[other] = count
            stack.append(Int32(other))
          }
        }
      }
      count += 1
    }
    return (labels, Int(count))
  }
}

/// How the two directions of a pair become one signed weight.
public enum DirectionJoin: String, Sendable, Hashable, CaseIterable {
  /// The net of both directions added up; a direction without a tie adds nothing.
  case sum
  /// The mean over the directions that have a tie: the same signs as ``sum``, on the scale of one
  /// tie.
  case mean
  /// The sum where both directions have a tie, no tie otherwise.
  case mutual
  /// Each directed tie counts on its own: friendship one way and enmity the other stay both, as in
  /// the line index of Doreian and Mrvar. Where one weight is asked for, it is the sum.
  case everyTie

  /// The weight of a pair from the net of its two directions, nil for a direction without a tie.
  public func weight(_ there: Double?, _ back: Double?) -> Double {
    switch (self, there, back) {
    case (.sum, let there, let back), (.everyTie, let there, let back): (there ?? 0) + (back ?? 0)
    case (.mean, let there?, let back?): there / 2 + back / 2
    case (.mean, let there, let back): there ?? back ?? 0
    case (.mutual, let there?, let back?): there + back
    case (.mutual, _, _): 0
    }
  }
}

/// Why the two directions of a graph could not be joined.
public enum SignedTiesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The two directions of this pair add up to more than a number can hold.
  case weightOverflow(Int32, Int32)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .weightOverflow(let first, let second):
      "the ties of actors \(first) and \(second) add up to more than a number can hold: rescale them"
    }
  }
}

extension SignedTies {
  /// All that two actors have between them.
  public struct Line: Sendable, Hashable {
    /// The actor with the smaller id.
    public var first: Int32
    /// The actor with the larger id.
    public var second: Int32
    /// The weight of the positive ties, at least 0.
    public var positive: Double
    /// The weight of the negative ties, at least 0.
    public var negative: Double

    /// A line between two actors.
    public init(first: Int32, second: Int32, positive: Double, negative: Double) {
      self.first = min(first, second)
      self.second = max(first, second)
      self.positive = positive
      self.negative = negative
    }

    /// The positive less the negative weight.
    public var net: Double { positive - negative }
  }

  /// One line for every pair that is tied in any way, in ascending order of `first`, then `second`.
  ///
  /// Made anew each time it is asked for.
  ///
  /// - Complexity: O(actors + ties).
  public var lines: [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(tieCount + mixed.count)
    var nextMixed = 0
    for first in 0..<Int32(nodeCount) {
      for place in ties(of: first) where neighbors[place] > first {
        let second = neighbors[place]
        let weight = weights[place]
        var line = Line(
          first: first, second: second, positive: max(weight, 0), negative: max(-weight, 0))
        // Pairs that come to 0 in sum have no tie here and go before the next that has.
        while nextMixed < mixed.count,
          (mixed[nextMixed].first, mixed[nextMixed].second) <= (first, second)
        {
          let both = mixed[nextMixed]
          nextMixed += 1
          if both.first == first, both.second == second { line = both } else { lines.append(both) }
        }
        lines.append(line)
      }
    }
    return lines + mixed[nextMixed...]
  }

  /// The sum of all weights, positive and negative.
  public var totalWeight: Double { lines.reduce(0) { $0 + $1.positive + $1.negative } }

  /// What a partition pays: `insidePenalty` for each unit of negative weight inside a bloc and
  /// `acrossPenalty` for each unit of positive weight between blocs.
  ///
  /// - Parameters:
  ///   - blocs: the bloc of each actor.
  ///   - insidePenalty: what a unit of negative weight inside a bloc costs, at least 0.
  ///   - acrossPenalty: what a unit of positive weight between blocs costs, at least 0.
  /// - Returns: the cost, 0 or more.
  /// - Complexity: O(actors + ties).
  public func cost(
    of blocs: [Int32], insidePenalty: Double = 1, acrossPenalty: Double = 1
  ) -> Double {
    var inside = 0.0
    var across = 0.0
    for line in lines {
      if blocs[Int(line.first)] == blocs[Int(line.second)] {
        inside += line.negative
      } else {
        across += line.positive
      }
    }
    return insidePenalty * inside + acrossPenalty * across
  }

  /// Lines in ascending order, without those that weigh nothing.
  static func checked(_ given: [Line], _ nodeCount: Int) throws(RelationGraphError) -> [Line] {
    guard nodeCount >= 0, nodeCount <= RelationGraph.maximumCount else {
      throw .tooManyActors(nodeCount)
    }
    guard given.count <= RelationGraph.maximumCount else { throw .tooManyTies(given.count) }
    for (index, line) in given.enumerated() {
      guard line.first >= 0, line.second < nodeCount, line.first <= line.second else {
        throw .actorOutOfRange(tie: index)
      }
      guard line.first != line.second else { throw .tieToItself(tie: index) }
      guard line.positive >= 0, line.positive.isFinite, line.negative >= 0, line.negative.isFinite
      else { throw .unusableIntensity(tie: index) }
    }
    let order = given.indices.sorted {
      (given[$0].first, given[$0].second, $0) < (given[$1].first, given[$1].second, $1)
    }
    for (before, after) in zip(order, order.dropFirst())
    where given[before].first == given[after].first && given[before].second == given[after].second {
      throw .pairGivenTwice(tie: after)
    }
    return order.map { given[$0] }.filter { $0.positive > 0 || $0.negative > 0 }
  }
}

/// The undirected signed view of a graph on which frustration, blocs and strain are defined.
///
/// Two actors that stand to each other in any way have one line. It carries the positive and the
/// negative weight between them apart: a partition that puts them together pays for the negative
/// weight, one that parts them pays for the positive weight.
///
/// - Direction: joined as ``Joining`` says.
/// - Weight: a tie counts its net intensity or 1, as ``Weighting`` says.
/// - Sign: the sign of the net. A tie whose accord equals its tension takes no side and is left out.
public struct SignedGraph: Sendable {
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

  /// How the two directions between two actors become one line.
  public enum Joining: String, Sendable, CaseIterable {
    /// Their nets are added; the line has the sign of the sum and no other side.
    case sum
    /// Each directed tie counts on its own: friendship one way and enmity the other stay both, as
    /// in the line index of Doreian and Mrvar.
    case everyTie
  }

  /// How much a tie counts.
  public enum Weighting: String, Sendable, CaseIterable {
    /// Every tie counts 1.
    case signs
    /// A tie counts the absolute value of its net.
    case intensities
  }

  /// How many actors there are, isolated ones included.
  public let nodeCount: Int
  /// The lines in ascending order of `first`, then `second`.
  public let lines: [Line]

  /// The signed view of a relation graph.
  ///
  /// - Parameters:
  ///   - graph: any graph.
  ///   - joining: what becomes of the two directions.
  ///   - weighting: whether intensities count. With ``Joining/sum`` the nets are added first, and
  ///     the line then counts 1.
  ///   - minimum: a net whose absolute value is below this, after joining, takes no side and is left
  ///     out.
  /// - Complexity: O(nodes + ties · log degree).
  public init(
    _ graph: RelationGraph, joining: Joining = .sum, weighting: Weighting = .signs,
    minimum: Double = 0
  ) {
    var lines: [Line] = []
    lines.reserveCapacity(graph.tieCount)
    for actor in 0..<Int32(graph.nodeCount) {
      let out = graph.ties(from: actor)
      let arrivals = graph.arrivals(at: actor)
      var leaving = out.lowerBound
      var arriving = arrivals.lowerBound
      // Both lists ascend, so one merge meets every partner once.
      while leaving < out.upperBound || arriving < arrivals.upperBound {
        let target = leaving < out.upperBound ? graph.targets[leaving] : .max
        let source = arriving < arrivals.upperBound ? graph.inSources[arriving] : .max
        let other = min(target, source)
        var there = 0.0
        var back = 0.0
        if target == other {
          there = graph.net(leaving)
          leaving += 1
        }
        if source == other {
          back = graph.net(Int(graph.inTies[arriving]))
          arriving += 1
        }
        guard other > actor else { continue }
        let line = Self.line(actor, other, there, back, joining, weighting, minimum)
        if line.positive > 0 || line.negative > 0 { lines.append(line) }
      }
    }
    self.nodeCount = graph.nodeCount
    self.lines = lines
  }

  /// A signed graph from lines in any order, each pair at most once.
  ///
  /// Lines without weight are left out.
  ///
  /// - Throws: ``RelationGraphError`` for an actor out of range, a line from an actor to itself, a
  ///   pair given twice, or a weight that is negative or not finite.
  public init(nodeCount: Int, lines given: [Line]) throws(RelationGraphError) {
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
    self.nodeCount = nodeCount
    self.lines = order.map { given[$0] }.filter { $0.positive > 0 || $0.negative > 0 }
  }

  private static func line(
    _ first: Int32, _ second: Int32, _ there: Double, _ back: Double, _ joining: Joining,
    _ weighting: Weighting, _ minimum: Double
  ) -> Line {
    func counted(_ net: Double) -> Double {
      if net.magnitude < minimum { return 0 }
      return weighting == .intensities ? net : net > 0 ? 1 : net < 0 ? -1 : 0
    }
    var line = Line(first: first, second: second, positive: 0, negative: 0)
    let parts = joining == .sum ? [counted(there + back)] : [counted(there), counted(back)]
    for part in parts {
      if part > 0 { line.positive += part } else { line.negative -= part }
    }
    return line
  }

  /// The sum of all weights, positive and negative.
  public var totalWeight: Double { lines.reduce(0) { $0 + $1.positive + $1.negative } }

  /// What a partition pays: `insidePenalty` for each unit of negative weight inside a bloc and
  /// `acrossPenalty` for each unit of positive weight between blocs.
  ///
  /// - Parameter blocs: the bloc of each actor.
  /// - Complexity: O(lines).
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
}

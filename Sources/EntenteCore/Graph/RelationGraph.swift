/// The graph that every measure runs on: actors as dense ids `0..<nodeCount`, and directed ties that
/// carry tension and accord apart.
///
/// Storage is compressed adjacency. Ties are sorted by source and then target; there is at most one
/// tie for an ordered pair and none from an actor to itself. The ties that arrive at an actor are
/// listed too, as positions into the same arrays. Memory: 28 bytes a tie and 16 bytes an actor.
///
/// - Direction: kept. A measure on undirected ties says how it joins the two directions.
/// - Weight: tension and accord are intensities, finite and at least 0.
/// - Sign: `net = accord − tension`; a tie may be hostile and cooperative at once.
public struct RelationGraph: Sendable {
  /// How many actors there are, isolated ones included.
  public let nodeCount: Int
  /// `outOffsets[a]..<outOffsets[a + 1]` are the positions of the ties that leave `a`.
  public let outOffsets: [Int]
  /// The actor at the head of each tie.
  public let targets: [Int32]
  /// The hostile intensity of each tie.
  public let tension: [Double]
  /// The cooperative intensity of each tie.
  public let accord: [Double]
  /// `inOffsets[a]..<inOffsets[a + 1]` are the positions, in `inSources` and `inTies`, of the ties
  /// that arrive at `a`.
  public let inOffsets: [Int]
  /// The actor at the tail of each arriving tie, ascending for each actor.
  public let inSources: [Int32]
  /// Where each arriving tie stands in `targets`, `tension` and `accord`.
  public let inTies: [Int32]

  /// How many ties there are.
  public var tieCount: Int { targets.count }

  /// The most actors and the most ties that a graph can hold, because both have 32-bit ids.
  public static let maximumCount = Int(Int32.max) - 1

  /// One directed tie as it is given to the initializer.
  public struct Edge: Sendable, Hashable {
    /// The actor at the tail.
    public var source: Int32
    /// The actor at the head.
    public var target: Int32
    /// The hostile intensity, finite and at least 0.
    public var tension: Double
    /// The cooperative intensity, finite and at least 0.
    public var accord: Double

    /// A tie from `source` to `target`.
    public init(source: Int32, target: Int32, tension: Double, accord: Double) {
      self.source = source
      self.target = target
      self.tension = tension
      self.accord = accord
    }

    /// A tie with one signed weight: negative is tension, positive is accord. What is not a number
    /// stays so, and the graph refuses it.
    public init(source: Int32, target: Int32, net: Double) {
      self.init(
        source: source, target: target, tension: net < 0 ? -net : 0,
        accord: net < 0 ? 0 : net.magnitude)
    }
  }

  /// Builds the graph from ties in any order.
  ///
  /// Ties with zero tension and zero accord are kept: a tie may exist without weight.
  ///
  /// - Parameters:
  ///   - nodeCount: how many actors, at least 0.
  ///   - edges: the ties, each ordered pair at most once.
  /// - Throws: ``RelationGraphError`` for an actor out of range, a tie from an actor to itself, a
  ///   pair given twice, an intensity that is negative or not finite, or too many of either.
  /// - Complexity: O(nodes + ties).
  public init(nodeCount: Int, edges: [Edge]) throws(RelationGraphError) {
    guard nodeCount >= 0, nodeCount <= Self.maximumCount else {
      throw .tooManyActors(nodeCount)
    }
    guard edges.count <= Self.maximumCount else { throw .tooManyTies(edges.count) }
    var inCount = [Int](repeating: 0, count: nodeCount + 1)
    for (index, edge) in edges.enumerated() {
      guard edge.source >= 0, edge.source < nodeCount, edge.target >= 0, edge.target < nodeCount
      else { throw .actorOutOfRange(tie: index) }
      guard edge.source != edge.target else { throw .tieToItself(tie: index) }
      guard edge.tension >= 0, edge.tension.isFinite, edge.accord >= 0, edge.accord.isFinite
      else { throw .unusableIntensity(tie: index) }
      inCount[Int(edge.target) + 1] += 1
    }
    // Two stable counting sorts, by target and then by source, leave the ties in (source, target)
    // order in linear time.
    for node in 0..<nodeCount { inCount[node + 1] += inCount[node] }
    var cursor = inCount
    var byTarget = [Int32](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      byTarget[cursor[Int(edge.target)]] = Int32(index)
      cursor[Int(edge.target)] += 1
    }
    var outCount = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges { outCount[Int(edge.source) + 1] += 1 }
    for node in 0..<nodeCount { outCount[node + 1] += outCount[node] }
    cursor = outCount
    var targets = [Int32](repeating: 0, count: edges.count)
    var tension = [Double](repeating: 0, count: edges.count)
    var accord = [Double](repeating: 0, count: edges.count)
    for index in byTarget {
      let edge = edges[Int(index)]
      let place = cursor[Int(edge.source)]
      cursor[Int(edge.source)] += 1
      if place > outCount[Int(edge.source)], targets[place - 1] == edge.target {
        throw .pairGivenTwice(tie: Int(index))
      }
      targets[place] = edge.target
      tension[place] = edge.tension
      accord[place] = edge.accord
    }
    self.init(
      nodeCount: nodeCount, outOffsets: outCount, targets: targets, tension: tension,
      accord: accord)
  }

  /// Builds the graph from ties that are valid and in (source, target) order by construction.
  init(sorted edges: [Edge], nodeCount: Int) {
    var outOffsets = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges { outOffsets[Int(edge.source) + 1] += 1 }
    for node in 0..<nodeCount { outOffsets[node + 1] += outOffsets[node] }
    self.init(
      nodeCount: nodeCount, outOffsets: outOffsets, targets: edges.map(\.target),
      tension: edges.map(\.tension), accord: edges.map(\.accord))
  }

  private init(
    nodeCount: Int, outOffsets: [Int], targets: [Int32], tension: [Double], accord: [Double]
  ) {
    var inOffsets = [Int](repeating: 0, count: nodeCount + 1)
    for target in targets { inOffsets[Int(target) + 1] += 1 }
    for node in 0..<nodeCount { inOffsets[node + 1] += inOffsets[node] }
    var cursor = inOffsets
    var inSources = [Int32](repeating: 0, count: targets.count)
    var inTies = inSources
    for source in 0..<nodeCount {
      for tie in outOffsets[source]..<outOffsets[source + 1] {
        let target = Int(targets[tie])
        inSources[cursor[target]] = Int32(source)
        inTies[cursor[target]] = Int32(tie)
        cursor[target] += 1
      }
    }
    self.nodeCount = nodeCount
    self.outOffsets = outOffsets
    self.targets = targets
    self.tension = tension
    self.accord = accord
    self.inOffsets = inOffsets
    self.inSources = inSources
    self.inTies = inTies
  }

  /// The positions of the ties that leave an actor.
  @inlinable
  public func ties(from source: Int32) -> Range<Int> {
    outOffsets[Int(source)]..<outOffsets[Int(source) + 1]
  }

  /// The positions, in `inSources` and `inTies`, of the ties that arrive at an actor.
  @inlinable
  public func arrivals(at target: Int32) -> Range<Int> {
    inOffsets[Int(target)]..<inOffsets[Int(target) + 1]
  }

  /// `accord − tension` of the tie at a position.
  @inlinable
  public func net(_ tie: Int) -> Double { accord[tie] - tension[tie] }

  /// Where the tie of an ordered pair stands, or nil where there is none.
  ///
  /// - Complexity: O(log ties of the source).
  public func tie(from source: Int32, to target: Int32) -> Int? {
    var low = outOffsets[Int(source)]
    var high = outOffsets[Int(source) + 1]
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < outOffsets[Int(source) + 1] && targets[low] == target ? low : nil
  }

  /// The ties in (source, target) order, as they could be given to the initializer again.
  public var edges: [Edge] {
    var result: [Edge] = []
    result.reserveCapacity(tieCount)
    for source in 0..<nodeCount {
      for tie in outOffsets[source]..<outOffsets[source + 1] {
        result.append(
          Edge(
            source: Int32(source), target: targets[tie], tension: tension[tie],
            accord: accord[tie]))
      }
    }
    return result
  }
}

/// Which intensity of the ties a measure reads.
public enum TieAspect: String, Sendable, CaseIterable {
  /// Hostile intensity, at least 0.
  case tension
  /// Cooperative intensity, at least 0.
  case accord
  /// Accord minus tension, signed.
  case net
}

extension RelationGraph {
  /// The intensity of one tie under an aspect.
  @inlinable
  public func weight(_ tie: Int, _ aspect: TieAspect) -> Double {
    switch aspect {
    case .tension: tension[tie]
    case .accord: accord[tie]
    case .net: accord[tie] - tension[tie]
    }
  }
}

/// Why a ``RelationGraph`` could not be built. `tie` is the position in the edges that were given.
public enum RelationGraphError: Error, Sendable, Hashable, CustomStringConvertible {
  /// More actors than 32-bit ids can name, or a negative number.
  case tooManyActors(Int)
  /// More ties than 32-bit ids can name.
  case tooManyTies(Int)
  /// An end of the tie is not an actor of the graph.
  case actorOutOfRange(tie: Int)
  /// The tie leads from an actor to itself.
  case tieToItself(tie: Int)
  /// The ordered pair was given before.
  case pairGivenTwice(tie: Int)
  /// An intensity is negative, infinite or not a number.
  case unusableIntensity(tie: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .tooManyActors(let count):
      "\(count) actors: a graph holds 0 to \(RelationGraph.maximumCount)"
    case .tooManyTies(let count):
      "\(count) ties: a graph holds at most \(RelationGraph.maximumCount)"
    case .actorOutOfRange(let tie):
      "tie \(tie) names an actor that the graph does not have: ids run from 0 to the number of actors less 1"
    case .tieToItself(let tie):
      "tie \(tie) leads from an actor to itself: leave it out"
    case .pairGivenTwice(let tie):
      "tie \(tie) repeats an ordered pair: add the two up first"
    case .unusableIntensity(let tie):
      "tie \(tie) has an intensity that is negative or not finite: tension and accord are 0 or more"
    }
  }
}

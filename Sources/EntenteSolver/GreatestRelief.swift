import EntenteCore

/// The single tie whose falling silent would lower the frustration index most.
public struct GreatestRelief: Sendable, Hashable {
  /// Its position in the graph's lines, or nil where the graph is balanced.
  public let line: Int?
  /// By how much the index would fall.
  public let relief: Double
  /// Whether no other tie relieves more; false where a limit came first.
  public let isProven: Bool
}

extension SignedTies {
  /// Finds the tie whose removal lowers the frustration index most.
  ///
  /// A tie that is frustrated in an optimum relieves exactly what it costs. A heavier tie that no
  /// optimum gives up can still relieve more; each such tie is settled by solving the graph in which
  /// it is frustrated, or, in a block of at most 16 actors, by a look at all divisions of it. Where no line has both signs, turning a tie round relieves as much as removing
  /// it.
  ///
  /// - Direction, weight, sign: as the ties were made.
  /// - Parameters:
  ///   - frustration: the index of this graph, from ``frustration(limits:)``.
  ///   - limits: when to stop without a proof.
  /// - Returns: the tie, its relief and whether that is proven. Among equals, the first line.
  /// - Throws: ``SolverError/libraryMissing(reason:)`` where CLP is needed and not there.
  /// - Complexity: one solve for each tie heavier than the best relief known.
  ///
  /// Example: in a triangle of weights 3, 2 and −1 the negative tie relieves 1, and no tie more.
  public func greatestRelief(
    after frustration: Frustration, limits: SolverLimits = SolverLimits()
  ) throws(SolverError) -> GreatestRelief {
    let strained = strain(of: frustration.blocs, mostTriads: 0)
    guard let heaviest = strained.heaviest else {
      return GreatestRelief(line: nil, relief: 0, isProven: frustration.certificate.isOptimal)
    }
    var line = heaviest.line
    var relief = heaviest.paid
    guard frustration.certificate.isOptimal else {
      return GreatestRelief(line: line, relief: relief, isProven: false)
    }
    let scale = CostScale(self)
    let optimum = Double(scale.costs.cost(of: frustration.blocs)) * scale.unit
    let running = RunningLimits(limits)
    lazy var prices = scale.costs.pricesOfFrustration(running)
    let lines = lines
    let order = lines.indices.sorted {
      let a = max(lines[$0].positive, lines[$0].negative)
      let b = max(lines[$1].positive, lines[$1].negative)
      return a != b ? a > b : $0 < $1
    }
    for candidate in order {
      let weights = lines[candidate]
      // No tie can relieve more than the whole of its larger side.
      guard max(weights.positive, weights.negative) > relief + frustration.certificate.tolerance
      else { break }
      guard let edge = scale.costs.edge(weights.first, weights.second) else { continue }
      if running.reason != nil {
        return GreatestRelief(line: line, relief: relief, isProven: false)
      }
      var relieved = 0.0
      if let price = prices[edge] {
        relieved = abs(weights.net) - Double(price) * scale.unit
      } else {
        let (forced, paid) = scale.costs.forcingFrustration(of: Int(edge))
        var sides = SideForest(count: forced.nodeCount)
        var inner = running
        let solved = try TwoBlocSolve.solve(forced, &sides, &inner)
        guard solved.stop == .optimal else {
          return GreatestRelief(line: line, relief: relief, isProven: false)
        }
        relieved = optimum - Double(solved.upper + paid) * scale.unit
      }
      let found = min(weights.positive, weights.negative) + max(0, relieved)
      if found > relief + frustration.certificate.tolerance {
        relief = found
        line = candidate
      }
    }
    return GreatestRelief(line: line, relief: relief, isProven: true)
  }
}

extension SignedCosts {
  /// By how much the least cost of a division rises when it has to go against an edge, for the edges
  /// of blocks so small that all divisions are gone through; at most what the edge itself costs.
  fileprivate func pricesOfFrustration(_ limits: RunningLimits) -> [Int32: Int64] {
    var prices: [Int32: Int64] = [:]
    for block in blocks() {
      guard let dense = limits.dense(block.costs) else { continue }
      let least = dense.divisionsIntoTwo().cost
      let costs = dense.leastCosts(against: block.costs, least: least)
      for (place, cost) in costs.enumerated() {
        let ends = (block.costs.first[place], block.costs.second[place])
        if let edge = edge(block.nodes[Int(ends.0)], block.nodes[Int(ends.1)]) {
          prices[edge] = cost - least
        }
      }
    }
    return prices
  }

  /// The graph in which an edge is frustrated in any case, without the edge: its ends become one
  /// node, the wrong way round. `paid` is what merging made certain, without the edge's own cost.
  func forcingFrustration(of edge: Int) -> (graph: SignedCosts, paid: Int64) {
    let kept = first[edge]
    let merged = second[edge]
    let turns = weight[edge] > 0
    var joined: [(Int32, Int32, Int64)] = []
    var paid: Int64 = 0
    for other in 0..<edgeCount where other != edge {
      var (a, b, value) = (first[other], second[other], weight[other])
      if a == merged || b == merged {
        if turns { value = -value }
        if a == merged { a = kept } else { b = kept }
      }
      if value < 0 { paid -= value }
      joined.append((a, b, value))
    }
    let graph = SignedCosts(nodeCount: nodeCount, edges: joined)
    for value in graph.weight where value < 0 { paid += value }
    return (graph, paid)
  }
}

/// An interval that surely holds the frustration of a graph, found without a solver.
///
/// Not the frustration index: that is exact and comes from the solver.
public struct FrustrationBound: Sendable, Hashable {
  /// What the partition found pays: the frustration is at most this.
  public let upper: Double
  /// Weight packed into unbalanced cycles: the frustration is at least this.
  public let lower: Double
  /// The bloc, 0 or 1, of each actor in the partition found; the actor with the smallest id of each
  /// connected part is in bloc 0.
  public let blocs: [Int32]
}

extension SignedTies {
  /// Bounds the frustration from both sides in a fraction of a second.
  ///
  /// The frustration is the least weight of ties that must be ignored for the actors to fall into
  /// two blocs with positive ties inside and negative ties between. The upper bound is a partition
  /// found by simulated annealing, the lower bound a greedy packing of unbalanced cycles.
  ///
  /// - Direction, weight, sign: as the ties were made.
  /// - Parameter seed: the seed of the search; the same seed gives the same answer.
  /// - Returns: the interval and the partition; upper and lower agree for a balanced graph.
  /// - Complexity: O(restarts · sweeps · lines), with less of both on large graphs.
  ///
  /// Example: a triangle with one negative tie has the bounds 1 and 1.
  ///
  /// Reference: Kirkpatrick, Gelatt & Vecchi 1983, doi:10.1126/science.220.4598.671.
  public func frustrationBound(seed: UInt64 = 1) -> FrustrationBound {
    let scale = CostScale(self)
    var sides = SideForest(count: nodeCount)
    var lower: Int64 = 0
    for block in scale.costs.blocks() {
      let (part, paid) = block.costs.contractingDominantEdges(nodes: block.nodes, sides: &sides)
      lower += paid
      guard part.costs.edgeCount > 0 else { continue }
      let found = part.costs.annealedSides(seed: seed)
      lower += part.costs.packedCycleBound(switchedBy: found.sides)
      for node in found.sides.indices.dropFirst() {
        sides.join(
          part.nodes[0], part.nodes[node], opposite: found.sides[node] != found.sides[0])
      }
    }
    let blocs = sides.sides()
    let upper = cost(of: blocs)
    let proven = Double(lower) * scale.unit + scale.base - scale.roundingError
    return FrustrationBound(upper: upper, lower: min(upper, max(0, proven)), blocs: blocs)
  }
}

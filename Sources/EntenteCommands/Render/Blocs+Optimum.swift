import EntenteCore
import EntenteDiagrams
import EntenteSolver

extension Blocs {
  /// The two blocs that fit the ties of a snapshot best, by signs.
  ///
  /// Exact where that is proven within a fixed number of steps; otherwise the partition that bounds
  /// the frustration from above, and it says so. The number of steps, not time, ends the search, so
  /// that the same input gives the same figure.
  init(of snapshot: Snapshot) throws(SignedTiesError) {
    let graph = try SignedTies(snapshot.graph, weighting: .signs)
    let lines = graph.lines
    func id(_ node: Int32) -> String { snapshot.project.actors[snapshot.nodes[Int(node)]].id }
    let optima = try? graph.optimalPartitions(limits: SolverLimits(nodes: 2_000))
    let sides: [Int32]
    var undecided = Set<String>()
    let method: String
    if let optima, optima.certificate.isOptimal {
      sides = optima.partitions[0]
      undecided = Set(optima.undecided.map(id))
      let count = optima.partitions.count
      let index = FixedPoint.text(optima.index, decimals: 0)
      let which =
        count == 1 && optima.isComplete
        ? "" : ", one of \(optima.isComplete ? "" : "at least ")\(count) such"
      method = "the two blocs that fit best (\(index) ties against them, proven\(which))"
    } else {
      let bound = graph.frustrationBound()
      sides = bound.blocs
      let (lower, upper) = (
        FixedPoint.text(bound.lower, decimals: 0), FixedPoint.text(bound.upper, decimals: 0)
      )
      method =
        "two blocs by a heuristic (\(upper) ties against them; the least is \(lower) or more)"
    }
    // An actor without a tie is in no bloc.
    var hasTie = [Bool](repeating: false, count: graph.nodeCount)
    for line in lines {
      hasTie[Int(line.first)] = true
      hasTie[Int(line.second)] = true
    }
    for node in hasTie.indices where !hasTie[node] { undecided.insert(id(Int32(node))) }
    var blocs: [String: Int] = [:]
    for (node, side) in sides.enumerated() { blocs[id(Int32(node))] = Int(side) }
    self.init(
      blocs: blocs, undecided: undecided,
      frustrated: graph.strain(of: sides).ties.map { tie in
        let line = lines[tie.line]
        return (id(line.first), id(line.second))
      }, method: method)
  }
}

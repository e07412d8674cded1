import EntenteCore

/// The two-bloc line index as a covering problem: every unbalanced cycle has a frustrated edge.
///
/// A column is 1 where its edge is frustrated. For a cycle with an odd number of negative edges, and
/// any even set T of its edges, `Σ outside T of f + Σ in T of (1 − f) ≥ 1`; with an even number of
/// negative edges, T is odd. These are the cycle inequalities of the cut polytope.
///
/// References: Barahona & Mahjoub 1986, doi:10.1007/BF02592023; Aref, Mason & Wilson 2020,
/// doi:10.1002/net.21907.
final class TwoBlocModel: CutModel {
  let graph: SignedCosts
  let costs: [Int64]
  private var separator: UnbalancedCycles
  /// How many rows one round may add.
  private let roundLimit: Int

  init(graph: SignedCosts) {
    self.graph = graph
    costs = graph.weight.map { abs($0) }
    separator = UnbalancedCycles(graph: graph)
    roundLimit = min(max(200, graph.edgeCount), 1000)
  }

  /// One row for every unbalanced triangle, up to a number that the relaxation can carry.
  func startingRows() -> [CutRow] {
    var rows: [CutRow] = []
    let most = 4 * graph.edgeCount + 1000
    var edgeTo = [Int32](repeating: -1, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      let own = graph.offsets[node]..<graph.offsets[node + 1]
      for place in own { edgeTo[Int(graph.neighbours[place])] = graph.edges[place] }
      for place in own where Int(graph.neighbours[place]) > node {
        let other = Int(graph.neighbours[place])
        let a = graph.edges[place]
        for next in graph.offsets[other]..<graph.offsets[other + 1]
        where Int(graph.neighbours[next]) > other && edgeTo[Int(graph.neighbours[next])] >= 0 {
          let b = graph.edges[next]
          let c = edgeTo[Int(graph.neighbours[next])]
          let isOdd =
            (graph.weight[Int(a)] < 0) != (graph.weight[Int(b)] < 0)
            ? graph.weight[Int(c)] > 0 : graph.weight[Int(c)] < 0
          if isOdd { rows.append(CutRow(plus: [a, b, c].sorted(), minus: [], bound: 1)) }
          if rows.count >= most { return rows }
        }
      }
      for place in own { edgeTo[Int(graph.neighbours[place])] = -1 }
    }
    return rows
  }

  func propagate(_ fixed: inout [Int8]) -> Bool {
    guard fixed.contains(where: { $0 >= 0 }) else { return true }
    var sides = SideForest(count: graph.nodeCount)
    for edge in fixed.indices where fixed[edge] >= 0 {
      let apart = (graph.weight[edge] < 0) != (fixed[edge] == 1)
      if !sides.join(graph.first[edge], graph.second[edge], opposite: apart) { return false }
    }
    for edge in fixed.indices where fixed[edge] < 0 {
      let a = sides.find(graph.first[edge])
      let b = sides.find(graph.second[edge])
      guard a.root == b.root else { continue }
      let apart = a.isOpposite != b.isOpposite
      fixed[edge] = apart == (graph.weight[edge] < 0) ? 0 : 1
    }
    return true
  }

  func violatedRows(at values: [Double], stop: () -> Bool) -> [CutRow] {
    separator.rows(at: values, most: roundLimit, stop: stop)
  }

  /// Follows the edges whose columns are nearest to 0 or 1, then moves single nodes.
  func partition(near values: [Double]) -> (blocs: [Int32], cost: Int64) {
    let order = values.indices.sorted {
      let a = abs(values[$0] - 0.5)
      let b = abs(values[$1] - 0.5)
      return a != b ? a > b : $0 < $1
    }
    var forest = SideForest(count: graph.nodeCount)
    for edge in order {
      let apart = (graph.weight[edge] < 0) != (values[edge] > 0.5)
      forest.join(graph.first[edge], graph.second[edge], opposite: apart)
    }
    var sides = forest.sides()
    graph.descend(&sides)
    return (sides, graph.cost(of: sides))
  }

  func point(of blocs: [Int32]) -> [Double] {
    graph.first.indices.map { edge in
      let together = blocs[Int(graph.first[edge])] == blocs[Int(graph.second[edge])]
      return together == (graph.weight[edge] > 0) ? 0 : 1
    }
  }

  func copy() -> (any CutModel)? { TwoBlocModel(graph: graph) }

  func refine(at values: [Double]) -> [CutRow] { [] }
}

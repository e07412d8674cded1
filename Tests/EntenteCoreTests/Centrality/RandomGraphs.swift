import EntenteCore

/// Seeded graphs and brute-force definitions for the tests of centrality.
enum RandomGraphs {
  /// A directed graph in which each ordered pair is tied with the given probability.
  ///
  /// Accord is a multiple of 1/4 from 0.25 to `levels`/4, so equal lengths are common.
  static func directed(
    _ n: Int,
    probability: Double,
    seed: UInt64,
    levels: Int = 8,
    signed: Bool = false
  ) throws -> RelationGraph {
    var generator = SeededGenerator(seed: seed)
    var edges: [RelationGraph.Edge] = []
    for source in 0..<n {
      for target in 0..<n where source != target {
        guard generator.unit() < probability else { continue }
        let weight = Double(1 + generator.below(levels)) / 4
        let isNegative = signed && generator.unit() < 0.4
        edges.append(
          .init(
            source: Int32(source),
            target: Int32(target),
            net: isNegative ? -weight : weight
          )
        )
      }
    }
    return try RelationGraph(nodeCount: n, edges: edges)
  }

  /// Ties with accord from (source, target, accord).
  static func accord(
    _ n: Int,
    _ ties: [(Int, Int, Double)]
  ) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: n,
      edges: ties.map { .init(source: Int32($0.0), target: Int32($0.1), net: $0.2) }
    )
  }

  /// The graph with actor `a` renamed `order[a]`.
  static func relabelled(_ graph: RelationGraph, _ order: [Int]) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: graph.nodeCount,
      edges: graph.edges.map {
        .init(
          source: Int32(order[Int($0.source)]),
          target: Int32(order[Int($0.target)]),
          tension: $0.tension,
          accord: $0.accord
        )
      }
    )
  }

  /// The graph with every intensity multiplied.
  static func scaled(_ graph: RelationGraph, by factor: Double) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: graph.nodeCount,
      edges: graph.edges.map {
        .init(
          source: $0.source,
          target: $0.target,
          tension: $0.tension * factor,
          accord: $0.accord * factor
        )
      }
    )
  }

  /// Lengths and numbers of shortest routes by trying every middle actor (Floyd and Warshall), with
  /// lengths as whole numbers, nil where there is no tie.
  static func routes(_ lengths: [[Int?]]) -> (distance: [[Int]], paths: [[Double]]) {
    let n = lengths.count
    let far = Int.max / 4
    var distance = lengths.map { $0.map { $0 ?? far } }
    for node in 0..<n { distance[node][node] = 0 }
    for middle in 0..<n {
      for from in 0..<n {
        for to in 0..<n {
          distance[from][to] = min(
            distance[from][to],
            distance[from][middle] + distance[middle][to]
          )
        }
      }
    }
    var paths = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for from in 0..<n {
      paths[from][from] = 1
      for to in (0..<n).sorted(by: { distance[from][$0] < distance[from][$1] })
      where to != from && distance[from][to] < far {
        for before in 0..<n {
          if let last = lengths[before][to], distance[from][before] + last == distance[from][to] {
            paths[from][to] += paths[from][before]
          }
        }
      }
    }
    return (distance, paths)
  }

  /// Betweenness straight from its definition.
  static func betweenness(_ lengths: [[Int?]]) -> [Double] {
    let n = lengths.count
    let (distance, paths) = routes(lengths)
    var result = [Double](repeating: 0, count: n)
    for middle in 0..<n {
      for from in 0..<n where from != middle {
        for to in 0..<n where to != middle && to != from && paths[from][to] > 0 {
          if paths[from][middle] > 0, paths[middle][to] > 0,
            distance[from][middle] + distance[middle][to] == distance[from][to]
          {
            result[middle] += paths[from][middle] * paths[middle][to] / paths[from][to]
          }
        }
      }
    }
    return result
  }
}

/// Whether two lists of numbers agree to a tolerance, absolute below 1 and relative above.
func agree(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-9) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy {
      abs($0 - $1) <= tolerance * max(1, abs($0), abs($1))
    }
}

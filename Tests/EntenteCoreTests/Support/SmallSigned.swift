import EntenteCore
import Testing

/// A signed graph from signed weights.
func signedGraph(_ nodes: Int, _ nets: [(Int32, Int32, Double)]) throws -> SignedTies {
  try SignedTies(
    nodeCount: nodes,
    lines: nets.map {
      SignedTies.Line(first: $0.0, second: $0.1, positive: max($0.2, 0), negative: max(-$0.2, 0))
    })
}

/// A random signed graph that follows from its seed.
func randomSignedTies(
  seed: UInt64, nodes: Int, density: Double = 0.7, weights: [Double] = [1]
) throws -> SignedTies {
  var generator = EntenteCore.SeededGenerator(seed: seed)
  var nets: [(Int32, Int32, Double)] = []
  for first in 0..<Int32(nodes) {
    for second in (first + 1)..<max(first + 1, Int32(nodes)) where generator.unit() < density {
      let weight = weights[generator.below(weights.count)]
      nets.append((first, second, generator.unit() < 0.5 ? -weight : weight))
    }
  }
  return try signedGraph(nodes, nets)
}

/// All partitions of `count` actors into at most `most` blocs, numbered in the order of their first
/// members.
func allPartitions(of count: Int, most: Int) -> [[Int32]] {
  var result: [[Int32]] = [[]]
  for _ in 0..<count {
    result = result.flatMap { partial -> [[Int32]] in
      let next = (partial.max() ?? -1) + 1
      return (0...min(next, Int32(most) - 1)).map { partial + [$0] }
    }
  }
  return result
}

extension SignedTies {
  /// The connected part of each actor, by spreading labels until nothing changes.
  var connectedLabels: [Int32] {
    var labels = (0..<Int32(nodeCount)).map { $0 }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for line in lines {
        let least = min(labels[Int(line.first)], labels[Int(line.second)])
        for end in [line.first, line.second] where labels[Int(end)] != least {
          labels[Int(end)] = least
          hasChanged = true
        }
      }
    }
    return labels
  }
}

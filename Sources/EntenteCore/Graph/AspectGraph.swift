/// Which way a measure follows the ties.
public enum TieDirection: String, Sendable, CaseIterable {
  /// From the tail to the head.
  case outgoing
  /// From the head to the tail.
  case incoming
  /// Both ways: the two directions of a pair are joined, and their weights added up.
  case undirected
}

/// The ties of one aspect and direction, in compressed adjacency: what the kernels run on.
///
/// A tie whose weight is 0 under the aspect is no tie of the aspect's graph and is left out.
struct AspectGraph: Sendable {
  let nodeCount: Int
  /// `offsets[a]..<offsets[a + 1]` are the positions of the neighbours of `a`, ascending.
  let offsets: [Int]
  let neighbours: [Int32]
  let weights: [Double]

  var arcCount: Int { neighbours.count }

  /// Reads the ties of an aspect.
  ///
  /// - Parameter refusal: the measure that refuses negative weights, or nil to keep them.
  init(
    _ graph: RelationGraph,
    _ aspect: TieAspect,
    _ direction: TieDirection,
    refusingNegativesFor refusal: String? = nil
  ) throws(MeasureError) {
    if let refusal, let tie = graph.firstNegativeTie(aspect) {
      throw .negativeWeight(
        measure: refusal,
        aspect: aspect,
        source: tie.source,
        target: tie.target
      )
    }
    nodeCount = graph.nodeCount
    var offsets: [Int] = []
    offsets.reserveCapacity(graph.nodeCount + 1)
    offsets.append(0)
    var neighbours: [Int32] = []
    var weights: [Double] = []
    neighbours.reserveCapacity(graph.tieCount)
    weights.reserveCapacity(graph.tieCount)
    func add(_ neighbour: Int32, _ weight: Double) {
      guard weight != 0 else { return }
      neighbours.append(neighbour)
      weights.append(weight)
    }
    for node in 0..<graph.nodeCount {
      switch direction {
      case .outgoing:
        for tie in graph.ties(from: Int32(node)) {
          add(graph.targets[tie], graph.weight(tie, aspect))
        }
      case .incoming:
        for place in graph.arrivals(at: Int32(node)) {
          add(graph.inSources[place], graph.weight(Int(graph.inTies[place]), aspect))
        }
      case .undirected:
        var (out, outEnd) = (graph.outOffsets[node], graph.outOffsets[node + 1])
        var (into, inEnd) = (graph.inOffsets[node], graph.inOffsets[node + 1])
        while out < outEnd || into < inEnd {
          let head = out < outEnd ? graph.targets[out] : Int32.max
          let tail = into < inEnd ? graph.inSources[into] : Int32.max
          var leaving = 0.0
          var arriving = 0.0
          if head <= tail {
            leaving = graph.weight(out, aspect)
            out += 1
          }
          if tail <= head {
            arriving = graph.weight(Int(graph.inTies[into]), aspect)
            into += 1
          }
          add(min(head, tail), leaving + arriving)
        }
      }
      offsets.append(neighbours.count)
    }
    self.offsets = offsets
    self.neighbours = neighbours
    self.weights = weights
  }

  @inline(__always)
  func arcs(_ node: Int) -> Range<Int> {
    offsets[node]..<offsets[node + 1]
  }
}

extension RelationGraph {
  /// The first tie whose weight under the aspect is negative.
  func firstNegativeTie(_ aspect: TieAspect) -> (source: Int32, target: Int32)? {
    guard aspect == .net else { return nil }
    for source in 0..<nodeCount {
      for tie in ties(from: Int32(source)) where net(tie) < 0 {
        return (Int32(source), targets[tie])
      }
    }
    return nil
  }
}

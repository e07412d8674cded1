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
  /// - Parameters:
  ///   - refusal: the measure that refuses negative weights, or nil to keep them.
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
    let intensity: [Double] =
      switch aspect {
      case .accord: graph.accord
      case .tension: graph.tension
      case .net: zip(graph.accord, graph.tension).map { $0 - $1 }
      }
    let most = direction == .undirected ? 2 * graph.tieCount : graph.tieCount
    var offsets = [Int](repeating: 0, count: graph.nodeCount + 1)
    var weights: [Double] = []
    neighbours = Array(unsafeUninitializedCapacity: most + 1) { neighbours, count in
      weights = Array(unsafeUninitializedCapacity: most + 1) { weights, weightCount in
        offsets.withUnsafeMutableBufferPointer { offsets in
          var writer = ArcWriter(offsets: offsets, neighbours: neighbours, weights: weights)
          intensity.withUnsafeBufferPointer { intensity in
            switch direction {
            case .outgoing: writer.copy(graph, intensity)
            case .incoming: writer.turn(graph, intensity)
            case .undirected: writer.join(graph, intensity)
            }
          }
          count = writer.count
          weightCount = writer.count
        }
      }
    }
    self.offsets = offsets
    self.weights = weights
  }

  @inline(__always)
  func arcs(_ node: Int) -> Range<Int> {
    offsets[node]..<offsets[node + 1]
  }
}

/// Writes the rows of an ``AspectGraph`` one after the other into memory for one arc more than there
/// can be: a tie of weight 0 may be written last and not counted.
///
/// Indices come from a graph that was validated when it was made; pointers check them in debug builds.
private struct ArcWriter {
  let offsets: UnsafeMutableBufferPointer<Int>
  let neighbours: UnsafeMutableBufferPointer<Int32>
  let weights: UnsafeMutableBufferPointer<Double>
  private(set) var count = 0

  init(
    offsets: UnsafeMutableBufferPointer<Int>, neighbours: UnsafeMutableBufferPointer<Int32>,
    weights: UnsafeMutableBufferPointer<Double>
  ) {
    self.offsets = offsets
    self.neighbours = neighbours
    self.weights = weights
  }

  /// Writes without asking first: a tie of weight 0 is overwritten by the next.
  @inline(__always)
  private mutating func add(_ neighbour: Int32, _ weight: Double) {
    neighbours[count] = neighbour
    weights[count] = weight
    count &+= weight != 0 ? 1 : 0
  }

  mutating func copy(_ graph: RelationGraph, _ intensity: UnsafeBufferPointer<Double>) {
    graph.targets.withUnsafeBufferPointer { heads in
      for node in 0..<graph.nodeCount {
        for tie in graph.ties(from: Int32(node)) { add(heads[tie], intensity[tie]) }
        offsets[node + 1] = count
      }
    }
  }

  mutating func turn(_ graph: RelationGraph, _ intensity: UnsafeBufferPointer<Double>) {
    graph.inSources.withUnsafeBufferPointer { tails in
      graph.inTies.withUnsafeBufferPointer { ties in
        for node in 0..<graph.nodeCount {
          for place in graph.arrivals(at: Int32(node)) {
            add(tails[place], intensity[Int(ties[place])])
          }
          offsets[node + 1] = count
        }
      }
    }
  }

  /// Merges the two lists of each actor, which both ascend. Which of them has the next neighbour is
  /// as good as random, so both are read and the choice is made without a jump.
  mutating func join(_ graph: RelationGraph, _ intensity: UnsafeBufferPointer<Double>) {
    graph.targets.withUnsafeBufferPointer { heads in
      graph.inSources.withUnsafeBufferPointer { tails in
        graph.inTies.withUnsafeBufferPointer { ties in
          for node in 0..<graph.nodeCount {
            var out = graph.outOffsets[node]
            let outEnd = graph.outOffsets[node + 1]
            var into = graph.inOffsets[node]
            let inEnd = graph.inOffsets[node + 1]
            while out < outEnd, into < inEnd {
              let head = heads[out]
              let tail = tails[into]
              let leaving = intensity[out]
              let arriving = intensity[Int(ties[into])]
              let sum = (head <= tail ? leaving : 0) + (tail <= head ? arriving : 0)
              add(min(head, tail), sum)
              out &+= head <= tail ? 1 : 0
              into &+= tail <= head ? 1 : 0
            }
            while out < outEnd {
              add(heads[out], intensity[out])
              out += 1
            }
            while into < inEnd {
              add(tails[into], intensity[Int(ties[into])])
              into += 1
            }
            offsets[node + 1] = count
          }
        }
      }
    }
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

/// The ties of an aspect with the actors renamed by falling number of ties, for kernels that walk
/// over the whole graph many times: what is touched most then lies together in the cache.
struct DegreeOrderedGraph: Sendable {
  let nodeCount: Int
  /// The dense id of the actor at each rank.
  let actors: [Int32]
  /// The rank of the actor with each dense id.
  let ranks: [Int32]
  /// `offsets[r]..<offsets[r + 1]` are the positions of the neighbours of rank `r`.
  let offsets: [Int]
  /// Ranks, ascending within each row.
  let neighbours: [Int32]
  /// Where each arc stands in the graph that was given, for kernels that need its length.
  let arcs: [Int]

  init(_ graph: AspectGraph, keepingArcs: Bool = false) {
    let n = graph.nodeCount
    var degree = (0..<n).map { graph.offsets[$0 + 1] - graph.offsets[$0] }
    for neighbour in graph.neighbours { degree[Int(neighbour)] += 1 }
    // A counting sort: stable, so actors with equally many ties keep their order.
    var starts = [Int](repeating: 0, count: (degree.max() ?? 0) + 2)
    let top = starts.count - 2
    for ties in degree { starts[top - ties + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var actors = [Int32](repeating: 0, count: n)
    var ranks = actors
    for node in 0..<n {
      let rank = starts[top - degree[node]]
      starts[top - degree[node]] += 1
      actors[rank] = Int32(node)
      ranks[node] = Int32(rank)
    }
    // Transposed twice in the order of ranks, every row ends sorted, in linear time.
    var inOffsets = [Int](repeating: 0, count: n + 1)
    var offsets = inOffsets
    for rank in 0..<n { offsets[rank + 1] = offsets[rank] + graph.arcs(Int(actors[rank])).count }
    for neighbour in graph.neighbours { inOffsets[Int(ranks[Int(neighbour)]) + 1] += 1 }
    for rank in 0..<n { inOffsets[rank + 1] += inOffsets[rank] }
    let count = graph.arcCount
    let tails = FixedBuffer<Int32>(repeating: 0, count: count)
    let places = FixedBuffer<Int>(repeating: 0, count: keepingArcs ? count : 0)
    var cursor = inOffsets
    for rank in 0..<n {
      for arc in graph.arcs(Int(actors[rank])) {
        let head = Int(ranks[Int(graph.neighbours[arc])])
        tails[cursor[head]] = Int32(rank)
        if keepingArcs { places[cursor[head]] = arc }
        cursor[head] += 1
      }
    }
    let heads = FixedBuffer<Int32>(repeating: 0, count: count)
    let sorted = FixedBuffer<Int>(repeating: 0, count: keepingArcs ? count : 0)
    cursor = offsets
    for head in 0..<n {
      for place in inOffsets[head]..<inOffsets[head + 1] {
        let tail = Int(tails[place])
        heads[cursor[tail]] = Int32(head)
        if keepingArcs { sorted[cursor[tail]] = places[place] }
        cursor[tail] += 1
      }
    }
    let neighbours = heads.prefix(count)
    let arcs = sorted.prefix(sorted.count)
    nodeCount = n
    self.actors = actors
    self.ranks = ranks
    self.offsets = offsets
    self.neighbours = neighbours
    self.arcs = arcs
  }

  /// The neighbours of a rank, ascending.
  func row(_ rank: Int32) -> ArraySlice<Int32> {
    neighbours[offsets[Int(rank)]..<offsets[Int(rank) + 1]]
  }
}

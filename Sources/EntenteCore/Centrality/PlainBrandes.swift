/// Brandes' algorithm, one source at a time: the reference path, and the one for deep graphs and
/// for lengths that need more than 62 bits.
///
/// In the paper's symbols, `paths` is σ, `share` is (1 + δ)/σ.
enum PlainBrandes {
  /// The contribution of some sources with every tie of length 1.
  static func hops(
    _ graph: AspectGraph,
    sources: ArraySlice<Int32>,
    shouldStop: () -> Bool
  ) -> [Double] {
    let n = graph.nodeCount
    var total = [Double](repeating: 0, count: n)
    var level = [Int32](repeating: -1, count: n)
    var paths = [Double](repeating: 0, count: n)
    var share = [Double](repeating: 0, count: n)
    var order: [Int] = []
    order.reserveCapacity(n)
    for start in sources {
      if shouldStop() { break }
      let source = Int(start)
      order.removeAll(keepingCapacity: true)
      order.append(source)
      level[source] = 0
      paths[source] = 1
      var head = 0
      while head < order.count {
        let node = order[head]
        head += 1
        let next = level[node] + 1
        for arc in graph.arcs(node) {
          let neighbour = Int(graph.neighbours[arc])
          if level[neighbour] < 0 {
            level[neighbour] = next
            paths[neighbour] = paths[node]
            order.append(neighbour)
          } else if level[neighbour] == next {
            paths[neighbour] += paths[node]
          }
        }
      }
      for node in order.reversed() {
        let next = level[node] + 1
        var sum = 0.0
        for arc in graph.arcs(node) {
          let neighbour = Int(graph.neighbours[arc])
          if level[neighbour] == next { sum += share[neighbour] }
        }
        let dependency = paths[node] * sum
        share[node] = (1 + dependency) / paths[node]
        if node != source { total[node] += dependency }
      }
      for node in order { level[node] = -1 }
    }
    return total
  }

  /// The contribution of some sources with whole lengths above 0, aligned to the graph's arcs.
  static func weighted<Length: FixedWidthInteger & Sendable>(
    _ graph: AspectGraph,
    _ lengths: [Length],
    sources: ArraySlice<Int32>,
    shouldStop: () -> Bool
  ) -> [Double] {
    let n = graph.nodeCount
    let unreached = Length.max
    var total = [Double](repeating: 0, count: n)
    var paths = [Double](repeating: 0, count: n)
    var share = [Double](repeating: 0, count: n)
    var search = ShortestRoutes<Length>(nodeCount: n)
    for start in sources {
      if shouldStop() { break }
      let source = Int(start)
      paths[source] = 1
      search.run(from: source, graph, lengths) { node, neighbour, isShorter in
        if isShorter { paths[neighbour] = paths[node] } else { paths[neighbour] += paths[node] }
      }
      for node in search.order.reversed() {
        let distance = search.distance[node]
        var sum = 0.0
        for arc in graph.arcs(node) {
          let neighbour = Int(graph.neighbours[arc])
          if search.distance[neighbour] == distance + lengths[arc] { sum += share[neighbour] }
        }
        let dependency = paths[node] * sum
        share[node] = (1 + dependency) / paths[node]
        if node != source { total[node] += dependency }
      }
      for node in search.order { search.distance[node] = unreached }
    }
    return total
  }
}

/// Dijkstra's algorithm on whole lengths, with a binary heap that tolerates outdated entries.
struct ShortestRoutes<Length: FixedWidthInteger & Sendable> {
  /// The length of the shortest route from the source, `Length.max` where there is none. The
  /// caller resets the entries named in ``order`` before the next run.
  var distance: [Length]
  /// The actors that were reached, nearest first.
  private(set) var order: [Int] = []
  private var heap: [(key: Length, node: Int)] = []
  private var isSettled: [Bool]

  init(nodeCount: Int) {
    distance = Array(repeating: .max, count: nodeCount)
    isSettled = Array(repeating: false, count: nodeCount)
  }

  /// Finds the distances from a source. `visit` is told of each arc that gives a route to its head
  /// that is shorter than, or as short as, the best so far.
  mutating func run(
    from source: Int,
    _ graph: AspectGraph,
    _ lengths: [Length],
    visit: (_ node: Int, _ neighbour: Int, _ isShorter: Bool) -> Void
  ) {
    order.removeAll(keepingCapacity: true)
    distance[source] = 0
    push(0, source)
    while let (key, node) = pop() {
      if isSettled[node] { continue }
      isSettled[node] = true
      order.append(node)
      for arc in graph.arcs(node) {
        let neighbour = Int(graph.neighbours[arc])
        let reach = key + lengths[arc]
        if reach < distance[neighbour] {
          distance[neighbour] = reach
          push(reach, neighbour)
          visit(node, neighbour, true)
        } else if reach == distance[neighbour] {
          visit(node, neighbour, false)
        }
      }
    }
    for node in order { isSettled[node] = false }
  }

  private mutating func push(_ key: Length, _ node: Int) {
    heap.append((key, node))
    var place = heap.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard heap[parent].key > key else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = (key, node)
  }

  private mutating func pop() -> (key: Length, node: Int)? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    if heap.isEmpty { return top }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].key < heap[child].key { child += 1 }
      guard heap[child].key < last.key else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return top
  }
}

import EntenteCore

/// Finds cycle inequalities that a point violates, by shortest paths in the signed double cover.
///
/// The cover has two copies of every node; a walk changes copy where it passes a negative edge. An
/// edge has length f along its sign and 1 − f against it, and a walk from one copy of a node to the
/// other that is shorter than 1 is a violated inequality. The cover is symmetric, so it is enough to
/// search to a distance of one half from each node and look where the search meets its mirror image.
final class UnbalancedCycles {
  private let graph: SignedCosts
  private var distance: [Double]
  private var via: [Int32]
  private var touched: [Int32] = []
  private var heap = DistanceHeap()
  private var firstNode = 0

  /// Less violation than this is left alone.
  static let leastViolation = 1e-3
  /// How many rows one node may give in a round.
  private let perRoot = 6

  init(graph: SignedCosts) {
    self.graph = graph
    distance = [Double](repeating: .infinity, count: 2 * graph.nodeCount)
    via = [Int32](repeating: -1, count: 2 * graph.nodeCount)
  }

  /// Violated rows, most violated first, each once.
  func rows(at values: [Double], most: Int, stop: () -> Bool) -> [CutRow] {
    // Where much of the graph is at distance 0, a search need not see all of it to find enough.
    var found: [CutRow] = []
    for reach in [400, 4000, Int.max] {
      let wider = rows(at: values, most: most, reach: reach, stop: stop)
      if wider.count > found.count { found = wider }
      if found.count * 4 > most || stop() || 2 * graph.nodeCount <= reach { break }
    }
    return found
  }

  private func rows(at values: [Double], most: Int, reach: Int, stop: () -> Bool) -> [CutRow] {
    var seen = Set<CutRow>()
    var found: [(violation: Double, row: CutRow)] = []
    for turn in 0..<graph.nodeCount {
      if stop() { break }
      let root = (firstNode + turn) % graph.nodeCount
      search(from: root, values, reach: reach) { violation, row in
        guard seen.insert(row).inserted else { return false }
        found.append((violation, row))
        return true
      }
      if found.count >= 2 * most {
        firstNode = (root + 1) % graph.nodeCount
        break
      }
    }
    let order = found.indices.sorted {
      let a = found[$0]
      let b = found[$1]
      if a.violation != b.violation { return a.violation > b.violation }
      let sizes = (a.row.plus.count + a.row.minus.count, b.row.plus.count + b.row.minus.count)
      return sizes.0 != sizes.1 ? sizes.0 < sizes.1 : $0 < $1
    }
    return order.prefix(most).map { found[$0].row }
  }

  /// Where the search met its mirror image: the last arc, from one place to another.
  private struct Meeting {
    var total: Double
    var from: Int
    var arc: Int32
    var to: Int
  }

  /// Searches from both copies of a root at once, which by symmetry is one search.
  private func search(
    from root: Int, _ values: [Double], reach: Int, emit: (Double, CutRow) -> Bool
  ) {
    let n = graph.nodeCount
    // Among walks of equal length the one with fewer edges makes the stronger row.
    let hop = 1e-7
    distance[root] = 0
    touched.append(Int32(root))
    heap.push(0, Int32(root))
    // Any violated walk has an arc whose two ends are within one half of the root and its mirror.
    let most = 1 - Self.leastViolation
    while touched.count < reach, let (length, top) = heap.pop() {
      let place = Int(top)
      if length > distance[place] { continue }
      forEachArc(from: place, values) { arc, added, target in
        let next = length + added + hop
        guard next * 2 < most, next < distance[target] else { return }
        if distance[target] == .infinity { touched.append(Int32(target)) }
        distance[target] = next
        via[target] = arc
        heap.push(next, Int32(target))
      }
    }
    var meetings: [Meeting] = []
    for place in touched {
      let place = Int(place)
      let length = distance[place]
      forEachArc(from: place, values) { arc, added, target in
        // What is left from here to the other copy of the root is the mirrored distance.
        let mirror = target >= n ? target - n : target + n
        let total = length + added + hop + distance[mirror]
        // Each walk is met from both ends; one is enough.
        if total < most, place < mirror {
          meetings.append(Meeting(total: total, from: place, arc: arc, to: target))
        }
      }
    }
    meetings.sort { ($0.total, $0.from, $0.arc) < ($1.total, $1.from, $1.arc) }
    // The same cycle may be met at several arcs.
    var made = 0
    for meeting in meetings.prefix(8 * perRoot) where made < perRoot {
      if trace(root, meeting, values, emit) { made += 1 }
    }
    for place in touched {
      distance[Int(place)] = .infinity
      via[Int(place)] = -1
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }

  /// Every way on from a place of the cover: along the sign of an edge, and against it where that
  /// is the shorter way.
  @inline(__always)
  private func forEachArc(
    from place: Int, _ values: [Double], _ body: (Int32, Double, Int) -> Void
  ) {
    let n = graph.nodeCount
    let copy = place >= n ? 1 : 0
    let node = place - copy * n
    for slot in graph.offsets[node]..<graph.offsets[node + 1] {
      let edge = graph.edges[slot]
      let value = min(max(values[Int(edge)], 0), 1)
      let crosses = graph.weight[Int(edge)] < 0 ? 1 : 0
      let other = Int(graph.neighbours[slot])
      body(edge << 1, value, (copy ^ crosses) * n + other)
      if value > 0.5 { body(edge << 1 | 1, 1 - value, (copy ^ crosses ^ 1) * n + other) }
    }
  }

  /// Reads the walk off both searches and cuts it down to a simple cycle.
  private func trace(
    _ root: Int, _ meeting: Meeting, _ values: [Double], _ emit: (Double, CutRow) -> Bool
  ) -> Bool {
    let n = graph.nodeCount
    var walk = Array(arcs(to: meeting.from, root).reversed())
    walk.append(meeting.arc)
    walk += arcs(to: meeting.to >= n ? meeting.to - n : meeting.to + n, root)
    var positions = [root: 0]
    var nodes = [root]
    var sides = [false]
    var steps: [Int32] = []
    for arc in walk {
      let to = end(of: arc, from: nodes[nodes.count - 1])
      let side = sides[sides.count - 1] != crosses(arc)
      steps.append(arc)
      guard let start = positions[to] else {
        positions[to] = nodes.count
        nodes.append(to)
        sides.append(side)
        continue
      }
      if sides[start] != side { return make(row: steps[start...], values, emit) }
      // A balanced detour: drop it.
      for node in nodes[(start + 1)...] { positions[node] = nil }
      nodes.removeSubrange((start + 1)...)
      sides.removeSubrange((start + 1)...)
      steps.removeSubrange(start...)
    }
    return false
  }

  /// The arcs from a place of the search back to the root.
  private func arcs(to place: Int, _ root: Int) -> [Int32] {
    let n = graph.nodeCount
    var result: [Int32] = []
    var place = place
    while place != root {
      let arc = via[place]
      result.append(arc)
      let copy = place >= n ? 1 : 0
      place = end(of: arc, from: place - copy * n) + (copy ^ (crosses(arc) ? 1 : 0)) * n
    }
    return result
  }

  private func end(of arc: Int32, from node: Int) -> Int {
    let edge = Int(arc >> 1)
    return Int(Int(graph.first[edge]) == node ? graph.second[edge] : graph.first[edge])
  }

  private func crosses(_ arc: Int32) -> Bool { (graph.weight[Int(arc >> 1)] < 0) != (arc & 1 == 1) }

  private func make(
    row steps: ArraySlice<Int32>, _ values: [Double], _ emit: (Double, CutRow) -> Bool
  ) -> Bool {
    var plus: [Int32] = []
    var minus: [Int32] = []
    var length = 0.0
    for arc in steps {
      let value = values[Int(arc >> 1)]
      if arc & 1 == 1 {
        minus.append(arc >> 1)
        length += 1 - value
      } else {
        plus.append(arc >> 1)
        length += value
      }
    }
    guard length < 1 - Self.leastViolation else { return false }
    plus.sort()
    minus.sort()
    return emit(1 - length, CutRow(plus: plus, minus: minus, bound: 1 - Int32(minus.count)))
  }
}

/// A heap of places by distance, least first.
struct DistanceHeap {
  private var items: [(length: Double, place: Int32)] = []

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ length: Double, _ place: Int32) {
    items.append((length, place))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard length < items[parent].length else { break }
      items[child] = items[parent]
      child = parent
    }
    items[child] = (length, place)
  }

  mutating func pop() -> (length: Double, place: Int32)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return top }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { break }
      if child + 1 < items.count, items[child + 1].length < items[child].length { child += 1 }
      guard items[child].length < last.length else { break }
      items[parent] = items[child]
      parent = child
    }
    items[parent] = last
    return top
  }
}

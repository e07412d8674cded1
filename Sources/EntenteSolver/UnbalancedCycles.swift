import EntenteCore

/// Finds cycle inequalities that a point violates, by shortest paths in the signed double cover.
///
/// The cover has two copies of every node; a walk changes copy where it passes a negative edge. An
/// edge has length f along its sign and 1 − f against it, and a walk from one copy of a node to the
/// other that is shorter than 1 is a violated inequality. The cover is symmetric, so it is enough to
/// search to a distance of one half from each node and look where the search meets its mirror image.
///
/// Only cycles without chords are given: the inequality of a cycle with a chord follows from those of
/// the two cycles that the chord cuts it into.
///
/// References: Barahona & Mahjoub 1986, doi:10.1007/BF02592023; Jünger & Mallach 2021,
/// doi:10.1287/ijoc.2020.0999.
struct UnbalancedCycles {
  private let graph: SignedCosts
  /// For each place in the adjacency where its shorter arc leads: twice the node, and 1 more where
  /// the arc changes copy.
  private var target: [Int32]
  /// For each place its shorter arc: twice the edge, and 1 more where it goes against the sign.
  private var arc: [Int32]
  /// The length of that arc, at most one half. The longer one has what is missing to 1.
  private var length: [Double]
  /// The point, by edge.
  private var values: [Double] = []
  private var distance: [Double]
  private var via: [Int32]
  private var from: [Int32]
  private var touched: [Int32] = []
  private var heap = DistanceHeap()
  private var firstNode = 0
  private var found: [Found] = []
  private var seen = Set<UInt64>()
  private var positionOf: [Int32]

  /// Less violation than this is left alone.
  static let leastViolation = 1e-3
  /// How many rows one node may give in a round, before chords are cut.
  private static let perRoot = 6
  /// A small toll on every step: among walks of equal length the one with fewer edges makes the
  /// stronger row.
  private static let toll = 1e-7

  private struct Found {
    var violation: Double
    var row: CutRow
  }

  init(graph: SignedCosts) {
    self.graph = graph
    target = [Int32](repeating: 0, count: graph.edges.count)
    arc = target
    length = [Double](repeating: 0, count: graph.edges.count)
    distance = [Double](repeating: .infinity, count: 2 * graph.nodeCount)
    via = [Int32](repeating: -1, count: 2 * graph.nodeCount)
    from = via
    positionOf = [Int32](repeating: -1, count: graph.nodeCount)
  }

  /// Violated rows, most violated first, each once.
  mutating func rows(at values: [Double], most: Int, stop: () -> Bool) -> [CutRow] {
    self.values = values.map { min(max($0, 0), 1) }
    for place in graph.edges.indices {
      let edge = graph.edges[place]
      let value = self.values[Int(edge)]
      let against: Int32 = value > 0.5 ? 1 : 0
      let crosses: Int32 = graph.weight[Int(edge)] < 0 ? 1 : 0
      target[place] = graph.neighbours[place] << 1 | (crosses ^ against)
      arc[place] = edge << 1 | against
      length[place] = against == 1 ? 1 - value : value
    }
    // Where much of the graph is at distance 0, a search need not see all of it to find enough.
    var best: [Found] = []
    for reach in [400, 4000, Int.max] {
      search(most: most, reach: reach, stop: stop)
      if found.count > best.count { best = found }
      if best.count * 4 > most || stop() || 2 * graph.nodeCount <= reach { break }
    }
    let order = best.indices.sorted {
      let a = best[$0]
      let b = best[$1]
      if a.violation != b.violation { return a.violation > b.violation }
      let sizes = (a.row.plus.count + a.row.minus.count, b.row.plus.count + b.row.minus.count)
      return sizes.0 != sizes.1 ? sizes.0 < sizes.1 : $0 < $1
    }
    return order.prefix(most).map { best[$0].row }
  }

  private mutating func search(most: Int, reach: Int, stop: () -> Bool) {
    found.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    for turn in 0..<graph.nodeCount {
      if turn & 15 == 15, stop() { break }
      let root = (firstNode + turn) % graph.nodeCount
      search(from: root, reach: reach)
      if found.count >= 2 * most {
        firstNode = (root + 1) % graph.nodeCount
        break
      }
    }
  }

  /// Where the search met its mirror image: the last arc, from one place to another.
  private struct Meeting {
    var total: Double
    var from: Int32
    var arc: Int32
    var to: Int32
  }

  /// Searches from both copies of a root at once, which by symmetry is one search.
  private mutating func search(from root: Int, reach: Int) {
    let start = Int32(root) << 1
    distance[Int(start)] = 0
    touched.append(start)
    heap.push(0, start)
    // Any violated walk has an arc whose two ends are within one half of the root and its mirror.
    let most = 1 - Self.leastViolation
    while touched.count < reach, let (soFar, place) = heap.pop() {
      if soFar > distance[Int(place)] { continue }
      let copy = place & 1
      let node = Int(place >> 1)
      for slot in graph.offsets[node]..<graph.offsets[node + 1] {
        let next = soFar + length[slot] + Self.toll
        let other = target[slot] ^ copy
        guard next * 2 < most, next < distance[Int(other)] else { continue }
        if distance[Int(other)] == .infinity { touched.append(other) }
        distance[Int(other)] = next
        via[Int(other)] = arc[slot]
        from[Int(other)] = place
        heap.push(next, other)
      }
    }
    var meetings: [Meeting] = []
    for place in touched {
      let soFar = distance[Int(place)] + Self.toll
      let copy = place & 1
      let node = Int(place >> 1)
      for slot in graph.offsets[node]..<graph.offsets[node + 1] {
        // What is left from the end of an arc to the other copy of the root is the distance of its
        // mirror image. Each walk is met from both ends; one is enough.
        let other = target[slot] ^ copy
        let short = soFar + length[slot] + distance[Int(other ^ 1)]
        if short < most, place < other ^ 1 {
          meetings.append(Meeting(total: short, from: place, arc: arc[slot], to: other))
        }
        let long = soFar + 1 - length[slot] + distance[Int(other)]
        if long < most, place < other {
          meetings.append(Meeting(total: long, from: place, arc: arc[slot] ^ 1, to: other ^ 1))
        }
      }
    }
    meetings.sort { ($0.total, $0.from, $0.arc) < ($1.total, $1.from, $1.arc) }
    // The same cycle may be met at several arcs.
    var made = 0
    for meeting in meetings.prefix(8 * Self.perRoot) where made < Self.perRoot {
      if trace(start, meeting) { made += 1 }
    }
    for place in touched { distance[Int(place)] = .infinity }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }

  /// Reads the walk off both searches and cuts it down to a simple cycle.
  private mutating func trace(_ start: Int32, _ meeting: Meeting) -> Bool {
    var walk: [Int32] = []
    var place = meeting.from
    while place != start {
      walk.append(via[Int(place)])
      place = from[Int(place)]
    }
    walk.reverse()
    walk.append(meeting.arc)
    place = meeting.to ^ 1
    while place != start {
      walk.append(via[Int(place)])
      place = from[Int(place)]
    }
    var cycle = Cycle(start: start >> 1)
    positionOf[Int(start >> 1)] = 0
    defer { for node in cycle.nodes { positionOf[Int(node)] = -1 } }
    for arc in walk {
      let edge = Int(arc >> 1)
      let last = cycle.nodes[cycle.nodes.count - 1]
      let to = graph.first[edge] == last ? graph.second[edge] : graph.first[edge]
      let crosses = (graph.weight[edge] < 0) != (arc & 1 == 1)
      let side = cycle.sides[cycle.sides.count - 1] != crosses
      cycle.arcs.append(arc)
      let again = Int(positionOf[Int(to)])
      if again < 0 {
        positionOf[Int(to)] = Int32(cycle.nodes.count)
        cycle.nodes.append(to)
        cycle.sides.append(side)
        continue
      }
      let isUnbalanced = cycle.sides[again] != side
      if isUnbalanced {
        for node in cycle.nodes[..<again] { positionOf[Int(node)] = -1 }
        cycle.keep(again...)
        return cut(cycle)
      }
      // A balanced detour: drop it.
      for node in cycle.nodes[(again + 1)...] { positionOf[Int(node)] = -1 }
      cycle.nodes.removeSubrange((again + 1)...)
      cycle.sides.removeSubrange((again + 1)...)
      cycle.arcs.removeSubrange(again...)
    }
    return false
  }

  /// An unbalanced cycle; arc i leads from node i to the next, the last one back to the first.
  private struct Cycle {
    var nodes: [Int32]
    /// Whether a node is reached from the first by an odd number of changes.
    var sides: [Bool]
    var arcs: [Int32] = []

    init(start: Int32) {
      nodes = [start]
      sides = [false]
    }

    mutating func keep(_ part: PartialRangeFrom<Int>) {
      guard part.lowerBound > 0 else { return }
      nodes = Array(nodes[part])
      sides = Array(sides[part])
      arcs = Array(arcs[part])
    }
  }

  /// Emits a cycle, or the parts that its chords cut it into; false where all are known.
  private mutating func cut(_ whole: Cycle) -> Bool {
    var isNew = false
    var waiting = [whole]
    while let cycle = waiting.popLast() {
      for (index, node) in cycle.nodes.enumerated() { positionOf[Int(node)] = Int32(index) }
      let parts = split(cycle)
      for node in cycle.nodes { positionOf[Int(node)] = -1 }
      if parts.isEmpty {
        if emit(cycle.arcs) { isNew = true }
      } else {
        waiting += parts
      }
    }
    return isNew
  }

  private func length(of arc: Int32) -> Double {
    let value = values[Int(arc >> 1)]
    return arc & 1 == 1 ? 1 - value : value
  }

  /// The violated ones of the two cycles that the best chord makes, none where there is no chord.
  private func split(_ cycle: Cycle) -> [Cycle] {
    let count = cycle.nodes.count
    guard count > 3 else { return [] }
    var reached = [Double](repeating: 0, count: count + 1)
    for index in 0..<count { reached[index + 1] = reached[index] + length(of: cycle.arcs[index]) }
    var best = 2.0
    var chosen: (low: Int, high: Int, slot: Int, innerIsShort: Bool)?
    for low in 0..<(count - 2) {
      let node = Int(cycle.nodes[low])
      for slot in graph.offsets[node]..<graph.offsets[node + 1] {
        let high = Int(positionOf[Int(graph.neighbours[slot])])
        guard high > low + 1, !(low == 0 && high == count - 1) else { continue }
        let isOdd = (cycle.sides[low] != cycle.sides[high]) != (target[slot] & 1 == 1)
        let inner = reached[high] - reached[low]
        let outer = reached[count] - inner
        let chord = length[slot]
        let least =
          isOdd ? min(inner + chord, outer + 1 - chord) : min(inner + 1 - chord, outer + chord)
        if least < best {
          best = least
          chosen = (low, high, slot, isOdd)
        }
      }
    }
    guard let (low, high, slot, innerIsShort) = chosen else { return [] }
    let shortArc = arc[slot]
    var inner = Cycle(start: 0)
    inner.nodes = Array(cycle.nodes[low...high])
    inner.sides = Array(cycle.sides[low...high])
    inner.arcs = Array(cycle.arcs[low..<high]) + [innerIsShort ? shortArc : shortArc ^ 1]
    var outer = Cycle(start: 0)
    outer.nodes = Array(cycle.nodes[...low]) + cycle.nodes[high...]
    // The chord brings the later nodes to other sides than the long way round did.
    let outerCrosses = (target[slot] & 1 == 1) != innerIsShort
    let turn = (cycle.sides[low] != outerCrosses) != cycle.sides[high]
    outer.sides = Array(cycle.sides[...low]) + cycle.sides[high...].map { $0 != turn }
    outer.arcs =
      Array(cycle.arcs[..<low]) + [innerIsShort ? shortArc ^ 1 : shortArc] + cycle.arcs[high...]
    let most = 1 - Self.leastViolation
    return [inner, outer].filter { part in
      part.arcs.reduce(0) { $0 + length(of: $1) } < most
    }
  }

  /// Makes the row of a cycle; false where it is known or not violated enough.
  private mutating func emit(_ arcs: [Int32]) -> Bool {
    var total = 0.0
    var key: UInt64 = 0
    for arc in arcs {
      total += length(of: arc)
      // A sum of scrambled arcs stands for the set of them, whatever their order.
      var word = UInt64(UInt32(bitPattern: arc)) &+ 0x9E37_79B9_7F4A_7C15
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      key &+= word ^ (word >> 31)
    }
    guard total < 1 - Self.leastViolation, seen.insert(key).inserted else { return false }
    var plus: [Int32] = []
    var minus: [Int32] = []
    for arc in arcs {
      if arc & 1 == 1 { minus.append(arc >> 1) } else { plus.append(arc >> 1) }
    }
    plus.sort()
    minus.sort()
    found.append(
      Found(
        violation: 1 - total,
        row: CutRow(plus: plus, minus: minus, bound: 1 - Int32(minus.count))))
    return true
  }
}

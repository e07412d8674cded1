/// Brandes' algorithm for eight sources at once, one in each lane of a vector.
///
/// All searches go through the levels together. Each actor has a row of eight numbers; a row is zero
/// in the lanes that the step does not concern, so the loops over ties are plain additions without
/// any test. Each level takes the cheaper direction: the few actors of a small level hand their
/// numbers on, or all actors that are still missing collect them.
///
/// The actors are renamed by falling number of ties, so that the rows used most share the cache. In
/// the paper's symbols, `paths` is σ, and a row of `current` on the way back is (1 + δ)/σ.
struct LaneBrandes: Sendable {
  typealias Lanes = SIMD8<Double>
  static let width = 8

  private let forward: DegreeOrderedGraph
  private let backward: DegreeOrderedGraph

  /// - Parameters:
  ///   - graph: the ties that routes follow.
  ///   - reversed: the same ties from head to tail; the same graph again if undirected.
  init(_ graph: AspectGraph, reversed: AspectGraph) {
    forward = DegreeOrderedGraph(graph)
    backward = DegreeOrderedGraph(reversed)
    // Both count the ties of both directions, so they rename actors alike.
    precondition(forward.ranks == backward.ranks, "both directions hold the same ties")
  }

  var nodeCount: Int { forward.nodeCount }

  /// Sources by rank: those that lead to the same actors with many ties come together, because
  /// their searches then meet most actors at the same level.
  func ordered(_ sources: [Int32]) -> [Int32] {
    sources.map { forward.ranks[Int($0)] }.sorted { left, right in
      let (first, second) = (forward.row(left), forward.row(right))
      if first.elementsEqual(second) { return left < right }
      return first.lexicographicallyPrecedes(second)
    }
  }

  /// Values by rank put in the order of dense ids.
  func byActor(_ values: [Double]) -> [Double] {
    forward.ranks.map { values[Int($0)] }
  }

  /// The contribution of some sources, given by rank, to every rank.
  func sum(ranks: ArraySlice<Int32>, shouldStop: () -> Bool) -> [Double] {
    var search = Search(nodeCount: nodeCount)
    return forward.offsets.withUnsafeBufferPointer { outOffsets in
      forward.neighbours.withUnsafeBufferPointer { heads in
        backward.offsets.withUnsafeBufferPointer { inOffsets in
          backward.neighbours.withUnsafeBufferPointer { tails in
            let ties = Ties(
              outOffsets: outOffsets, heads: heads, inOffsets: inOffsets, tails: tails)
            var first = ranks.startIndex
            while first < ranks.endIndex, !shouldStop() {
              let last = min(first + Self.width, ranks.endIndex)
              search.reach(from: ranks[first..<last], ties)
              search.collect(ties)
              first = last
            }
            return search.total.prefix(nodeCount)
          }
        }
      }
    }
  }

  /// Both directions of the ties, without bounds checks in release builds.
  private struct Ties {
    let outOffsets: UnsafeBufferPointer<Int>
    let heads: UnsafeBufferPointer<Int32>
    let inOffsets: UnsafeBufferPointer<Int>
    let tails: UnsafeBufferPointer<Int32>

    @inline(__always) func outDegree(_ node: Int) -> Int {
      outOffsets[node + 1] - outOffsets[node]
    }
    @inline(__always) func inDegree(_ node: Int) -> Int {
      inOffsets[node + 1] - inOffsets[node]
    }
  }

  /// The working memory of one thread: 266 bytes an actor, and 5 bytes for each level of each lane
  /// at which an actor is met.
  private struct Search: ~Copyable {
    let nodeCount: Int
    var total: FixedBuffer<Double>
    /// Numbers of shortest routes from the sources.
    var paths: FixedBuffer<Lanes>
    /// What the level at hand passes on; zero in all rows between searches.
    var current: FixedBuffer<Lanes>
    /// What the next level will pass on; zero in all rows between levels.
    var next: FixedBuffer<Lanes>
    /// Sums that are handed to actors; zero in all rows between levels.
    var handed: FixedBuffer<Lanes>
    /// The lanes in which an actor has been met.
    var seen: FixedBuffer<UInt8>
    /// The lanes in which an actor stands at the level at hand; zero between levels.
    var hit: FixedBuffer<UInt8>
    /// The actors of each level, one after the other, and the lanes of each.
    var order: [Int32] = []
    var lanes: [UInt8] = []
    var levels: [Int] = []

    init(nodeCount n: Int) {
      nodeCount = n
      total = FixedBuffer(repeating: 0, count: n)
      paths = FixedBuffer(repeating: .zero, count: n)
      current = FixedBuffer(repeating: .zero, count: n)
      next = FixedBuffer(repeating: .zero, count: n)
      handed = FixedBuffer(repeating: .zero, count: n)
      seen = FixedBuffer(repeating: 0, count: n)
      hit = FixedBuffer(repeating: 0, count: n)
    }

    private static let bits = SIMD8<Int64>(1, 2, 4, 8, 16, 32, 64, 128)

    /// The lanes of a set of bits.
    @inline(__always)
    private static func mask(_ lanes: UInt8) -> SIMDMask<SIMD8<Int64>> {
      (bits & SIMD8(repeating: Int64(lanes))) .!= SIMD8<Int64>.zero
    }

    /// The bits of the lanes that are above 0.
    @inline(__always)
    private static func positive(_ row: Lanes) -> UInt8 {
      let set = SIMD8<Int64>.zero.replacing(with: bits, where: row .> Lanes.zero)
      return UInt8(truncatingIfNeeded: set.wrappedSum())
    }

    /// Notes that an actor is met in some lanes for the first time, by so many routes.
    @inline(__always)
    private mutating func meet(_ node: Int, _ new: UInt8, _ routes: Lanes) {
      let row = Lanes.zero.replacing(with: routes, where: Self.mask(new))
      next[node] = row
      paths[node] += row
      seen[node] |= new
      order.append(Int32(node))
      lanes.append(new)
    }

    /// Counts shortest routes from up to eight sources, level by level.
    mutating func reach(from sources: ArraySlice<Int32>, _ ties: Ties) {
      for (lane, source) in sources.enumerated() {
        let node = Int(source)
        paths[node][lane] = 1
        current[node][lane] = 1
        seen[node] |= 1 << UInt8(lane)
        order.append(source)
        lanes.append(1 << UInt8(lane))
      }
      let everyone = UInt8(truncatingIfNeeded: 1 << sources.count - 1)
      levels.append(0)
      levels.append(order.count)
      var begin = 0
      while begin < order.count {
        let end = order.count
        var leaving = 0
        for place in begin..<end { leaving += ties.outDegree(Int(order[place])) }
        // Handing on costs about three times as much for each tie as collecting.
        if leaving * 3 < ties.heads.count {
          handOn(begin..<end, ties)
        } else {
          collectMissing(everyone, ties)
        }
        for place in begin..<end { current[Int(order[place])] = .zero }
        swap(&current, &next)
        begin = end
        levels.append(order.count)
      }
      // The last level that was noted is empty.
      levels.removeLast()
    }

    private mutating func handOn(_ level: Range<Int>, _ ties: Ties) {
      let border = order.count
      for place in level {
        let node = Int(order[place])
        let row = current[node]
        let own = lanes[place]
        var arc = ties.outOffsets[node]
        let end = ties.outOffsets[node + 1]
        while arc < end {
          let head = Int(ties.heads[arc])
          arc += 1
          let new = own & ~seen[head]
          if new == 0 { continue }
          if hit[head] == 0 { order.append(Int32(head)) }
          hit[head] |= new
          next[head] += row
        }
      }
      let found = order.count
      for place in border..<found {
        let node = Int(order[place])
        let new = hit[node]
        hit[node] = 0
        let row = Lanes.zero.replacing(with: next[node], where: Self.mask(new))
        next[node] = row
        paths[node] += row
        seen[node] |= new
        lanes.append(new)
      }
    }

    private mutating func collectMissing(_ everyone: UInt8, _ ties: Ties) {
      for node in 0..<nodeCount where seen[node] != everyone {
        var routes = Lanes.zero
        var arc = ties.inOffsets[node]
        let end = ties.inOffsets[node + 1]
        while arc < end {
          routes += current[Int(ties.tails[arc])]
          arc += 1
        }
        let new = Self.positive(routes) & ~seen[node]
        if new != 0 { meet(node, new, routes) }
      }
    }

    /// Adds up what each actor passes on, from the farthest level back, and clears the memory.
    mutating func collect(_ ties: Ties) {
      let deepest = levels.count - 2
      for depth in stride(from: deepest, through: 0, by: -1) {
        let level = levels[depth]..<levels[depth + 1]
        let below = depth < deepest ? levels[depth + 1]..<levels[depth + 2] : 0..<0
        var leaving = 0
        var arriving = 0
        for place in level { leaving += ties.outDegree(Int(order[place])) }
        for place in below { arriving += ties.inDegree(Int(order[place])) }
        let isHanded = arriving < leaving
        if isHanded { handBack(from: below, to: level, ties) }
        for place in level {
          let node = Int(order[place])
          var sum = Lanes.zero
          if isHanded {
            sum = handed[node]
            handed[node] = .zero
            hit[node] = 0
          } else {
            var arc = ties.outOffsets[node]
            let end = ties.outOffsets[node + 1]
            while arc < end {
              sum += current[Int(ties.heads[arc])]
              arc += 1
            }
          }
          let mask = Self.mask(lanes[place])
          let routes = paths[node]
          let dependency = Lanes.zero.replacing(with: routes * sum, where: mask)
          next[node] = Lanes.zero.replacing(with: (dependency + 1) / routes, where: mask)
          if depth > 0 { total[node] += dependency.sum() }
        }
        for place in below { current[Int(order[place])] = .zero }
        swap(&current, &next)
      }
      for place in order.indices {
        let node = Int(order[place])
        paths[node] = .zero
        current[node] = .zero
        seen[node] = 0
      }
      order.removeAll(keepingCapacity: true)
      lanes.removeAll(keepingCapacity: true)
      levels.removeAll(keepingCapacity: true)
    }

    private mutating func handBack(
      from below: Range<Int>, to level: Range<Int>, _ ties: Ties
    ) {
      for place in level { hit[Int(order[place])] = lanes[place] }
      for place in below {
        let node = Int(order[place])
        let own = lanes[place]
        let row = current[node]
        var arc = ties.inOffsets[node]
        let end = ties.inOffsets[node + 1]
        while arc < end {
          let tail = Int(ties.tails[arc])
          arc += 1
          if hit[tail] & own != 0 { handed[tail] += row }
        }
      }
    }
  }
}

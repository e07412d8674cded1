/// Distances in ties to 512 actors at once: bit `i` of an actor's word says whether it has been
/// reached from the `i`-th of them, so one machine operation advances hundreds of searches.
///
/// Memory is touched without bounds checks here; every neighbour and every source is below the
/// number of actors by construction of the graph.
///
/// Reference: Then et al. 2014, The more the merrier, doi:10.14778/2735496.2735507.
enum BitParallelReach {
  /// How many searches run at once.
  static let width = 512
  /// Searches that go deeper than this are done one by one: with few actors at each level, sweeps
  /// over the whole graph no longer pay.
  static let deepest = 64

  fileprivate typealias Lanes = SIMD8<UInt64>

  /// For each rank, sums over the searches that reach it: how many, of distances, of reciprocals.
  struct Tally: Sendable {
    var reached: [Int]
    var distance: [Int]
    var reciprocal: [Double]

    init(nodeCount: Int) {
      reached = Array(repeating: 0, count: nodeCount)
      distance = reached
      reciprocal = Array(repeating: 0, count: nodeCount)
    }

    mutating func add(_ other: Tally) {
      for node in reached.indices {
        reached[node] += other.reached[node]
        distance[node] += other.distance[node]
        reciprocal[node] += other.reciprocal[node]
      }
    }
  }

  /// Adds the distances from every rank, along the graph's arcs, to the ranks in `goals`.
  ///
  /// - Parameter goals: at most 512 ranks.
  /// - Returns: false, with the tally unchanged, where a distance is more than ``deepest``.
  static func add(
    to tally: inout Tally,
    _ graph: DegreeOrderedGraph,
    goals: Range<Int>,
    levels: inout Levels
  ) -> Bool {
    let n = graph.nodeCount
    precondition(goals.count <= width && goals.upperBound <= n)
    precondition(tally.reached.count == n)
    levels.prepare(nodeCount: n)
    // The searches that found someone new at the last level: no other can go on.
    var active = Lanes.zero
    for (bit, goal) in goals.enumerated() {
      levels.seen[goal][bit / 64] |= 1 << UInt64(bit % 64)
      levels.frontier[goal] = levels.seen[goal]
      levels.isMoving[goal] = 1
      active[bit / 64] |= 1 << UInt64(bit % 64)
    }
    var counts: [UInt16] = []
    counts.reserveCapacity(8 * n)
    levels.moving = goals.count
    var level = 0
    while true {
      level += 1
      guard level <= deepest else { return false }
      let base = counts.count
      counts.append(contentsOf: repeatElement(0, count: n))
      active = graph.offsets.withUnsafeBufferPointer { offsets in
        graph.neighbours.withUnsafeBufferPointer { neighbours in
          counts.withUnsafeMutableBufferPointer { counts in
            let own = UnsafeMutableBufferPointer(rebasing: counts[base...])
            return sweep(offsets, neighbours, own, active, &levels)
          }
        }
      }
      levels.swapFrontiers()
      if active == .zero { break }
    }
    for step in 1...level {
      let base = (step - 1) * n
      let part = 1 / Double(step)
      for node in 0..<n {
        let count = Int(counts[base + node])
        guard count > 0 else { continue }
        tally.reached[node] += count
        tally.distance[node] += count * step
        tally.reciprocal[node] += Double(count) * part
      }
    }
    return true
  }

  /// One level for all actors: who is reached for the first time through a neighbour. Returns the
  /// searches in which anyone is.
  private static func sweep(
    _ offsets: UnsafeBufferPointer<Int>, _ neighbours: UnsafeBufferPointer<Int32>,
    _ counts: UnsafeMutableBufferPointer<UInt16>, _ active: Lanes, _ levels: inout Levels
  ) -> Lanes {
    let n = offsets.count - 1
    let (seen, frontier, next) = (levels.seen, levels.frontier, levels.next)
    let (isMoving, willMove) = (levels.isMoving, levels.willMove)
    // While few actors pass anything on, asking for a byte first saves reading most words.
    let asksFirst = levels.moving * 3 < n
    var moving = 0
    var any = Lanes.zero
    for node in 0..<n {
      let before = seen[node]
      let missing = active & ~before
      var reach = Lanes.zero
      if missing != .zero {
        var arc = offsets[node]
        let end = offsets[node + 1]
        if asksFirst {
          while arc < end {
            let neighbour = Int(neighbours[arc])
            if isMoving[neighbour] != 0 { reach |= frontier[neighbour] }
            arc += 1
          }
        } else {
          while arc < end {
            reach |= frontier[Int(neighbours[arc])]
            arc += 1
          }
        }
      }
      let new = reach & missing
      next[node] = new
      any |= new
      let moves = new != .zero
      willMove[node] = moves ? 1 : 0
      if moves {
        moving += 1
        seen[node] = before | new
        counts[node] = bitCount(new)
      }
    }
    levels.moving = moving
    return any
  }

  /// How many of the 512 bits are set, with additions that every processor does eight words at a
  /// time; a population count for single words is not part of the oldest instruction sets.
  @inline(__always)
  private static func bitCount(_ bits: Lanes) -> UInt16 {
    let pairs = bits &- ((bits &>> 1) & Lanes(repeating: 0x5555_5555_5555_5555))
    let fours =
      (pairs & Lanes(repeating: 0x3333_3333_3333_3333))
      &+ ((pairs &>> 2) & Lanes(repeating: 0x3333_3333_3333_3333))
    let bytes = (fours &+ (fours &>> 4)) & Lanes(repeating: 0x0f0f_0f0f_0f0f_0f0f)
    let half = bytes.lowHalf &+ bytes.highHalf
    let quarter = half.lowHalf &+ half.highHalf
    let sum = quarter[0] &+ quarter[1]
    let wide = (sum & 0x00ff_00ff_00ff_00ff) &+ ((sum &>> 8) & 0x00ff_00ff_00ff_00ff)
    return UInt16(truncatingIfNeeded: (wide &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// The working memory of one thread: 194 bytes an actor, and 2 bytes an actor and level.
  struct Levels: ~Copyable {
    fileprivate var seen: UnsafeMutablePointer<Lanes>
    fileprivate var frontier: UnsafeMutablePointer<Lanes>
    fileprivate var next: UnsafeMutablePointer<Lanes>
    /// 1 for an actor whose word in `frontier`, or in `next`, is not zero.
    fileprivate var isMoving: UnsafeMutablePointer<UInt8>
    fileprivate var willMove: UnsafeMutablePointer<UInt8>
    fileprivate var moving = 0
    private let nodeCount: Int

    init(nodeCount: Int) {
      self.nodeCount = nodeCount
      seen = .allocate(capacity: nodeCount)
      frontier = .allocate(capacity: nodeCount)
      next = .allocate(capacity: nodeCount)
      isMoving = .allocate(capacity: nodeCount)
      willMove = .allocate(capacity: nodeCount)
    }

    deinit {
      seen.deallocate()
      frontier.deallocate()
      next.deallocate()
      isMoving.deallocate()
      willMove.deallocate()
    }

    fileprivate mutating func prepare(nodeCount n: Int) {
      precondition(n == nodeCount)
      seen.initialize(repeating: .zero, count: n)
      frontier.initialize(repeating: .zero, count: n)
      next.initialize(repeating: .zero, count: n)
      isMoving.initialize(repeating: 0, count: n)
      willMove.initialize(repeating: 0, count: n)
    }

    fileprivate mutating func swapFrontiers() {
      swap(&frontier, &next)
      swap(&isMoving, &willMove)
    }
  }
}

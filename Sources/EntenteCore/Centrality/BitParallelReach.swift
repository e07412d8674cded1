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

  /// For each rank, sums over the searches that reach it.
  struct Tally: Sendable {
    struct Sums: Sendable {
      /// How many searches.
      var reached = 0
      /// Of their distances.
      var distance = 0
      /// Of the reciprocals of their distances.
      var reciprocal = 0.0
    }

    var sums: [Sums]

    init(nodeCount: Int) {
      sums = Array(repeating: Sums(), count: nodeCount)
    }

    mutating func add(_ other: Tally) {
      for node in sums.indices {
        sums[node].reached += other.sums[node].reached
        sums[node].distance += other.sums[node].distance
        sums[node].reciprocal += other.sums[node].reciprocal
      }
    }
  }

  /// Adds the distances from every rank, along the graph's arcs, to the ranks in `goals`.
  ///
  /// - Parameter goals: at most 512 ranks.
  /// - Returns: false, with a tally that is of no use, where a distance is more than ``deepest``.
  static func add(
    to tally: inout Tally,
    _ graph: DegreeOrderedGraph,
    goals: Range<Int>,
    levels: inout Levels
  ) -> Bool {
    let n = graph.nodeCount
    precondition(goals.count <= width && goals.upperBound <= n)
    precondition(tally.sums.count == n)
    levels.prepare(nodeCount: n)
    // The searches that found someone new at the last level: no other can go on.
    var active = Lanes.zero
    for (bit, goal) in goals.enumerated() {
      levels.seen[goal][bit / 64] |= 1 << UInt64(bit % 64)
      levels.frontier[goal] = levels.seen[goal]
      levels.isMoving[goal] = 1
      active[bit / 64] |= 1 << UInt64(bit % 64)
    }
    levels.moving = goals.count
    var level = 0
    while !isEmpty(active) {
      level += 1
      guard level <= deepest else { return false }
      active = graph.offsets.withUnsafeBufferPointer { offsets in
        graph.neighbours.withUnsafeBufferPointer { neighbours in
          tally.sums.withUnsafeMutableBufferPointer { sums in
            sweep(offsets, neighbours, sums, level, active, &levels)
          }
        }
      }
      levels.swapFrontiers()
    }
    return true
  }

  /// One level for all actors: who is reached for the first time through a neighbour. Returns the
  /// searches in which anyone is.
  private static func sweep(
    _ offsets: UnsafeBufferPointer<Int>, _ neighbours: UnsafeBufferPointer<Int32>,
    _ sums: UnsafeMutableBufferPointer<Tally.Sums>, _ level: Int, _ active: Lanes,
    _ levels: inout Levels
  ) -> Lanes {
    let n = offsets.count - 1
    let part = 1 / Double(level)
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
      if !isEmpty(missing) {
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
      let moves = !isEmpty(new)
      willMove[node] = moves ? 1 : 0
      if moves {
        moving += 1
        seen[node] = before | new
        let count = Int(bitCount(new))
        sums[node].reached &+= count
        sums[node].distance &+= count &* level
        sums[node].reciprocal += Double(count) * part
      }
    }
    levels.moving = moving
    return any
  }

  /// Whether no bit is set. A comparison of vectors goes lane by lane where lanes are this wide.
  @inline(__always)
  private static func isEmpty(_ bits: Lanes) -> Bool {
    let half = bits.lowHalf | bits.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter[0] | quarter[1] == 0
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

  /// The working memory of one thread: 194 bytes an actor.
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

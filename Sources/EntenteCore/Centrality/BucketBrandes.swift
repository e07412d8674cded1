/// Shortest routes with lengths, and Brandes' sums over them, by buckets instead of a heap.
///
/// A bucket is no wider than the shortest tie, so the actors in the nearest bucket can't shorten
/// each other's routes: they are final as they come, without sorting. Most actors have one last
/// tie on all their shortest routes; it is remembered, and the way back then costs one step for such
/// an actor instead of a look at all its ties.
///
/// Reference: Dial 1969, doi:10.1145/363269.363610; Brandes 2001.
struct BucketBrandes: Sendable {
  /// More buckets than this cost more than a heap does.
  private static let mostBuckets = 1 << 14

  private let nodeCount: Int
  private let ranks: [Int32]
  private let outOffsets: [Int]
  private let heads: [Int32]
  private let outLengths: [Int64]
  private let inOffsets: [Int]
  private let tails: [Int32]
  private let inLengths: [Int64]
  private let shift: Int64
  private let bucketCount: Int

  /// - Parameters:
  ///   - graph: the ties that routes follow.
  ///   - lengths: aligned to the graph's arcs, above 0, such that no route exceeds 62 bits.
  /// - Returns: nil where the longest tie is too many times longer than the shortest.
  init?(_ graph: AspectGraph, _ lengths: [Int64]) {
    guard let shortest = lengths.min(), let longest = lengths.max() else { return nil }
    precondition(shortest > 0 && lengths.count == graph.arcCount)
    let shift = Int64(63 - shortest.leadingZeroBitCount)
    guard longest >> shift < Self.mostBuckets / 2 else { return nil }
    var count = 4
    while count < Int(longest >> shift) + 3 { count *= 2 }
    self.shift = shift
    bucketCount = count
    let ordered = DegreeOrderedGraph(graph, keepingArcs: true)
    nodeCount = ordered.nodeCount
    ranks = ordered.ranks
    outOffsets = ordered.offsets
    heads = ordered.neighbours
    outLengths = ordered.arcs.map { lengths[$0] }
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for head in heads { offsets[Int(head) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var cursor = offsets
    var tails = [Int32](repeating: 0, count: heads.count)
    var inLengths = [Int64](repeating: 0, count: heads.count)
    for node in 0..<nodeCount {
      for arc in outOffsets[node]..<outOffsets[node + 1] {
        let head = Int(heads[arc])
        tails[cursor[head]] = Int32(node)
        inLengths[cursor[head]] = outLengths[arc]
        cursor[head] += 1
      }
    }
    inOffsets = offsets
    self.tails = tails
    self.inLengths = inLengths
  }

  /// Sources by rank.
  func ordered(_ sources: [Int32]) -> [Int32] {
    sources.map { ranks[Int($0)] }.sorted()
  }

  /// Values by rank put in the order of dense ids.
  func byActor(_ values: [Double]) -> [Double] {
    ranks.map { values[Int($0)] }
  }

  /// The contribution of some sources, given by rank, to the betweenness of every rank.
  func sum(ranks sources: ArraySlice<Int32>, shouldStop: () -> Bool) -> [Double] {
    var search = Search(nodeCount: nodeCount, arcCount: heads.count, bucketCount: bucketCount)
    return withArcs { arcs in
      for source in sources {
        if shouldStop() { break }
        search.run(from: Int(source), arcs)
        search.collect(source: Int(source), arcs)
        search.clear()
      }
      return search.total.prefix(nodeCount)
    }
  }

  /// For some sources, given by rank: how many others each reaches, and the sums of their lengths
  /// and of the reciprocals, in units of the lengths.
  func distances(
    ranks sources: ArraySlice<Int32>, shouldStop: () -> Bool
  ) -> [(reached: Int, distance: Double, reciprocal: Double)] {
    var search = Search(nodeCount: nodeCount, arcCount: heads.count, bucketCount: bucketCount)
    return withArcs { arcs in
      var sums: [(reached: Int, distance: Double, reciprocal: Double)] = []
      sums.reserveCapacity(sources.count)
      for source in sources {
        if shouldStop() { break }
        search.run(from: Int(source), arcs)
        var distance = 0.0
        var reciprocal = 0.0
        for place in 1..<max(1, search.reached) {
          let length = Double(search.distance[search.order[place]])
          distance += length
          reciprocal += 1 / length
        }
        sums.append((search.reached - 1, distance, reciprocal))
        search.clear()
      }
      return sums
    }
  }

  private func withArcs<Result>(_ body: (Arcs) -> Result) -> Result {
    outOffsets.withUnsafeBufferPointer { outOffsets in
      heads.withUnsafeBufferPointer { heads in
        outLengths.withUnsafeBufferPointer { outLengths in
          inOffsets.withUnsafeBufferPointer { inOffsets in
            tails.withUnsafeBufferPointer { tails in
              inLengths.withUnsafeBufferPointer { inLengths in
                body(
                  Arcs(
                    outOffsets: outOffsets, heads: heads, outLengths: outLengths,
                    inOffsets: inOffsets, tails: tails, inLengths: inLengths, shift: shift))
              }
            }
          }
        }
      }
    }
  }

  /// Both directions of the ties, without bounds checks in release builds.
  private struct Arcs {
    let outOffsets: UnsafeBufferPointer<Int>
    let heads: UnsafeBufferPointer<Int32>
    let outLengths: UnsafeBufferPointer<Int64>
    let inOffsets: UnsafeBufferPointer<Int>
    let tails: UnsafeBufferPointer<Int32>
    let inLengths: UnsafeBufferPointer<Int64>
    let shift: Int64
  }

  /// The working memory of one thread: 40 bytes an actor and 8 bytes a tie.
  private struct Search: ~Copyable {
    private static let far = Int64.max
    /// In place of the last tie's tail: several ties end shortest routes.
    private static let several: Int32 = -2

    let total: FixedBuffer<Double>
    let distance: FixedBuffer<Int64>
    let paths: FixedBuffer<Double>
    let dependency: FixedBuffer<Double>
    /// The actor before the last on all shortest routes to an actor, or ``several``.
    let before: FixedBuffer<Int32>
    /// The actors reached, nearest bucket first; the source is the first.
    let order: FixedBuffer<Int32>
    private(set) var reached = 0
    /// The first entry of each bucket, −1 for an empty one; entries are chained in `following`.
    private let first: FixedBuffer<Int32>
    private let entry: FixedBuffer<Int32>
    private let following: FixedBuffer<Int32>
    private let bucketMask: Int

    init(nodeCount n: Int, arcCount: Int, bucketCount: Int) {
      total = FixedBuffer(repeating: 0, count: n)
      distance = FixedBuffer(repeating: Self.far, count: n)
      paths = FixedBuffer(repeating: 0, count: n)
      dependency = FixedBuffer(repeating: 0, count: n)
      before = FixedBuffer(repeating: -1, count: n)
      order = FixedBuffer(repeating: 0, count: n)
      first = FixedBuffer(repeating: -1, count: bucketCount)
      // An entry for the source, and at most one for each tie that shortens a route.
      entry = FixedBuffer(repeating: 0, count: arcCount + 1)
      following = FixedBuffer(repeating: 0, count: arcCount + 1)
      bucketMask = bucketCount - 1
    }

    mutating func run(from source: Int, _ arcs: Arcs) {
      let shift = arcs.shift
      var entries = 1
      var waiting = 1
      var count = 0
      entry[0] = Int32(source)
      following[0] = -1
      first[0] = 0
      distance[source] = 0
      paths[source] = 1
      var bucket: Int64 = 0
      while waiting > 0 {
        let slot = Int(truncatingIfNeeded: bucket) & bucketMask
        var next = first[slot]
        first[slot] = -1
        while next >= 0 {
          let node = Int(entry[Int(next)])
          next = following[Int(next)]
          waiting -= 1
          let own = distance[node]
          // An entry from before the actor moved to a nearer bucket.
          if own &>> shift != bucket { continue }
          order[count] = Int32(node)
          count += 1
          let routes = paths[node]
          var arc = arcs.outOffsets[node]
          let end = arcs.outOffsets[node + 1]
          while arc < end {
            let head = Int(arcs.heads[arc])
            let reach = own &+ arcs.outLengths[arc]
            arc += 1
            let known = distance[head]
            if reach > known { continue }
            if reach == known {
              paths[head] += routes
              before[head] = Self.several
              continue
            }
            distance[head] = reach
            paths[head] = routes
            before[head] = Int32(node)
            let place = reach &>> shift
            if known == Self.far || known &>> shift != place {
              let home = Int(truncatingIfNeeded: place) & bucketMask
              entry[entries] = Int32(head)
              following[entries] = first[home]
              first[home] = Int32(entries)
              entries += 1
              waiting += 1
            }
          }
        }
        bucket += 1
      }
      reached = count
    }

    /// Adds up what each actor passes on, from the farthest back.
    func collect(source: Int, _ arcs: Arcs) {
      var place = reached - 1
      while place > 0 {
        let node = Int(order[place])
        place -= 1
        let own = dependency[node]
        total[node] += own
        let routes = paths[node]
        // Infinitely many: a share of 0 would pass for an answer further on.
        if routes == .infinity { total[node] = .nan }
        let share = (1 + own) / routes
        let last = before[node]
        if last >= 0 {
          dependency[Int(last)] += share * paths[Int(last)]
          continue
        }
        let goal = distance[node]
        for arc in arcs.inOffsets[node]..<arcs.inOffsets[node + 1] {
          let tail = Int(arcs.tails[arc])
          // Actors that were not reached are infinitely far: their sum must not wrap around.
          if distance[tail] < goal, distance[tail] + arcs.inLengths[arc] == goal {
            dependency[tail] += share * paths[tail]
          }
        }
      }
    }

    mutating func clear() {
      for place in 0..<reached {
        let node = Int(order[place])
        distance[node] = Self.far
        dependency[node] = 0
      }
      reached = 0
    }
  }
}

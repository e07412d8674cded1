extension RelationGraph {
  /// Coreness: the largest k for which an actor belongs to the k-core, the part of the graph in
  /// which everyone has at least k ties to the others in it.
  ///
  /// - Direction: `.undirected`: neighbours, tied in either direction or both, count once;
  ///   `.incoming` and `.outgoing`: ties that arrive, or leave.
  /// - Weight: none; a tie of weight 0 is no tie.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let core = try graph.coreness().max()
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - direction: undirected by default.
  /// - Returns: whole numbers 0…n − 1 aligned to dense ids; 0 for an isolated actor.
  /// - Throws: ``MeasureError/negativeWeight(measure:aspect:source:target:)``.
  /// - Complexity: time O(n + m); memory 16 bytes an actor, and a copy of the ties where some have
  ///   weight 0 or one direction counts.
  /// - Reference: Seidman 1983, doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaveršnik 2011,
  ///   doi:10.1007/s11634-010-0079-y.
  public func coreness(
    on aspect: TieAspect = .accord,
    direction: TieDirection = .undirected
  ) throws(MeasureError) -> [Int] {
    let name = MeasureCatalog.coreness.name
    if direction == .undirected, aspect != .net, hasOnlyTies(aspect) {
      return joinedCoreness()
    }
    let counted = try AspectGraph(self, aspect, direction, refusingNegativesFor: name)
    // Who loses a tie when an actor is taken away: those in whose lists the actor stands.
    let losing =
      switch direction {
      case .undirected: counted
      case .incoming: try AspectGraph(self, aspect, .outgoing)
      case .outgoing: try AspectGraph(self, aspect, .incoming)
      }
    let left = FixedBuffer<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { left[node] = Int32(counted.arcs(node).count) }
    var peeling = Peeling(left)
    losing.offsets.withUnsafeBufferPointer { offsets in
      losing.neighbours.withUnsafeBufferPointer { neighbours in
        peeling.run { peeling, node in
          for arc in offsets[node]..<offsets[node + 1] { peeling.lose(neighbours[arc], 1) }
        }
      }
    }
    return peeling.coreness()
  }

  /// Whether no tie has weight 0 under tension or accord.
  private func hasOnlyTies(_ aspect: TieAspect) -> Bool {
    (aspect == .accord ? accord : tension).allSatisfy { $0 > 0 }
  }

  /// Undirected coreness straight from the two lists of each actor. Neighbours who stand in both are
  /// found by marking those of the first list, which is faster than merging the lists.
  private func joinedCoreness() -> [Int] {
    let n = nodeCount
    return outOffsets.withUnsafeBufferPointer { outOffsets in
      targets.withUnsafeBufferPointer { heads in
        inOffsets.withUnsafeBufferPointer { inOffsets in
          inSources.withUnsafeBufferPointer { tails in
            let left = FixedBuffer<Int32>(repeating: 0, count: n)
            let mark = FixedBuffer<Int32>(repeating: -1, count: n)
            for node in 0..<n {
              let own = Int32(truncatingIfNeeded: node)
              var count = Int32(truncatingIfNeeded: outOffsets[node + 1] - outOffsets[node])
              for tie in outOffsets[node]..<outOffsets[node + 1] { mark[heads[tie]] = own }
              for place in inOffsets[node]..<inOffsets[node + 1] {
                count &+= mark[tails[place]] == own ? 0 : 1
              }
              left[node] = count
            }
            for node in 0..<n { mark[node] = -1 }
            var peeling = Peeling(left)
            peeling.run { peeling, node in
              let own = Int32(truncatingIfNeeded: node)
              for tie in outOffsets[node]..<outOffsets[node + 1] {
                let head = heads[tie]
                mark[head] = own
                peeling.lose(head, 1)
              }
              for place in inOffsets[node]..<inOffsets[node + 1] {
                let tail = tails[place]
                peeling.lose(tail, mark[tail] == own ? 0 : 1)
              }
            }
            return peeling.coreness()
          }
        }
      }
    }
  }
}

/// Takes actors away level by level: at level k all who have k ties left, and those who come down to
/// k because of it. Nothing is kept sorted; each level looks through the actors of higher coreness,
/// and all levels together look at no more of them than there are ties.
///
/// Whether an actor is kept, or queued, is as good as random, so both lists are written without
/// asking and their ends move by 0 or 1. A number of ties that has come down to the level stays there.
private struct Peeling: ~Copyable {
  /// The ties that each actor has left; in the end, its coreness.
  private let left: FixedBuffer<Int32>
  /// Who was not taken away before the level at hand.
  private let remaining: FixedBuffer<Int32>
  /// Who is to be taken away, in order; one place more than there are actors.
  private let queue: FixedBuffer<Int32>
  private var queued = 0
  private var level: Int32 = 0

  init(_ left: consuming FixedBuffer<Int32>) {
    let n = left.count
    self.left = left
    remaining = FixedBuffer(repeating: 0, count: n)
    queue = FixedBuffer(repeating: 0, count: n + 1)
  }

  /// Counts off a tie (1) or none (0) of an actor who has more than the level left.
  @inline(__always)
  mutating func lose(_ actor: Int32, _ tie: Int32) {
    let ties = left[actor]
    left[actor] = ties &- (ties > level ? tie : 0)
    queue[queued] = actor
    queued &+= ties == level &+ 1 ? Int(tie) : 0
  }

  /// - Parameter takeAway: tells ``lose(_:_:)`` of everyone who loses a tie with an actor.
  @inline(__always)
  mutating func run(_ takeAway: (inout Peeling, _ actor: Int) -> Void) {
    let n = left.count
    var count = n
    for node in 0..<n { remaining[node] = Int32(truncatingIfNeeded: node) }
    var next = 0
    while next < n {
      var kept = 0
      for place in 0..<count {
        let actor = remaining[place]
        let ties = left[actor]
        remaining[kept] = actor
        kept &+= ties > level ? 1 : 0
        queue[queued] = actor
        queued &+= ties == level ? 1 : 0
      }
      count = kept
      while next < queued {
        takeAway(&self, Int(queue[next]))
        next += 1
      }
      level += 1
    }
  }

  func coreness() -> [Int] { left.prefix(left.count).map(Int.init) }
}

extension MeasureCatalog {
  /// The innermost core that an actor belongs to.
  public static let coreness = Measure(
    name: "k-core",
    title: "Coreness (k-core)",
    definition:
      "The largest k for which the actor belongs to the k-core: the largest part of the graph in which everyone has at least k ties to others in it.",
    direction:
      "neighbours tied in either direction or both count once; arriving or leaving ties on request",
    weight: "none; ties of weight 0 are no ties",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "whole numbers from 0 to n − 1",
    complexity: "time and memory O(n + m)",
    references: [
      .init(
        "Seidman 1983, Network structure and minimum degree, Social Networks 5",
        doi: "10.1016/0378-8733(83)90028-X"
      ),
      .init(
        "Batagelj & Zaveršnik 2011, Fast algorithms for determining (generalized) core groups in social networks, Advances in Data Analysis and Classification 5",
        doi: "10.1007/s11634-010-0079-y"
      ),
    ],
    compute: { graph, aspect, _, _ throws(MeasureError) in
      [.init("k-core", try graph.coreness(on: aspect).map(Double.init))]
    }
  )
}

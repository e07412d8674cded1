/// A division into blocs that a search for high signed modularity found.
public struct LeidenBlocs: Sendable, Hashable {
  /// The blocs found.
  public let partition: Partition
  /// Their signed modularity at the resolution asked for; undefined without ties.
  public let modularity: Measured
  /// How many times the search went through the graph.
  public let iterations: Int
  /// The seed that gives this division again.
  public let seed: UInt64
}

extension SignedTies {
  /// Looks for blocs with a high signed modularity, in a large graph too.
  ///
  /// Three steps in turn, as in the Leiden algorithm, until nothing improves: actors move to the bloc
  /// where modularity gains most; inside each bloc, actors are joined again from scratch into parts
  /// that hold together; each part becomes one node of a smaller graph, on which actors move again.
  /// Where it is affordable an actor may also join a bloc that it has no tie to, because two actors
  /// with the same enemies belong together under signed modularity.
  ///
  /// This is a heuristic: the blocs are good, not proven best, and a bloc may hold actors that no tie
  /// connects. The exact line index has its own name.
  ///
  /// - Direction: joined by ``SignedTies``.
  /// - Weight: the joined net.
  /// - Sign: kept; the objective is ``modularity(of:resolution:)``.
  ///
  /// ```swift
  /// let found = try SignedTies(graph).leidenBlocs(seed: 7)
  /// print(found.partition.blocCount, found.modularity.value ?? "no ties")
  /// ```
  ///
  /// - Parameters:
  ///   - resolution: what multiplies the chance terms; 1 and 1 by default.
  ///   - iterations: the most times to go through the graph, 1 or more; it stops earlier when nothing
  ///     improves.
  ///   - seed: of the order in which actors are visited; the same seed gives the same blocs.
  ///   - control: cancellation.
  /// - Returns: blocs, with isolated actors each on their own.
  /// - Throws: ``PartitionError/unusableResolution(_:)``, ``PartitionError/cancelled``.
  /// - Complexity: about O(actors + ties) for each time through; about 48 bytes a tie and 90 bytes an
  ///   actor.
  ///
  /// References: Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z; Gómez, Jensen &
  /// Arenas 2009, doi:10.1103/PhysRevE.80.016114.
  public func leidenBlocs(
    resolution: ModularityResolution = ModularityResolution(), iterations: Int = 3,
    seed: UInt64 = 1, control: RunControl = .standard
  ) throws(PartitionError) -> LeidenBlocs {
    try resolution.check()
    var best = Partition.singletons(nodeCount)
    var quality = try modularity(of: best, resolution: resolution)
    var rounds = 0
    if tieCount > 0 {
      let bottom = LeidenGraph(self)
      let search = LeidenSearch(bottom, resolution: resolution, control)
      var generator = SeededGenerator(seed: seed)
      while rounds < max(1, iterations) {
        let labels = try search.improve(bottom, from: best.labels, generator: &generator)
        let found = Partition(dense: labels, count: nodeCount)
        let foundQuality = try modularity(of: found, resolution: resolution)
        rounds += 1
        guard let new = foundQuality.value, let old = quality.value, new > old + 1e-12 else {
          break
        }
        best = found
        quality = foundQuality
      }
    }
    return LeidenBlocs(partition: best, modularity: quality, iterations: rounds, seed: seed)
  }
}

/// The graph at one level of the search: actors at the bottom, parts of blocs above. Ties inside a
/// node are left out, because they don't matter to where it belongs.
struct LeidenGraph: ~Copyable {
  let nodeCount: Int
  let offsets: FixedBuffer<Int>
  let neighbors: FixedBuffer<Int32>
  let weights: FixedBuffer<Double>
  /// The sums of each node's positive and negative ties, both at least 0.
  let strengths: FixedBuffer<SIMD2<Double>>
  /// The bloc that each node is in, `0..<nodeCount`; changed in place as the search goes on.
  let labels: FixedBuffer<Int32>

  /// The bottom level. Weights are divided by a power of two near the largest, which changes no
  /// comparison and keeps products from overflowing.
  init(_ ties: SignedTies) {
    let largest = ties.weights.reduce(0) { max($0, abs($1)) }
    let unit = largest.isNormal ? largest.binade : 1
    nodeCount = ties.nodeCount
    offsets = FixedBuffer(ties.offsets)
    neighbors = FixedBuffer(ties.neighbors)
    weights = FixedBuffer(repeating: 0, count: ties.weights.count)
    strengths = FixedBuffer(repeating: .zero, count: ties.nodeCount)
    labels = FixedBuffer(repeating: 0, count: ties.nodeCount)
    for node in 0..<nodeCount {
      var sum = SIMD2<Double>.zero
      for position in ties.offsets[node]..<ties.offsets[node + 1] {
        let weight = ties.weights[position] / unit
        weights[position] = weight
        sum += SIMD2(max(weight, 0), max(-weight, 0))
      }
      strengths[node] = sum
    }
  }

  init(
    offsets: [Int], neighbors: consuming FixedBuffer<Int32>, weights: consuming FixedBuffer<Double>,
    strengths: consuming FixedBuffer<SIMD2<Double>>, labels: consuming FixedBuffer<Int32>
  ) {
    nodeCount = offsets.count - 1
    self.offsets = FixedBuffer(offsets)
    self.neighbors = neighbors
    self.weights = weights
    self.strengths = strengths
    self.labels = labels
  }
}

/// The ties from one node to a bloc, added up during one visit.
struct LeidenCell {
  var weight = 0.0
  /// The visit that this sum belongs to; a sum of another visit counts as 0.
  var visit: Int32 = -1
}

/// The search itself: what is common to all levels.
struct LeidenSearch: ~Copyable {
  /// What an actor's two strengths are multiplied by to give its expected ties with a bloc of given
  /// strengths.
  let chance: SIMD2<Double>
  /// Scratch for the sums of one visit, and the blocs that it met.
  let cells: FixedBuffer<LeidenCell>
  let met: FixedBuffer<Int32>
  let control: RunControl

  init(
    _ bottom: borrowing LeidenGraph, resolution: ModularityResolution, _ control: RunControl
  ) {
    self.control = control
    var all = SIMD2<Double>.zero
    for node in 0..<bottom.nodeCount { all += bottom.strengths[node] }
    chance = SIMD2(
      all.x > 0 ? resolution.positive / all.x : 0, all.y > 0 ? -resolution.negative / all.y : 0)
    cells = FixedBuffer(repeating: LeidenCell(), count: bottom.nodeCount)
    met = FixedBuffer(repeating: 0, count: bottom.nodeCount)
  }

  /// Goes through all levels once, and returns a bloc for each actor.
  func improve(
    _ bottom: borrowing LeidenGraph, from start: [Int32], generator: inout SeededGenerator
  ) throws(PartitionError) -> [Int32] {
    for node in 0..<bottom.nodeCount { bottom.labels[node] = start[node] }
    try move(bottom, &generator)
    var place = refine(bottom)
    var level = contract(bottom, parts: place)
    while true {
      let moved = try move(level, &generator)
      let parts = refine(level)
      let next = contract(level, parts: parts)
      // Nothing moved and nothing joined: the blocs of this level are the answer.
      if !moved && next.nodeCount == level.nodeCount { break }
      for node in place.indices { place[node] = parts[Int(place[node])] }
      level = next
    }
    return place.map { level.labels[$0] }
  }
}

extension MeasureCatalog {
  /// Blocs found by a search.
  public static let leidenBlocs = Measure(
    name: "leiden-blocs", title: "Leiden-style blocs",
    definition:
      "A division into blocs with high signed modularity, found by moving actors, refining and contracting in turn; good, not proven best.",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "proportional; scaling all weights changes nothing",
    sign:
      "kept: friends are drawn together, enemies apart, and actors with common enemies together",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "the number of each actor's bloc, from 0",
    complexity: "about O(n + m) a time through, at most 3",
    references: [
      .init(
        "Traag, Waltman & van Eck 2019, From Louvain to Leiden: guaranteeing well-connected communities, Scientific Reports 9",
        doi: "10.1038/s41598-019-41695-z"),
      .init(
        "Gómez, Jensen & Arenas 2009, Analysis of community structure in networks of correlated data, Physical Review E 80",
        doi: "10.1103/PhysRevE.80.016114"),
    ], scope: .actor,
    compute: { graph, _, _, control throws(MeasureError) in
      let ties = try signedTies(graph, for: "leiden-blocs")
      let blocs = try answer(for: "leiden-blocs") { () throws(PartitionError) in
        try ties.leidenBlocs(control: control)
      }
      return [.init("leiden-blocs", blocs.partition.labels.map(Double.init))]
    })
}

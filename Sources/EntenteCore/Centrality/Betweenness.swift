/// How the length of a tie follows from its weight.
public enum TieLength: String, Sendable, CaseIterable {
  /// Every tie has length 1.
  case hops
  /// A tie has length 1/weight: the stronger, the shorter.
  case reciprocal
}

extension RelationGraph {
  /// Betweenness: how much of the traffic on shortest routes passes through each actor.
  ///
  /// For actor v, the sum over all pairs s, t of other actors of the share of the shortest routes
  /// from s to t that pass through v. A pair without a route adds nothing.
  ///
  /// - Direction: routes follow the ties; `.incoming` gives the same values, `.undirected` joins
  ///   both directions and counts every pair once.
  /// - Weight: none with `.hops`; with `.reciprocal` a tie is 1/weight long. Lengths are whole
  ///   numbers of a common unit, so equally long routes are recognized exactly: see
  ///   ``MeasureCatalog/weightedBetweenness``. A tie of weight 0 is no tie.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let brokers = try graph.betweenness(length: .reciprocal)
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default: routes run over cooperation.
  ///   - length: hops by default.
  ///   - direction: which way routes run.
  ///   - normalized: whether to divide by the number of pairs, (n − 1)(n − 2), or half of it when
  ///     undirected; with fewer than three actors all values are 0.
  ///   - control: threads, cancellation, progress.
  /// - Returns: values aligned to dense ids, 0 up to the number of pairs, or 0…1 if normalized.
  /// - Throws: ``MeasureError`` for a negative tie, weights too far apart, more shortest routes
  ///   than a double counts, or cancellation.
  /// - Complexity: time O(nm), weighted O(nm + n² log n); memory O(n + m) and O(n) a thread.
  /// - Reference: Brandes 2001, doi:10.1080/0022250X.2001.9990249; Freeman 1977,
  ///   doi:10.2307/3033543.
  public func betweenness(
    on aspect: TieAspect = .accord,
    length: TieLength = .hops,
    direction: TieDirection = .outgoing,
    normalized: Bool = false,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Double] {
    let sources = (0..<Int32(nodeCount)).map { $0 }
    var values = try betweenness(
      from: sources,
      on: aspect,
      length: length,
      direction: direction,
      control: control
    )
    if normalized {
      var pairs = Double(max(0, nodeCount - 1)) * Double(max(0, nodeCount - 2))
      if direction == .undirected { pairs /= 2 }
      if pairs > 0 { for node in values.indices { values[node] /= pairs } }
    }
    return values
  }

  /// The part of betweenness that routes from some actors contribute.
  ///
  /// With all actors as sources this is ``betweenness(on:length:direction:normalized:control:)``;
  /// with a sample it is the term from which an estimate is made. Undirected values are halved
  /// here too, because every pair is met from both of its ends when all actors are sources.
  ///
  /// - Parameters:
  ///   - sources: dense ids; one that is given twice counts twice.
  ///   - aspect: accord by default.
  ///   - length: hops by default.
  ///   - direction: which way routes run.
  ///   - control: threads, cancellation, progress.
  /// - Returns: values aligned to dense ids.
  public func betweenness(
    from sources: [Int32],
    on aspect: TieAspect = .accord,
    length: TieLength = .hops,
    direction: TieDirection = .outgoing,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Double] {
    let name = MeasureCatalog.betweenness.name
    for source in sources where source < 0 || source >= nodeCount {
      throw .unusableParameter(
        measure: name,
        parameter: "source",
        value: Double(source),
        allowed: "an actor of the graph"
      )
    }
    let graph = try AspectGraph(
      self,
      aspect,
      direction,
      refusingNegativesFor: name
    )
    let sums: [Double]?
    switch length {
    case .hops:
      sums = try hopBetweenness(graph, aspect, direction, sources, control)
    case .reciprocal:
      switch try TieLengths(weights: graph.weights, nodeCount: nodeCount, measure: name) {
      case .narrow(let lengths, _, _):
        if let buckets = BucketBrandes(graph, lengths) {
          sums = Brandes.sum(
            nodeCount: nodeCount, sources: buckets.ordered(sources), control: control
          ) {
            buckets.sum(ranks: $0, shouldStop: $1)
          }.map(buckets.byActor)
        } else {
          sums = Brandes.sum(nodeCount: nodeCount, sources: sources, control: control) {
            PlainBrandes.weighted(graph, lengths, sources: $0, shouldStop: $1)
          }
        }
      case .wide(let lengths, _, _):
        sums = Brandes.sum(nodeCount: nodeCount, sources: sources, control: control) {
          PlainBrandes.weighted(graph, lengths, sources: $0, shouldStop: $1)
        }
      }
    }
    guard var values = sums else { throw .cancelled(measure: name) }
    if direction == .undirected { for node in values.indices { values[node] /= 2 } }
    if !values.allSatisfy(\.isFinite) { throw .pathCountOverflow(measure: name) }
    return values
  }

  /// Eight searches at once pay off once there is a batch of them; a small graph is done before the
  /// vectors are set up.
  private func hopBetweenness(
    _ graph: AspectGraph, _ aspect: TieAspect, _ direction: TieDirection, _ sources: [Int32],
    _ control: RunControl
  ) throws(MeasureError) -> [Double]? {
    guard nodeCount >= 48, sources.count >= LaneBrandes.width else {
      return Brandes.sum(nodeCount: nodeCount, sources: sources, control: control) {
        PlainBrandes.hops(graph, sources: $0, shouldStop: $1)
      }
    }
    let reversed =
      switch direction {
      case .undirected: graph
      case .outgoing: try AspectGraph(self, aspect, .incoming)
      case .incoming: try AspectGraph(self, aspect, .outgoing)
      }
    let lanes = LaneBrandes(graph, reversed: reversed)
    let sums = Brandes.sum(
      nodeCount: nodeCount, sources: lanes.ordered(sources), control: control
    ) {
      lanes.sum(ranks: $0, shouldStop: $1)
    }
    return sums.map(lanes.byActor)
  }

  /// An estimate of betweenness from the routes of a random sample of sources.
  ///
  /// The sampled contribution is scaled up by n / sample; it is unbiased, and exact when every
  /// actor is sampled. It has a name of its own because it is not the measure.
  ///
  /// - Parameters:
  ///   - samples: how many distinct sources, at least 1; more than n means all.
  ///   - seed: the same seed gives the same sample.
  ///   - aspect: accord by default.
  ///   - length: hops by default.
  ///   - direction: which way routes run.
  ///   - control: threads, cancellation, progress.
  /// - Returns: values aligned to dense ids.
  /// - Reference: Brandes & Pich 2007, doi:10.1142/S0218127407018403.
  public func betweennessEstimate(
    samples: Int,
    seed: UInt64,
    on aspect: TieAspect = .accord,
    length: TieLength = .hops,
    direction: TieDirection = .outgoing,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Double] {
    guard samples >= 1 else {
      throw .unusableParameter(
        measure: MeasureCatalog.betweenness.name,
        parameter: "samples",
        value: Double(samples),
        allowed: "1 or more"
      )
    }
    var order = (0..<Int32(nodeCount)).map { $0 }
    var generator = SeededGenerator(seed: seed)
    let count = min(samples, nodeCount)
    for place in 0..<count {
      order.swapAt(place, place + generator.below(nodeCount - place))
    }
    var values = try betweenness(
      from: order.prefix(count).sorted(),
      on: aspect,
      length: length,
      direction: direction,
      control: control
    )
    if count < nodeCount {
      let scale = Double(nodeCount) / Double(count)
      for node in values.indices { values[node] *= scale }
    }
    return values
  }
}

/// How the contributions of sources are shared out and added up.
enum Brandes {
  /// The sum of what `kernel` makes of consecutive pieces of the sources, or nil if cancelled.
  ///
  /// The pieces follow from the number of sources alone, and are added up in order, so the sum is
  /// the same to the last bit on any number of threads.
  static func sum(
    nodeCount: Int,
    sources: [Int32],
    control: RunControl,
    pieceMultiple: Int = 16,
    kernel: @escaping @Sendable (ArraySlice<Int32>, () -> Bool) -> [Double]
  ) -> [Double]? {
    guard !sources.isEmpty else { return Array(repeating: 0, count: nodeCount) }
    let batches = (sources.count + pieceMultiple - 1) / pieceMultiple
    let size = (batches + 31) / 32 * pieceMultiple
    let pieces = (sources.count + size - 1) / size
    let parts = ParallelWork.map(jobs: pieces, control: control) { piece, shouldStop in
      let first = piece * size
      return kernel(sources[first..<min(first + size, sources.count)], shouldStop)
    }
    guard let parts else { return nil }
    var total = [Double](repeating: 0, count: nodeCount)
    for part in parts {
      for node in total.indices { total[node] += part[node] }
    }
    return total
  }
}

extension MeasureCatalog {
  /// The share of shortest routes that pass through an actor.
  public static let betweenness = Measure(
    name: "betweenness",
    title: "Betweenness",
    definition:
      "The sum over all pairs of other actors of the share of their shortest routes that pass through the actor.",
    direction: "routes follow the ties; undirected on request, each pair then counts once",
    weight: "none: every tie is 1 long; see weighted-betweenness",
    sign:
      "defined for weights of 0 or more: a negative tie is refused; ties of weight 0 are no ties",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "0 to (n − 1)(n − 2), half of it undirected; 0 to 1 when normalized",
    complexity: "time O(nm); memory O(n + m), and O(n) a thread",
    references: [
      .init(
        "Freeman 1977, A set of measures of centrality based on betweenness, Sociometry 40",
        doi: "10.2307/3033543"
      ),
      .init(
        "Brandes 2001, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25",
        doi: "10.1080/0022250X.2001.9990249"
      ),
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [.init("betweenness", try graph.betweenness(on: aspect, control: control))]
    }
  )

  /// The share of the shortest routes that pass through an actor, where strong ties are short.
  public static let weightedBetweenness = Measure(
    name: "weighted-betweenness",
    title: "Weighted betweenness",
    definition:
      "As betweenness, with ties 1/weight long: the share of the routes over the strongest ties that pass through the actor, summed over all pairs of others.",
    direction: betweenness.direction,
    weight: weightsAsLengths,
    sign: betweenness.sign,
    defaultAspect: betweenness.defaultAspect,
    acceptedAspects: betweenness.acceptedAspects,
    range: "0 to (n − 1)(n − 2)",
    complexity: "time O(nm + n² log n); memory O(n + m), and O(n + m) a thread",
    references: betweenness.references,
    compute: { graph, aspect, _, control throws(MeasureError) in
      [
        .init(
          "weighted-betweenness",
          try graph.betweenness(on: aspect, length: .reciprocal, control: control))
      ]
    }
  )

  /// How weights become lengths that can be compared exactly.
  static let weightsAsLengths =
    "a tie is 1/weight long. Lengths are whole numbers of a common unit, so ties for the shortest are exact: weights that are fractions p/q (q up to 2^20) get a unit that divides them all when one exists within 126 bits; otherwise lengths are rounded to a unit of at most 2^-32 of the shortest"
}

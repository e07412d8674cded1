/// Which ties the PN index counts.
public enum PNMode: String, Sendable, CaseIterable {
  /// Ties joined to undirected ones.
  case all
  /// Ties that arrive.
  case incoming
  /// Ties that leave.
  case outgoing
}

extension RelationGraph {
  /// PN index: status from positive and negative ties together, in networks that need not be
  /// balanced.
  ///
  /// With P and N the 0/1 matrices of positive and negative ties and A = P − 2N, the row sums of
  /// (I − A/(2n − 2))⁻¹ for all ties; of (I − AᵀA/(2n − 2)²)⁻¹ (I + Aᵀ/(2n − 2)) for arriving ties;
  /// and with A and Aᵀ exchanged for leaving ones.
  ///
  /// - Direction: `.all` joins the two directions and takes the sign of their sum; `.incoming` and
  ///   `.outgoing` take ties as they are.
  /// - Weight: none but its sign.
  /// - Sign: the point of it: a negative tie takes away twice what a positive one gives.
  ///
  /// ```swift
  /// let status = try graph.pnIndex(.incoming)
  /// ```
  ///
  /// - Parameters:
  ///   - mode: all ties by default.
  ///   - aspect: net by default. On accord every tie is positive; tension is refused, because it
  ///     has no positive side.
  ///   - control: cancellation.
  /// - Returns: values aligned to dense ids, around 1: an isolated actor has 1; for undirected ties
  ///   −1…2. A graph of one actor has 1.
  /// - Throws: ``MeasureError/undefined(measure:reason:)`` where the matrix has no inverse: two
  ///   actors with a negative tie, or every ordered pair negative.
  /// - Complexity: O(n + m) a step of conjugate gradients, about 30 steps.
  /// - Reference: Everett & Borgatti 2014, doi:10.1016/j.socnet.2014.03.005.
  public func pnIndex(
    _ mode: PNMode = .all,
    on aspect: TieAspect = .net,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Double] {
    let name = MeasureCatalog.pnIndex.name
    guard aspect != .tension else {
      throw .aspectRefused(measure: name, aspect: aspect, accepted: [.net, .accord])
    }
    guard nodeCount > 1 else { return Array(repeating: 1, count: nodeCount) }
    let n = Double(nodeCount)
    let unit = 1 / (2 * n - 2)
    func rows(_ direction: TieDirection) throws(MeasureError) -> (SparseRows, negatives: Int) {
      let graph = try AspectGraph(self, aspect, direction)
      let signs = graph.weights.map { $0 > 0 ? unit : -2 * unit }
      return (
        SparseRows(offsets: graph.offsets, columns: graph.neighbours, weights: signs),
        signs.lazy.filter { $0 < 0 }.count
      )
    }
    func refuseSingular(_ negatives: Int) throws(MeasureError) {
      if nodeCount == 2, negatives > 0 {
        throw .undefined(
          measure: name,
          reason: "two actors with a negative tie make its matrix singular"
        )
      }
    }
    let ones = [Double](repeating: 1, count: nodeCount)
    var product = ones
    switch mode {
    case .all:
      let (matrix, negatives) = try rows(.undirected)
      try refuseSingular(negatives)
      return try ConjugateGradients.solve(right: ones, measure: name, control: control) {
        matrix.multiply($0, into: &$1)
        for node in $1.indices { $1[node] = $0[node] - $1[node] }
      }
    case .incoming, .outgoing:
      let (first, negatives) = try rows(mode == .incoming ? .incoming : .outgoing)
      let (second, _) = try rows(mode == .incoming ? .outgoing : .incoming)
      try refuseSingular(negatives)
      if negatives == nodeCount * (nodeCount - 1) {
        throw .undefined(
          measure: name,
          reason: "every ordered pair is negative, which makes its matrix singular"
        )
      }
      first.multiply(ones, into: &product)
      let right = product.map { 1 + $0 }
      return try ConjugateGradients.solve(right: right, measure: name, control: control) {
        second.multiply($0, into: &product)
        first.multiply(product, into: &$1)
        for node in $1.indices { $1[node] = $0[node] - $1[node] }
      }
    }
  }
}

extension MeasureCatalog {
  /// Status from positive and negative ties.
  public static let pnIndex = Measure(
    name: "pn",
    title: "PN index",
    definition:
      "Row sums of (I − A/(2n − 2))⁻¹ with A = P − 2N, where P and N hold the positive and the negative ties: status from both together, in networks that need not be balanced.",
    direction: "all (directions joined), in and out are three columns",
    weight: "none but its sign",
    sign: "a negative tie takes away twice what a positive one gives; tension alone is refused",
    defaultAspect: .net,
    acceptedAspects: [.net, .accord],
    range: "around 1, which an isolated actor has; −1 to 2 for undirected ties",
    complexity: "time O(n + m) a step, about 30 steps; memory O(n + m)",
    references: [
      .init(
        "Everett & Borgatti 2014, Networks containing negative ties, Social Networks 38",
        doi: "10.1016/j.socnet.2014.03.005"
      )
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [
        .init("pn-all", try graph.pnIndex(.all, on: aspect, control: control)),
        .init("pn-in", try graph.pnIndex(.incoming, on: aspect, control: control)),
        .init("pn-out", try graph.pnIndex(.outgoing, on: aspect, control: control)),
      ]
    }
  )
}

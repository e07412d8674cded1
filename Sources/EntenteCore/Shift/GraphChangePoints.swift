/// When the system as a whole changes: Laplacian anomaly detection (LAD).
///
/// Every graph of a series has the signature of its ``LaplacianSpectrum``. What was typical of the
/// last few graphs is the direction that their signatures share most (their first left singular
/// vector); the score of a graph is 1 − the cosine between its signature and that direction. A
/// short and a long context are scored apart, and the larger of the two counts. A change shows as
/// a rise of the score from one graph to the next.
///
/// - Direction, weight, sign: as in ``LaplacianSpectrum``.
/// - Complexity: that of the spectra, and O(n × long × values).
/// - Reference: Huang, Hitti, Rabusseau & Rabbany 2020, doi:10.1145/3394486.3403077.
public struct GraphChangePoints: Sendable, Hashable {
  /// How one graph stands out.
  public struct Score: Sendable, Hashable {
    /// Against the short context, 0…1; nil where the graph has no ties, or fewer graphs than a short
    /// context came before.
    public let short: Double?
    /// Against the long context, or as much of it as there is.
    public let long: Double?
    /// The larger of the two.
    public var score: Double? {
      guard let short, let long else { return nil }
      return max(short, long)
    }
    /// By how much the score rose since the graph before, at least 0; 0 without a score on either.
    public internal(set) var rise: Double
  }

  /// How each graph stands out, in order.
  public let scores: [Score]

  /// Scores the graphs of an evidence over some windows, such as ``Step/periods(from:to:)`` gives.
  ///
  /// - Parameters:
  ///   - evidence: what the graphs are made from.
  ///   - windows: one for each graph, in order.
  ///   - aspect: which intensity of the ties is read.
  ///   - short: how many graphs the short context has, at least 1.
  ///   - long: how many the long one has, at least `short`.
  public init(
    of evidence: Evidence, over windows: [Window], _ aspect: TieAspect, short: Int = 3,
    long: Int = 6
  ) throws(MeasureError) {
    var spectra: [LaplacianSpectrum] = []
    for window in windows {
      spectra.append(try LaplacianSpectrum(evidence.snapshot(over: window).graph, aspect))
    }
    try self.init(spectra, short: short, long: long)
  }

  /// Scores a series of signatures.
  ///
  /// - Parameters:
  ///   - spectra: of the graphs, in order of time, all of one aspect.
  ///   - short: how many graphs the short context has, at least 1.
  ///   - long: how many the long one has, at least `short`.
  /// - Throws: an unusable parameter, or ``MeasureError/undefined(measure:reason:)`` if the solver
  ///   does not get to an end.
  public init(
    _ spectra: [LaplacianSpectrum], short: Int = 3, long: Int = 6
  ) throws(MeasureError) {
    if short < 1 || long < short {
      throw .unusableParameter(
        measure: "LAD", parameter: short < 1 ? "short context" : "long context",
        value: Double(short < 1 ? short : long),
        allowed: short < 1 ? "at least 1" : "at least the short one")
    }
    let width = spectra.map(\.values.count).max() ?? 0
    let signatures = spectra.map { spectrum in
      spectrum.signature.map { $0 + [Double](repeating: 0, count: width - $0.count) }
    }
    var scores: [Score] = []
    for (index, signature) in signatures.enumerated() {
      var parts: [Double?] = []
      for length in [short, long] {
        let context = signatures[max(0, index - length)..<index].compactMap { $0 }
        guard let signature, index >= short, !context.isEmpty else {
          parts.append(nil)
          continue
        }
        let typical = try Self.direction(context)
        let cosine = zip(signature, typical).reduce(0) { $0 + $1.0 * $1.1 }
        parts.append(max(0, min(1, 1 - cosine.magnitude)))
      }
      scores.append(Score(short: parts[0], long: parts[1], rise: 0))
    }
    for index in scores.indices.dropFirst() {
      if let now = scores[index].score, let then = scores[index - 1].score {
        scores[index].rise = max(0, now - then)
      }
    }
    self.scores = scores
  }

  /// The graphs whose score rose most, at most `count` of them, the largest rise first.
  public func largest(_ count: Int) -> [Int] {
    let rising = scores.indices.filter { scores[$0].rise > 0 }
    return Array(
      rising.sorted { (-scores[$0].rise, $0) < (-scores[$1].rise, $1) }.prefix(max(0, count)))
  }

  /// The first left singular vector of some columns, through the small matrix of their products.
  private static func direction(_ columns: [[Double]]) throws(MeasureError) -> [Double] {
    let count = columns.count
    var products = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        let product = zip(columns[row], columns[column]).reduce(0) { $0 + $1.0 * $1.1 }
        products[row * count + column] = product
        products[column * count + row] = product
      }
    }
    let weights: [Double]
    do {
      let solution = try SymmetricEigen(matrix: products, order: count)
      weights = (0..<count).map { solution.vector(count - 1, at: $0) }
    } catch {
      throw .undefined(measure: "LAD", reason: "\(error)")
    }
    var direction = [Double](repeating: 0, count: columns[0].count)
    for (column, weight) in zip(columns, weights) {
      for index in direction.indices { direction[index] += weight * column[index] }
    }
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? direction.map { $0 / length } : direction
  }
}

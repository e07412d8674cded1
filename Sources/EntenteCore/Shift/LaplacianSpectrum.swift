/// The spectrum of a graph's Laplacian, as a signature of the graph as a whole.
///
/// The Laplacian has the summed absolute weights of an actor on the diagonal, and the negative
/// weights of its ties beside it. Its eigenvalues, in descending order and scaled to length 1, tell
/// how ties are spread over the system, and not who holds them. Laplacian anomaly detection (LAD)
/// compares them over time.
///
/// - Direction: both directions are averaged; a missing one counts as 0.
/// - Weight: of the aspect. Sign: `tension` and `accord` are read apart and have none; on `net` the
///   Laplacian is the signed one, so that a system that splits without contradiction into two camps
///   has the spectrum of the same system without hostility.
/// - The signature has no size: doubling every tie leaves it as it is. Totals tell that.
/// - Reference: Huang, Hitti, Rabusseau & Rabbany 2020, doi:10.1145/3394486.3403077; signed:
///   Kunegis et al. 2010, doi:10.1137/1.9781611972801.49.
public struct LaplacianSpectrum: Sendable, Hashable {
  /// Which intensity was read.
  public let aspect: TieAspect
  /// The largest eigenvalues, descending, at least 0. Actors without ties have 0 each; those are not
  /// listed.
  public let values: [Double]

  /// How many actors a dense solution is made for.
  static let denseLimit = 400

  /// The spectrum of a graph.
  ///
  /// - Parameters:
  ///   - graph: whose ties are read without direction, as the mean of both.
  ///   - aspect: which intensity of the ties is read.
  ///   - count: how many of the largest eigenvalues to keep; nil keeps all of up to 400 actors with
  ///     ties, and the 64 largest of more.
  /// - Throws: ``MeasureError/undefined(measure:reason:)`` if the solver does not get to an end.
  /// - Complexity: O(actors³) up to 400 actors with ties; more go by products with the ties.
  public init(
    _ graph: RelationGraph, _ aspect: TieAspect, count: Int? = nil
  ) throws(MeasureError) {
    self.aspect = aspect
    let matrix = PairLaplacian(graph.pairs(aspect).filter { $0.weight != 0 })
    guard matrix.order > 0 else {
      values = []
      return
    }
    let wanted = max(
      0, min(matrix.order, count ?? (matrix.order <= Self.denseLimit ? matrix.order : 64)))
    do {
      let found =
        matrix.order <= Self.denseLimit || 3 * wanted > matrix.order
        ? try SymmetricEigen(matrix: matrix.dense, order: matrix.order, vectors: false).values
          .reversed()
        : wanted == 0 ? [] : try ThickRestartLanczos(of: matrix, count: wanted).values
      // The Laplacian has no negative eigenvalues but for rounding.
      values = found.prefix(wanted).map { max(0, $0 * matrix.unit) }
    } catch {
      throw .undefined(measure: "spectrum of the Laplacian", reason: "\(error)")
    }
  }

  /// The values scaled to length 1, or nil where there are no ties.
  public var signature: [Double]? {
    guard let largest = values.first, largest > 0 else { return nil }
    let relative = values.map { $0 / largest }
    let length = relative.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return relative.map { $0 / length }
  }

  /// How far two signatures point apart: 1 − their cosine, 0…1; nil where one has no ties.
  public func distance(to other: LaplacianSpectrum) -> Double? {
    guard let left = signature, let right = other.signature else { return nil }
    return max(0, min(1, 1 - zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }))
  }
}

/// The Laplacian of weighted pairs, over the actors that have one.
private struct PairLaplacian: SymmetricOperator {
  let order: Int
  /// What all entries were divided by, so that nothing overflows.
  let unit: Double
  private let pairs: [(first: Int, second: Int, weight: Double)]
  private let diagonal: [Double]

  init(_ pairs: [WeightedPair]) {
    let actors = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    var places: [Int32: Int] = [:]
    for (place, actor) in actors.enumerated() { places[actor] = place }
    let unit = pairs.reduce(0) { max($0, $1.weight.magnitude) }
    var diagonal = [Double](repeating: 0, count: actors.count)
    self.pairs = pairs.map {
      let (first, second) = (places[$0.first] ?? 0, places[$0.second] ?? 0)
      let weight = $0.weight / unit
      diagonal[first] += weight.magnitude
      diagonal[second] += weight.magnitude
      return (first, second, weight)
    }
    self.unit = unit
    self.diagonal = diagonal
    order = actors.count
  }

  var dense: [Double] {
    var matrix = [Double](repeating: 0, count: order * order)
    for row in 0..<order { matrix[row * order + row] = diagonal[row] }
    for pair in pairs {
      matrix[pair.first * order + pair.second] = -pair.weight
      matrix[pair.second * order + pair.first] = -pair.weight
    }
    return matrix
  }

  func multiply(
    _ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>
  ) {
    for row in 0..<order { product[row] = diagonal[row] * vector[row] }
    for pair in pairs {
      product[pair.first] -= pair.weight * vector[pair.second]
      product[pair.second] -= pair.weight * vector[pair.first]
    }
  }
}

/// The ends of the spectrum of a large symmetric matrix.
///
/// Every new direction is made orthogonal to all earlier ones twice, so rounding does not bring
/// ghost copies of eigenvalues. Reference: Lanczos 1950, doi:10.6028/jres.045.026; Parlett 1998,
/// doi:10.1137/1.9781611971163.
enum Lanczos {
  /// One eigenvalue with its eigenvector of length 1.
  struct Pair: Sendable {
    var value: Double
    var vector: [Double]
    var iterations: Int
    /// The length of Av − λv, relative to the largest eigenvalue in magnitude.
    var residual: Double
  }

  /// Which end is asked for.
  enum End { case smallest, largest }

  /// The pairs at both ends of the spectrum, on the space orthogonal to `excluded`; nil where that
  /// space is empty or the matrix is 0 on it.
  ///
  /// The start is random, from a fixed seed, so that no symmetry of the graph hides an eigenvector
  /// from it.
  static func ends(
    of matrix: SparseRows,
    excluding excluded: [[Double]] = [],
    measure: String,
    tolerance: Double,
    maxIterations: Int,
    control: RunControl
  ) throws(MeasureError) -> (smallest: Pair, largest: Pair)? {
    let n = matrix.rowCount
    let dimension = n - excluded.count
    guard dimension > 0 else { return nil }
    // Another start than before: what the earlier one holds of an eigenspace is all in the vector
    // that was found, and would be taken out together with it.
    var generator = SeededGenerator(seed: 1 + UInt64(excluded.count))
    var current = (0..<n).map { _ in generator.unit() - 0.5 }
    orthogonalize(&current, against: excluded)
    guard normalize(&current) > 0 else { return nil }
    var basis = [current]
    var diagonal: [Double] = []
    var below: [Double] = []
    var product = current
    var residual = Double.infinity
    let limit = min(dimension, maxIterations)
    for step in 1...limit {
      if control.isCancelled() { throw .cancelled(measure: measure) }
      matrix.multiply(basis[step - 1], into: &product)
      diagonal.append(dot(product, basis[step - 1]))
      orthogonalize(&product, against: basis)
      orthogonalize(&product, against: excluded)
      orthogonalize(&product, against: basis)
      let length = normalize(&product)
      let size = diagonal.reduce(0) { max($0, abs($1)) } + below.reduce(0) { max($0, abs($1)) }
      let isWhole = step == dimension || length <= size * 1e-14
      if isWhole || step % 8 == 0 || step == limit {
        guard let small = TridiagonalEigen.solve(diagonal: diagonal, below: below) else {
          throw .notConverged(
            measure: measure,
            iterations: step,
            residual: .infinity,
            tolerance: tolerance
          )
        }
        let bound = max(abs(small.values[0]), abs(small.values[step - 1]))
        let rest = isWhole ? 0 : length
        let errors = [0, step - 1].map {
          bound > 0 ? rest * abs(small.vectors[$0][step - 1]) / bound : 0
        }
        residual = max(errors[0], errors[1])
        if residual <= tolerance {
          let ends = [0, step - 1].map { end in
            Pair(
              value: small.values[end],
              vector: combine(basis, small.vectors[end]),
              iterations: step,
              residual: residual
            )
          }
          return (ends[0], ends[1])
        }
      }
      below.append(length)
      basis.append(product)
    }
    throw .notConverged(
      measure: measure,
      iterations: limit,
      residual: residual,
      tolerance: tolerance
    )
  }

  private static func combine(_ basis: [[Double]], _ factors: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: basis[0].count)
    for (vector, factor) in zip(basis, factors) {
      for index in sum.indices { sum[index] += factor * vector[index] }
    }
    _ = normalize(&sum)
    return sum
  }

  private static func orthogonalize(_ vector: inout [Double], against basis: [[Double]]) {
    for other in basis {
      let part = dot(vector, other)
      for index in vector.indices { vector[index] -= part * other[index] }
    }
  }

  private static func normalize(_ vector: inout [Double]) -> Double {
    let length = dot(vector, vector).squareRoot()
    if length > 0 { for index in vector.indices { vector[index] /= length } }
    return length
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}

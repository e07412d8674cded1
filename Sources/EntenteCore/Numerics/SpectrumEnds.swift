/// The ends of the spectrum of a sparse symmetric matrix, and whether the eigenvalue there has a
/// single eigenvector.
struct SpectrumEnds {
  /// An eigenvalue at one end.
  struct Leader: Sendable {
    var value: Double
    /// Of length 1.
    var vector: [Double]
    /// Whether the next eigenvalue is another number, to 10⁻⁹ of the largest magnitude.
    var isAlone: Bool
    var iterations: Int
    /// The length of Av − λv, relative to the largest magnitude.
    var residual: Double
  }

  private let matrix: SparseRows
  private let tolerance: Double
  private let maxIterations: Int
  /// Up to this order all eigenvalues are found at once, which is then faster and misses none.
  private static let densest = 96

  /// - Precondition: the matrix is symmetric and has a row.
  init(_ matrix: SparseRows, tolerance: Double, maxIterations: Int) {
    self.matrix = matrix
    self.tolerance = tolerance
    self.maxIterations = maxIterations
  }

  /// The leading eigenvalue.
  func leading(
    _ choice: LeadingEigenvalue, control: RunControl
  ) throws(EigenError) -> Leader {
    if control.isCancelled() { throw .cancelled }
    if matrix.rowCount <= Self.densest { return try dense(choice) }
    let largest = try end(Signed(matrix: matrix, sign: 1), control)
    let smallest = try end(Signed(matrix: matrix, sign: -1), control)
    let (high, low) = (largest.values[0], -smallest.values[0])
    let near = Self.near(high, low)
    let takesHigh = Self.takesHigh(choice, high: high, low: low, near: near)
    let found = takesHigh ? largest : smallest
    // The same search on the matrix with the vector taken out, from another start: what the first
    // start held of a larger eigenspace is all in the vector that it led to.
    let rest = Signed(
      matrix: matrix, sign: takesHigh ? 1 : -1, taken: found.vectors, weight: 2 * (high - low))
    let rival = try end(rest, seed: 2, control).values[0]
    return Leader(
      value: takesHigh ? high : low, vector: found.vectors,
      isAlone: abs(rival - found.values[0]) > near, iterations: found.iterations,
      residual: found.residual / max(abs(high), abs(low)))
  }

  private func dense(_ choice: LeadingEigenvalue) throws(EigenError) -> Leader {
    let n = matrix.rowCount
    let all = try SymmetricEigen(matrix: matrix.dense, order: n)
    let (high, low) = (all.values[n - 1], all.values[0])
    let near = Self.near(high, low)
    let takesHigh = Self.takesHigh(choice, high: high, low: low, near: near)
    let rank = takesHigh ? n - 1 : 0
    let isAlone = n == 1 || abs(all.values[rank] - all.values[takesHigh ? n - 2 : 1]) > near
    return Leader(
      value: all.values[rank], vector: (0..<n).map { all.vector(rank, at: $0) },
      isAlone: isAlone, iterations: 1, residual: 0)
  }

  private func end(
    _ symmetric: Signed, seed: UInt64 = 1, _ control: RunControl
  ) throws(EigenError) -> ThickRestartLanczos {
    try ThickRestartLanczos(
      of: symmetric, count: 1, tolerance: tolerance, limit: maxIterations, seed: seed,
      control: control)
  }

  private static func near(_ high: Double, _ low: Double) -> Double {
    1e-9 * max(abs(high), abs(low))
  }

  /// Of two opposite eigenvalues the positive one leads, so that rounding does not choose.
  private static func takesHigh(
    _ choice: LeadingEigenvalue, high: Double, low: Double, near: Double
  ) -> Bool {
    choice == .largest || high >= -low - near
  }

  /// The matrix or its negative, with a unit vector's eigenvalue moved out of the way.
  private struct Signed: SymmetricOperator {
    let matrix: SparseRows
    let sign: Double
    var taken: [Double] = []
    var weight = 0.0

    var order: Int { matrix.rowCount }

    func multiply(
      _ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>
    ) {
      matrix.multiply(vector, into: product)
      var along = 0.0
      for index in taken.indices { along += taken[index] * vector[index] }
      along *= weight
      for index in 0..<order { product[index] *= sign }
      for index in taken.indices { product[index] -= along * taken[index] }
    }
  }
}

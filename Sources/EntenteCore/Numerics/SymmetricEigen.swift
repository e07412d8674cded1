/// The eigenvalues and eigenvectors of a dense symmetric matrix.
///
/// The matrix is brought to tridiagonal form by Householder reflections and then to diagonal form by
/// implicit QR steps with Wilkinson's shift. Errors of the eigenvalues are a small multiple of the
/// rounding unit times the largest eigenvalue.
///
/// Reference: Golub & Van Loan, Matrix Computations, 4th ed. 2013, sections 8.3.1–8.3.3.
package struct SymmetricEigen: Sendable {
  /// The number of rows.
  package let order: Int
  /// The eigenvalues, ascending.
  package let values: [Double]
  /// The unit eigenvectors one after the other in the order of the values; empty if not asked for.
  package let vectors: [Double]

  /// Solves for a matrix given row by row.
  ///
  /// - Parameters:
  ///   - matrix: `order × order` finite entries, symmetric; only the lower triangle is read.
  ///   - order: the number of rows, at least 0.
  ///   - vectors: whether eigenvectors are wanted, which costs about four times as much.
  ///   - control: cancellation.
  /// - Throws: ``EigenError/noConvergence(residual:iterations:)`` if an eigenvalue needs more than
  ///   60 QR steps, which is not known to happen.
  /// - Complexity: O(order³) time; order² numbers of memory, twice with vectors.
  package init(
    matrix: [Double], order: Int, vectors wantsVectors: Bool = true,
    control: RunControl = .serial
  ) throws(EigenError) {
    precondition(matrix.count == order * order)
    var matrix = matrix
    // Scaling to a largest entry of 1 keeps squares from overflowing and underflowing.
    let scale = matrix.reduce(0) { max($0, abs($1)) }
    if scale > 0, scale != 1 { for index in matrix.indices { matrix[index] /= scale } }
    var tridiagonal = try Tridiagonal(reducing: &matrix, order: order, control)
    var rows: [Double] = []
    if wantsVectors { rows = Tridiagonal.transformation(matrix, order: order) }
    try tridiagonal.diagonalize(rotating: &rows, width: wantsVectors ? order : 0, control)
    let ranking = (0..<order).sorted {
      (tridiagonal.diagonal[$0], $0) < (tridiagonal.diagonal[$1], $1)
    }
    self.order = order
    self.values = ranking.map { tridiagonal.diagonal[$0] * scale }
    var sorted: [Double] = []
    if wantsVectors {
      sorted.reserveCapacity(order * order)
      for place in ranking { sorted += rows[place * order..<(place + 1) * order] }
    }
    self.vectors = sorted
  }

  /// One entry of one eigenvector.
  package func vector(_ rank: Int, at row: Int) -> Double { vectors[rank * order + row] }
}

/// A symmetric matrix with entries on the diagonal and beside it only.
package struct Tridiagonal: Sendable {
  /// The entries on the diagonal; the eigenvalues, unordered, once diagonalized.
  package var diagonal: [Double]
  /// The entries beside the diagonal, one fewer.
  package var beside: [Double]

  /// A matrix with these entries.
  package init(diagonal: [Double], beside: [Double]) {
    self.diagonal = diagonal
    self.beside = beside
  }

  /// Reduces a dense matrix, and leaves the unit vectors of the reflections in its columns, below
  /// the diagonal.
  fileprivate init(
    reducing matrix: inout [Double], order: Int, _ control: RunControl
  ) throws(EigenError) {
    var beside = [Double](repeating: 0, count: max(0, order - 1))
    var reflector = [Double](repeating: 0, count: order)
    var product = [Double](repeating: 0, count: order)
    var cancelled = false
    matrix.withUnsafeMutableBufferPointer { matrix in
      for column in 0..<max(0, order - 1) {
        if column % 16 == 15, control.isCancelled() {
          cancelled = true
          return
        }
        let first = column + 1
        var below = 0.0
        for row in first..<order {
          reflector[row] = matrix[row * order + column]
          if row > first { below += reflector[row] * reflector[row] }
        }
        if below == 0 {
          beside[column] = reflector[first]
          for row in first..<order { matrix[row * order + column] = 0 }
          continue
        }
        let length = (below + reflector[first] * reflector[first]).squareRoot()
        // The sign that adds up avoids cancellation.
        let image = reflector[first] > 0 ? -length : length
        beside[column] = image
        reflector[first] -= image
        var norm = 0.0
        for row in first..<order { norm += reflector[row] * reflector[row] }
        norm = norm.squareRoot()
        for row in first..<order { reflector[row] /= norm }
        // p = A u, then A ← A − 2 (u qᵀ + q uᵀ) with q = p − (uᵀp) u; lower triangle only.
        for row in first..<order { product[row] = 0 }
        for row in first..<order {
          let start = row * order
          let here = reflector[row]
          var sum = matrix[start + row] * here
          for other in first..<row {
            sum += matrix[start + other] * reflector[other]
            product[other] += matrix[start + other] * here
          }
          product[row] += sum
        }
        var overlap = 0.0
        for row in first..<order { overlap += reflector[row] * product[row] }
        for row in first..<order { product[row] -= overlap * reflector[row] }
        for row in first..<order {
          let start = row * order
          let mine = 2 * reflector[row]
          let theirs = 2 * product[row]
          for other in first...row {
            matrix[start + other] -= mine * product[other] + theirs * reflector[other]
          }
        }
        for row in first..<order { matrix[row * order + column] = reflector[row] }
      }
    }
    if cancelled { throw .cancelled }
    self.diagonal = (0..<order).map { matrix[$0 * order + $0] }
    self.beside = beside
  }

  /// The orthogonal matrix of the reduction, transposed: row `k` is the image of the `k`th axis.
  fileprivate static func transformation(_ reduced: [Double], order: Int) -> [Double] {
    var rows = [Double](repeating: 0, count: order * order)
    for row in 0..<order { rows[row * order + row] = 1 }
    var overlap = [Double](repeating: 0, count: order)
    var reflector = [Double](repeating: 0, count: order)
    for column in stride(from: order - 3, through: 0, by: -1) {
      // Rows ← rows · (I − 2 u uᵀ) where only rows and columns after `column` are touched yet.
      for row in (column + 1)..<order { reflector[row] = reduced[row * order + column] }
      for row in (column + 1)..<order {
        var sum = 0.0
        for place in (column + 1)..<order {
          sum += rows[row * order + place] * reflector[place]
        }
        overlap[row] = 2 * sum
      }
      for row in (column + 1)..<order where overlap[row] != 0 {
        for place in (column + 1)..<order {
          rows[row * order + place] -= overlap[row] * reflector[place]
        }
      }
    }
    return rows
  }

  /// Turns the diagonal into the eigenvalues, and rotates the rows of `rows` along.
  ///
  /// Started with the identity, row `k` ends as the eigenvector of `diagonal[k]`. Started with one
  /// column of it (`width` 1), each row ends as one component of each eigenvector.
  ///
  /// - Throws: ``EigenError/noConvergence(residual:iterations:)``.
  package mutating func diagonalize(
    rotating rows: inout [Double], width: Int, _ control: RunControl = .serial
  ) throws(EigenError) {
    let order = diagonal.count
    var norm = 0.0
    for value in diagonal { norm = max(norm, abs(value)) }
    for value in beside { norm = max(norm, abs(value)) }
    // Each rotation leaves rounding of this size beside the diagonal, so less can't be asked for.
    let negligible = norm * Double.ulpOfOne
    var last = order - 1
    var steps = 0
    while last > 0 {
      if abs(beside[last - 1]) <= negligible {
        beside[last - 1] = 0
        last -= 1
        steps = 0
        continue
      }
      if control.isCancelled() { throw .cancelled }
      guard steps < 60 else {
        throw .noConvergence(residual: abs(beside[last - 1]) / norm, iterations: steps)
      }
      steps += 1
      var first = last - 1
      while first > 0, abs(beside[first - 1]) > negligible { first -= 1 }
      let half = (diagonal[last - 1] - diagonal[last]) / 2
      let edge = beside[last - 1]
      let root = (half * half + edge * edge).squareRoot()
      let shift = diagonal[last] - edge * edge / (half + (half < 0 ? -root : root))
      var x = diagonal[first] - shift
      var z = beside[first]
      for k in first..<last {
        let length = (x * x + z * z).squareRoot()
        let (c, s) = length > 0 ? (x / length, z / length) : (1, 0)
        if k > first { beside[k - 1] = length }
        let upper = diagonal[k]
        let lower = diagonal[k + 1]
        let middle = beside[k]
        diagonal[k] = c * c * upper + 2 * c * s * middle + s * s * lower
        diagonal[k + 1] = s * s * upper - 2 * c * s * middle + c * c * lower
        beside[k] = c * s * (lower - upper) + (c * c - s * s) * middle
        if k < last - 1 {
          x = beside[k]
          z = s * beside[k + 1]
          beside[k + 1] = c * beside[k + 1]
        }
        let here = k * width
        for place in 0..<width {
          let a = rows[here + place]
          let b = rows[here + width + place]
          rows[here + place] = c * a + s * b
          rows[here + width + place] = c * b - s * a
        }
      }
    }
  }
}

/// Why an eigenvalue could not be found.
public enum EigenError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The residual was still this large, relative to the largest eigenvalue, after so many
  /// iterations.
  case noConvergence(residual: Double, iterations: Int)
  /// The caller asked to stop.
  case cancelled

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noConvergence(let residual, let iterations):
      "no convergence: the residual is \(residual) after \(iterations) iterations; allow more"
    case .cancelled: "cancelled"
    }
  }
}

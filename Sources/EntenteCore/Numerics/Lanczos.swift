/// A symmetric matrix that is known by what it does to a vector.
package protocol SymmetricOperator {
  /// The number of rows.
  var order: Int { get }
  /// Writes the product with `vector` into `product`; both hold `order` numbers and don't overlap.
  func multiply(
    _ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>)
}

/// The Lanczos process without reorthogonalization: a symmetric operator seen from one vector.
///
/// Rounding makes copies of eigenvalues that have converged. Neither use here minds: an extreme
/// eigenvalue stays extreme, and in a quadrature a copy shares the weight of its original.
///
/// References: Paige 1980, doi:10.1016/0024-3795(80)90167-6 (what survives rounding); Golub &
/// Meurant 2010, Matrices, Moments and Quadrature, chapter 7.
package struct Lanczos: Sendable {
  /// The tridiagonal matrix so far.
  package private(set) var projection = Tridiagonal(diagonal: [], beside: [])
  /// The length of what is left over after the last step.
  package private(set) var remainder = 0.0
  private var previous: [Double]
  private var current: [Double]
  private var product: [Double]
  private var scale = 0.0

  /// Starts from a vector, which must not be zero.
  package init(start: [Double]) {
    var square = 0.0
    for value in start { square += value * value }
    let length = square.squareRoot()
    current = start.map { $0 / length }
    previous = [Double](repeating: 0, count: start.count)
    product = previous
  }

  /// Takes one step; false if the vectors so far already span everything that can be reached.
  package mutating func step(_ symmetric: some SymmetricOperator) -> Bool {
    let steps = projection.diagonal.count
    if steps > 0 {
      // A remainder at rounding level is no direction of its own.
      guard remainder > scale * 1e-14 * Double(max(current.count, 16)).squareRoot() else {
        return false
      }
      projection.beside.append(remainder)
      let inverse = 1 / remainder
      for index in product.indices { product[index] *= inverse }
      swap(&previous, &current)
      swap(&current, &product)
    }
    let back = remainder
    current.withUnsafeBufferPointer { vector in
      product.withUnsafeMutableBufferPointer { symmetric.multiply(vector, into: $0) }
    }
    let along = innerProduct(product, current)
    for index in product.indices {
      product[index] = product[index] - along * current[index] - back * previous[index]
    }
    remainder = innerProduct(product, product).squareRoot()
    projection.diagonal.append(along)
    scale = max(scale, abs(along) + remainder + back)
    return true
  }

  /// The eigenvalues of the projection with the squared first component of their eigenvectors: nodes
  /// and weights, adding up to 1, of the quadrature that the start vector sees.
  package func quadrature() throws(EigenError) -> [(node: Double, weight: Double)] {
    var matrix = projection
    var first = [Double](repeating: 0, count: matrix.diagonal.count)
    if !first.isEmpty { first[0] = 1 }
    try matrix.diagonalize(rotating: &first, width: 1)
    return zip(matrix.diagonal, first).map { (node: $0, weight: $1 * $1) }
  }

  /// The smallest eigenvalue of an operator.
  ///
  /// - Parameters:
  ///   - symmetric: the operator, of order 1 or more.
  ///   - tolerance: the residual to reach, as a part of the largest eigenvalue seen.
  ///   - limit: the most products with the operator.
  ///   - seed: of the random start vector.
  ///   - control: cancellation.
  /// - Returns: the value, the residual, which bounds the distance to an eigenvalue, and the number
  ///   of products.
  /// - Throws: ``EigenError/noConvergence(residual:iterations:)``.
  package static func smallestEigenvalue(
    of symmetric: some SymmetricOperator, tolerance: Double, limit: Int, seed: UInt64,
    control: RunControl = .serial
  ) throws(EigenError) -> (value: Double, residual: Double, iterations: Int) {
    var generator = SeededGenerator(seed: seed)
    var run = Lanczos(start: (0..<symmetric.order).map { _ in generator.unit() - 0.5 })
    var nextCheck = min(8, symmetric.order)
    while true {
      if control.isCancelled() { throw .cancelled }
      let exhausted = !run.step(symmetric)
      let steps = run.projection.diagonal.count
      guard exhausted || steps >= nextCheck || steps >= limit else { continue }
      nextCheck = steps + max(8, steps / 8)
      var matrix = run.projection
      var last = [Double](repeating: 0, count: steps)
      last[steps - 1] = 1
      try matrix.diagonalize(rotating: &last, width: 1)
      var lowest = 0
      var norm = 0.0
      for (index, value) in matrix.diagonal.enumerated() {
        if value < matrix.diagonal[lowest] { lowest = index }
        norm = max(norm, abs(value))
      }
      let residual = run.remainder * abs(last[lowest])
      if exhausted || residual <= tolerance * norm {
        return (matrix.diagonal[lowest], residual, steps)
      }
      if steps >= limit {
        throw .noConvergence(residual: norm > 0 ? residual / norm : residual, iterations: steps)
      }
    }
  }
}

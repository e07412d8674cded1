/// Solves linear equations whose matrix is symmetric and positive definite.
///
/// Reference: Hestenes & Stiefel 1952, doi:10.6028/jres.049.044.
enum ConjugateGradients {
  /// The vector x with Ax = `right`, where `multiply(x, &y)` sets y to Ax.
  ///
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)`` when the
  ///   residual, relative to `right`, stays above the tolerance.
  static func solve(
    right: [Double],
    measure: String,
    tolerance: Double = 1e-14,
    maxIterations: Int = 10_000,
    control: RunControl,
    multiply: ([Double], inout [Double]) -> Void
  ) throws(MeasureError) -> [Double] {
    var solution = right
    var product = right
    multiply(solution, &product)
    var residual = zip(right, product).map { $0 - $1 }
    var direction = residual
    var square = dot(residual, residual)
    let goal = tolerance * tolerance * dot(right, right)
    var iteration = 0
    while square > goal {
      guard iteration < maxIterations else {
        throw .notConverged(
          measure: measure,
          iterations: iteration,
          residual: (square / dot(right, right)).squareRoot(),
          tolerance: tolerance
        )
      }
      if control.isCancelled() { throw .cancelled(measure: measure) }
      iteration += 1
      multiply(direction, &product)
      let step = square / dot(direction, product)
      for index in solution.indices {
        solution[index] += step * direction[index]
        residual[index] -= step * product[index]
      }
      let next = dot(residual, residual)
      let turn = next / square
      for index in direction.indices {
        direction[index] = residual[index] + turn * direction[index]
      }
      square = next
    }
    return solution
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}

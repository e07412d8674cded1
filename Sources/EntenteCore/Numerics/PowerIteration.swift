/// Values that an iteration arrived at, and how well.
public struct ConvergedValues: Sendable, Hashable {
  /// The values, aligned to dense ids.
  public var values: [Double]
  /// The eigenvalue, where the measure is an eigenvector.
  public var eigenvalue: Double?
  /// How many iterations were made.
  public var iterations: Int
  /// How far the values were from a fixed point at the end: the largest change that one more step
  /// would make, relative to the largest value.
  public var residual: Double
}

/// The largest eigenvalue of a matrix without negative entries, and its eigenvector.
enum PowerIteration {
  /// The eigenvector that repeated multiplication of equal values leads to, largest entry 1.
  ///
  /// A twentieth of a typical row sum is added to the diagonal. It leaves the eigenvectors as they
  /// are and keeps the iteration from swinging for ever where the ties form cycles of one length
  /// only, as in a star or a ring.
  ///
  /// - Returns: nil where no tie lies on a cycle, so that repeated multiplication ends in zeros.
  static func perron(
    _ matrix: SparseRows,
    measure: String,
    tolerance: Double,
    maxIterations: Int,
    control: RunControl,
    hasCycle: () -> Bool
  ) throws(MeasureError) -> ConvergedValues? {
    let n = matrix.rowCount
    var vector = [Double](repeating: 1, count: n)
    var next = [Double](repeating: 0, count: n)
    matrix.multiply(vector, into: &next)
    let typical = next.reduce(0, +) / Double(n)
    guard typical > 0 else { return nil }
    let shift = typical / 20
    var residual = Double.infinity
    for iteration in 1...max(1, maxIterations) {
      if control.isCancelled() { throw .cancelled(measure: measure) }
      if iteration == 64, !hasCycle() { return nil }
      // `next` holds M·vector; the largest entry of `vector` is 1.
      var largest = 0.0
      for node in 0..<n {
        next[node] += shift * vector[node]
        largest = max(largest, next[node])
      }
      let scale = 1 / largest
      residual = 0
      for node in 0..<n {
        let value = next[node] * scale
        residual = max(residual, abs(value - vector[node]))
        vector[node] = value
      }
      if residual <= tolerance {
        return ConvergedValues(
          values: vector,
          eigenvalue: largest - shift,
          iterations: iteration,
          residual: residual
        )
      }
      matrix.multiply(vector, into: &next)
    }
    throw .notConverged(
      measure: measure,
      iterations: maxIterations,
      residual: residual,
      tolerance: tolerance
    )
  }
}

extension AspectGraph {
  /// Whether some tie lies on a cycle: whether taking away actors that nobody is left to follow
  /// leaves anyone.
  var hasCycle: Bool {
    var waiting = [Int](repeating: 0, count: nodeCount)
    for neighbour in neighbours { waiting[Int(neighbour)] += 1 }
    var free = waiting.indices.filter { waiting[$0] == 0 }
    var taken = 0
    while let node = free.popLast() {
      taken += 1
      for arc in arcs(node) {
        let neighbour = Int(neighbours[arc])
        waiting[neighbour] -= 1
        if waiting[neighbour] == 0 { free.append(neighbour) }
      }
    }
    return taken < nodeCount
  }
}

/// The largest eigenvalues of a sparse symmetric operator, with their eigenvectors.
///
/// A basis of bounded size grows by products with the operator, every new vector made orthogonal to
/// all before; when it is full, the best approximations are kept and the growth starts again from
/// there.
///
/// Reference: Wu & Simon 2000, doi:10.1137/S0895479898334605.
package struct ThickRestartLanczos: Sendable {
  /// The eigenvalues, descending.
  package let values: [Double]
  /// The unit eigenvectors one after the other in the order of the values.
  package let vectors: [Double]
  /// The largest residual ‖A v − λ v‖ of them.
  package let residual: Double
  /// How many products with the operator were made.
  package let iterations: Int

  /// Finds the `count` algebraically largest eigenvalues.
  ///
  /// - Parameters:
  ///   - symmetric: the operator.
  ///   - count: how many, 1 to the order.
  ///   - tolerance: the residual to reach, as a part of the largest eigenvalue seen.
  ///   - limit: the most products with the operator.
  ///   - seed: of the random start vector.
  ///   - control: cancellation.
  /// - Throws: ``EigenError/noConvergence(residual:iterations:)``.
  /// - Complexity: memory of `order × (2 · count + 24)` numbers.
  package init(
    of symmetric: some SymmetricOperator, count: Int, tolerance: Double = 1e-10,
    limit: Int = 5_000, seed: UInt64 = 1, control: RunControl = .serial
  ) throws(EigenError) {
    let order = symmetric.order
    precondition(count >= 1 && count <= order)
    let capacity = min(order, 2 * count + 24)
    var generator = SeededGenerator(seed: seed)
    var basis = OrthogonalBasis(order: order, capacity: capacity + 1)
    basis.appendRandom(&generator)
    var projection = [Double](repeating: 0, count: capacity * capacity)
    var start = 0
    var products = 0
    while true {
      var remainder = 0.0
      for column in start..<capacity {
        if control.isCancelled() { throw .cancelled }
        basis.appendProduct(symmetric)
        products += 1
        let along = basis.orthogonalizeLast()
        for row in 0...column {
          projection[row * capacity + column] = along[row]
          projection[column * capacity + row] = along[row]
        }
        remainder = basis.normalizeLast(against: along)
        if remainder == 0 {
          // Everything within reach is spanned: go on from a fresh direction, if there is one.
          basis.removeLast()
          if column + 1 < capacity { basis.appendRandom(&generator) }
        }
      }
      let ritz = try SymmetricEigen(matrix: projection, order: capacity)
      var norm = 0.0
      for value in ritz.values { norm = max(norm, abs(value)) }
      var worst = 0.0
      for rank in 0..<count {
        worst = max(worst, remainder * abs(ritz.vector(capacity - 1 - rank, at: capacity - 1)))
      }
      if worst <= tolerance * norm || capacity == order {
        self.values = (0..<count).map { ritz.values[capacity - 1 - $0] }
        self.vectors = basis.combined(count, of: ritz)
        self.residual = worst
        self.iterations = products
        return
      }
      guard products < limit else {
        throw .noConvergence(residual: norm > 0 ? worst / norm : worst, iterations: products)
      }
      start = min(capacity - 1, count + (capacity - count) / 2)
      basis.restart(keeping: start, of: ritz)
      for index in projection.indices { projection[index] = 0 }
      for rank in 0..<start {
        projection[rank * capacity + rank] = ritz.values[capacity - 1 - rank]
      }
    }
  }
}

/// Orthonormal vectors of one length, one after the other.
private struct OrthogonalBasis {
  let order: Int
  private(set) var count = 0
  private var storage: [Double]

  init(order: Int, capacity: Int) {
    self.order = order
    storage = [Double](repeating: 0, count: order * capacity)
  }

  mutating func removeLast() { count -= 1 }

  mutating func appendRandom(_ generator: inout SeededGenerator) {
    // The chance that a random vector lies in the span of the others is nil; the loop is for form.
    for _ in 0..<8 {
      for index in 0..<order { storage[count * order + index] = generator.unit() - 0.5 }
      count += 1
      if normalizeLast(against: orthogonalizeLast()) > 0 { return }
      count -= 1
    }
  }

  mutating func appendProduct(_ symmetric: some SymmetricOperator) {
    let order = order
    let last = (count - 1) * order
    storage.withUnsafeMutableBufferPointer { all in
      symmetric.multiply(
        UnsafeBufferPointer(rebasing: all[last..<last + order]),
        into: UnsafeMutableBufferPointer(rebasing: all[last + order..<last + 2 * order]))
    }
    count += 1
  }

  /// Takes the other vectors out of the last one, twice, and returns how much of each there was.
  mutating func orthogonalizeLast() -> [Double] {
    let order = order
    let others = count - 1
    var along = [Double](repeating: 0, count: others)
    storage.withUnsafeMutableBufferPointer { all in
      let last = others * order
      for _ in 0..<2 {
        for other in 0..<others {
          let base = other * order
          let sum = innerProduct(
            UnsafeBufferPointer(rebasing: all[base..<base + order]),
            UnsafeBufferPointer(rebasing: all[last..<last + order]))
          along[other] += sum
          for index in 0..<order { all[last + index] -= sum * all[base + index] }
        }
      }
    }
    return along
  }

  /// Makes the last vector a unit vector and returns its length before; 0, and no change, if it is
  /// nothing but the rounding of what was taken out of it.
  mutating func normalizeLast(against takenOut: [Double]) -> Double {
    let size = takenOut.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let base = (count - 1) * order
    var square = 0.0
    for index in base..<base + order { square += storage[index] * storage[index] }
    let length = square.squareRoot()
    guard length > 0, length > size * 1e-13 else { return 0 }
    for index in base..<base + order { storage[index] /= length }
    return length
  }

  /// The vectors that belong to the `wanted` largest eigenvalues of the projection.
  func combined(_ wanted: Int, of ritz: SymmetricEigen) -> [Double] {
    var result = [Double](repeating: 0, count: wanted * order)
    let order = order
    result.withUnsafeMutableBufferPointer { result in
      storage.withUnsafeBufferPointer { storage in
        for rank in 0..<wanted {
          for row in 0..<ritz.order {
            let share = ritz.vector(ritz.order - 1 - rank, at: row)
            let (into, from) = (rank * order, row * order)
            for index in 0..<order { result[into + index] += share * storage[from + index] }
          }
        }
      }
    }
    return result
  }

  /// Keeps the best approximations, and the left-over vector as the one to grow from.
  mutating func restart(keeping kept: Int, of ritz: SymmetricEigen) {
    let best = combined(kept, of: ritz)
    let next = Array(storage[(count - 1) * order..<count * order])
    storage.replaceSubrange(0..<best.count, with: best)
    storage.replaceSubrange(best.count..<best.count + order, with: next)
    count = kept + 1
  }
}

extension ThickRestartLanczos {
  /// Takes out of a vector what lies along the eigenvectors.
  package func remove(from vector: inout [Double]) {
    let order = vector.count
    for rank in values.indices {
      let base = rank * order
      var along = 0.0
      for index in 0..<order { along += vector[index] * vectors[base + index] }
      for index in 0..<order { vector[index] -= along * vectors[base + index] }
    }
  }
}

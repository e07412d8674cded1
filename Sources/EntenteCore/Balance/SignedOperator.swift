/// The adjacency matrix, or the signed Laplacian, of undirected signed ties.
struct SignedOperator: SymmetricOperator {
  let offsets: [Int]
  let neighbors: [Int32]
  let values: [Double]
  /// What stands on the diagonal; empty for zeros.
  let diagonal: [Double]
  /// What the entries were divided by.
  let unit: Double

  var order: Int { offsets.count - 1 }

  /// The signed adjacency matrix.
  ///
  /// Its entries are divided by ``unit``, the largest of them, so that nothing overflows.
  init(adjacency ties: SignedTies, _ weighting: TieWeighting) {
    let unit = weighting == .signs ? 1 : ties.weights.reduce(0) { max($0, abs($1)) }
    self.unit = unit
    offsets = ties.offsets
    neighbors = ties.neighbors
    diagonal = []
    values = ties.weights.map { weighting == .signs ? ($0 > 0 ? 1 : -1) : $0 / unit }
  }

  private init(
    offsets: [Int], neighbors: [Int32], values: [Double], diagonal: [Double], unit: Double
  ) {
    self.unit = unit
    self.offsets = offsets
    self.neighbors = neighbors
    self.values = values
    self.diagonal = diagonal
  }

  /// The same matrix with every entry made positive.
  var unsigned: SignedOperator {
    SignedOperator(
      offsets: offsets, neighbors: neighbors, values: values.map(abs), diagonal: diagonal,
      unit: unit)
  }

  /// The rows and columns of some actors who are tied to no one else. `places` must hold the place of
  /// each of them in `actors`; what it holds for others doesn't matter.
  func restricted(to actors: [Int32], places: [Int32]) -> SignedOperator {
    var offsets = [0]
    var neighbors: [Int32] = []
    var values: [Double] = []
    for actor in actors {
      for position in self.offsets[Int(actor)]..<self.offsets[Int(actor) + 1] {
        neighbors.append(places[Int(self.neighbors[position])])
        values.append(self.values[position])
      }
      offsets.append(neighbors.count)
    }
    return SignedOperator(
      offsets: offsets, neighbors: neighbors, values: values,
      diagonal: diagonal.isEmpty ? [] : actors.map { diagonal[Int($0)] }, unit: unit)
  }

  /// The signed Laplacian of this adjacency: the sum of the absolute ties on the diagonal, the
  /// negative of the ties beside it.
  var laplacian: SignedOperator {
    SignedOperator(
      offsets: offsets, neighbors: neighbors, values: values.map { -$0 },
      diagonal: (0..<order).map { row in
        values[offsets[row]..<offsets[row + 1]].reduce(0) { $0 + abs($1) }
      }, unit: unit)
  }

  /// All entries, row by row.
  var dense: [Double] {
    var matrix = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      if !diagonal.isEmpty { matrix[row * order + row] = diagonal[row] }
      for position in offsets[row]..<offsets[row + 1] {
        matrix[row * order + Int(neighbors[position])] = values[position]
      }
    }
    return matrix
  }

  func multiply(
    _ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      neighbors.withUnsafeBufferPointer { neighbors in
        values.withUnsafeBufferPointer { values in
          for row in 0..<product.count {
            var sum = diagonal.isEmpty ? 0 : diagonal[row] * vector[row]
            for position in offsets[row]..<offsets[row + 1] {
              sum += values[position] * vector[Int(neighbors[position])]
            }
            product[row] = sum
          }
        }
      }
    }
  }
}

/// Rows of a sparse matrix, as the iterative measures multiply by it again and again.
///
/// The only place where those measures touch memory without bounds checks: columns and offsets are
/// checked once, when the matrix is made.
struct SparseRows: Sendable {
  let rowCount: Int
  private let offsets: [Int]
  private let columns: [Int32]
  private(set) var weights: [Double]

  /// The matrix whose row `a` holds the neighbours of `a` and the weights of the ties to them.
  init(_ graph: AspectGraph) {
    self.init(offsets: graph.offsets, columns: graph.neighbours, weights: graph.weights)
  }

  init(offsets: [Int], columns: [Int32], weights: [Double]) {
    precondition(offsets.first == 0 && offsets.last == columns.count, "offsets span the columns")
    precondition(columns.count == weights.count, "a weight for every column")
    rowCount = offsets.count - 1
    let limit = Int32(clamping: rowCount)
    precondition(columns.allSatisfy { $0 >= 0 && $0 < limit }, "columns name rows")
    precondition(
      zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 },
      "offsets ascend"
    )
    self.offsets = offsets
    self.columns = columns
    self.weights = weights
  }

  /// The largest sum of a row, 0 for a matrix without rows.
  var largestRowSum: Double {
    (0..<rowCount).lazy.map { row in
      weights[offsets[row]..<offsets[row + 1]].reduce(0, +)
    }.max() ?? 0
  }

  /// All entries, row by row.
  var dense: [Double] {
    var entries = [Double](repeating: 0, count: rowCount * rowCount)
    for row in 0..<rowCount {
      for place in offsets[row]..<offsets[row + 1] {
        entries[row * rowCount + Int(columns[place])] = weights[place]
      }
    }
    return entries
  }

  /// `result[a] = Σ weight · vector[column]` over row `a`.
  func multiply(_ vector: [Double], into result: inout [Double]) {
    vector.withUnsafeBufferPointer { vector in
      result.withUnsafeMutableBufferPointer { multiply(vector, into: $0) }
    }
  }

  /// The same on memory that the caller holds.
  func multiply(
    _ vector: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(vector.count == rowCount && result.count == rowCount)
    offsets.withUnsafeBufferPointer { offsets in
      columns.withUnsafeBufferPointer { columns in
        weights.withUnsafeBufferPointer { weights in
          var place = 0
          for row in 0..<rowCount {
            let end = offsets[row + 1]
            // Two sums, so that one addition need not wait for the one before.
            var even = 0.0
            var odd = 0.0
            while place + 1 < end {
              even += weights[place] * vector[Int(columns[place])]
              odd += weights[place + 1] * vector[Int(columns[place + 1])]
              place += 2
            }
            if place < end {
              even += weights[place] * vector[Int(columns[place])]
              place += 1
            }
            result[row] = even + odd
          }
        }
      }
    }
  }
}

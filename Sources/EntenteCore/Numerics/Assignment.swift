/// The assignment of rows to columns with the largest total, each row to at most one column and each
/// column to at most one row.
///
/// Shortest augmenting paths with potentials. Among assignments of equal total the choice is
/// deterministic: it follows from the order of rows and columns.
///
/// References: Kuhn 1955, doi:10.1002/nav.3800020109; Jonker & Volgenant 1987,
/// doi:10.1007/BF02278710.
package enum Assignment {
  /// Assigns as many rows as there are columns, or all of them.
  ///
  /// - Parameters:
  ///   - gains: the gain of each row (outer) and column (inner); rows of equal length.
  /// - Returns: the column of each row, or nil for a row that got none.
  /// - Complexity: O(min² · max) of the numbers of rows and columns.
  package static func largest(_ gains: [[Int]]) -> [Int?] {
    let rows = gains.count
    let columns = gains.first?.count ?? 0
    if rows == 0 || columns == 0 { return [Int?](repeating: nil, count: rows) }
    if rows > columns {
      let flipped = (0..<columns).map { column in gains.map { $0[column] } }
      var result = [Int?](repeating: nil, count: rows)
      for (column, row) in largest(flipped).enumerated() {
        if let row { result[row] = column }
      }
      return result
    }
    // Row `rows` stands for "no row yet" and column `columns` for the start of each search.
    var rowPrice = [Int](repeating: 0, count: rows)
    var columnPrice = [Int](repeating: 0, count: columns + 1)
    var owner = [Int](repeating: rows, count: columns + 1)
    for row in 0..<rows {
      var slack = [Int](repeating: Int.max, count: columns)
      var cameFrom = [Int](repeating: columns, count: columns)
      var visited = [Bool](repeating: false, count: columns + 1)
      owner[columns] = row
      var column = columns
      while owner[column] < rows {
        visited[column] = true
        let current = owner[column]
        var step = Int.max
        var next = columns
        for other in 0..<columns where !visited[other] {
          let cost = -gains[current][other] - rowPrice[current] - columnPrice[other]
          if cost < slack[other] {
            slack[other] = cost
            cameFrom[other] = column
          }
          if slack[other] < step {
            step = slack[other]
            next = other
          }
        }
        for other in 0...columns {
          if visited[other] {
            rowPrice[owner[other]] += step
            columnPrice[other] -= step
          } else if other < columns {
            slack[other] -= step
          }
        }
        column = next
      }
      while column != columns {
        let previous = cameFrom[column]
        owner[column] = owner[previous]
        column = previous
      }
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in 0..<columns where owner[column] < rows { result[owner[column]] = column }
    return result
  }
}

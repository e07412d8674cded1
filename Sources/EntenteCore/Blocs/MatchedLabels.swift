extension Partition {
  /// Which bloc of an earlier partition each bloc continues.
  ///
  /// Blocs are matched one to one so that as many actors as possible stay in the bloc they were in.
  /// Blocs that share no actor are never matched. Among matchings of equal overlap the choice follows
  /// from the order of the blocs, which is that of their lowest actors.
  ///
  /// - Direction, weight, sign: none; only the division of the actors counts.
  ///
  /// ```swift
  /// let continued = try after.matched(to: before)  // [0, nil]: the second bloc is new
  /// ```
  ///
  /// - Parameter earlier: a partition of the same actors.
  /// - Returns: for each bloc the earlier bloc that it continues, or nil for a new one.
  /// - Throws: ``PartitionError/differentActors(_:_:)``.
  /// - Complexity: O(b³ + actors log actors) for b blocs that don't match alone.
  ///
  /// Reference: Kuhn 1955, doi:10.1002/nav.3800020109.
  public func matched(to earlier: Partition) throws(PartitionError) -> [Int32?] {
    let overlap = try PartitionOverlap(self, earlier)
    var result = [Int32?](repeating: nil, count: blocCount)
    // Only blocs that share actors compete, so the matching falls apart into small problems.
    var group = [Int](0..<blocCount + earlier.blocCount)
    func root(_ place: Int) -> Int {
      var place = place
      while group[place] != place {
        group[place] = group[group[place]]
        place = group[place]
      }
      return place
    }
    for cell in overlap.cells {
      let (first, second) = (root(cell.first), root(blocCount + cell.second))
      group[max(first, second)] = min(first, second)
    }
    var cells: [Int: [(first: Int, second: Int, count: Int)]] = [:]
    for cell in overlap.cells { cells[root(cell.first), default: []].append(cell) }
    for competing in cells.values {
      let rows = Set(competing.map(\.first)).sorted()
      let columns = Set(competing.map(\.second)).sorted()
      let rowPlace = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
      let columnPlace = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
      var gains = [[Int]](repeating: [Int](repeating: 0, count: columns.count), count: rows.count)
      for cell in competing {
        if let row = rowPlace[cell.first], let column = columnPlace[cell.second] {
          gains[row][column] = cell.count
        }
      }
      for (row, column) in Assignment.largest(gains).enumerated() {
        if let column, gains[row][column] > 0 { result[rows[row]] = Int32(columns[column]) }
      }
    }
    return result
  }

  /// Labels for a series of partitions in which a bloc keeps its label for as long as it continues.
  ///
  /// Each partition is matched to the one before; a bloc that continues none gets the next label that
  /// was never used. The first partition keeps its own labels.
  ///
  /// - Direction, weight, sign: none; only the division of the actors counts.
  ///
  /// ```swift
  /// let labels = try Partition.persistentLabels([january, february, march])
  /// ```
  ///
  /// - Parameter series: partitions of the same actors, in order of time.
  /// - Returns: the label of each actor, for each partition.
  /// - Throws: ``PartitionError/differentActors(_:_:)``.
  /// - Complexity: that of ``matched(to:)`` for each step.
  public static func persistentLabels(
    _ series: [Partition]
  ) throws(PartitionError) -> [[Int32]] {
    var result: [[Int32]] = []
    var names: [Int32] = []
    var next: Int32 = 0
    var previous: Partition?
    for partition in series {
      let continued: [Int32?]
      if let previous {
        continued = try partition.matched(to: previous).map { $0.map { names[Int($0)] } }
      } else {
        continued = [Int32?](repeating: nil, count: partition.blocCount)
      }
      names = continued.map { name in
        if let name { return name }
        next += 1
        return next - 1
      }
      result.append(partition.labels.map { names[Int($0)] })
      previous = partition
    }
    return result
  }
}

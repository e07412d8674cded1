/// Actors as points on a line or in a plane, so that actors aligned with one another lie close.
public struct AlignmentMap: Sendable, Hashable {
  /// The place of each actor, one number for each dimension; nil for an actor that can't be placed
  /// because it is comparable with nobody.
  public let places: [[Double]?]
  /// The eigenvalue of each axis, descending; an axis whose eigenvalue isn't above 0 has all places
  /// at 0.
  public let eigenvalues: [Double]
  /// For each axis the square of its eigenvalue over the sum of the squares of all: how much of the
  /// comparison the axis shows, 0…1.
  public let shown: [Double]
  /// For each axis whether its eigenvalue is so near another one (a part in 10⁸ of the largest) that
  /// any direction between the two would do as well; such an axis should not be read.
  public let isAmbiguous: [Bool]
  /// How many pairs had no defined similarity and were taken as 0.
  public let assumedPairs: Int
}

extension AlignmentTable {
  /// Places the actors by classical scaling of their similarities.
  ///
  /// Two actors of similarity s are to lie √(2(1 − s)) apart; the axes are the leading eigenvectors of
  /// the doubly centred similarities, times the square root of the eigenvalue. The direct tie between
  /// two actors plays no part: show it beside the map.
  ///
  /// The orientation is fixed: the reference actor of an axis lies on its positive side; without one
  /// (or if it lies at 0) the actor farthest out does, the lowest actor among equals.
  ///
  /// - Direction, weight, sign: as the table's profiles keep them.
  ///
  /// ```swift
  /// let map = try table.map(dimensions: 2, reference: [3])  // actor 3 lies to the right
  /// ```
  ///
  /// - Parameters:
  ///   - dimensions: 1 or 2.
  ///   - reference: the actor to lie on the positive side of the first axis, and of the second.
  ///   - control: cancellation.
  /// - Returns: places centred at 0; an undefined pair counts as similarity 0 and is counted.
  /// - Throws: ``AlignmentError`` for unusable dimensions or reference, or if eigenvalues are not
  ///   found.
  /// - Complexity: O(actors³) up to 300 actors, O(actors²) for each Lanczos step above; actors²
  ///   numbers of memory.
  ///
  /// Reference: Gower 1966, doi:10.1093/biomet/53.3-4.325.
  public func map(
    dimensions: Int = 2, reference: [Int32] = [], control: RunControl = .standard
  ) throws(AlignmentError) -> AlignmentMap {
    try AlignmentMap.check(dimensions, reference, nodeCount)
    var placed: [Int32] = []
    for actor in 0..<Int32(nodeCount)
    where (0..<Int32(nodeCount)).contains(where: { $0 != actor && self[actor, $0].value != nil }) {
      placed.append(actor)
    }
    let count = placed.count
    var matrix = [Double](repeating: 0, count: count * count)
    var assumed = 0
    for row in 0..<count {
      matrix[row * count + row] = 1
      for column in 0..<row {
        let value = self[placed[row], placed[column]].value
        if value == nil { assumed += 1 }
        matrix[row * count + column] = value ?? 0
        matrix[column * count + row] = value ?? 0
      }
    }
    // With d² = 2(1 − s), −½ of the doubly centred squares are the doubly centred similarities.
    let means = (0..<count).map { row in
      matrix[row * count..<(row + 1) * count].reduce(0, +) / Double(count)
    }
    let mean = means.reduce(0, +) / Double(max(count, 1))
    for row in 0..<count {
      for column in 0..<count { matrix[row * count + column] += mean - means[row] - means[column] }
    }
    return try AlignmentMap(
      matrix, of: placed, nodeCount, dimensions: dimensions, reference, assumed: assumed,
      control: control)
  }
}

extension RelationProfiles {
  /// Places the actors by the singular vectors of their profiles.
  ///
  /// The profiles are the rows of a matrix, with a column for every third party, layer and direction,
  /// multiplied by the square root of its weight. The axes are the leading left singular vectors times
  /// their singular values. Columns are not centred: in a graph of two hostile camps the first axis
  /// divides the camps. Unlike in ``AlignmentTable/map(dimensions:reference:control:)``, the direct tie of two
  /// actors is part of both profiles here.
  ///
  /// The orientation is fixed as there.
  ///
  /// - Direction, weight, sign: as the profiles keep them.
  ///
  /// ```swift
  /// let line = try profiles.singularMap(dimensions: 1, reference: [0])
  /// ```
  ///
  /// - Parameters:
  ///   - dimensions: 1 or 2.
  ///   - reference: the actor to lie on the positive side of the first axis, and of the second.
  ///   - control: cancellation.
  /// - Returns: places in the units of the ties; actors without a tie can't be placed.
  /// - Throws: ``AlignmentError`` for unusable dimensions or reference, for more than
  ///   ``AlignmentTable/mostActors`` actors, or if eigenvalues are not found.
  /// - Complexity: O(actors³) up to 300 actors, O(actors²) for each Lanczos step above; actors²
  ///   numbers of memory.
  ///
  /// Reference: Eckart & Young 1936, doi:10.1007/BF02288367.
  public func singularMap(
    dimensions: Int = 2, reference: [Int32] = [], control: RunControl = .standard
  ) throws(AlignmentError) -> AlignmentMap {
    try AlignmentMap.check(dimensions, reference, nodeCount)
    guard nodeCount <= AlignmentTable.mostActors else {
      throw .tooManyActors(nodeCount, most: AlignmentTable.mostActors)
    }
    var columns: [Int: [(row: Int, value: Double)]] = [:]
    var placed: [Int32] = []
    for actor in 0..<nodeCount {
      var isTied = false
      for entry in offsets[actor]..<offsets[actor + 1] {
        let weight = actorWeights[keys[entry] / slots] * slotWeights[keys[entry] % slots]
        guard weight > 0 else { continue }
        isTied = true
        columns[keys[entry], default: []].append(
          (placed.count, values[entry] / unit * weight.squareRoot()))
      }
      if isTied { placed.append(Int32(actor)) }
    }
    let count = placed.count
    var matrix = [Double](repeating: 0, count: count * count)
    // In the order of the keys, so that rounding is the same on every run.
    for key in columns.keys.sorted() {
      let column = columns[key] ?? []
      for (row, value) in column {
        for (other, theirs) in column { matrix[row * count + other] += value * theirs }
      }
    }
    return try AlignmentMap(
      matrix, of: placed, nodeCount, dimensions: dimensions, reference, assumed: 0, scale: unit,
      control: control)
  }
}

extension AlignmentMap {
  fileprivate static func check(
    _ dimensions: Int, _ reference: [Int32], _ nodeCount: Int
  ) throws(AlignmentError) {
    guard dimensions == 1 || dimensions == 2 else { throw .unusableDimensions(dimensions) }
    guard reference.count <= dimensions,
      reference.allSatisfy({ $0 >= 0 && $0 < nodeCount })
    else { throw .unusableReference(reference) }
  }

  /// The leading eigenvectors of a matrix of inner products of the placed actors.
  fileprivate init(
    _ matrix: [Double], of placed: [Int32], _ nodeCount: Int, dimensions: Int,
    _ reference: [Int32], assumed: Int, scale: Double = 1, control: RunControl
  ) throws(AlignmentError) {
    let count = placed.count
    // One more than shown, to see whether the last axis stands apart from the next.
    let wanted = min(dimensions + 1, count)
    var values: [Double] = []
    var vectors: [Double] = []
    do throws(EigenError) {
      if count > 300 {
        let found = try ThickRestartLanczos(
          of: DenseOperator(matrix: matrix, order: count), count: wanted, control: control)
        (values, vectors) = (found.values, found.vectors)
      } else {
        let all = try SymmetricEigen(matrix: matrix, order: count, control: control)
        for rank in 0..<wanted {
          values.append(all.values[count - 1 - rank])
          vectors += (0..<count).map { all.vector(count - 1 - rank, at: $0) }
        }
      }
    } catch {
      throw error == .cancelled ? .cancelled : .eigenvalues(error)
    }
    let squares = matrix.reduce(0) { $0 + $1 * $1 }
    let largest = values.reduce(0) { max($0, abs($1)) }
    var places = [[Double]?](repeating: nil, count: nodeCount)
    for actor in placed { places[Int(actor)] = [] }
    var shown: [Double] = []
    var ambiguous: [Bool] = []
    for axis in 0..<dimensions {
      let value = axis < count ? values[axis] : 0
      // What rounding leaves of a zero is no axis.
      let extent = value > 1e-12 * largest ? value.squareRoot() * scale : 0
      var along = [Double](repeating: 0, count: count)
      if extent > 0 { for row in 0..<count { along[row] = vectors[axis * count + row] * extent } }
      let guide = axis < reference.count ? placed.firstIndex(of: reference[axis]) : nil
      if Self.pointsBackward(along, guide: guide) { for row in 0..<count { along[row].negate() } }
      for (row, actor) in placed.enumerated() { places[Int(actor)]?.append(along[row]) }
      shown.append(squares > 0 && extent > 0 ? min(1, value / squares * value) : 0)
      ambiguous.append(
        values.indices.contains { $0 != axis && abs(values[$0] - value) <= 1e-8 * largest })
    }
    self.places = places
    self.eigenvalues = (0..<dimensions).map { $0 < count ? values[$0] * scale * scale : 0 }
    self.shown = shown
    self.isAmbiguous = ambiguous
    self.assumedPairs = assumed
  }

  private static func pointsBackward(_ along: [Double], guide: Int?) -> Bool {
    let farthest = along.reduce(0) { max($0, abs($1)) }
    // Rounding must not decide: what is within a part in 10⁹ counts as equal.
    if let guide, abs(along[guide]) > 1e-9 * farthest { return along[guide] < 0 }
    guard let first = along.firstIndex(where: { abs($0) >= farthest * (1 - 1e-9) }) else {
      return false
    }
    return along[first] < 0
  }
}

/// A dense symmetric matrix as an operator.
private struct DenseOperator: SymmetricOperator {
  let matrix: [Double]
  let order: Int

  func multiply(
    _ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>
  ) {
    matrix.withUnsafeBufferPointer { matrix in
      for row in 0..<order {
        var sum = 0.0
        for column in 0..<order { sum += matrix[row * order + column] * vector[column] }
        product[row] = sum
      }
    }
  }
}

extension MeasureCatalog {
  /// Actors placed by alignment.
  public static let alignmentMap = Measure(
    name: "alignment-map", title: "Alignment map",
    definition:
      "Places in a plane by classical scaling of the cosines of profiles: actors with like relations to third parties lie close.",
    direction: "both directions, each an entry of its own; one alone on request",
    weight: "only the proportions of a profile count",
    sign:
      "kept: shared enemies count as shared friends do",
    defaultAspect: .net, acceptedAspects: TieAspect.allCases,
    range: "centred at 0; actors comparable with nobody have no place",
    complexity: "time O(n^3) up to 300 actors, O(n^2) a step above, memory O(n^2)",
    references: [
      .init(
        "Gower 1966, Some distance properties of latent root and vector methods used in multivariate analysis, Biometrika 53",
        doi: "10.1093/biomet/53.3-4.325")
    ], scope: .actor,
    compute: { graph, aspect, _, control throws(MeasureError) in
      let map = try answer(for: "alignment-map") { () throws(AlignmentError) in
        try RelationProfiles([graph], aspect: aspect).alignment(control: control)
          .map(control: control)
      }
      return (0..<2).map { axis in
        .init("axis-\(axis + 1)", optional: map.places.map { $0?[axis] })
      }
    })
}

/// How alike two graphs over the same actors are, by how strongly each actor reaches each other one.
///
/// With *A* the weights and *D* the summed weights of each actor, the affinities are
/// *S* = (I + ε²D − εA)⁻¹: paths of all lengths count, long ones little. The distance of two graphs
/// is `d = √Σ(√s₁ − √s₂)²`, their similarity `1/(1 + d)`. A tie that connects what would fall apart
/// counts more than one of many.
///
/// - Direction: both directions are averaged; a missing one counts as 0.
/// - Weight: of the aspect. Sign: DeltaCon is for weights of at least 0, so it runs on accord and on
///   tension apart, and refuses the net.
/// - ε = 1/(1 + the largest sum of weights of an actor, over both graphs), so that both graphs are
///   measured alike.
/// - Reference: Koutra, Vogelstein & Faloutsos 2013, doi:10.1137/1.9781611972832.18 (the exact
///   form, DeltaCon₀).
public struct DeltaCon: Sendable, Hashable {
  /// The Matusita distance of the affinities, at least 0.
  public let distance: Double
  /// The constant that was used.
  public let epsilon: Double

  /// 1/(1 + distance), above 0 and up to 1 (the same affinities).
  public var similarity: Double { 1 / (1 + distance) }

  /// The most actors with ties that the exact form is computed for.
  public static let limit = 1_000

  /// Compares two graphs.
  ///
  /// - Parameters:
  ///   - first: one graph.
  ///   - second: the other, of the same actors.
  ///   - aspect: `accord` or `tension`.
  /// - Throws: ``MeasureError/aspectRefused(measure:aspect:accepted:)`` for the net,
  ///   ``MeasureError/wrongLength(measure:parameter:given:expected:)`` where the graphs have
  ///   different numbers of actors, ``MeasureError/undefined(measure:reason:)`` above ``limit``.
  /// - Complexity: O(actors with ties³).
  public init(
    _ first: RelationGraph, _ second: RelationGraph, _ aspect: TieAspect
  ) throws(MeasureError) {
    guard aspect != .net else {
      throw .aspectRefused(measure: "DeltaCon", aspect: aspect, accepted: [.accord, .tension])
    }
    guard first.nodeCount == second.nodeCount else {
      throw .wrongLength(
        measure: "DeltaCon", parameter: "second graph", given: second.nodeCount,
        expected: first.nodeCount)
    }
    let pairs = (first.pairs(aspect), second.pairs(aspect))
    // An actor without ties in either graph has the same affinities in both: 1 to itself.
    let actors = Set((pairs.0 + pairs.1).flatMap { [$0.first, $0.second] }).sorted()
    guard actors.count <= Self.limit else {
      throw .undefined(
        measure: "DeltaCon",
        reason: "\(actors.count) actors have ties; the exact form is for up to \(Self.limit)")
    }
    var places: [Int32: Int] = [:]
    for (place, actor) in actors.enumerated() { places[actor] = place }
    let order = actors.count
    let (left, right) = (Self.sums(pairs.0, places), Self.sums(pairs.1, places))
    let largest = max(left.max() ?? 0, right.max() ?? 0)
    epsilon = 1 / (1 + largest)
    let before = Self.affinities(pairs.0, places, left, epsilon)
    let after = Self.affinities(pairs.1, places, right, epsilon)
    var sum = 0.0
    for index in 0..<(order * order) {
      // Affinities are at least 0 but for rounding.
      let difference = max(0, before[index]).squareRoot() - max(0, after[index]).squareRoot()
      sum += difference * difference
    }
    distance = sum.squareRoot()
  }

  private static func sums(_ pairs: [WeightedPair], _ places: [Int32: Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: places.count)
    for pair in pairs {
      sums[places[pair.first] ?? 0] += pair.weight
      sums[places[pair.second] ?? 0] += pair.weight
    }
    return sums
  }

  /// The inverse, by Cholesky's decomposition: the matrix is symmetric and diagonally dominant.
  private static func affinities(
    _ pairs: [WeightedPair], _ places: [Int32: Int], _ sums: [Double], _ epsilon: Double
  ) -> [Double] {
    let order = sums.count
    var factor = [Double](repeating: 0, count: order * order)
    for row in 0..<order { factor[row * order + row] = 1 + epsilon * epsilon * sums[row] }
    for pair in pairs {
      let (first, second) = (places[pair.first] ?? 0, places[pair.second] ?? 0)
      factor[max(first, second) * order + min(first, second)] = -epsilon * pair.weight
    }
    var inverse = [Double](repeating: 0, count: order * order)
    factor.withUnsafeMutableBufferPointer { factor in
      for row in 0..<order {
        for column in 0...row {
          var sum = factor[row * order + column]
          for inner in 0..<column {
            sum -= factor[row * order + inner] * factor[column * order + inner]
          }
          factor[row * order + column] =
            row == column ? sum.squareRoot() : sum / factor[column * order + column]
        }
      }
      inverse.withUnsafeMutableBufferPointer { inverse in
        // Column by column, kept as rows: the inverse is symmetric.
        for unit in 0..<order {
          let solution = unit * order
          for row in unit..<order {
            var sum = row == unit ? 1.0 : 0
            for inner in unit..<row {
              sum -= factor[row * order + inner] * inverse[solution + inner]
            }
            inverse[solution + row] = sum / factor[row * order + row]
          }
          for row in stride(from: order - 1, through: 0, by: -1) {
            let value = inverse[solution + row] / factor[row * order + row]
            inverse[solution + row] = value
            for inner in 0..<row {
              inverse[solution + inner] -= factor[row * order + inner] * value
            }
          }
        }
      }
    }
    return inverse
  }
}

/// How far the relations of a system fall apart into friendly and hostile ones.
public enum Polarization {
  /// The variance of agreement over pairs of actors.
  ///
  /// The agreement of a pair is the mean net of its two directions on −1…1: over 10, the end of the
  /// scale. Where every pair stands alike, well or badly, there is no polarization; where half of the
  /// pairs are as friendly and half as hostile as can be, it is 1.
  ///
  /// - Direction: both directions are averaged; a missing one counts as 0.
  /// - Weight: the net. Sign: kept.
  /// - Pairs without any tie are left out, because the absence of claims is not indifference.
  /// - Returns: 0…1, or nil where fewer than two pairs have a tie. Nets beyond the scale, under the
  ///   `sum` estimator, count as its end.
  /// - Complexity: O(ties log ties).
  /// - Reference: Flache & Macy 2011, doi:10.1080/0022250X.2010.532261 (there over all pairs).
  public static func variance(_ graph: RelationGraph) -> Double? {
    let agreements = graph.pairs(.net).map { max(-1, min(1, $0.weight / 10)) }
    guard agreements.count >= 2 else { return nil }
    let mean = agreements.reduce(0, +) / Double(agreements.count)
    return agreements.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(agreements.count)
  }
}

/// Two actors that are tied in either direction, `first < second`.
struct WeightedPair: Hashable {
  var first: Int32
  var second: Int32
  var weight: Double
}

extension RelationGraph {
  /// The pairs of actors with a tie in either direction, and the mean of the aspect over both
  /// directions, where a missing one counts as 0.
  func pairs(_ aspect: TieAspect) -> [WeightedPair] {
    var result: [WeightedPair] = []
    for source in 0..<Int32(clamping: nodeCount) {
      for place in ties(from: source) {
        let target = targets[place]
        let back = tie(from: target, to: source)
        // A pair with both directions is made by the lower of the two.
        if source > target, back != nil { continue }
        let weight = (weight(place, aspect) + (back.map { self.weight($0, aspect) } ?? 0)) / 2
        result.append(
          WeightedPair(first: min(source, target), second: max(source, target), weight: weight))
      }
    }
    return result.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

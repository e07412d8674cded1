extension AlignmentMap {
  /// The map turned, and mirrored where that helps, so that the actors that both maps place lie as
  /// near as can be to their places on another map (orthogonal Procrustes).
  ///
  /// Two maps of different dates have axes of their own, and an actor that only the axes moved has
  /// not moved. Turning keeps all distances on the map; the centre stays where it is. The turned axes
  /// are no longer the leading ones one by one, only their plane is.
  ///
  /// - Direction, weight, sign: as the maps keep them.
  ///
  /// ```swift
  /// let before = try earlier.map().turned(onto: later.map())
  /// ```
  ///
  /// - Parameter target: a map with as many dimensions, of the same actors.
  /// - Returns: the turned map; the same map where no actor is placed on both.
  /// - Complexity: O(actors).
  ///
  /// Reference: Schönemann 1966, doi:10.1007/BF02289451.
  public func turned(onto target: AlignmentMap) -> AlignmentMap {
    var pairs: [(own: [Double], other: [Double])] = []
    for (own, other) in zip(places, target.places) {
      if let own, let other, own.count == other.count { pairs.append((own, other)) }
    }
    guard let dimensions = pairs.first?.own.count else { return self }
    let turn: ([Double]) -> [Double]
    if dimensions == 1 {
      let along = pairs.reduce(0) { $0 + $1.own[0] * $1.other[0] }
      turn = { along < 0 ? [-$0[0]] : $0 }
    } else {
      var (xx, xy, yx, yy) = (0.0, 0.0, 0.0, 0.0)
      for (own, other) in pairs {
        xx += other[0] * own[0]
        xy += other[0] * own[1]
        yx += other[1] * own[0]
        yy += other[1] * own[1]
      }
      let (cosine, sine) = (xx + yy, yx - xy)
      let (mirroredCosine, mirroredSine) = (xx - yy, yx + xy)
      let plain = (cosine * cosine + sine * sine).squareRoot()
      let mirrored =
        (mirroredCosine * mirroredCosine + mirroredSine * mirroredSine).squareRoot()
      // Rounding must not mirror a map that fits as well without.
      if mirrored > plain * (1 + 1e-9) {
        let (c, s) = (mirroredCosine / mirrored, mirroredSine / mirrored)
        turn = { [c * $0[0] + s * $0[1], s * $0[0] - c * $0[1]] }
      } else if plain > 0 {
        let (c, s) = (cosine / plain, sine / plain)
        turn = { [c * $0[0] - s * $0[1], s * $0[0] + c * $0[1]] }
      } else {
        turn = { $0 }
      }
    }
    return AlignmentMap(
      places: places.map { $0.map(turn) }, eigenvalues: eigenvalues, shown: shown,
      isAmbiguous: isAmbiguous, assumedPairs: assumedPairs)
  }
}

extension AlignmentTable {
  /// How far the distances on a map are from those that the similarities ask for: Kruskal's stress-1.
  ///
  /// Two actors of similarity s are to lie δ = √(2(1 − s)) apart and lie d apart; the stress is
  /// √(Σ(d − δ)² / Σδ²) over all pairs with a defined similarity that are both on the map.
  ///
  /// - Direction, weight, sign: as the table keeps them.
  /// - Parameter map: a map of the actors of this table.
  /// - Returns: 0 where the map shows all distances as they are, about 0.2 where it should be read
  ///   with care; undefined without two actors that differ.
  /// - Complexity: O(actors²).
  ///
  /// Example: three actors on a line, each as far from the middle one as the similarities say, have
  /// stress 0 on a map of one dimension.
  ///
  /// Reference: Kruskal 1964, doi:10.1007/BF02289565.
  public func stress(of map: AlignmentMap) -> Measured {
    var (misses, wanted) = (0.0, 0.0)
    for first in 0..<nodeCount {
      guard let here = map.places[first] else { continue }
      for second in 0..<first {
        guard let there = map.places[second],
          let similarity = self[Int32(first), Int32(second)].value
        else { continue }
        let distance = max(0, 2 * (1 - similarity)).squareRoot()
        let drawn = zip(here, there).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        misses += (drawn - distance) * (drawn - distance)
        wanted += distance * distance
      }
    }
    return wanted > 0 ? .value((misses / wanted).squareRoot()) : .undefined(.noVariation)
  }
}

extension Evidence {
  /// The claims that count and contradict a claim that counts, as positions in the project's claims,
  /// ascending. With them it shares its weight while they weigh anything.
  ///
  /// - Complexity: O(1) and the claims that are returned.
  public func opponents(ofClaim claim: Int) -> [Int] {
    contradictors[claim] ?? []
  }

  /// What a layer counts in the pool of those that were asked for, 0…1; they add up to 1.
  ///
  /// - Parameter layer: a position in the project's layers.
  public func share(ofLayer layer: Int) -> Double {
    layerShares[layer]
  }
}

extension SignedTriadCensus {
  /// The share of triangles that are balanced.
  ///
  /// Balanced triangles divided by all triangles, where a triangle is balanced if the product of its
  /// signs is positive (or, under the weak rule, if it hasn't exactly one negative tie).
  ///
  /// - Direction, weight, sign: as in the census.
  ///
  /// ```swift
  /// let index = try SignedTies(graph).triadCensus().triangleIndex()
  /// print(index.value ?? "no triangles")
  /// ```
  ///
  /// - Parameter rule: which triangles count as balanced; the strong rule by default.
  /// - Returns: 0 (none balanced) to 1 (all); undefined without triangles.
  /// - Complexity: O(1) after the census.
  ///
  /// References: Cartwright & Harary 1956, doi:10.1037/h0046049; Aref & Wilson 2018,
  /// doi:10.1093/comnet/cnx044 (a comparison with other measures).
  public func triangleIndex(_ rule: BalanceRule = .strong) -> Measured {
    guard total > 0 else { return .undefined(.noTriangles) }
    return .value(Double(balanced(rule)) / Double(total))
  }
}

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

extension MeasureCatalog {
  /// Balanced triangles.
  public static let triangleIndex = Measure(
    name: "triangle-index", title: "Triangle index",
    definition:
      "The share of triangles of tied actors whose three signs have a positive product: all friends, or two friends with a common enemy.",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "only the sign counts",
    sign:
      "kept; a triangle with one or three negative ties is unbalanced (three is balanced under the weak rule)",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "0 to 1; undefined without triangles",
    complexity: "time O(m^1.5), memory O(n + m)",
    references: [
      .init(
        "Cartwright & Harary 1956, Structural balance: a generalization of Heider's theory, Psychological Review 63",
        doi: "10.1037/h0046049"),
      .init(
        "Aref & Wilson 2018, Measuring partial balance in signed networks, Journal of Complex Networks 6",
        doi: "10.1093/comnet/cnx044"),
    ], scope: .system,
    compute: { graph, _, _, _ throws(MeasureError) in
      let index = try signedTies(graph, for: "triangle-index").triadCensus().triangleIndex()
      return [try column("triangle-index", index)]
    })
}

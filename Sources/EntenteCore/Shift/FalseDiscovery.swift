/// How many of the findings that are reported may be false, over many tests at once.
public enum FalseDiscovery {
  /// The Benjamini–Hochberg q value of each p value: the smallest rate of false discoveries at which
  /// the test would still be called.
  ///
  /// With the p values in ascending order, `q(i) = min over j ≥ i of m·p(j)/j`. The rate holds for
  /// independent tests and for tests that depend on each other positively. Tests that could not be
  /// made are no part of *m*.
  ///
  /// ```swift
  /// FalseDiscovery.qValues([0.01, 0.04, 0.03])  // [0.03, 0.04, 0.04]
  /// ```
  ///
  /// - Parameter pValues: each 0…1.
  /// - Returns: the q values in the same order, each at least its p value and at most 1.
  /// - Complexity: O(m log m).
  /// - Reference: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
  public static func qValues(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var result = pValues
    var smallest = 1.0
    for (rank, index) in order.enumerated().reversed() {
      smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(rank + 1))
      // Rounding must not put a q value below its p value.
      result[index] = max(smallest, pValues[index])
    }
    return result
  }
}

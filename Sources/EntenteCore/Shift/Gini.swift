/// How unevenly an amount is spread.
public enum Gini {
  /// The Gini coefficient: half the mean difference between any two values, relative to their mean.
  ///
  /// With the values in ascending order, `G = Σ (2i − n − 1)·x(i) / (n · Σ x)`.
  ///
  /// - Sign: the values are amounts, such as the tension of ties; a negative one is refused.
  ///
  /// ```swift
  /// Gini.coefficient([1, 1, 1, 1])  // 0
  /// Gini.coefficient([0, 0, 0, 4])  // 0.75
  /// ```
  ///
  /// - Parameter values: finite and at least 0.
  /// - Returns: 0 (all alike) to 1 − 1/n (one has all); nil without values, where all are 0, and
  ///   where one is negative or not finite.
  /// - Complexity: O(n log n).
  /// - Reference: Gini 1912; in this form Damgaard & Weiner 2000,
  ///   doi:10.1890/0012-9658(2000)081[1139:DIIPSO]2.0.CO;2.
  public static func coefficient(_ values: [Double]) -> Double? {
    guard let largest = values.max(), largest > 0,
      values.allSatisfy({ $0.isFinite && $0 >= 0 })
    else { return nil }
    // Relative to the largest, so that no sum overflows.
    let sorted = values.map { $0 / largest }.sorted()
    var weighted = 0.0
    for (rank, value) in sorted.enumerated() {
      weighted += Double(2 * rank + 1 - sorted.count) * value
    }
    return max(0, weighted / (Double(sorted.count) * sorted.reduce(0, +)))
  }
}

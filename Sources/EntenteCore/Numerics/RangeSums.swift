/// Sums over ranges of numbers that are at least 0, each in logarithmic time.
///
/// The difference of two running totals would be as fast, but a single huge number would leave
/// nothing of the small ones in it. Here only numbers of the range are ever added up: a binary tree
/// holds the sum of every pair, of every pair of pairs, and so on.
package struct RangeSums: Sendable {
  private let count: Int
  /// The sum of places `2i` and `2i + 1` stands at place `i`; the numbers are the second half.
  private let tree: [Double]

  /// - Complexity: O(count).
  package init(_ values: [Double]) {
    count = values.count
    var tree = [Double](repeating: 0, count: values.count) + values
    for place in stride(from: values.count - 1, to: 0, by: -1) {
      tree[place] = tree[2 * place] + tree[2 * place + 1]
    }
    self.tree = tree
  }

  /// The sum of the numbers of a range; 0 for an empty one.
  ///
  /// - Complexity: O(log count).
  package func sum(_ range: Range<Int>) -> Double {
    var low = range.lowerBound + count
    var high = range.upperBound + count
    var sum = 0.0
    while low < high {
      if low % 2 == 1 {
        sum += tree[low]
        low += 1
      }
      if high % 2 == 1 {
        high -= 1
        sum += tree[high]
      }
      low /= 2
      high /= 2
    }
    return sum
  }
}

/// How much fixing a column has raised the bound so far: pseudo-costs with reliability.
///
/// Reference: Achterberg, Koch & Martin 2005, doi:10.1016/j.orl.2004.04.002.
struct BranchScores {
  private var sums: [[Double]]
  private var counts: [[Int]]
  private var totalSum = 0.0
  private var totalCount = 0

  init(count: Int) {
    sums = Array(repeating: [Double](repeating: 0, count: count), count: 2)
    counts = Array(repeating: [Int](repeating: 0, count: count), count: 2)
  }

  mutating func grow(to count: Int) {
    for side in 0..<2 {
      let missing = count - sums[side].count
      sums[side] += [Double](repeating: 0, count: missing)
      counts[side] += [Int](repeating: 0, count: missing)
    }
  }

  /// Notes that moving a column all the way to a value raises the bound by so much.
  mutating func learn(_ column: Int, _ value: Int8, _ gain: Double) {
    sums[Int(value)][column] += gain
    counts[Int(value)][column] += 1
    totalSum += gain
    totalCount += 1
  }

  func isReliable(_ column: Int) -> Bool { min(counts[0][column], counts[1][column]) >= 2 }

  /// What a split on a column is expected to bring: the product of both sides' gains.
  func score(_ column: Int, _ value: Double) -> Double {
    let down = rate(column, 0) * value
    let up = rate(column, 1) * (1 - value)
    return max(down, 1e-6) * max(up, 1e-6)
  }

  /// The same for a first ranking, where columns that were never tried count by cost and balance.
  func guess(_ column: Int, _ value: Double, _ cost: Double) -> Double {
    score(column, value) * (0.1 + cost)
  }

  private func rate(_ column: Int, _ side: Int) -> Double {
    if counts[side][column] > 0 { return sums[side][column] / Double(counts[side][column]) }
    return totalCount > 0 ? totalSum / Double(totalCount) : 1
  }
}

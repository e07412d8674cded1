/// All eigenvalues of a small symmetric tridiagonal matrix, with what the Lanczos method needs of
/// their eigenvectors.
///
/// Implicit QL with Wilkinson's shift. Reference: Dubrulle, Martin & Wilkinson 1968,
/// doi:10.1007/BF02165404.
enum TridiagonalEigen {
  /// Eigenvalues ascending, and row `k` of `vectors` the eigenvector of `values[k]`; nil when a
  /// value takes more than 60 turns, which does not happen with finite entries.
  ///
  /// - Parameters:
  ///   - diagonal: n entries.
  ///   - below: the n − 1 entries next to the diagonal.
  static func solve(
    diagonal: [Double],
    below: [Double]
  ) -> (values: [Double], vectors: [[Double]])? {
    let n = diagonal.count
    var d = diagonal
    var e = below + [0]
    var columns = (0..<n).map { index in (0..<n).map { $0 == index ? 1.0 : 0.0 } }
    for first in 0..<n {
      var turns = 0
      while true {
        var last = first
        while last < n - 1 {
          let scale = abs(d[last]) + abs(d[last + 1])
          if abs(e[last]) <= scale * .ulpOfOne { break }
          last += 1
        }
        if last == first { break }
        turns += 1
        guard turns <= 60 else { return nil }
        var g = (d[first + 1] - d[first]) / (2 * e[first])
        var r = (g * g + 1).squareRoot()
        g = d[last] - d[first] + e[first] / (g + (g < 0 ? -r : r))
        var s = 1.0
        var c = 1.0
        var p = 0.0
        var split = false
        for i in stride(from: last - 1, through: first, by: -1) {
          var f = s * e[i]
          let b = c * e[i]
          r = (f * f + g * g).squareRoot()
          e[i + 1] = r
          if r == 0 {
            d[i + 1] -= p
            e[last] = 0
            split = true
            break
          }
          s = f / r
          c = g / r
          g = d[i + 1] - p
          r = (d[i] - g) * s + 2 * c * b
          p = s * r
          d[i + 1] = g + p
          g = c * r - b
          for row in 0..<n {
            f = columns[i + 1][row]
            columns[i + 1][row] = s * columns[i][row] + c * f
            columns[i][row] = c * columns[i][row] - s * f
          }
        }
        if split { continue }
        d[first] -= p
        e[first] = g
        e[last] = 0
      }
    }
    let order = (0..<n).sorted { d[$0] < d[$1] }
    return (order.map { d[$0] }, order.map { columns[$0] })
  }
}

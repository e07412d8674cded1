import RealModule

/// What is held to be the same within a segment of a series, and what it costs where it is not.
///
/// Each is, but for constants, −2 times the logarithm of the likelihood of the best fit:
///
/// - `mean`: Σ (x − mean)², times the variance of the noise. Values with one variance throughout.
/// - `meanAndVariance`: n · log(variance + floor). Values whose variance may change too.
/// - `count`: −2 · S · log(S/n) with S the sum. Counts of claims or acts, at least 0.
public enum SegmentCost: String, Sendable, CaseIterable {
  /// A constant mean (L2).
  case mean
  /// A constant mean and variance (normal).
  case meanAndVariance
  /// A constant rate of a count (Poisson).
  case count

  /// How many parameters a segment has.
  var parameters: Int { self == .meanAndVariance ? 2 : 1 }

  /// The shortest segment that the cost can tell anything about.
  public var shortest: Int { self == .meanAndVariance ? 2 : 1 }
}

/// The cost of any segment of one series, in constant time.
struct SegmentCosts {
  private let cost: SegmentCost
  private let floor: Double
  private let sums: [Double]
  private let squares: [Double]

  init(_ values: [Double], _ cost: SegmentCost, floor: Double) {
    self.cost = cost
    self.floor = floor
    // Around the mean, squares lose the fewest digits. Counts stay as they are.
    let center = cost == .count ? 0 : values.reduce(0, +) / Double(max(1, values.count))
    var sums = [0.0]
    var squares = [0.0]
    for value in values {
      let offset = value - center
      sums.append((sums.last ?? 0) + offset)
      squares.append((squares.last ?? 0) + offset * offset)
    }
    self.sums = sums
    self.squares = squares
  }

  /// The cost of the values at `first..<end`, which holds at least one.
  func callAsFunction(_ first: Int, _ end: Int) -> Double {
    let count = Double(end - first)
    let sum = sums[end] - sums[first]
    switch cost {
    case .mean:
      return max(0, squares[end] - squares[first] - sum * sum / count)
    case .meanAndVariance:
      let variance = max(0, (squares[end] - squares[first] - sum * sum / count) / count)
      return count * Double.log(variance + floor)
    case .count:
      return sum > 0 ? -2 * sum * Double.log(sum / count) : 0
    }
  }
}

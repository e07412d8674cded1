import RealModule

/// When a series changes: the segmentation that costs least, found exactly (PELT).
///
/// The cost of a segmentation is the sum of the costs of its segments and a penalty for every change
/// point. PELT goes through the series once and drops every earlier point that can no longer be the
/// last change; what it finds is the optimum over all segmentations.
///
/// A series of a tie's net fades between claims, so neighbouring values are not independent, and a
/// sudden act shows as a step followed by a slope. Change points of what was claimed day by day
/// (``ClaimFlow``) do not have that problem.
///
/// - Complexity: O(n) where changes come again and again, O(n²) at worst.
/// - Reference: Killick, Fearnhead & Eckley 2012, doi:10.1080/01621459.2012.737745; MBIC: Zhang &
///   Siegmund 2007, doi:10.1111/j.1541-0420.2006.00662.x.
public struct ChangePoints: Sendable, Hashable {
  /// What a change point costs.
  public enum Penalty: Sendable, Hashable {
    /// Bayesian information: (parameters + 1) · log n, with the place of the change as one.
    case bic
    /// Modified for change points: (parameters + 2) · log n, and log(length) for every segment.
    case mbic
    /// This much, above 0, in the units of the cost.
    case manual(Double)

    /// The short name.
    public var name: String {
      switch self {
      case .bic: "BIC"
      case .mbic: "MBIC"
      case .manual: "manual"
      }
    }
  }

  /// How to look.
  public struct Options: Sendable, Hashable {
    /// What is the same within a segment.
    public var cost = SegmentCost.mean
    /// What a change point costs.
    public var penalty = Penalty.mbic
    /// The fewest values of a segment, at least 1; at least 2 where the variance counts.
    public var minimumLength = 2
    /// The variance of the noise, above 0, by which BIC and MBIC scale the cost of a mean; nil
    /// estimates it from the differences of neighbouring values.
    public var noise: Double?
    /// What is added to the variance of a segment, above 0, so that a constant one does not cost
    /// −∞; nil is a millionth of the variance of the series.
    public var floor: Double?

    /// A constant mean under MBIC, segments of at least 2 values.
    public init() {}
  }

  /// A stretch without change.
  public struct Segment: Sendable, Hashable {
    /// The positions of its values.
    public let values: Range<Int>
    /// Their mean.
    public let mean: Double
    /// Their variance (over n).
    public let variance: Double
  }

  /// What was asked for.
  public let options: Options
  /// The positions at which a new segment begins, ascending; empty where nothing changes.
  public let breaks: [Int]
  /// The segments, one more than there are breaks; none for an empty series.
  public let segments: [Segment]
  /// What every change point cost.
  public let penalty: Double
  /// The whole cost of the segmentation, without penalties.
  public let cost: Double

  /// Finds the change points of a series.
  ///
  /// ```swift
  /// try ChangePoints([0, 0.1, -0.1, 0, 5, 5.1, 4.9, 5]).breaks  // [4]
  /// ```
  ///
  /// - Parameters:
  ///   - values: finite; at least 0 for counts.
  ///   - options: the cost, the penalty and the shortest segment.
  /// - Throws: ``MeasureError/unusableParameter(measure:parameter:value:allowed:)``.
  public init(_ values: [Double], _ options: Options = Options()) throws(MeasureError) {
    try Self.check(values, options)
    self.options = options
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    let spread =
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
    let floor = options.floor ?? (spread > 0 ? spread * 1e-6 : 1)
    let costs = SegmentCosts(values, options.cost, floor: floor)
    let noise = options.cost == .mean ? options.noise ?? Self.noise(values) : 1
    let log = Double.log(Double(max(1, values.count)))
    var lengthWeight = 0.0
    switch options.penalty {
    case .bic: penalty = Double(options.cost.parameters + 1) * log * noise
    case .mbic:
      penalty = Double(options.cost.parameters + 2) * log * noise
      lengthWeight = noise
    case .manual(let value): penalty = value
    }
    let isConstant = values.allSatisfy { $0 == values[0] }
    breaks =
      isConstant
      ? [] : Self.optimum(values.count, costs, penalty, lengthWeight, options.minimumLength)
    let bounds = [0] + breaks + [values.count]
    let ranges =
      values.isEmpty ? [] : zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    cost = ranges.reduce(0) { $0 + costs($1.lowerBound, $1.upperBound) }
    segments = ranges.map { range in
      let mean = values[range].reduce(0, +) / Double(range.count)
      return Segment(
        values: range, mean: mean,
        variance: values[range].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
          / Double(range.count))
    }
  }

  private static func optimum(
    _ count: Int, _ costs: SegmentCosts, _ penalty: Double, _ lengthWeight: Double,
    _ minimumLength: Int
  ) -> [Int] {
    guard count >= 2 * minimumLength else { return [] }
    var best = [Double](repeating: .infinity, count: count + 1)
    var last = [Int](repeating: 0, count: count + 1)
    best[0] = -penalty
    // Where lengths cost, a split may cost more than the whole by up to log n.
    let allowance = lengthWeight * Double.log(Double(count))
    var candidates: [(start: Int, until: Int)] = []
    for end in minimumLength...count {
      let newest = end - minimumLength
      if newest == 0 || newest >= minimumLength { candidates.append((newest, .max)) }
      candidates.removeAll { end >= $0.until }
      var values: [Double] = []
      values.reserveCapacity(candidates.count)
      for candidate in candidates {
        var value = best[candidate.start] + costs(candidate.start, end)
        if lengthWeight > 0 {
          value += lengthWeight * Double.log(Double(end - candidate.start))
        }
        values.append(value)
        if value + penalty < best[end] {
          best[end] = value + penalty
          last[end] = candidate.start
        }
      }
      // A candidate that a change here would beat can go as soon as a change here is far enough
      // back to be one: dropping it at once would lose the optimum.
      for (index, value) in values.enumerated()
      where candidates[index].until == .max && value - allowance > best[end] {
        candidates[index].until = end + minimumLength
      }
    }
    var breaks: [Int] = []
    var end = count
    while last[end] > 0 {
      breaks.append(last[end])
      end = last[end]
    }
    return breaks.reversed()
  }

  /// The variance of the noise, from the differences of neighbouring values: their median size where
  /// that is above 0, so that a few jumps do not count, and else their mean square.
  static func noise(_ values: [Double]) -> Double {
    guard values.count >= 2 else { return 1 }
    let differences = zip(values.dropFirst(), values).map { ($0 - $1).magnitude }.sorted()
    let middle = differences.count / 2
    let median =
      differences.count % 2 == 1
      ? differences[middle] : (differences[middle - 1] + differences[middle]) / 2
    // 0.6745 is the upper quartile of the standard normal.
    let deviation = median / (0.674_489_750_196_081_7 * 2.0.squareRoot())
    if deviation > 0 { return deviation * deviation }
    let meanSquare = differences.reduce(0) { $0 + $1 * $1 } / Double(2 * differences.count)
    return meanSquare > 0 ? meanSquare : 1
  }

  private static func check(_ values: [Double], _ options: Options) throws(MeasureError) {
    func require(_ holds: Bool, _ parameter: String, _ value: Double, _ allowed: String)
      throws(MeasureError)
    {
      if !holds {
        throw .unusableParameter(
          measure: "change points", parameter: parameter, value: value, allowed: allowed)
      }
    }
    for value in values {
      try require(value.magnitude < 1e150, "series", value, "finite numbers below 1e150")
      if options.cost == .count {
        try require(value >= 0, "series", value, "0 or more where counts are meant")
      }
    }
    try require(
      options.minimumLength >= options.cost.shortest, "minimum length",
      Double(options.minimumLength), "at least \(options.cost.shortest)")
    if case .manual(let value) = options.penalty {
      try require(value > 0 && value.isFinite, "penalty", value, "above 0")
    }
    if let noise = options.noise {
      try require(noise > 0 && noise.isFinite, "noise", noise, "above 0")
    }
    if let floor = options.floor {
      try require(floor > 0 && floor.isFinite, "floor", floor, "above 0")
    }
  }
}

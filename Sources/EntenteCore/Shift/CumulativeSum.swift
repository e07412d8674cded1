/// Watches values as they come, and tells when their mean has moved (CUSUM).
///
/// Two sums run along: of how far the values lie above the expected mean, less an allowance, and of
/// how far below. They never fall under 0. When one passes the threshold the mean has moved, most
/// likely since that sum was last 0. After an alarm both start again.
///
/// With the default allowance of ½ and threshold of 5 standard deviations a false alarm comes once in
/// about 465 values of independent normal noise, and a move of one deviation is found after about 10.
///
/// - Sign: moves up and down are told apart.
/// - Complexity: O(1) a value.
/// - Reference: Page 1954, doi:10.1093/biomet/41.1-2.100; run lengths: Siegmund 1985,
///   doi:10.1007/978-1-4757-1862-1.
public struct CumulativeSum: Sendable, Hashable {
  /// That the mean has moved.
  public struct Alarm: Sendable, Hashable {
    /// The value at which it was noticed.
    public let position: Int
    /// The value since which it moved, most likely.
    public let since: Int
    /// Whether it moved up.
    public let isUp: Bool
  }

  /// The expected mean.
  public let mean: Double
  /// The standard deviation of the values around it, above 0.
  public let deviation: Double
  /// What is forgiven of every value, in deviations, at least 0: half of the move to be found.
  public let allowance: Double
  /// The sum that raises an alarm, in deviations, above 0.
  public let threshold: Double
  /// The sum upwards, in deviations.
  public private(set) var up = 0.0
  /// The sum downwards, in deviations.
  public private(set) var down = 0.0
  private var position = 0
  private var upSince = 0
  private var downSince = 0

  /// A watch for values around a mean.
  ///
  /// - Parameters:
  ///   - mean: what is usual.
  ///   - deviation: the standard deviation around it, above 0.
  ///   - allowance: what is forgiven of every value, in deviations, at least 0.
  ///   - threshold: the sum that raises an alarm, in deviations, above 0.
  /// - Throws: ``MeasureError/unusableParameter(measure:parameter:value:allowed:)``.
  public init(
    mean: Double, deviation: Double, allowance: Double = 0.5, threshold: Double = 5
  ) throws(MeasureError) {
    func require(_ holds: Bool, _ parameter: String, _ value: Double, _ allowed: String)
      throws(MeasureError)
    {
      if !holds {
        throw .unusableParameter(
          measure: "CUSUM", parameter: parameter, value: value, allowed: allowed)
      }
    }
    try require(mean.isFinite, "mean", mean, "a finite number")
    try require(deviation > 0 && deviation.isFinite, "deviation", deviation, "above 0")
    try require(allowance >= 0 && allowance.isFinite, "allowance", allowance, "0 or more")
    try require(threshold > 0 && threshold.isFinite, "threshold", threshold, "above 0")
    self.mean = mean
    self.deviation = deviation
    self.allowance = allowance
    self.threshold = threshold
  }

  /// Takes the next value; an alarm where it shows that the mean has moved. What is not finite is
  /// passed over.
  public mutating func observe(_ value: Double) -> Alarm? {
    defer { position += 1 }
    guard value.isFinite else { return nil }
    let distance = (value - mean) / deviation
    up = max(0, up + distance - allowance)
    down = max(0, down - distance - allowance)
    if up == 0 { upSince = position + 1 }
    if down == 0 { downSince = position + 1 }
    guard max(up, down) > threshold else { return nil }
    let alarm = Alarm(
      position: position, since: up >= down ? upSince : downSince, isUp: up >= down)
    up = 0
    down = 0
    upSince = position + 1
    downSince = position + 1
    return alarm
  }

  /// All alarms of a series.
  public static func alarms(
    in values: [Double], mean: Double, deviation: Double, allowance: Double = 0.5,
    threshold: Double = 5
  ) throws(MeasureError) -> [Alarm] {
    var watch = try CumulativeSum(
      mean: mean, deviation: deviation, allowance: allowance, threshold: threshold)
    var alarms: [Alarm] = []
    for value in values {
      if let alarm = watch.observe(value) { alarms.append(alarm) }
    }
    return alarms
  }
}

import RealModule

/// Changes of the mean on several scales at once: the mean of the next *w* values against that of the
/// last *w*, for windows of several lengths.
///
/// With σ the deviation of the noise, `z = |difference| · √(w/2) / σ` at every place. A peak is called
/// where z is the largest within *w* and above a threshold that holds the chance of any false call,
/// over all places and scales, below `level`: √(2 log(N/level)) for *N* places and independent
/// normal noise. Peaks of short windows come first, as they tell the place best; one of a long window
/// is added where no shorter one lies within its windows.
///
/// - Complexity: O(n × scales).
/// - Reference: Eichinger & Kirch 2018, doi:10.3150/16-BEJ887; several scales: Messer et al. 2014,
///   doi:10.1214/14-AOAS782.
public enum MultiscaleWindows {
  /// A change.
  public struct Peak: Sendable, Hashable {
    /// The first value after the change.
    public let position: Int
    /// The length of the windows that show it.
    public let scale: Int
    /// The mean after it minus the mean before.
    public let change: Double
    /// How far that is beyond noise.
    public let z: Double
  }

  /// The changes of a series on some scales.
  ///
  /// - Parameters:
  ///   - values: finite.
  ///   - scales: lengths of windows, each at least 2; those longer than half of the series show
  ///     nothing.
  ///   - level: the chance of any false call, above 0 and below 1.
  ///   - noise: the variance of the noise, above 0; nil estimates it from the differences of
  ///     neighbouring values.
  /// - Returns: the changes, by position.
  /// - Throws: ``MeasureError/unusableParameter(measure:parameter:value:allowed:)``.
  public static func peaks(
    in values: [Double], scales: [Int], level: Double = 0.05, noise: Double? = nil
  ) throws(MeasureError) -> [Peak] {
    func require(_ holds: Bool, _ parameter: String, _ value: Double, _ allowed: String)
      throws(MeasureError)
    {
      if !holds {
        throw .unusableParameter(
          measure: "multi-scale windows", parameter: parameter, value: value, allowed: allowed)
      }
    }
    for value in values {
      try require(value.magnitude < 1e150, "series", value, "finite numbers below 1e150")
    }
    for scale in scales { try require(scale >= 2, "scale", Double(scale), "at least 2") }
    try require(level > 0 && level < 1, "level", level, "above 0 and below 1")
    if let noise { try require(noise > 0 && noise.isFinite, "noise", noise, "above 0") }
    let usable = Set(scales).filter { 2 * $0 <= values.count }.sorted()
    guard !usable.isEmpty, !values.allSatisfy({ $0 == values[0] }) else { return [] }
    let places = usable.reduce(0) { $0 + values.count - 2 * $1 + 1 }
    let threshold = (2 * Double.log(Double(places) / level)).squareRoot()
    let deviation = (noise ?? ChangePoints.noise(values)).squareRoot()
    let center = values.reduce(0, +) / Double(values.count)
    var sums = [0.0]
    for value in values { sums.append((sums.last ?? 0) + value - center) }
    var peaks: [Peak] = []
    for scale in usable {
      let changes = (scale...(values.count - scale)).map { place in
        (sums[place + scale] - 2 * sums[place] + sums[place - scale]) / Double(scale)
      }
      let factor = (Double(scale) / 2).squareRoot() / deviation
      for (index, change) in changes.enumerated()
      where change.magnitude * factor > threshold
        && isLargest(index, in: changes, within: scale)
        && !peaks.contains(where: { abs($0.position - index - scale) < scale })
      {
        peaks.append(
          Peak(
            position: index + scale, scale: scale, change: change,
            z: change.magnitude * factor))
      }
    }
    return peaks.sorted { $0.position < $1.position }
  }

  /// Whether no other change near it is larger, or as large and earlier.
  private static func isLargest(_ index: Int, in changes: [Double], within reach: Int) -> Bool {
    let size = changes[index].magnitude
    for other in max(0, index - reach)..<index where changes[other].magnitude >= size {
      return false
    }
    let end = min(changes.count, index + reach + 1)
    for other in (index + 1)..<max(index + 1, end) where changes[other].magnitude > size {
      return false
    }
    return true
  }
}

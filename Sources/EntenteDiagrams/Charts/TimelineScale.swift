/// The values of a timeline from below to above: tension below nothing, accord above.
struct TimelineScale: Hashable {
  /// The most tension, as a negative number, and the most accord that has room.
  let lowest: Double
  let highest: Double
  let step: Double
  /// Points for each unit of the scale.
  let unit: Double

  /// - Parameter height: The room in points.
  init(tension: Double, accord: Double, height: Double) {
    let peak = max(tension, accord)
    let total = max(tension + accord, peak * 1.1, 0.2)
    step = ValueTicks.step(over: total, most: 5)
    // Each side has room for a line along the axis, also where it has no values.
    let below = max(tension * 1.06, total * 0.08)
    let above = max(accord * 1.06, total * 0.08)
    lowest = -below
    highest = above
    unit = height / (below + above)
  }

  /// The height of a value above the lowest.
  func y(_ value: Double) -> Double { (value - lowest) * unit }

  var ticks: [Double] {
    let (first, last) = ((lowest / step).rounded(.up), (highest / step).rounded(.down))
    guard first <= last else { return [0] }
    return (Int(first)...Int(last)).map { Double($0) * step }
  }

  func label(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = Numerals.short(abs(value))
    return (value < 0 ? "\u{2212}" : "+") + text
  }
}

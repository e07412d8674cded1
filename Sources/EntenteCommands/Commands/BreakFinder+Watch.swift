import EntenteCore
import EntenteFormats

extension BreakFinder {
  /// What goes through the values as they came, against what is usual.
  mutating func watch(
    _ method: BreaksCommand.Method, _ values: [Double], _ periods: [Int], _ evidence: Evidence,
    _ layer: String?, _ prefix: String
  ) throws(MeasureError) {
    let name = method == .cusum ? "CUSUM" : "Bayesian online detection"
    let usual: DetectionFlags.Usual
    do {
      usual = try detection.usual(in: values)
    } catch {
      notes.append("\(prefix)\(name): \(error.reason).")
      return
    }
    let how =
      "\(prefix)\(name) (\(settings(method))) against \(usual.origin) (mean \(text(usual.mean)), deviation \(FixedPoint.text(usual.deviation, decimals: 2)))"
    let found =
      method == .cusum
      ? try cusum(usual, how, values, periods, evidence, layer)
      : try online(usual, how, values, periods, evidence, layer)
    if !found { notes.append("\(how): none.") }
  }

  private func settings(_ method: BreaksCommand.Method) -> String {
    if method == .cusum {
      return
        "allowance \(JSONValue.number(detection.allowance).text), threshold \(JSONValue.number(detection.threshold).text) deviations"
    }
    return "a change in \(JSONValue.number(detection.expectedRun).text) values expected"
  }

  private mutating func cusum(
    _ usual: DetectionFlags.Usual, _ how: String, _ values: [Double], _ periods: [Int],
    _ evidence: Evidence, _ layer: String?
  ) throws(MeasureError) -> Bool {
    let alarms = try CumulativeSum.alarms(
      in: values, mean: usual.mean, deviation: usual.deviation, allowance: detection.allowance,
      threshold: detection.threshold)
    for alarm in alarms {
      let stretch = values[alarm.since...alarm.position]
      add(
        .cusum, how, layer, periods[alarm.since], evidence, before: usual.mean,
        after: stretch.reduce(0, +) / Double(stretch.count), strength: alarm.isUp ? "up" : "down",
        noticed: periods[alarm.position])
    }
    return !alarms.isEmpty
  }

  private mutating func online(
    _ usual: DetectionFlags.Usual, _ how: String, _ values: [Double], _ periods: [Int],
    _ evidence: Evidence, _ layer: String?
  ) throws(MeasureError) -> Bool {
    let states = try OnlineDetection.states(of: values, detection.prior(usual))
    var told = 0
    var found = false
    for position in states.indices.dropFirst()
    where states[position].run <= states[position - 1].run {
      let start = position - states[position].run + 1
      guard start > told else { continue }
      let before = values[told..<start]
      let after = values[start...position]
      told = start
      found = true
      add(
        .online, how, layer, periods[start], evidence,
        before: before.reduce(0, +) / Double(before.count),
        after: after.reduce(0, +) / Double(after.count),
        strength: "probability \(FixedPoint.text(states[position].probability, decimals: 2))",
        noticed: periods[position])
    }
    return found
  }
}

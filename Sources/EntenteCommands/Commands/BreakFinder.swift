import EntenteCore
import EntenteFormats

/// Looks for the breaks of a series by several methods, and lists them with the claims that began
/// then.
struct BreakFinder {
  let subject: Series.Subject
  let windows: [Window]
  let step: Step
  let quantity: BreaksCommand.Quantity
  let methods: [BreaksCommand.Method]
  let cost: SegmentCost
  let penalty: ChangePoints.Penalty
  let detection: DetectionFlags
  let top: Int

  var notes: [String] = []
  private(set) var table = Table(
    key: "breaks", title: "Breaks",
    columns: [
      .data("layer"), .data("method"), .init("how", "How", .heading), .init("when", "When"),
      .data("first"), .data("last"), .init("before", "Before"), .init("after", "After"),
      .init("change", "Change"), .init("strength", "Strength"), .data("noticed"),
      .init("claims", "Claims that began then", .detail),
    ], whenEmpty: "none found")

  init(
    subject: Series.Subject, windows: [Window], step: Step, quantity: BreaksCommand.Quantity,
    methods: [BreaksCommand.Method], cost: SegmentCost, penalty: ChangePoints.Penalty,
    detection: DetectionFlags, top: Int
  ) {
    self.subject = subject
    self.windows = windows
    self.step = step
    self.quantity = quantity
    self.methods = methods
    self.cost = cost
    self.penalty = penalty
    self.detection = detection
    self.top = top
  }

  var quantityWords: String {
    switch quantity {
    case .net: "the net"
    case .tension: "tension"
    case .accord: "accord"
    case .acts: "the number of new acts"
    case .hostile: "the number of new hostile acts"
    case .score: "the mean score of new acts"
    }
  }

  /// Whether a series of values is looked at, and not only whole graphs.
  var readsValues: Bool { methods.contains { $0 != .lad } }

  /// The values, and to which period each belongs.
  private func values(in evidence: Evidence) throws(MeasureError) -> ([Double], [Int]) {
    switch quantity {
    case .net, .tension, .accord:
      let points = try Series(of: subject, in: evidence, over: windows, intervals: nil).points
      let values = points.map {
        quantity == .net ? $0.net : quantity == .tension ? $0.tension : $0.accord
      }
      return (values, Array(points.indices))
    case .acts, .hostile:
      let flow = ClaimFlow(of: subject, in: evidence, over: windows)
      return (quantity == .acts ? flow.counts : flow.hostileCounts, Array(windows.indices))
    case .score:
      let scores = ClaimFlow(of: subject, in: evidence, over: windows).scores
      return (scores.values, scores.periods)
    }
  }

  mutating func look(in evidence: Evidence, layer: String?) throws(MeasureError) {
    let prefix = layer.map { "\($0): " } ?? ""
    guard readsValues else { return try lad(evidence, layer, prefix) }
    let (values, periods) = try values(in: evidence)
    let isFlat = values.allSatisfy { $0 == values[0] }
    for method in methods {
      if method == .lad {
        if case .system = subject { try lad(evidence, layer, prefix) }
        continue
      }
      if isFlat { continue }
      switch method {
      case .pelt: try pelt(values, periods, evidence, layer, prefix)
      case .windows: try multiscale(values, periods, evidence, layer, prefix)
      case .cusum, .online: try watch(method, values, periods, evidence, layer, prefix)
      case .lad: break
      }
    }
    if isFlat {
      let why =
        switch values.count {
        case 0: "nothing was claimed here"
        case 1: "there is a value in one period only"
        default: "the values are the same in all \(values.count) periods"
        }
      notes.append("\(prefix)\(why), so there is nothing to find.")
    } else if quantity == .score {
      notes.append(
        "\(prefix)\(values.count) of \(windows.count) periods have new acts; the others have no score and are passed over."
      )
    }
  }

  private mutating func pelt(
    _ values: [Double], _ periods: [Int], _ evidence: Evidence, _ layer: String?, _ prefix: String
  ) throws(MeasureError) {
    var options = ChangePoints.Options()
    options.cost = cost
    options.penalty = penalty
    let points = try ChangePoints(values, options)
    let what =
      switch cost {
      case .mean: "constant mean"
      case .meanAndVariance: "constant mean and variance"
      case .count: "constant rate"
      }
    let name = penalty == .bic || penalty == .mbic ? " (\(penalty.name))" : ""
    let how =
      "\(prefix)PELT, \(what), \(FixedPoint.text(points.penalty, decimals: 2))\(name) a change"
    for (index, position) in points.breaks.enumerated() {
      add(
        .pelt, how, layer, periods[position], evidence, before: points.segments[index].mean,
        after: points.segments[index + 1].mean)
    }
    if points.breaks.isEmpty {
      notes.append("\(how): one segment, mean \(text(points.segments.first?.mean)).")
    }
  }

  private mutating func multiscale(
    _ values: [Double], _ periods: [Int], _ evidence: Evidence, _ layer: String?, _ prefix: String
  ) throws(MeasureError) {
    let scales = [2, 4, 8, 16].filter { 2 * $0 <= values.count }
    guard !scales.isEmpty else { return }
    let how =
      "\(prefix)windows of \(scales.map(String.init).joined(separator: ", ")) values, chance of any false call under .05 for independent values"
    let peaks = try MultiscaleWindows.peaks(in: values, scales: scales)
    for peak in peaks {
      let after = values[peak.position..<(peak.position + peak.scale)]
      let before = values[(peak.position - peak.scale)..<peak.position]
      add(
        .windows, how, layer, periods[peak.position], evidence,
        before: before.reduce(0, +) / Double(peak.scale),
        after: after.reduce(0, +) / Double(peak.scale),
        strength: "z \(FixedPoint.text(peak.z, decimals: 1)) at \(peak.scale)")
    }
    if peaks.isEmpty { notes.append("\(how): none.") }
  }

  private mutating func lad(
    _ evidence: Evidence, _ layer: String?, _ prefix: String
  ) throws(MeasureError) {
    // Three periods tell what is usual, and a rise is from one score to the next.
    guard windows.count > 4 else {
      notes.append(
        "\(prefix)LAD: \(Counted.text(windows.count, "period")), more than 4 needed to tell what is usual."
      )
      return
    }
    var spectra: [LaplacianSpectrum] = []
    for window in windows {
      spectra.append(try LaplacianSpectrum(evidence.snapshot(over: window).graph, .net))
    }
    let points = try GraphChangePoints(spectra)
    let how =
      "\(prefix)LAD, signed spectra of the net against the last 3 and 6 periods, the largest rises"
    let largest = points.largest(top)
    for position in largest.sorted() {
      add(
        .lad, how, layer, position, evidence, before: points.scores[position - 1].score,
        after: points.scores[position].score,
        strength: "rise \(FixedPoint.text(points.scores[position].rise, decimals: 3))",
        decimals: 3)
    }
    if largest.isEmpty { notes.append("\(how): none.") }
  }

  mutating func add(
    _ method: BreaksCommand.Method, _ how: String, _ layer: String?, _ period: Int,
    _ evidence: Evidence, before: Double?, after: Double?, strength: String? = nil,
    noticed: Int? = nil, decimals: Int = 2
  ) {
    // Only what may be negative shows a plus: numbers of acts, tension and distances have no sign.
    let hasSign = method != .lad && (quantity == .net || quantity == .score)
    func value(_ value: Double?) -> Table.Cell {
      hasSign ? .signed(value, decimals: decimals) : .number(value, decimals: decimals)
    }
    let window = windows[period]
    var change: Double?
    if let before, let after { change = after - before }
    var when = step.words(window)
    if let noticed, noticed != period { when += ", noticed \(windows[noticed].last)" }
    let claims = Self.begun(in: window, subject, evidence)
    var shown = claims.prefix(8).joined(separator: ", ")
    if claims.count > 8 { shown += " and \(claims.count - 8) more" }
    table.rows.append([
      .text(layer), .text(method.rawValue), .text(how),
      .worded(when, data: window.description), .text(window.first.description),
      .text(window.last.description), value(before), value(after),
      .signed(change, decimals: decimals),
      .text(strength), .text(noticed.map { windows[$0].description }),
      .worded(shown, data: claims.joined(separator: " ")),
    ])
  }

  func text(_ value: Double?) -> String {
    value.map { FixedPoint.text($0, decimals: 2, plus: quantity == .net || quantity == .score) }
      ?? "–"
  }

  /// The claims about a subject that began in a period.
  private static func begun(
    in window: Window, _ subject: Series.Subject, _ evidence: Evidence
  ) -> [String] {
    let snapshot = evidence.snapshot(over: window)
    var found = Set<Int>()
    for tie in snapshot.ties where subject.holds(tie) {
      for contribution in snapshot.contributions(to: tie) { found.insert(contribution.claim) }
    }
    return found.sorted().map { evidence.project.claims[$0] }.filter {
      guard let first = $0.when.interval.first else { return false }
      return window.first <= first && first <= window.last
    }.map(\.id)
  }
}

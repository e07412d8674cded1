import EntenteCore

extension TimelineChart {
  /// A line that changed most, and how.
  struct Finding {
    var series: Int
    var sign: Sign
    var first: Series.Point
    var peak: Series.Point
    var trough: Series.Point
    var last: Series.Point

    func value(_ point: Series.Point) -> Double {
      sign == .hostile ? point.tension : point.accord
    }
    /// How far it goes from the least to the most.
    var range: Double { value(peak) - value(trough) }
  }

  private func finding(_ index: Int, _ sign: Sign) -> Finding? {
    let points = series[index].points.filter { $0.ties > 0 }
    guard let first = points.first, let last = points.last else { return nil }
    var found = Finding(
      series: index, sign: sign, first: first, peak: first, trough: first, last: last)
    for point in points {
      if found.value(point) > found.value(found.peak) { found.peak = point }
      if found.value(point) < found.value(found.trough) { found.trough = point }
    }
    return found
  }

  private var findings: [Finding] {
    series.indices.flatMap { index in Sign.allCases.compactMap { finding(index, $0) } }
      .filter { $0.value($0.peak) > 0 }
  }

  private func when(_ point: Series.Point) -> String {
    let (year, month, day) = point.window.first.components
    switch step {
    case .day: return Caption.short(point.window.first)
    case .week: return "the week of \(day) \(Caption.shortMonths[month - 1]) \(year)"
    case .month: return "\(Caption.shortMonths[month - 1]) \(year)"
    }
  }

  private func sentence(_ finding: Finding) -> String {
    func text(_ point: Series.Point) -> String {
      Numerals.decimal(finding.value(point), places: 2)
    }
    let ends = name(of: series[finding.series].subject)
    let word = Caption.word(finding.sign)
    let (first, peak, last) = (finding.first, finding.peak, finding.last)
    let (a, b, c) = (finding.value(first), finding.value(peak), finding.value(last))
    // What makes up less than a tenth of the whole movement is not worth a word.
    let little = max(0.005, finding.range / 10)
    if finding.range < 0.005 { return "\(ends): \(word) stays at \(text(last))" }
    let rose = b - a > little
    let fell = b - c > little
    if rose, fell {
      return "\(ends): \(word) rose from \(text(first)) to \(text(peak)) by \(when(peak)), "
        + "then fell to \(text(last))"
    }
    if rose { return "\(ends): \(word) rose from \(text(first)) to \(text(peak))" }
    if fell { return "\(ends): \(word) fell from \(text(peak)) to \(text(last))" }
    return "\(ends): \(word) fell to \(text(finding.trough)) by \(when(finding.trough)), "
      + "and is back at \(text(last))"
  }

  var caption: Caption {
    let project = evidence.project
    let ranked = findings.enumerated().sorted {
      ($1.element.range, $0.offset) < ($0.element.range, $1.offset)
    }.map(\.element)
    let mentions = Set(series.flatMap { evidence.mentions(of: $0.subject).map(\.claim) })
    let active = mentions.filter { claim in
      let interval = project.claims[claim].when.interval
      return interval.first ?? days.first <= days.last
    }
    let sources = Set(active.map { project.claims[$0].source })
    let every =
      switch step {
      case .day: "every day"
      case .week: "means over weeks"
      case .month: "means over months"
      }
    let dates = Words.english.date(days)
    let parts = Caption.measure(evidence) + [every]
    let lines =
      ranked.map { sentence($0) + "." }
      + pins.enumerated().map { index, pin in
        "\(index + 1). " + TimelineKey.sentence(pin, evidence, series)
      }
    let names = series.map { name(of: $0.subject) }.joined(separator: " and ")
    return Caption(
      finding: ranked.first.map(sentence) ?? "\(names): no tie",
      subtitle: parts.joined(separator: ", ") + "; \(dates).",
      source: Caption.sourceLine(project, claims: active.count, sources: sources.count),
      summary: "Timeline of \(names), \(dates).", lines: lines, options)
  }

  var legend: [Legend.Entry] {
    var entries: [Legend.Entry] = []
    let points = series.flatMap(\.points)
    let signs = Sign.allCases.filter { sign in
      points.contains { (sign == .hostile ? $0.tension : $0.accord) > 0 }
    }
    for sign in signs {
      let line = Chart.Mark(
        role: .step,
        shape: .line([Point(-12, -2), Point(0, -2), Point(0, 2), Point(12, 2)]),
        stroke: palette.color(sign), width: 1.9)
      entries.append(
        Legend.Entry(
          text: sign == .hostile ? "tension, below the line" : "accord, above it",
          marks: [line], marksWidth: 24))
    }
    let intervals = points.filter { $0.ties > 0 }.map(\.netInterval)
    if let first = intervals.lazy.compactMap(\.interval).first, let sign = signs.first {
      let ribbon = Chart.Mark(
        role: .ribbon, shape: .polygon(Box(center: Point(0, 0), width: 24, height: 9).corners),
        fill: palette.color(sign) + "38")
      entries.append(
        Legend.Entry(
          text: "95 % when the \(Numerals.count(first.sources, "source")) are drawn anew",
          marks: [ribbon], marksWidth: 24))
    } else if intervals.contains(where: {
      if case .impossible(.oneSource) = $0 { true } else { false }
    }) {
      entries.append(Legend.Entry(text: "no interval: all claims are from one source"))
    }
    if !pins.isEmpty {
      for sign in Sign.allCases where pins.contains(where: { $0.sign == sign }) {
        let disc = Chart.Mark(
          role: .pin, shape: .ellipse(Box(center: Point(0, 0), width: 9, height: 9)),
          fill: sign == .hostile ? palette.hostileText : palette.ground,
          stroke: palette.text(sign), width: 1.2)
        entries.append(
          Legend.Entry(
            text: sign == .hostile ? "hostile act" : "cooperative act", marks: [disc],
            marksWidth: 10))
      }
    }
    if !signs.isEmpty {
      let color = palette.color(signs[0])
      let rug = [-6.0, -1, 2, 7].map { x in
        Chart.Mark(
          role: .rug, shape: .line([Point(x, -3), Point(x, 2)]), stroke: color, width: 0.9)
      }
      entries.append(
        Legend.Entry(text: "days of claims; a bar where they last", marks: rug, marksWidth: 18))
    }
    return entries
  }
}

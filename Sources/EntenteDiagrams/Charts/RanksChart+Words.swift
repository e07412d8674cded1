import EntenteCore

extension RanksChart {
  /// `accord in` for the column `accord-in`.
  private var measureName: String {
    let title = measure.title.prefix(1).lowercased() + measure.title.dropFirst()
    guard column != measure.name else { return measure.title == "HITS" ? measure.title : title }
    return "\(title) (\(column.split(separator: "-").joined(separator: " ")))"
  }

  /// A name as part of a sentence.
  private func inLine(_ node: Int) -> String { ReadingDirection.inLineFromLeft(name(node)) }

  private var dates: [String] { snapshots.map { Words.english.date($0.window) } }

  func sentence(_ node: Int, _ date: Int) -> String {
    let standing = table.standings[date][node]
    guard let place = standing.place, let value = standing.value else {
      return "\(inLine(node)), \(dates[date]): not ranked."
    }
    return "\(inLine(node)), \(dates[date]): place \(place)\(standing.isShared ? ", shared" : ""), "
      + "\(Numerals.decimal(value, places: 3))."
  }

  private var finding: String {
    if let new = emphasised.first, Self.entrants([new], in: table) == [new],
      let place = table.standings.last?[new].place
    {
      return "\(inLine(new)) enters at place \(place) by \(measureName)"
    }
    guard let best = emphasised.first(where: { Self.move(of: $0, in: table) != 0 }),
      let first = table.standings.lazy.compactMap({ $0[best].place }).first,
      let last = table.standings.reversed().lazy.compactMap({ $0[best].place }).first
    else {
      guard let leader = nodes.first, let end = table.standings.last, let place = end[leader].place
      else { return "No ties to rank" }
      guard snapshots.count > 1 else {
        return "\(inLine(leader)) is \(end[leader].isShared ? "one of the first" : "first") "
          + "by \(measureName)"
      }
      return "\(inLine(leader)) stays at place \(place) by \(measureName)"
    }
    let verb = last < first ? "rises" : "falls"
    return "\(inLine(best)) \(verb) from place \(first) to \(last) by \(measureName)"
  }

  var caption: Caption {
    guard let snapshot = snapshots.last else {
      return Caption(
        finding: "No dates", subtitle: "", source: "", summary: "Ranks.", lines: [], options)
    }
    let project = snapshot.project
    let claims = Set(snapshots.flatMap { $0.contributions.map(\.claim) })
    let sources = Set(claims.map { project.claims[$0].source })
    let ties = aspect.map { " on \($0.rawValue)" } ?? ""
    let span =
      dates.count > 1 ? "\(dates.count) dates, \(dates[0]) to \(dates[dates.count - 1])" : dates[0]
    // The first words of a measure say signs, which the name of the column does here.
    let parts =
      ["Place by \(measureName)\(ties) \(Caption.between(snapshot.evidence.options.level))"]
      + Caption.measure(snapshot.evidence).dropFirst()
    let order = lanes.last ?? []
    let lines = order.map { node in
      let places = snapshots.indices.map { Self.text(table.standings[$0][node]) }
      let value = table.standings.last?[node].value.map {
        ", \(Numerals.decimal($0, places: 3)) at the end"
      }
      return "\(inLine(node)): place \(places.joined(separator: ", "))\(value ?? "")."
    }
    return Caption(
      finding: finding, subtitle: parts.joined(separator: ", ") + "; \(span).",
      source: Caption.sourceLine(project, claims: claims.count, sources: sources.count),
      summary: "Ranks of \(Numerals.count(nodes.count, "actor")) by \(measureName), \(span).",
      lines: lines, options)
  }

  var legend: [Legend.Entry] {
    var entries: [Legend.Entry] = []
    func line(_ isStrong: Bool, _ dash: Drawing.Sample.Dash = .solid) -> Chart.Mark {
      Chart.Mark(
        role: .path, shape: .line([Point(-12, 0), Point(12, 0)]),
        stroke: isStrong ? palette.ink : palette.line, width: isStrong ? 2.8 : 1.5, dash: dash)
    }
    if !emphasised.isEmpty {
      let text = options.emphasis.isEmpty ? "moved most, or came anew" : "chosen"
      entries.append(Legend.Entry(text: text, marks: [line(true)], marksWidth: 24))
    }
    let shown = table.standings.flatMap { date in nodes.map { date[$0] } }
    if shown.contains(where: \.isShared) {
      let box = Box(center: Point(0, 0), width: 9, height: 13)
      entries.append(
        Legend.Entry(
          text: "= framed: one value, so one place",
          marks: [
            Chart.Mark(
              role: .shared, shape: .polygon(box.corners), fill: palette.hull + "26",
              stroke: palette.line, width: 0.8)
          ], marksWidth: 10))
    }
    if shown.contains(where: { $0.place == nil }) {
      entries.append(
        Legend.Entry(
          text: "no tie on the date, so no place", marks: [line(false, .dotted)], marksWidth: 24))
    }
    entries.append(
      Legend.Entry(
        text: snapshots.count > 1
          ? "at the right: the value on the last date, and places gained or lost"
          : "at the right: the value"))
    if omitted > 0 {
      entries.append(
        Legend.Entry(text: "\(Numerals.count(omitted, "lower actor")) not shown"))
    }
    return entries
  }
}

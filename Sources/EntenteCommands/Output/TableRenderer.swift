/// Tables for people: aligned columns, within a width.
struct TableRenderer {
  var width: Int

  func text(_ document: Document) -> String {
    var lines = [document.title] + document.subtitle.flatMap { TextWidth.wrap($0, to: width) }
    for table in document.tables.map(\.shown) {
      lines += ["", table.title] + body(table)
    }
    if !document.notes.isEmpty { lines.append("") }
    for note in document.notes {
      let wrapped = TextWidth.wrap(note, to: width - 2)
      lines += wrapped.enumerated().map { ($0.offset == 0 ? "· " : "  ") + $0.element }
    }
    return lines.map(Self.withoutTrailingSpace).joined(separator: "\n") + "\n"
  }

  private func body(_ table: Table) -> [String] {
    guard !table.rows.isEmpty else { return ["  \(table.whenEmpty)"] }
    let cells = table.rows.map { $0.map(\.shown) }
    var widths = table.columns.indices.map { column in
      max(
        TextWidth.of(table.columns[column].title), cells.map { TextWidth.of($0[column]) }.max() ?? 0
      )
    }
    shrink(&widths, table)
    let numeric = table.columns.indices.map { column in
      table.rows.contains { $0[column].isNumeric }
    }
    var lines = line(table.columns.map(\.title), widths, numeric, table)
    lines.append("  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in cells { lines += line(row, widths, numeric, table) }
    return lines
  }

  /// Takes what is too wide from the flexible columns, the widest first.
  private func shrink(_ widths: inout [Int], _ table: Table) {
    let least = 12
    var excess = widths.reduce(0) { $0 + $1 + 2 } - width
    while excess > 0 {
      let flexible = table.columns.indices.filter {
        table.columns[$0].isFlexible && widths[$0] > least
      }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  private func line(
    _ cells: [String], _ widths: [Int], _ numeric: [Bool], _ table: Table
  ) -> [String] {
    let wrapped = cells.indices.map { TextWidth.wrap(cells[$0], to: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { row in
      "  "
        + cells.indices.map { column in
          TextWidth.pad(
            row < wrapped[column].count ? wrapped[column][row] : "", to: widths[column],
            right: numeric[column])
        }.joined(separator: "  ")
    }
  }

  private static func withoutTrailingSpace(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Tables for people: aligned columns, within a width.
struct TableRenderer {
  var width: Int

  func text(_ document: Document) -> String {
    var lines = [document.title] + document.subtitle.flatMap { TextWidth.wrap($0, to: width) }
    for table in document.tables.map(\.shown) {
      lines += ["", table.title] + Body(table, width: width).lines
    }
    if !document.notes.isEmpty { lines.append("") }
    for note in document.notes {
      let wrapped = TextWidth.wrap(note, to: width - 2)
      lines += wrapped.enumerated().map { ($0.offset == 0 ? "· " : "  ") + $0.element }
    }
    return lines.map(Self.withoutTrailingSpace).joined(separator: "\n") + "\n"
  }

  private static func withoutTrailingSpace(_ line: String) -> String {
    guard line.utf8.last == 0x20 else { return line }
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// One table: which columns are aligned, how wide they are, and its lines.
  private struct Body {
    private let table: Table
    private let width: Int
    private let cells: [[String]]
    private let aligned: [Int]
    private var widths: [Int: Int] = [:]
    private let numeric: Set<Int>

    init(_ table: Table, width: Int) {
      self.table = table
      self.width = width
      cells = table.rows.map { $0.map(\.shown) }
      aligned = table.columns.indices.filter { table.columns[$0].role == .ordinary }
      numeric = Set(aligned.filter { column in table.rows.contains { $0[column].isNumeric } })
      for column in aligned {
        let widest = cells.map { TextWidth.of($0[column]) }.max() ?? 0
        widths[column] = max(TextWidth.of(table.columns[column].title), widest)
      }
      shrink()
    }

    var lines: [String] {
      guard !cells.isEmpty else { return ["  \(table.whenEmpty)"] }
      var lines = line(table.columns.map(\.title))
      lines.append(
        "  "
          + aligned.map { String(repeating: "─", count: widths[$0] ?? 0) }
          .joined(separator: "  "))
      var heading: String?
      for row in cells {
        for column in table.columns.indices where table.columns[column].role == .heading {
          if row[column] != heading {
            lines += TextWidth.wrap(row[column], to: width - 2).map { "  " + $0 }
            heading = row[column]
          }
        }
        lines += line(row)
        let indent = 4 + (aligned.first.flatMap { widths[$0] } ?? 0)
        for column in table.columns.indices
        where table.columns[column].role == .detail && !row[column].isEmpty {
          lines += TextWidth.wrap(row[column], to: width - indent).map {
            String(repeating: " ", count: indent) + $0
          }
        }
      }
      return lines
    }

    /// Takes what is too wide from the flexible columns, the widest first, but breaks no ordinary
    /// word.
    private mutating func shrink() {
      var least: [Int: Int] = [:]
      for column in aligned where table.columns[column].isFlexible {
        let words = cells.flatMap { TextWidth.words($0[column]) }
        least[column] = min(18, words.map { TextWidth.of($0) }.max() ?? 0)
      }
      var excess = aligned.reduce(0) { $0 + (widths[$1] ?? 0) + 2 } - width
      while excess > 0 {
        let candidates = least.filter { widths[$0.key] ?? 0 > $0.value }.keys.sorted()
        guard let widest = candidates.max(by: { widths[$0] ?? 0 < widths[$1] ?? 0 }) else {
          return
        }
        widths[widest, default: 1] -= 1
        excess -= 1
      }
    }

    private func line(_ row: [String]) -> [String] {
      let wrapped = aligned.map { TextWidth.wrap(row[$0], to: widths[$0] ?? 1) }
      let height = wrapped.map(\.count).max() ?? 1
      return (0..<height).map { index in
        var line = ""
        for (column, lines) in zip(aligned, wrapped) {
          let part = index < lines.count ? lines[index] : ""
          line +=
            "  "
            + TextWidth.pad(part, to: widths[column] ?? 1, right: numeric.contains(column))
        }
        return line
      }
    }
  }
}

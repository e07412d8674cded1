/// Markdown for reports: headings, pipe tables and a list of remarks.
enum MarkdownRenderer {
  static func text(_ document: Document) -> String {
    var blocks = ["## \(escape(document.title))"]
    blocks += document.subtitle.map(escape)
    for table in document.tables.map(\.shown) {
      blocks.append("### \(escape(table.title))")
      guard !table.rows.isEmpty else {
        blocks.append(escape(table.whenEmpty))
        continue
      }
      let numeric = table.columns.indices.map { column in
        table.rows.contains { $0[column].isNumeric }
      }
      var lines = [row(table.columns.map { escape($0.title) })]
      lines.append(row(numeric.map { $0 ? "---:" : "---" }))
      lines += table.rows.map { row($0.map(cell)) }
      blocks.append(lines.joined(separator: "\n"))
    }
    if !document.notes.isEmpty {
      blocks.append(document.notes.map { "- \(escape($0))" }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func cell(_ cell: Table.Cell) -> String {
    guard cell.isNumeric, cell.shown.hasPrefix("-") else { return escape(cell.shown) }
    return "−" + cell.shown.dropFirst()
  }

  /// What Markdown or HTML would read as its own is written as text.
  static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": result += "\\\(character)"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

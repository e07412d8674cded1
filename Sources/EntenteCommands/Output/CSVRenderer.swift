/// Comma-separated values (RFC 4180) for spreadsheets and scripts.
enum CSVRenderer {
  static func text(_ table: Table?) -> String {
    guard let table else { return "" }
    let lines = [table.columns.map { field($0.key) }] + table.rows.map { $0.map(field) }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: Table.Cell) -> String {
    if cell.isNumeric { return cell.plain }
    return field(cell.plain)
  }

  private static func field(_ text: String) -> String {
    var text = text
    // A spreadsheet runs a text that begins so as a formula.
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

import EntenteFormats

/// The columns of a table by name, from its first line.
struct TableHeader {
  private let places: [String: Int]
  /// How many columns there are.
  let count: Int

  /// Reads the first line, and reports columns that are missing or there twice.
  ///
  /// - Parameters:
  ///   - text: the table.
  ///   - needed: the columns that have to be there.
  ///   - problems: where problems are added.
  init?(_ text: DelimitedText, needed: [String], problems: inout DiagnosticList) {
    let fields: [DelimitedText.Field]
    do {
      fields = try text.row(1)
    } catch {
      problems.append(error.diagnostic)
      return nil
    }
    let columns = "the first line names the columns: \(needed.joined(separator: ", "))"
    guard !fields.isEmpty else {
      problems.append(
        Diagnostic(
          .emptyFile, at: SourceSpan(at: .start), message: "the table has no header", hint: columns)
      )
      return nil
    }
    var places: [String: Int] = [:]
    var isWhole = true
    for (place, field) in fields.enumerated() {
      let name = Self.folded(field.text)
      if places.updateValue(place, forKey: name) != nil {
        problems.append(
          Diagnostic(
            .duplicateKey, at: field.span,
            message: "the column \(ForbiddenCharacter.quoted(field.text)) is there twice",
            hint: "rename or remove one of them"))
        isWhole = false
      }
    }
    let end = fields[fields.count - 1].span.end
    for name in needed where places[name] == nil {
      problems.append(
        Diagnostic(
          .missingKey, at: SourceSpan(start: .start, end: end),
          message: "the table has no column “\(name)”",
          hint: Suggestion.hint(for: name, among: places.keys.sorted()) ?? columns))
      isWhole = false
    }
    guard isWhole else { return nil }
    self.places = places
    count = fields.count
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(separator: " ").joined(separator: "-")
  }

  /// The field of a row in a column, or nil where the table has no such column or it is blank.
  func field(_ name: String, of row: [DelimitedText.Field]) -> DelimitedText.Field? {
    guard let place = places[name], place < row.count, !row[place].text.isEmpty else { return nil }
    return row[place]
  }

  /// The field of a row in a column that has to have one; otherwise a problem.
  func required(
    _ name: String, of row: [DelimitedText.Field]
  ) throws(DelimitedText.Problem) -> DelimitedText.Field {
    if let field = field(name, of: row) { return field }
    let span = places[name].flatMap { $0 < row.count ? row[$0].span : nil } ?? row[0].span
    throw DelimitedText.Problem(
      diagnostic: Diagnostic(
        .missingValue, at: span, message: "“\(name)” is blank", hint: "write something"))
  }

  /// Checks that a row has as many fields as the header.
  func check(_ row: [DelimitedText.Field]) throws(DelimitedText.Problem) {
    guard row.count != count, let first = row.first, let last = row.last else { return }
    throw DelimitedText.Problem(
      diagnostic: Diagnostic(
        .wrongType, at: SourceSpan(start: first.span.start, end: last.span.end),
        message: "the row has \(row.count) fields, the header \(count)",
        hint: "put a field that holds the separator into quotation marks"))
  }
}

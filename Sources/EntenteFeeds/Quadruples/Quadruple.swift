import EntenteCore
import EntenteFormats

/// An event as four words: when, who, did what, to whom.
public struct Quadruple: Sendable, Hashable {
  /// The line of the file, from 1.
  public let line: Int
  /// The day.
  public let date: CalendarDate
  /// Who acts, as the feed names it.
  public let source: String
  /// What is done.
  public let relation: CAMEO.Code
  /// To whom, as the feed names it.
  public let target: String
}

/// Reads tables of named quadruples: columns `date`, `source`, `relation`, `target` in any order, the
/// relation being the name or the digits of a CAMEO code. Other columns are passed over.
public struct QuadrupleReader: Sendable {
  /// The events, in the order of the file.
  public private(set) var quadruples: [Quadruple] = []
  /// The lines that could not be read.
  public private(set) var rejected: [Int] = []
  /// How many lines below the header hold anything: as many as were read and rejected.
  public private(set) var rows = 0
  /// What is wrong with the file and its lines.
  public let report: DiagnosticReport
  /// Whether there is nothing to go by: no header, or one without the columns.
  public let isUnusable: Bool

  /// The columns.
  public static let columns = ["date", "source", "relation", "target"]

  /// Reads a table.
  ///
  /// - Complexity: linear in the size of the file.
  public init(bytes: [UInt8], file: String) {
    let text = DelimitedText(SourceText(bytes: bytes, file: file))
    var problems = text.source.problems
    guard let header = TableHeader(text, needed: Self.columns, problems: &problems) else {
      isUnusable = true
      report = DiagnosticReport(source: text.source, list: problems)
      return
    }
    isUnusable = false
    let repaired = Set(text.source.problems.kept.map(\.span.start.line))
    var fields = FieldCache()
    for line in stride(from: 2, through: text.source.lineCount, by: 1) {
      do throws(DelimitedText.Problem) {
        let row = try text.row(line)
        if row.isEmpty { continue }
        rows += 1
        guard !repaired.contains(line) else {
          rejected.append(line)
          continue
        }
        try header.check(row)
        let quadruple = Quadruple(
          line: line, date: try fields.date(try header.required("date", of: row)),
          source: try header.required("source", of: row).text,
          relation: try fields.relation(try header.required("relation", of: row)),
          target: try header.required("target", of: row).text)
        quadruples.append(quadruple)
      } catch {
        problems.append(error.diagnostic)
        // A line whose quotation marks are wrong was not counted above.
        if error.diagnostic.code == .syntax { rows += 1 }
        rejected.append(line)
      }
    }
    report = DiagnosticReport(source: text.source, list: problems)
  }

  /// What the few distinct dates and relations of a file mean.
  private struct FieldCache {
    private var dates: [String: CalendarDate] = [:]
    private var relations: [String: CAMEO.Code] = [:]

    mutating func date(_ field: DelimitedText.Field) throws(DelimitedText.Problem) -> CalendarDate {
      if let known = dates[field.text] { return known }
      let problem: String
      do {
        let date = try EDTFDate(field.text)
        if date.isSingleDay, let day = date.interval.first {
          dates[field.text] = day
          return day
        }
        problem = "\(ForbiddenCharacter.quoted(field.text)) is no single day"
      } catch {
        problem = error.description
      }
      throw DelimitedText.Problem(
        diagnostic: Diagnostic(
          .badDate, at: field.span, message: problem, hint: "write the day as YYYY-MM-DD"))
    }

    mutating func relation(_ field: DelimitedText.Field) throws(DelimitedText.Problem) -> CAMEO.Code
    {
      if let known = relations[field.text] { return known }
      if let code = CAMEO.standard.code(field.text) {
        relations[field.text] = code
        return code
      }
      let names = CAMEO.standard.codes.lazy.map(\.name)
      throw DelimitedText.Problem(
        diagnostic: Diagnostic(
          .unknownWord, at: field.span,
          message: "\(ForbiddenCharacter.quoted(field.text)) is no CAMEO relation",
          hint: Suggestion.hint(for: field.text, among: names)
            ?? "write the name or the digits of a code, as in “Make statement” or 010"))
    }
  }
}

extension EDTFDate {
  /// Whether the date is one day, certain and exact.
  var isSingleDay: Bool {
    !isApproximate && !isUncertain && interval.first != nil && interval.first == interval.last
  }
}

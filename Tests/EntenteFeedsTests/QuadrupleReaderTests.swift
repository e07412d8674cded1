import EntenteCore
import EntenteFeeds
import EntenteFormats
import Testing

@Suite struct QuadrupleReaderTests {
  private func read(_ text: String) -> QuadrupleReader {
    QuadrupleReader(bytes: Array(text.utf8), file: "q.csv")
  }

  @Test func columnsMayStandInAnyOrder() throws {
    let reader = read("split,Target,relation,Source,DATE\nx,Russia,Consult,Turkey,2018-09-07\n\n")
    #expect(reader.report.diagnostics.isEmpty && reader.rows == 1)
    let quadruple = try #require(reader.quadruples.first)
    #expect(quadruple.source == "Turkey" && quadruple.target == "Russia")
    #expect(quadruple.relation.code == "040" && quadruple.date.description == "2018-09-07")
    #expect(quadruple.line == 2)
  }

  /// Each bad row is told with its place, and every row is read or rejected.
  @Test func badRowsAreToldAllAtOnce() {
    let reader = read(
      """
      date,source,relation,target
      2018-09-01,Russia,Consult,Turkey
      2018-09-31,Russia,Consult,Turkey
      2018-09,Russia,Consult,Turkey
      2018-09-01,Russia,Consullt,Turkey
      2018-09-01,,Consult,Turkey
      2018-09-01,Russia,Consult
      2018-09-01,"Russia,Consult,Turkey
      2018-09-01,Rus\u{202E}sia,Consult,Turkey
      2018-09-02,Russia,036,Turkey
      """)
    #expect(reader.rows == 9 && reader.quadruples.map(\.line) == [2, 10])
    #expect(reader.rejected == [3, 4, 5, 6, 7, 8, 9])
    let found = reader.report.errors.map { ($0.span.start.line, $0.span.start.column, $0.code) }
    #expect(found.map(\.0) == [3, 4, 5, 6, 7, 8, 9])
    #expect(found.map(\.1) == [1, 1, 19, 12, 1, 12, 15])
    #expect(
      found.map(\.2) == [
        .badDate, .badDate, .unknownWord, .missingValue, .wrongType, .syntax, .forbiddenCharacter,
      ])
    #expect(reader.report.errors[2].hint == "did you mean “Consult”?")
  }

  @Test(arguments: [
    ("", DiagnosticCode.emptyFile), ("\n\n", .emptyFile),
    ("date,source,target\n", .missingKey), ("date,source,relation,target,date\n", .duplicateKey),
    ("\"date,source,relation,target\n", .syntax),
  ])
  func withoutItsColumnsAFileIsUnusable(text: String, code: DiagnosticCode) {
    let reader = read(text)
    #expect(reader.isUnusable && reader.quadruples.isEmpty)
    #expect(reader.report.errors.map(\.code) == [code])
  }

  @Test func aHeaderAloneIsFine() {
    let reader = read("date,source,relation,target")
    #expect(!reader.isUnusable && reader.rows == 0 && reader.report.diagnostics.isEmpty)
  }

  @Test func membershipsAreChecked() {
    let reader = MembershipReader(
      bytes: Array(
        """
        name,of,role,speaks-for,kind
        Vladimir Putin,RU,president,1,
        Dmitry Peskov,Russia,spokesman,0.8,person
        Nobody,Rusia,x,1,person
        Somebody,RU,x,2,person
        Anybody,RU,x,,state
        Vladimir Putin,RU,president,1,
        """.utf8), file: "m.csv")
    #expect(reader.memberships.map(\.name) == ["Vladimir Putin", "Dmitry Peskov"])
    #expect(reader.memberships.map(\.speaksFor) == [1, 0.8])
    #expect(
      reader.report.errors.map(\.code) == [.unknownWord, .outOfRange, .unknownWord, .duplicateKey])
    #expect(reader.report.errors.first?.hint == "did you mean “Russia”?")
  }
}

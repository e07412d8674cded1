import EntenteFormats
import Testing

@Suite struct DiagnosticReportTests {
  private func span(_ line: Int, _ columns: Range<Int>) -> SourceSpan {
    SourceSpan(
      start: SourcePosition(line: line, column: columns.lowerBound),
      end: SourcePosition(line: line, column: columns.upperBound)
    )
  }

  private func report(_ text: String, _ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(
      source: SourceText(bytes: Array(text.utf8), file: "g.yaml"),
      diagnostics: diagnostics
    )
  }

  @Test func textNamesThePlaceAndUnderlines() {
    let report = report(
      "a: 1\nclaims: x\n",
      [
        Diagnostic(.singleSource, at: span(2, 1..<7), message: "one source"),
        Diagnostic(
          .unknownKey,
          at: span(1, 1..<2),
          message: "no such key",
          hint: "did you mean b?"
        ),
      ]
    )
    #expect(
      report.text() == """
        g.yaml:1:1: error: no such key
         1 | a: 1
           | ^
           = did you mean b?
        g.yaml:2:1: warning: one source
         2 | claims: x
           | ^~~~~~

        """
    )
    #expect(report.summary == "1 error, 1 warning")
    #expect(report.hasErrors)
  }

  @Test func colourOnlyWhenAsked() {
    let report = report("a\n", [Diagnostic(.syntax, at: span(1, 1..<2), message: "bad")])
    #expect(!report.text().contains("\u{1B}"))
    let colored = report.text(style: .init(color: true))
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m bad"))
  }

  @Test func sortedWithoutRepetitionAndErrorsFirst() {
    let late = Diagnostic(.syntax, at: span(9, 1..<2), message: "late")
    let warning = Diagnostic(.longQuote, at: span(3, 4..<5), message: "w")
    let error = Diagnostic(.badDate, at: span(3, 4..<5), message: "e")
    let report = report("", [late, warning, error, late])
    #expect(report.diagnostics == [error, warning, late])
  }

  @Test func moreThanTheLimitIsCounted() {
    let many = (1...70).map { Diagnostic(.unknownKey, at: span($0, 1..<2), message: "m") }
    let warning = Diagnostic(.longQuote, at: span(1, 1..<2), message: "w")
    let text = report("", many + [warning]).text(style: .init(limit: 60))
    #expect(text.hasSuffix("and 11 more\n"))
    #expect(!text.contains("warning"))
    #expect(report("", many).json.contains("\"errors\": 70"))
  }

  @Test(arguments: [
    // Tabs go to the next multiple of four, wide characters take two columns, marks none.
    ("\tx: y", 5..<6, 7), ("名前: x", 5..<6, 6), ("e\u{301}e\u{301}: x", 7..<8, 4),
    ("\t\tab", 3..<4, 8), ("ab\tc", 4..<5, 4),
  ])
  func caretStandsUnderTheCharacter(_ line: String, _ columns: Range<Int>, _ indent: Int) {
    let excerpt = SourceExcerpt(line: line, columns: columns, limit: 80)
    #expect(excerpt.indent == indent)
    #expect(excerpt.width == 1)
  }

  @Test func caretBehindTheLine() {
    let excerpt = SourceExcerpt(line: "abc", columns: 4..<5, limit: 80)
    #expect(excerpt.indent == 3 && excerpt.width == 1)
  }

  @Test func longLinesAreClippedAroundTheCaret() {
    let line = String((0..<1000).map { Character(String($0 % 10)) })
    for start in [1, 2, 30, 79, 80, 500, 950, 999, 1000, 1001] {
      for length in [1, 5, 60, 400] {
        let excerpt = SourceExcerpt(line: line, columns: start..<(start + length), limit: 80)
        #expect(excerpt.text.count <= 80)
        #expect(excerpt.indent + excerpt.width <= 81)
        if start <= 1000 {
          let shown = excerpt.text.dropFirst(excerpt.indent).first
          #expect(shown == Character(String((start - 1) % 10)), "\(start) \(length)")
        }
        #expect(excerpt.width <= length)
      }
    }
  }

  @Test func placesFarOutOnALongLine() {
    let line = String(repeating: "ə😀", count: 20_000) + "!" + String(repeating: "z", count: 5_000)
    let report = report(
      line,
      [
        Diagnostic(.unknownKey, at: span(1, 40_001..<40_002), message: "m"),
        Diagnostic(.unknownKey, at: span(1, 40_003..<40_004), message: "n"),
      ])
    let lines = report.text().split(separator: "\n")
    let caret = lines[2].distance(
      from: lines[2].startIndex, to: lines[2].firstIndex(of: "^") ?? lines[2].endIndex)
    // Every 😀 is one character and two columns wide.
    var column = 0
    let shown = lines[1].first { character in
      if column >= caret { return true }
      column += character == "😀" ? 2 : 1
      return false
    }
    #expect(shown == "!")
    #expect(report.json.contains("\"character\": 60000,"))
    #expect(report.json.contains("\"character\": 60002,"))
  }

  @Test func jsonCountsInUTF16ForEditors() {
    let report = report(
      "😀ə: \"x\"\n",
      [Diagnostic(.unknownKey, at: span(1, 2..<3), message: "say \"so\"\u{7}", hint: "h")]
    )
    #expect(
      report.json == """
        {
          "diagnostics": [
            {
              "code": "unknown-key",
              "column": 2,
              "end-column": 3,
              "end-line": 1,
              "file": "g.yaml",
              "hint": "h",
              "line": 1,
              "message": "say \\"so\\"\\u0007",
              "range": {
                "end": {
                  "character": 3,
                  "line": 0
                },
                "start": {
                  "character": 2,
                  "line": 0
                }
              },
              "severity": "error"
            }
          ],
          "errors": 1,
          "file": "g.yaml",
          "omitted": 0,
          "warnings": 0
        }

        """
    )
  }

  @Test func severities() {
    #expect(DiagnosticCode.allCases.filter { $0.severity == .warning }.count == 15)
    #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == DiagnosticCode.allCases.count)
  }
}

import EntenteFormats
import Testing

@testable import EntenteCommands

@Suite struct DocumentTests {
  static func document(_ rows: [[Table.Cell]]) -> Document {
    var document = Document(command: "show", project: "Case", title: "A title")
    document.parameters = ["at": "2025-05-19"]
    document.tables = [
      Table(
        key: "ties", title: "Ties",
        columns: [
          .data("from"), .init("name", "Who", isFlexible: true), .init("net", "Net"),
          .init("says", "Says", .detail),
        ], rows: rows, whenEmpty: "no ties")
    ]
    document.notes = ["A note."]
    return document
  }

  static let rows: [[Table.Cell]] = [
    [.text("AZ"), .text("Azerbaijan"), .signed(-3.25, decimals: 1), .text("It said so.")],
    [.text("RU"), .text("Əliyev 日本"), .signed(1, decimals: 1), .none],
  ]

  @Test func tablesAlignWhateverTheScript() {
    #expect(
      Self.document(Self.rows).text(.table) == """
        A title

        Ties
          Who           Net
          ───────────  ────
          Azerbaijan   -3.3
                       It said so.
          Əliyev 日本  +1.0
                       –

        · A note.

        """)
  }

  @Test func tablesKeepToTheWidth() {
    let long = String(repeating: "word ", count: 40) + "andaverylongwordthatmustbebrokensomewhere"
    let text = Self.document([[.text("x"), .text(long), .integer(1), .text(long)]]).text(
      .table, width: 60)
    for line in text.split(separator: "\n") { #expect(TextWidth.of(String(line)) <= 60) }
  }

  @Test func everyFormatSaysThatThereIsNothing() {
    #expect(Self.document([]).text(.table).contains("no ties"))
    #expect(Self.document([]).text(.markdown).contains("no ties"))
    #expect(Self.document([]).text(.csv) == "from,name,net,says\r\n")
    #expect(Self.document([]).text(.json).contains(#""ties": []"#))
  }

  @Test func csvIsQuotedAndRunsNoFormula() {
    let rows: [[Table.Cell]] = [
      [
        .text("=1+1"), .text("a,\"b\"\nc"), .signed(-0.1, decimals: 1),
        .worded("shown", data: "@x"),
      ]
    ]
    #expect(
      Self.document(rows).text(.csv)
        == "from,name,net,says\r\n'=1+1,\"a,\"\"b\"\"\nc\",-0.1,'@x\r\n")
  }

  @Test func markdownStaysText() {
    let rows: [[Table.Cell]] = [
      [
        .text("x"), .text("<script>|`*_[]#~\\&\n"), .signed(-2, decimals: 1),
        .text("ok"),
      ]
    ]
    #expect(
      Self.document(rows).text(.markdown).contains(
        "| &lt;script&gt;\\|\\`\\*\\_\\[\\]\\#\\~\\\\&amp;  | −2.0 | ok |"))
  }

  @Test func jsonHasAllDigitsAndTheParameters() {
    let text = Self.document(Self.rows).text(.json)
    #expect(text.contains(#""net": -3.25"#))
    #expect(text.contains(#""at": "2025-05-19""#))
    #expect(text.contains(#""from": "AZ""#))
    #expect(text.contains(#""says": null"#))
  }
}

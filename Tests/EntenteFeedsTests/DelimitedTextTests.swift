import EntenteFeeds
import EntenteFormats
import Testing

@Suite struct DelimitedTextTests {
  private func text(_ text: String) -> DelimitedText {
    DelimitedText(SourceText(bytes: Array(text.utf8), file: "t.csv"))
  }

  private func columns(_ field: DelimitedText.Field) -> [Int] {
    [field.span.start.column, field.span.end.column]
  }

  @Test func fieldsHaveTheirPlace() throws {
    let table = text("a,b,c\r\nErdoğan,\"x, \"\"y\"\"\",\n\n  \t\nlast,,")
    #expect(try table.row(1).map(\.text) == ["a", "b", "c"])
    let row = try table.row(2)
    #expect(row.map(\.text) == ["Erdoğan", "x, \"y\"", ""])
    #expect(row.map(columns) == [[1, 8], [9, 19], [20, 20]])
    #expect(try table.row(3).isEmpty && table.row(4).isEmpty)
    #expect(try table.row(5).map(\.text) == ["last", "", ""])
  }

  @Test func aTabInTheFirstLineSeparates() throws {
    let table = text("a\tb\nx, y\tz")
    #expect(try table.row(2).map(\.text) == ["x, y", "z"])
  }

  @Test func aForgottenMarkSpoilsItsLineOnly() throws {
    let table = text("a,b\n\"x,y\n\"x\"y,z\nfine,too")
    for (line, column) in [(2, 1), (3, 4)] {
      do {
        _ = try table.row(line)
        Issue.record("line \(line) was read")
      } catch {
        #expect(error.diagnostic.code == .syntax)
        #expect(error.diagnostic.span.start == SourcePosition(line: line, column: column))
      }
    }
    #expect(try table.row(4).map(\.text) == ["fine", "too"])
  }
}

import EntenteFormats
import Testing

@testable import EntenteDiagrams

@Suite struct TextMeasureTests {
  /// The published widths of Helvetica, which Arial and Liberation Sans share.
  @Test func widthsAreThoseOfTheFont() {
    #expect(TextMeasure.width("A", size: 1000) == 667)
    #expect(TextMeasure.width("A", size: 1000, isBold: true) == 722)
    #expect(TextMeasure.width("i W", size: 1000) == 222 + 278 + 944)
    #expect(abs(TextMeasure.width("Russia", size: 10) - 30.56) < 0.01)
  }

  @Test func combiningMarksTakeNoRoom() {
    #expect(
      TextMeasure.width("e\u{301}", size: 10) == TextMeasure.width("e", size: 10))
  }

  @Test(arguments: [
    "İlham Əliyev", "Владимир Путин", "Նիկոլ Փաշինյան", "საქართველო", "إلهام علييف", "אילהם", "中国",
  ])
  func everyScriptGetsRoom(name: String) {
    let perLetter = TextMeasure.width(name, size: 10) / Double(name.count)
    #expect((3...12).contains(perLetter))
    #expect(TextMeasure.width(name, size: 10, isBold: true) >= TextMeasure.width(name, size: 10))
  }

  /// Beside what Pango measured (oracles/text_widths.py): no narrower than the letters are, so that
  /// nothing sticks out, and not much wider.
  @Test func widthsAreNearThoseThatAreDrawn() throws {
    let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let bytes = try FileBytes.read(path: folder + "/oracles/text-widths.csv")
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(rows.count == 60)
    for row in rows {
      let cells = row.split(separator: ",")
      let text = cells.dropLast(2).joined(separator: ",")
      let drawn = try #require(Double(cells[cells.count - 1]))
      let ours = TextMeasure.width(text, size: 1000, isBold: cells[cells.count - 2] == "1")
      #expect((0.975...1.1).contains(ours / drawn), "\(text): \(ours) for \(drawn)")
    }
  }

  @Test func longNamesBreakIntoLinesOfLikeLength() {
    let name = "Russian conservative and nationalist media"
    let lines = TextMeasure.balanced(name, width: 120, size: 11)
    #expect(lines.joined(separator: " ") == name)
    let widths = lines.map { TextMeasure.width($0, size: 11) }
    #expect(widths.allSatisfy { $0 <= 120 })
    #expect((widths.min() ?? 0) > (widths.max() ?? 0) * 0.5)
    #expect(TextMeasure.wrapped("Unbreakable", width: 40, size: 11) == ["Unbreakable"])
    #expect(TextMeasure.wrapped("New\u{A0}York\nand  all", width: 90, size: 11).count == 1)
    #expect(TextMeasure.wrapped("", width: 5, size: 11) == [""])
  }

  @Test func whatIsMuchTooLongIsBrokenAndCut() {
    let monster = String(repeating: "w", count: 10_000)
    let lines = TextMeasure.balanced(monster, width: 104, size: 11, atMost: 6)
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { TextMeasure.width($0, size: 11) <= 104 })
    #expect(lines[5].hasSuffix("w\u{2026}") && lines[0].hasSuffix("w-"))
    let chinese = TextMeasure.wrapped("中华人民共和国外交部", width: 50, size: 10)
    #expect(chinese == ["中华人民共", "和国外交部"])
    let flood = TextMeasure.wrapped(
      "e" + String(repeating: "\u{301}", count: 500) + "f", width: 90, size: 9)
    #expect(flood.map(\.unicodeScalars.count) == [13])
  }
}

@Suite struct NumeralsTests {
  @Test func numbersHaveRealMinusSigns() {
    #expect(Numerals.decimal(-2.25, places: 1) == "\u{2212}2.3")
    #expect(Numerals.decimal(-0.001, places: 2) == "0.00")
    #expect(Numerals.signed(0.7, .hostile, places: 2) == "\u{2212}0.70")
    #expect(Numerals.signed(0.7, .cooperative, places: 1) == "+0.7")
    #expect(Numerals.signed(0.001, .hostile, places: 2) == "0.00")
    #expect(Numerals.short(2.5) == "2.5")
    #expect(Numerals.short(10) == "10")
    #expect(Numerals.count(1, "source") == "1 source")
    #expect(Numerals.count(2, "source") == "2 sources")
  }
}

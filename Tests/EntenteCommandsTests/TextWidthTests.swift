import Testing

@testable import EntenteCommands

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("İlham Əliyev", 12), ("Россия", 6), ("日本", 4), ("e\u{301}", 1),
    ("Հայաստան", 8), ("→", 1),
  ])
  func widths(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func wrapsAtSpacesAndBreaksOnlyWhatIsTooLong() {
    #expect(TextWidth.wrap("one two three", to: 7) == ["one two", "three"])
    #expect(TextWidth.wrap("abcdefghij k", to: 4) == ["abcd", "efgh", "ij k"])
    #expect(TextWidth.wrap("", to: 4) == [""])
    #expect(TextWidth.wrap("日本日本", to: 3) == ["日", "本", "日", "本"])
  }

  @Test func everyLineFitsAndNoWordIsLost() {
    let text = "Zatulin calls Azerbaijan's authority over Nagorno-Karabakh into question."
    for limit in 1...80 {
      let lines = TextWidth.wrap(text, to: limit)
      #expect(lines.allSatisfy { TextWidth.of($0) <= limit })
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "limit \(limit)")
    }
  }
}

import EntenteFormats
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

  /// The short way to a width, and to words, gives what going character by character gives.
  @Test func plainTextIsAsWideAsItsCharacters() {
    for value in 0x20...0x3000 as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["a\(scalar)b", "\(scalar)", "a \(scalar) b"] {
        let slow = text.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
        #expect(TextWidth.of(text) == slow, "U+\(String(value, radix: 16))")
        #expect(TextWidth.words(text) == text.split(separator: " ").map(String.init))
      }
    }
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

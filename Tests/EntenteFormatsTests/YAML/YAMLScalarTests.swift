import EntenteFormats
import Testing

@Suite struct YAMLScalarTests {
  @Test(
    arguments: [
      ("1", 1), ("-7", -7), ("+6", 6), ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("-.5e1", -5),
      ("1e3", 1000), ("0987", 987), ("5.e2", 500), ("-0", 0),
    ] as [(String, Double)]
  )
  func numbers(_ text: String, _ value: Double) {
    #expect(YAMLScalar(text, isPlain: true) == .number(value))
    #expect(YAMLScalar(text, isPlain: false) == .text)
  }

  @Test(arguments: [
    "NO", "yes", "on", "0x1F", "1_000", "1e", "e1", ".", "+", "2025-05-09", "1.2.3", "infinity",
    "nan", "−5", "٣", "5,5", "5 ", "0o7",
  ])
  func texts(_ text: String) {
    #expect(YAMLScalar(text, isPlain: true) == .text)
  }

  @Test func wordsOfTheSchema() {
    #expect(YAMLScalar("", isPlain: true) == .null)
    #expect(YAMLScalar("~", isPlain: true) == .null)
    #expect(YAMLScalar("", isPlain: false) == .text)
    #expect(YAMLScalar("true", isPlain: true) == .bool(true))
    #expect(YAMLScalar("FALSE", isPlain: true) == .bool(false))
    #expect(YAMLScalar("-.inf", isPlain: true) == .number(-.infinity))
    #expect(YAMLScalar("1e999", isPlain: true) == .number(.infinity))
  }
}

import EntenteFormats
import Testing

@Suite struct SourceTextTests {
  private func position(_ line: Int, _ column: Int) -> SourcePosition {
    SourcePosition(line: line, column: column)
  }

  @Test func linesAndPlacesOfMixedLineEnds() {
    let source = SourceText(bytes: Array("ab\r\nçğ😀x\n\nend".utf8), file: "t")
    #expect(source.problems.kept.isEmpty)
    #expect(source.lineCount == 4)
    #expect((1...4).map { source.line($0) } == ["ab", "çğ😀x", "", "end"])
    #expect(source.line(0) == "" && source.line(5) == "")
    #expect(source.position(scalarIndex: 0) == position(1, 1))
    #expect(source.position(scalarIndex: 4) == position(2, 1))
    #expect(source.position(scalarIndex: 7) == position(2, 4))
    #expect(source.position(scalarIndex: 10) == position(4, 1))
    #expect(source.end == position(4, 4))
  }

  @Test func lastLineFeedStartsNoLine() {
    #expect(SourceText(bytes: Array("a\n".utf8), file: "t").lineCount == 1)
    #expect(SourceText(bytes: [], file: "t").lineCount == 1)
    #expect(SourceText(bytes: Array("\u{FEFF}a\n".utf8), file: "t").line(1) == "a")
  }

  /// Ill-formed sequences and how many U+FFFD the Unicode standard (table 3-8 and its neighbours) puts
  /// in their place.
  @Test(
    arguments: [
      ([0xFF], 1), ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0xAF], 3), ([0xED, 0xA0, 0x80], 3),
      ([0xF4, 0x91, 0x92, 0x93], 4), ([0xE1, 0x80], 1), ([0xF0, 0x91, 0x92], 1), ([0xC2], 1),
      ([0xF0, 0x80, 0x80, 0x41], 3), ([0x80], 1), ([0xF1, 0xBF, 0x41, 0xBF], 2),
    ] as [([UInt8], Int)]
  )
  func invalidSequencesAreReportedInPlace(_ bad: [UInt8], _ count: Int) {
    let source = SourceText(bytes: Array("ok\nab".utf8) + bad + Array("z\n".utf8), file: "t")
    #expect(source.problems.kept.count == count)
    #expect(
      source.problems.kept.allSatisfy { $0.code == .invalidEncoding && $0.span.start.line == 2 })
    #expect(source.problems.kept.map(\.span.start.column).first == 3)
    #expect(String(validating: source.bytes, as: UTF8.self) != nil)
    // Swift's own decoder repairs by the same rule.
    #expect(source.line(2) == String(decoding: Array("ab".utf8) + bad + [0x7A], as: UTF8.self))
  }

  @Test func everyScalarValueSurvivesOrIsReported() {
    for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 61) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let source = SourceText(bytes: Array(String(Character(scalar)).utf8), file: "t")
      if ForbiddenCharacter.contains(scalar) {
        #expect(source.problems.kept.count == 1 || value == 0xFEFF)
      } else {
        #expect(source.problems.kept.isEmpty)
        #expect(source.line(1).unicodeScalars.first == scalar)
      }
    }
  }

  @Test(
    arguments: [
      0x00, 0x07, 0x0D, 0x1B, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069, 0x2028, 0xFEFF, 0xFFFE,
      0xFDD0, 0x10FFFF,
    ] as [UInt32]
  )
  func forbiddenCharactersAreReportedInPlace(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    var text = "title: a"
    text.unicodeScalars.append(scalar)
    let source = SourceText(bytes: Array((text + "b\n").utf8), file: "t")
    let problem = try #require(source.problems.kept.first)
    #expect(source.problems.kept.count == 1)
    #expect(problem.code == .forbiddenCharacter)
    #expect(problem.span.start == position(1, 9))
  }

  @Test func marksThatRightToLeftTextNeedsAreAllowed() {
    let source = SourceText(
      bytes: Array("\u{200F}\u{200E}\u{061C}\u{200D}\u{200C}".utf8),
      file: "t"
    )
    #expect(source.problems.kept.isEmpty)
  }

  @Test func messagesCarryNoControlCharacters() {
    let shown = ForbiddenCharacter.quoted(
      "a\u{1B}[31m\u{202E}b\n" + String(repeating: "x", count: 90)
    )
    #expect(shown.hasPrefix("“a<U+001B>[31m<U+202E>b<U+000A>xxx"))
    #expect(shown.hasSuffix("…”"))
  }
}

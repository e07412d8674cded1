import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct WordsTests {
  private func parts(_ words: Words) -> [String] {
    Mirror(reflecting: words).children.flatMap { child -> [String] in
      if let text = child.value as? String { return [text] }
      if let list = child.value as? [String] { return list }
      if let signed = child.value as? Words.Signed { return [signed.hostile, signed.cooperative] }
      if let kinds = child.value as? [Actor.Kind: String] { return kinds.values.sorted() }
      return []
    }
  }

  @Test(arguments: Words.all) func everyLanguageIsWhole(words: Words) {
    #expect(parts(words).allSatisfy { !$0.isEmpty })
    #expect(words.months.count == 12 && Set(words.months).count == 12)
    #expect(words.kinds.count == Actor.Kind.allCases.count)
    // A language is in its own script: no English word was left over.
    let english = Set(parts(.english))
    if words.tag != "en" {
      let shared = parts(words).filter { english.contains($0) && $0.contains(where: \.isLetter) }
      #expect(shared.allSatisfy { ["mart", "media", "may"].contains($0) }, "\(shared)")
    }
  }

  @Test func letterByLetterEachScriptIsItsOwn() {
    let scripts: [String: ClosedRange<UInt32>] = [
      "ru": 0x400...0x4FF, "hy": 0x531...0x58F, "ka": 0x10A0...0x10FF, "ar": 0x600...0x6FF,
      "he": 0x590...0x5FF,
    ]
    for words in Words.all {
      guard let script = scripts[words.tag] else { continue }
      for part in parts(words) where part != words.tag && part != words.decimalPoint {
        let letters = part.unicodeScalars.filter(\.properties.isAlphabetic)
        #expect(letters.allSatisfy { script.contains($0.value) }, "\(words.tag): \(part)")
      }
    }
  }

  @Test func tagsWithRegionsAndUnknownOnes() {
    #expect(Words.of("az-Latn-AZ").tag == "az")
    #expect(Words.of("RU").tag == "ru")
    #expect(Words.of("xx").tag == "en")
    #expect(Words.of(nil).tag == "en")
    let actor = Actor(id: "a", kind: .state, name: "A", names: ["az": "B", "sr-Latn": "C"])
    #expect(actor.shownName(in: "az-AZ") == "B")
    #expect(actor.shownName(in: "sr-Latn") == "C")
    #expect(actor.shownName(in: "hy") == "A")
    #expect(actor.shownName(in: nil) == "A")
  }

  @Test func datesAreWrittenAsInTheLanguage() throws {
    let day = Window(FoundingCase.day(2025, 5, 9))
    let span = try #require(
      Window(FoundingCase.day(2025, 5, 9), FoundingCase.day(2025, 5, 19)))
    #expect(Words.english.date(day) == "9 May 2025")
    #expect(Words.english.date(span) == "9\u{2013}19 May 2025")
    #expect(Words.russian.date(day) == "9 мая 2025")
    #expect(Words.turkish.date(day) == "9 Mayıs 2025")
    #expect(Words.georgian.date(day) == "9 მაისი, 2025")
    #expect(Words.hebrew.date(day) == "9 במאי 2025")
    #expect(Words.russian.decimal(-0.25, places: 2) == "\u{2212}0,25")
    #expect(Words.english.decimal(0.25, places: 2) == "0.25")
  }

  @Test func linesFromRightToLeftPointToTheLeft() {
    #expect(Words.english.ends("A", "B") == "A \u{2192} B")
    #expect(Words.arabic.ends("A", "B").contains("\u{2190}"))
    #expect(!Words.arabic.ends("A", "B").contains("\u{2192}"))
    // A Latin name at the beginning does not turn the line round.
    #expect(ReadingDirection.isRightToLeft(Words.hebrew.ends("1news.az", "Caliber")))
    #expect(ReadingDirection.isRightToLeft("12 روسيا"))
    #expect(!ReadingDirection.isRightToLeft("\u{2212}2.5 \u{2192} \u{2212}7.0"))
    #expect(!ReadingDirection.isRightToLeft("Baku"))
  }

  @Test(arguments: Words.all.map(\.tag)) func theWholePictureIsInOneLanguage(tag: String) throws {
    var options = DiagramOptions()
    options.language = tag
    let drawing = try Diagram.shift(try FoundingCase.shift(.state), options)
    #expect(drawing.language == tag)
    let words = Words.of(tag)
    #expect(drawing.texts.contains { $0.role == .legend && $0.text.contains(words.noun.hostile) })
    #expect(drawing.textAlternative.allSatisfy { $0.contains("(") })
    if tag != "en" {
      let own = drawing.texts.filter { $0.role != .source }.map(\.text)
      for english in ["tension", "accord", "rose", "between", "layers", "pale", "width"] {
        #expect(!own.contains { $0.contains(english) }, "\(english) in \(own)")
        #expect(!drawing.description.contains(english))
      }
    }
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("lang=\"\(tag)\"") == (tag != "en"))
    #expect(svg.contains("direction=\"rtl\"") == words.isRightToLeft)
    for override in ["\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}"] {
      #expect(!svg.contains(override))
    }
  }

  @Test func theSheetIsTurnedRoundForScriptsFromTheRight() throws {
    var options = DiagramOptions()
    let plain = try Diagram.shift(try FoundingCase.shift(.state), options)
    options.language = "he"
    let turned = try Diagram.shift(try FoundingCase.shift(.state), options)
    let title = try #require(turned.texts.first { $0.role == .title })
    #expect(abs(title.box.maxX - (turned.width - 12)) < 0.01)
    let usual = try #require(plain.texts.first { $0.role == .title })
    #expect(abs(usual.box.minX - 12) < 0.01)
    #expect(turned.samples.map(\.box.center.x).max() ?? 0 > turned.width / 2)
  }

  @Test func capitalsFollowTheScript() {
    #expect("ilişki".capitalizedFirst == "\u{130}lişki")
    #expect("связи".capitalizedFirst == "Связи")
    #expect("კავშირები".capitalizedFirst == "კავშირები")
    #expect("".capitalizedFirst.isEmpty)
  }
}

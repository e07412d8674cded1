import EntenteCore
import EntenteFormats
import Testing

/// Damages a good file in a way that is certain to break it, at a random place, and asks whether the
/// damage is found where it was done.
@Suite struct ProjectMutationTests {
  /// A damage: which lines it can be done to, what it makes of the line (or of the whole text), what
  /// is to be found, and on which line, counted from the damaged one.
  struct Damage: Sendable, CustomTestStringConvertible {
    let name: String
    let codes: [DiagnosticCode]
    let applies: @Sendable ([String], Int) -> Bool
    let change: @Sendable (inout [String], Int) -> Void
    /// The line to be named, from 0, given the lines before the damage and the damaged one.
    var named: @Sendable ([String], Int) -> Int = { $1 }
    var testDescription: String { name }
  }

  private static func key(_ line: String) -> String? {
    let trimmed = line.drop { $0 == " " }
    guard let colon = trimmed.firstIndex(of: ":"), !trimmed.hasPrefix("#") else { return nil }
    return String(trimmed[..<colon])
  }

  /// Lines of the claims with one of the keys.
  private static func claimKey(_ keys: String...) -> @Sendable ([String], Int) -> Bool {
    { lines, index in lines[index].hasPrefix("    ") && keys.contains(key(lines[index]) ?? "") }
  }

  private static let anyClaimKey: @Sendable ([String], Int) -> Bool = { lines, index in
    lines[index].hasPrefix("    ") && key(lines[index]) != nil
  }

  private static let claimID: @Sendable ([String], Int) -> Bool = { lines, index in
    lines[index].hasPrefix("  c") && lines[index].hasSuffix(":")
  }

  private static func value(_ text: String) -> @Sendable (inout [String], Int) -> Void {
    { lines, index in
      let colon = lines[index].firstIndex(of: ":") ?? lines[index].endIndex
      lines[index] = lines[index][..<colon] + ": " + text
    }
  }

  private static let itsClaim: @Sendable ([String], Int) -> Int = { lines, index in
    lines[...index].lastIndex { $0.hasPrefix("  c") && $0.hasSuffix(":") } ?? 0
  }

  static let damages: [Damage] = [
    Damage(
      name: "letters of a key swapped", codes: [.unknownKey],
      applies: { lines, index in anyClaimKey(lines, index) && (key(lines[index])?.count ?? 0) > 3 },
      change: { lines, index in
        var line = Array(lines[index])
        line.swapAt(5, 6)
        lines[index] = String(line)
      }),
    Damage(
      name: "required key deleted", codes: [.missingKey],
      applies: claimKey("from", "to", "layer", "when", "score", "source", "says"),
      change: { lines, index in lines.remove(at: index) }, named: itsClaim),
    Damage(
      name: "key doubled", codes: [.duplicateKey], applies: anyClaimKey,
      change: { lines, index in lines.insert(lines[index], at: index) },
      named: { _, index in index + 1 }),
    Damage(
      name: "claim doubled", codes: [.duplicateKey], applies: claimID,
      change: { lines, index in
        let end = lines[(index + 1)...].firstIndex { !$0.hasPrefix("    ") } ?? lines.count
        lines.insert(contentsOf: lines[index..<end], at: end)
      },
      named: { lines, index in
        lines[(index + 1)...].firstIndex { !$0.hasPrefix("    ") } ?? lines.count
      }),
    Damage(
      name: "id deleted, so that two claims run together", codes: [.duplicateKey],
      applies: { lines, index in claimID(lines, index) && !lines[index].contains("c01") },
      change: { lines, index in lines.remove(at: index) }),
    Damage(
      name: "score off the scale", codes: [.outOfRange], applies: claimKey("score"),
      change: value("-11")),
    Damage(
      name: "score not finite", codes: [.outOfRange], applies: claimKey("score"),
      change: value(".nan")),
    Damage(
      name: "score in words", codes: [.wrongType], applies: claimKey("score"),
      change: value("rather bad")),
    Damage(
      name: "value deleted", codes: [.missingValue], applies: anyClaimKey, change: value("")),
    Damage(
      name: "reference to nothing", codes: [.danglingReference],
      applies: claimKey("from", "to", "layer", "source", "event"), change: value("zzz")),
    Damage(
      name: "claim to itself", codes: [.selfReference], applies: claimKey("to"),
      change: { lines, index in
        lines[index] = "    to:" + lines[index - 1].drop { $0 != ":" }.dropFirst()
      }),
    Damage(
      name: "date in words", codes: [.badDate], applies: claimKey("when"),
      change: value("in spring")),
    Damage(
      name: "day that is none", codes: [.badDate], applies: claimKey("when"),
      change: value("2025-06-31")),
    Damage(
      name: "reversed interval", codes: [.reversedInterval], applies: claimKey("when"),
      change: value("2025-03-04/2024")),
    Damage(
      name: "reversed range", codes: [.reversedInterval], applies: claimKey("range"),
      change: value("[8, -8]")),
    Damage(
      name: "unknown word", codes: [.unknownWord], applies: claimKey("basis", "family"),
      change: value("evnet")),
    Damage(
      name: "confidence zero", codes: [.outOfRange], applies: claimKey("confidence"),
      change: value("0")),
    Damage(
      name: "quotation mark never closed", codes: [.syntax],
      applies: claimKey("says", "source", "from"),
      change: { lines, index in
        let colon = lines[index].firstIndex(of: ":") ?? lines[index].endIndex
        lines[index] = lines[index][...colon] + " \"" + lines[index][colon...].dropFirst(2)
      }),
    Damage(
      name: "list never closed", codes: [.syntax], applies: claimKey("range"),
      change: value("[6, 8")),
    Damage(
      name: "colon deleted", codes: [.syntax], applies: claimKey("to", "layer", "score", "says"),
      change: { lines, index in lines[index].replace(":", with: "", maxReplacements: 1) }),
    Damage(
      name: "indented by a tab", codes: [.syntax], applies: claimKey("to", "layer", "score"),
      change: { lines, index in lines[index] = "\t" + lines[index].drop { $0 == " " } }),
    Damage(
      name: "indented too far", codes: [.syntax], applies: claimKey("to", "score", "says"),
      change: { lines, index in lines[index] = "   " + lines[index] }),
    Damage(
      name: "indented too little", codes: [.syntax], applies: claimKey("to", "score", "says"),
      change: { lines, index in lines[index].removeFirst() }),
    Damage(
      name: "second document", codes: [.unsupportedSyntax], applies: claimID,
      change: { lines, index in lines.insert("---", at: index) }),
    Damage(
      name: "tag", codes: [.unsupportedSyntax], applies: claimKey("score"),
      change: value("!!int 7")),
    Damage(
      name: "alias of nothing", codes: [.badAlias], applies: anyClaimKey, change: value("*x")),
    Damage(
      name: "control character", codes: [.forbiddenCharacter], applies: anyClaimKey,
      change: { lines, index in lines[index] += "\u{1B}[0m" }),
    Damage(
      name: "bidirectional override", codes: [.forbiddenCharacter], applies: anyClaimKey,
      change: { lines, index in lines[index] += " # \u{202E}" }),
    Damage(
      name: "cut off in the middle of a claim", codes: [.missingKey],
      applies: claimKey("from", "to"),
      change: { lines, index in lines.removeSubrange((index + 1)...) }, named: itsClaim),
    Damage(
      name: "list where text is wanted", codes: [.wrongType],
      applies: claimKey("from", "says", "score"), change: value("[a, b]")),
    Damage(
      name: "text over the limit", codes: [.textTooLong], applies: claimKey("says"),
      change: value(String(repeating: "x", count: 2_001))),
  ]

  @Test(arguments: damages)
  func isFoundWhereItWasDone(_ damage: Damage) throws {
    let good = try TestFiles.good().split(separator: "\n").map(String.init)
    let start = try #require(good.firstIndex(of: "claims:"))
    let places = (start..<good.count).filter { damage.applies(good, $0) }
    #expect(!places.isEmpty)
    var generator = SeededGenerator(seed: 2025)
    for place in places.shuffled(using: &generator).prefix(8) {
      var lines = good
      damage.change(&lines, place)
      let (project, report) = TestFiles.read(lines.joined(separator: "\n") + "\n")
      #expect(project == nil)
      let named = damage.named(good, place) + 1
      #expect(
        report.errors.contains {
          damage.codes.contains($0.code) && $0.span.start.line == named
        }, "\(damage.name) on line \(place + 1):\n\(report.text())")
    }
  }

  /// Bytes that are never part of UTF-8, at random places.
  @Test func invalidBytesAreFoundWhereTheyStand() throws {
    let good = Array(try TestFiles.good().utf8)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<100 {
      let place = Int.random(in: 0...good.count, using: &generator)
      var bytes = good
      bytes.insert([0xC0, 0xC1, 0xF5, 0xFF].randomElement(using: &generator) ?? 0xFF, at: place)
      let (project, report) = ProjectReader.read(bytes: bytes, file: "t")
      let line = bytes[..<place].count { $0 == 0x0A } + 1
      #expect(project == nil)
      #expect(
        report.errors.contains { $0.code == .invalidEncoding && $0.span.start.line == line })
    }
  }

  /// Whatever the bytes: an answer, places inside of the file, and printable messages.
  @Test func randomDamageNeverCrashesAndNeverConfuses() throws {
    let good = Array(try TestFiles.good().utf8)
    var generator = SeededGenerator(seed: 31)
    var refused = 0
    for round in 0..<2_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        Self.damage(&bytes, &generator)
      }
      let (project, report) = ProjectReader.read(bytes: bytes, file: "t")
      #expect((project == nil) == report.hasErrors)
      if project == nil { refused += 1 }
      for diagnostic in report.diagnostics {
        let place = diagnostic.span.start
        #expect(place.line >= 1 && place.line <= report.source.lineCount)
        let length = report.source.line(place.line).unicodeScalars.count
        #expect(place.column >= 1 && place.column <= length + 1, "round \(round): \(diagnostic)")
      }
      if round % 20 == 0 {
        let text = report.text() + report.json
        #expect(
          !text.unicodeScalars.contains { ForbiddenCharacter.contains($0) && $0 != "\u{FFFD}" })
      }
    }
    #expect(refused > 1_000)
  }

  private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard bytes.count > 10 else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let other = Int.random(in: 0..<bytes.count, using: &generator)
    let signs = Array(":-[]{}&*!|>'\"%@`#,?\n\t ~<\0\u{1B}".utf8)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
    case 2: bytes.remove(at: place)
    case 3: bytes.swapAt(place, other)
    case 4: bytes.removeSubrange(place...)
    case 5: bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
    case 6: bytes.removeSubrange(min(place, other)..<max(place, other))
    default:
      bytes.insert(
        contentsOf: [UInt8](repeating: signs.randomElement(using: &generator) ?? 0, count: 70),
        at: place)
    }
  }

  /// Random bytes that are not made from a project at all.
  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 77)
    let alphabet = Array(":-[]{}&*!|>'\"%@`#,?\n\t ~<=abc01.\\\u{85}\u{202E}".utf8) + [0xFF, 0xC2]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<120, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let (project, report) = ProjectReader.read(bytes: bytes, file: "t")
      #expect(project == nil && report.hasErrors)
    }
  }
}

import Foundation
import Testing

/// What the examples' pages say in words against what they show: every number of the prose stands in an
/// output of the same section, and every claim that it names in one of the page. What the outputs are
/// is tested elsewhere.
@Suite struct ProseTests {
  static let pages = ExampleTests.examples.map { "examples/\($0)/README.md" }

  struct Section {
    var prose = ""
    var shown = ""
  }

  /// The page by headings of the second level. Outputs are fenced blocks, and what is set four in.
  static func sections(of text: String) -> [Section] {
    var sections = [Section()]
    var isFenced = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isFenced.toggle()
      } else if isFenced || line.hasPrefix("    ") {
        sections[sections.count - 1].shown += line + "\n"
      } else {
        if line.hasPrefix("## ") { sections.append(Section()) }
        sections[sections.count - 1].prose += line + "\n"
      }
    }
    return sections
  }

  /// The prose without commands, addresses, headings' numbers and dates.
  static func words(of prose: String) throws -> String {
    let months =
      "(January|February|March|April|May|June|July|August|September|October|November|December)"
    return
      prose.replacing(/`[^`]*`/, with: " ").replacing(/\]\([^)]*\)/, with: "] ")
      .replacing(/(?m)^#+ [0-9]+\./, with: " ")
      .replacing(try Regex("[0-9]{1,2} \(months)( [0-9]{4})?"), with: " ")
      .replacing(try Regex("\(months) [0-9]{4}"), with: " ")
  }

  /// The numbers of a text with their decimals, signs kept where a plus or minus stands.
  static func numbers(in text: String) -> [(sign: Character?, value: Double, decimals: Int)] {
    let pattern = /(^|[^\w.,])([+−-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(\.[0-9]+)?(?![\w]|\.[0-9])/
    return text.matches(of: pattern).compactMap { match in
      let whole = match.3.filter(\.isNumber)
      let fraction = match.4.map(String.init) ?? ""
      guard let value = Double("0\(whole)\(fraction)"), !(whole.isEmpty && fraction.isEmpty)
      else { return nil }
      return (
        match.2.first.map { $0 == "-" ? "−" : $0 }, value, max(0, fraction.count - 1)
      )
    }
  }

  @Test(arguments: pages)
  func everyNumberOfTheProseIsShown(page: String) throws {
    let text = try String(
      contentsOf: Sandbox.project.appending(path: page), encoding: .utf8)
    let sections = Self.sections(of: text)
    let whole = sections.map(\.shown).joined()
    guard !whole.isEmpty else { return }
    for (place, section) in sections.enumerated() {
      // What stands before the first heading is about all of it.
      let shown = place == 0 || section.shown.isEmpty ? whole : section.shown
      let prose = try Self.words(of: section.prose)
      for match in prose.matches(of: /\b[kcq][0-9]{1,5}\b/) {
        let id = String(match.0)
        #expect(
          whole.firstMatch(of: try Regex("\\b\(id)\\b")) != nil, "\(page): \(id) is not shown")
      }
      let found = Self.numbers(in: shown)
      for number in Self.numbers(in: prose) {
        let isShown = found.contains { other in
          let step = 0.5 * pow(10, -Double(number.decimals))
          return other.decimals >= number.decimals
            && abs(other.value - number.value) <= step * 1.0001
            && (number.decimals > 0 || other.value == number.value)
            && (number.sign == nil || other.sign == number.sign)
        }
        let sign = number.sign.map(String.init) ?? ""
        #expect(isShown, "\(page): \(sign)\(number.value) is not shown in its section")
      }
    }
  }

  @Test func numbersAreRead() throws {
    let read = Self.numbers(in: "−1.20 to +.5, p .43 (95 %), 49,384 rows; k07 2025-05-08 3.")
    #expect(read.map(\.value).contains(0.43) && read.map(\.value).contains(49_384))
    #expect(read.first?.sign == "−" && read.first?.decimals == 2)
    #expect(!read.map(\.value).contains(7))
    let words = try Self.words(of: "On 9 May 2025, `--top 5`, in June 2025: 3")
    #expect(words.contains("3") && !words.contains("5") && !words.contains("9"))
  }
}

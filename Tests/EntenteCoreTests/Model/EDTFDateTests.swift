import EntenteCore
import Testing

@Suite struct EDTFDateTests {
  static let dates: [(String, String?, String?)] = [
    ("2025-05-09", "2025-05-09", "2025-05-09"),
    ("2024-12", "2024-12-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("2025-05-09/2025-05-19", "2025-05-09", "2025-05-19"),
    ("2024-12/2025-05-19", "2024-12-01", "2025-05-19"),
    ("2024-12/2025", "2024-12-01", "2025-12-31"),
    ("2025-05-09/2025-05", "2025-05-09", "2025-05-31"),
    ("2025/2025-05", "2025-01-01", "2025-05-31"),
    ("2025-05-09/2025-05-09", "2025-05-09", "2025-05-09"),
    ("../2025-05-19", nil, "2025-05-19"),
    ("../2025", nil, "2025-12-31"),
    ("2025-05-19/..", "2025-05-19", nil),
    ("2024-12/..", "2024-12-01", nil),
    ("2025-05-09~", "2025-05-09", "2025-05-09"),
    ("2024?/2025-05%", "2024-01-01", "2025-05-31"),
  ]

  @Test(arguments: dates)
  func spansTheEarliestToTheLatestDay(text: String, first: String?, last: String?) throws {
    let date = try EDTFDate(text)
    #expect(date.interval.first?.description == first)
    #expect(date.interval.last?.description == last)
    #expect(date.text == text)
    #expect(date.description == text)
  }

  static let noDates: [(String, EDTFError)] = [
    ("", EDTFError.empty),
    ("..", .malformed("..")),
    ("/", .malformed("")),
    ("2025-05-09/", .malformed("")),
    ("/2025-05-09", .malformed("")),
    ("../..", .openAtBothEnds),
    ("2025/2026/2027", .tooManyParts),
    ("2025-05-19/2025-05-09", .reversed(first: "2025-05-19", last: "2025-05-09")),
    ("2026/2025-12", .reversed(first: "2026", last: "2025-12")),
    ("2025-13", .noSuchDay("2025-13")),
    ("2025-00", .noSuchDay("2025-00")),
    ("2025-02-29", .noSuchDay("2025-02-29")),
    ("2025-04-31", .noSuchDay("2025-04-31")),
    ("2025-05-00", .noSuchDay("2025-05-00")),
    ("0000", .noSuchDay("0000")),
    ("2025-5-9", .malformed("2025-5-9")),
    ("25-05-09", .malformed("25-05-09")),
    ("12025-05-09", .malformed("12025-05-09")),
    ("-2025", .malformed("-2025")),
    ("2025-05-09-01", .malformed("2025-05-09-01")),
    ("2025-05-", .malformed("2025-05-")),
    ("2025.05.09", .malformed("2025.05.09")),
    ("09/05/2025", .tooManyParts),
    (" 2025", .malformed(" 2025")),
    ("2025 ", .malformed("2025 ")),
    ("2025~-05", .malformed("2025~-05")),
    ("2025-05-09??", .malformed("2025-05-09??")),
    ("~", .malformed("~")),
    ("..~/2025", .malformed("..~")),
    ("2025-05-0X", .malformed("2025-05-0X")),
    ("٢٠٢٥", .malformed("٢٠٢٥")),
    ("+025-05-09", .malformed("+025-05-09")),
    ("yesterday", .malformed("yesterday")),
  ]

  @Test(arguments: noDates)
  func refusesWhatIsNoDateAndSaysWhy(text: String, problem: EDTFError) {
    #expect(throws: problem) { try EDTFDate(text) }
    #expect(!problem.description.isEmpty)
  }

  @Test func quotesOnlyTheBeginningOfAnOverlongText() {
    let text = String(repeating: "2025-", count: 1_000)
    #expect(throws: EDTFError.malformed(String(text.prefix(64)))) { try EDTFDate(text) }
  }

  static let marks: [(String, Bool, Bool)] = [
    ("2025-05-09", false, false), ("2025-05-09~", true, false), ("2025-05-09?", false, true),
    ("2025-05-09%", true, true), ("2025~/2026?", true, true), ("2025/2026~", true, false),
  ]

  @Test(arguments: marks)
  func keepsTheMarksOfDoubt(text: String, approximate: Bool, uncertain: Bool) throws {
    let date = try EDTFDate(text)
    #expect(date.isApproximate == approximate)
    #expect(date.isUncertain == uncertain)
  }

  @Test func aDayIsWrittenAsItIsRead() throws {
    for number: Int32 in [-719_162, -1, 0, 20_217, 2_932_896] {
      let written = EDTFDate(CalendarDate(dayNumber: number))
      #expect(try EDTFDate(written.text) == written)
      #expect(written.interval == DateInterval(CalendarDate(dayNumber: number)))
    }
  }
}

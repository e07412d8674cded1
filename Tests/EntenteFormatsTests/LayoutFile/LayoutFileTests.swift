import EntenteFormats
import Testing

@Suite struct LayoutFileTests {
  private func read(_ text: String) -> (layout: LayoutFile?, report: DiagnosticReport) {
    LayoutReader.read(bytes: Array(text.utf8), file: "case.layout.yaml")
  }

  @Test func whatIsWrittenReadsBack() {
    let layout = LayoutFile(levels: [
      "actor": [
        "RU": .init(x: -150.25, y: 20, isPinned: true), "no": .init(x: 0.004, y: -1),
        "a b": .init(x: 1, y: 2),
      ], "state": ["RU": .init(x: 3, y: 4)],
    ])
    let (again, report) = read(layout.text)
    #expect(report.diagnostics.isEmpty)
    #expect(again?.levels["actor"]?["RU"] == .init(x: -150.25, y: 20, isPinned: true))
    #expect(again?.levels["actor"]?["no"] == .init(x: 0, y: -1))
    #expect(again?.levels["actor"]?.count == 3)
    #expect(again?.levels["state"]?["RU"] == .init(x: 3, y: 4))
    #expect(again?.text == layout.text)
    #expect(layout.text.contains("  RU: {x: -150.25, y: 20, pinned: true}\n"))
  }

  @Test(arguments: [
    ("actor: {}", "entente-layout", 1, 1), ("entente-layout: 2\n", "version", 1, 17),
    ("entente-layout: 1\nwho:\n  RU: {x: 1, y: 2}\n", "level", 2, 1),
    ("entente-layout: 1\nactor:\n  RU: {x: 1}\n", "lacks “y”", 3, 3),
    ("entente-layout: 1\nactor:\n  RU: {x: 1, y: left}\n", "number", 3, 17),
    ("entente-layout: 1\nactor:\n  RU: {x: 1, y: 1e9}\n", "outside", 3, 17),
    ("entente-layout: 1\nactor:\n  RU: {x: 1, y: 2, pin: true}\n", "no key “pin”", 3, 20),
    ("entente-layout: 1\nactor:\n  RU: {x: 1, y: 2, pinned: maybe}\n", "true or false", 3, 28),
    ("entente-layout: 1\nactor:\n  RU: 5\n", "keys x and y", 3, 7),
    ("entente-layout: 1\nactor: [RU]\n", "holds actors", 2, 8), ("- 1\n", "keys with values", 1, 1),
    ("", "empty", 1, 1),
  ])
  func whatIsWrongIsToldWithItsPlace(_ text: String, _ words: String, _ line: Int, _ column: Int) {
    let (layout, report) = read(text)
    #expect(layout == nil)
    let told = report.diagnostics.first { $0.message.contains(words) }
    #expect(told?.span.start.line == line, "\(report.diagnostics)")
    #expect(told?.span.start.column == column)
  }

  @Test func allProblemsAreToldTogether() {
    let (_, report) = read("entente-layout: 1\nactor:\n  RU: {x: a}\n  AZ: {y: b, z: 1}\n")
    #expect(report.errors.count >= 5)
  }

  @Test func aLevelMayBeEmpty() {
    #expect(read("entente-layout: 1\nactor:\n").layout == LayoutFile())
  }
}

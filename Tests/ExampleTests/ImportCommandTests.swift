import Foundation
import Testing

/// `entente import quadruples`.
@Suite struct ImportCommandTests {
  static let table = """
    date,source,relation,target
    2018-09-01,Russia,Consult,Turkey
    2018-09-02,Turkey,"Impose embargo, boycott, or sanctions",Russia
    2018-09-03,Sergey Lavrov,Criticize or denounce,Turkey
    """

  func run(_ script: String, table: String = table) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try Data(table.utf8).write(to: sandbox.folder.appending(path: "q.csv"))
    return try sandbox.run(script, in: sandbox.folder)
  }

  @Test func aTableBecomesASoundFile() throws {
    let outcome = try run(
      """
      entente import quadruples q.csv --actors RU,Turkey -o case.yaml
      entente check case.yaml
      entente show case.yaml --format csv | head -2
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains("q.csv: of 3 rows, 2 kept as claims, 1 with an end elsewhere"))
    #expect(outcome.talk.contains("Sergey Lavrov (1)"))
    #expect(outcome.output.contains("TR,RU,Turkey,Russia"))
  }

  @Test func withoutAFileToWriteItGoesToStandardOutput() throws {
    let outcome = try run("cat q.csv | entente import quadruples - --actors RU,TR | entente show -")
    #expect(outcome.status == 0 && outcome.output.contains("Turkey"), "\(outcome.talk)")
  }

  @Test func badRowsFailWithTheirPlaceAndNothingIsWritten() throws {
    let broken =
      Self.table + "\n2018-09-31,Russia,Consult,Turkey\n2018-09-04,Russia,Consullt,Turkey"
    let outcome = try run(
      "entente import quadruples q.csv --actors RU,TR -o case.yaml || (ls; exit 65)", table: broken)
    #expect(outcome.status == 65 && outcome.output == "graphs\nq.csv\n")
    #expect(outcome.talk.contains("q.csv:5:1: error: '2018-09-31' is not in the calendar"))
    #expect(outcome.talk.contains("q.csv:6:19: error: “Consullt” is no CAMEO relation"))
    #expect(outcome.talk.contains("did you mean “Consult”?"))
    #expect(outcome.talk.contains("set 2 rows aside with --rejects"))
    let aside = try run(
      "entente import quadruples q.csv --actors RU,TR -o case.yaml --rejects bad.csv; cat bad.csv",
      table: broken)
    #expect(aside.status == 0, "\(aside.talk)")
    #expect(aside.output.hasPrefix("line,row\n5,\"2018-09-31,Russia,Consult,Turkey\"\n6,"))
    #expect(aside.talk.contains("of 5 rows, 2 kept as claims"))
    #expect(aside.talk.contains("2 unreadable, set aside in bad.csv"))
  }

  @Test(arguments: [
    ("q.csv --actors RU", 64), ("q.csv --actors RU,RU", 64), ("q.csv --actors RU,Atlantis", 64),
    ("q.csv --actors RU,", 64), ("q.csv", 64), ("nowhere.csv --actors RU,TR", 66),
    ("q.csv --actors RU,TR --from 2018-09-03 --to 2018-09-01", 64),
    ("q.csv --actors RU,TR --reliability 0", 64), ("q.csv --actors RU,TR --title ''", 64),
    ("q.csv --actors RU,TR --members nowhere.csv", 66),
    ("q.csv --actors RU,TR --members q.csv", 65), ("q.csv --actors FR,DE", 65),
    ("graphs/tribes.yaml --actors RU,TR", 65), ("/dev/null --actors RU,TR", 65),
    ("q.csv --actors RU,TR -o nowhere/case.yaml", 73),
  ])
  func wrongUseIsTold(arguments: String, status: Int32) throws {
    let outcome = try run("entente import quadruples \(arguments)")
    #expect(outcome.status == status, "\(arguments)\n\(outcome.talk)")
    #expect(outcome.output.isEmpty && !outcome.talk.isEmpty)
  }

  /// The benchmark set ICEWS18, where it lies beside the project: five countries in September 2018.
  @Test func theShiftsOfSeptember2018() throws {
    let given = ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { URL(filePath: $0) }
    let shared = given ?? Sandbox.project.deletingLastPathComponent().appending(path: "shared")
    let table = shared.appending(path: "data/icews/icews18_2018-08-29_2018-09-30.csv")
      .path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: table) else {
      print("skipped: the ICEWS18 quadruples are not at \(table)")
      return
    }
    // The page of the example shows the commands, set four in, and below each what it prints of note.
    let folder = Sandbox.project.appending(path: "examples/06-event-feed")
    let page = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "## ICEWS18").last)
    let members = folder.appending(path: "icews18-members.csv").path(percentEncoded: false)
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try FileManager.default.copyItem(
      atPath: members, toPath: sandbox.folder.appending(path: "icews18-members.csv").path)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: "icews18.csv").path, withDestinationPath: table)
    func words(_ line: some StringProtocol) -> String {
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var printed: [String] = []
    var commands = 0
    for line in section.components(separatedBy: "\n") where line.hasPrefix("    ") {
      let text = words(line)
      if text.hasPrefix("entente ") {
        commands += 1
        let outcome = try sandbox.run(text, in: sandbox.folder)
        #expect(outcome.status == 0, "\(outcome.talk)")
        let lines = (outcome.output + outcome.talk).split(separator: "\n")
        printed = lines.map { words($0) }
        // The title is never broken.
        for line in outcome.output.split(separator: "\n").dropFirst() {
          #expect(line.count <= 80, "\(line)")
        }
      } else if text != "…" {
        #expect(printed.contains { $0.hasSuffix(text) }, "\(text)")
      }
    }
    #expect(commands == 5)
    // All of it, as an analyst would see it: in three pages at most.
    let whole = try sandbox.run(
      """
      entente check september.yaml
      entente shift september.yaml --level state --from 2018-09-01/2018-09-10 \
        --to 2018-09-20/2018-09-30 --permutations 100 --replicates 10
      """, in: sandbox.folder)
    #expect(whole.status == 0 && !whole.talk.contains("error"), "\(whole.talk)")
    #expect(words(whole.output).contains("Turkey → Russia moves most: it improves from +0.89 to"))
    #expect(whole.output.contains("('explain' has all)"))
    #expect(whole.output.split(separator: "\n").count < 230)
  }
}

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
    let members = Sandbox.project.appending(path: "examples/06-event-feed/icews18-members.csv")
      .path(percentEncoded: false)
    let outcome = try run(
      """
      entente import quadruples '\(table)' --actors AM,AZ,RU,TR,US --members '\(members)' -o case.yaml
      entente check case.yaml
      entente shift case.yaml --level state --from 2018-09-01/2018-09-10 \
        --to 2018-09-20/2018-09-30 --permutations 200 --replicates 10
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains("of 49384 rows, 952 kept as claims"))
    #expect(outcome.talk.contains("case.yaml") && !outcome.talk.contains("error"))
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // Turkey and Russia agreed on Idlib in Sochi on 17 September.
    #expect(text.contains("Turkey → Russia moves most: it improves from +0.89 to +2.27."))
    #expect(text.contains("Turkey declares a truce with Russia. (feed line 31611, CAMEO 0871)"))
    #expect(text.contains("The claims begin on 2018-08-29, 3 days before the earlier side"))
    #expect(text.contains("Evidence suffices to test 14 of 20 ties"))
    #expect(text.contains("('explain' has all)"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count < 230)
    // The title is never broken.
    for line in lines.dropFirst() { #expect(line.count <= 80, "\(line)") }
  }
}

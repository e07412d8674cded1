import Foundation
import Testing

/// `entente series`, `breaks`, `gate` and `explain --shift`.
@Suite struct WatchCommandTests {
  let founding = "graphs/caucasus-2025.yaml"
  let wider = "graphs/russia-azerbaijan-2024-2025.yaml"

  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  func object(_ command: String) throws -> [String: Any] {
    let outcome = try run("entente \(command) --format json")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test(arguments: [
    ("series F AZ AZ", 64), ("series F AZ RU AM", 64), ("series F nobody", 64),
    ("series F aliyev --level state", 64), ("series F --incoming", 64),
    ("series F --every decade", 64), ("series F --from 2025-06-01 --to 2025-01-01", 64),
    ("series F --every day --from 0001-01-01 --to 2025-01-01", 64),
    ("series F --replicates -1", 64),
    ("series no-such-file.yaml", 66), ("series F", 0), ("series F AZ", 0),
    ("series F RU --incoming", 0), ("series F AZ RU --level state --every day", 0),
    ("series F --from 1990-01-01 --to 1990-03-01", 0),
    ("breaks F AZ AZ", 64), ("breaks F --baseline 1", 64), ("breaks F --penalty 0", 64),
    ("breaks F --usual-mean 1", 64),
    ("breaks F --penalty nonsense", 64), ("breaks F --cost nonsense", 64),
    ("breaks F AZ RU --method lad", 64), ("breaks F", 0), ("breaks F AZ RU --level state", 0),
    ("breaks F --by-layer --on acts --every day", 0), ("breaks F --on net --penalty 3", 0),
    ("breaks F --on net --cost count", 65),
    ("breaks F --from 1990-01-01 --to 1990-03-01", 0),
    ("gate F", 64), ("gate F --from 2025-05-08", 64),
    ("gate F --from 2025-05-08 --max-shift -1", 64),
    ("explain F AZ RU --shift 2025-05-08/2025-05-19", 0),
    ("explain F AZ RU --shift 2025-05-08", 64),
    ("explain F AZ RU --shift 2025-05-08/2025-05-19 --at 2025-05-19", 64),
  ])
  func exitCodes(arguments: String, status: Int32) throws {
    let script = "entente " + arguments.replacingOccurrences(of: " F", with: " " + founding)
    let outcome = try run(script)
    #expect(outcome.status == status, "\(script)\n\(outcome.output)\(outcome.talk)")
    if status != 0 { #expect(outcome.output.isEmpty && !outcome.talk.isEmpty) }
    #expect(!outcome.output.contains("nan") && !outcome.output.contains("undefined"))
  }

  @Test func aSeriesOfDaysIsWhatShowSays() throws {
    let series = try object(
      "series \(wider) AZ RU --level state --every day --from 2025-05-08 --to 2025-05-10")
    let points = try #require(series["points"] as? [[String: Any]])
    #expect(points.map { $0["period"] as? String } == ["2025-05-08", "2025-05-09", "2025-05-10"])
    for point in points {
      let day = try #require(point["period"] as? String)
      let show = try object("show \(wider) --level state --at \(day)")
      let tie = try #require(
        (show["ties"] as? [[String: Any]])?.first {
          $0["from"] as? String == "AZ" && $0["to"] as? String == "RU"
        })
      let net = try #require(point["net"] as? Double)
      let shown = try #require(tie["net"] as? Double)
      #expect(abs(net - shown) < 1e-12)
      let lower = try #require(point["lower"] as? Double)
      let upper = try #require(point["upper"] as? Double)
      #expect(lower <= upper)
    }
  }

  @Test func oneSourceHasNoIntervalAndIsToldSo() throws {
    let outcome = try run("entente series \(founding) AZ RU --level state")
    #expect(outcome.output.contains("No interval: all claims come from one source."))
    #expect(!outcome.output.contains("95 %"))
  }

  @Test func theCrashIsTheBreakOfWhatAzerbaijanDid() throws {
    let breaks = try object("breaks \(wider) AZ RU --level state --method pelt")
    let rows = try #require(breaks["breaks"] as? [[String: Any]])
    #expect(rows.count == 1)
    // The airliner was lost on 25 December 2024.
    #expect(rows.first?["first"] as? String == "2024-12-23")
    let size = try #require(rows.first?["change"] as? Double)
    #expect(size < -5)
    let parameters = try #require(breaks["parameters"] as? [String: Any])
    #expect(parameters["cost"] as? String == "mean" && parameters["penalty"] as? String == "MBIC")
  }

  @Test func everyMethodNamesItself() throws {
    let outcome = try run("entente breaks \(wider) --level state --on acts --every month")
    for words in ["PELT, constant rate", "(MBIC) a change", "windows of 2", "LAD", "CUSUM"] {
      #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)")
    }
  }

  @Test func gateFailsWithTheTiesInQuestion() throws {
    let dates = "--level state --from 2025-05-08 --to 2025-05-19"
    let open = try run("entente gate \(founding) \(dates) --max-shift 2")
    #expect(open.status == 0 && open.output.isEmpty && open.talk.contains("no tie past the limit"))
    let shut = try run("entente gate \(founding) \(dates) --max-shift 0.45")
    #expect(shut.status == 1)
    #expect(shut.output.contains("Russia") && shut.output.contains("limit 0.45"))
    #expect(shut.output.contains("1 tie past the limit"))
    let tense = try run(
      "entente gate \(founding) \(dates) --max-tension 0.4 --format csv | tail -n +2")
    #expect(tense.status == 1 && tense.output.contains("tension"))
    let json = try run("entente gate \(founding) \(dates) --max-shift 2 --format json")
    #expect(json.status == 0 && json.output.contains(#""passed": true"#))
  }

  @Test func explainShiftIsExplainFromTo() throws {
    let start = "entente explain \(founding) AZ RU --level state"
    #expect(
      try run("\(start) --shift 2025-05-08/2025-05-19").output
        == run("\(start) --from 2025-05-08 --to 2025-05-19").output)
  }
}

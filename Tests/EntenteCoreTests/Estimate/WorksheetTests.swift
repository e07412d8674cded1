import EntenteCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The founding case against a worksheet that `oracles/worksheet.py` wrote, which shares no line with
/// the code under test.
@Suite struct WorksheetTests {
  private struct Row {
    var window: Window
    var level: Level
    var estimator: Estimator
    var layers: Set<String>?
    var source: String
    var target: String
    /// Nil in the row of the tie as a whole.
    var claim: String?
    var weight: Double
    var share: Double
    var tension: Double
    var accord: Double

    init(_ line: Substring) throws {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 12)
      window = try #require(Window(try day(fields[0]), try day(fields[1])))
      level = try #require(Level(rawValue: fields[2]))
      let known: [Estimator] = [.posterior(prior: 1), .sum, .mean]
      estimator = try #require(known.first { $0.name == fields[3] })
      layers = fields[4] == "pooled" ? nil : [fields[4]]
      source = fields[5]
      target = fields[6]
      claim = fields[7].isEmpty ? nil : fields[7]
      weight = try #require(Double(fields[8]))
      share = try #require(Double(fields[9]))
      tension = try #require(Double(fields[10]))
      accord = try #require(Double(fields[11]))
    }
  }

  private func rows() throws -> [Row] {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let path = here.joined(separator: "/") + "/oracles/worksheet.csv"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map(Row.init)
  }

  @Test func everyWeightAndContributionAgrees() throws {
    let project = try foundingCase()
    let rows = try rows()
    #expect(rows.count > 600)
    var expectedClaims: [String: Int] = [:]
    for row in rows {
      let evidence = try Evidence(project) {
        $0.level = row.level
        $0.estimator = row.estimator
        $0.layers = row.layers
      }
      let snapshot = evidence.snapshot(over: row.window)
      let tie = try #require(try snapshot.tie(row.source, row.target))
      let parts = snapshot.parts(of: tie)
      let key =
        "\(row.window) \(row.level) \(row.estimator) \(row.layers ?? []) \(row.source)>\(row.target)"
      if let claim = row.claim {
        let part = try #require(parts[claim])
        #expect(isClose(part.weight, row.weight, within: 1e-9))
        #expect(isClose(part.share, row.share, within: 1e-9))
        #expect(isClose(part.tension, row.tension, within: 1e-9))
        #expect(isClose(part.accord, row.accord, within: 1e-9))
        expectedClaims[key, default: 0] -= 1
      } else {
        #expect(isClose(tie.tension, row.tension, within: 1e-9))
        #expect(isClose(tie.accord, row.accord, within: 1e-9))
        #expect(
          isClose(parts.values.map(\.weight).reduce(0, +), row.weight, within: 1e-9))
        expectedClaims[key, default: 0] += parts.count
      }
    }
    #expect(expectedClaims.values.allSatisfy { $0 == 0 }, "the worksheet has all claims of a tie")
  }

  @Test func theWorksheetKnowsTheSameTies() throws {
    let rows = try rows()
    let project = try foundingCase()
    for level in [Level.actor, .state] {
      for layers in [nil] + project.layers.map({ Set([$0.id]) }) {
        for text in ["2025-05-08", "2025-05-19"] {
          let evidence = try Evidence(project) {
            $0.level = level
            $0.layers = layers
          }
          for (source, target) in [("RU", "AZ"), ("AZ", "RU")] {
            let isThere = try evidence.snapshot(on: text).tie(source, target) != nil
            let isOnSheet = rows.contains {
              $0.claim == nil && $0.window.description == text && $0.level == level
                && $0.layers == layers && $0.source == source
            }
            #expect(isThere == isOnSheet)
          }
        }
      }
    }
  }

  @Test func theTieTurnsBetweenTheTwoDates() throws {
    let evidence = try Evidence(try foundingCase()) { $0.level = .state }
    func net(_ source: String, _ target: String, _ text: String) throws -> Double {
      try #require(try evidence.snapshot(on: text).tie(source, target)).net
    }
    #expect(try net("RU", "AZ", "2025-05-08") > 0.25)
    #expect(try net("RU", "AZ", "2025-05-19") < -0.15)
    #expect(try net("AZ", "RU", "2025-05-08") < -0.2)
    #expect(try net("AZ", "RU", "2025-05-19") < -0.6)
  }
}

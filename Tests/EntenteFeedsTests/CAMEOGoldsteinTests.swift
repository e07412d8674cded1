import EntenteFeeds
import Foundation
import Testing

/// A published file of GDELT beside the table of scores.
@Suite struct CAMEOGoldsteinTests {
  @Test func everyCodedRowOfAnExportHasTheScoreOfItsCode() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let shared =
      ProcessInfo.processInfo.environment["ENTENTE_SHARED"] ?? "/\(root)/../shared"
    let path = "\(shared)/data/gdelt/20170101073000.export.CSV"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("skipped: no data/gdelt in \(shared)")
      return
    }
    var rows = 0
    var differing: [String] = []
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 61, let code = CAMEO.standard.code(fields[26]) else { continue }
      rows += 1
      let score = CAMEO.standard.score(of: code, on: .gdelt)
      if Double(fields[30]) != score { differing.append("\(code.code) \(fields[30]) \(score)") }
    }
    #expect(rows == 720)
    #expect(differing == [])
  }
}

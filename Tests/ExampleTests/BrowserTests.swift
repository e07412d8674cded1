import Foundation
import Testing

/// Pictures on a page in a real browser: the same one twice beside others, narrow and wide, light and
/// dark. `Tests/Browser/check` draws, opens and measures; here its findings are read.
@Suite struct BrowserTests {
  static let chromium = ["chromium", "chromium-browser", "google-chrome"].first(where: Tool.isHere)

  @Test(.enabled(if: chromium != nil, "Chromium is not installed: Tests/Browser/run installs it"))
  func picturesStandOnAPageAsTheyShould() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let script = Sandbox.project.appending(path: "Tests/Browser/check").path(percentEncoded: false)
    let outcome = try sandbox.run("'\(script)' \"$(command -v entente)\" page", in: sandbox.folder)
    let findings = outcome.output.split(separator: "\n")
    let bad = findings.filter { !$0.hasPrefix("ok: ") }
    #expect(bad.isEmpty, "\(bad.joined(separator: "\n"))")
    #expect(outcome.status == 0, "\(outcome.talk)")
    for theme in ["light", "dark"] {
      #expect(findings.count { $0.hasPrefix("ok: \(theme): ") } > 30, "\(outcome.output)")
    }
  }
}

/// A program that may be installed or not.
enum Tool {
  static func isHere(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}

import EntenteCore
import EntenteFormats
import Foundation
import Testing

/// The files that the tests of this module read.
enum TestFiles {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let package = folder.deletingLastPathComponent().deletingLastPathComponent()

  static func yaml(in folder: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  static var broken: [URL] { yaml(in: folder.appendingPathComponent("Broken")) }
  static var graphs: [URL] { yaml(in: package.appendingPathComponent("graphs")) }

  /// A project with every kind of entry and no problems.
  static func good() throws -> String {
    try text(folder.appendingPathComponent("good.yaml"))
  }

  static func text(_ url: URL) throws -> String { String(decoding: try bytes(url), as: UTF8.self) }

  static func bytes(_ url: URL) throws -> [UInt8] { try FileBytes.read(path: url.path) }

  static func read(_ text: String) -> (project: Project?, report: DiagnosticReport) {
    ProjectReader.read(bytes: Array(text.utf8), file: "test.yaml")
  }
}

/// SeededGenerator: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

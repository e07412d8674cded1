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

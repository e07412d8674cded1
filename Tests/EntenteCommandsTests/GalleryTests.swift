import ArgumentParser
import Foundation
import Testing

@testable import EntenteCommands

/// The commands of the gallery, which take minutes to run in a debug build: each is one that the
/// program understands, draws from a file that is there, and makes a picture that is there.
@Suite struct GalleryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "examples/07-gallery")

  /// The arguments of every call of `entente`, as the shell hands them over.
  private static func calls() throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-euo", "pipefail", "-c", "entente() { printf '%s\\t' \"$@\"; echo; }; source ./command",
    ]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
  }

  @Test func everyCommandIsUnderstoodAndItsFilesAreThere() throws {
    let files = FileManager.default
    let calls = try Self.calls()
    var made = Set<String>()
    for call in calls {
      #expect(call.first == "render")
      let command = try RenderCommand.parse(Array(call.dropFirst()))
      #expect(try command.delivery.wanted == .png)
      let input = Self.folder.appending(path: command.input.file)
      #expect(files.fileExists(atPath: input.path(percentEncoded: false)), "\(call)")
      made.insert(command.delivery.output)
    }
    let there = try files.contentsOfDirectory(
      atPath: Self.folder.appending(path: "expected").path(percentEncoded: false))
    #expect(made == Set(there.filter { $0.hasSuffix(".png") }))
    #expect(made.count == calls.count)
  }

  @Test func thePageShowsNoPictureThatIsNotThere() throws {
    let page = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let shown = page.matches(of: /\]\(expected\/([^)]+)\)/).map { String($0.1) }
    #expect(shown.count > 15)
    for name in shown {
      let path = Self.folder.appending(path: "expected/\(name)").path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }
}

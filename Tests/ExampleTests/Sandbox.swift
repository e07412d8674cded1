import Foundation

/// A folder laid out as the project, in which commands run without touching the project.
struct Sandbox {
  /// The project's folder.
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether expected outputs are written anew instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"

  let folder: URL

  /// What a command did.
  struct Outcome {
    var status: Int32
    var output: String
    var talk: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.project.appending(path: "graphs"), to: folder.appending(path: "graphs"))
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The folder of the program under test, beside the test runner.
  private static let programs: String = {
    let runner = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return runner.deletingLastPathComponent().path(percentEncoded: false)
  }()

  /// Runs a shell script in a folder, with `entente` on the path.
  func run(_ script: String, in directory: URL) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", script]
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = Self.programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    // Files, because a pipe that nobody empties stops the command that fills it.
    let (output, talk) = (folder.appending(path: ".stdout"), folder.appending(path: ".stderr"))
    for file in [output, talk] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: talk)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      talk: try String(contentsOf: talk, encoding: .utf8))
  }
}

/// Pictures are compared by what they hold: fonts move texts by fractions of a point from machine to
/// machine, and with them every number and the hash of the content that ids begin with.
enum Picture {
  static func skeleton(_ text: String) -> String {
    var text = text
    for match in text.matches(of: /class="entente entente-[a-z]+ (en[a-z0-9]+)"/) {
      text = text.replacing(match.1, with: "hash")
    }
    return text.replacing(/[-−+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/, with: "0")
      .replacing(/[0-9a-f]{6,}/, with: "0")
  }

  static func isSame(_ left: Data, _ right: Data, name: String) -> Bool {
    if name.hasSuffix(".svg") || name.hasSuffix(".html") {
      return skeleton(String(decoding: left, as: UTF8.self))
        == skeleton(String(decoding: right, as: UTF8.self))
    }
    if name.hasSuffix(".png") || name.hasSuffix(".pdf") {
      return left.prefix(4) == right.prefix(4) && left.count > 1000
    }
    return left == right
  }
}

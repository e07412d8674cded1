import Foundation
import Testing

/// Every folder `examples/NN-name`: its `command` is run, and what it prints and writes is compared
/// with `expected`.
@Suite struct ExampleTests {
  static let examples: [String] = {
    let folder = Sandbox.project.appending(path: "examples").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    // The gallery draws for minutes in a debug build; ENTENTE_GALLERY=1 draws it too.
    let hasGallery = ProcessInfo.processInfo.environment["ENTENTE_GALLERY"] != nil
    return names.filter { name in
      name.prefix(while: \.isNumber).count == 2 && (hasGallery || !name.hasSuffix("-gallery"))
    }.sorted()
  }()

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 3)
  }

  @Test(arguments: examples)
  func commandGivesWhatIsExpected(name: String) throws {
    let files = FileManager.default
    let example = Sandbox.project.appending(path: "examples/\(name)")
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let copy = sandbox.folder.appending(path: "examples/\(name)")
    try files.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try files.copyItem(at: example, to: copy)
    let given = try Self.filesBelow(copy)

    let outcome = try sandbox.run("source ./command", in: copy)
    #expect(outcome.status == 0, "\(outcome.talk)")
    try Data(outcome.output.utf8).write(to: copy.appending(path: "stdout.txt"))

    let made = try Self.filesBelow(copy).subtracting(given)
    let expected = example.appending(path: "expected")
    if Sandbox.isRecording {
      try? files.removeItem(at: expected)
      try files.createDirectory(at: expected, withIntermediateDirectories: true)
      for file in made {
        try files.copyItem(at: copy.appending(path: file), to: expected.appending(path: file))
      }
      Issue.record("\(name): expected output recorded anew; read the difference")
      return
    }
    #expect(made == (try Self.filesBelow(expected)))
    for file in made.sorted() {
      let new = try Data(contentsOf: copy.appending(path: file))
      let old = (try? Data(contentsOf: expected.appending(path: file))) ?? Data()
      #expect(Picture.isSame(new, old, name: file), "\(name)/expected/\(file) differs")
    }
  }

  private static func filesBelow(_ folder: URL) throws -> Set<String> {
    Set(
      try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        .filter { path in
          var isFolder: ObjCBool = false
          _ = FileManager.default.fileExists(
            atPath: folder.appending(path: path).path(percentEncoded: false),
            isDirectory: &isFolder)
          return !isFolder.boolValue && !path.hasPrefix("expected/")
        })
  }
}

import Foundation
import Testing

/// Every `$ entente …` in the README and in the examples' own pages is run, in order, and what the
/// page shows below it is compared with what it prints.
@Suite struct ReadmeTests {
  static let pages: [String] =
    ["README.md"] + ExampleTests.examples.map { "examples/\($0)/README.md" }

  @Test(arguments: pages)
  func commandsPrintWhatThePageShows(page: String) throws {
    let file = Sandbox.project.appending(path: page)
    var text = try String(contentsOf: file, encoding: .utf8)
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    var directory = sandbox.folder
    if page != "README.md" {
      let examples = sandbox.folder.appending(path: "examples")
      try FileManager.default.createDirectory(at: examples, withIntermediateDirectories: true)
      directory = sandbox.folder.appending(path: page).deletingLastPathComponent()
      try FileManager.default.copyItem(at: file.deletingLastPathComponent(), to: directory)
    }
    var commands = 0
    var changed = false
    for block in Self.blocks(in: text) {
      for step in block.steps where step.command.hasPrefix("entente ") {
        commands += 1
        let outcome = try sandbox.run(step.command, in: directory)
        #expect(outcome.status == 0, "\(page): \(step.command)\n\(outcome.talk)")
        guard !step.shown.isEmpty else { continue }
        if Sandbox.isRecording, outcome.output != step.shown {
          text = text.replacingOccurrences(
            of: "$ \(step.command)\n\(step.shown)", with: "$ \(step.command)\n\(outcome.output)")
          changed = true
        } else {
          #expect(outcome.output == step.shown, "\(page): \(step.command)")
        }
      }
    }
    if page == "README.md" { #expect(commands > 0) }
    if changed {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(page) recorded anew; read the difference")
    }
  }

  struct Block {
    var steps: [(command: String, shown: String)] = []
  }

  /// The fenced blocks marked `console`.
  static func blocks(in text: String) -> [Block] {
    var blocks: [Block] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if line == "```console" {
        isInside = true
        blocks.append(Block())
      } else if line == "```" {
        isInside = false
      } else if isInside {
        if line.hasPrefix("$ ") {
          blocks[blocks.count - 1].steps.append((String(line.dropFirst(2)), ""))
        } else if !blocks[blocks.count - 1].steps.isEmpty {
          let last = blocks[blocks.count - 1].steps.count - 1
          blocks[blocks.count - 1].steps[last].shown += line + "\n"
        }
      }
    }
    return blocks
  }
}

import ArgumentParser

@testable import EntenteCommands

/// A command run within the test's own process, so that many can be tried quickly.
enum InProcess {
  struct Outcome {
    var output = ""
    var talk = ""
    var status: Int32 = 0
  }

  static func run(_ arguments: [String]) -> Outcome {
    let recorder = Terminal.Recorder(isSilent: true, hearsTalk: true)
    var outcome = Outcome()
    Invocation.$arguments.withValue(arguments) {
      Terminal.$recorder.withValue(recorder) {
        do {
          var command = try Entente.parseAsRoot(arguments)
          try command.run()
        } catch {
          outcome.status = Entente.exitCode(for: error).rawValue
          outcome.talk = Entente.message(for: error)
        }
      }
    }
    outcome.output = String(decoding: recorder.bytes, as: UTF8.self)
    outcome.talk += recorder.talk
    return outcome
  }

  /// The same from one text, with words between spaces.
  static func run(_ line: String) -> Outcome {
    run(line.split(separator: " ").map(String.init))
  }

  /// The package's folder with a path in it.
  static func path(_ path: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(folder)/\(path)"
  }
}

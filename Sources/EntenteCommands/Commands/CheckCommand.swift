import ArgumentParser
import EntenteFormats

/// `entente check`: everything that is wrong with project files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports all problems of project files at once, with their places.",
    discussion: """
      Exits 65 when a file has an error, 66 when one cannot be read. Warnings do not fail, unless \
      --strict is given.

      EXAMPLES
        entente check graphs/*.yaml
        entente check case.yaml --diagnostics json
      """)

  /// How problems are told.
  enum Style: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: "The project files; - reads standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Option(help: "text on stderr, or json on stdout for editors.")
  var diagnostics: Style = .text

  @Flag(help: "Let warnings fail too.")
  var strict = false

  func run() throws {
    try reporting {
      var worst = ExitStatus.fine
      for file in files {
        do {
          let report = try ProjectArgument.read(file).1
          switch diagnostics {
          case .json: try Terminal.emit(report.json + "\n")
          case .text:
            if report.diagnostics.isEmpty {
              Terminal.say("\(file): fine")
            } else {
              Terminal.say(report.text(style: .init(color: Terminal.hasColor)))
            }
          }
          if report.hasErrors || strict && !report.warnings.isEmpty, worst == .fine {
            worst = .invalidInput
          }
        } catch let failure as Failure where failure.status == .unreadableInput {
          Terminal.say("entente: \(failure.message)")
          worst = .unreadableInput
        }
      }
      if worst != .fine { throw Failure(status: worst, message: "") }
    }
  }
}

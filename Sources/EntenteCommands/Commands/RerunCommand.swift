import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente rerun`: makes a result again from what it says about itself.
struct RerunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "Makes a JSON result again from the arguments that it carries.",
    discussion: """
      Every JSON result holds the arguments that made it, seed included. Run from the same folder \
      on the same project file, rerun gives the same bytes; where it does not, it says so. With \
      --check nothing is printed, and the exit code is 1 where the result is no longer the same.

      EXAMPLES
        entente shift case.yaml --from 2025-05-08 --format json > result.json
        entente rerun result.json | cmp - result.json
        entente rerun result.json --check
      """)

  @Argument(
    help: "A result that a command printed as JSON.", completion: .file(extensions: ["json"]))
  var result: String

  @Flag(help: "Only tell whether the result is still the same.")
  var check = false

  func run() throws {
    try reporting {
      let recorded = try bytes()
      let arguments = try Self.arguments(in: recorded, file: result)
      var command: any ParsableCommand
      do {
        command = try Entente.parseAsRoot(arguments)
      } catch {
        throw Failure(
          status: .invalidInput,
          message: "\(result) holds arguments that cannot be run: \(Entente.message(for: error))")
      }
      // A result may come from anybody: running it again must write nothing.
      if command is RerunCommand || command is InitCommand || command is RenderCommand
        || command is WatchCommand
      {
        throw Failure(
          status: .invalidInput, message: "\(result) was not made by a command that prints JSON")
      }
      let recorder = Terminal.Recorder(isSilent: check)
      var ending: (any Error)?
      Invocation.$arguments.withValue(arguments) {
        Terminal.$recorder.withValue(recorder) {
          do { try command.run() } catch { ending = error }
        }
      }
      let isSame = recorder.bytes == recorded
      if !isSame {
        Terminal.say(
          "entente: the result is not the same as in \(result): the project file, the folder or entente (now \(Entente.version)) is another"
        )
        if check { throw Failure(status: .refused, message: "") }
      }
      // A gate that was passed then is to be passed now; that is no news for a check.
      if let ending, !check { throw ending }
    }
  }

  private func bytes() throws(Failure) -> [UInt8] {
    do {
      return try FileBytes.read(path: result)
    } catch {
      throw Failure(status: .unreadableInput, message: error.description)
    }
  }

  /// The arguments that a result carries. JSON is read as the YAML that it is.
  static func arguments(in bytes: [UInt8], file: String) throws(Failure) -> [String] {
    let read = YAMLReader.read(SourceText(bytes: bytes, file: file))
    guard let root = read.root, case .mapping(let entries) = root.content else {
      throw Failure(status: .invalidInput, message: "\(file) is no JSON result of entente")
    }
    guard let entry = entries.first(where: { $0.key == "arguments" }),
      case .sequence(let items) = entry.value.content
    else {
      throw Failure(
        status: .invalidInput, message: "\(file) does not say with what arguments it was made")
    }
    var arguments: [String] = []
    for item in items {
      guard case .scalar(let text, _) = item.content else {
        throw Failure(status: .invalidInput, message: "\(file) has arguments that are no texts")
      }
      arguments.append(text)
    }
    return arguments
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats

/// The project file that a command reads.
struct ProjectArgument: ParsableArguments {
  @Argument(
    help: "The project file (YAML); - reads standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  /// The project, or all problems of the file on stderr and a failure.
  func project() throws(Failure) -> Project {
    try Self.project(file)
  }

  static func project(_ file: String) throws(Failure) -> Project {
    let (project, report) = try read(file)
    let name = file == "-" ? "standard input" : file
    guard let project, !report.hasErrors else {
      Terminal.say(report.text(style: .init(color: Terminal.hasColor)))
      throw Failure(
        status: .invalidInput,
        message: "\(name) was not used, because it has errors: mend them, or see 'entente check'")
    }
    return project
  }

  /// What the file holds, and everything that is wrong with it.
  func read() throws(Failure) -> (Project?, DiagnosticReport) {
    try Self.read(file)
  }

  static func read(_ file: String) throws(Failure) -> (Project?, DiagnosticReport) {
    do {
      let bytes = try file == "-" ? FileBytes.readStandardInput() : FileBytes.read(path: file)
      return ProjectReader.read(bytes: bytes, file: file == "-" ? "<stdin>" : file)
    } catch {
      throw Failure(status: .unreadableInput, message: error.description)
    }
  }
}

import ArgumentParser
import EntenteFormats

/// `entente init`: a commented project file to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented project file to start from.",
    discussion: """
      Never overwrites a file.

      EXAMPLES
        entente init case.yaml
        entente init -
      """)

  @Argument(help: "Where to write it; - writes standard output.", completion: .file())
  var file: String = "case.yaml"

  func run() throws {
    try reporting {
      if file == "-" {
        try Terminal.emit(ProjectStarter.text)
        return
      }
      try OutputFile.write(Array(ProjectStarter.text.utf8), path: file, replacing: false)
      Terminal.say("\(file) is there: edit it, then run 'entente check \(file)'")
    }
  }
}

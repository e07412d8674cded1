import ArgumentParser
import EntenteFormats

/// `entente schema`: the project format for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema (draft 7) of project files, or of JSON results.",
    discussion: """
      Editors that know the YAML language server check a project as it is typed, when its first \
      line names the schema: # yaml-language-server: $schema=entente.schema.json

      EXAMPLES
        entente schema > entente.schema.json
        entente schema --output > entente-output.schema.json
      """)

  @Flag(help: "The schema of what commands print with --format json.")
  var output = false

  func run() throws {
    try reporting {
      try Terminal.emit(output ? OutputSchema.json : ProjectSchema.jsonSchema())
    }
  }
}

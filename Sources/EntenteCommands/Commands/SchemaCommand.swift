import ArgumentParser
import EntenteFormats

/// `entente schema`: the project format for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema (draft 7) of project files.",
    discussion: """
      Editors that know the YAML language server check a project as it is typed, when its first \
      line names the schema: # yaml-language-server: $schema=entente.schema.json

      EXAMPLE
        entente schema > entente.schema.json
      """)

  func run() throws {
    try reporting {
      try Terminal.emit(ProjectSchema.jsonSchema())
    }
  }
}

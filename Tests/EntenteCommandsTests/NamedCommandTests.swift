import ArgumentParser
import Testing

@testable import EntenteCommands

/// The short way to a command that is named first.
@Suite struct NamedCommandTests {
  @Test(arguments: [
    "shift case.yaml --from 2025-05-08", "explain case.yaml AZ RU --level state",
    "breaks case.yaml --method lad", "render case.yaml -o x.svg", "schema --output",
    "series case.yaml AZ -- RU", "gate case.yaml --from 2025 --max-shift 1 --format json",
  ])
  func isTheCommandOfTheTree(line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let short = try #require(Entente.named(by: arguments))
    let long = try Entente.parseAsRoot(arguments)
    #expect(type(of: short) == type(of: long))
    // Everything that was parsed is in it.
    #expect(String(describing: short) == String(describing: long))
  }

  @Test(arguments: [
    "", "--version", "--help", "help shift", "shift", "shift --help", "shift -h",
    "shift --version", "shift case.yaml", "shift case.yaml --from 2025 --nonsense",
    "shift case.yaml --from 2025 extra", "shiift case.yaml", "--generate-completion-script bash",
    "shift --generate-completion-script bash", "shift case.yaml --from 2025 --help",
  ])
  func whatIsOutOfTheOrdinaryIsLeftToTheTree(line: String) {
    #expect(Entente.named(by: line.split(separator: " ").map(String.init)) == nil)
  }
}

import ArgumentParser

/// The `entente` command.
public struct Entente: ParsableCommand {
  /// The version of the program.
  public static let version = "0.1.0"

  /// How the command is called and what it holds.
  public static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "From dated, sourced claims to tension ties, shifts and diagrams.",
    discussion: """
      A project file holds claims: who acted how towards whom, when, says which source. Entente \
      turns them into signed ties as of any date, tells what shifted between two dates and on what \
      evidence, and draws it.

      EXAMPLES
        entente init case.yaml
        entente check case.yaml
        entente shift case.yaml --from 2025-05-08 --to 2025-05-19
        entente explain case.yaml Baku Moscow --level state --from 2025-05-08
        entente render case.yaml --view shift --from 2025-05-08 -o shift.svg

      Data goes to stdout, talk to stderr. Exit codes: 0 fine, 64 wrong usage, 65 invalid input, \
      66 unreadable input, 70 internal error, 73 cannot write; 'gate' exits 1 when a limit is passed.
      """,
    version: version,
    subcommands: [
      InitCommand.self, ImportCommand.self, CheckCommand.self, ShowCommand.self,
      ShiftCommand.self,
      ExplainCommand.self, SeriesCommand.self, BreaksCommand.self, GateCommand.self,
      CentralityCommand.self, BalanceCommand.self, BlocsCommand.self, AlignmentCommand.self,
      RenderCommand.self, WatchCommand.self, ExplainMeasureCommand.self, RerunCommand.self,
      SchemaCommand.self,
    ])

  /// The command with nothing asked for.
  public init() {}

  /// Runs the program with the arguments of the process.
  public static func run() {
    Terminal.ignoreBrokenPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    Invocation.$arguments.withValue(arguments) {
      guard var command = named(by: arguments) else { return main(arguments) }
      do { try command.run() } catch { exit(withError: error) }
    }
  }

  /// The command that the first argument names, read by itself, or nil where it can't be.
  ///
  /// It spares building the whole tree of commands, which takes a tenth of the time of a small case.
  /// Whatever is out of the ordinary, help and wrong usage, is left to the tree, which tells it with
  /// the names of all commands.
  static func named(by arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let type = configuration.subcommands.first(where: { $0._commandName == name }),
      let command = try? type.parseAsRoot(Array(arguments.dropFirst())),
      Swift.type(of: command) == type
    else { return nil }
    return command
  }
}

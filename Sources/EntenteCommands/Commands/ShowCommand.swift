import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente show`: the ties as of a date.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The tension ties as of a date, strongest first.",
    discussion: """
      Tension and accord are 0 to 10, net = accord - tension. ± is the margin that the ranges of \
      the scores leave, at 95 %; it says how sure the coding is, not how sure the sources are.

      EXAMPLES
        entente show case.yaml --at 2025-05-19
        entente show case.yaml --at 2025-05 --level state --layer diplomatic
        entente show case.yaml --format json | jq '.ties[0]'
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags

  @Option(help: ArgumentHelp("As of when: \(Window.help).", valueName: "date"))
  var at: Window?

  @Option(help: ArgumentHelp("Only the strongest ties.", valueName: "count"))
  var top: Int?

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let snapshot = evidence.snapshot(over: try project.window(at))
      try Terminal.emit(Self.document(snapshot, top: top).text(format, width: Terminal.width))
    }
  }

  static func document(_ snapshot: Snapshot, top: Int?) -> Document {
    let project = snapshot.project
    let evidence = snapshot.evidence
    var table = Table(
      key: "ties", title: "Ties",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true), .init("tension", "Tension"),
        .init("accord", "Accord"), .init("net", "Net"), .init("margin", "±"),
        .data("lower"), .data("upper"), .data("mixedness"), .init("claims", "Claims"),
        .data("sources"), .init("basis", "Basis"),
      ], whenEmpty: "no claim weighs anything at this date")
    let ties = snapshot.ties.sorted {
      ($1.net.magnitude, $0.source, $0.target) < ($0.net.magnitude, $1.source, $1.target)
    }
    for tie in ties.prefix(top.map { max(0, $0) } ?? ties.count) {
      let interval = tie.interval(under: evidence.estimator)
      table.rows.append([
        .text(project.id(tie.source)), .text(project.id(tie.target)),
        .text(project.name(tie.source)), .text(project.name(tie.target)),
        .number(tie.tension, decimals: 2), .number(tie.accord, decimals: 2),
        .signed(tie.net, decimals: 2),
        .number(tie.margin, decimals: 2),
        .number(interval.lowerBound, decimals: 2), .number(interval.upperBound, decimals: 2),
        .number(tie.mixedness, decimals: 2), .integer(tie.claims), .integer(tie.sources),
        .text(tie.basis.rawValue),
      ])
    }
    var document = Document(
      command: "show", project: project.title,
      title: "\(project.title): ties as of \(snapshot.window)")
    document.subtitle = [evidence.wording]
    document.parameters = evidence.parameters
    document.parameters["at"] = .string(snapshot.window.description)
    document.facts = [
      "activeClaims": .integer(snapshot.activeClaims),
      "activeSources": .integer(snapshot.activeSources),
    ]
    document.tables = [table]
    document.notes = evidence.caveats
    document.notes.insert(
      "\(Counted.text(ties.count, "tie")), from \(Counted.text(snapshot.activeClaims, "claim")) of \(Counted.text(snapshot.activeSources, "source")).",
      at: 0)
    if let caveat = evidence.caveat(at: snapshot.window) {
      document.notes.append(caveat.description)
    }
    return document
  }
}

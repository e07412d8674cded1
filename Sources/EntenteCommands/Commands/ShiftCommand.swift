import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente shift`: what changed between two dates, and why.
struct ShiftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shift",
    abstract: "What changed between two dates or windows, and which claims changed it.",
    discussion: """
      Ties come with the net (accord - tension) before and after; negative changes are towards \
      hostility. A tie's change is exactly the sum of its claims' changes. CSV holds the table \
      that --table names.

      EXAMPLES
        entente shift case.yaml --from 2025-05-08 --to 2025-05-19
        entente shift case.yaml --level state --from 2025-04 --to 2025-05
        entente shift case.yaml --from 2025-05-08 --format csv --table claims
      """)

  /// Which table comes first, and is the one in CSV.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case ties, actors, claims
  }

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags

  @Option(help: ArgumentHelp("Before: \(Window.help).", valueName: "date"))
  var from: Window

  @Option(
    help: ArgumentHelp(
      "After; the last day the evidence speaks of where not given.", valueName: "date"))
  var to: Window?

  @Option(
    help: ArgumentHelp("What counts as nothing, in points of the scale.", valueName: "points"))
  var minimum: Double = 0.05

  @Option(help: ArgumentHelp("How many ties to give reasons for.", valueName: "count"))
  var top: Int = 5

  @Option(help: "ties, actors or claims: the one table to print (all where not given).")
  var table: Part?

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard minimum >= 0, minimum.isFinite else {
      throw ValidationError("--minimum is 0 or more points of the scale")
    }
    guard top >= 0 else { throw ValidationError("--top is 0 or more") }
  }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let shift = Shift(
        in: evidence, from: from, to: try project.window(to), minimum: minimum)
      try Terminal.emit(
        Self.document(shift, top: top, only: table).text(format, width: Terminal.width))
    }
  }

  static func document(_ shift: Shift, top: Int, only: Part?) -> Document {
    let project = shift.project
    let evidence = shift.after.evidence
    var document = Document(
      command: "shift", project: project.title,
      title: "\(project.title): shift from \(shift.before.window) to \(shift.after.window)")
    document.subtitle = [evidence.wording]
    document.parameters = evidence.parameters
    document.parameters["from"] = .string(shift.before.window.description)
    document.parameters["to"] = .string(shift.after.window.description)
    document.parameters["minimum"] = .number(shift.minimum)
    document.tables = (only.map { [$0] } ?? Part.allCases).map {
      switch $0 {
      case .ties: ties(shift)
      case .actors: actors(shift)
      case .claims: claims(shift, top: top)
      }
    }
    document.notes = evidence.caveats
    if shift.before.window == shift.after.window {
      document.notes.append("Both sides are the same date: nothing can have changed.")
    }
    return document
  }

  private static func ties(_ shift: Shift) -> Table {
    let project = shift.project
    var table = Table(
      key: "ties", title: "Ties, the largest change first",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .data("tensionChange"),
        .data("accordChange"), .init("kind", "What"), .init("claims", "Claims"),
      ], whenEmpty: "no ties on either side")
    table.rows = shift.ties.map { tie in
      [
        .text(project.id(tie.source)), .text(project.id(tie.target)),
        .text(project.name(tie.source)), .text(project.name(tie.target)),
        .signed(tie.before?.net, decimals: 2), .signed(tie.after?.net, decimals: 2),
        .signed(tie.net, decimals: 2), .signed(tie.tension, decimals: 2),
        .signed(tie.accord, decimals: 2), .text(tie.kind.rawValue),
        .integer(tie.changes.count),
      ]
    }
    return table
  }

  private static func actors(_ shift: Shift) -> Table {
    let project = shift.project
    var table = Table(
      key: "actors", title: "Actors, the farthest moved first",
      columns: [
        .data("actor"), .init("name", "Actor", isFlexible: true),
        .init("outTension", "Tension out"), .data("outAccord"), .data("outNet"),
        .init("inTension", "in"), .data("inAccord"), .data("inNet"),
        .init("outDistance", "Moved out"), .init("inDistance", "in"), .data("outTurn"),
        .data("inTurn"),
      ], whenEmpty: "no actor has a tie on either side")
    // Accord is shown where any of it changed.
    if shift.actors.contains(where: {
      $0.outgoing.accord.magnitude >= 0.005 || $0.incoming.accord.magnitude >= 0.005
    }) {
      table.columns[3] = .init("outAccord", "Accord out")
      table.columns[6] = .init("inAccord", "in")
    }
    table.rows = shift.actors.map { actor in
      [
        .text(project.id(actor.actor)), .text(project.name(actor.actor)),
        .signed(actor.outgoing.tension, decimals: 2), .signed(actor.outgoing.accord, decimals: 2),
        .signed(actor.outgoing.net, decimals: 2), .signed(actor.incoming.tension, decimals: 2),
        .signed(actor.incoming.accord, decimals: 2), .signed(actor.incoming.net, decimals: 2),
        .number(actor.outgoing.distance, decimals: 2),
        .number(actor.incoming.distance, decimals: 2), .number(actor.outgoing.turn, decimals: 2),
        .number(actor.incoming.turn, decimals: 2),
      ]
    }
    return table
  }

  /// Why the ties that moved most did so.
  private static func claims(_ shift: Shift, top: Int) -> Table {
    let project = shift.project
    var table = Table(
      key: "claims", title: "Why: the claims behind the largest changes",
      columns: [
        .data("from"), .data("to"), .init("tie", "Tie", .heading), .init("claim", "Claim"),
        .init("change", "Change"), .data("tensionChange"), .data("accordChange"),
        .init("when", "When"), .init("layer", "Layer"), .data("basis"), .data("source"),
        .data("locator"), .init("says", "Says", .detail),
      ], whenEmpty: "no tie changed")
    for tie in shift.ties.prefix(top) where tie.kind != .steady {
      for change in tie.changes where change.net.magnitude >= 0.005 {
        let claim = project.claims[change.claim]
        table.rows.append([
          .text(project.id(tie.source)), .text(project.id(tie.target)),
          .text("\(project.name(tie.source)) → \(project.name(tie.target))"), .text(claim.id),
          .signed(change.net, decimals: 2), .signed(change.tension, decimals: 2),
          .signed(change.accord, decimals: 2), claim.when.cell, .text(claim.layer),
          .text(claim.basis.rawValue), .text(claim.source), .text(claim.locator), claim.cell,
        ])
      }
    }
    return table
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente gate`: fails when a tie moved too far or is too tense, for use in scheduled runs.
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Exits 1, with the ties in question, when a limit is passed.",
    discussion: """
      Prints nothing on stdout and exits 0 when no tie passes a limit (JSON and CSV are printed \
      either way). A limit is passed by what is larger than it.

      EXAMPLES
        entente gate case.yaml --from 2025-05-08 --max-shift 2
        entente gate case.yaml --level state --from 2025-05-01 --max-shift 1 --max-tension 5
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags

  @Option(help: ArgumentHelp("Before: \(Window.help).", valueName: "date"))
  var from: Window

  @Option(
    help: ArgumentHelp(
      "After; the last day the evidence speaks of where not given.", valueName: "date"))
  var to: Window?

  @Option(
    help: ArgumentHelp("How far the net of a tie may move, either way.", valueName: "points"))
  var maxShift: Double?

  @Option(help: ArgumentHelp("How tense a tie may be after.", valueName: "points"))
  var maxTension: Double?

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard maxShift != nil || maxTension != nil else {
      throw ValidationError("say what is too much: --max-shift, --max-tension, or both")
    }
    for limit in [maxShift, maxTension].compactMap({ $0 }) {
      guard limit >= 0, limit.isFinite else {
        throw ValidationError("a limit is 0 or more points of the scale")
      }
    }
  }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let shift = Shift(in: evidence, from: from, to: try project.window(to), minimum: 0)
      let table = offenders(shift)
      var document = ShiftCommand.document(shift)
      document.command = "gate"
      let count = table.rows.count
      document.title =
        "\(project.title): \(Counted.text(count, "tie")) past the limit from \(shift.before.window) to \(shift.after.window)"
      document.parameters["maxShift"] = .optional(maxShift)
      document.parameters["maxTension"] = .optional(maxTension)
      document.parameters["minimum"] = nil
      document.facts["passed"] = .bool(count == 0)
      document.tables = [table]
      if count > 0 || format == .json || format == .csv {
        try Terminal.emit(document.text(format, width: Terminal.width))
      }
      if count > 0 {
        throw Failure(
          status: .refused, message: "\(Counted.text(count, "tie")) past the limit")
      }
      Terminal.say("\(input.file): no tie past the limit")
    }
  }

  private func offenders(_ shift: Shift) -> Table {
    let project = shift.project
    var table = Table(
      key: "ties", title: "Ties past the limit, the largest change first",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .init("tension", "Tension"),
        .init("claims", "Claims"), .init("limit", "Limit", .detail),
      ], whenEmpty: "no tie past the limit")
    for tie in shift.ties {
      let tension = tie.after?.tension ?? 0
      var passed: [String] = []
      if let maxShift, tie.net.magnitude > maxShift {
        passed.append(
          "moved by \(FixedPoint.text(tie.net, decimals: 2, plus: true)), limit \(JSONValue.number(maxShift).text)"
        )
      }
      if let maxTension, tension > maxTension {
        passed.append(
          "tension \(FixedPoint.text(tension, decimals: 2)), limit \(JSONValue.number(maxTension).text)"
        )
      }
      guard !passed.isEmpty else { continue }
      table.rows.append([
        .text(project.id(tie.source)), .text(project.id(tie.target)),
        .text(project.name(tie.source)), .text(project.name(tie.target)),
        .signed(tie.before?.net, decimals: 2), .signed(tie.after?.net, decimals: 2),
        .signed(tie.net, decimals: 2), .number(tension, decimals: 2),
        .integer(tie.changes.count), .text(passed.joined(separator: "; ")),
      ])
    }
    return table
  }
}

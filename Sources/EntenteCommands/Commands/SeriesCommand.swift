import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente series`: how a tie, an actor or the system stood, period by period.
struct SeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "How a tie, an actor or the system stood, period by period, with intervals.",
    discussion: """
      Each value is the mean over the days of its period. The interval holds the middle 95 % of \
      what comes out when the sources are drawn anew; with one source there is none.

      EXAMPLES
        entente series case.yaml AZ RU --level state --every week
        entente series case.yaml AZ --every month --format csv > azerbaijan.csv
        entente series case.yaml --from 2025-01-01 --to 2025-12-31
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup var chosen: SubjectFlags
  @OptionGroup var flags: EvidenceFlags

  @Option(help: "How often sources are drawn anew; 0 for no intervals.")
  var replicates: Int = 1_000

  @Option(help: "Where the draws start: the same seed gives the same numbers.")
  var seed: UInt64 = 1

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard (0...10_000_000).contains(replicates) else {
      throw ValidationError("--replicates is 0 to 10000000")
    }
  }

  private var step: Step { chosen.every ?? .month }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let subject = try chosen.subject(in: evidence)
      let windows = try chosen.windows(in: project, every: step)
      var options = Bootstrap.Options()
      options.replicates = max(1, replicates)
      options.seed = seed
      let series: Series
      do {
        series = try Series(
          of: subject, in: evidence, over: windows, intervals: replicates > 0 ? options : nil)
      } catch {
        throw Failure(status: .invalidInput, message: "\(error)")
      }
      var document = Document(
        command: "series", project: project.title,
        title: "\(project.title): \(subject.name(in: project)), every \(step.rawValue)")
      document.subtitle = [
        "mean over the days of each period, in points of the scale", evidence.wording,
      ]
      document.parameters = evidence.parameters
      document.parameters.merge(chosen.parameters(subject, windows, every: step, project)) { $1 }
      document.parameters["replicates"] = .integer(replicates)
      document.parameters["seed"] = .string(String(seed))
      document.tables = [table(series)]
      document.notes = evidence.caveats
      if let note = note(series) { document.notes.append(note) }
      if series.points.allSatisfy({ $0.ties == 0 }) {
        document.notes.append("No claim weighs anything here in any of the periods.")
      }
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private func table(_ series: Series) -> Table {
    let hasIntervals = series.points.contains { $0.netInterval.interval != nil }
    var table = Table(
      key: "points", title: "Period by period",
      columns: [
        .init("period", "Period"), .data("first"), .data("last"), .init("tension", "Tension"),
        .init("accord", "Accord"), .init("net", "Net"),
        hasIntervals ? .init("lower", "95 %") : .data("lower"),
        hasIntervals ? .init("upper", "to") : .data("upper"), .data("tensionLower"),
        .data("tensionUpper"), .data("accordLower"), .data("accordUpper"),
        .init("ties", "Ties"),
      ], whenEmpty: "no periods")
    if case .tie = series.subject { table.columns[12] = .data("ties") }
    for point in series.points {
      let isThere = point.ties > 0
      let net = isThere ? point.netInterval.interval : nil
      let tension = isThere ? point.tensionInterval.interval : nil
      let accord = isThere ? point.accordInterval.interval : nil
      table.rows.append([
        .worded(step.words(point.window), data: point.window.description),
        .text(point.window.first.description), .text(point.window.last.description),
        .number(point.tension, decimals: 2), .number(point.accord, decimals: 2),
        .signed(point.net, decimals: 2), .signed(net?.lower, decimals: 2),
        .signed(net?.upper, decimals: 2), .number(tension?.lower, decimals: 2),
        .number(tension?.upper, decimals: 2), .number(accord?.lower, decimals: 2),
        .number(accord?.upper, decimals: 2), .integer(point.ties),
      ])
    }
    return table
  }

  private func note(_ series: Series) -> String? {
    guard replicates > 0, let outcome = series.points.first?.netInterval else { return nil }
    switch outcome {
    case .interval(let interval):
      return
        "95 % intervals of the net from \(replicates) draws of \(Counted.text(interval.sources, "source")), seed \(seed). They say how far the values hang on which sources were read, not how wrong those may be."
    case .impossible(let reason):
      return "\(reason.description.prefix(1).uppercased())\(reason.description.dropFirst())."
    }
  }
}

import ArgumentParser
import EntenteCore
import EntenteDiagrams
import EntenteFormats

extension DiagramOptions.Hulls: ExpressibleByArgument {}

/// What a figure of nodes and links shows of blocs and chosen actors, and how its placement is judged.
struct LayoutFlags: ParsableArguments {
  @Option(
    help: """
      What hulls are drawn around: states (with their affiliates), blocs (of the partition that fits \
      best; ties against it are marked) or none.
      """)
  var hulls: DiagramOptions.Hulls = .states

  @Flag(
    help:
      "Instead of drawing, report what covers what in the figure; the exit is 1 if anything does.")
  var lint = false

  @Option(
    help: ArgumentHelp("The report of --lint: table, json, csv or markdown.", valueName: "format"))
  var lintFormat: OutputFormat = .table

  @OptionGroup var lock: LockFlags

  /// Sets what the figure of some snapshots, of which the last one counts, is to show, and where its
  /// actors stand.
  func apply(
    to options: inout DiagramOptions, _ snapshots: [Snapshot], _ charts: ChartFlags,
    project file: String
  ) throws {
    guard let last = snapshots.last else { return }
    options.hulls = hulls
    if hulls == .blocs {
      do throws(SignedTiesError) {
        options.blocs = try Blocs(of: last)
      } catch {
        throw Failure(status: .invalidInput, message: error.description)
      }
    }
    options.emphasis = try charts.emphasised(in: last.project)
    try lock.apply(to: &options, snapshots, project: file)
  }

  /// Writes what is wrong with the placement of a figure, and fails if anything overlaps.
  func report(on figure: any Figure, of evidence: Evidence) throws {
    let project = evidence.project.title
    var document = Document(
      command: "render", project: project, title: "\(project): placement")
    document.subtitle = [evidence.wording]
    document.parameters = evidence.parameters
    document.parameters["hulls"] = .string(hulls.rawValue)
    var table = Table(
      key: "placement", title: "What is wrong with the placement",
      columns: [
        .init("view", "View"), .init("what", "What", isFlexible: true), .init("count", "Count"),
      ])
    let cost = figure.cost()
    for (what, count) in figure is Drawing ? Self.ofDrawing(cost) : Self.ofChart(cost) {
      table.rows.append([.text(figure.view), .text(what), .integer(count)])
    }
    document.tables = [table]
    try Terminal.emit(document.text(lintFormat, width: Terminal.width))
    if cost.overlaps > 0 {
      throw Failure(
        status: .refused,
        message: "\(Counted.text(cost.overlaps, "overlap")): try another --seed or --width")
    }
  }

  private static func ofDrawing(_ cost: PlacementCost) -> [(String, Int)] {
    [
      ("actors that overlap", cost.nodeOverlaps), ("labels that overlap", cost.chipOverlaps),
      ("labels on actors", cost.chipsOnNodes),
      ("ties that run through an actor", cost.tiesThroughNodes),
      ("actors inside a hull that is not theirs", cost.hullIntrusions),
      ("actors outside of their own hull", cost.hullEscapes),
      ("actors and labels cut off by the edge", cost.cutOff),
      ("ties without the label they should have", cost.missingChips),
      ("heads that meet", cost.headsMeeting), ("crossings of ties", cost.crossings),
    ]
  }

  private static func ofChart(_ cost: PlacementCost) -> [(String, Int)] {
    [
      ("texts that overlap", cost.chipOverlaps), ("texts on dots", cost.chipsOnNodes),
      ("texts cut off by the edge", cost.cutOff),
    ]
  }
}

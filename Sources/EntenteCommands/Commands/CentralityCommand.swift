import ArgumentParser
import EntenteCore
import EntenteFormats

extension TieAspect: ExpressibleByArgument {}

/// `entente centrality`: the standing of actors as of a date.
struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract: "The standing of actors as of a date.",
    discussion: """
      Measures: \(MeasureCatalog.centrality.map(\.name).joined(separator: ", ")). Each runs on the \
      ties that it is defined for (accord, tension or net) and says so; --on asks for others, and \
      a measure that cannot read them refuses. Brokerage is between states. 'entente explain-measure \
      NAME' tells what a measure is.

      EXAMPLES
        entente centrality case.yaml --at 2025-05-19 --level state
        entente centrality case.yaml --measure betweenness --measure pagerank
        entente centrality case.yaml --measure pagerank --on tension --format csv
        entente centrality case.yaml --measure strength --every month --from 2025-01-01
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags

  @OptionGroup var dates: DateFlags

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only this measure; give it again for more.", valueName: "name"))
  var measure: [String] = []

  @Option(help: "Which ties: accord, tension or net; each measure's own where not given.")
  var on: TieAspect?

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  /// What is computed where no measure is named.
  static let usual = ["strength", "betweenness", "eigenvector", "pagerank"]

  func run() throws {
    try reporting {
      let measures = try chosenMeasures()
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let windows = try dates.windows(in: project)
      var document = Document("centrality", of: evidence, over: windows, dates)
      document.parameters["measures"] = .array(measures.map { .string($0.name) })
      document.parameters["on"] = .object(
        Dictionary(measures.map { ($0.name, .string(aspect($0))) }, uniquingKeysWith: { $1 }))
      let states = project.states(of: evidence.nodes)
      document.tables = try Document.series("centrality", over: windows) { window in
        let snapshot = evidence.snapshot(over: window)
        let results = try results(
          measures, snapshot, states, showsShare: windows.count == 1, &document.notes)
        return tables(snapshot, results)
      }
      document.notes += evidence.caveats
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private func results(
    _ measures: [Measure], _ snapshot: Snapshot, _ states: [Int32], showsShare: Bool,
    _ notes: inout [String]
  ) throws(Failure) -> [(Measure, [Measure.Column])] {
    var results: [(Measure, [Measure.Column])] = []
    for chosen in measures {
      do throws(MeasureError) {
        let control = RunControl(progress: showsShare ? Progress.share(of: chosen.name) : nil)
        results.append(
          (
            chosen,
            try chosen.columns(of: snapshot.graph, on: on, partition: states, control: control)
          ))
      } catch {
        // What was asked for by name and has no answer is a failure; of the usual set the others
        // are still worth having.
        if !measure.isEmpty {
          throw Failure(status: .invalidInput, message: error.told(of: snapshot))
        }
        notes.append(
          "No \(chosen.name) as of \(snapshot.window): \(error.told(of: snapshot)).")
      }
    }
    return results
  }

  private func chosenMeasures() throws(Failure) -> [Measure] {
    try (measure.isEmpty ? Self.usual : measure).map(Self.measure(named:))
  }

  /// The measure of a name.
  static func measure(named name: String) throws(Failure) -> Measure {
    guard let known = MeasureCatalog.centrality.first(where: { $0.name == name }) else {
      let names = MeasureCatalog.centrality.map(\.name)
      throw Failure(
        status: .usage,
        message: "there is no centrality measure '\(name)'\(EvidenceFlags.hint(name, names))")
    }
    return known
  }

  private func tables(
    _ snapshot: Snapshot, _ results: [(Measure, [Measure.Column])]
  ) -> [Table] {
    var tables: [Table] = []
    switch format {
    case .json, .csv:
      tables = [table("actors", "Actors", results.flatMap(\.1), snapshot)]
    case .table, .markdown:
      // Measures of one column stand side by side; one of several columns has a table of its own.
      let single = results.filter { $0.1.count == 1 }
      for (measure, columns) in results where columns.count > 1 {
        tables.append(
          table(measure.name, "\(measure.title), on \(aspect(measure))", columns, snapshot))
      }
      if !single.isEmpty {
        let names = single.map { "\($0.0.title.lowercased()) on \(aspect($0.0))" }
        tables.append(
          table(
            "centrality", names.joined(separator: ", "), single.flatMap(\.1), snapshot))
      }
    }
    return tables
  }

  private func aspect(_ measure: Measure) -> String {
    (measure.acceptedAspects.isEmpty ? nil : on ?? measure.defaultAspect)?.rawValue
      ?? "tension and accord"
  }

  /// The actors, the largest value of the first column first.
  private func table(
    _ key: String, _ title: String, _ columns: [Measure.Column], _ snapshot: Snapshot
  ) -> Table {
    let project = snapshot.project
    var table = Table(
      key: key, title: title.prefix(1).uppercased() + title.dropFirst(),
      columns: [.data("actor"), .init("name", "Actor", isFlexible: true)]
        + columns.map { .init($0.name, heading($0.name)) },
      whenEmpty: "no actors at this level")
    let first = snapshot.nodes.indices.map { columns.first?.values[$0] ?? -.infinity }
    let order = snapshot.nodes.indices.sorted { (first[$1], $0) < (first[$0], $1) }
    for node in order {
      let actor = project.actors[snapshot.nodes[node]]
      table.rows.append(
        [.text(actor.id), .text(actor.name)]
          + columns.map { .number($0.values[node], decimals: 3) })
    }
    return table
  }

  /// `tension-in` as `tension in`.
  private func heading(_ name: String) -> String {
    String(name.map { $0 == "-" ? " " : $0 })
  }
}

extension MeasureError {
  /// The description with names for dense ids.
  func told(of snapshot: Snapshot) -> String {
    guard case .negativeWeight(let measure, let aspect, let source, let target) = self else {
      return description
    }
    let names = [source, target].map { snapshot.project.actors[snapshot.nodes[Int($0)]].name }
    return
      "\(measure) needs ties of 0 or more, but the \(aspect.rawValue) of \(names[0]) → \(names[1]) is negative: use --on accord or --on tension"
  }
}

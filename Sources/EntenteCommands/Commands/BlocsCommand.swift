import ArgumentParser
import EntenteCore
import EntenteFormats
import EntenteSolver

/// `entente blocs`: who stands with whom, as blocs.
struct BlocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocs",
    abstract: "The blocs that the ties fall into, and who could be in another.",
    discussion: """
      Exact by default: two blocs, --blocs K, or --blocs free for as many as fit best. Actors that \
      could change sides at no cost are named, so that a tie-break is not taken for a stance: in \
      any of the best partitions in two blocs, alone out of the one shown in more blocs. \
      --method modularity is a heuristic for large graphs.

      EXAMPLES
        entente blocs case.yaml --at 2025-05-19 --level state
        entente blocs case.yaml --blocs free --every month --from 2025-01-01
        entente blocs case.yaml --method modularity --format csv
      """)

  /// How blocs are found.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case exact, modularity
  }

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags
  @OptionGroup var dates: DateFlags
  @OptionGroup var solver: SolverFlags

  @Option(help: "exact (line index) or modularity (a heuristic).")
  var method: Method = .exact

  @Option(help: ArgumentHelp("How many blocs, or free.", valueName: "count"))
  var blocs: String = "2"

  @Option(help: "Weight of negative ties inside blocs, against 1 - alpha of positive ones across.")
  var alpha: Double = 0.5

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard blocs == "free" || (Int(blocs) ?? 0) >= 1 else {
      throw ValidationError("--blocs is a count of 1 or more, or free")
    }
    guard alpha > 0, alpha < 1 else { throw ValidationError("--alpha lies between 0 and 1") }
  }

  /// One date's partition, and what is known about it.
  private struct Found {
    var partition: Partition
    var quality: String
    var undecided: Set<Int32>
    var strain: Strain?
    /// Whether best divisions were left out of account that may differ in more.
    var isSample = false
  }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let windows = try dates.windows(in: project)
      var document = Document(
        "blocs", of: evidence, over: windows, dates, subtitle: [solver.wording])
      document.parameters["method"] = .string(method.rawValue)
      document.parameters["blocs"] = .string(blocs)
      document.parameters["alpha"] = .number(alpha)
      document.parameters.merge(solver.parameters) { $1 }
      var progress = Progress("blocs", of: windows.count)
      var found: [Found] = []
      for window in windows {
        found.append(try self.found(evidence.snapshot(over: window)))
        progress.advance()
      }
      document.tables = try tables(found, windows, evidence)
      document.notes += evidence.caveats
      if found.contains(where: \.isSample) {
        document.notes.append(
          "Looked at: the best division that was found and those of the same cost one move away ('could be elsewhere'); other best divisions may differ in more."
        )
      }
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private func found(_ snapshot: Snapshot) throws(Failure) -> Found {
    do {
      if method == .modularity {
        let result = try SignedTies(snapshot.graph).leidenBlocs(seed: solver.seed)
        let quality = result.modularity.value.map { FixedPoint.text($0, decimals: 4) }
        return Found(
          partition: result.partition,
          quality: "signed modularity \(quality ?? "undefined: no ties") (heuristic)", undecided: []
        )
      }
      let graph = try solver.signed(snapshot.graph)
      let limits = solver.limits
      if blocs == "2", alpha == 0.5 {
        let optima = try graph.optimalPartitions(limits: limits)
        let sides = optima.partitions[0]
        let count = optima.partitions.count
        return Found(
          partition: Partition(labels: sides),
          quality:
            "frustration index \(FixedPoint.text(optima.index, decimals: solver.weighted ? 3 : 0)), \(optima.certificate.wording); \(optima.isComplete ? "" : "at least ")\(Counted.text(count, "best partition"))",
          undecided: Set(optima.undecided), strain: graph.strain(of: sides))
      }
      let decimals = solver.weighted ? 3 : 0
      let count: BlocCount = Int(blocs).map { .exactly(min($0, graph.nodeCount)) } ?? .free
      let optima = try graph.optimalBlocs(blocs: count, alpha: alpha, limits: limits)
      let result = optima.lineIndex
      return Found(
        partition: Partition(labels: result.blocs),
        quality:
          "line index \(FixedPoint.text(result.index, decimals: 2)), \(result.certificate.wording): \(FixedPoint.text(result.negativeInside, decimals: decimals)) negative inside, \(FixedPoint.text(result.positiveBetween, decimals: decimals)) positive across; \(optima.isComplete ? "" : "at least ")\(Counted.text(optima.partitions.count, "best partition"))",
        undecided: Set(optima.undecided), strain: optima.strain, isSample: !optima.isComplete)
    } catch {
      throw Failure(status: .invalidInput, message: "\(error)")
    }
  }

  private func tables(
    _ found: [Found], _ windows: [Window], _ evidence: Evidence
  ) throws(Failure) -> [Table] {
    let labels: [[Int32]]
    do {
      labels = try Partition.persistentLabels(found.map(\.partition))
    } catch {
      throw Failure(status: .internalError, message: error.description)
    }
    var steps: [(Window, [Table])] = []
    for (index, result) in found.enumerated() {
      steps.append((windows[index], [members(result, labels[index], evidence)]))
    }
    var tables = Document.series(steps)
    tables.append(try qualities(found, windows))
    return tables
  }

  private func members(_ found: Found, _ labels: [Int32], _ evidence: Evidence) -> Table {
    let project = evidence.project
    var table = Table(
      key: "members", title: "Blocs",
      columns: [
        .init("bloc", "Bloc"), .data("actor"), .init("name", "Actor", isFlexible: true),
        .init("couldMove", "Could be elsewhere"), .init("pays", "Strain"),
        .init("costOfMoving", "Cost of moving"),
      ], whenEmpty: "no actors at this level")
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    for node in order {
      let actor = project.actors[evidence.nodes[node]]
      let strain = found.strain?.actors[node]
      table.rows.append([
        .text(Self.name(labels[node])), .text(actor.id), .text(actor.name),
        .text(found.undecided.contains(Int32(node)) ? "yes" : ""),
        .number(strain?.paid, decimals: 2), .number(strain?.costOfMoving, decimals: 2),
      ])
    }
    return table
  }

  /// How good each date's blocs are, and how far they are from those before.
  private func qualities(_ found: [Found], _ windows: [Window]) throws(Failure) -> Table {
    var table = Table(
      key: "partitions", title: "How sure",
      columns: [
        .init("date", "Date"), .init("blocs", "Blocs"),
        .init("quality", "Quality", isFlexible: true),
      ])
    if windows.count > 1 {
      table.columns += [.init("variation", "Moved"), .init("adjustedRand", "Agrees")]
    }
    for (index, result) in found.enumerated() {
      var row: [Table.Cell] = [
        .text(windows[index].description), .integer(result.partition.blocCount),
        .text(result.quality),
      ]
      if windows.count > 1 {
        do throws(PartitionError) {
          let before = index > 0 ? found[index - 1].partition : nil
          row.append(
            .number(try before?.variationOfInformation(to: result.partition), decimals: 2))
          row.append(
            .number(try before?.adjustedRand(with: result.partition).value, decimals: 2))
        } catch {
          throw Failure(status: .internalError, message: error.description)
        }
      }
      table.rows.append(row)
    }
    return table
  }

  /// 0 as A, 25 as Z, 26 as AA.
  static func name(_ label: Int32) -> String {
    var label = Int(label)
    var name = ""
    repeat {
      name = String(UnicodeScalar(UInt8(65 + label % 26))) + name
      label = label / 26 - 1
    } while label >= 0
    return name
  }
}

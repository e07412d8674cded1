import ArgumentParser
import EntenteCore
import EntenteFormats
import EntenteSolver

/// `entente balance`: how far the ties fall into camps, and where they do not.
struct BalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "How far the ties fall into two camps, and which ties stand against it.",
    discussion: """
      The frustration index is exact: proven, or a proven interval when --time-limit or Ctrl-C ends \
      the search first. 'entente explain-measure NAME' tells what each measure is.

      EXAMPLES
        entente balance case.yaml --at 2025-05-19 --level state
        entente balance case.yaml --every month --from 2025-01-01 --format csv
        entente balance case.yaml --weighted --triads
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags
  @OptionGroup var dates: DateFlags
  @OptionGroup var solver: SolverFlags

  @Flag(help: "Also count the directed triads, all kinds that occur.")
  var triads = false

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let windows = try dates.windows(in: project)
      var document = Document(
        "balance", of: evidence, over: windows, dates, subtitle: [solver.wording])
      document.parameters.merge(solver.parameters) { $1 }
      document.tables = try Document.series("balance", over: windows) { window in
        try tables(evidence.snapshot(over: window))
      }
      document.notes += evidence.caveats
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private func tables(_ snapshot: Snapshot) throws(Failure) -> [Table] {
    do {
      let graph = try solver.signed(snapshot.graph)
      // One time limit holds for all that is solved at a date.
      let limits = solver.limits
      let start = ContinuousClock.now
      let frustration = try graph.frustration(limits: limits)
      let spent = frustration.certificate.nodes
      var tables = [
        try measures(snapshot, graph, frustration, limits.remaining(since: start, nodes: spent)),
        try Self.strain(
          snapshot, graph, frustration, limits.remaining(since: start, nodes: spent)),
      ]
      if triads { tables.append(try Self.directedTriads(snapshot)) }
      return tables
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(status: .invalidInput, message: "\(error)")
    }
  }

  private func measures(
    _ snapshot: Snapshot, _ graph: SignedTies, _ frustration: Frustration,
    _ limits: SolverLimits
  ) throws -> Table {
    let ties = try SignedTies(snapshot.graph)
    let census = ties.triadCensus()
    let weighting = solver.weighted ? TieWeighting.weights : .signs
    var table = Table(
      key: "balance", title: "Balance",
      columns: [
        .init("measure", "Measure"), .init("value", "Value"),
        .init("remark", "Remark", isFlexible: true),
      ])
    func row(_ name: String, _ value: Double?, _ decimals: Int, _ remark: String) {
      table.rows.append([.text(name), .number(value, decimals: decimals), .text(remark)])
    }
    func row(_ name: String, _ value: Measured, _ remark: String) {
      row(name, value.value, 4, value.reason.map { "undefined: \($0)" } ?? remark)
    }
    let positive = ties.positiveCount
    row(
      "lines", Double(ties.tieCount), 0,
      "\(positive) positive, \(ties.negativeCount) negative"
        + (ties.cancelledPairs > 0 ? ", \(ties.cancelledPairs) cancel out" : ""))
    row("triads +++", Double(census.allies), 0, "all friends")
    row("triads ++-", Double(census.commonFriend), 0, "two enemies with a common friend")
    row("triads +--", Double(census.commonEnemy), 0, "two friends with a common enemy")
    row("triads ---", Double(census.enemies), 0, "all enemies")
    row("triangle index", census.triangleIndex(), "balanced share of triads; 1 is balance")
    let walks = Self.walkBalance(ties, weighting, seed: solver.seed)
    row("walk-based balance", walks.value, 4, walks.remark)
    do throws(BalanceError) {
      row(
        "algebraic conflict", try ties.algebraicConflict(weighting).smallest,
        "smallest eigenvalue of a part; 0 is balance")
    } catch {
      row("algebraic conflict", nil, 4, "not found: \(error)")
    }
    let decimals = solver.weighted ? 3 : 0
    row(
      "frustration index", frustration.index, decimals,
      frustration.certificate.wording + (solver.weighted ? ", weight of ties" : ", ties")
        + " against the best two blocs")
    row("frustration score", frustration.score, 4, "1 - 2 · index / all ties; 1 is balance")
    // Without a proof of the index there is no proof of what else attains it, and the time is spent.
    guard frustration.certificate.isOptimal else {
      row("best partitions", 1, 0, "a sample: the index is not proven")
      return table
    }
    let optima = try graph.optimalPartitions(after: frustration, limits: limits)
    let undecided = optima.undecided.map { snapshot.name($0) }
    row(
      "best partitions", Double(optima.partitions.count), 0,
      (optima.isComplete ? "all of them" : "a sample")
        + (undecided.isEmpty ? "" : "; on either side: \(undecided.joined(separator: ", "))"))
    return table
  }

  /// Exact where that takes no longer than a moment, estimated above.
  private static func walkBalance(
    _ ties: SignedTies, _ weighting: TieWeighting, seed: UInt64
  ) -> (value: Double?, remark: String) {
    do throws(BalanceError) {
      let exact = try ties.walkBalance(weighting, largestComponent: 500)
      return (
        exact.value, exact.reason.map { "undefined: \($0)" } ?? "of closed walks; 1 is balance"
      )
    } catch .tooManyActors {
      do throws(BalanceError) {
        let estimate = try ties.estimatedWalkBalance(weighting, seed: seed)
        let error = FixedPoint.text(estimate.standardError, decimals: 4)
        return (estimate.value, "of closed walks, estimated, standard error \(error); 1 is balance")
      } catch {
        return (nil, "not found: \(error)")
      }
    } catch {
      return (nil, "not found: \(error)")
    }
  }

  /// The ties that the best partition goes against.
  private static func strain(
    _ snapshot: Snapshot, _ graph: SignedTies, _ frustration: Frustration,
    _ limits: SolverLimits
  ) throws -> Table {
    let strain = graph.strain(of: frustration.blocs)
    let relief = try graph.greatestRelief(after: frustration, limits: limits)
    var table = Table(
      key: "strain", title: "Strained ties, in one best partition",
      columns: [
        .data("first"), .data("second"), .init("firstName", "Actor", isFlexible: true),
        .init("secondName", "And", isFlexible: true), .init("sign", "Sign"),
        .init("paid", "Pays"), .init("relieves", "Relieves most"),
      ], whenEmpty: "none: the ties fall into camps without a remainder")
    let lines = graph.lines
    func row(_ index: Int, _ sign: String, _ paid: Double, _ relieves: String) {
      let line = lines[index]
      table.rows.append([
        .text(snapshot.id(line.first)), .text(snapshot.id(line.second)),
        .text(snapshot.name(line.first)), .text(snapshot.name(line.second)), .text(sign),
        .number(paid, decimals: 2), .text(relieves),
      ])
    }
    let most = relief.isProven ? "this one" : "this one, of those tried"
    // A heavy tie that the partition keeps may relieve more than any that it gives up.
    if let kept = relief.line, !strain.ties.contains(where: { $0.line == kept }) {
      let together =
        frustration.blocs[Int(lines[kept].first)]
        == frustration.blocs[Int(lines[kept].second)]
      row(kept, together ? "positive, inside" : "negative, across", 0, most)
    }
    for tie in strain.ties {
      let equals = tie.line != relief.line && tie.paid == relief.relief
      row(
        tie.line, tie.isPositive ? "positive, across" : "negative, inside", tie.paid,
        tie.line == relief.line ? most : equals ? "as much" : "")
    }
    return table
  }

  private static func directedTriads(_ snapshot: Snapshot) throws -> Table {
    let census = try snapshot.graph.signedTriadCensus()
    var table = Table(
      key: "triads", title: "Directed signed triads",
      columns: [
        .init("kind", "Kind"), .init("count", "Count"), .init("balance", "Balance"),
      ], whenEmpty: "no three actors")
    for (kind, count) in census.occurring {
      table.rows.append([.text(kind.name), .integer(count), .text(kind.balance.rawValue)])
    }
    return table
  }
}

extension Snapshot {
  func name(_ node: Int32) -> String { project.actors[nodes[Int(node)]].name }
  func id(_ node: Int32) -> String { project.actors[nodes[Int(node)]].id }
}

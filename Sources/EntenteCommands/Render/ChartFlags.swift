import ArgumentParser
import EntenteCore
import EntenteDiagrams
import EntenteSolver

/// What the chart views need beyond dates: matrix, timeline and ranks.
struct ChartFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Matrix: order by so many blocs, by as many as fit (free), or by those that a heuristic finds.",
      valueName: "count|free|modularity"))
  var blocs: String = "2"

  @Option(help: ArgumentHelp("Timeline: of the ties between these two.", valueName: "actor,actor"))
  var between: String?

  @Option(help: ArgumentHelp("Timeline: number so many events.", valueName: "count"))
  var pins: Int = 12

  @Option(help: "Timeline: how often sources are drawn anew for the ribbon; 0 for none.")
  var replicates: Int = 1_000

  @Option(
    help: "Timeline, ranks and multiples: day, week or month; the latter two also quarter or year.")
  var every: DateFlags.Period?

  @Option(
    help: ArgumentHelp(
      "Ranks: of this measure; NAME:COLUMN where it has several columns.", valueName: "name"))
  var centrality: String = "strength:accord-in"

  @Option(help: "Ranks: which ties the measure reads: accord, tension or net.")
  var on: TieAspect?

  @Option(
    name: [.customLong("emphasise"), .customLong("emphasize")], parsing: .singleValue,
    help: ArgumentHelp(
      "Emphasise these actors, with commas between them; ties of others are grey.",
      valueName: "actors"))
  var emphasise: [String] = []

  @Option(help: ArgumentHelp("Ranks: show so many actors.", valueName: "count"))
  var top: Int = 20

  func validate() throws {
    guard ["free", "modularity"].contains(blocs) || (Int(blocs) ?? 0) >= 1 else {
      throw ValidationError("--blocs is a count of 1 or more, free or modularity")
    }
    guard (0...10_000_000).contains(replicates) else {
      throw ValidationError("--replicates is 0 to 10000000")
    }
    guard (0...99).contains(pins) else { throw ValidationError("--pins is 0 to 99") }
    guard top >= 1 else { throw ValidationError("--top is 1 or more") }
  }

  /// The ids of the actors to emphasise.
  func emphasised(in project: Project) throws(Failure) -> Set<String> {
    var ids = Set<String>()
    for name in emphasise.flatMap({ $0.split(separator: ",") }) {
      let trimmed = String(name.drop { $0 == " " })
      ids.insert(project.actors[try project.actor(meantBy: trimmed)].id)
    }
    return ids
  }

  /// The largest graph whose blocs are looked for exactly.
  private static let mostExact = 80

  /// The blocs that a matrix is ordered by.
  func matrixBlocs(_ snapshot: Snapshot, seed: UInt64) throws(Failure) -> MatrixBlocs {
    let count = snapshot.graph.nodeCount
    guard blocs != "modularity", count <= Self.mostExact else {
      return MatrixBlocs(heuristicOf: snapshot.graph)
    }
    // A number of steps and no time, so that the same input gives the same figure.
    let limits = SolverLimits(nodes: 2_000, seed: seed)
    do {
      let graph = try SignedTies(snapshot.graph, weighting: .signs)
      if blocs == "2" {
        let optima = try graph.optimalPartitions(most: 20, limits: limits)
        return MatrixBlocs(
          partition: Partition(labels: optima.partitions[0]), undecided: Set(optima.undecided),
          wording: "two blocs of least frustration (\(optima.certificate.wording))")
      }
      let wanted: BlocCount = Int(blocs).map { .exactly(min($0, count)) } ?? .free
      let result = try graph.lineIndex(blocs: wanted, limits: limits)
      let partition = Partition(labels: result.blocs)
      return MatrixBlocs(
        partition: partition,
        wording:
          "\(Counted.text(partition.blocCount, "bloc")) of least line index (\(result.certificate.wording))"
      )
    } catch SolverError.libraryMissing {
      // A matrix in a good order is worth more than none; the subtitle says how it was found.
      return MatrixBlocs(heuristicOf: snapshot.graph)
    } catch {
      throw Failure(status: .invalidInput, message: "\(error)")
    }
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats
import EntenteSolver

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How ties become signed lines, and when an exact solve ends.
struct SolverFlags: ParsableArguments {
  @Flag(help: "Count ties by their intensity; otherwise every tie counts 1.")
  var weighted = false

  @Flag(help: "Let each directed tie count; otherwise the two directions are joined first.")
  var everyTie = false

  @Option(help: ArgumentHelp("The longest time for exact work at a date.", valueName: "seconds"))
  var timeLimit: Double = 60

  @Option(help: ArgumentHelp("The most branchings for exact work at a date.", valueName: "count"))
  var nodeLimit: Int?

  @Option(help: ArgumentHelp("Starts the search for good partitions.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    guard timeLimit > 0, timeLimit <= 1e6 else {
      throw ValidationError("--time-limit is above 0 seconds, and at most a million")
    }
    guard nodeLimit ?? 0 >= 0 else { throw ValidationError("--node-limit is 0 or more") }
  }

  func signed(_ graph: RelationGraph) throws(SignedTiesError) -> SignedTies {
    try SignedTies(
      graph, join: everyTie ? .everyTie : .sum, weighting: weighted ? .weights : .signs)
  }

  /// The limits of one solve. Ctrl-C ends it with the best found so far.
  var limits: SolverLimits { .until(seconds: timeLimit, nodes: nodeLimit, seed: seed) }

  /// What was asked for, by name.
  var parameters: [String: JSONValue] {
    var parameters: [String: JSONValue] = [
      "everyTie": .bool(everyTie), "weighted": .bool(weighted), "timeLimit": .number(timeLimit),
      "seed": .string(String(seed)),
    ]
    if let nodeLimit { parameters["nodeLimit"] = .number(Double(nodeLimit)) }
    return parameters
  }

  var wording: String {
    (everyTie ? "every directed tie" : "the two directions joined by the sum of nets")
      + (weighted ? ", by intensity" : ", by sign")
  }
}

extension SolverLimits {
  /// Limits that Ctrl-C reaches too.
  static func until(seconds: Double, nodes: Int? = nil, seed: UInt64) -> SolverLimits {
    Interruption.listen()
    return SolverLimits(
      time: .milliseconds(Int64(seconds * 1000)), nodes: nodes, seed: seed,
      cancellation: Interruption.flag)
  }
}

/// Ctrl-C, as a wish to end with what there is. Pressed again, it ends the program.
private enum Interruption {
  static let flag = CancellationFlag()

  static func listen() {
    _ = flag
    // Whoever started the program may have left the signal blocked, as threads of a pool do.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    signal(SIGINT) { _ in
      Interruption.flag.cancel()
      signal(SIGINT, SIG_DFL)
    }
  }
}

extension Certificate {
  /// What is proven, in words.
  var wording: String {
    if isOptimal { return "proven" }
    let reason =
      switch stop {
      case .optimal: "proven"
      case .timeLimit: "time limit"
      case .nodeLimit: "node limit"
      case .cancelled: "interrupted"
      case .precision: "limit of the arithmetic"
      }
    return
      "between \(FixedPoint.text(lower, decimals: 2)) and \(FixedPoint.text(upper, decimals: 2)) (\(reason))"
  }
}

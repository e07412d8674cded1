import EntenteCore
import Synchronization

/// Asks a solve on another thread, or under a signal handler, to end with what it has.
public final class CancellationFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  /// A flag that is not raised.
  public init() {}

  /// Raises the flag; safe from a signal handler.
  public func cancel() { raised.store(true, ordering: .relaxed) }

  /// Whether the flag was raised.
  public var isCancelled: Bool { raised.load(ordering: .relaxed) }
}

/// When a solve ends without a proof, and where its randomness comes from.
///
/// Without time limit and cancellation the same input gives the same answer on every run.
public struct SolverLimits: Sendable {
  /// The longest time to work, nil for no limit. The answer comes within a second after it.
  public var time: Duration?
  /// The most branching nodes to look at, nil for no limit.
  public var nodes: Int?
  /// The seed of the search for good partitions.
  public var seed: UInt64
  /// Raised from elsewhere to end the solve.
  public var cancellation: CancellationFlag?
  /// The most actors of a part of the graph for which all divisions are gone through.
  var largestDense = RunningLimits.largestDense

  /// Limits for a solve; without any, it runs until the optimum is proven.
  public init(
    time: Duration? = nil, nodes: Int? = nil, seed: UInt64 = 1,
    cancellation: CancellationFlag? = nil
  ) {
    self.time = time
    self.nodes = nodes
    self.seed = seed
    self.cancellation = cancellation
  }

  /// What is left of the limits for another solve after one that began at `start` and looked at so
  /// many nodes.
  public func remaining(since start: ContinuousClock.Instant, nodes spent: Int = 0) -> SolverLimits
  {
    var left = self
    left.time = time.map { max(.zero, $0 - start.duration(to: .now)) }
    left.nodes = nodes.map { max(0, $0 - spent) }
    return left
  }
}

/// Why a solve ended.
public enum SolverStop: String, Sendable, CaseIterable {
  /// The optimum is proven.
  case optimal
  /// The time limit.
  case timeLimit
  /// The limit on branching nodes.
  case nodeLimit
  /// Cancelled from elsewhere.
  case cancelled
  /// The last steps of the proof are finer than the arithmetic of the relaxation can show.
  case precision
}

/// Limits in use during one solve.
struct RunningLimits {
  /// Up to here going through all divisions was measured to be faster than the relaxation on every
  /// kind of graph tried.
  static let largestDense = 16

  let deadline: ContinuousClock.Instant?
  let cancellation: CancellationFlag?
  let seed: UInt64
  let largestDense: Int
  var nodesLeft: Int?

  init(_ limits: SolverLimits) {
    deadline = limits.time.map { ContinuousClock.now.advanced(by: max($0, .zero)) }
    cancellation = limits.cancellation
    seed = limits.seed
    largestDense = limits.largestDense
    nodesLeft = limits.nodes
  }

  /// The costs as a table where a graph is so small that all its divisions are gone through, nil where
  /// it is for search and relaxation. The one place that decides: answers are the same either way.
  func dense(_ graph: SignedCosts) -> DenseCosts? {
    graph.nodeCount <= largestDense ? DenseCosts(graph) : nil
  }

  /// When a share of the time left is over, nil without a time limit.
  func portion(_ share: Double) -> ContinuousClock.Instant? {
    deadline.map {
      ContinuousClock.now.advanced(by: (ContinuousClock.now.duration(to: $0)) * share)
    }
  }

  /// Whether to leave a first step of the work that has its own end.
  func isOver(_ end: ContinuousClock.Instant?) -> Bool {
    if let end, ContinuousClock.now >= end { return true }
    return reason != nil
  }

  /// How search and packing share the time left, and how many steps each may spend.
  ///
  /// Mostly they leave time for each other and for the relaxation. Where too little time is left for
  /// that, it is theirs, and more steps than there would be without a limit: search and packing make
  /// some 30 million and 100 million a second.
  func shares(
    forColumns count: Int
  ) -> (search: Double, searchBudget: Int, packing: Double, packingBudget: Int) {
    var shares = (
      search: 0.3, searchBudget: 40_000_000, packing: 0.5, packingBudget: 60_000_000
    )
    guard let deadline else { return shares }
    let left = max(0, ContinuousClock.now.duration(to: deadline) / .seconds(1))
    guard Self.startOfRelaxation(forColumns: count) > .seconds(left * 0.45) else { return shares }
    shares.search = 0.5
    shares.packing = 0.9
    shares.searchBudget = max(shares.searchBudget, Int(min(left, 1e6) * 15e6))
    shares.packingBudget = max(shares.packingBudget, Int(min(left, 1e6) * 100e6))
    return shares
  }

  /// The time limit, when too little is left even to set up a relaxation of a size.
  func tooLate(forColumns count: Int) -> SolverStop? {
    guard let deadline else { return nil }
    return ContinuousClock.now.advanced(by: Self.startOfRelaxation(forColumns: count)) > deadline
      ? .timeLimit : nil
  }

  /// About 20 microseconds a column were measured for CLP to take the program in and start.
  private static func startOfRelaxation(forColumns count: Int) -> Duration {
    .microseconds(30 * count)
  }

  /// Why to stop now, or nil; the number of nodes is looked at between nodes only.
  var reason: SolverStop? {
    if let cancellation, cancellation.isCancelled { return .cancelled }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    return nil
  }
}

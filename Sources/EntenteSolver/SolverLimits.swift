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
  let deadline: ContinuousClock.Instant?
  let cancellation: CancellationFlag?
  let seed: UInt64
  var nodesLeft: Int?

  init(_ limits: SolverLimits) {
    deadline = limits.time.map { ContinuousClock.now.advanced(by: max($0, .zero)) }
    cancellation = limits.cancellation
    seed = limits.seed
    nodesLeft = limits.nodes
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

  /// The time limit, when too little is left even to set up a relaxation of a size.
  func tooLate(forColumns count: Int) -> SolverStop? {
    guard let deadline else { return nil }
    // About 20 microseconds a column were measured for CLP to take the program in and start.
    return ContinuousClock.now.advanced(by: .microseconds(30 * count)) > deadline
      ? .timeLimit : nil
  }

  /// Why to stop now, or nil; the number of nodes is looked at between nodes only.
  var reason: SolverStop? {
    if let cancellation, cancellation.isCancelled { return .cancelled }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    return nil
  }
}

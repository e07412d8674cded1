import EntenteCore

/// Branch and cut: a linear relaxation tightened by violated rows, and branching where that is not
/// enough. Every bound that prunes is certified in whole numbers.
///
/// Two workers look at two open nodes at a time, each with a relaxation of its own, and what they
/// find is put together in a fixed order before the next two: the same input takes the same course
/// whatever the number of cores.
final class CutTree {
  /// The best partition known.
  private(set) var blocs: [Int32]
  /// What it costs.
  private(set) var upper: Int64
  /// How many nodes were looked at.
  private(set) var nodeCount = 0
  private(set) var stop: SolverStop?

  private var limits: RunningLimits
  private let goal: CutGoal
  private var workers: [CutWorker]
  private let library: CLPLibrary
  private var collected = Set<[Int32]>()
  private var queue = CutNodeQueue()
  private var prunedBound = Int64.max
  private var serial = 0
  /// The node that each worker goes on with.
  private var current: [CutNode?]

  /// Prepares a search that starts from a known partition.
  ///
  /// - Parameters:
  ///   - step: costs of partitions differ by multiples of this.
  ///   - tolerance: a node is given up when it could improve on the best by less than this.
  ///   - collecting: when above 0, the partition given is known to be optimal, and up to this many
  ///     partitions of the same cost are collected.
  init(
    model: any CutModel, library: CLPLibrary, blocs: [Int32], upper: Int64, step: Int64,
    tolerance: Int64, limits: RunningLimits, collecting wanted: Int = 0
  ) throws(SolverError) {
    self.blocs = blocs
    self.upper = upper
    self.limits = limits
    self.library = library
    goal = CutGoal(step: step, tolerance: max(step, tolerance), wanted: wanted)
    workers = [try CutWorker(model: model, library: library, goal: goal)]
    current = [CutNode(columns: model.costs.count)]
  }

  /// How often a relaxation was solved.
  var solveCount: Int { workers.reduce(0) { $0 + $1.solveCount } }

  /// What is proven to be a lower bound on every partition, in units of cost.
  var lower: Int64 {
    var result = min(upper, prunedBound)
    if let least = queue.leastBound { result = min(result, least) }
    for case let node? in current { result = min(result, node.bound) }
    return result
  }

  /// The optima collected, in ascending order.
  var optima: [[Int32]] { collected.sorted { $0.lexicographicallyPrecedes($1) } }

  var nodesLeft: Int? { limits.nodesLeft }

  /// Searches until the optimum is proven or a limit is reached.
  func run() {
    while deal() {
      stop = limits.reason
      if goal.wanted > 0, collected.count >= goal.wanted { stop = .nodeLimit }
      if stop != nil { return }
      var turns: [Int] = []
      for place in current.indices where current[place] != nil {
        if let left = limits.nodesLeft {
          guard left > 0 else { break }
          limits.nodesLeft = left - 1
        }
        turns.append(place)
      }
      guard !turns.isEmpty else {
        stop = .nodeLimit
        return
      }
      nodeCount += turns.count
      for (place, result) in zip(turns, work(turns)) { take(result, of: place) }
      if stop != nil { return }
    }
    stop = upper - lower < goal.tolerance ? .optimal : .precision
  }

  /// Gives each idle worker the open node with the least bound; false where no node is left.
  private func deal() -> Bool {
    for place in current.indices where current[place] == nil {
      guard let least = queue.leastBound else { break }
      if goal.isBeaten(least, upper) {
        // The least bound of all is beaten, so every open node is.
        prunedBound = min(prunedBound, goal.threshold(upper) + 1)
        queue = CutNodeQueue()
      } else if let next = queue.pop() {
        workers[place].restoreBasis(next)
        current[place] = next
      }
    }
    // A second worker joins once there is a node for it.
    if current.count == 1, goal.wanted == 0, !queue.isEmpty,
      let second = workers[0].sibling(library)
    {
      workers.append(second)
      current.append(nil)
      return deal()
    }
    return current.contains { $0 != nil }
  }

  /// Lets workers look at their nodes, at the same time where there are several.
  private func work(_ turns: [Int]) -> [CutWorker.Result] {
    let limits = limits
    let bench = Bench(
      turns: turns.compactMap { place in current[place].map { (workers[place], $0) } },
      upper: upper)
    if turns.count == 1 { return [bench.work(0, limits)] }
    let results = ParallelWork.map(jobs: turns.count, control: RunControl(threads: turns.count)) {
      job, _ in bench.work(job, limits)
    }
    return results ?? []
  }

  /// The workers of one turn and their nodes.
  private struct Bench: @unchecked Sendable {  // A job touches the worker of its own number only.
    // Unchecked, because a worker is not Sendable. The turn is over before anybody looks at them again.
    let turns: [(worker: CutWorker, node: CutNode)]
    let upper: Int64

    func work(_ job: Int, _ limits: RunningLimits) -> CutWorker.Result {
      turns[job].worker.work(on: turns[job].node, upper: upper, limits: limits)
    }
  }

  /// Takes over what a worker has found.
  private func take(_ result: CutWorker.Result, of place: Int) {
    for found in result.partitions {
      if goal.wanted > 0 {
        if found.cost <= goal.threshold(upper) {
          collected.insert(found.blocs.inOrderOfAppearance())
        }
      } else if found.cost < upper {
        upper = found.cost
        blocs = found.blocs
      }
    }
    switch result.end {
    case .closed(let bound):
      // Columns are fixed on the understanding that only what beats the best is of interest, so no
      // more than that is proven.
      prunedBound = min(prunedBound, bound, goal.threshold(upper) + 1)
      current[place] = nil
    case .branched(var near, var far):
      serial += 2
      near.serial = serial
      far.serial = serial + 1
      queue.push(far)
      current[place] = near
    case .stopped(let reason, let bound):
      current[place]?.bound = bound
      stop = reason
    }
  }
}

/// What a search is out for, in units of cost.
struct CutGoal: Sendable {
  /// Costs of partitions differ by multiples of this.
  let step: Int64
  /// A node is given up when it could improve on the best by less than this.
  let tolerance: Int64
  /// How many optima to collect; 0 to be content with one.
  let wanted: Int

  /// The largest bound at which a node is still of interest.
  func threshold(_ upper: Int64) -> Int64 {
    if wanted > 0 { return tolerance > step ? upper + tolerance : upper }
    return upper - tolerance
  }

  func isBeaten(_ bound: Int64, _ upper: Int64) -> Bool { bound > threshold(upper) }
}

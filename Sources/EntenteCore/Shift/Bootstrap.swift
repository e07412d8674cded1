/// How far a result depends on which sources happened to be read.
///
/// As many sources as there are get drawn with replacement, each with all of its claims: a source
/// drawn twice weighs twice, one not drawn is as if it had never been read. The interval holds the
/// middle 95 % (or another share) of the results. Sources and not claims are drawn, because the
/// claims of one source stand or fall together.
///
/// - Direction, weight, sign: as the quantity has them.
/// - One source: there is no interval, since there is nothing to draw from, and an interval without
///   width would say the contrary of what is known.
/// - Few sources: with *n* sources there are C(2n−1, n) different draws, three for two sources and
///   126 for five; ``Interval/draws`` says how many. Such an interval is rough, and too narrow
///   rather than too wide.
/// - Reference: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 8 and 13,
///   doi:10.1201/9780429246593.
public enum Bootstrap {
  /// How to draw.
  public struct Options: Sendable, Hashable {
    /// How many times all sources are drawn; at least 1.
    public var replicates = 1_000
    /// Where the draws start.
    public var seed: UInt64 = 1
    /// The share of results that the interval holds, above 0 and below 1.
    public var level = 0.95

    /// 1,000 times, seed 1, 95 %.
    public init() {}

    func check() throws(MeasureError) {
      if replicates < 1 {
        throw .unusableParameter(
          measure: "bootstrap", parameter: "replicates", value: Double(replicates),
          allowed: "at least 1")
      }
      if !(level > 0 && level < 1) {
        throw .unusableParameter(
          measure: "bootstrap", parameter: "level", value: level.isFinite ? level : -1,
          allowed: "above 0 and below 1")
      }
    }
  }

  /// Between what bounds a quantity lies.
  public struct Interval: Sendable, Hashable {
    /// The lower bound.
    public let lower: Double
    /// The upper bound.
    public let upper: Double
    /// The standard deviation of the results.
    public let error: Double
    /// From how many sources was drawn.
    public let sources: Int
    /// How many different draws there are, at most `Int.max`.
    public let draws: Int
    /// In how many replicates the quantity was defined.
    public let defined: Int
  }

  /// Why there is no interval.
  public enum Impossible: Sendable, Hashable, CustomStringConvertible {
    /// No source has a claim that counts.
    case noSource
    /// All claims come from one source, given as a position in the project's list.
    case oneSource(Int)
    /// The quantity was defined in none of the replicates, or not in enough of them.
    case undefined

    /// The reason in words.
    public var description: String {
      switch self {
      case .noSource: "no interval: no source has a claim that counts"
      case .oneSource: "no interval: all claims come from one source"
      case .undefined: "no interval: the quantity is undefined in most draws of sources"
      }
    }
  }

  /// An interval, or why there is none.
  public enum Outcome: Sendable, Hashable {
    /// The interval.
    case interval(Interval)
    /// There is none.
    case impossible(Impossible)

    /// The interval, or nil.
    public var interval: Interval? {
      if case .interval(let interval) = self { interval } else { nil }
    }
  }

  /// The intervals of one tie's changes.
  public struct TieOutcome: Sendable, Hashable {
    /// Who acts, as a position in the project's actors.
    public let source: Int32
    /// Towards whom.
    public let target: Int32
    /// Of the change of tension.
    public let tension: Outcome
    /// Of the change of accord.
    public let accord: Outcome
    /// Of the change of the net.
    public let net: Outcome
  }

  /// The intervals of the changes of every tie, in the order of the shift's ties.
  ///
  /// A tie is drawn from its own sources only: those with a claim on it that weighs anything in
  /// either window.
  ///
  /// - Throws: ``MeasureError/cancelled(measure:)`` or an unusable parameter.
  /// - Complexity: O(replicates × claims).
  public static func ties(
    of shift: Shift, _ options: Options = Options(), control: RunControl = .standard
  ) throws(MeasureError) -> [TieOutcome] {
    try options.check()
    let project = shift.project
    var weighers: [Int64: TieWeigher] = [:]
    for weigher in shift.before.evidence.tieWeighers() {
      weighers[Int64(weigher.source) << 32 | Int64(weigher.target)] = weigher
    }
    let ties = shift.ties.compactMap { weighers[Int64($0.source) << 32 | Int64($0.target)] }
    let windows = [shift.before.window, shift.after.window]
    let views = ties.map { tie in windows.map { tie.views(over: $0) } }
    let pools = zip(ties, views).map { sources(of: $0, $1) }
    // Only ties of several sources are work; without one, no thread is woken.
    let ready = ties.indices.filter { pools[$0].count > 1 }
    let results = ParallelWork.map(jobs: ready.count, control: control) { job, _ in
      let (weigher, views, pool) = (ties[ready[job]], views[ready[job]], pools[ready[job]])
      var generator = SeededGenerator(
        seed: Significance.seed(
          options.seed, project.actors[Int(weigher.source)].id,
          project.actors[Int(weigher.target)].id))
      var tension: [Double] = []
      var accord: [Double] = []
      for _ in 0..<options.replicates {
        let selection = EvidenceWeigher.resample(pool, of: project.sources.count, &generator)
        let before = weigher.level(views[0], selection)
        let after = weigher.level(views[1], selection)
        tension.append(after.tension - before.tension)
        accord.append(after.accord - before.accord)
      }
      return TieOutcome(
        source: weigher.source, target: weigher.target,
        tension: outcome(tension, pool, options), accord: outcome(accord, pool, options),
        net: outcome(zip(accord, tension).map { $0 - $1 }, pool, options))
    }
    guard let results else { throw .cancelled(measure: "bootstrap") }
    var outcomes = ties.indices.map { place in
      let none = outcome([], pools[place], options)
      return TieOutcome(
        source: ties[place].source, target: ties[place].target, tension: none, accord: none,
        net: none)
    }
    for (place, result) in zip(ready, results) { outcomes[place] = result }
    return outcomes
  }

  /// The interval of anything that can be computed from the graphs of some dates or windows.
  ///
  /// ```swift
  /// // How much denser did hostility become?
  /// try Bootstrap.interval(in: evidence, over: [may, june]) { graphs in
  ///   graphs[1].tension.reduce(0, +) - graphs[0].tension.reduce(0, +)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - evidence: whose sources are drawn.
  ///   - windows: for which graphs are made, in this order.
  ///   - options: how many replicates, the level and the seed.
  ///   - control: stops the work when asked, and tells how far it is.
  ///   - quantity: what is computed from them; nil, or what is not finite, where it is undefined.
  ///     Node `i` of the graphs is the actor `evidence.nodes[i]`.
  /// - Throws: ``MeasureError/cancelled(measure:)`` or an unusable parameter.
  /// - Complexity: O(replicates × (claims × windows + the quantity)).
  public static func interval(
    in evidence: Evidence, over windows: [Window], _ options: Options = Options(),
    control: RunControl = .standard,
    of quantity: @escaping @Sendable ([RelationGraph]) -> Double?
  ) throws(MeasureError) -> Outcome {
    try options.check()
    let weigher = EvidenceWeigher(evidence)
    let views = windows.map { weigher.views(over: $0) }
    guard weigher.sources.count >= 2 else { return outcome([], weigher.sources, options) }
    let values = ParallelWork.map(jobs: options.replicates, control: control) {
      job, _ -> Double? in
      // A stream for every replicate, so that threads do not change the draws.
      var generator = SeededGenerator(
        seed: Significance.seed(options.seed, "replicate", String(job)))
      let selection = weigher.resample(weigher.sources, &generator)
      return quantity(views.map { weigher.graph($0, selection) })
    }
    guard let values else { throw .cancelled(measure: "bootstrap") }
    return outcome(values.compactMap { $0 }, weigher.sources, options)
  }

  /// The sources with a claim on a tie that weighs anything in some of the views.
  static func sources(of weigher: TieWeigher, _ views: [[TieWeigher.View]]) -> [Int] {
    var found = Set<Int>()
    for (number, block) in weigher.blocks.enumerated() {
      for (place, entry) in block.entries.enumerated()
      where views.contains(where: { $0[number].temporal[place] > 0 }) {
        found.insert(entry.source)
      }
    }
    return found.sorted()
  }

  /// The interval that some results make.
  static func outcome(_ values: [Double], _ pool: [Int], _ options: Options) -> Outcome {
    if pool.isEmpty { return .impossible(.noSource) }
    if pool.count == 1 { return .impossible(.oneSource(pool[0])) }
    let sorted = values.filter(\.isFinite).sorted()
    guard sorted.count * 2 > options.replicates else { return .impossible(.undefined) }
    let tail = (1 - options.level) / 2
    // Values around the first, so that results without spread have an error of exactly 0.
    let center = sorted[0]
    let mean = sorted.reduce(0) { $0 + ($1 - center) } / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - center - mean) * ($1 - center - mean) }
    return .interval(
      Interval(
        lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail),
        error: (squares / Double(max(1, sorted.count - 1))).squareRoot(), sources: pool.count,
        draws: draws(pool.count), defined: sorted.count))
  }

  /// The quantile of ascending values, between two of them in proportion (type 7 of Hyndman & Fan
  /// 1996, doi:10.1080/00031305.1996.10473566).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }

  /// C(2n−1, n), how many different draws n sources allow.
  private static func draws(_ sources: Int) -> Int {
    var result = 1
    for step in 1...sources {
      let (product, overflow) = result.multipliedReportingOverflow(by: sources - 1 + step)
      if overflow { return .max }
      result = product / step
    }
    return result
  }
}

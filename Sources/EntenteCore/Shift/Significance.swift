/// Whether the changes of a shift are more than the order in which claims happened to come.
///
/// **Statistic.** The change of a tie's net between the two windows: its size, or its size in one
/// direction under another ``Alternative``.
///
/// **Null hypothesis.** Within a tie and layer, what is claimed has nothing to do with when it
/// happened. Dates are exchanged among the acts of each layer, and the tie is weighed again in both
/// windows; how much was claimed when stays as it is. So the test asks whether what was said or done
/// changed, not whether more was said: a tie on which every claim has one and the same score gets
/// p = 1 however much it grew.
///
/// **p value.** The share of arrangements whose statistic is at least as large as the observed one.
/// Where there are few distinct arrangements all are counted and p is exact; otherwise it is
/// (1 + larger) / (1 + drawn), which is never 0. Each tie draws from its own stream, made from the
/// seed and the ids of its actors, so that neither threads nor other ties change it.
///
/// **Many ties.** `q` is the Benjamini–Hochberg value over the ties that could be tested.
///
/// - Direction: each direction of a dyad is a tie of its own. Weight and sign: as estimated.
/// - Dates: claims that weigh nothing in either window, such as later ones, take no part. Weights
///   shared on one act, and with contradicting claims of the same tie and layer, are shared anew in
///   every arrangement; contradiction by claims on another tie stays as it was.
/// - Limits: scores that follow each other (a quarrel that goes on for a while) are not exchangeable
///   under the null, and make p too small.
/// - Complexity: O(draws × claims).
/// - Reference: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585 (the +1).
public struct Significance: Sendable {
  /// Which changes count against the null hypothesis.
  public enum Alternative: String, Sendable, CaseIterable {
    /// Changes in either direction.
    case either
    /// Changes of the net towards hostility.
    case worsened
    /// Changes of the net towards cooperation.
    case improved
  }

  /// What exchanges its date.
  public enum Exchange: String, Sendable, CaseIterable {
    /// An act: claims on one event, and claims that contradict each other, keep together. Where two
    /// acts have different numbers of claims, the dates of one are gone through in turn.
    case acts
    /// A claim by itself. Claims on one act are counted as independent, which makes p too small
    /// where several sources tell of one act.
    case claims
  }

  /// How to test.
  public struct Options: Sendable, Hashable {
    /// How many arrangements are drawn, and up to how many all are counted; at least 1.
    public var permutations = 10_000
    /// Up to how many arrangements all are counted, where that is not as many as are drawn; 0 always
    /// draws.
    public var countedUpTo: Int?
    /// Where the draws start.
    public var seed: UInt64 = 1
    /// Which changes count.
    public var alternative = Alternative.either
    /// What exchanges its date.
    public var exchange = Exchange.acts
    /// How many acts (or claims) the test needs on a tie.
    public var minimumActs = 4
    /// How many different dates it needs on one layer.
    public var minimumDates = 2
    /// How many distinct arrangements it needs: below 20, p cannot fall under .05.
    public var minimumArrangements = 20

    /// 10,000 arrangements, seed 1, either direction, acts; at least 4 acts, 2 dates and 20
    /// arrangements.
    public init() {}
  }

  /// Why a tie could not be tested.
  public enum Shortfall: Sendable, Hashable, CustomStringConvertible {
    /// Too few acts weigh anything in either window.
    case acts(Int, needed: Int)
    /// On no layer are there enough acts that differ in their weights over the two windows.
    case dates(Int, needed: Int)
    /// The dates can be exchanged in too few ways.
    case arrangements(Int, needed: Int)

    /// The reason in words.
    public var description: String {
      switch self {
      case .acts(let count, let needed):
        "insufficient evidence: \(count) \(count == 1 ? "act" : "acts"), \(needed) needed"
      case .dates(let count, let needed):
        "insufficient evidence: \(count) distinct \(count == 1 ? "date" : "dates") on a layer, "
          + "\(needed) needed"
      case .arrangements(let count, let needed):
        "insufficient evidence: the dates can be arranged in "
          + "\(count) \(count == 1 ? "way" : "ways"), \(needed) needed"
      }
    }
  }

  /// The test of one tie.
  public struct TieTest: Sendable, Hashable {
    /// Who acts, as a position in the project's actors.
    public let source: Int32
    /// Towards whom.
    public let target: Int32
    /// The observed change of the net.
    public let change: Double
    /// How many acts (or claims) take part.
    public let acts: Int
    /// The most different dates on one layer; dates that weigh alike in both windows are one.
    public let dates: Int
    /// In how many distinct ways the dates can be arranged; `Int.max` where there are more.
    public let arrangements: Int
    /// How many arrangements were counted or drawn; 0 where the tie could not be tested.
    public let tried: Int
    /// How many of these changed at least as much as observed.
    public let asLarge: Int
    /// Whether all arrangements were counted.
    public let isExact: Bool
    /// Why the tie could not be tested, or nil.
    public let shortfall: Shortfall?
    /// The Benjamini–Hochberg value over all tested ties, or nil where the tie was not tested.
    public internal(set) var q: Double?

    /// The p value, above 0 and up to 1, or nil where the tie was not tested.
    public var p: Double? {
      guard shortfall == nil, tried > 0 else { return nil }
      return isExact
        ? Double(asLarge) / Double(tried) : Double(asLarge + 1) / Double(tried + 1)
    }

    /// The standard error that drawing leaves in p; 0 where p is exact.
    public var error: Double? {
      p.map { isExact ? 0 : ($0 * (1 - $0) / Double(tried)).squareRoot() }
    }
  }

  /// What was asked for.
  public let options: Options
  /// The tests, in the order of the shift's ties.
  public let tests: [TieTest]

  /// How many ties could be tested.
  public var tested: Int { tests.count { $0.p != nil } }

  /// Tests the ties of a shift.
  ///
  /// - Parameters:
  ///   - shift: between what.
  ///   - options: how many permutations, what evidence is needed, and the seed.
  ///   - control: stops the work when asked, and tells how far it is.
  /// - Throws: ``MeasureError/cancelled(measure:)``, or
  ///   ``MeasureError/unusableParameter(measure:parameter:value:allowed:)`` for fewer than 1
  ///   permutation.
  public init(
    of shift: Shift, _ options: Options = Options(), control: RunControl = .standard
  ) throws(MeasureError) {
    guard options.permutations >= 1 else {
      throw .unusableParameter(
        measure: "significance", parameter: "permutations", value: Double(options.permutations),
        allowed: "at least 1")
    }
    let project = shift.project
    var places: [Int64: Int] = [:]
    for (place, tie) in shift.ties.enumerated() {
      places[Int64(tie.source) << 32 | Int64(tie.target)] = place
    }
    var weighers = [TieWeigher?](repeating: nil, count: shift.ties.count)
    for weigher in shift.before.evidence.tieWeighers() {
      if let place = places[Int64(weigher.source) << 32 | Int64(weigher.target)] {
        weighers[place] = weigher
      }
    }
    let windows = (shift.before.window, shift.after.window)
    let trials = weighers.compactMap { $0.map { Trial($0, windows, options) } }
    // Only ties with evidence enough are work; without one, no thread is woken.
    let ready = trials.indices.filter { trials[$0].shortfall == nil }
    let results = ParallelWork.map(jobs: ready.count, control: control) { job, shouldStop in
      let trial = trials[ready[job]]
      let seed = Self.seed(
        options.seed, project.actors[Int(trial.source)].id, project.actors[Int(trial.target)].id)
      return trial.run(options, seed, shouldStop)
    }
    guard let results else { throw .cancelled(measure: "significance") }
    var tests = trials.map(\.untested)
    for (place, result) in zip(ready, results) { tests[place] = result }
    let tested = tests.indices.filter { tests[$0].p != nil }
    let qValues = FalseDiscovery.qValues(tested.compactMap { tests[$0].p })
    for (index, q) in zip(tested, qValues) { tests[index].q = q }
    self.options = options
    self.tests = tests
  }

  /// The test of the tie from one actor to another, or nil where there is no tie on either side.
  public func test(from source: Int32, to target: Int32) -> TieTest? {
    tests.first { $0.source == source && $0.target == target }
  }

  /// The start of a tie's own stream: FNV-1a over the seed and both ids, so that it depends neither
  /// on the order of the project nor on what else it holds.
  static func seed(_ seed: UInt64, _ names: String...) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: seed >> shift)) }
    for name in names {
      for byte in name.utf8 { add(byte) }
      add(0)
    }
    return hash
  }

  /// A tie on which dates can be exchanged, and what is observed on it.
  private struct Trial: Sendable {
    let source: Int32
    let target: Int32
    let layers: [DateExchange]
    let observed: Double
    let acts: Int
    let dates: Int
    let arrangements: Int
    /// Why it cannot be tested, or nil.
    let shortfall: Shortfall?

    init(_ weigher: TieWeigher, _ windows: (Window, Window), _ options: Options) {
      source = weigher.source
      target = weigher.target
      let before = weigher.views(over: windows.0)
      let after = weigher.views(over: windows.1)
      let layers = weigher.blocks.indices.map {
        DateExchange(
          weigher.blocks[$0], before[$0], after[$0], weigher.estimator, options.exchange)
      }
      self.layers = layers
      observed = layers.reduce(0) { $0 + $1.change() }
      acts = layers.reduce(0) { $0 + $1.count }
      dates = layers.map(\.distinct).max() ?? 0
      arrangements = layers.reduce(1) { saturatingProduct($0, $1.arrangements) }
      if acts < options.minimumActs {
        shortfall = .acts(acts, needed: options.minimumActs)
      } else if dates < options.minimumDates {
        shortfall = .dates(dates, needed: options.minimumDates)
      } else if arrangements < options.minimumArrangements {
        shortfall = .arrangements(arrangements, needed: options.minimumArrangements)
      } else {
        shortfall = nil
      }
    }

    /// What there is to say without a test.
    var untested: TieTest { result(tried: 0, asLarge: 0, isExact: false) }

    private func result(tried: Int, asLarge: Int, isExact: Bool) -> TieTest {
      TieTest(
        source: source, target: target, change: observed, acts: acts, dates: dates,
        arrangements: arrangements, tried: tried, asLarge: asLarge, isExact: isExact,
        shortfall: shortfall)
    }

    /// Exchanges the dates.
    func run(_ options: Options, _ seed: UInt64, _ shouldStop: () -> Bool) -> TieTest {
      var layers = layers
      let isExact = arrangements <= options.countedUpTo ?? options.permutations
      var asLarge = 0
      var tried = 0
      let sign = options.alternative == .worsened ? -1.0 : 1
      let isTwoSided = options.alternative == .either
      // Arrangements that equal the observed one but for rounding count as equal.
      let slack = 1e-10 * max(1, observed.magnitude)
      let threshold = (isTwoSided ? observed.magnitude : sign * observed) - slack
      func count(_ change: Double) {
        if (isTwoSided ? change.magnitude : sign * change) >= threshold { asLarge += 1 }
        tried += 1
      }
      if isExact {
        var sums = [0.0]
        for index in layers.indices {
          let changes = layers[index].allChanges()
          sums = sums.flatMap { sum in changes.map { sum + $0 } }
        }
        for sum in sums { count(sum) }
      } else {
        var generator = SeededGenerator(seed: seed)
        let fixed = layers.filter { $0.distinct < 2 }.reduce(0.0) { $0 + $1.change() }
        layers.removeAll { $0.distinct < 2 }
        for draw in 0..<options.permutations {
          if draw % 256 == 255, shouldStop() { break }
          var sum = fixed
          for index in layers.indices {
            sum += layers[index].drawnChange(&generator)
          }
          count(sum)
        }
      }
      return result(tried: tried, asLarge: asLarge, isExact: isExact)
    }
  }
}

/// The product of two counts, or `Int.max` where it is larger than that.
func saturatingProduct(_ left: Int, _ right: Int) -> Int {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? .max : product
}

/// How a tie, an actor or the system stood, period by period, with intervals.
///
/// Each value is the mean over a period, as a window's is. A tie has its tension and accord; an actor
/// the sums over its ties, outgoing or incoming; the system the sums over all ties.
///
/// - Direction: of directed ties. Weight and sign: tension and accord apart, net between them.
/// - The interval is that of ``Bootstrap`` over the sources of the ties in question; one draw of
///   sources serves all periods. With one source there is none.
/// - Complexity: O(periods × claims × (1 + replicates)).
public struct Series: Sendable {
  /// Whose values.
  public enum Subject: Sendable, Hashable {
    /// The tie from one actor to another, as positions in the project's list.
    case tie(from: Int32, to: Int32)
    /// How an actor stands towards all others.
    case outgoing(Int32)
    /// How all others stand towards an actor.
    case incoming(Int32)
    /// All ties.
    case system
  }

  /// A period's values.
  public struct Point: Sendable, Hashable {
    /// When.
    public let window: Window
    /// How many ties weigh anything.
    public let ties: Int
    /// Σ tension.
    public let tension: Double
    /// Σ accord.
    public let accord: Double
    /// The interval of the tension, or why there is none.
    public let tensionInterval: Bootstrap.Outcome
    /// The interval of the accord.
    public let accordInterval: Bootstrap.Outcome
    /// The interval of the net.
    public let netInterval: Bootstrap.Outcome

    /// Accord minus tension.
    public var net: Double { accord - tension }
  }

  /// Whose values.
  public let subject: Subject
  /// The periods, in order.
  public let points: [Point]

  /// The nets, period by period.
  public var nets: [Double] { points.map(\.net) }

  /// The values of a subject over some periods.
  ///
  /// - Parameters:
  ///   - subject: whose values; one that has no ties has zeros.
  ///   - evidence: what is weighed.
  ///   - windows: the periods, such as ``Step/periods(from:to:)`` gives.
  ///   - options: of the intervals; nil makes none.
  ///   - control: stops the work when asked, and tells how far it is.
  /// - Throws: ``MeasureError/cancelled(measure:)`` or an unusable parameter.
  public init(
    of subject: Subject, in evidence: Evidence, over windows: [Window],
    intervals options: Bootstrap.Options? = Bootstrap.Options(), control: RunControl = .standard
  ) throws(MeasureError) {
    try options?.check()
    let weighers = evidence.tieWeighers().filter {
      switch subject {
      case .tie(let source, let target): $0.source == source && $0.target == target
      case .outgoing(let actor): $0.source == actor
      case .incoming(let actor): $0.target == actor
      case .system: true
      }
    }
    let pool = Set(weighers.lazy.flatMap(\.entries).map(\.source)).sorted()
    var selections: [TieWeigher.Selection] = []
    if let options, pool.count >= 2 {
      var generator = SeededGenerator(seed: Significance.seed(options.seed, "series"))
      for _ in 0..<options.replicates {
        selections.append(
          EvidenceWeigher.resample(pool, of: evidence.project.sources.count, &generator))
      }
    }
    let draws = selections
    let drawing = options ?? Bootstrap.Options()
    let results = ParallelWork.map(jobs: windows.count, control: control) { job, shouldStop in
      let views = weighers.map { $0.views(over: windows[job]) }
      func sum(_ selection: TieWeigher.Selection) -> (tension: Double, accord: Double, ties: Int) {
        var result = (tension: 0.0, accord: 0.0, ties: 0)
        for (weigher, view) in zip(weighers, views) {
          let level = weigher.level(view, selection)
          result.tension += level.tension
          result.accord += level.accord
          if level.isThere { result.ties += 1 }
        }
        return result
      }
      let whole = sum(.all)
      var tension: [Double] = []
      var accord: [Double] = []
      for selection in draws {
        if shouldStop() { break }
        let drawn = sum(selection)
        tension.append(drawn.tension)
        accord.append(drawn.accord)
      }
      return Point(
        window: windows[job], ties: whole.ties, tension: whole.tension, accord: whole.accord,
        tensionInterval: Bootstrap.outcome(tension, pool, drawing),
        accordInterval: Bootstrap.outcome(accord, pool, drawing),
        netInterval: Bootstrap.outcome(zip(accord, tension).map { $0 - $1 }, pool, drawing))
    }
    guard let results else { throw .cancelled(measure: "series") }
    self.subject = subject
    points = results
  }
}

/// How long the periods of a series are.
public enum Step: String, Sendable, CaseIterable {
  /// A day.
  case day
  /// A week, from Monday to Sunday.
  case week
  /// A calendar month.
  case month

  /// The most periods that are made.
  public static let limit = 100_000

  /// The periods that cover the days from `first` to `last`; the first and the last one are cut to
  /// these.
  ///
  /// - Throws: an unusable parameter where the days are reversed, or there are more than ``limit``
  ///   periods.
  public func periods(
    from first: CalendarDate, to last: CalendarDate
  ) throws(MeasureError) -> [Window] {
    guard first <= last else {
      throw .undefined(
        measure: "series", reason: "its first day \(first) is after its last, \(last)")
    }
    var windows: [Window] = []
    var start = first
    while start <= last {
      guard windows.count < Self.limit else {
        throw .unusableParameter(
          measure: "series", parameter: "periods", value: Double(windows.count + 1),
          allowed: "at most \(Self.limit): take longer ones or fewer days")
      }
      let end = min(last, self.end(of: start))
      if let window = Window(start, end) { windows.append(window) }
      // The last day that can be stored has no next one.
      guard end < last else { break }
      start = end.advanced(byDays: 1)
    }
    return windows
  }

  private func end(of day: CalendarDate) -> CalendarDate {
    switch self {
    case .day: return day
    case .week:
      // Day 0 was a Thursday, three days after Monday.
      let weekday = (Int(day.dayNumber) + 3) % 7
      return day.advanced(byDays: 6 - (weekday < 0 ? weekday + 7 : weekday))
    case .month:
      let (year, month, number) = day.components
      return day.advanced(byDays: CalendarDate.days(inMonth: month, ofYear: year) - number)
    }
  }
}

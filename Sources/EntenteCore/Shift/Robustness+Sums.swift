extension Robustness {
  /// What the change of a sum of ties survives: the tension or the accord of all, or the net of what
  /// an actor sends or receives.
  public struct Sum: Sendable, Hashable {
    /// The change.
    public let change: Double
    /// How many claims weigh anything in either window.
    public let claims: Int
    /// How many sources these come from.
    public let sources: Int
    /// What was tried, claims first, then sources, then the rest.
    public let trials: [Trial]
    /// How robust the change is.
    public let grade: Grade
    /// Why, in words made from the numbers.
    public let reason: String
  }

  /// What the shift survives beyond its ties.
  ///
  /// Every trial is made on all ties at once: what is left out is left out everywhere. Sums add up,
  /// so that a change here is the sum of its ties' changes in the same trial.
  public struct Sums: Sendable {
    /// The change of the total tension.
    public let tension: Sum
    /// The change of the total accord.
    public let accord: Sum
    /// The change of the total net.
    public let net: Sum
    /// The change of the net that each of the shift's actors sends, in their order.
    public let outgoing: [Sum]
    /// The change of the net that each of the shift's actors receives, in their order.
    public let incoming: [Sum]

    /// The larger of the changes of tension and accord, which speaks for the system.
    public var headline: Sum {
      accord.change.magnitude > tension.change.magnitude ? accord : tension
    }
  }

  /// The robustness of every tie, and that of the sums.
  ///
  /// - Throws: ``MeasureError/cancelled(measure:)`` or an unusable parameter.
  /// - Complexity: O(trials × claims of a tie), over all ties.
  public static func all(
    of shift: Shift, _ options: Options = Options(), control: RunControl = .standard
  ) throws(MeasureError) -> (ties: [Robustness], sums: Sums) {
    let tried = try trials(of: shift, options, control)
    let project = shift.project
    var places: [Int32: Int] = [:]
    for (place, actor) in shift.actors.enumerated() { places[actor.actor] = place }
    var whole = Total()
    var outgoing = [Total](repeating: Total(), count: shift.actors.count)
    var incoming = outgoing
    for tie in tried {
      whole.add(tie)
      if let place = places[tie.source] { outgoing[place].add(tie) }
      if let place = places[tie.target] { incoming[place].add(tie) }
    }
    let sums = Sums(
      tension: whole.sum(\.tension, options, project),
      accord: whole.sum(\.accord, options, project),
      net: whole.sum(\.net, options, project),
      outgoing: outgoing.map { $0.sum(\.net, options, project) },
      incoming: incoming.map { $0.sum(\.net, options, project) })
    return (tried.map { Robustness($0, options, project) }, sums)
  }

  /// The trials of several ties, added up.
  private struct Total {
    private var whole = Change()
    private var claims = Set<Int>()
    private var sources = Set<Int>()
    private var differences: [Variation: Change] = [:]
    private var order: [Variation] = []

    mutating func add(_ tie: TieTrials) {
      whole = whole + tie.whole
      claims.formUnion(tie.claims)
      sources.formUnion(tie.sources)
      for outcome in tie.outcomes {
        if differences[outcome.variation] == nil { order.append(outcome.variation) }
        differences[outcome.variation] =
          (differences[outcome.variation] ?? Change()) + outcome.difference
      }
    }

    func sum(_ value: (Change) -> Double, _ options: Options, _ project: Project) -> Sum {
      let change = value(whole)
      let trials = order.sorted(by: Self.precedes).map { variation in
        Trial(
          variation, value(whole + (differences[variation] ?? Change())), of: change, options)
      }
      let (grade, reason) = Robustness.judge(
        change, claims.count, sources.sorted(), trials, options, project)
      return Sum(
        change: change, claims: claims.count, sources: sources.count, trials: trials,
        grade: grade, reason: reason)
    }

    /// Claims first, then sources, both ascending, then the rest as it was tried.
    private static func precedes(_ left: Variation, _ right: Variation) -> Bool {
      switch (left, right) {
      case (.withoutClaim(let one), .withoutClaim(let other)): one < other
      case (.withoutClaim, _): true
      case (_, .withoutClaim): false
      case (.withoutSource(let one), .withoutSource(let other)): one < other
      case (.withoutSource, _): true
      default: false
      }
    }
  }
}

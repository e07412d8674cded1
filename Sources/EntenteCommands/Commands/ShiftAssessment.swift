import EntenteCore
import EntenteFormats

/// Whether the changes of a shift are real, and what they survive, tie by tie in its order.
struct ShiftAssessment {
  let significance: Significance
  let intervals: [Bootstrap.TieOutcome]
  let robustness: [Robustness]
  /// What the changes of actors and of the system survive.
  let sums: Robustness.Sums

  init(
    _ shift: Shift, _ tests: Significance.Options, _ draws: Bootstrap.Options
  ) throws(Failure) {
    var trials = Robustness.Options()
    trials.minimum = shift.minimum
    do {
      significance = try Significance(of: shift, tests)
      intervals = try Bootstrap.ties(of: shift, draws)
      (robustness, sums) = try Robustness.all(of: shift, trials)
    } catch {
      throw Failure(status: .invalidInput, message: error.description)
    }
  }

  /// What there is to say about the tie at a place of the shift's list, in a line; empty where it
  /// did not change.
  ///
  /// - Parameter isBrief: leaves out what ``note(_:)`` says of all ties, that there is one source,
  ///   and only says which of them hang on one claim too.
  func words(_ place: Int, _ project: Project, isBrief: Bool = false) -> String {
    let robust = robustness[place]
    guard robust.grade != .none else { return "" }
    let test = significance.tests[place]
    if isBrief {
      var parts = test.p == nil ? [] : [Self.words(test)]
      // One claim of one source is all there is; of several, one may carry the change.
      if robust.claims > 1, let deciding = robust.decidingClaim {
        let change = FixedPoint.text(robust.change, decimals: 2, plus: true)
        let otherwise = FixedPoint.text(deciding.change, decimals: 2, plus: true)
        parts.append(
          "rests most on \(project.claims[deciding.claim].id) (\(change) becomes \(otherwise))")
      }
      return parts.joined(separator: " · ")
    }
    var parts = ["\(robust.grade.rawValue): \(robust.reason)", Self.words(test)]
    switch intervals[place].net {
    case .interval(let interval): parts.append(Self.words(interval))
    // That it rests on one source was just said.
    case .impossible(.oneSource): break
    case .impossible(let reason): parts.append(reason.description)
    }
    return parts.joined(separator: " · ")
  }

  /// What the larger of the changes of tension and accord survives, in a sentence; nil without one.
  var verdict: String? {
    let sum = sums.headline
    guard sum.grade != .none else { return nil }
    let what = sum == sums.tension ? "tension" : "accord"
    return
      "The \(sum.change > 0 ? "rise" : "fall") of \(what) is \(sum.grade.rawValue): it \(sum.reason)."
  }

  /// The one source that the whole case rests on, where it is one.
  static func hasOneSource(_ project: Project) -> Bool {
    Set(project.claims.lazy.map(\.source)).count == 1
  }

  static func words(_ interval: Bootstrap.Interval) -> String {
    let bounds = [interval.lower, interval.upper].map {
      FixedPoint.text($0, decimals: 2, plus: true)
    }
    return "95 %: \(bounds[0]) to \(bounds[1]) (\(interval.sources) sources)"
  }

  static func words(_ test: Significance.TieTest) -> String {
    if let shortfall = test.shortfall { return shortfall.description }
    guard let p = test.p, let q = test.q else { return "not tested" }
    return "p \(probability(p))\(test.isExact ? " (exact)" : ""), q \(probability(q))"
  }

  /// A probability, never rounded down to nothing.
  static func probability(_ value: Double) -> String {
    value < 0.0005 ? "<0.001" : FixedPoint.text(value, decimals: 3)
  }

  /// The tests and intervals, with all that a reader needs to judge them.
  func tests(_ shift: Shift, _ shown: ShownActors) -> Table {
    let project = shift.project
    var table = Table(
      key: "tests", title: "Is it real? Exchanged dates, and sources drawn anew",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true), .init("change", "Change"),
        .init("acts", "Acts"), .data("dates"), .data("arrangements"), .data("tried"),
        .data("asLarge"), .data("isExact"), .init("p", "p"), .data("pError"), .init("q", "q"),
        .init("lower", "95 %"), .init("upper", "to"), .data("error"),
        .init("sources", "Sources"), .data("reason"), .data("intervalReason"),
        .init("remark", "Remark", .detail),
      ], whenEmpty: "no ties on either side")
    for (place, test) in significance.tests.enumerated() where shown.hold(test.source, test.target)
    {
      let interval = intervals[place].net.interval
      var impossible: String?
      if case .impossible(let reason) = intervals[place].net { impossible = reason.description }
      let remarks = [test.shortfall?.description, impossible].compactMap { $0 }
      table.rows.append([
        .text(project.id(test.source)), .text(project.id(test.target)),
        .text(project.name(test.source)), .text(project.name(test.target)),
        .signed(test.change, decimals: 2), .integer(test.acts), .integer(test.dates),
        test.arrangements == .max ? .none : .integer(test.arrangements), .integer(test.tried),
        .integer(test.asLarge),
        .text(test.shortfall == nil ? test.isExact ? "yes" : "no" : nil),
        .number(test.p, decimals: 4), .number(test.error, decimals: 4),
        .number(test.q, decimals: 4), .signed(interval?.lower, decimals: 2),
        .signed(interval?.upper, decimals: 2), .number(interval?.error, decimals: 2),
        .integer(robustness[place].sources), .text(test.shortfall?.description),
        .text(impossible),
        .worded(remarks.joined(separator: " · "), data: remarks.joined(separator: "; ")),
      ])
    }
    return table
  }

  /// What each change survives, trial by trial, for the ties that changed most.
  func trials(_ shift: Shift, top: Int, _ shown: ShownActors) -> Table {
    let project = shift.project
    var table = Table(
      key: "robustness",
      title: "What it survives: the change when something is left out or set otherwise",
      columns: [
        .data("from"), .data("to"), .data("grade"), .data("reason"),
        .init("tie", "Tie", .heading), .init("trial", "Trial", isFlexible: true),
        .init("change", "Change"), .init("survives", "Survives"),
      ], whenEmpty: "no tie changed")
    let graded = robustness.filter { $0.grade != .none && shown.hold($0.source, $0.target) }
    for robust in graded.prefix(top) {
      let heading =
        "\(project.name(robust.source)) → \(project.name(robust.target)), \(FixedPoint.text(robust.change, decimals: 2, plus: true)): \(robust.grade.rawValue), \(robust.reason)"
      for trial in robust.trials {
        table.rows.append([
          .text(project.id(robust.source)), .text(project.id(robust.target)),
          .text(robust.grade.rawValue), .text(robust.reason), .text(heading),
          .text(Self.words(trial.variation, project)), .signed(trial.change, decimals: 2),
          .text(trial.survives ? "yes" : "no"),
        ])
      }
    }
    return table
  }

  private static func words(_ variation: Robustness.Variation, _ project: Project) -> String {
    switch variation {
    case .withoutClaim(let claim): "without claim \(project.claims[claim].id)"
    case .withoutSource(let source): "without source \(project.sources[source].id)"
    case .withoutImplied: "without implied claims"
    case .withoutPartial: "without those who speak for an actor in part"
    case .halfLives(let factor): "half-lives × \(JSONValue.number(factor).text)"
    case .prior(let prior): "prior worth \(JSONValue.number(prior).text) (has to keep its sign)"
    case .estimator(let estimator): "estimator \(estimator.name) (has to keep its sign)"
    }
  }
}

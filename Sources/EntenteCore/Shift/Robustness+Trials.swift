extension Robustness {
  /// The change of a tie, or of a sum of ties.
  struct Change: Sendable {
    var tension = 0.0
    var accord = 0.0

    var net: Double { accord - tension }

    static func + (left: Change, right: Change) -> Change {
      Change(tension: left.tension + right.tension, accord: left.accord + right.accord)
    }

    static func - (left: Change, right: Change) -> Change {
      Change(tension: left.tension - right.tension, accord: left.accord - right.accord)
    }
  }

  /// What one tie does in every trial.
  struct TieTrials: Sendable {
    /// One trial, as what it makes of the change less the change as it is.
    struct Outcome: Sendable {
      let variation: Variation
      let difference: Change
      /// Whether what is left out is about this tie, and does not only contest one of its claims.
      let isOwn: Bool
    }

    let source: Int32
    let target: Int32
    let whole: Change
    /// The claims that weigh anything in either window, as positions in the project's claims.
    let claims: Set<Int>
    /// Their sources, ascending.
    let sources: [Int]
    let outcomes: [Outcome]
  }

  /// Tries every tie of a shift, in the order of its ties.
  static func trials(
    of shift: Shift, _ options: Options, _ control: RunControl
  ) throws(MeasureError) -> [TieTrials] {
    try options.check()
    var weighers: [Int64: TieWeigher] = [:]
    for weigher in shift.before.evidence.tieWeighers() {
      weighers[Int64(weigher.source) << 32 | Int64(weigher.target)] = weigher
    }
    let ready = shift.ties.compactMap { weighers[Int64($0.source) << 32 | Int64($0.target)] }
    let windows = (shift.before.window, shift.after.window)
    // Each claim of a tie is weighed in about as many trials as the tie has claims.
    let work = ready.reduce(0) { sum, tie in
      let claims = tie.blocks.reduce(0) { $0 + $1.entries.count }
      return sum + 2 * claims * (claims + 20)
    }
    let results = ParallelWork.map(jobs: ready.count, control: control.for(work: work)) { job, _ in
      TieTrials(ready[job], windows, options)
    }
    guard let results else { throw .cancelled(measure: "robustness") }
    return results
  }
}

extension Robustness.TieTrials {
  init(_ weigher: TieWeigher, _ windows: (Window, Window), _ options: Robustness.Options) {
    let before = weigher.views(over: windows.0)
    let after = weigher.views(over: windows.1)
    func change(
      _ old: [TieWeigher.View], _ new: [TieWeigher.View],
      _ selection: TieWeigher.Selection = .all, _ estimator: Estimator? = nil
    ) -> Robustness.Change {
      let old = weigher.level(old, selection, estimator)
      let new = weigher.level(new, selection, estimator)
      return Robustness.Change(
        tension: new.tension - old.tension, accord: new.accord - old.accord)
    }
    var claims = Set<Int>()
    // Claims on other ties that contradict one of this tie change it too when they are left out.
    var contesting: [Int: Int] = [:]
    for (number, block) in weigher.blocks.enumerated() {
      for (place, entry) in block.entries.enumerated()
      where before[number].temporal[place] > 0 || after[number].temporal[place] > 0 {
        claims.insert(entry.claim)
      }
      for opponent in block.opponents where opponent.entry < 0 {
        contesting[opponent.claim] = opponent.source
      }
    }
    let sources = Bootstrap.sources(of: weigher, [before, after])
    let whole = change(before, after)
    var outcomes: [Outcome] = []
    func add(_ variation: Robustness.Variation, _ change: Robustness.Change, isOwn: Bool = true) {
      outcomes.append(Outcome(variation: variation, difference: change - whole, isOwn: isOwn))
    }
    func without(_ leave: (inout TieWeigher.Selection) -> Void) -> Robustness.Change {
      var selection = TieWeigher.Selection()
      leave(&selection)
      return change(before, after, selection)
    }
    for claim in claims.sorted() {
      add(.withoutClaim(claim), without { $0.withoutClaim = claim })
    }
    for source in sources {
      add(.withoutSource(source), without { $0.withoutSource = source })
    }
    add(.withoutImplied, without { $0.withoutImplied = true })
    add(.withoutPartial, without { $0.withoutPartial = true })
    for factor in options.halfLifeFactors {
      add(
        .halfLives(factor),
        change(
          weigher.views(over: windows.0, halfLifeFactor: factor),
          weigher.views(over: windows.1, halfLifeFactor: factor)))
    }
    if case .posterior = weigher.estimator {
      for prior in options.priors {
        add(.prior(prior), change(before, after, .all, .posterior(prior: prior)))
      }
    }
    for estimator in options.estimators where estimator != weigher.estimator {
      add(.estimator(estimator), change(before, after, .all, estimator))
    }
    for claim in contesting.keys.sorted() where !claims.contains(claim) {
      add(.withoutClaim(claim), without { $0.withoutClaim = claim }, isOwn: false)
    }
    for source in Set(contesting.values).sorted() where !sources.contains(source) {
      add(.withoutSource(source), without { $0.withoutSource = source }, isOwn: false)
    }
    self.init(
      source: weigher.source, target: weigher.target, whole: whole, claims: claims,
      sources: sources, outcomes: outcomes)
  }
}

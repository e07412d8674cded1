import EntenteCore

/// Checks what no single value shows: references, order, scores in their range, circles, and what is
/// legal but suspicious.
struct MeaningCheck {
  private(set) var diagnostics = DiagnosticList()
  private var hints: [String: String] = [:]
  /// Ids that misspelt references were probably meant to name; they are not unused.
  private(set) var meant: Set<String> = []
  let project: ProjectRecord
  let claims: [ProjectRecord]
  let affiliations: [ProjectRecord]
  private let ids: [ProjectSchema.Kind: [String]]
  private var idSets: [ProjectSchema.Kind: Set<String>]

  init(project: ProjectRecord, ids: [ProjectSchema.Kind: [String]]) {
    self.project = project
    self.ids = ids
    idSets = ids.mapValues { Set($0) }
    claims = project.records("claims")
    affiliations = project.records("affiliations")
  }

  mutating func report(
    _ code: DiagnosticCode, at span: SourceSpan, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, at: span, message: message, hint: hint))
  }

  /// Runs all checks.
  mutating func run() {
    checkEstimator()
    checkLayerWeights()
    for claim in claims { checkClaim(claim) }
    for affiliation in affiliations { checkAffiliation(affiliation) }
    checkAffiliationUse()
    for cycle in AffiliationCycles.find(in: affiliations) {
      let path = cycle.path.map { ForbiddenCharacter.quoted($0) }.joined(separator: " → ")
      report(
        .affiliationCycle, at: cycle.last.span("of"), "affiliations lead in a circle: \(path)",
        hint: "delete one of them, or date them so that they do not hold at the same time")
    }
    checkSuspicions()
  }

  private mutating func checkEstimator() {
    guard let estimator = project.record("estimator"), let name = estimator.text("name"),
      name != "posterior", estimator.fields["prior"] != nil
    else { return }
    report(
      .unusedKey, at: estimator.span("prior"), "the estimator \(name) has no prior; it is not used",
      hint: "delete the key, or take the estimator posterior")
  }

  private mutating func checkLayerWeights() {
    let layers = project.records("layers")
    // A refused weight may be anything, so nothing can be said then.
    guard !layers.isEmpty, layers.allSatisfy({ $0.number("weight") == 0 }) else { return }
    report(
      .noLayerWeight, at: layers[0].span("weight"),
      "all layers have weight 0, so that nothing is left when they are pooled",
      hint: "give one of them a weight above 0")
  }

  private mutating func checkClaim(_ claim: ProjectRecord) {
    checkReference(claim, "from", .actor)
    checkReference(claim, "to", .actor)
    checkReference(claim, "layer", .layer)
    checkReference(claim, "source", .source)
    checkReference(claim, "event", .event)
    if let from = claim.text("from"), from == claim.text("to") {
      report(
        .selfReference, at: claim.span("to"),
        "\(claim.title) leads from \(ForbiddenCharacter.quoted(from)) to itself",
        hint: "a claim leads from one actor to another")
    }
    for (other, span) in claim.texts("contradicts") {
      if other == claim.id {
        report(
          .selfReference, at: span, "\(claim.title) can't contradict itself",
          hint: "name the other claim")
      } else {
        checkID(other, .claim, at: span)
      }
    }
    guard let (low, high) = claim.pair("range") else { return }
    if low > high {
      report(
        .reversedInterval, at: claim.span("range"), "the range starts above its end",
        hint: "write the lower score first")
    } else if let score = claim.number("score"), !(low...high).contains(score) {
      report(
        .scoreOutsideRange, at: claim.span("score"), "the score lies outside of its own range",
        hint: "change the score, or widen the range")
    }
  }

  private mutating func checkAffiliation(_ affiliation: ProjectRecord) {
    checkReference(affiliation, "actor", .actor)
    checkReference(affiliation, "of", .actor)
    if let actor = affiliation.text("actor"), actor == affiliation.text("of") {
      report(
        .selfReference, at: affiliation.span("of"),
        "\(ForbiddenCharacter.quoted(actor)) can't belong to itself",
        hint: "name the actor that it belongs to")
    }
  }

  private mutating func checkReference(
    _ record: ProjectRecord, _ key: String, _ kind: ProjectSchema.Kind
  ) {
    guard let id = record.text(key) else { return }
    checkID(id, kind, at: record.span(key))
  }

  private mutating func checkID(
    _ id: String, _ kind: ProjectSchema.Kind, at span: SourceSpan
  ) {
    guard let known = idSets[kind], !known.contains(id) else { return }
    report(
      .danglingReference, at: span,
      "there is no \(kind.rawValue) \(ForbiddenCharacter.quoted(id))", hint: hint(id, kind))
  }

  /// What was probably meant; for a few hundred ids at most, since each is compared with all others.
  private mutating func hint(_ id: String, _ kind: ProjectSchema.Kind) -> String {
    let key = "\(kind.rawValue) \(id)"
    if let known = hints[key] { return known }
    let general = "define it under “\(kind.section)”"
    guard hints.count < 300 else { return general }
    let closest = Suggestion.closest(to: id, among: (ids[kind] ?? []).prefix(5_000))
    if let closest { meant.insert(closest) }
    let hint =
      closest.map { "did you mean \(ForbiddenCharacter.quoted($0))?" }
      ?? otherKind(of: id).map { "there is one among the \($0.section)" }
      ?? lookalike(id) ?? general
    hints[key] = hint
    return hint
  }

  /// Letters of other scripts look like Latin ones, and ids are Latin.
  private func lookalike(_ id: String) -> String? {
    guard let foreign = id.unicodeScalars.first(where: { $0.value > 0x7F }) else { return nil }
    let name = ForbiddenCharacter.name(of: foreign)
    return "ids are Latin letters, digits and . _ -; “\(foreign)” is \(name)"
  }

  private func otherKind(of id: String) -> ProjectSchema.Kind? {
    ProjectSchema.Kind.allCases.first { idSets[$0]?.contains(id) == true }
  }

  /// An affiliation must hold at some date of the claims that it lifts, or it does nothing; most
  /// often its dates are mistyped then.
  private mutating func checkAffiliationUse() {
    var dates = ClaimDates(claims: claims, affiliations: affiliations)
    for affiliation in affiliations {
      guard let actor = affiliation.text("actor"), let of = affiliation.text("of") else { continue }
      let relation =
        "\(ForbiddenCharacter.quoted(actor)) with \(ForbiddenCharacter.quoted(of))"
      let during = affiliation.date("during")?.interval ?? .always
      switch dates.use(of: actor, during) {
      case .some, .unknown: break
      case .never:
        report(
          .unusedAffiliation, at: affiliation.span("actor"),
          "the affiliation of \(relation) does nothing: no claim names the actor or its members")
      case .otherwise:
        report(
          .affiliationCoversNothing, at: affiliation.span("during"),
          "the affiliation of \(relation) holds at no date of the actor's claims",
          hint: "correct the dates, or delete the affiliation")
      }
    }
  }
}

/// When an actor, or anybody who belongs to it, acts or is acted on.
private struct ClaimDates {
  private var own: [String: Set<DateInterval>] = [:]
  private var members: [String: [String]] = [:]
  // Whether every claim has usable ends and a usable date.
  private var areComplete = true
  // Long chains of affiliations would take quadratic time; beyond this, nothing is said.
  private var budget = 500_000

  enum Use {
    /// A claim of the actor or its members falls into the time.
    case some
    /// They have claims, but at other times.
    case otherwise
    /// They have no claims.
    case never
    /// Claims or their dates were refused, so that nothing can be said.
    case unknown
  }

  init(claims: [ProjectRecord], affiliations: [ProjectRecord]) {
    for claim in claims {
      guard let when = claim.date("when"), let from = claim.text("from"), let to = claim.text("to")
      else {
        areComplete = false
        continue
      }
      own[from, default: []].insert(when.interval)
      own[to, default: []].insert(when.interval)
    }
    for affiliation in affiliations {
      guard let actor = affiliation.text("actor"), let of = affiliation.text("of") else { continue }
      members[of, default: []].append(actor)
    }
  }

  mutating func use(of actor: String, _ during: DateInterval) -> Use {
    var hasClaims = false
    var seen: Set<String> = [actor]
    var waiting = [actor]
    while let next = waiting.popLast() {
      let intervals = own[next] ?? []
      if intervals.contains(where: { $0.overlaps(during) }) { return .some }
      hasClaims = hasClaims || !intervals.isEmpty
      budget -= 1 + intervals.count
      guard budget > 0 else { return .unknown }
      for member in members[next] ?? [] where seen.insert(member).inserted {
        waiting.append(member)
      }
    }
    guard areComplete else { return .unknown }
    return hasClaims ? .otherwise : .never
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente explain`: a tie taken back to its claims.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Takes a tie, or its change, back to dated claims, weights and contributions.",
    discussion: """
      Contributions add up to the tie exactly: share x score, where a claim's share is its weight \
      over the prior and all weights of its layer, times the layer's part in the pool.

      EXAMPLES
        entente explain case.yaml RU AZ --at 2025-05-19
        entente explain case.yaml Baku Moscow --level state --from 2025-05-08
        entente explain case.yaml Baku Moscow --level state --shift 2025-05-08/2025-05-19
      """)

  @OptionGroup var input: ProjectArgument

  @Argument(help: "Who acts: an id, name or alias.")
  var source: String

  @Argument(help: "Towards whom.")
  var target: String

  @OptionGroup var flags: EvidenceFlags

  @Option(help: ArgumentHelp("As of when: \(Window.help).", valueName: "date"))
  var at: Window?

  @Option(help: ArgumentHelp("Explain the change from this date …", valueName: "date"))
  var from: Window?

  @Option(help: ArgumentHelp("… to this one.", valueName: "date"))
  var to: Window?

  @Option(
    help: ArgumentHelp(
      "The same as --from FIRST --to LAST.", valueName: "first/last"))
  var shift: Window?

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    if let shift {
      if at != nil || from != nil || to != nil {
        throw ValidationError("--shift stands for --from and --to: give it alone")
      }
      if shift.isSingleDay { throw ValidationError("--shift names two days: FIRST/LAST") }
    }
    if at != nil, from != nil || to != nil {
      throw ValidationError("--at explains a tie, --from and --to its change: give one of them")
    }
    if to != nil, from == nil {
      throw ValidationError("--to needs --from; --at explains the tie as of one date")
    }
  }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let pair = (
        Int32(try evidence.node(meantBy: source)), Int32(try evidence.node(meantBy: target))
      )
      if pair.0 == pair.1 {
        throw Failure(status: .usage, message: "a tie leads from one actor to another")
      }
      let document =
        if let first = from ?? shift.map({ Window($0.first) }) {
          Self.change(
            pair,
            Shift(
              in: evidence, from: first,
              to: try shift.map { Window($0.last) } ?? project.window(to), minimum: 0))
        } else {
          Self.tie(pair, evidence.snapshot(over: try project.window(at)))
        }
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private static func tie(_ pair: (Int32, Int32), _ snapshot: Snapshot) -> Document {
    let project = snapshot.project
    var document = document(pair, snapshot.evidence, "as of \(snapshot.window)")
    document.parameters["at"] = .string(snapshot.window.description)
    var table = Table(
      key: "contributions", title: "Claims, the largest contribution first",
      columns: [
        .init("claim", "Claim"), .init("when", "When"),
        .init("layer", "Layer"), .init("score", "Score"), .init("weight", "Weight"),
        .data("share"), .data("tension"), .data("accord"), .init("net", "Adds"),
        .data("basis"), .data("source"), .init("says", "Says", .detail),
        .data("locator"), .data("event"),
      ], whenEmpty: "no claim weighs anything between them at this date")
    if let tie = snapshot.tie(from: pair.0, to: pair.1) {
      let contributions = snapshot.contributions(to: tie).sorted {
        ($1.net.magnitude, $0.claim) < ($0.net.magnitude, $1.claim)
      }
      for contribution in contributions {
        let claim = project.claims[contribution.claim]
        table.rows.append([
          .text(claim.id), claim.when.cell, .text(claim.layer),
          .signed(claim.score, decimals: 1), .number(contribution.weight, decimals: 3),
          .number(contribution.share, decimals: 4), .number(contribution.tension, decimals: 4),
          .number(contribution.accord, decimals: 4), .signed(contribution.net, decimals: 3),
          .text(claim.basis.rawValue), .text(claim.source), claim.cell,
          .text(claim.locator), .text(claim.event),
        ])
      }
      document.facts["tension"] = .number(tie.tension)
      document.facts["accord"] = .number(tie.accord)
      document.facts["net"] = .number(tie.net)
      document.subtitle.insert(
        "net \(FixedPoint.text(tie.net, decimals: 3, plus: true)) = accord \(FixedPoint.text(tie.accord, decimals: 3)) - tension \(FixedPoint.text(tie.tension, decimals: 3)), from \(Counted.text(tie.claims, "claim")) of \(Counted.text(tie.sources, "source"))",
        at: 0)
    }
    document.tables = [table]
    let told = snapshot.tie(from: pair.0, to: pair.1).map { snapshot.contributions(to: $0) } ?? []
    if let note = contested(told.map(\.claim), snapshot.evidence) { document.notes.append(note) }
    if let caveat = snapshot.evidence.caveat(at: snapshot.window) {
      document.notes.append(caveat.description)
    }
    return document
  }

  private static func change(_ pair: (Int32, Int32), _ shift: Shift) -> Document {
    let project = shift.project
    var document = document(
      pair, shift.after.evidence, "from \(shift.before.window) to \(shift.after.window)")
    document.parameters["from"] = .string(shift.before.window.description)
    document.parameters["to"] = .string(shift.after.window.description)
    var table = Table(
      key: "changes", title: "Claims, the largest change first",
      columns: [
        .init("claim", "Claim"), .init("when", "When"),
        .init("layer", "Layer"), .init("score", "Score"), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .data("tensionChange"),
        .data("accordChange"), .data("basis"), .data("source"),
        .init("says", "Says", .detail), .data("locator"), .data("event"),
      ], whenEmpty: "no claim weighs anything between them on either side")
    if let tie = shift.tie(from: pair.0, to: pair.1) {
      for change in tie.changes {
        let claim = project.claims[change.claim]
        table.rows.append([
          .text(claim.id), claim.when.cell, .text(claim.layer),
          .signed(claim.score, decimals: 1), .signed(change.before?.net, decimals: 3),
          .signed(change.after?.net, decimals: 3), .signed(change.net, decimals: 3),
          .signed(change.tension, decimals: 4), .signed(change.accord, decimals: 4),
          .text(claim.basis.rawValue), .text(claim.source), claim.cell,
          .text(claim.locator), .text(claim.event),
        ])
      }
      document.facts["before"] = .optional(tie.before?.net)
      document.facts["after"] = .optional(tie.after?.net)
      document.facts["change"] = .number(tie.net)
      document.subtitle.insert(
        "net \(FixedPoint.text(tie.before?.net ?? 0, decimals: 3, plus: true)) → \(FixedPoint.text(tie.after?.net ?? 0, decimals: 3, plus: true)), a change of \(FixedPoint.text(tie.net, decimals: 3, plus: true)); the claims' changes add up to it",
        at: 0)
    }
    document.tables = [table]
    let told = shift.tie(from: pair.0, to: pair.1)?.changes.map(\.claim) ?? []
    if let note = contested(told, shift.after.evidence) { document.notes.append(note) }
    document.notes += shift.caveats.compactMap {
      // How many claims and sources there are is said already.
      switch $0 {
      case .noClaims, .oneClaim, .oneSource: nil
      default: $0.description
      }
    }
    return document
  }

  private static func document(
    _ pair: (Int32, Int32), _ evidence: Evidence, _ when: String
  ) -> Document {
    let project = evidence.project
    var document = Document(
      command: "explain", project: project.title,
      title: "\(project.name(pair.0)) → \(project.name(pair.1)), \(when)")
    document.subtitle = [evidence.wording]
    document.parameters = evidence.parameters
    document.parameters["source"] = .string(project.id(pair.0))
    document.parameters["target"] = .string(project.id(pair.1))
    document.notes = evidence.caveats
    if let note = pooling(evidence) { document.notes.append(note) }
    return document
  }

  /// How much each layer counts, or nil where there is one.
  private static func pooling(_ evidence: Evidence) -> String? {
    let layers = evidence.project.layers.indices.filter {
      evidence.options.layers?.contains(evidence.project.layers[$0].id) ?? true
    }
    guard layers.count > 1 else { return nil }
    let shares = layers.map(evidence.share(ofLayer:))
    if shares.allSatisfy({ $0 == shares[0] }) {
      return
        "\(layers.count) layers pooled: each counts 1/\(layers.count) of what it shows by itself, with '--layer'."
    }
    let most = 6
    var words = zip(layers, shares).prefix(most).map {
      "\(evidence.project.layers[$0].id) \(FixedPoint.text($1, decimals: 2))"
    }
    if layers.count > most { words.append("\(layers.count - most) more") }
    return
      "\(layers.count) layers pooled, which count these parts of what each shows by itself, with '--layer': \(ShiftBlocs.list(words))."
  }

  /// Which of the claims that are told others contradict, or nil.
  private static func contested(_ claims: [Int], _ evidence: Evidence) -> String? {
    let project = evidence.project
    let told = claims.sorted().compactMap { claim -> String? in
      let others = evidence.opponents(ofClaim: claim).map { project.claims[$0].id }
      guard !others.isEmpty else { return nil }
      return "\(project.claims[claim].id) by \(ShiftBlocs.list(others))"
    }
    guard !told.isEmpty else { return nil }
    let most = 6
    let more = told.count > most ? ["\(told.count - most) more"] : []
    let shown = told.prefix(most) + more
    return
      "Contradicted: \(shown.joined(separator: "; ")). While both weigh anything, they share the weight of one by credibility; '--reading CLAIM' follows one of them."
  }
}

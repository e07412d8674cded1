import EntenteCore
import EntenteFormats

/// `entente shift --compare`: the same shift on two evidences, side by side.
enum ShiftComparison {
  static func document(
    _ comparison: WhatIf, _ testing: TestFlags, with: String?, _ shown: ShownActors
  ) throws(Failure) -> Document {
    let (asIs, otherwise) = (comparison.asIs, comparison.otherwise)
    var tests: (Significance, Significance)?
    if testing.isOn {
      do {
        tests = (
          try Significance(of: asIs, testing.significance),
          try Significance(of: otherwise, testing.significance)
        )
      } catch {
        throw Failure(status: .invalidInput, message: error.description)
      }
    }
    var document = ShiftCommand.document(otherwise)
    document.title += ", as is and otherwise"
    let verdicts = (SystemShift(asIs).verdict, SystemShift(otherwise).verdict)
    let added = with.map { " · with \($0)" } ?? ""
    document.subtitle = [
      "As is: \(asIs.after.evidence.wording)", verdicts.0,
      "Otherwise: \(otherwise.after.evidence.wording)\(added)", verdicts.1,
    ]
    document.facts = ["verdict": .string(verdicts.0), "verdictOtherwise": .string(verdicts.1)]
    document.parameters["compare"] = true
    document.parameters["between"] = shown.parameter(otherwise.project)
    document.parameters["with"] = .optional(with)
    document.parameters.merge(testing.parameters) { $1 }
    // By id, since the two may be of different projects.
    let ids = shown.actors.map { Set($0.map(otherwise.project.id)) }
    let rows = comparison.rows.filter {
      ids?.isSuperset(of: [$0.source, $0.target]) ?? true
    }
    document.tables = [ties(comparison, rows, tests)]
    let alike = rows.count(where: isAlike)
    let reversed = rows.count(where: \.isReversed)
    let asIsNote = asIs.after.evidence.accountingNote
    document.notes.insert("As is: \(asIsNote)", at: 0)
    document.notes[1] = "Otherwise: \(document.notes[1])"
    if alike > 0 {
      document.notes.append(
        "\(Counted.text(alike, "tie")) left out here: the change is the same within 0.005 points.")
    }
    document.facts["alike"] = .integer(alike)
    if let note = shown.note(otherwise) { document.notes.append(note) }
    document.notes.append(
      reversed == 0
        ? "No tie changes the other way round."
        : "\(Counted.text(reversed, "tie")) \(reversed == 1 ? "changes" : "change") the other way round."
    )
    return document
  }

  private static func ties(
    _ comparison: WhatIf, _ rows: [WhatIf.Row], _ tests: (Significance, Significance)?
  ) -> Table {
    var table = Table(
      key: "ties", title: "Ties, the largest difference first",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true), .data("before"), .data("after"),
        .init("change", "As is"), .data("beforeOtherwise"), .data("afterOtherwise"),
        .init("changeOtherwise", "Otherwise"), .init("difference", "Difference"),
        .data("kind"), .data("kindOtherwise"), .data("p"), .data("pOtherwise"), .data("q"),
        .data("qOtherwise"), .init("remark", "Remark", .detail),
      ], whenEmpty: "no tie changes otherwise")
    let shifts = (comparison.asIs, comparison.otherwise)
    func test(_ tie: TieShift?, _ tests: Significance?) -> Significance.TieTest? {
      tie.flatMap { tests?.test(from: $0.source, to: $0.target) }
    }
    for row in rows where !isAlike(row) {
      let (one, other) = (test(row.asIs, tests?.0), test(row.otherwise, tests?.1))
      table.rows.append([
        .text(row.source), .text(row.target), .text(name(row.source, shifts)),
        .text(name(row.target, shifts)), .signed(row.asIs?.before?.net, decimals: 2),
        .signed(row.asIs?.after?.net, decimals: 2), .signed(row.asIs?.net, decimals: 2),
        .signed(row.otherwise?.before?.net, decimals: 2),
        .signed(row.otherwise?.after?.net, decimals: 2),
        .signed(row.otherwise?.net, decimals: 2), .signed(row.difference, decimals: 2),
        .text(row.asIs?.kind.rawValue), .text(row.otherwise?.kind.rawValue),
        .number(one?.p, decimals: 3), .number(other?.p, decimals: 3),
        .number(one?.q, decimals: 3), .number(other?.q, decimals: 3),
        .text("as is \(words(row.asIs, one)); otherwise \(words(row.otherwise, other))"),
      ])
    }
    return table
  }

  /// Whether nobody would see a difference.
  private static func isAlike(_ row: WhatIf.Row) -> Bool {
    row.difference.magnitude < 0.005 && row.asIs?.kind == row.otherwise?.kind
  }

  private static func words(_ tie: TieShift?, _ test: Significance.TieTest?) -> String {
    guard let tie else { return "no tie" }
    guard let p = test?.p else { return tie.kind.rawValue }
    return "\(tie.kind.rawValue) (p \(ShiftAssessment.probability(p)))"
  }

  private static func name(_ id: String, _ shifts: (Shift, Shift)) -> String {
    for project in [shifts.0.project, shifts.1.project] {
      if let index = project.actorIndex[id] { return project.actors[index].name }
    }
    return id
  }
}

import EntenteCore
import EntenteFormats

/// The tables of `entente shift`.
enum ShiftTables {
  static func ties(
    _ shift: Shift, _ assessment: ShiftAssessment?, _ shown: ShownActors
  ) -> Table {
    let project = shift.project
    var table = Table(
      key: "ties", title: "Ties, the largest change first",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .data("tensionChange"),
        .data("accordChange"), .init("kind", "What"), .init("claims", "Claims"),
      ], whenEmpty: "no ties on either side")
    if assessment != nil {
      table.columns += [
        .data("lower"), .data("upper"), .data("p"), .data("q"), .data("grade"),
        .init("assessment", "Is it real?", .detail),
      ]
    } else {
      table.columns.append(.init("remark", "Of which", .detail))
    }
    let isBrief = ShiftAssessment.hasOneSource(project)
    let listed = shift.ties.enumerated().filter {
      shown.hold($0.element.source, $0.element.target)
    }
    table.rows = listed.map { place, tie in
      var row: [Table.Cell] = [
        .text(project.id(tie.source)), .text(project.id(tie.target)),
        .text(project.name(tie.source)), .text(project.name(tie.target)),
        .signed(tie.before?.net, decimals: 2), .signed(tie.after?.net, decimals: 2),
        .signed(tie.net, decimals: 2), .signed(tie.tension, decimals: 2),
        .signed(tie.accord, decimals: 2), .text(tie.kind.rawValue),
        .integer(tie.changes.count),
      ]
      if let assessment {
        let interval = assessment.intervals[place].net.interval
        let test = assessment.significance.tests[place]
        row += [
          .signed(interval?.lower, decimals: 2), .signed(interval?.upper, decimals: 2),
          .number(test.p, decimals: 3), .number(test.q, decimals: 3),
          .text(assessment.robustness[place].grade.rawValue),
          .worded(
            [parts(tie), assessment.words(place, project, isBrief: isBrief)].filter { $0 != "" }
              .joined(separator: " · "),
            data: assessment.words(place, project)),
        ]
      } else {
        row.append(.text(parts(tie)))
      }
      return row
    }
    // Where nothing stands in it for people, it is for programs.
    if assessment != nil, table.rows.allSatisfy({ $0.last?.shown.isEmpty ?? true }) {
      table.columns[table.columns.count - 1] = .data("assessment")
    }
    return table
  }

  /// What of the change is hostility and what is cooperation; empty where nothing changed.
  private static func parts(_ tie: TieShift) -> String {
    guard tie.kind != .steady else { return "" }
    let parts = [("tension", tie.tension), ("accord", tie.accord)].filter {
      $0.1.magnitude >= 0.005
    }
    return parts.map { "\($0.0) \(FixedPoint.text($0.1, decimals: 2, plus: true))" }
      .joined(separator: ", ")
  }

  /// Why the ties that moved most did so.
  ///
  /// - Parameters:
  ///   - top: of how many ties.
  ///   - most: how many claims of a tie are told, or nil for all.
  static func claims(_ shift: Shift, top: Int, most: Int?, _ shown: ShownActors) -> Table {
    let project = shift.project
    let ties = shift.ties.filter { shown.hold($0.source, $0.target) }.prefix(top)
      .filter { $0.kind != .steady }
    let leavesOut = most.map { most in ties.contains { told($0).count > most } } ?? false
    var table = Table(
      key: "claims",
      title: "Why: the claims behind the largest changes"
        + (leavesOut ? ", \(most ?? 0) a tie ('explain' has all)" : ""),
      columns: [
        .data("from"), .data("to"), .init("tie", "Tie", .heading), .init("claim", "Claim"),
        .init("change", "Change"), .data("tensionChange"), .data("accordChange"),
        .init("when", "When"), .init("layer", "Layer"), .data("basis"), .data("source"),
        .data("locator"), .init("says", "Says", .detail),
      ],
      whenEmpty: ties.isEmpty
        ? "no tie changed" : "no claim by itself changes a tie by 0.005 or more")
    for tie in ties {
      for change in told(tie).prefix(most ?? .max) {
        let claim = project.claims[change.claim]
        table.rows.append([
          .text(project.id(tie.source)), .text(project.id(tie.target)),
          .text("\(project.name(tie.source)) → \(project.name(tie.target))"), .text(claim.id),
          .signed(change.net, decimals: 2), .signed(change.tension, decimals: 2),
          .signed(change.accord, decimals: 2), claim.when.cell, .text(claim.layer),
          .text(claim.basis.rawValue), .text(claim.source), .text(claim.locator), claim.cell,
        ])
      }
    }
    return table
  }

  /// The claims that change a tie by something that can be seen, the largest change first.
  private static func told(_ tie: TieShift) -> [TieShift.Change] {
    tie.changes.filter { $0.net.magnitude >= 0.005 }
  }

  /// The system as a whole on both sides.
  static func system(_ system: SystemShift, _ sums: Robustness.Sums?) -> Table {
    var table = Table(
      key: "system", title: "The system as a whole",
      columns: [
        .data("measure"), .init("name", "Measure", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .init("range", "Unit or range"),
      ])
    if sums != nil {
      table.columns += [.data("grade"), .data("reason"), .init("remark", "Survives", .detail)]
    }
    func append(_ row: [Table.Cell], _ sum: Robustness.Sum? = nil) {
      guard sums != nil else {
        table.rows.append(row)
        return
      }
      let words = sum.map {
        switch $0.grade {
        case .none: ""
        case .robust: $0.grade.rawValue
        case .fragile, .sensitive: "\($0.grade.rawValue): \($0.reason)"
        }
      }
      table.rows.append(
        row + [.text(sum?.grade.rawValue), .text(sum?.reason), .text(words ?? "")])
    }
    func add(
      _ key: String, _ name: String, _ old: Double?, _ new: Double?, _ range: String,
      _ sum: Robustness.Sum? = nil, decimals: Int = 2
    ) {
      var change: Double?
      if let old, let new { change = new - old }
      append(
        [
          .text(key), .text(name), .number(old, decimals: decimals),
          .number(new, decimals: decimals), .signed(change, decimals: decimals), .text(range),
        ], sum)
    }
    func add(_ key: String, _ name: String, _ old: Int, _ new: Int) {
      append([
        .text(key), .text(name), .integer(old), .integer(new),
        .signed(Double(new - old), decimals: 0), .text("count"),
      ])
    }
    func add(_ key: String, _ name: String, between value: Double?, _ range: String) {
      append([
        .text(key), .text(name), .none, .none, .number(value, decimals: 3), .text(range),
      ])
    }
    let (old, new) = (system.before, system.after)
    add("ties", "directed ties", old.ties, new.ties)
    add("actors", "actors with a tie", old.actors, new.actors)
    add("tension", "total tension", old.tension, new.tension, "points", sums?.tension)
    add("accord", "total accord", old.accord, new.accord, "points", sums?.accord)
    add("net", "total net", old.net, new.net, "points", sums?.net)
    add("meanTension", "tension a tie", old.meanTension, new.meanTension, "points")
    add("meanAccord", "accord a tie", old.meanAccord, new.meanAccord, "points")
    add(
      "concentration", "concentration of tension (Gini)", old.concentration, new.concentration,
      "0 to 1")
    // Few pairs of many differ as far as they can, so that it is small where it is telling.
    add(
      "polarization", "polarization", old.polarization, new.polarization, "0 to 1", decimals: 4)
    add("balance", "balanced triangles", old.balance, new.balance, "0 to 1")
    add("tensionSpectrum", "spectra of tension apart", between: system.tensionSpectrum, "0 to 1")
    add("accordSpectrum", "spectra of accord apart", between: system.accordSpectrum, "0 to 1")
    add("netSpectrum", "signed spectra of the net apart", between: system.netSpectrum, "0 to 1")
    add(
      "tensionSimilarity", "DeltaCon similarity of tension", between: system.tensionSimilarity,
      "0 to 1, 1 is alike")
    add(
      "accordSimilarity", "DeltaCon similarity of accord", between: system.accordSimilarity,
      "0 to 1, 1 is alike")
    return table
  }
}

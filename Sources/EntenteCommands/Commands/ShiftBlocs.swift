import EntenteCore
import EntenteFormats

/// The blocs' part of `entente shift`: who changed side, and how far the blocs moved.
struct ShiftBlocs {
  let shift: Shift
  let blocs: BlocShift
  let flags: BlocFlags
  /// What each change of side survives; nil where that is too much to try.
  let survival: [BlocShift.Survival?]?

  init(_ shift: Shift, _ flags: BlocFlags, seed: UInt64) throws(Failure) {
    self.shift = shift
    self.flags = flags
    blocs = try flags.blocs(shift, seed: seed)
    survival = flags.survival(blocs, shift)
  }

  /// Who changed side, one actor a row.
  ///
  /// - Parameter everybody: also those who stayed, are left open, or have no line.
  func sides(everybody: Bool) -> Table {
    var table = Table(
      key: "sides", title: "Who changed side, in \(evidence)",
      columns: [
        .data("actor"), .init("name", "Actor", isFlexible: true), .init("standing", "Who moved"),
        .data("partedFrom"), .init("partedFromNames", "Parted from", isFlexible: true),
        .data("joined"), .init("joinedNames", "Came to stand with", isFlexible: true),
        .data("campBefore"), .data("campAfter"), .data("decidingClaims"),
        .data("decidingSources"), .init("restsOn", "Rests on", .detail),
      ], whenEmpty: "nobody")
    let order = blocs.actors.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    for node in order {
      let actor = blocs.actors[node]
      guard everybody || actor.standing == .moved || actor.standing == .either else { continue }
      table.rows.append([
        .text(shift.after.id(Int32(node))), .text(shift.after.name(Int32(node))),
        .worded(Self.words(actor.standing), data: actor.standing.rawValue),
        .list(actor.partedFrom.map(shift.after.id)), names(actor.partedFrom),
        .list(actor.joined.map(shift.after.id)), names(actor.joined),
        .text(actor.campBefore.map(BlocsCommand.name)),
        .text(actor.campAfter.map(BlocsCommand.name)),
        .list(survival?[node]?.decidingClaims.map { shift.project.claims[$0].id } ?? []),
        .list(survival?[node]?.decidingSources.map { shift.project.sources[$0].id } ?? []),
        .text(restsOn(node)),
      ])
    }
    return table
  }

  /// What a change of side rests on, in words; empty where it is not known or nobody moved.
  private func restsOn(_ node: Int) -> String {
    guard let found = survival?[node] else { return "" }
    if found.isRobust {
      return
        "survives without any one of \(Counted.text(found.claims, "claim")) or \(Counted.text(found.sources, "source"))"
    }
    var parts: [String] = []
    func add(_ ids: [String], _ one: String, _ each: String) {
      guard !ids.isEmpty else { return }
      let shown = ids.count > 5 ? Array(ids.prefix(4)) + ["\(ids.count - 4) more"] : ids
      parts.append("\(ids.count == 1 ? one : each) \(Self.list(shown))")
    }
    add(found.decidingClaims.map { shift.project.claims[$0].id }, "claim", "each of claims")
    add(found.decidingSources.map { shift.project.sources[$0].id }, "source", "each of sources")
    return "hangs on \(parts.joined(separator: ", on "))"
  }

  /// How well two blocs fit, how many fit best, and how far the divisions are apart.
  func numbers() -> Table {
    var table = Table(
      key: "blocs", title: "Blocs: \(flags.wording(shift.minimum))",
      columns: [
        .data("measure"), .init("name", "Measure", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .data("beforeLower"),
        .data("beforeUpper"), .data("afterLower"), .data("afterUpper"), .data("changeLower"),
        .data("changeUpper"), .init("remark", "How sure", isFlexible: true),
      ])
    let decimals = flags.weighted ? 2 : 0
    let (old, new) = (blocs.before, blocs.after)
    func add(
      _ measure: String, _ name: String, _ before: ClosedRange<Double>?,
      _ after: ClosedRange<Double>?, _ change: ClosedRange<Double>?, _ decimals: Int,
      _ remark: String
    ) {
      func exact(_ range: ClosedRange<Double>?) -> Double? {
        range.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
      }
      table.rows.append([
        .text(measure), .text(name), .number(exact(before), decimals: decimals),
        .number(exact(after), decimals: decimals), .signed(exact(change), decimals: decimals),
        .number(before?.lowerBound, decimals: decimals),
        .number(before?.upperBound, decimals: decimals),
        .number(after?.lowerBound, decimals: decimals),
        .number(after?.upperBound, decimals: decimals),
        .number(change?.lowerBound, decimals: decimals),
        .number(change?.upperBound, decimals: decimals), .text(remark),
      ])
      // A distance has no sign.
      if measure == "variation" {
        table.rows[table.rows.count - 1][4] = .number(exact(change), decimals: decimals)
      }
    }
    func add(
      _ measure: String, _ name: String, _ before: Double?, _ after: Double?, _ decimals: Int,
      _ remark: String
    ) {
      var change: Double?
      if let before, let after { change = after - before }
      func range(_ value: Double?) -> ClosedRange<Double>? { value.map { $0...$0 } }
      add(measure, name, range(before), range(after), range(change), decimals, remark)
    }
    let unit = flags.everyTie ? "ties" : "lines"
    add("lines", "\(unit) that take a side", Double(old.lines), Double(new.lines), 0, "")
    // A proven index is one number, whatever is left between the bounds of the arithmetic.
    func index(_ state: KnownBlocs) -> ClosedRange<Double> {
      state.isProven ? state.index.upperBound...state.index.upperBound : state.index
    }
    let change =
      blocs.isProven
      ? (new.index.upperBound - old.index.upperBound)...(new.index.upperBound - old.index.upperBound)
      : blocs.indexChange
    add(
      "frustration", "\(unit) against the best two blocs", index(old), index(new), change, decimals,
      certainty(decimals))
    add("score", "frustration score", old.score, new.score, 2, "1 is balance")
    add(
      "divisions", "best divisions into two", Double(old.divisions.count),
      Double(new.divisions.count), 0, divisionsRemark)
    add(
      "fit", "blocs that fit best", old.fit.map { Double($0.blocs) },
      new.fit.map { Double($0.blocs) }, 0,
      old.fit != nil && new.fit != nil ? "proven" : "not proven in time")
    add(
      "fitIndex", "\(unit) against those", old.fit?.index, new.fit?.index, decimals, "")
    add(
      "variation", "variation of information", nil, nil, blocs.variation, 3,
      variationRemark)
    return table
  }

  /// The blocs' part in a sentence, or nil where nothing changed for certain.
  var verdict: String? {
    var parts: [String] = []
    let moved = blocs.actors.indices.filter { blocs.actors[$0].standing == .moved }
    if !moved.isEmpty {
      let list = Self.list(moved.map { shift.after.name(Int32($0)) })
      let changes = moved.count == 1 ? "changes" : "change"
      parts.append("\(list) \(changes) side")
    }
    let split = blocs.actors.indices.filter { blocs.actors[$0].standing == .either }
    if let first = split.first {
      // The halves of the first set that split; others are in the table.
      let others = blocs.actors[first].partedFrom + blocs.actors[first].joined
      let half = split.filter {
        !others.contains(Int32($0))
          && Set(blocs.actors[$0].partedFrom + blocs.actors[$0].joined) == Set(others)
      }
      let (one, other) = (
        Self.list(half.map { shift.after.name(Int32($0)) }),
        Self.list(others.sorted().map(shift.after.name))
      )
      if others.count > 1 {
        parts.append("\(one) change side against \(other), or these do")
      } else if blocs.actors[first].joined.isEmpty {
        parts.append("\(one) and \(other) part and stand on two sides")
      } else {
        parts.append("\(one) and \(other) come to stand on one side")
      }
    }
    if let old = blocs.before.fit, let new = blocs.after.fit, old.blocs != new.blocs {
      parts.append(
        "\(new.blocs) \(new.blocs == 1 ? "bloc fits" : "blocs fit") best in place of \(old.blocs)")
    }
    guard let first = parts.first else { return nil }
    let whole = [first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()
    return whole.joined(separator: "; ") + ", in \(evidence)."
  }

  /// What to know where nothing is to be shown, or where it rests on less than a proof.
  var note: String? {
    if blocs.before.lines == 0 || blocs.after.lines == 0 { return nil }
    if !blocs.isProven {
      return
        "Blocs: the best division is not proven within \(JSONValue.number(flags.timeLimit).text) s, so that nobody can be said to have changed side; '--time-limit' gives it longer."
    }
    if blocs.actors.contains(where: { $0.standing == .moved || $0.standing == .either }) {
      return nil
    }
    let open = blocs.actors.count { $0.standing == .open }
    return
      "Blocs: nobody changed side in \(evidence)\(open > 0 ? "; \(Counted.text(open, "actor")) could be on either side" : "")."
  }

  /// Over which divisions something holds.
  private var evidence: String {
    let counts = (blocs.before.divisions.count, blocs.after.divisions.count)
    if blocs.isComplete {
      return counts == (1, 1)
        ? "the one best division of either date"
        : "all best divisions into two (\(counts.0) before, \(counts.1) after)"
    }
    return "a sample of best divisions into two (\(counts.0) before, \(counts.1) after)"
  }

  private var divisionsRemark: String {
    switch (blocs.before.isComplete, blocs.after.isComplete) {
    case (true, true): "all of them"
    case (true, false): "after: a sample"
    case (false, true): "before: a sample"
    case (false, false): "samples"
    }
  }

  private var variationRemark: String {
    guard let range = blocs.variation else { return "no actors with a line on both sides" }
    let scope = blocs.variationIsComplete ? "over all pairs" : "over a sample"
    let (least, most) = (range.lowerBound, range.upperBound)
    if least == most { return "nats, \(scope)" }
    return
      "\(FixedPoint.text(least, decimals: 3)) to \(FixedPoint.text(most, decimals: 3)) nats, \(scope)"
  }

  private func certainty(_ decimals: Int) -> String {
    if blocs.isProven { return "proven" }
    func words(_ state: KnownBlocs) -> String {
      state.isProven
        ? "proven"
        : "between \(FixedPoint.text(state.index.lowerBound, decimals: 2)) and \(FixedPoint.text(state.index.upperBound, decimals: 2))"
    }
    return "before \(words(blocs.before)), after \(words(blocs.after))"
  }

  private func rank(_ node: Int) -> Int {
    BlocShift.Standing.allCases.firstIndex(of: blocs.actors[node].standing) ?? 0
  }

  private func names(_ nodes: [Int32]) -> Table.Cell {
    let names = nodes.map { shift.after.name($0) }
    return .worded(
      Self.list(names.count > 5 ? Array(names.prefix(4)) + ["\(names.count - 4) more"] : names),
      data: names.joined(separator: "; "))
  }

  private static func words(_ standing: BlocShift.Standing) -> String {
    switch standing {
    case .moved: "moved"
    case .either: "it, or they"
    case .stayed: "stayed"
    case .open: "open"
    case .absent: "no line"
    }
  }

  /// `A, B and C`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

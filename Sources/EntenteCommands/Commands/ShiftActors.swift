import EntenteCore
import EntenteFormats

/// The actors' part of `entente shift`: profiles, standing, and who moved toward whom.
struct ShiftActors {
  let shift: Shift
  let centrality: CentralityShift
  /// Nil where there are too many actors to compare all pairs without being asked to.
  let alignment: AlignmentShift?
  let assessment: ShiftAssessment?

  /// Beyond this many actors, pairs are compared only when the table is asked for.
  static let comparable = 300
  /// A change of likeness below this is none.
  static let least = 0.05

  init(
    _ shift: Shift, _ measure: Measure, _ assessment: ShiftAssessment?, comparesAll: Bool
  ) throws(Failure) {
    self.shift = shift
    self.assessment = assessment
    let nodes = shift.after.nodes
    do throws(MeasureError) {
      centrality = try CentralityShift(shift, measure, partition: shift.project.states(of: nodes))
    } catch {
      throw Failure(status: .invalidInput, message: error.told(of: shift.after))
    }
    do throws(AlignmentError) {
      alignment =
        comparesAll || nodes.count <= Self.comparable ? try AlignmentShift(shift) : nil
    } catch {
      throw Failure(status: .invalidInput, message: error.description)
    }
  }

  /// How each actor stands to all others.
  func actors(_ shown: ShownActors) -> Table {
    let project = shift.project
    var table = Table(
      key: "actors", title: "Actors, the farthest moved first",
      columns: [
        .data("actor"), .init("name", "Actor", isFlexible: true),
        .init("outTension", "Tension out"), .init("inTension", "in"), .data("outAccord"),
        .data("inAccord"), .data("outNet"), .data("inNet"),
        .init("outDistance", "Moved out"), .init("inDistance", "in"), .data("outTurn"),
        .data("inTurn"), .data("measure"), .data("centralityBefore"), .data("centralityAfter"),
        .data("placeBefore"), .data("placeAfter"), .data("toward"), .data("away"),
      ], whenEmpty: "no actor has a tie on either side")
    // Accord is shown where any of it changed.
    if shift.actors.contains(where: {
      $0.outgoing.accord.magnitude >= 0.005 || $0.incoming.accord.magnitude >= 0.005
    }) {
      table.columns[4] = .init("outAccord", "Accord out")
      table.columns[5] = .init("inAccord", "in")
    }
    if assessment != nil {
      table.columns += [
        .data("outGrade"), .data("outReason"), .data("inGrade"), .data("inReason"),
      ]
    }
    table.columns.append(.init("remark", "What", .detail))
    var node: [Int32: Int] = [:]
    for (dense, actor) in shift.after.nodes.enumerated() { node[Int32(actor)] = dense }
    let moves = alignment?.moves(nodeCount: shift.after.nodes.count, minimum: Self.least)
    let column = centrality.columns.first
    for (place, actor) in shift.actors.enumerated() where shown.hold(actor.actor) {
      let dense = node[actor.actor] ?? 0
      let near = moves?[dense] ?? (toward: [], away: [])
      let old = column.flatMap { $0.placesBefore[dense] }
      let new = column.flatMap { $0.placesAfter[dense] }
      var row: [Table.Cell] = [
        .text(project.id(actor.actor)), .text(project.name(actor.actor)),
        .signed(actor.outgoing.tension, decimals: 2), .signed(actor.incoming.tension, decimals: 2),
        .signed(actor.outgoing.accord, decimals: 2), .signed(actor.incoming.accord, decimals: 2),
        .signed(actor.outgoing.net, decimals: 2), .signed(actor.incoming.net, decimals: 2),
        .number(actor.outgoing.distance, decimals: 2),
        .number(actor.incoming.distance, decimals: 2), .number(actor.outgoing.turn, decimals: 2),
        .number(actor.incoming.turn, decimals: 2), .text(column?.name),
        .number(column?.before[dense], decimals: 3), .number(column?.after[dense], decimals: 3),
        .text(old?.description), .text(new?.description),
        .list(near.toward.map { shift.after.id($0.other) }),
        .list(near.away.map { shift.after.id($0.other) }),
      ]
      if let sums = assessment?.sums {
        let (out, into) = (sums.outgoing[place], sums.incoming[place])
        row += [
          .text(out.grade.rawValue), .text(out.reason), .text(into.grade.rawValue),
          .text(into.reason),
        ]
      }
      row.append(.text(remark(actor, place, dense, near)))
      table.rows.append(row)
    }
    return table
  }

  /// The rest about an actor in a line: turns, places, likeness, and what it all survives.
  private func remark(
    _ actor: ActorShift, _ place: Int, _ dense: Int,
    _ near: (toward: [AlignmentShift.Move], away: [AlignmentShift.Move])
  ) -> String {
    var parts: [String] = []
    let turns = [("out", actor.outgoing.turn), ("in", actor.incoming.turn)].compactMap {
      name, turn in
      turn.flatMap { $0 >= 0.005 ? "\(FixedPoint.text($0, decimals: 2)) \(name)" : nil }
    }
    if !turns.isEmpty { parts.append("profile turned \(turns.joined(separator: ", "))") }
    if let column = centrality.columns.first, let old = column.placesBefore[dense],
      let new = column.placesAfter[dense], old != new,
      // Where both are 0, only others moved.
      column.before[dense] != 0 || column.after[dense] != 0
    {
      parts.append("\(heading(column.name)): place \(old.description) to \(new.description)")
    }
    for (verb, moves) in [("closer to", near.toward), ("away from", near.away)] where !moves.isEmpty
    {
      parts.append("\(verb) \(words(moves))")
    }
    if let sums = assessment?.sums, !ShiftAssessment.hasOneSource(shift.project) {
      for (name, sum) in [("out", sums.outgoing[place]), ("in", sums.incoming[place])]
      where sum.grade != .none {
        parts.append(
          "\(name) \(sum.grade.rawValue)\(sum.grade == .robust ? "" : ": \(sum.reason)")")
      }
    }
    return parts.joined(separator: " · ")
  }

  /// Those with the largest change, as many as share it; ties stay ties.
  private func words(_ moves: [AlignmentShift.Move]) -> String {
    guard let first = moves.first else { return "" }
    let nearest = moves.filter { (first.change - $0.change).magnitude <= 1e-9 }
    let names = ShiftBlocs.list(nearest.map { shift.after.name($0.other) })
    return "\(names) (\(FixedPoint.text(first.change, decimals: 2, plus: true)))"
  }

  /// All columns of the measure, with the places that they give.
  func standing(_ shown: ShownActors) -> Table {
    let measure = centrality.measure
    var table = Table(
      key: "centrality",
      title:
        "\(measure.title) of actors and the places it gives, on \(measure.defaultAspect?.rawValue ?? "tension and accord"); = where places are shared",
      columns: [
        .data("measure"), .init("column", "Column", .heading), .data("actor"),
        .init("name", "Actor", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .init("placeBefore", "Place"),
        .init("placeAfter", "to"),
      ], whenEmpty: "no actors at this level")
    for column in centrality.columns {
      let order = shift.after.nodes.indices.sorted { left, right in
        let (one, other) = (column.placesAfter[left]?.place, column.placesAfter[right]?.place)
        return (one ?? .max, left) < (other ?? .max, right)
      }
      for node in order where shown.hold(Int32(shift.after.nodes[node])) {
        table.rows.append([
          .text(measure.name), .worded(heading(column.name), data: column.name),
          .text(shift.after.id(Int32(node))), .text(shift.after.name(Int32(node))),
          .number(column.before[node], decimals: 3), .number(column.after[node], decimals: 3),
          .signed(column.change(node), decimals: 3),
          .text(column.placesBefore[node]?.description),
          .text(column.placesAfter[node]?.description),
        ])
      }
    }
    return table
  }

  /// Who moved toward whom: whose relations to all others became more or less alike.
  func pairs(_ shown: ShownActors) -> Table {
    var table = Table(
      key: "alignment",
      title: "Who moved toward whom: cosine of relations to all others, layer by layer",
      columns: [
        .data("first"), .data("second"), .init("firstName", "Actor", isFlexible: true),
        .init("secondName", "And", isFlexible: true), .init("before", "Before"),
        .init("after", "After"), .init("change", "Change"), .init("direction", "What"),
      ], whenEmpty: "no two actors can be compared on both sides")
    let nodes = shift.after.nodes
    for pair in alignment?.pairs ?? []
    where shown.hold(Int32(nodes[Int(pair.first)]), Int32(nodes[Int(pair.second)])) {
      table.rows.append([
        .text(shift.after.id(pair.first)), .text(shift.after.id(pair.second)),
        .text(shift.after.name(pair.first)), .text(shift.after.name(pair.second)),
        .signed(pair.before, decimals: 2), .signed(pair.after, decimals: 2),
        .signed(pair.change, decimals: 2),
        .text(
          pair.change.magnitude < Self.least ? "steady" : pair.change > 0 ? "closer" : "apart"),
      ])
    }
    return table
  }

  /// `tension-in` as `tension in`.
  private func heading(_ name: String) -> String {
    String(name.map { $0 == "-" ? " " : $0 })
  }
}

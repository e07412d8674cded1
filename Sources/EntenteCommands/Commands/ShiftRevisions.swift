import EntenteCore
import EntenteFormats

/// `entente shift --revisions`: what differs because the world moved, and what because a coder
/// edited the file.
enum ShiftRevisions {
  static func document(_ revisions: Revisions, old: String, top: Int) -> Document {
    let windows = (revisions.new.before.window, revisions.new.after.window)
    let isOneDate = windows.0 == windows.1
    var document = ShiftCommand.document(revisions.new)
    document.title =
      "\(revisions.new.project.title): world or coding, "
      + (isOneDate ? "as of \(windows.1)" : "from \(windows.0) to \(windows.1)")
    document.subtitle.insert(
      isOneDate
        ? "Coding is the net under the new revision minus that under the old one."
        : "The whole change, from the old revision's earlier side to the new one's later side, is the sum of what the world did and what the coder edited; each is its mean over both orders.",
      at: 0)
    document.parameters["revisions"] = .string(old)
    document.parameters["minimum"] = nil
    document.tables = [
      ties(revisions, isOneDate), claims(revisions, isOneDate, top), edits(revisions),
    ]
    // That both sides are one date is what was asked for.
    if isOneDate {
      document.notes.removeAll { $0.hasPrefix("Both sides are") }
    } else if !revisions.rows.isEmpty {
      document.notes.append("World and coding add up to the change before they are rounded.")
    }
    if revisions.edits.isEmpty { document.notes.append("The two revisions hold the same.") }
    return document
  }

  private static let parts: [Table.Column] = [
    .data("oldBefore"), .data("oldAfter"), .data("newBefore"), .data("newAfter"),
    .init("total", "Change"), .init("world", "World"), .init("coding", "Coding"),
    .data("interaction"),
  ]

  private static func columns(_ isOneDate: Bool) -> [Table.Column] {
    var columns = parts
    if isOneDate {
      columns[1] = .init("oldAfter", "Old")
      columns[3] = .init("newAfter", "New")
      columns[4] = .data("total")
      columns[5] = .data("world")
    }
    return columns
  }

  private static func cells(_ part: Revisions.Part) -> [Table.Cell] {
    [
      .signed(part.oldBefore, decimals: 2), .signed(part.oldAfter, decimals: 2),
      .signed(part.newBefore, decimals: 2), .signed(part.newAfter, decimals: 2),
      .signed(part.total, decimals: 2), .signed(part.world, decimals: 2),
      .signed(part.coding, decimals: 2), .signed(part.interaction, decimals: 2),
    ]
  }

  private static func ties(_ revisions: Revisions, _ isOneDate: Bool) -> Table {
    var table = Table(
      key: "ties", title: "Ties, the largest part of coding first",
      columns: [
        .data("from"), .data("to"), .init("fromName", "From", isFlexible: true),
        .init("toName", "To", isFlexible: true),
      ] + columns(isOneDate), whenEmpty: "no ties under either revision")
    for row in revisions.rows {
      table.rows.append(
        [
          .text(row.source), .text(row.target), .text(name(row.source, revisions)),
          .text(name(row.target, revisions)),
        ] + cells(row.change))
    }
    return table
  }

  private static func claims(_ revisions: Revisions, _ isOneDate: Bool, _ top: Int) -> Table {
    var table = Table(
      key: "claims", title: "Claims of the ties that coding changed",
      columns: [
        .data("from"), .data("to"), .init("tie", "Tie", .heading), .init("claim", "Claim"),
      ] + columns(isOneDate), whenEmpty: "coding changed no tie")
    for row in revisions.rows.prefix(top) where row.change.coding.magnitude >= 0.005 {
      let tie = "\(name(row.source, revisions)) → \(name(row.target, revisions))"
      for claim in row.claims
      where max(claim.change.coding.magnitude, claim.change.world.magnitude) >= 0.005 {
        table.rows.append(
          [.text(row.source), .text(row.target), .text(tie), .text(claim.claim)]
            + cells(claim.change))
      }
    }
    return table
  }

  private static func edits(_ revisions: Revisions) -> Table {
    var table = Table(
      key: "edits", title: "What the coder did",
      columns: [
        .init("edit", "Edit"), .init("kind", "Kind"), .init("id", "Id", isFlexible: true),
        .init("remark", "What", .detail),
      ],
      whenEmpty: "nothing")
    for edit in revisions.edits {
      switch edit {
      case .added(let kind, let id):
        table.rows.append([.text("added"), .text(kind), .text(id), .text("")])
      case .removed(let kind, let id):
        table.rows.append([.text("removed"), .text(kind), .text(id), .text("")])
      case .changed(let kind, let id):
        let what = kind == "claim" ? revisions.differences(ofClaim: id) : []
        table.rows.append([
          .text("changed"), .text(kind), .text(id), .text(what.joined(separator: " · ")),
        ])
      }
    }
    return table
  }

  private static func name(_ id: String, _ revisions: Revisions) -> String {
    for project in [revisions.new.project, revisions.old.project] {
      if let index = project.actorIndex[id] { return project.actors[index].name }
    }
    return id
  }
}

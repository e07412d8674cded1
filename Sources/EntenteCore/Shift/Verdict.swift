/// The system's part of a shift in words, each of which stands for a number.
///
/// A total that moves by less than the shift's minimum, or by less than 2 %, holds. What holds is said
/// in passing, and what the system has no number for is not said at all.
struct Verdict {
  private enum Course {
    case up, down, level
  }

  private let shift: Shift
  private let before: SystemShift.State
  private let after: SystemShift.State

  init(_ shift: Shift, _ before: SystemShift.State, _ after: SystemShift.State) {
    self.shift = shift
    self.before = before
    self.after = after
  }

  var text: String {
    if before.ties == 0, after.ties == 0 {
      return "Nothing to compare: no claim weighs anything on either side."
    }
    return ([totals, largest] + [others].compactMap { $0 }).joined(separator: " ")
  }

  /// The tone, and the totals that set it.
  private var totals: String {
    let tension = course(before.tension, after.tension)
    let accord = course(before.accord, after.accord)
    let tone =
      switch (tension, accord) {
      case (.up, .up): "There is more of both hostility and cooperation"
      case (.up, .level): "Relations grow tenser"
      case (.up, .down): "Relations worsen on both counts"
      case (.level, .up): "Relations grow closer"
      case (.level, .level): "In sum little changes"
      case (.level, .down): "Relations cool"
      case (.down, .up): "Relations improve on both counts"
      case (.down, .level): "Relations ease"
      case (.down, .down): "There is less of both hostility and cooperation"
      }
    return "\(tone): tension \(words(before.tension, after.tension, tension)), and accord "
      + "\(words(before.accord, after.accord, accord)), \(ties)."
  }

  private func course(_ old: Double, _ new: Double) -> Course {
    let change = new - old
    if change == 0 || change.magnitude < max(shift.minimum, 0.02 * old) { return .level }
    return change > 0 ? .up : .down
  }

  /// What a total did.
  private func words(_ old: Double, _ new: Double, _ course: Course) -> String {
    let (left, right) = (FixedPoint.text(old), FixedPoint.text(new))
    guard course != .level else {
      return left == right ? "holds at \(left)" : "hardly moves (\(left) to \(right))"
    }
    let verb = new > old ? "rises" : "falls"
    // A share of next to nothing says nothing.
    guard old >= shift.minimum, old > 0 else { return "\(verb) from \(left) to \(right)" }
    let ratio = new / old
    if ratio >= 2 {
      return "\(verb) from \(left) to \(right), "
        + "\(FixedPoint.text(ratio, decimals: ratio < 10 ? 1 : 0)) times as much"
    }
    let percent = FixedPoint.text((100 * (ratio - 1)).magnitude, decimals: 0)
    return "\(verb) by \(percent) %, from \(left) to \(right)"
  }

  /// How many ties that is, and whether it is more of them or more on each.
  private var ties: String {
    if before.ties == after.ties {
      let isSame = shift.ties.allSatisfy { $0.before != nil && $0.after != nil }
      return isSame
        ? "on the same \(after.ties == 1 ? "tie" : "\(after.ties) ties")"
        : "on as many ties as before, \(after.ties), but not the same"
    }
    var parts = "on \(FixedPoint.count(after.ties, "tie")) after \(before.ties) before"
    if let old = before.meanTension, let new = after.meanTension {
      parts += " (tension a tie: \(FixedPoint.text(old)) to \(FixedPoint.text(new)))"
    }
    return parts
  }

  /// The tie that moved most.
  private var largest: String {
    guard let tie = shift.ties.first, tie.net.magnitude >= shift.minimum, tie.kind != .steady
    else {
      return "No tie moves by \(FixedPoint.text(shift.minimum)) or more."
    }
    let names = shift.project.actors
    let name = "\(names[Int(tie.source)].name) → \(names[Int(tie.target)].name)"
    func text(_ value: Double?) -> String { FixedPoint.text(value ?? 0, signed: true) }
    let (old, new) = (text(tie.before?.net), text(tie.after?.net))
    let what =
      switch tie.kind {
      case .flipped: "turns \(tie.net < 0 ? "hostile" : "cooperative"), \(old) to \(new)"
      case .born: "is new, at \(new)"
      case .gone: "is gone, from \(old)"
      case .worsened: "worsens from \(old) to \(new)"
      case .improved: "improves from \(old) to \(new)"
      case .steady: "is steady"
      }
    return "\(name) moves most: it \(what)."
  }

  /// What else changed, as far as it did.
  private var others: String? {
    var parts: [String] = []
    func add(_ old: Double?, _ new: Double?, least: Double, _ words: (String, String) -> String) {
      guard let old, let new, (new - old).magnitude >= least else { return }
      parts.append(words(FixedPoint.text(old), FixedPoint.text(new)))
    }
    func verb(_ old: Double?, _ new: Double?) -> String {
      (new ?? 0) > (old ?? 0) ? "rises" : "falls"
    }
    add(before.concentration, after.concentration, least: 0.1) { old, new in
      let gathers = (after.concentration ?? 0) > (before.concentration ?? 0)
      return "tension \(gathers ? "gathers on fewer" : "spreads over more") ties "
        + "(Gini \(old) to \(new))"
    }
    add(before.polarization, after.polarization, least: 0.01) { old, new in
      "polarization \(verb(before.polarization, after.polarization)) from \(old) to \(new)"
    }
    add(before.balance, after.balance, least: 0.005) { old, new in
      "the share of balanced triangles \(verb(before.balance, after.balance)) "
        + "from \(old) to \(new)"
    }
    guard let first = parts.first else { return nil }
    let whole = [first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()
    return whole.joined(separator: "; ") + "."
  }
}

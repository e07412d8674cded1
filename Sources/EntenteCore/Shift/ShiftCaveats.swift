/// What a reader of a shift has to know about it before the numbers.
public enum ShiftCaveat: Sendable, Hashable, CustomStringConvertible {
  /// No claim counts at all under the options.
  case noClaims
  /// Nothing weighs anything in the earlier window.
  case nothingBefore(Window)
  /// Nothing weighs anything in the later window.
  case nothingAfter(Window)
  /// Both windows are the same, so that nothing can change.
  case sameWindow(Window)
  /// The later window begins before the earlier one.
  case reversed(Window, Window)
  /// The windows share days, which belong to both sides.
  case overlapping(Window, Window)
  /// A window lies wholly before the first day or after the last day that the claims name.
  case outsideData(Window, data: ClosedRange<CalendarDate>)
  /// The claims begin so shortly before the earlier window that what went before is missing from it.
  case youngEvidence(begins: CalendarDate, days: Int)
  /// Only one claim counts.
  case oneClaim(String)
  /// All claims that count come from one source.
  case oneSource(String)
  /// All claims that count name one and the same day or interval.
  case oneDate(DateInterval)

  /// The caveat in words.
  public var description: String {
    switch self {
    case .noClaims: "No claim counts under these options."
    case .nothingBefore(let window): "No claim weighs anything on \(window), the earlier side."
    case .nothingAfter(let window): "No claim weighs anything on \(window), the later side."
    case .sameWindow(let window): "Both sides are \(window): nothing can change."
    case .reversed(let first, let second):
      "The later side, \(second), begins before the earlier one, \(first)."
    case .overlapping(let first, let second): "\(first) and \(second) share days."
    case .outsideData(let window, let data):
      "\(window) lies outside the days that the claims name, "
        + "\(data.lowerBound) to \(data.upperBound)."
    case .youngEvidence(let day, let days):
      "The claims begin on \(day), \(days) \(days == 1 ? "day" : "days") before the earlier side: "
        + "what went before is not in them, so a part of what grew is evidence, not change."
    case .oneClaim(let id): "Everything rests on one claim, \(id)."
    case .oneSource(let id): "Everything rests on one source, \(id)."
    case .oneDate(let date): "All claims name one date, \(date): nothing tells before from after."
    }
  }
}

extension Shift {
  /// What there is to say about the shift as a whole before its numbers, in a fixed order; empty
  /// where there is nothing to say.
  ///
  /// - Complexity: O(claims).
  public var caveats: [ShiftCaveat] {
    let (first, second) = (before.window, after.window)
    var result: [ShiftCaveat] = []
    let claims = Set(before.evidence.lifted.map(\.claim)).sorted().map { project.claims[$0] }
    if claims.isEmpty {
      result.append(.noClaims)
    } else {
      if before.ties.isEmpty { result.append(.nothingBefore(first)) }
      if after.ties.isEmpty { result.append(.nothingAfter(second)) }
    }
    if first == second {
      result.append(.sameWindow(first))
    } else if second.first < first.first {
      result.append(.reversed(first, second))
    } else if second.first <= first.last {
      result.append(.overlapping(first, second))
    }
    for window in first == second ? [first] : [first, second] {
      if let caveat = before.evidence.caveat(at: window) { result.append(caveat) }
    }
    if let caveat = youngEvidence(claims) { result.append(caveat) }
    if claims.count == 1 {
      result.append(.oneClaim(claims[0].id))
    } else if let head = claims.first {
      if claims.allSatisfy({ $0.source == head.source }) { result.append(.oneSource(head.source)) }
      if claims.allSatisfy({ $0.when.interval == head.when.interval }) {
        result.append(.oneDate(head.when.interval))
      }
    }
    return result
  }
}

extension Shift {
  /// Where the claims begin within the shortest half-life before the earlier window, and nothing is
  /// known from before.
  private func youngEvidence(_ claims: [Claim]) -> ShiftCaveat? {
    let begins = claims.compactMap(\.when.interval.first)
    guard claims.count > 1, begins.count == claims.count, let begin = begins.min(),
      begins.contains(where: { $0 != begin })
    else { return nil }
    let used = Set(claims.map(\.layer))
    let halfLives = project.layers.filter { used.contains($0.id) }.compactMap(\.halfLife)
    let days = begin.days(until: before.window.first)
    guard let shortest = halfLives.min(), days >= 0, Double(days) < shortest else { return nil }
    return .youngEvidence(begins: begin, days: days)
  }
}

extension Evidence {
  /// That a window lies wholly before the first or after the last day that the claims name, or nil
  /// where it does not.
  ///
  /// - Complexity: O(claims).
  public func caveat(at window: Window) -> ShiftCaveat? {
    var days: ClosedRange<CalendarDate>?
    func add(_ day: CalendarDate?) {
      guard let day else { return }
      days = min(day, days?.lowerBound ?? day)...max(day, days?.upperBound ?? day)
    }
    for entry in lifted {
      let interval = project.claims[entry.claim].when.interval
      add(interval.first)
      add(interval.last)
    }
    guard let days, window.last < days.lowerBound || window.first > days.upperBound else {
      return nil
    }
    return .outsideData(window, data: days)
  }
}

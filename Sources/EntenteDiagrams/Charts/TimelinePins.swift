import EntenteCore

/// What happened, with a number: an act, or a claim that names none.
struct TimelinePin: Hashable {
  /// The claims about it, the weightiest first.
  var claims: [Int]
  /// The subject (as a position in the timeline's series) of the weightiest claim.
  var series: Int
  /// When it began.
  var day: CalendarDate
  var sign: Sign
  /// The weight of the weightiest claim times its score.
  var salience: Double
}

extension TimelinePin {
  /// The weightiest acts of some series that begin within some days, in the order of days.
  ///
  /// Claims on one event are one act, whose day is that of the weightiest claim.
  static func chosen(
    from series: [Series.Subject], in evidence: Evidence, within days: Window, most: Int
  ) -> [TimelinePin] {
    struct Entry {
      var claim: Int
      var series: Int
      var salience: Double
    }
    let project = evidence.project
    var acts: [String: [Entry]] = [:]
    for (number, subject) in series.enumerated() {
      for mention in evidence.mentions(of: subject) {
        let claim = project.claims[mention.claim]
        // A claim without a first day is a state of affairs, which the rug shows.
        guard let day = claim.when.interval.first, day >= days.first, day <= days.last else {
          continue
        }
        let key = claim.event.map { "e" + $0 } ?? "c" + claim.id
        if acts[key]?.contains(where: { $0.claim == mention.claim }) ?? false { continue }
        acts[key, default: []].append(
          Entry(
            claim: mention.claim, series: number, salience: mention.weight * abs(claim.score)))
      }
    }
    let pins = acts.values.map { entries in
      let sorted = entries.sorted { ($1.salience, $0.claim) < ($0.salience, $1.claim) }
      let claim = project.claims[sorted[0].claim]
      return TimelinePin(
        claims: sorted.map(\.claim), series: sorted[0].series,
        day: claim.when.interval.first ?? days.first,
        sign: claim.score < 0 ? .hostile : .cooperative, salience: sorted[0].salience)
    }
    let weightiest = pins.sorted {
      ($1.salience, $0.day, $0.claims[0]) < ($0.salience, $1.day, $1.claims[0])
    }
    return weightiest.prefix(max(0, most)).sorted {
      ($0.day, $0.claims[0]) < ($1.day, $1.claims[0])
    }
  }
}

/// Places on a line that keep their order and a distance, as near as can be to where they belong.
enum Spread {
  /// - Parameters:
  ///   - wanted: Ascending.
  ///   - gap: The least distance between neighbours; less where there is no room for it.
  /// - Returns: Places of least squared displacement, within the range.
  /// - Complexity: O(places).
  static func places(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double]
  {
    guard !wanted.isEmpty else { return [] }
    let room = range.upperBound - range.lowerBound
    let gap = min(gap, room / Double(max(1, wanted.count - 1)))
    // Without the distances it is isotonic regression, solved by pooling neighbours.
    var pools: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      pools.append((place - Double(index) * gap, 1))
      while pools.count > 1 {
        let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
        guard a.sum / Double(a.count) > b.sum / Double(b.count) else { break }
        pools.removeLast()
        pools[pools.count - 1] = (a.sum + b.sum, a.count + b.count)
      }
    }
    let most = range.upperBound - Double(wanted.count - 1) * gap
    var places: [Double] = []
    for pool in pools {
      let place = min(max(pool.sum / Double(pool.count), range.lowerBound), most)
      for _ in 0..<pool.count { places.append(place + Double(places.count) * gap) }
    }
    return places
  }
}

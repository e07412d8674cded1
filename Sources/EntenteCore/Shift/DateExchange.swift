/// The acts of one layer of a tie, whose dates can be exchanged; it knows by how much the layer
/// changes between two windows under the present arrangement of dates.
///
/// A date is what it leaves of a claim in the two windows. An arrangement gives every act the dates
/// of one act.
struct DateExchange {
  /// How many acts take part.
  let count: Int
  /// How many different dates there are.
  let distinct: Int
  /// In how many distinct ways the dates can be arranged, at most `Int.max`.
  let arrangements: Int

  private let block: TieWeigher.Block
  private let estimator: Estimator
  private var views: (before: TieWeigher.View, after: TieWeigher.View)
  /// The entries of each act that takes part, and their dates.
  private let acts: [[Int]]
  private let dates: [[SIMD2<Double>]]
  /// Which date list each act has now.
  private var order: [Int]
  /// Date lists that are alike have one label.
  private let labels: [Int]

  // Where every act is one claim: the weight without time, in either window, times 1 and the score.
  private let isSingle: Bool
  private let voices: [SIMD2<Double>]
  private let scored: [SIMD2<Double>]
  private var times: [SIMD2<Double>]

  init(
    _ block: TieWeigher.Block, _ before: TieWeigher.View, _ after: TieWeigher.View,
    _ estimator: Estimator, _ exchange: Significance.Exchange
  ) {
    self.block = block
    self.estimator = estimator
    views = (before, after)
    var members = [[Int]](
      repeating: [], count: exchange == .acts ? block.actCount : block.entries.count)
    for (place, entry) in block.entries.enumerated() {
      members[exchange == .acts ? entry.act : place].append(place)
    }
    acts = members.filter {
      $0.contains { before.temporal[$0] > 0 || after.temporal[$0] > 0 }
    }
    dates = acts.map { act in
      let list = act.map { SIMD2(before.temporal[$0], after.temporal[$0]) }
      return list.allSatisfy { $0 == list[0] } ? [list[0]] : list
    }
    (labels, distinct) = Self.labels(of: dates)
    order = Array(acts.indices)
    count = acts.count
    arrangements = Self.arrangements(labels, distinct)

    isSingle = Self.isSingle(acts, block)
    var voices: [SIMD2<Double>] = []
    var scored: [SIMD2<Double>] = []
    if isSingle {
      for act in acts {
        let entry = block.entries[act[0]]
        let contested = SIMD2(
          Self.contestedShare(of: entry, block, before),
          Self.contestedShare(of: entry, block, after)
        )
        voices.append(entry.voice * contested)
        scored.append(entry.voice * entry.score * contested)
      }
    }
    self.voices = voices
    self.scored = scored
    times = isSingle ? dates.map { $0[0] } : []
  }

  private static func isSingle(_ acts: [[Int]], _ block: TieWeigher.Block) -> Bool {
    var groups = Set<Int>()
    return acts.allSatisfy { act in
      guard act.count == 1 else { return false }
      let entry = block.entries[act[0]]
      if entry.group >= 0, !groups.insert(entry.group).inserted { return false }
      return entry.opponents.allSatisfy { block.opponents[$0].entry < 0 }
    }
  }

  /// One label for date lists that are alike, numbered as they come, and how many there are.
  private static func labels(of dates: [[SIMD2<Double>]]) -> (labels: [Int], distinct: Int) {
    /// Whether a list comes before another one in some order, nil where they are alike.
    func precedes(_ left: [SIMD2<Double>], _ right: [SIMD2<Double>]) -> Bool? {
      if left.count != right.count { return left.count < right.count }
      for (one, other) in zip(left, right) {
        if one[0] != other[0] { return one[0] < other[0] }
        if one[1] != other[1] { return one[1] < other[1] }
      }
      return nil
    }
    let sorted = dates.indices.sorted { precedes(dates[$0], dates[$1]) ?? ($0 < $1) }
    var first = Array(dates.indices)
    for (left, right) in zip(sorted, sorted.dropFirst())
    where precedes(dates[left], dates[right]) == nil {
      first[right] = first[left]
    }
    var labels = first
    var distinct = 0
    for place in dates.indices {
      if first[place] == place {
        labels[place] = distinct
        distinct += 1
      } else {
        labels[place] = labels[first[place]]
      }
    }
    return (labels, distinct)
  }

  /// What claims on other ties leave of a contested claim.
  private static func contestedShare(
    of entry: TieWeigher.Entry, _ block: TieWeigher.Block, _ view: TieWeigher.View
  ) -> Double {
    var strongest = entry.credibility
    var credibility = entry.credibility
    for place in entry.opponents where view.standing[place] {
      strongest = max(strongest, block.opponents[place].credibility)
      credibility += block.opponents[place].credibility
    }
    return strongest / credibility
  }

  /// The multinomial coefficient, as a product of binomials.
  private static func arrangements(_ labels: [Int], _ distinct: Int) -> Int {
    var sizes = [Int](repeating: 0, count: distinct)
    for label in labels { sizes[label] += 1 }
    var result = 1
    var placed = 0
    for size in sizes {
      var binomial = 1
      for step in 1...max(1, size) where size > 0 {
        placed += 1
        let (product, overflow) = binomial.multipliedReportingOverflow(by: placed)
        if overflow { return .max }
        binomial = product / step
      }
      result = saturatingProduct(result, binomial)
      if result == .max { return .max }
    }
    return result
  }

  /// By how much the layer's net changes between the windows, times the layer's share.
  func change() -> Double {
    if isSingle {
      var weight = SIMD2<Double>.zero
      var net = SIMD2<Double>.zero
      for index in times.indices {
        weight += voices[index] * times[index]
        net += scored[index] * times[index]
      }
      return change(weight, net)
    }
    let before = TieWeigher.level(block, views.before, .all, estimator)
    let after = TieWeigher.level(block, views.after, .all, estimator)
    return block.share * (after.net - before.net)
  }

  /// Brings the dates into a new order, each as likely as any other, and tells the change then.
  mutating func drawnChange(_ generator: inout SeededGenerator) -> Double {
    if isSingle { return drawnSingleChange(&generator) }
    var last = count - 1
    while last > 0 {
      order.swapAt(last, generator.below(last + 1))
      last -= 1
    }
    assign()
    return change()
  }

  /// The hot loop: a place is weighed as soon as its date is drawn. All three buffers have `count`
  /// places, and a drawn place is never beyond the one that is filled.
  private mutating func drawnSingleChange(_ generator: inout SeededGenerator) -> Double {
    var weight = SIMD2<Double>.zero
    var net = SIMD2<Double>.zero
    var stream = generator
    times.withUnsafeMutableBufferPointer { times in
      voices.withUnsafeBufferPointer { voices in
        scored.withUnsafeBufferPointer { scored in
          for place in stride(from: times.count - 1, through: 0, by: -1) {
            let other = place > 0 ? stream.below(place + 1) : 0
            let time = times[other]
            times[other] = times[place]
            times[place] = time
            weight += voices[place] * time
            net += scored[place] * time
          }
        }
      }
    }
    generator = stream
    return change(weight, net)
  }

  private func change(_ weight: SIMD2<Double>, _ net: SIMD2<Double>) -> Double {
    let before = weight[0] > 0 ? estimator.share(ofWeight: net[0], total: weight[0]) : 0
    let after = weight[1] > 0 ? estimator.share(ofWeight: net[1], total: weight[1]) : 0
    return block.share * (after - before)
  }

  /// The change under every distinct arrangement. All are equally likely.
  mutating func allChanges() -> [Double] {
    // Stand-ins for the labels: the first act that has each date list.
    var donor: [Int: Int] = [:]
    for (act, label) in labels.enumerated() where donor[label] == nil { donor[label] = act }
    var arrangement = labels.sorted()
    var result: [Double] = []
    repeat {
      order = arrangement.map { donor[$0] ?? 0 }
      if isSingle { times = order.map { dates[$0][0] } } else { assign() }
      result.append(change())
    } while Self.advance(&arrangement)
    return result
  }

  private mutating func assign() {
    for (act, giver) in order.enumerated() {
      let list = dates[giver]
      for (turn, place) in acts[act].enumerated() {
        let time = list[turn % list.count]
        views.before.temporal[place] = time[0]
        views.after.temporal[place] = time[1]
      }
    }
  }

  /// The next arrangement in lexicographic order; false after the last.
  private static func advance(_ arrangement: inout [Int]) -> Bool {
    guard var pivot = arrangement.indices.last else { return false }
    repeat {
      guard pivot > 0 else { return false }
      pivot -= 1
    } while arrangement[pivot] >= arrangement[pivot + 1]
    var other = arrangement.count - 1
    while arrangement[other] <= arrangement[pivot] { other -= 1 }
    arrangement.swapAt(pivot, other)
    arrangement[(pivot + 1)...].reverse()
    return true
  }
}

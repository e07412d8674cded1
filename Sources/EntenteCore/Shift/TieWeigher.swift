/// The claims of one tie, laid out so that the tie can be weighed thousands of times: on other
/// dates, with claims' dates exchanged, with sources left out or counted twice.
///
/// Weighed as it is, it gives the tie of the snapshot.
struct TieWeigher: Sendable {
  /// A claim on one layer of the tie.
  struct Entry: Sendable {
    var claim: Int
    var source: Int
    var voice: Double
    var credibility: Double
    var score: Double
    var basis: Claim.Basis
    var interval: DateInterval
    /// Claims of one group share one weight; positions within the layer, or −1.
    var group: Int
    /// Claims on one act, or that contradict each other, happened together; positions within the
    /// layer.
    var act: Int
    var opponents: Range<Int>

    var isPartial: Bool { voice < credibility }
  }

  /// A claim that contradicts one of the tie.
  struct Opponent: Sendable {
    var claim: Int
    var source: Int
    var credibility: Double
    var basis: Claim.Basis
    var isPartial: Bool
    var interval: DateInterval
    var halfLife: Double?
    /// Where it stands among the entries of the same layer, or −1 where it is about another tie.
    var entry: Int
  }

  /// One layer of the tie.
  struct Block: Sendable {
    var layer: Int
    var share: Double
    var halfLife: Double?
    var entries: [Entry] = []
    var opponents: [Opponent] = []
    var groupCount = 0
    var actCount = 0
    /// No claim shares its weight with another, so that sums need no second pass.
    var isPlain = true
  }

  /// What time leaves of a layer's claims on one date or over one window.
  struct View: Sendable {
    var temporal: [Double]
    /// Which of the opponents weigh anything.
    var standing: [Bool]
  }

  /// Which claims count, and how often.
  struct Selection: Sendable {
    /// How often each source counts, or nil for once each.
    var sourceCounts: [Double]?
    var withoutClaim = -1
    var withoutSource = -1
    var withoutImplied = false
    var withoutPartial = false

    static let all = Selection()

    @inline(__always)
    func count(_ claim: Int, _ source: Int, _ basis: Claim.Basis, _ isPartial: Bool) -> Double {
      if claim == withoutClaim || source == withoutSource { return 0 }
      if withoutImplied && basis == .implied || withoutPartial && isPartial { return 0 }
      return sourceCounts?[source] ?? 1
    }
  }

  /// The intensities of the tie, or of one layer of it before the layer's share.
  struct Level: Sendable, Hashable {
    var tension = 0.0
    var accord = 0.0
    /// Whether any claim weighs anything.
    var isThere = false

    var net: Double { accord - tension }
  }

  let source: Int32
  let target: Int32
  let estimator: Estimator
  let blocks: [Block]

  /// All entries of all layers.
  var entries: some Sequence<Entry> { blocks.lazy.flatMap(\.entries) }

  /// The views of all layers.
  func views(over window: Window, halfLifeFactor: Double = 1) -> [View] {
    blocks.map { block in
      View(
        temporal: block.entries.map {
          Estimator.temporalWeight(
            of: $0.interval, halfLife: block.halfLife.map { $0 * halfLifeFactor }, over: window)
        },
        standing: block.opponents.map {
          Estimator.temporalWeight(
            of: $0.interval, halfLife: $0.halfLife.map { $0 * halfLifeFactor }, over: window) > 0
        })
    }
  }

  /// The tie under a selection of claims.
  func level(
    _ views: [View], _ selection: Selection = .all, _ estimator: Estimator? = nil
  ) -> Level {
    var level = Level()
    for (block, view) in zip(blocks, views) {
      let part = Self.level(block, view, selection, estimator ?? self.estimator)
      level.tension += block.share * part.tension
      level.accord += block.share * part.accord
      level.isThere = level.isThere || part.isThere
    }
    return level
  }

  /// One layer under a selection of claims, before the layer's share.
  static func level(
    _ block: Block, _ view: View, _ selection: Selection, _ estimator: Estimator
  ) -> Level {
    var total = 0.0
    var tension = 0.0
    var accord = 0.0
    func add(_ weight: Double, _ score: Double) {
      total += weight
      if score < 0 { tension -= weight * score } else { accord += weight * score }
    }
    if block.isPlain {
      for (entry, time) in zip(block.entries, view.temporal) {
        let count = selection.count(entry.claim, entry.source, entry.basis, entry.isPartial)
        add(entry.voice * time * count, entry.score)
      }
    } else {
      let weights = weights(block, view, selection)
      for (entry, weight) in zip(block.entries, weights) { add(weight, entry.score) }
    }
    guard total > 0 else { return Level() }
    return Level(
      tension: estimator.share(ofWeight: tension, total: total),
      accord: estimator.share(ofWeight: accord, total: total), isThere: true)
  }

  private static func weights(
    _ block: Block, _ view: View, _ selection: Selection
  ) -> [Double] {
    var weights = [Double](repeating: 0, count: block.entries.count)
    var largest = [Double](repeating: 0, count: block.groupCount)
    var totals = largest
    for (index, entry) in block.entries.enumerated() {
      let count = selection.count(entry.claim, entry.source, entry.basis, entry.isPartial)
      var weight = entry.voice * view.temporal[index] * count
      // Claims that exclude each other weigh as the most credible of them, shared by credibility.
      var strongest = entry.credibility
      var credibility = entry.credibility
      for place in entry.opponents {
        let other = block.opponents[place]
        let stands = other.entry >= 0 ? view.temporal[other.entry] > 0 : view.standing[place]
        if stands, selection.count(other.claim, other.source, other.basis, other.isPartial) > 0 {
          strongest = max(strongest, other.credibility)
          credibility += other.credibility
        }
      }
      if credibility > entry.credibility { weight *= strongest / credibility }
      weights[index] = weight
      if entry.group >= 0 {
        largest[entry.group] = max(largest[entry.group], weight)
        totals[entry.group] += weight
      }
    }
    for (index, entry) in block.entries.enumerated() where entry.group >= 0 {
      if totals[entry.group] > 0 { weights[index] *= largest[entry.group] / totals[entry.group] }
    }
    return weights
  }
}

extension Evidence {
  /// The ties of the evidence, by source and then target, whether or not they weigh anything on some
  /// date.
  ///
  /// - Complexity: O(claims).
  func tieWeighers() -> [TieWeigher] {
    var partial = Set<Int>()
    for entry in lifted where entry.voice < entry.credibility { partial.insert(entry.claim) }
    var weighers: [TieWeigher] = []
    var start = 0
    while start < lifted.count {
      var end = start
      while end < lifted.count, lifted[end].source == lifted[start].source,
        lifted[end].target == lifted[start].target
      {
        end += 1
      }
      var blocks: [TieWeigher.Block] = []
      while start < end {
        let first = start
        while start < end, lifted[start].layer == lifted[first].layer { start += 1 }
        blocks.append(block(of: first..<start, partial))
      }
      weighers.append(
        TieWeigher(
          source: lifted[end - 1].source, target: lifted[end - 1].target, estimator: estimator,
          blocks: blocks))
    }
    return weighers
  }

  private func block(of range: Range<Int>, _ partial: Set<Int>) -> TieWeigher.Block {
    let layer = lifted[range.lowerBound].layer
    var block = TieWeigher.Block(
      layer: layer, share: layerShares[layer], halfLife: project.layers[layer].halfLife)
    var places: [Int: Int] = [:]
    for (place, index) in range.enumerated() { places[lifted[index].claim] = place }
    var acts = DisjointSets(count: range.count)
    var firstOfEvent: [String: Int] = [:]
    var groups: [Int: Int] = [:]
    for (place, index) in range.enumerated() {
      let entry = lifted[index]
      let claim = project.claims[entry.claim]
      var group = -1
      if let shared = entry.group {
        group = groups[shared] ?? groups.count
        if group < groups.count { block.isPlain = false }
        groups[shared] = group
      }
      if let event = claim.event {
        if let first = firstOfEvent[event] { acts.join(first, place) }
        firstOfEvent[event] = place
      }
      let firstOpponent = block.opponents.count
      for other in contradictors[entry.claim] ?? [] {
        let local = places[other] ?? -1
        // Claims of one group share one weight already and do not contest each other again.
        if local >= 0, entry.group != nil, lifted[range.lowerBound + local].group == entry.group {
          continue
        }
        if local >= 0 { acts.join(local, place) }
        block.opponents.append(opponent(other, local, partial))
        block.isPlain = false
      }
      block.entries.append(
        TieWeigher.Entry(
          claim: entry.claim, source: project.sourceIndex[claim.source] ?? 0, voice: entry.voice,
          credibility: entry.credibility, score: claim.score, basis: claim.basis,
          interval: claim.when.interval, group: group, act: 0,
          opponents: firstOpponent..<block.opponents.count))
    }
    block.groupCount = groups.count
    var numbers: [Int: Int] = [:]
    for place in block.entries.indices {
      let root = acts.root(place)
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      block.entries[place].act = number
    }
    block.actCount = numbers.count
    return block
  }

  private func opponent(
    _ index: Int, _ local: Int, _ partial: Set<Int>
  ) -> TieWeigher.Opponent {
    let claim = project.claims[index]
    let source = project.sourceIndex[claim.source] ?? 0
    return TieWeigher.Opponent(
      claim: index, source: source,
      credibility: claim.confidence * project.sources[source].reliability, basis: claim.basis,
      isPartial: partial.contains(index), interval: claim.when.interval,
      halfLife: project.layers[project.layerIndex[claim.layer] ?? 0].halfLife, entry: local)
  }
}

/// Sets of positions that are joined step by step.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (left, right) = (root(first), root(second))
    parents[max(left, right)] = min(left, right)
  }
}

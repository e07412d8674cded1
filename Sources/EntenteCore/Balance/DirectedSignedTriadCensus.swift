/// How many triples of actors are of each of the 138 kinds of directed signed triad.
///
/// - Direction: kept; see ``DirectedSignedTriad``.
/// - Weight: only the sign of the net counts.
/// - Sign: kept. A tie whose net is exactly 0 is no tie here; ``neutralTies`` says how many there are.
///
/// ```swift
/// for (kind, count) in try graph.signedTriadCensus().occurring { print(kind.name, count) }
/// ```
///
/// Reference: Batagelj & Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1 (the subquadratic way to
/// count).
public struct DirectedSignedTriadCensus: Sendable, Hashable {
  /// The count of each kind, in the order of ``DirectedSignedTriad/all``; they add up to
  /// n(n − 1)(n − 2)/6.
  public let counts: [Int]
  /// How many ties of the graph have a net of exactly 0 and were passed over.
  public let neutralTies: Int

  /// How many triples are of a kind.
  public subscript(kind: DirectedSignedTriad) -> Int { counts[kind.index] }

  /// All triples.
  public var total: Int { counts.reduce(0, +) }

  /// The kinds that occur, in the order of ``DirectedSignedTriad/all``.
  public var occurring: [(kind: DirectedSignedTriad, count: Int)] {
    DirectedSignedTriad.all.compactMap { counts[$0.index] > 0 ? ($0, counts[$0.index]) : nil }
  }

  /// How many triples are of each kind of unsigned triad, such as `030T`.
  public var unsignedCounts: [String: Int] {
    var result: [String: Int] = [:]
    for kind in DirectedSignedTriad.all { result[kind.unsigned, default: 0] += counts[kind.index] }
    return result
  }
}

extension RelationGraph {
  /// Counts the triples of actors by the kind of their directed signed triad.
  ///
  /// - Parameter control: cancellation.
  /// - Returns: 138 counts, each at least 0; all 0 for fewer than three actors.
  /// - Throws: ``BalanceError/tooManyActors(_:limit:)`` above 3,810,779 actors, whose triples are
  ///   more than a 64-bit count can hold.
  /// - Complexity: O(Σ (ties of a + ties of b) over the tied pairs (a, b)) time, O(actors + ties)
  ///   memory.
  public func signedTriadCensus(
    control: RunControl = .standard
  ) throws(BalanceError) -> DirectedSignedTriadCensus {
    let limit = 3_810_779
    guard nodeCount <= limit else { throw .tooManyActors(nodeCount, limit: limit) }
    let (offsets, neighbors, pairs, neutral) = signedPairs()
    let none = DirectedSignedTriad.pairCode(nil, nil)
    var counts = [Int](repeating: 0, count: DirectedSignedTriad.all.count)
    for first in 0..<nodeCount {
      if first % 64 == 63, control.isCancelled() { throw .cancelled }
      for position in offsets[first]..<offsets[first + 1] {
        let second = Int(neighbors[position])
        guard first < second else { continue }
        let pair = pairs[position]
        var left = offsets[first]
        var right = offsets[second]
        let leftEnd = offsets[first + 1]
        let rightEnd = offsets[second + 1]
        var others = 0
        while left < leftEnd || right < rightEnd {
          let a = left < leftEnd ? neighbors[left] : Int32.max
          let b = right < rightEnd ? neighbors[right] : Int32.max
          let third = Int(min(a, b))
          var toThird = none
          var fromSecond = none
          if a <= b {
            toThird = pairs[left]
            left += 1
          }
          if b <= a {
            fromSecond = pairs[right]
            right += 1
          }
          if third == first || third == second { continue }
          others += 1
          // Each connected triple is met once for each tied pair of it; one meeting counts.
          if second < third || (first < third && third < second && toThird == none) {
            counts[
              DirectedSignedTriad.index(
                pair, fromSecond, DirectedSignedTriad.reversed(toThird))] += 1
          }
        }
        counts[DirectedSignedTriad.index(pair, none, none)] += nodeCount - others - 2
      }
    }
    let empty = DirectedSignedTriad.index(none, none, none)
    if nodeCount >= 3 { counts[empty] = Self.triples(nodeCount) - counts.reduce(0, +) }
    return DirectedSignedTriadCensus(counts: counts, neutralTies: neutral)
  }

  /// n(n − 1)(n − 2)/6 without a product that overflows.
  static func triples(_ count: Int) -> Int {
    let (pairs, third) = (count * (count - 1) / 2, count - 2)
    return pairs % 3 == 0 ? pairs / 3 * third : third / 3 * pairs
  }

  /// The tied pairs seen from both ends, with the signs of both directions as one number.
  private func signedPairs() -> (
    offsets: [Int], neighbors: [Int32], pairs: [Int], neutral: Int
  ) {
    var offsets = [0]
    var neighbors: [Int32] = []
    var pairs: [Int] = []
    var neutral = 0
    for node in 0..<nodeCount {
      var out = outOffsets[node]
      var into = inOffsets[node]
      while out < outOffsets[node + 1] || into < inOffsets[node + 1] {
        let head = out < outOffsets[node + 1] ? targets[out] : Int32.max
        let tail = into < inOffsets[node + 1] ? inSources[into] : Int32.max
        var there: Double?
        var back: Double?
        if head <= tail {
          there = net(out)
          if there == 0 { neutral += 1 }
          out += 1
        }
        if tail <= head {
          back = net(Int(inTies[into]))
          into += 1
        }
        if there ?? 0 != 0 || back ?? 0 != 0 {
          neighbors.append(min(head, tail))
          pairs.append(DirectedSignedTriad.pairCode(there, back))
        }
      }
      offsets.append(neighbors.count)
    }
    return (offsets, neighbors, pairs, neutral)
  }
}

extension MeasureCatalog {
  /// Triples by the directed signs among them.
  public static let directedTriads = Measure(
    name: "directed-triads", title: "Directed signed triad census",
    definition:
      "How many triples of actors show each of the 138 patterns of positive, negative and missing directed ties that three actors can form.",
    direction: "kept",
    weight: "only the sign counts",
    sign:
      "kept: the patterns are the signs; a tie whose net is 0 is no tie",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "138 counts from 0 that add up to n(n - 1)(n - 2)/6",
    complexity: "time O(sum of (degree of a + degree of b) over tied pairs), memory O(n + m)",
    references: [
      .init(
        "Holland & Leinhardt 1976, Local structure in social networks, Sociological Methodology 7",
        doi: "10.2307/270703"),
      .init(
        "Batagelj & Mrvar 2001, A subquadratic triad census algorithm for large sparse networks, Social Networks 23",
        doi: "10.1016/S0378-8733(01)00035-1"),
    ], scope: .system,
    compute: { graph, _, _, control throws(MeasureError) in
      let census = try answer(for: "directed-triads") { () throws(BalanceError) in
        try graph.signedTriadCensus(control: control)
      }
      return census.occurring.map { .init($0.kind.name, [Double($0.count)]) }
    })
}

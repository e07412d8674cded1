import EntenteCore
import TestSupport
import Testing

@Suite struct BlocShiftTests {
  private func shift(_ before: SignedTies, _ after: SignedTies) throws -> BlocShift {
    try BlocShift(
      try #require(KnownBlocs(enumerating: before, most: 5000)),
      try #require(KnownBlocs(enumerating: after, most: 5000)))
  }

  /// Two camps of three and two, all friends within and enemies between.
  private let camps: [(Int32, Int32, Double)] = [
    (0, 1, 1), (0, 2, 1), (1, 2, 1), (3, 4, 1), (0, 3, -1), (1, 3, -1), (2, 3, -1), (0, 4, -1),
    (1, 4, -1), (2, 4, -1),
  ]

  @Test func whoGoesOverMoved() throws {
    // 2 turns on 0 and 1 and stands by 3 and 4.
    let turned = camps.map { $0.0 == 2 || $0.1 == 2 ? ($0.0, $0.1, -$0.2) : $0 }
    let found = try shift(signedGraph(5, camps), signedGraph(5, turned))
    #expect(found.actors.map(\.standing) == [.stayed, .stayed, .moved, .stayed, .stayed])
    #expect(found.actors[2].partedFrom == [0, 1] && found.actors[2].joined == [3, 4])
    #expect(found.actors[0].partedFrom.isEmpty && found.actors[0].joined.isEmpty)
    // Camps keep their label: 2 goes from the first to the second.
    #expect(found.actors.map(\.campBefore) == [0, 0, 0, 1, 1])
    #expect(found.actors.map(\.campAfter) == [0, 0, 1, 1, 1])
    #expect(found.isChange && found.isComplete && found.indexChange == 0...0)
    #expect(found.variation == (try shift(signedGraph(5, turned), signedGraph(5, camps)).variation))
  }

  @Test func twoWhoPartAreEither() throws {
    let found = try shift(signedGraph(2, [(0, 1, 1)]), signedGraph(2, [(0, 1, -1)]))
    #expect(found.actors.map(\.standing) == [.either, .either])
    #expect(found.actors[0].partedFrom == [1] && found.actors[1].partedFrom == [0])
    let back = try shift(signedGraph(2, [(0, 1, -1)]), signedGraph(2, [(0, 1, 1)]))
    #expect(back.actors[0].joined == [1] && back.actors[0].partedFrom.isEmpty)
    #expect(back.fitChange == -1)
  }

  @Test func aTieBreakIsNoMove() throws {
    // A triangle with one negative line may be divided in three ways; which is found first differs.
    let one = try signedGraph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    let other = try signedGraph(3, [(0, 1, -1), (1, 2, 1), (0, 2, 1)])
    let found = try shift(one, other)
    #expect(found.actors.allSatisfy { $0.standing == .open })
    #expect(!found.isChange && found.variation?.lowerBound == 0)
    #expect((found.variation?.upperBound ?? 0) > 0.6)
  }

  @Test func whoHasNoLineIsAbsentAndPartsAreNotCompared() throws {
    // 0–1 and 2–3 are unconnected: that each pair stays together says nothing across them.
    let found = try shift(
      signedGraph(5, [(0, 1, 1), (2, 3, 1)]), signedGraph(5, [(0, 1, 1), (2, 3, 1), (1, 4, -1)]))
    #expect(found.actors.map(\.standing) == [.stayed, .stayed, .stayed, .stayed, .absent])
    #expect(found.actors[4].campBefore == nil && found.actors[4].campAfter != nil)
    #expect(found.actors[0].campBefore != found.actors[2].campBefore)
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func bruteForceSaysTheSame(seed: UInt64) throws {
    let nodes = 3 + Int(seed % 5)
    let before = try randomSignedTies(seed: seed, nodes: nodes, density: 0.6)
    var generator = EntenteCore.SeededGenerator(seed: seed + 1000)
    // Some lines turn, some go.
    let nets = before.lines.compactMap { line -> (Int32, Int32, Double)? in
      let draw = generator.below(10)
      return draw == 0 ? nil : (line.first, line.second, draw < 4 ? -line.net : line.net)
    }
    let after = try signedGraph(nodes, nets)
    let found = try shift(before, after)
    let sides = [before, after].map { graph in
      let all = allPartitions(of: nodes, most: 2)
      let least = all.map { graph.cost(of: $0) }.min() ?? 0
      return (all.filter { graph.cost(of: $0) == least }, graph.connectedLabels, graph)
    }
    /// How two actors stand on a side: always together, always apart, or nil.
    func relation(_ side: Int, _ one: Int, _ other: Int) -> Bool? {
      guard sides[side].1[one] == sides[side].1[other] else { return nil }
      let seen = Set(sides[side].0.map { $0[one] == $0[other] })
      return seen.count == 1 ? seen.first : nil
    }
    for node in 0..<nodes {
      let hasLines = sides.allSatisfy { side in
        side.2.lines.contains { Int($0.first) == node || Int($0.second) == node }
      }
      let others = (0..<nodes).filter { $0 != node }
      let bound = others.filter { relation(0, node, $0) != nil && relation(1, node, $0) != nil }
      let turned = bound.filter { relation(0, node, $0) != relation(1, node, $0) }
      let own = bound.count - turned.count + 1
      let expected: BlocShift.Standing =
        !hasLines
        ? .absent
        : bound.isEmpty
          ? .open : turned.count > own ? .moved : turned.count == own ? .either : .stayed
      #expect(found.actors[node].standing == expected, "seed \(seed), actor \(node)")
      if expected == .moved || expected == .either {
        #expect(
          found.actors[node].partedFrom.map(Int.init)
            == turned.filter { relation(0, node, $0) == true })
        #expect(
          found.actors[node].joined.map(Int.init)
            == turned.filter { relation(0, node, $0) == false })
      }
      for other in others {
        let camps = (found.actors[node].campBefore, found.actors[other].campBefore)
        if camps.0 != nil, camps.1 != nil {
          #expect((camps.0 == camps.1) == (relation(0, node, other) == true))
        }
      }
    }
    let back = try shift(after, before)
    #expect(back.actors.map(\.standing) == found.actors.map(\.standing))
    // Sums are formed in another order.
    #expect(isClose(back.variation?.upperBound ?? 0, found.variation?.upperBound ?? 0))
  }

  @Test func whatIsNotProvenMovesNobody() throws {
    let graph = try signedGraph(5, camps)
    let turned = try signedGraph(5, camps.map { $0.1 == 4 ? ($0.0, $0.1, -$0.2) : $0 })
    let known = try #require(KnownBlocs(enumerating: graph))
    let unproven = KnownBlocs(
      turned, divisions: [[0, 0, 0, 1, 0]], isComplete: false, index: 0...2, isProven: false,
      fit: nil)
    let found = try BlocShift(known, unproven)
    #expect(found.actors.allSatisfy { $0.standing == .open })
    #expect(found.variation == nil && found.fitChange == nil && !found.isProven)
    #expect(found.indexChange == 0...2 && !found.isChange)
    #expect(throws: PartitionError.self) {
      try BlocShift(known, try #require(KnownBlocs(enumerating: signedGraph(2, []))))
    }
  }

  @Test func manyPairsOfDivisionsAreASample() throws {
    let graph = try signedGraph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    let known = try #require(KnownBlocs(enumerating: graph))
    let all = try BlocShift(known, known)
    let some = try BlocShift(known, known, mostPairs: 4)
    #expect(all.variationIsComplete && !some.variationIsComplete)
    let (wide, narrow) = (try #require(all.variation), try #require(some.variation))
    #expect(wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound)
  }

  @Test func aChangeOfSideSurvivesWhatTheChangedEvidenceSays() throws {
    var seen = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let project = try RandomProject.make(seed: seed, claims: 60)
      let windows = [250, 500].map { Window(RandomProject.firstDay.advanced(byDays: $0)) }
      func blocs(_ options: EvidenceOptions) throws -> (BlocShift, Shift)? {
        let shift = Shift(in: try Evidence(project, options), from: windows[0], to: windows[1])
        func signed(_ snapshot: Snapshot) throws -> SignedTies {
          try SignedTies(snapshot.graph, weighting: .signs, minimum: 0.05)
        }
        guard let old = KnownBlocs(enumerating: try signed(shift.before)),
          let new = KnownBlocs(enumerating: try signed(shift.after))
        else { return nil }
        return (try BlocShift(old, new), shift)
      }
      var options = EvidenceOptions()
      options.level = .state
      guard let (whole, shift) = try blocs(options), let survival = whole.survival(of: shift) else {
        continue
      }
      let turned = whole.actors.indices.filter { survival[$0] != nil }
      #expect(
        turned
          == whole.actors.indices.filter {
            whole.actors[$0].standing == .moved || whole.actors[$0].standing == .either
          })
      if turned.isEmpty { continue }
      seen += 1
      for claim in project.claims.indices.prefix(20) {
        options.withoutClaims = [project.claims[claim].id]
        guard let (other, _) = try blocs(options) else { continue }
        for node in turned {
          let (was, now) = (whole.actors[node], other.actors[node])
          let isLeft =
            (now.standing == .moved || now.standing == .either)
            && (!Set(was.partedFrom).isDisjoint(with: now.partedFrom)
              || !Set(was.joined).isDisjoint(with: now.joined))
          #expect(survival[node]?.decidingClaims.contains(claim) == !isLeft, "seed \(seed)")
        }
      }
      #expect(whole.survival(of: shift, mostTrials: 3) == nil)
    }
    #expect(seen > 2)
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct AlignmentMapTests {
  private func distance(_ map: AlignmentMap, _ a: Int, _ b: Int) -> Double? {
    guard let first = map.places[a], let second = map.places[b] else { return nil }
    return zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  @Test func singularVectorsEqualNumpy() throws {
    var compared = 0
    for seed in BalanceOracle.seeds {
      guard let expected = BalanceOracle.value(seed, "singular") else { continue }
      let map = try RelationProfiles([SeededSignedGraph(seed: seed).graph]).singularMap()
      guard let found = distance(map, 0, 1) else { continue }
      compared += 1
      #expect(agree(found, expected, 1e-8), "seed \(seed)")
      #expect(agree(map.eigenvalues[0], BalanceOracle.value(seed, "singularvalue")))
    }
    #expect(compared > 120)
  }

  /// Two camps whose members have the same relations to everybody outside their own.
  private func camps() throws -> RelationGraph {
    var edges: [RelationGraph.Edge] = []
    for a in Int32(0)..<6 {
      for b in Int32(0)..<6 where a != b {
        edges.append(.init(source: a, target: b, net: (a < 3) == (b < 3) ? 2 : -2))
      }
    }
    return try RelationGraph(nodeCount: 6, edges: edges)
  }

  @Test func twoCampsLieOnTwoSides() throws {
    let profiles = try RelationProfiles([camps()])
    for map in [
      try profiles.alignment().map(dimensions: 1, reference: [4]),
      try profiles.singularMap(dimensions: 1, reference: [4]),
    ] {
      let places = map.places.map { $0?.first ?? 0 }
      #expect(places.prefix(3).allSatisfy { $0 < -0.5 })
      #expect(places.suffix(3).allSatisfy { $0 > 0.5 })
      #expect(map.shown[0] > 0.8)
      #expect(map.isAmbiguous == [false])
    }
    // Without a reference the lowest of the actors farthest out is on the positive side.
    let free = try profiles.alignment().map(dimensions: 1)
    #expect((free.places[0]?[0] ?? -1) > 0)
    // The second axis of two camps shows nothing that could be told from a third.
    #expect(try profiles.singularMap().isAmbiguous[1])
  }

  /// Similarities that are inner products of points are placed at exactly their distances.
  @Test func distancesAreThoseOfTheSimilarities() throws {
    // Outgoing profiles over two third parties: unit vectors in a plane.
    let graph = try RelationGraph(
      nodeCount: 6,
      edges: [(3.0, 4.0), (4, 3), (-3, 4), (5, 0)].enumerated().flatMap { place, pair in
        [
          RelationGraph.Edge(source: Int32(place), target: 4, net: pair.0),
          RelationGraph.Edge(source: Int32(place), target: 5, net: pair.1),
        ]
      }
    )
    let table = try RelationProfiles([graph], directions: .outgoing).alignment()
    let map = try table.map()
    #expect(map.places[4] == nil && map.places[5] == nil)
    #expect(map.assumedPairs == 0)
    for a in 0..<4 {
      for b in 0..<a {
        let similarity = table[Int32(a), Int32(b)].value ?? -2
        #expect(agree(distance(map, a, b), (2 * (1 - similarity)).squareRoot(), 1e-12))
      }
    }
    // Centred, and all of it shown.
    let sum = map.places.compactMap { $0 }.reduce(0) { $0 + $1[0] }
    #expect(abs(sum) < 1e-12)
    #expect(agree(map.shown.reduce(0, +), 1, 1e-12))
  }

  @Test func orientationFollowsTheReference() throws {
    let table = try RelationProfiles([Tribes.graph()]).alignment()
    for reference in [[Int32(0)], [5], [3, 7]] {
      let map = try table.map(reference: reference)
      for (axis, actor) in reference.enumerated() {
        #expect((map.places[Int(actor)]?[axis] ?? -1) > 0)
      }
      #expect(try table.map(reference: reference) == map)
    }
    // Renaming the actors moves nothing once the reference is fixed.
    let names = shuffledNames(16, seed: 2)
    let renamed = try RelationProfiles([Tribes.graph().renamed(names)]).alignment()
      .map(reference: [names[3], names[7]])
    let map = try table.map(reference: [3, 7])
    for node in 0..<16 {
      let (own, theirs) = (map.places[node] ?? [], renamed.places[Int(names[node])] ?? [])
      #expect(zip(own, theirs).allSatisfy { agree($0, $1, 1e-9) })
    }
  }

  @Test func undefinedPairsAreCounted() throws {
    // 0 is tied to 1 only, so the pair (0, 1) has nothing to compare for 0.
    let graph = try RelationGraph(
      nodeCount: 4,
      edges: [
        .init(source: 0, target: 1, net: 1), .init(source: 1, target: 2, net: 1),
        .init(source: 2, target: 1, net: -1), .init(source: 3, target: 1, net: 1),
        .init(source: 2, target: 3, net: 1),
      ]
    )
    let table = try RelationProfiles([graph]).alignment()
    let undefined = (0..<4).flatMap { a in (0..<a).map { table[Int32(a), Int32($0)] } }
      .count { $0.value == nil }
    let map = try table.map(dimensions: 1)
    #expect(undefined > 0 && map.places.allSatisfy { $0 != nil })
    #expect(map.assumedPairs == undefined)
  }

  @Test func smallestAndUnusable() throws {
    let profiles = try RelationProfiles([RelationGraph(nodeCount: 2, edges: [])])
    let map = try profiles.alignment().map()
    #expect(map.places == [nil, nil] && map.eigenvalues == [0, 0] && map.shown == [0, 0])
    #expect(try profiles.singularMap().places == [nil, nil])
    #expect(throws: AlignmentError.unusableDimensions(3)) {
      try profiles.singularMap(dimensions: 3)
    }
    #expect(throws: AlignmentError.unusableReference([2])) {
      try profiles.singularMap(reference: [2])
    }
    #expect(throws: AlignmentError.unusableReference([0, 1])) {
      try profiles.singularMap(dimensions: 1, reference: [0, 1])
    }
  }
}

import EntenteCore
import TestSupport
import Testing

@Suite struct AlignmentTableTests {
  @Test func holdsEveryPair() throws {
    let profiles = try RelationProfiles([Tribes.graph()])
    let measures: [ProfileSimilarity] = [
      .cosine, .pearson, .signorinoRitterS(), .scottPi(), .cohenKappa(),
    ]
    for measure in measures {
      let table = try profiles.alignment(by: measure)
      for a in 0..<Int32(16) {
        for b in 0..<Int32(16) where a != b {
          let (low, high) = (min(a, b), max(a, b))
          let expected = try profiles.similarity(low, high, by: measure)
          #expect(table[a, b] == expected)
        }
      }
    }
  }

  @Test func nearestAndFarthestWithDirectTies() throws {
    // 1 has the relations of 0, 2 the opposite ones, 3 and 4 are the third parties; 5 is isolated.
    let graph = try RelationGraph(
      nodeCount: 6,
      edges: [
        .init(source: 0, target: 3, net: 2), .init(source: 0, target: 4, net: -2),
        .init(source: 1, target: 3, net: 4), .init(source: 1, target: 4, net: -4),
        .init(source: 2, target: 3, net: -1), .init(source: 2, target: 4, net: 1),
        .init(source: 0, target: 1, net: -3),
      ]
    )
    let table = try RelationProfiles([graph], directions: .outgoing).alignment(by: .cosine)
    let nearest = table.nearest(to: 0)
    #expect(nearest.map(\.actor) == [1, 2])
    #expect(agree(nearest.first?.similarity, 1, 1e-14))
    // Alike, and hostile to each other at once: both are shown.
    #expect(nearest.first?.tieThere == -3)
    #expect(nearest.first?.tieBack == nil)
    #expect(table.farthest(from: 0, count: 1).map(\.actor) == [2])
    #expect(table.nearest(to: 5).isEmpty)
    #expect(table[0, 5] == .undefined(.emptyProfile))
  }

  @Test func oneActorAloneIsAsInTheTable() throws {
    let sample = try SeededSignedGraph(seed: 140)
    let profiles = try RelationProfiles([sample.graph])
    for measure in [ProfileSimilarity.cosine, .pearson, .scottPi()] {
      let table = try profiles.alignment(by: measure)
      for actor in 0..<Int32(table.nodeCount) {
        #expect(try profiles.aligned(with: actor, by: measure) == table.nearest(to: actor))
      }
    }
    #expect(throws: AlignmentError.cancelled) {
      try profiles.aligned(with: 3, control: RunControl(isCancelled: { true }))
    }
  }

  @Test func tooManyActorsForATableAreRefused() throws {
    let count = AlignmentTable.mostActors + 1
    let graph = try RelationGraph(
      nodeCount: count,
      edges: [.init(source: 0, target: 2, net: 1), .init(source: 1, target: 2, net: 1)])
    let profiles = try RelationProfiles([graph])
    let error = AlignmentError.tooManyActors(count, most: AlignmentTable.mostActors)
    #expect(throws: error) { try profiles.alignment() }
    #expect(throws: error) { try profiles.singularMap() }
    #expect(error.description.contains("compare one actor"))
    #expect(try profiles.aligned(with: 0).map(\.actor) == [1])
  }

  @Test func equalsGoInOrderOfActors() throws {
    let graph = try RelationGraph(
      nodeCount: 5,
      edges: (Int32(0)..<4).map { .init(source: $0, target: 4, net: 1) }
    )
    let table = try RelationProfiles([graph], directions: .outgoing).alignment()
    #expect(table.nearest(to: 2).map(\.actor) == [0, 1, 3])
    #expect(table.farthest(from: 2).map(\.actor) == [0, 1, 3])
  }

  @Test func smallest() throws {
    for count in 0...1 {
      let table = try RelationProfiles([RelationGraph(nodeCount: count, edges: [])]).alignment()
      #expect(table.nodeCount == count)
      if count == 1 { #expect(table.nearest(to: 0).isEmpty) }
    }
  }
}

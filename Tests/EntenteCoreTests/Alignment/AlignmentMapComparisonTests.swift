import EntenteCore
import TestSupport
import Testing

@Suite struct AlignmentMapComparisonTests {
  private func distance(_ map: AlignmentMap, _ a: Int, _ b: Int) -> Double {
    guard let first = map.places[a], let second = map.places[b] else { return 0 }
    return zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func miss(_ map: AlignmentMap, _ target: AlignmentMap) -> Double {
    zip(map.places, target.places).reduce(0) { sum, pair in
      guard let own = pair.0, let other = pair.1 else { return sum }
      return sum + zip(own, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
  }

  @Test func turningKeepsAllDistances() throws {
    for seed in UInt64(1)..<12 {
      let map = try RelationProfiles([SeededSignedGraph(seed: seed).graph]).alignment().map()
      let other = try RelationProfiles([SeededSignedGraph(seed: seed).graph], aspect: .tension)
        .alignment().map()
      let turned = map.turned(onto: other)
      for a in map.places.indices {
        for b in 0..<a {
          #expect(abs(distance(turned, a, b) - distance(map, a, b)) < 1e-9)
        }
      }
      #expect(miss(turned, other) <= miss(map, other) + 1e-9)
    }
  }

  /// The same map under another orientation comes back, mirrored or not.
  @Test func aTurnedMapFindsItsWayBack() throws {
    let table = try RelationProfiles([Tribes.graph()]).alignment()
    let map = try table.map()
    for reference in [[Int32(0), 1], [5, 9], [7, 2], [11, 15]] {
      let other = try table.map(reference: reference)
      #expect(miss(other.turned(onto: map), map) < 1e-12)
    }
    let line = try table.map(dimensions: 1)
    for reference in Int32(0)..<16 {
      let other = try table.map(dimensions: 1, reference: [reference])
      #expect(miss(other.turned(onto: line), line) < 1e-12)
    }
  }

  /// No other angle brings the maps nearer: brute force over a thousand, mirrored and not.
  @Test func noOtherTurnFitsBetter() throws {
    let map = try RelationProfiles([Tribes.graph()]).alignment().map()
    let other = try RelationProfiles([Tribes.graph()], aspect: .accord).alignment().map()
    let best = miss(map.turned(onto: other), other)
    for step in 0..<1000 {
      // Points of the unit circle by its rational parametrisation.
      let t = Double(step - 500) / 100
      let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
      for mirror in [1.0, -1] {
        let sum = zip(map.places, other.places).reduce(0.0) { sum, pair in
          guard let p = pair.0, let q = pair.1 else { return sum }
          let (x, y) = (c * p[0] - s * p[1] * mirror, s * p[0] + c * p[1] * mirror)
          return sum + (x - q[0]) * (x - q[0]) + (y - q[1]) * (y - q[1])
        }
        #expect(sum >= best - 1e-9)
      }
    }
  }

  @Test func stressIsNoneWhereAllDistancesAreShown() throws {
    let graph = try RelationGraph(
      nodeCount: 6,
      edges: [(3.0, 4.0), (4, 3), (-3, 4), (5, 0)].enumerated().flatMap { place, pair in
        [
          RelationGraph.Edge(source: Int32(place), target: 4, net: pair.0),
          RelationGraph.Edge(source: Int32(place), target: 5, net: pair.1),
        ]
      })
    let table = try RelationProfiles([graph], directions: .outgoing).alignment()
    #expect((table.stress(of: try table.map()).value ?? 1) < 1e-9)
    // One axis can't show a plane.
    let line = try #require(table.stress(of: try table.map(dimensions: 1)).value)
    #expect(line > 0.05 && line < 1)
    let empty = try RelationProfiles([RelationGraph(nodeCount: 2, edges: [])]).alignment()
    #expect(empty.stress(of: try empty.map()) == .undefined(.noVariation))
  }
}

import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct PortsTests {
  /// Where there is room, every end gets the breadth that it asks for, and none overtakes another.
  @Test func endsGetTheirBreadthInTheirOrder() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let count = 2 + generator.below(5)
      let places = (0..<count).map { _ in generator.unit() * 40 }.sorted()
      let breadths = (0..<count).map { _ in 2 + generator.unit() * 6 }
      let spread = Ports.relaxed(places, breadths, around: 240)
      for index in 1..<count {
        let wanted = (breadths[index - 1] + breadths[index]) / 2
        #expect(spread[index] - spread[index - 1] > wanted - 0.7)
      }
      for (old, new) in zip(places, spread) { #expect(abs(new - old) <= Ports.reach + 1e-9) }
    }
  }

  @Test func endsThatAreApartStay() {
    #expect(Ports.relaxed([0, 30, 70], [8, 8, 8], around: 200) == [0, 30, 70])
    #expect(Ports.relaxed([12], [8], around: 200) == [12])
  }

  @Test func moreEndsThanTheOutlineHoldsShareIt() {
    let spread = Ports.relaxed(
      (0..<30).map { Double($0) * 4 }, [Double](repeating: 10, count: 30), around: 120)
    for (a, b) in zip(spread, spread.dropFirst()) { #expect(b - a > 2) }
  }

  @Test(arguments: Actor.Kind.allCases)
  func placesLeadToTheOutlineAndBack(kind: Actor.Kind) {
    let outline = Outline(box: Box(center: Point(20, -10), width: 90, height: 40), kind: kind)
    for step in 0..<40 {
      let place = outline.perimeter * Double(step) / 40
      let point = outline.point(at: place)
      let back = outline.place(of: point)
      let miss = abs(back - place)
      #expect(min(miss, outline.perimeter - miss) < 0.2)
      let center = outline.box.center
      #expect(outline.holds(center + (point - center) * 0.97))
      #expect(!outline.holds(center + (point - center) * 1.03))
    }
  }

  /// Five ties into one actor from nearly the same direction.
  @Test func headsThatMeetStandSideBySide() {
    let count = 6
    let scene = Scene(
      members: (0..<count).map {
        Scene.Member(
          actor: $0, id: "a\($0)", kind: .state, name: "A\($0)", lines: ["A\($0)"], width: 80,
          height: 36, group: $0)
      },
      groups: (0..<count).map { Scene.Group(root: $0, members: [$0]) },
      strands: (1..<count).map {
        Scene.Strand(
          source: $0, target: 0, sign: .hostile, before: nil, now: 1, basis: .stated, claims: 1,
          change: .none)
      }, bonds: [], omitted: 0, isShift: false)
    let places = [Point(0, 0)] + (1..<count).map { Point(400, Double($0 - 3) * 45) }
    let routes = TieRouter(scene, at: places) { _ in 2 }.routes()
    for (index, route) in routes.enumerated() {
      for other in routes[..<index] { #expect(route.tip.distance(to: other.tip) > 5) }
      #expect(
        Outline(box: Box(center: places[0], width: 80, height: 36), kind: .state)
          .holds(route.tip, gap: 7))
    }
  }
}

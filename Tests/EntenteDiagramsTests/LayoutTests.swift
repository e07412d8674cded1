import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct GeometryTests {
  @Test func partsOfACurveLieOnIt() {
    let curve = Cubic(Point(0, 0), Point(10, 30), Point(40, -20), Point(60, 10))
    let part = curve.part(0.25, 0.75)
    for step in 0...10 {
      let t = Double(step) / 10
      #expect(part.point(t).distance(to: curve.point(0.25 + 0.5 * t)) < 1e-9)
    }
  }

  @Test func hullsHoldTheirPointsAndTurnLeft() {
    var generator = Generator(seed: 1)
    for _ in 0..<50 {
      let points = (0..<12).map { _ in Point(generator.unit() * 100, generator.unit() * 100) }
      let hull = Plane.convexHull(points)
      for (a, b) in zip(hull, hull.dropFirst() + hull.prefix(1)) {
        for point in points {
          let side = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
          #expect(side >= -1e-9)
        }
      }
    }
  }

  @Test func polygonsApartDoNotPenetrate() {
    let square = Box(center: Point(0, 0), width: 10, height: 10).corners
    let beside = Box(center: Point(12, 0), width: 10, height: 10).corners
    let inside = Box(center: Point(8, 0), width: 10, height: 10).corners
    #expect(Plane.penetration(square, beside) == 0)
    #expect(Plane.penetration(square, inside) == 2)
  }

  @Test func segmentsEnterBoxesAsSamplingSays() {
    var generator = Generator(seed: 5)
    let box = Box(center: Point(50, 50), width: 30, height: 20)
    for _ in 0..<400 {
      let a = Point(generator.unit() * 100, generator.unit() * 100)
      let b = Point(generator.unit() * 100, generator.unit() * 100)
      let sampled = (0...400).contains { box.contains(a + (b - a) * (Double($0) / 400)) }
      if sampled { #expect(Plane.enters(a, b, box)) }
      if !sampled { #expect(!Plane.enters(a, b, box.expanded(-0.5))) }
    }
  }
}

@Suite struct TieRouterTests {
  private func scene(_ strands: [(Int, Int, Sign)], _ count: Int) -> Scene {
    Scene(
      members: (0..<count).map {
        Scene.Member(
          actor: $0, id: "a\($0)", kind: .state, name: "A\($0)", lines: ["A\($0)"], width: 80,
          height: 36, group: $0)
      },
      groups: (0..<count).map { Scene.Group(root: $0, members: [$0]) },
      strands: strands.map {
        Scene.Strand(
          source: $0.0, target: $0.1, sign: $0.2, before: nil, now: 1, basis: .stated, claims: 1,
          change: .none)
      }, bonds: [], omitted: 0, isShift: false)
  }

  @Test func noTwoStrandsOfADyadShareAPath() {
    let scene = scene(
      [(0, 1, .hostile), (0, 1, .cooperative), (1, 0, .hostile), (1, 0, .cooperative)], 2)
    let routes = TieRouter(scene, at: [Point(0, 0), Point(300, 80)]) { _ in 2 }.routes()
    #expect(routes.count == 4)
    for (index, route) in routes.enumerated() {
      for other in routes[..<index] {
        let (a, b) = (route.path.point(0.5), other.path.point(0.5))
        #expect(a.distance(to: b) > 14)
      }
    }
  }

  @Test func tiesBeginAndEndOutsideTheirActors() {
    let scene = scene([(0, 1, .hostile), (1, 0, .hostile)], 2)
    for angle in 0..<12 {
      let target = Point(
        [200, 173, 100, 0, -100, -173, -200, -173, -100, 0, 100, 173][angle],
        [0, 100, 173, 200, 173, 100, 0, -100, -173, -200, -173, -100][angle])
      let routes = TieRouter(scene, at: [Point(0, 0), target]) { _ in 2 }.routes()
      for (strand, route) in zip(scene.strands, routes) {
        let boxes = [Point(0, 0), target].map { Box(center: $0, width: 80, height: 36) }
        #expect(!boxes[strand.source].contains(route.path.start))
        #expect(!boxes[strand.target].contains(route.tip))
        #expect(abs(route.path.end.distance(to: route.tip) - route.headLength) < 0.1)
        // The head ends at its target and not in mid-air.
        #expect(boxes[strand.target].expanded(6).contains(route.tip))
      }
    }
  }

  @Test func aTieBendsAroundAnActorInItsWay() {
    let scene = scene([(0, 1, .hostile), (0, 1, .cooperative)], 3)
    let places = [Point(0, 0), Point(400, 0), Point(200, 6)]
    let routes = TieRouter(scene, at: places) { _ in 2 }.routes()
    let obstacle = Box(center: places[2], width: 80, height: 36)
    for route in routes {
      #expect(!route.path.samples(60).contains { obstacle.contains($0) })
    }
  }
}

@Suite struct ChipPlacerTests {
  @Test func chipsAvoidObstaclesAndEachOther() {
    let routes = (0..<4).map { index in
      let y = Double(index) * 6
      return RoutedStrand(
        path: Cubic(Point(0, y), Point(100, y), Point(200, y), Point(300, y)), tip: Point(308, y),
        headLength: 8, width: 2)
    }
    let obstacle = Box(center: Point(150, 10), width: 60, height: 40)
    let requests = (0..<4).map { ChipPlacer.Request(strand: $0, width: 50, height: 12) }
    let boxes = ChipPlacer(routes: routes, obstacles: [obstacle]).boxes(for: requests)
    let placed = boxes.compactMap { $0 }
    #expect(placed.count == 4)
    for (index, box) in placed.enumerated() {
      #expect(!box.overlaps(obstacle))
      for other in placed[..<index] { #expect(!box.overlaps(other)) }
    }
  }

  @Test func aChipWithoutRoomIsLeftOut() {
    let route = RoutedStrand(
      path: Cubic(Point(0, 0), Point(5, 0), Point(10, 0), Point(15, 0)), tip: Point(20, 0),
      headLength: 5, width: 2)
    let obstacle = Box(center: Point(10, 0), width: 200, height: 200)
    let boxes = ChipPlacer(routes: [route], obstacles: [obstacle])
      .boxes(for: [ChipPlacer.Request(strand: 0, width: 50, height: 12)])
    #expect(boxes == [nil])
  }
}

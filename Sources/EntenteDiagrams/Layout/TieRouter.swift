import EntenteCore

/// A strand with its path.
struct RoutedStrand: Sendable {
  /// From the boundary of the source, or where the tail's head begins, to where the head begins.
  var path: Cubic
  /// The point of the head.
  var tip: Point
  /// The point of the head at the source, where a mutual strand has one.
  var tail: Point?
  /// The length of a head in points.
  var headLength: Double
  /// The stroke's width in points.
  var width: Double

  /// Points along it, heads included.
  func samples(_ count: Int) -> [Point] {
    (tail.map { [$0] } ?? []) + path.samples(count) + [tip]
  }
}

/// Leads ties from actor to actor: a lane for each strand of a dyad, a bend where an actor stands in
/// the way, and ends side by side where several meet at one actor.
struct TieRouter {
  /// The strands between two actors.
  private struct Dyad {
    var a: Int
    var b: Int
    var strands: [Int]
    var lanes: [Double] = []
    var bend = Bend()
  }

  /// How far a line is drawn aside, seen from its first third and from its last.
  private struct Bend {
    var first = 0.0
    var second = 0.0

    /// What a reader's eye pays for it: the detour, and more where it is lopsided or turns twice.
    var cost: Double { 0.1 * (abs(first) + abs(second)) + 0.12 * abs(first - second) }
  }

  /// The best bend so far.
  private struct Choice {
    var cost: Double
    var bend = Bend()

    mutating func consider(_ bend: Bend, _ cost: (Bend) -> Double) {
      // What bends farther costs more than the best in any case.
      guard bend.cost < self.cost else { return }
      let cost = cost(bend)
      if cost < self.cost { self = Choice(cost: cost, bend: bend) }
    }

    mutating func considerLopsided(upTo reach: Double, _ cost: (Bend) -> Double) {
      for first in stride(from: -reach, through: reach, by: 20) {
        for second in stride(from: -reach, through: reach, by: 20) {
          consider(Bend(first: first, second: second), cost)
        }
      }
    }
  }

  private let scene: Scene
  private let boxes: [Box]
  private let outlines: [Outline]
  private let widthOf: (Double) -> Double
  /// Around all actors; what leads outside makes the whole drawing larger.
  private let extent: Box
  /// Whether there are so many ties that no detour of a single one helps a reader.
  private var isDense: Bool { scene.strands.count > 600 }

  init(_ scene: Scene, at places: [Point], widthOf: @escaping (Double) -> Double) {
    self.scene = scene
    boxes = zip(scene.members, places).map {
      Box(center: $1, width: $0.width, height: $0.height)
    }
    outlines = zip(boxes, scene.members).map { Outline(box: $0, kind: $1.kind) }
    self.widthOf = widthOf
    extent = Box(around: boxes.flatMap(\.corners)).expanded(20)
  }

  /// The paths of all strands, in their order.
  ///
  /// Lanes are given per unordered dyad, so that a → b and b → a never share a path.
  func routes() -> [RoutedStrand] {
    let dyads = dyads()
    var curves = [Cubic](
      repeating: Cubic(Point(0, 0), Point(0, 0), Point(0, 0), Point(0, 0)),
      count: scene.strands.count)
    for dyad in dyads {
      for (lane, strand) in zip(dyad.lanes, dyad.strands) {
        let curve = curve(dyad.a, dyad.b, lane: lane, bend: dyad.bend)
        curves[strand] = scene.strands[strand].source == dyad.a ? curve : curve.reversed
      }
    }
    // Once as if each were alone, then with the ends spread.
    var ends: [Ports.End] = []
    ends.reserveCapacity(2 * curves.count)
    for (index, curve) in curves.enumerated() {
      let (strand, range) = (scene.strands[index], visible(curve, index))
      let head = Self.headLength(width(of: strand)) * 0.8 + 2
      ends.append(
        Ports.End(
          strand: index, isHead: false, node: strand.source, point: curve.point(range.start),
          direction: curve.direction(range.start).unit * -1,
          breadth: strand.isMutual ? head : width(of: strand) + 3))
      ends.append(
        Ports.End(
          strand: index, isHead: true, node: strand.target, point: curve.point(range.end),
          direction: curve.direction(range.end).unit, breadth: head))
    }
    for (end, point) in Ports(outlines: outlines).spread(ends) {
      let center = boxes[end.node].center
      // A little farther in, so that the path leaves the outline where it should; from beside it is
      // turned towards the middle.
      var inward = end.direction
      let toCenter = (center - point).unit
      let alignment = inward.x * toCenter.x + inward.y * toCenter.y
      if alignment < 0.4 { inward = (inward + toCenter).unit }
      let inside = point + inward * 5
      curves[end.strand] =
        end.isHead
        ? curves[end.strand].ending(at: inside) : curves[end.strand].starting(at: inside)
    }
    return curves.indices.map { route($0, along: isDense ? curves[$0] : cleared(curves[$0], $0)) }
  }

  /// The dotted line of a bond.
  func route(_ bond: Scene.Bond) -> Cubic {
    let curve = curve(
      bond.member, bond.whole, lane: 0, bend: bend(bond.member, bond.whole, lanes: [0]))
    let (start, end) = visible(curve, bond.member, bond.whole, 1, 1)
    return curve.part(start, end)
  }

  private func dyads() -> [Dyad] {
    var dyads: [Dyad] = []
    var position: [Int: Int] = [:]
    for (index, strand) in scene.strands.enumerated() {
      let (a, b) = (min(strand.source, strand.target), max(strand.source, strand.target))
      if let known = position[a * boxes.count + b] {
        dyads[known].strands.append(index)
      } else {
        position[a * boxes.count + b] = dyads.count
        dyads.append(Dyad(a: a, b: b, strands: [index]))
      }
    }
    for index in dyads.indices {
      // Strands of one direction lie side by side.
      let a = dyads[index].a
      dyads[index].strands.sort {
        let (l, r) = (scene.strands[$0], scene.strands[$1])
        return (l.source == a ? 0 : 1, l.sign == .hostile ? 0 : 1, $0)
          < (r.source == a ? 0 : 1, r.sign == .hostile ? 0 : 1, $1)
      }
      let widths = dyads[index].strands.map { widthOf(scene.strands[$0].peak) }
      let gaps = zip(widths, widths.dropFirst()).map { max(Metrics.laneGap, ($0 + $1) / 2 + 9) }
      var offset = -gaps.reduce(0, +) / 2
      for gap in gaps + [0] {
        dyads[index].lanes.append(offset)
        offset += gap
      }
      dyads[index].bend = bend(dyads[index].a, dyads[index].b, lanes: dyads[index].lanes)
    }
    return dyads
  }

  private func width(of strand: Scene.Strand) -> Double {
    widthOf(strand.change == .gone ? strand.before ?? 0 : strand.now)
  }

  /// The white inside of a hollow head stays visible up to this length.
  private static func headLength(_ width: Double) -> Double {
    10 * max(0.62, (width / 2 + 1) / 2.4)
  }

  private func visible(_ curve: Cubic, _ index: Int) -> (start: Double, end: Double) {
    let strand = scene.strands[index]
    // A stroked head is longer than its outline by about one and a half strokes.
    let overshoot = 1.5 * width(of: strand) + 0.5
    return visible(
      curve, strand.source, strand.target, strand.isMutual ? overshoot : 2, overshoot)
  }

  private func route(_ index: Int, along curve: Cubic) -> RoutedStrand {
    let strand = scene.strands[index]
    let width = width(of: strand)
    let (start, end) = visible(curve, index)
    let heads = strand.isMutual ? 0.4 : 0.6
    let length = min(Self.headLength(width), curve.length * (end - start) * heads)
    let tip = curve.point(end)
    let last = Self.parameter(of: curve, length, from: tip, between: end, and: start)
    guard strand.isMutual else {
      return RoutedStrand(
        path: curve.part(start, last), tip: tip, tail: nil, headLength: length, width: width)
    }
    let tail = curve.point(start)
    let first = Self.parameter(of: curve, length, from: tail, between: start, and: end)
    return RoutedStrand(
      path: curve.part(first, last), tip: tip, tail: tail, headLength: length, width: width)
  }

  /// Where a curve has gone a distance from a point of its own.
  private static func parameter(
    of curve: Cubic, _ distance: Double, from point: Point, between near: Double, and far: Double
  ) -> Double {
    var (low, high) = (near, far)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if curve.point(middle).distance(to: point) > distance { high = middle } else { low = middle }
    }
    return high
  }

  /// The curve from centre to centre; a lane keeps its distance in the middle and draws nearer at
  /// the ends.
  private func curve(_ a: Int, _ b: Int, lane: Double, bend: Bend) -> Cubic {
    let (from, to) = (boxes[a].center, boxes[b].center)
    let normal = (to - from).unit.normal
    func room(_ node: Int) -> Double {
      let box = boxes[node]
      return 0.32
        * min(
          abs(normal.x) > 1e-9 ? box.width / abs(normal.x) : .infinity,
          abs(normal.y) > 1e-9 ? box.height / abs(normal.y) : .infinity)
    }
    func end(_ node: Int) -> Double {
      let wanted = lane * 0.55
      return max(-room(node), min(room(node), wanted))
    }
    let (start, finish) = (end(a), end(b))
    func handle(_ end: Double, _ bend: Double) -> Double { end + (lane + bend - end) * 4 / 3 }
    return Cubic(
      from + normal * start, from + (to - from) * (1.0 / 3) + normal * handle(start, bend.first),
      from + (to - from) * (2.0 / 3) + normal * handle(finish, bend.second), to + normal * finish)
  }

  /// The parameters between which a curve is outside both its ends.
  private func visible(
    _ curve: Cubic, _ source: Int, _ target: Int, _ before: Double, _ after: Double
  ) -> (start: Double, end: Double) {
    func edge(_ node: Int, _ gap: Double, from inside: Double, to outside: Double) -> Double {
      let steps = 32
      var last = inside
      for step in 1...steps {
        let t = inside + (outside - inside) * Double(step) / Double(steps)
        if !outlines[node].holds(curve.point(t), gap: gap) {
          var (low, high) = (last, t)
          for _ in 0..<20 {
            let middle = (low + high) / 2
            if outlines[node].holds(curve.point(middle), gap: gap) {
              low = middle
            } else {
              high = middle
            }
          }
          return high
        }
        last = t
      }
      return (inside + outside) / 2
    }
    let start = edge(source, before, from: 0, to: 0.7)
    let end = edge(target, after, from: 1, to: 0.3)
    return start < end ? (start, end) : (0.45, 0.55)
  }

  /// How far the line between two actors must bend to pass by the others: 0 where it is free. Where no
  /// even arc is free, lopsided ones are tried.
  ///
  /// Only actors within the farthest bend are looked at, and of the lanes only the outer ones.
  private func bend(_ a: Int, _ b: Int, lanes: [Double]) -> Bend {
    let (from, to) = (boxes[a].center, boxes[b].center)
    let span = from.distance(to: to)
    let outer = lanes.count > 1 ? [lanes[0], lanes[lanes.count - 1]] : lanes
    let breadth = (lanes.last ?? 0) - (lanes.first ?? 0)
    // In a large drawing no detour is worth more than this.
    let farthest = max(60, min(span * 0.45, 280))
    let along = (to - from).unit
    func near(within reach: Double) -> [Box] {
      boxes.indices.compactMap { node in
        guard node != a, node != b else { return nil }
        let box = boxes[node].expanded(6)
        let offset = box.center - from
        let aside = abs(offset.x * along.y - offset.y * along.x)
        let ahead = offset.x * along.x + offset.y * along.y
        let halfAside = (box.width * abs(along.y) + box.height * abs(along.x)) / 2
        let halfAhead = (box.width * abs(along.x) + box.height * abs(along.y)) / 2
        return aside < reach + halfAside && ahead > -halfAhead && ahead < span + halfAhead
          ? box : nil
      }
    }
    func obstruction(_ bend: Bend, _ obstacles: [Box]) -> Double {
      outer.reduce(0) { sum, lane in
        sum + cost(of: curve(a, b, lane: lane, bend: bend).samples(14), among: obstacles)
      }
    }
    let inTheWay = near(within: breadth / 2 + 2)
    if inTheWay.isEmpty { return Bend() }
    var best = Choice(cost: obstruction(Bend(), inTheWay))
    guard best.cost >= Self.entry else { return Bend() }
    let obstacles = near(within: farthest + breadth / 2 + 2)
    func price(_ bend: Bend) -> Double { obstruction(bend, obstacles) + bend.cost }
    for amount in stride(from: 12.0, through: farthest, by: 8) {
      best.consider(Bend(first: amount, second: amount), price)
      best.consider(Bend(first: -amount, second: -amount), price)
    }
    if best.cost >= 24, !isDense { best.considerLopsided(upTo: farthest, price) }
    return best.bend
  }
}

extension TieRouter {
  /// How far a handle may be drawn aside, in points.
  private static let reach = 220.0

  /// What it costs to enter an actor.
  private static let entry = 40.0

  /// What a reader's eye pays for what a line runs through, and for how far it leads outside.
  private func cost(of points: [Point], among obstacles: [Box]) -> Double {
    let span = Box(around: points)
    var sum = 0.0
    for box in obstacles where box.overlaps(span) {
      for (p, q) in zip(points, points.dropFirst()) where Plane.enters(p, q, box) {
        sum += Self.entry
      }
    }
    let sideways = max(0, extent.minX - span.minX, span.maxX - extent.maxX)
    let upright = max(0, extent.minY - span.minY, span.maxY - extent.maxY)
    return sum + 0.6 * (sideways + upright)
  }

  /// A path that still runs through an actor, since its end was moved or it shares a bend, led around.
  private func cleared(_ curve: Cubic, _ index: Int) -> Cubic {
    let strand = scene.strands[index]
    let normal = (curve.end - curve.start).unit.normal
    let room = Box(around: [curve.start, curve.first, curve.second, curve.end]).expanded(Self.reach)
    let obstacles = boxes.indices
      .filter { $0 != strand.source && $0 != strand.target && boxes[$0].overlaps(room) }
      .map { boxes[$0].expanded(2) }
    func bent(_ bend: Bend) -> Cubic {
      Cubic(
        curve.start, curve.first + normal * bend.first, curve.second + normal * bend.second,
        curve.end)
    }
    var best = Choice(cost: cost(of: curve.samples(24), among: obstacles))
    guard best.cost >= Self.entry else { return curve }
    best.considerLopsided(upTo: Self.reach) {
      cost(of: bent($0).samples(24), among: obstacles) + $0.cost
    }
    return bent(best.bend)
  }
}

extension Cubic {
  var reversed: Cubic { Cubic(end, second, first, start) }

  /// The same with its end elsewhere; the handle beside it follows, the farther one a little.
  func ending(at point: Point) -> Cubic {
    let shift = point - end
    return Cubic(start, first + shift * 0.2, second + shift * 0.7, point)
  }

  /// The same with its start elsewhere.
  func starting(at point: Point) -> Cubic {
    let shift = point - start
    return Cubic(point, first + shift * 0.7, second + shift * 0.2, end)
  }
}

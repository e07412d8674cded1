import EntenteCore

/// A strand with its path.
struct RoutedStrand: Sendable {
  /// From the boundary of the source to where the head begins.
  var path: Cubic
  /// The point of the head.
  var tip: Point
  /// The length of the head in points.
  var headLength: Double
  /// The stroke's width in points.
  var width: Double
}

/// Leads ties from actor to actor: a lane for each strand of a dyad, and a bend where an actor
/// stands in the way.
struct TieRouter {
  private let scene: Scene
  private let boxes: [Box]
  private let kinds: [Actor.Kind]
  private let widthOf: (Double) -> Double

  init(_ scene: Scene, at places: [Point], widthOf: @escaping (Double) -> Double) {
    self.scene = scene
    boxes = zip(scene.members, places).map {
      Box(center: $1, width: $0.width, height: $0.height)
    }
    kinds = scene.members.map(\.kind)
    self.widthOf = widthOf
  }

  /// The paths of all strands, in their order.
  ///
  /// Lanes are given per unordered dyad, so that a → b and b → a never share a path.
  func routes() -> [RoutedStrand] {
    struct Dyad {
      var a: Int
      var b: Int
      var strands: [Int]
      var lanes: [Double] = []
      var bend = 0.0
    }
    var dyads: [Dyad] = []
    var position: [[Int]: Int] = [:]
    for (index, strand) in scene.strands.enumerated() {
      let pair = [min(strand.source, strand.target), max(strand.source, strand.target)]
      if let known = position[pair] {
        dyads[known].strands.append(index)
      } else {
        position[pair] = dyads.count
        dyads.append(Dyad(a: pair[0], b: pair[1], strands: [index]))
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

    var result = [RoutedStrand?](repeating: nil, count: scene.strands.count)
    for dyad in dyads {
      for (lane, strand) in zip(dyad.lanes, dyad.strands) {
        result[strand] = route(strand, dyad.a, dyad.b, lane: lane, bend: dyad.bend)
      }
    }
    return result.compactMap { $0 }
  }

  /// The dotted line of a bond.
  func route(_ bond: Scene.Bond) -> Cubic {
    let curve = curve(
      bond.member, bond.whole, lane: 0, bend: bend(bond.member, bond.whole, lanes: [0]))
    let (start, end) = visible(curve, bond.member, bond.whole, 1, 1)
    return curve.part(start, end)
  }

  private func route(
    _ index: Int, _ a: Int, _ b: Int, lane: Double, bend: Double
  ) -> RoutedStrand {
    let strand = scene.strands[index]
    var curve = curve(a, b, lane: lane, bend: bend)
    if strand.source != a {
      curve = Cubic(curve.end, curve.second, curve.first, curve.start)
    }
    let width = widthOf(strand.change == .gone ? strand.before ?? 0 : strand.now)
    // A stroked head is longer than its outline by about one and a half strokes.
    let overshoot = 1.5 * width + 0.5
    let (start, end) = visible(curve, strand.source, strand.target, 2, overshoot)
    // The white inside of a hollow head stays visible up to this width.
    let length = min(10 * max(0.62, (width / 2 + 1) / 2.4), curve.length * (end - start) * 0.6)
    let tip = curve.point(end)
    var (low, high) = (start, end)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if curve.point(middle).distance(to: tip) > length { low = middle } else { high = middle }
    }
    return RoutedStrand(
      path: curve.part(start, low), tip: tip, headLength: length, width: width)
  }

  /// The curve from centre to centre; a lane keeps its distance in the middle and draws nearer at
  /// the ends.
  private func curve(_ a: Int, _ b: Int, lane: Double, bend: Double) -> Cubic {
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
    func handle(_ end: Double) -> Double { end + (lane + bend - end) * 4 / 3 }
    return Cubic(
      from + normal * start, from + (to - from) * (1.0 / 3) + normal * handle(start),
      from + (to - from) * (2.0 / 3) + normal * handle(finish), to + normal * finish)
  }

  /// The parameters between which a curve is outside both its ends.
  private func visible(
    _ curve: Cubic, _ source: Int, _ target: Int, _ before: Double, _ after: Double
  ) -> (Double, Double) {
    func edge(_ node: Int, _ gap: Double, from inside: Double, to outside: Double) -> Double {
      let steps = 32
      var last = inside
      for step in 1...steps {
        let t = inside + (outside - inside) * Double(step) / Double(steps)
        if !holds(node, curve.point(t), gap) {
          var (low, high) = (last, t)
          for _ in 0..<20 {
            let middle = (low + high) / 2
            if holds(node, curve.point(middle), gap) { low = middle } else { high = middle }
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

  private func holds(_ node: Int, _ point: Point, _ gap: Double) -> Bool {
    let box = boxes[node].expanded(gap)
    let dx = abs(point.x - box.center.x) / (box.width / 2)
    let dy = abs(point.y - box.center.y) / (box.height / 2)
    return switch kinds[node] {
    case .person: dx * dx + dy * dy < 1
    // A regular octagon, stretched: its corners are cut at the square root of two.
    case .group: dx < 1 && dy < 1 && dx + dy < 1.41421356
    case .state, .outlet, .organization: dx < 1 && dy < 1
    }
  }

  /// How far the line between two actors must bend to pass by the others: 0 where it is free.
  private func bend(_ a: Int, _ b: Int, lanes: [Double]) -> Double {
    func obstruction(_ bend: Double) -> Double {
      var sum = 0.0
      for lane in lanes {
        let points = curve(a, b, lane: lane, bend: bend).samples(14)
        for node in boxes.indices where node != a && node != b {
          let box = boxes[node].expanded(6)
          for (p, q) in zip(points, points.dropFirst()) where Plane.enters(p, q, box) { sum += 1 }
        }
      }
      return sum
    }
    let span = boxes[a].center.distance(to: boxes[b].center)
    var best = (cost: obstruction(0) * 40, bend: 0.0)
    guard best.cost > 0 else { return 0 }
    for amount in stride(from: 12.0, through: max(60, span * 0.45), by: 8) {
      for bend in [amount, -amount] {
        let cost = obstruction(bend) * 40 + amount * 0.2
        if cost < best.cost { best = (cost, bend) }
      }
    }
    return best.bend
  }
}

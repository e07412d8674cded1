/// How bad a placement of actors is, as a sum of terms that can be taken apart by actor, so that a
/// move of one actor is judged without looking at all the rest.
struct PlacementEnergy {
  /// A line between two actors: a dyad with ties, or a bond.
  struct Link {
    var a: Int
    var b: Int
    /// 1 for a dyad with ties; less for bonds, which may be crossed.
    var weight: Double
    /// How long its visible part should be, so that a chip and the heads have room.
    var room: Double
    var isBond: Bool
  }

  let widths: [Double]
  let heights: [Double]
  let groupOf: [Int]
  let groups: [[Int]]
  let links: [Link]
  let linksOf: [[Int]]
  /// Half the width and the height that the drawing should keep to.
  let halfWidth: Double
  let halfHeight: Double

  var x: [Double]
  var y: [Double]
  /// The polygon that a group claims: its hull with padding, or a lone actor's box.
  private(set) var outlines: [[Point]]

  init(_ scene: Scene, at places: [Point], canvas: (width: Double, height: Double)) {
    widths = scene.members.map(\.width)
    heights = scene.members.map(\.height)
    groupOf = scene.members.map(\.group)
    groups = scene.groups.map(\.members)
    links = Self.links(scene)
    var linksOf = [[Int]](repeating: [], count: widths.count)
    for (index, link) in links.enumerated() {
      linksOf[link.a].append(index)
      linksOf[link.b].append(index)
    }
    self.linksOf = linksOf
    halfWidth = canvas.width / 2
    halfHeight = canvas.height / 2
    x = places.map(\.x)
    y = places.map(\.y)
    outlines = []
    outlines = groups.indices.map(outline)
  }

  private static func links(_ scene: Scene) -> [Link] {
    struct Pair: Hashable {
      var a: Int
      var b: Int
    }
    var position: [Pair: Int] = [:]
    var links: [Link] = []
    for strand in scene.strands {
      let pair = Pair(a: min(strand.source, strand.target), b: max(strand.source, strand.target))
      if position[pair] == nil {
        position[pair] = links.count
        links.append(
          Link(a: pair.a, b: pair.b, weight: 1, room: scene.isShift ? 96 : 64, isBond: false))
      }
    }
    for bond in scene.bonds {
      let pair = Pair(a: min(bond.member, bond.whole), b: max(bond.member, bond.whole))
      if position[pair] == nil {
        position[pair] = links.count
        links.append(Link(a: pair.a, b: pair.b, weight: 0.3, room: 10, isBond: true))
      }
    }
    return links
  }

  mutating func move(_ node: Int, to point: Point) {
    x[node] = point.x
    y[node] = point.y
    outlines[groupOf[node]] = outline(groupOf[node])
  }

  mutating func refreshOutlines() {
    for group in groups.indices { outlines[group] = outline(group) }
  }

  /// The sum of all terms.
  func total() -> Double {
    var sum = 0.0
    for node in widths.indices {
      sum += bounds(node)
      for other in 0..<node { sum += overlap(node, other) }
    }
    for link in links.indices {
      sum += length(link)
      for node in widths.indices { sum += blockage(link, node) }
      for other in 0..<link { sum += conflict(link, other) }
    }
    for group in groups.indices {
      for other in 0..<group { sum += intrusion(group, other) }
    }
    return sum
  }

  /// The sum of the terms that a move of one actor changes.
  func local(_ node: Int) -> Double {
    var sum = bounds(node)
    for other in widths.indices where other != node { sum += overlap(node, other) }
    for link in links.indices {
      let touches = links[link].a == node || links[link].b == node
      if !touches { sum += blockage(link, node) }
    }
    for (position, link) in linksOf[node].enumerated() {
      sum += length(link)
      for other in widths.indices { sum += blockage(link, other) }
      for other in links.indices {
        if links[other].a == node || links[other].b == node {
          // Pairs among the actor's own links are counted once.
          guard let place = linksOf[node].firstIndex(of: other), place < position else { continue }
        }
        sum += conflict(link, other)
      }
    }
    let group = groupOf[node]
    for other in groups.indices where other != group { sum += intrusion(group, other) }
    return sum
  }

  private func bounds(_ node: Int) -> Double {
    let outX = max(0, abs(x[node]) + widths[node] / 2 - halfWidth)
    let outY = max(0, abs(y[node]) + heights[node] / 2 - halfHeight)
    return (outX + outY) * 1.2 + 0.006 * (abs(x[node]) + abs(y[node]) * 1.4)
  }

  private func overlap(_ a: Int, _ b: Int) -> Double {
    let gapX = abs(x[a] - x[b]) - (widths[a] + widths[b]) / 2
    let gapY = abs(y[a] - y[b]) - (heights[a] + heights[b]) / 2
    // Actors keep 18 points from each other sideways and 14 up and down.
    guard gapX < 18, gapY < 14 else { return 0 }
    let near = min(1, (18 - gapX) / 18) * min(1, (14 - gapY) / 14)
    guard gapX < 6, gapY < 6 else { return 6 * near }
    return 60 + 2 * min(18 - gapX, 14 - gapY) + 6 * near
  }

  private func length(_ index: Int) -> Double {
    let link = links[index]
    let (dx, dy) = (x[link.b] - x[link.a], y[link.b] - y[link.a])
    let distance = (dx * dx + dy * dy).squareRoot()
    guard distance > 0 else { return 50 }
    let (cosine, sine) = (abs(dx) / distance, abs(dy) / distance)
    func reach(_ node: Int) -> Double {
      min(
        cosine > 0 ? widths[node] / 2 / cosine : .infinity,
        sine > 0 ? heights[node] / 2 / sine : .infinity)
    }
    let visible = distance - reach(link.a) - reach(link.b)
    let lack = max(0, link.room - visible) / 10
    return link.isBond ? 0.035 * visible + lack * lack : 0.02 * visible + lack * lack * 0.6
  }

  /// A link that runs through an actor that it does not belong to.
  private func blockage(_ index: Int, _ node: Int) -> Double {
    let link = links[index]
    guard link.a != node, link.b != node else { return 0 }
    let (ax, ay, bx, by) = (x[link.a], y[link.a], x[link.b], y[link.b])
    let (halfX, halfY) = (widths[node] / 2 + 8, heights[node] / 2 + 8)
    let (nx, ny) = (x[node], y[node])
    // Most links are nowhere near.
    if max(ax, bx) < nx - halfX || min(ax, bx) > nx + halfX || max(ay, by) < ny - halfY
      || min(ay, by) > ny + halfY
    {
      return 0
    }
    let box = Box(center: Point(nx, ny), width: halfX * 2, height: halfY * 2)
    guard Plane.enters(Point(ax, ay), Point(bx, by), box) else { return 0 }
    let (dx, dy) = (bx - ax, by - ay)
    let distance = abs((nx - ax) * dy - (ny - ay) * dx) / max(1, (dx * dx + dy * dy).squareRoot())
    let depth = max(0, 1 - distance / (halfX + halfY))
    return (link.isBond ? 0.35 : 1) * (22 + 14 * depth)
  }

  /// Two links that cross, leave an actor in nearly the same direction, or leave no room for both
  /// of their chips.
  private func conflict(_ first: Int, _ second: Int) -> Double {
    let (l, m) = (links[first], links[second])
    let weight = l.weight * m.weight
    if l.a == m.a || l.a == m.b || l.b == m.a || l.b == m.b {
      let shared = l.a == m.a || l.a == m.b ? l.a : l.b
      let (p, q) = (l.a == shared ? l.b : l.a, m.a == shared ? m.b : m.a)
      let (ux, uy) = (x[p] - x[shared], y[p] - y[shared])
      let (vx, vy) = (x[q] - x[shared], y[q] - y[shared])
      let lengths = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
      guard lengths > 0 else { return 0 }
      let cosine = (ux * vx + uy * vy) / lengths
      // Under about 25 degrees the heads come close to each other.
      guard cosine > 0.906 else { return 0 }
      return weight * (cosine - 0.906) * 220 + crowding(l, m)
    }
    let (a, b) = (Point(x[l.a], y[l.a]), Point(x[l.b], y[l.b]))
    let (c, d) = (Point(x[m.a], y[m.a]), Point(x[m.b], y[m.b]))
    var sum = crowding(l, m)
    if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x)
      || max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y)
    {
      return sum
    }
    if Plane.cross(a, b, c, d) { sum += 14 * weight }
    return sum
  }

  private func crowding(_ l: Link, _ m: Link) -> Double {
    guard !l.isBond, !m.isBond else { return 0 }
    let dx = abs(x[l.a] + x[l.b] - x[m.a] - x[m.b]) / 2
    let dy = abs(y[l.a] + y[l.b] - y[m.a] - y[m.b]) / 2
    guard dx < l.room * 0.7, dy < 16 else { return 0 }
    return 5 * (1 - dx / (l.room * 0.7)) * (1 - dy / 16)
  }

  /// Two groups whose hulls overlap, so that an actor could seem to belong to both.
  private func intrusion(_ first: Int, _ second: Int) -> Double {
    guard groups[first].count > 1 || groups[second].count > 1 else { return 0 }
    let depth = Plane.penetration(outlines[first], outlines[second])
    return depth > 0 ? 30 + 2.5 * depth : 0
  }

  private func outline(_ group: Int) -> [Point] {
    let members = groups[group]
    let margin = members.count > 1 ? Metrics.hullPadding + 5 : 6
    var corners: [Point] = []
    corners.reserveCapacity(members.count * 4)
    for node in members {
      corners += Box(
        center: Point(x[node], y[node]), width: widths[node] + 2 * margin,
        height: heights[node] + 2 * margin
      ).corners
    }
    return members.count > 1 ? Plane.convexHull(corners) : corners
  }
}

/// How bad a placement of actors is, as a sum of terms of at least 0 that can be taken apart by
/// actor, so that a move of one actor is judged without looking at all the rest.
///
/// Annealing asks for it some ten thousand times in a few milliseconds. So its numbers lie in plain
/// memory that this object owns, with all links' ends side by side for the loop that looks for
/// crossings. Buffers check their bounds in debug builds.
final class PlacementEnergy {
  let count: Int
  let linkCount: Int
  let groups: [[Int]]
  let groupOf: [Int]

  private let widths: UnsafeMutableBufferPointer<Float>
  private let heights: UnsafeMutableBufferPointer<Float>
  /// Half the sizes with the room of 8 points that links leave to actors.
  private let halfWidths: UnsafeMutableBufferPointer<Float>
  private let halfHeights: UnsafeMutableBufferPointer<Float>
  private let xs: UnsafeMutableBufferPointer<Float>
  private let ys: UnsafeMutableBufferPointer<Float>
  /// The ends of each link: which actors, and where.
  private let ends: UnsafeMutableBufferPointer<(a: Int, b: Int)>
  private let ax: UnsafeMutableBufferPointer<Float>
  private let ay: UnsafeMutableBufferPointer<Float>
  private let bx: UnsafeMutableBufferPointer<Float>
  private let by: UnsafeMutableBufferPointer<Float>
  /// What crossing a link costs, in hundredths; whole numbers can be summed in any order.
  private let price: UnsafeMutableBufferPointer<Int32>
  /// How many strands run side by side; 0 for the bond of an affiliation.
  private let lanes: UnsafeMutableBufferPointer<Float>
  /// The links of each actor, one list after the other.
  private let linkLists: UnsafeMutableBufferPointer<Int>
  private let linkStarts: UnsafeMutableBufferPointer<Int>
  private let extents: UnsafeMutableBufferPointer<HullExtent>
  private let chip: Float
  private let halfWidth: Float
  private let halfHeight: Float

  init(_ scene: Scene, at places: [Point], canvas: (width: Double, height: Double)) {
    func buffer<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
      let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
      _ = buffer.initialize(from: elements)
      return buffer
    }
    let links = Self.links(scene)
    count = scene.members.count
    linkCount = links.count
    groups = scene.groups.map(\.members)
    groupOf = scene.members.map(\.group)
    widths = buffer(scene.members.map { Float($0.width) })
    heights = buffer(scene.members.map { Float($0.height) })
    halfWidths = buffer(scene.members.map { Float($0.width / 2 + 8) })
    halfHeights = buffer(scene.members.map { Float($0.height / 2 + 8) })
    xs = buffer(places.map { Float($0.x) })
    ys = buffer(places.map { Float($0.y) })
    ends = buffer(links.map { (a: $0.a, b: $0.b) })
    ax = buffer(links.map { Float(places[$0.a].x) })
    ay = buffer(links.map { Float(places[$0.a].y) })
    bx = buffer(links.map { Float(places[$0.b].x) })
    by = buffer(links.map { Float(places[$0.b].y) })
    price = buffer(links.map { $0.lanes == 0 ? 90 : Int32((300 * $0.lanes).rounded()) })
    lanes = buffer(links.map(\.lanes))
    var linksOf = [[Int]](repeating: [], count: count)
    for (index, link) in links.enumerated() {
      linksOf[link.a].append(index)
      linksOf[link.b].append(index)
    }
    linkLists = buffer(linksOf.flatMap { $0 })
    linkStarts = buffer(linksOf.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
    extents = buffer(groups.map { _ in HullExtent() })
    chip = scene.isShift ? 68 : 34
    halfWidth = Float(canvas.width / 2)
    halfHeight = Float(canvas.height / 2)
    for group in groups.indices { extents[group] = extent(group) }
  }

  deinit {
    for buffer in [widths, heights, halfWidths, halfHeights, xs, ys, ax, ay, bx, by, lanes] {
      buffer.deallocate()
    }
    ends.deallocate()
    price.deallocate()
    linkLists.deallocate()
    linkStarts.deallocate()
    extents.deallocate()
  }

  private static func links(_ scene: Scene) -> [(a: Int, b: Int, lanes: Float)] {
    var position: [[Int]: Int] = [:]
    var links: [(a: Int, b: Int, lanes: Float)] = []
    for strand in scene.strands {
      let pair = [min(strand.source, strand.target), max(strand.source, strand.target)]
      if let known = position[pair] {
        links[known].lanes += 1
      } else {
        position[pair] = links.count
        links.append((pair[0], pair[1], 1))
      }
    }
    for bond in scene.bonds {
      let pair = [min(bond.member, bond.whole), max(bond.member, bond.whole)]
      if position[pair] == nil {
        position[pair] = links.count
        links.append((pair[0], pair[1], 0))
      }
    }
    return links
  }

  /// Where an actor is.
  subscript(node: Int) -> Point { Point(Double(xs[node]), Double(ys[node])) }

  /// Where all are.
  var places: [Point] { (0..<count).map { self[$0] } }

  /// Moves an actor.
  func move(_ node: Int, to point: Point) {
    let (x, y) = (Float(point.x), Float(point.y))
    xs[node] = x
    ys[node] = y
    for place in linkStarts[node]..<linkStarts[node + 1] {
      let link = linkLists[place]
      if ends[link].a == node {
        ax[link] = x
        ay[link] = y
      } else {
        bx[link] = x
        by[link] = y
      }
    }
    extents[groupOf[node]] = extent(groupOf[node])
  }

  /// The sum of all terms. Counting stops above `limit`.
  func total(limit: Float = .infinity) -> Float {
    var sum: Float = 0
    for group in groups.indices {
      sum += spread(group)
      for other in 0..<group { sum += intrusion(group, other) }
    }
    for node in 0..<count {
      sum += bounds(node)
      for other in 0..<node { sum += overlap(node, other) }
    }
    for link in 0..<linkCount {
      guard sum <= limit else { return sum }
      sum += length(link) + crossings(of: link, below: link)
      if nodesOn(link) > 2 {
        for node in 0..<count { sum += blockage(link, node) }
      }
      if companions(of: link) > 1 {
        for other in 0..<link { sum += crowding(link, other) }
      }
    }
    for node in 0..<count {
      let first = linkStarts[node]
      for place in first..<linkStarts[node + 1] {
        for other in first..<place {
          sum += narrowness(linkLists[place], linkLists[other], at: node)
        }
      }
    }
    return sum
  }

  /// The sum of the terms that a move of one actor changes, or something above `limit`.
  func local(_ node: Int, limit: Float = .infinity) -> Float {
    var sum = bounds(node)
    // Looking for neighbours without branches first is several times faster than asking each.
    if neighbours(of: node) > 1 {
      for other in 0..<count where other != node { sum += overlap(node, other) }
    }
    let group = groupOf[node]
    sum += spread(group)
    for other in groups.indices where other != group { sum += intrusion(group, other) }
    guard sum <= limit else { return sum }
    if linksThrough(node) > 0 {
      for link in 0..<linkCount { sum += blockage(link, node) }
    }
    let first = linkStarts[node]
    for place in first..<linkStarts[node + 1] {
      guard sum <= limit else { return sum }
      let link = linkLists[place]
      sum += length(link) + crossings(of: link, below: linkCount)
      // Its own two ends are always among them.
      if nodesOn(link) > 2 {
        for other in 0..<count { sum += blockage(link, other) }
      }
      if companions(of: link) > 1 {
        for other in 0..<linkCount where other != link { sum += crowding(link, other) }
      }
      for earlier in first..<place {
        // Crowding was counted with the other one already.
        let other = linkLists[earlier]
        sum += narrowness(link, other, at: node) - crowding(link, other)
      }
      let far = ends[link].a == node ? ends[link].b : ends[link].a
      for other in linkStarts[far]..<linkStarts[far + 1] where linkLists[other] != link {
        sum += narrowness(link, linkLists[other], at: far)
      }
    }
    return sum
  }

  /// How many actors, itself included, are near enough to overlap an actor.
  private func neighbours(of node: Int) -> Int32 {
    let (x, y, w, h) = (xs[node], ys[node], halfWidths[node], halfHeights[node])
    var hits: Int32 = 0
    // The halves are larger than the actors by 8, so 18 and 14 apart are 2 and −2 here.
    for other in 0..<count {
      let isWide = abs(xs[other] - x) - w - halfWidths[other] < 2
      let isHigh = abs(ys[other] - y) - h - halfHeights[other] < -2
      hits &+= (isWide ? 1 : 0) & (isHigh ? 1 : 0)
    }
    return hits
  }

  /// How many links pass through the box of an actor; its own ones are not counted.
  private func linksThrough(_ node: Int) -> Int32 {
    let (x, y, w, h) = (xs[node], ys[node], halfWidths[node], halfHeights[node])
    var hits: Int32 = 0
    for link in 0..<linkCount {
      hits &+= Self.passes(ax[link] - x, ay[link] - y, bx[link] - x, by[link] - y, w, h)
    }
    return hits &- Int32(linkStarts[node + 1] - linkStarts[node])
  }

  /// How many actors have a link pass through their box, its ends included.
  private func nodesOn(_ link: Int) -> Int32 {
    let (px, py, qx, qy) = (ax[link], ay[link], bx[link], by[link])
    var hits: Int32 = 0
    for node in 0..<count {
      hits &+= Self.passes(
        px - xs[node], py - ys[node], qx - xs[node], qy - ys[node], halfWidths[node],
        halfHeights[node])
    }
    return hits
  }

  /// 1 where a segment enters a box around the origin.
  @inline(__always)
  private static func passes(
    _ px: Float, _ py: Float, _ qx: Float, _ qy: Float, _ w: Float, _ h: Float
  ) -> Int32 {
    let (dx, dy) = (qx - px, qy - py)
    // The line passes the box by if all corners lie on one side of it.
    let isNear = abs(px * dy - py * dx) < w * abs(dy) + h * abs(dx)
    let isBeside = abs(px + qx) - abs(dx) < 2 * w
    let isLevel = abs(py + qy) - abs(dy) < 2 * h
    return (isNear ? 1 : 0) & (isBeside ? 1 : 0) & (isLevel ? 1 : 0)
  }

  /// How many links, itself included, have their middles near that of a link.
  private func companions(of link: Int) -> Int32 {
    guard lanes[link] > 0 else { return 0 }
    let (x, y, breadth) = (ax[link] + bx[link], ay[link] + by[link], lanes[link])
    var hits: Int32 = 0
    for other in 0..<linkCount {
      let isWide = abs(ax[other] + bx[other] - x) < 2 * chip
      let isHigh = abs(ay[other] + by[other] - y) < 16 * (breadth + lanes[other])
      hits &+= (isWide ? 1 : 0) & (isHigh ? 1 : 0) & (lanes[other] > 0 ? 1 : 0)
    }
    return hits
  }

  /// Actors that leave the column, and a light pull towards its middle.
  private func bounds(_ node: Int) -> Float {
    let outX = max(0, abs(xs[node]) + widths[node] / 2 - halfWidth)
    let outY = max(0, abs(ys[node]) + heights[node] / 2 - halfHeight)
    return (outX + outY) * 1.2 + 0.006 * (abs(xs[node]) + abs(ys[node]) * 1.4)
  }

  /// Actors keep 18 points from each other sideways and 14 up and down.
  private func overlap(_ a: Int, _ b: Int) -> Float {
    let gapX = abs(xs[a] - xs[b]) - (widths[a] + widths[b]) / 2
    let gapY = abs(ys[a] - ys[b]) - (heights[a] + heights[b]) / 2
    guard gapX < 18, gapY < 14 else { return 0 }
    let near = min(1, (18 - gapX) / 18) * min(1, (14 - gapY) / 14)
    guard gapX < 6, gapY < 6 else { return 6 * near }
    return 60 + 2 * min(18 - gapX, 14 - gapY) + 6 * near
  }

  /// Links too short for their chips and heads, and to a lesser degree long ones.
  private func length(_ link: Int) -> Float {
    let (dx, dy) = (abs(bx[link] - ax[link]), abs(by[link] - ay[link]))
    let distance = (dx * dx + dy * dy).squareRoot()
    guard distance > 1 else { return 50 }
    let (cosine, sine) = (dx / distance, dy / distance)
    let (a, b) = ends[link]
    let halfA = min(widths[a] / max(cosine, 0.001), heights[a] / max(sine, 0.001)) / 2
    let halfB = min(widths[b] / max(cosine, 0.001), heights[b] / max(sine, 0.001)) / 2
    let visible = distance - halfA - halfB
    guard lanes[link] > 0 else {
      let lack = max(0, 10 - visible) / 10
      return 0.04 * visible + lack * lack
    }
    // A bundle of lanes needs more room the more it stands upright, because its chips then lie
    // beside each other.
    let bundle = lanes[link] - 1
    let room = 34 + cosine * chip + sine * 14 + bundle * (6 + 30 * sine)
    let lack = max(0, room - visible) / 10
    return 0.02 * visible + lack * lack * (1 + 0.5 * bundle)
  }

  /// A link that runs through an actor that it does not belong to.
  private func blockage(_ link: Int, _ node: Int) -> Float {
    let (px, py) = (ax[link] - xs[node], ay[link] - ys[node])
    let (qx, qy) = (bx[link] - xs[node], by[link] - ys[node])
    let (halfX, halfY) = (halfWidths[node], halfHeights[node])
    guard Self.passes(px, py, qx, qy, halfX, halfY) > 0, ends[link].a != node, ends[link].b != node
    else { return 0 }
    let (dx, dy) = (qx - px, qy - py)
    let distance = abs(px * dy - py * dx) / max(1, (dx * dx + dy * dy).squareRoot())
    let depth = max(0, 1 - distance / (halfX + halfY))
    return (lanes[link] > 0 ? 1 : 0.35) * (22 + 14 * depth)
  }

  /// The links among the first `end` that a link crosses. Bonds may cross each other.
  private func crossings(of link: Int, below end: Int) -> Float {
    let (px, py, qx, qy) = (ax[link], ay[link], bx[link], by[link])
    let (dx, dy) = (qx - px, qy - py)
    var sum: Int32 = 0
    // Without branches, so that the compiler can look at several links at once.
    for other in 0..<end {
      let (cx, cy, ex, ey) = (ax[other], ay[other], bx[other], by[other])
      let first = dx * (cy - py) - dy * (cx - px)
      let second = dx * (ey - py) - dy * (ex - px)
      let (fx, fy) = (ex - cx, ey - cy)
      let third = fx * (py - cy) - fy * (px - cx)
      let fourth = fx * (qy - cy) - fy * (qx - cx)
      let apart = first * second
      let across = third * fourth
      let hit: Int32 = (apart < 0 ? 1 : 0) & (across < 0 ? 1 : 0)
      sum &+= hit &* price[other]
    }
    let own: Float = lanes[link] > 0 ? lanes[link] : 0.3
    return Float(sum) * own * 0.0467
  }

  /// Two links that leave an actor in nearly the same direction, where their heads would meet.
  private func narrowness(_ first: Int, _ second: Int, at node: Int) -> Float {
    guard lanes[first] + lanes[second] > 0 else { return 0 }
    let (p, q) = (ends[first], ends[second])
    let (one, two) = (p.a == node ? p.b : p.a, q.a == node ? q.b : q.a)
    let (ux, uy) = (xs[one] - xs[node], ys[one] - ys[node])
    let (vx, vy) = (xs[two] - xs[node], ys[two] - ys[node])
    let dot = ux * vx + uy * vy
    guard dot > 0 else { return 0 }
    let cosine = dot / ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
    // Under about 25 degrees; a bundle is broader.
    let (l, m) = (max(lanes[first], 1), max(lanes[second], 1))
    let least = 0.906 - 0.05 * (l + m - 2)
    guard cosine > least else { return 0 }
    let isBond = lanes[first] == 0 || lanes[second] == 0
    return (isBond ? 0.3 : (l * m).squareRoot()) * (cosine - least) * 160
  }

  /// Two links whose middles are so near that their chips would overlap.
  private func crowding(_ first: Int, _ second: Int) -> Float {
    let dx = abs(ax[first] + bx[first] - ax[second] - bx[second]) / 2
    let dy = abs(ay[first] + by[first] - ay[second] - by[second]) / 2
    guard dx < chip, dy < 72, lanes[first] > 0, lanes[second] > 0 else { return 0 }
    let mean = (lanes[first] + lanes[second]) / 2
    let reach = 16 * mean
    guard dy < reach else { return 0 }
    return 6 * (1 - dx / chip) * (1 - dy / reach) * mean
  }

  /// Two groups whose hulls overlap, so that an actor could seem to belong to both.
  private func intrusion(_ first: Int, _ second: Int) -> Float {
    guard groups[first].count > 1 || groups[second].count > 1 else { return 0 }
    let depth = extents[first].depth(in: extents[second])
    return depth > 0 ? 30 + 2.5 * depth : 0
  }

  /// Small hulls read better than large ones.
  private func spread(_ group: Int) -> Float {
    guard groups[group].count > 1 else { return 0 }
    return 0.004 * extents[group].size
  }

  private func extent(_ group: Int) -> HullExtent {
    let members = groups[group]
    let margin = Float(members.count > 1 ? Metrics.hullPadding + 5 : 6)
    var extent = HullExtent()
    for node in members {
      extent.cover(
        xs[node], ys[node], halfWidth: widths[node] / 2 + margin,
        halfHeight: heights[node] / 2 + margin)
    }
    return extent
  }
}

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
  let hasHull: [Bool]

  let widths: UnsafeMutableBufferPointer<Float>
  let heights: UnsafeMutableBufferPointer<Float>
  /// Half the sizes with the room of 8 points that links leave to actors.
  let halfWidths: UnsafeMutableBufferPointer<Float>
  let halfHeights: UnsafeMutableBufferPointer<Float>
  let xs: UnsafeMutableBufferPointer<Float>
  let ys: UnsafeMutableBufferPointer<Float>
  /// The ends of each link: which actors, and where.
  let ends: UnsafeMutableBufferPointer<(a: Int, b: Int)>
  let ax: UnsafeMutableBufferPointer<Float>
  let ay: UnsafeMutableBufferPointer<Float>
  let bx: UnsafeMutableBufferPointer<Float>
  let by: UnsafeMutableBufferPointer<Float>
  /// Twice the middle of each link; infinite for the bond of an affiliation, which has no chip.
  let mx: UnsafeMutableBufferPointer<Float>
  let my: UnsafeMutableBufferPointer<Float>
  /// What crossing a link costs, in hundredths; whole numbers can be summed in any order.
  let price: UnsafeMutableBufferPointer<Int32>
  /// How many strands run side by side; 0 for the bond of an affiliation.
  let lanes: UnsafeMutableBufferPointer<Float>
  /// The links of each actor, one list after the other.
  let linkLists: UnsafeMutableBufferPointer<Int>
  let linkStarts: UnsafeMutableBufferPointer<Int>
  let extents: UnsafeMutableBufferPointer<HullExtent>
  let chip: Float
  let halfWidth: Float
  let halfHeight: Float
  /// Whether there are so many links that only few of them get a chip, so that chips need no room.
  let isDense: Bool

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
    hasHull = scene.groups.map(\.hasHull)
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
    mx = buffer(links.map { _ in Float.infinity })
    my = buffer(links.map { _ in Float.infinity })
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
    isDense = links.count > 200
    for group in groups.indices { extents[group] = extent(group) }
    for link in links.indices { setMiddle(link) }
  }

  deinit {
    for buffer in [
      widths, heights, halfWidths, halfHeights, xs, ys, ax, ay, bx, by, mx, my, lanes,
    ] {
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
      setMiddle(link)
    }
    extents[groupOf[node]] = extent(groupOf[node])
  }

  @inline(__always)
  private func setMiddle(_ link: Int) {
    guard lanes[link] > 0 else { return }
    mx[link] = ax[link] + bx[link]
    my[link] = ay[link] + by[link]
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
}

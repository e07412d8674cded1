extension Placement {
  /// Keeps the places that are known and finds some for newcomers between them: near those they have
  /// ties with, by the same rules as in a new drawing.
  static func grown(
    _ scene: Scene, _ options: DiagramOptions, _ known: [Point?],
    _ canvas: (width: Double, height: Double)
  ) -> [Point] {
    let fixed = known.compactMap { $0 }
    let extent = Box(around: fixed)
    let isFixed = known.map { $0 != nil }
    var places = known.map { $0 ?? extent.center }
    if isFixed.contains(false) {
      begin(&places, scene, isFixed, extent)
      // Around the middle, as the energy wants it.
      let centered = places.map { $0 - extent.center }
      let room = (
        width: max(canvas.width, extent.width + 160),
        height: max(canvas.height, extent.height + 120)
      )
      let found = annealed(
        separated(centered, scene, slack: isFixed.map { $0 ? 0 : .infinity }), scene, room,
        isPinned: isFixed, options.seed)
      places = zip(found, known).map { $1 ?? $0 + extent.center }
    }
    let slack = zip(scene.members, isFixed).map { member, isFixed in
      !isFixed ? .infinity : options.pinned.contains(member.id) ? 0 : options.give
    }
    return separated(places, scene, slack: slack)
  }

  /// Puts each newcomer beside the middle of those that it has ties with, the best connected first.
  private static func begin(
    _ places: inout [Point], _ scene: Scene, _ isFixed: [Bool], _ extent: Box
  ) {
    var neighbours = [[Int]](repeating: [], count: places.count)
    let ends =
      scene.strands.map { ($0.source, $0.target) } + scene.bonds.map { ($0.member, $0.whole) }
    for (a, b) in ends {
      neighbours[a].append(b)
      neighbours[b].append(a)
    }
    var isPlaced = isFixed
    var waiting = places.indices.filter { !isFixed[$0] }
    while !waiting.isEmpty {
      func known(_ node: Int) -> [Int] { neighbours[node].filter { isPlaced[$0] } }
      let next = waiting.max { (known($0).count, $1) < (known($1).count, $0) } ?? waiting[0]
      waiting.removeAll { $0 == next }
      let near = known(next)
      if near.isEmpty {
        // Nobody to be near to: below the others.
        places[next] = Point(extent.center.x, extent.minY - 60)
      } else {
        let middle = near.reduce(Point(0, 0)) { $0 + places[$1] } * (1 / Double(near.count))
        let outward = (middle - extent.center).unit
        places[next] = middle + outward * 60
      }
      isPlaced[next] = true
    }
  }

  /// Pushes actors apart that still overlap, each along either axis by no more than its slack. Most
  /// drawings need none of it; crowded ones do.
  static func separated(_ start: [Point], _ scene: Scene, slack: [Double]) -> [Point] {
    var places = start
    func held(_ node: Int, _ point: Point) -> Point {
      let (home, slack) = (start[node], slack[node])
      return Point(
        max(home.x - slack, min(home.x + slack, point.x)),
        max(home.y - slack, min(home.y + slack, point.y)))
    }
    let order = places.indices
    for _ in 0..<200 {
      var moved = false
      for a in order {
        for b in order where b > a && !(slack[a] == 0 && slack[b] == 0) {
          let offset = places[b] - places[a]
          let roomX = (scene.members[a].width + scene.members[b].width) / 2 + 6
          let roomY = (scene.members[a].height + scene.members[b].height) / 2 + 6
          let (x, y) = (roomX - abs(offset.x), roomY - abs(offset.y))
          guard x > 0.01, y > 0.01 else { continue }
          // Along the axis where less has to give way.
          let push =
            x < y ? Point(offset.x < 0 ? -x : x, 0) : Point(0, offset.y < 0 ? -y : y)
          // Newcomers make way before those that stand.
          let share = slack[a] == slack[b] ? 0.5 : slack[a] < slack[b] ? 0 : 1
          let (oldA, oldB) = (places[a], places[b])
          places[a] = held(a, oldA - push * share)
          places[b] = held(b, oldB + push * (1 - share))
          if share != 0.5, places[a] == oldA, places[b] == oldB {
            // The freer one is at its bound, so the other has to.
            places[a] = held(a, oldA - push * (1 - share))
            places[b] = held(b, oldB + push * share)
          }
          moved = moved || places[a] != oldA || places[b] != oldB
        }
      }
      if !moved { break }
    }
    return places
  }
}

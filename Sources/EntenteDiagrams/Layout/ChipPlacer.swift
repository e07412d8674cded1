/// Finds places for chips on the paths of their strands, so that none covers an actor, a head or
/// another chip.
struct ChipPlacer {
  /// A chip that wants a place.
  struct Request {
    /// The strand, as a position in the routes.
    var strand: Int
    var width: Double
    var height: Double
  }

  let routes: [RoutedStrand]
  /// What no chip may cover.
  let obstacles: [Box]
  /// Within what chips must lie, if anything.
  let samples: [[Point]]
  /// Around each strand, so that most are passed over at a glance.
  private let extents: [Box]
  private let heads: [[Box]]

  init(routes: [RoutedStrand], obstacles: [Box]) {
    self.routes = routes
    self.obstacles = obstacles
    samples = routes.map { $0.samples(20) }
    extents = samples.map { Box(around: $0) }
    heads = routes.map { route in
      let margin = route.headLength * 0.3
      let head = Box(around: [route.path.end, route.tip]).expanded(margin)
      guard let tail = route.tail else { return [head] }
      return [head, Box(around: [route.path.start, tail]).expanded(margin)]
    }
  }

  /// A box for each request, or nil where there is no room.
  func boxes(for requests: [Request]) -> [Box?] {
    let candidates = requests.map(candidates)
    // Those with the fewest free places choose first.
    let order = requests.indices.sorted {
      let (l, r) = (free(candidates[$0]), free(candidates[$1]))
      return (l, $0) < (r, $1)
    }
    var chosen = [Candidate?](repeating: nil, count: requests.count)
    for round in 0..<4 {
      var changed = false
      for index in order {
        var best: Candidate?
        var least = Double.infinity
        for candidate in candidates[index] {
          var cost = candidate.cost
          let room = candidate.box.expanded(1.5)
          for (other, taken) in chosen.enumerated() where other != index {
            if let taken, taken.box.overlaps(room) { cost += 1000 }
          }
          if cost < least {
            least = cost
            best = candidate
          }
        }
        if best?.box != chosen[index]?.box { changed = true }
        chosen[index] = best
      }
      if !changed, round > 0 { break }
    }
    return dropped(chosen)
  }

  private struct Candidate {
    var box: Box
    /// What it costs, 1000 for each thing that must not be covered.
    var cost: Double
  }

  private func free(_ candidates: [Candidate]) -> Int { candidates.count { $0.cost < 1000 } }

  /// Leaves out the chips that would cover something after all.
  private func dropped(_ chosen: [Candidate?]) -> [Box?] {
    var kept: [Box?] = []
    for candidate in chosen {
      guard let candidate, candidate.cost < 1000,
        !kept.contains(where: { $0?.overlaps(candidate.box) ?? false })
      else {
        kept.append(nil)
        continue
      }
      kept.append(candidate.box)
    }
    return kept
  }

  private func candidates(_ request: Request) -> [Candidate] {
    let route = routes[request.strand]
    var result: [Candidate] = []
    for step in 0...16 {
      // From the middle outwards, alternately.
      let t = 0.5 + (step % 2 == 0 ? 0.025 : -0.025) * Double(step)
      let point = route.path.point(t)
      let normal = route.path.direction(t).unit.normal
      // On the line first; beside it where the line is crowded.
      let aside =
        abs(normal.x) * request.width / 2 + abs(normal.y) * request.height / 2 + route.width / 2 + 1
      for (shift, price) in [(0.0, 0.0), (aside, 9), (-aside, 9)] {
        let box = Box(
          center: point + normal * shift, width: request.width, height: request.height)
        result.append(
          Candidate(box: box, cost: price + 10 * abs(t - 0.5) + cost(of: box, request.strand)))
      }
    }
    return result
  }

  private func cost(of box: Box, _ strand: Int) -> Double {
    var cost = 0.0
    let room = box.expanded(2)
    for obstacle in obstacles where obstacle.overlaps(room) { cost += 1000 }
    let reach = room.expanded(20)
    for (index, points) in samples.enumerated() where extents[index].overlaps(reach) {
      for head in heads[index] where head.overlaps(room) { cost += index == strand ? 1000 : 300 }
      guard index != strand else { continue }
      // Another strand that passes under a chip looks broken.
      for (p, q) in zip(points, points.dropFirst()) where Plane.enters(p, q, room) { cost += 4 }
    }
    return cost
  }
}

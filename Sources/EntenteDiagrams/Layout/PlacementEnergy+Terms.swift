/// The terms of the energy, and the loops without branches that tell where a term can be left out.
extension PlacementEnergy {
  /// How many actors, itself included, are near enough to overlap an actor.
  func neighbours(of node: Int) -> Int32 {
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
  func linksThrough(_ node: Int) -> Int32 {
    let (x, y, w, h) = (xs[node], ys[node], halfWidths[node], halfHeights[node])
    var hits: Int32 = 0
    for link in 0..<linkCount {
      hits &+= Self.passes(ax[link] - x, ay[link] - y, bx[link] - x, by[link] - y, w, h)
    }
    return hits &- Int32(linkStarts[node + 1] - linkStarts[node])
  }

  /// How many actors have a link pass through their box, its ends included.
  func nodesOn(_ link: Int) -> Int32 {
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
  func companions(of link: Int) -> Int32 {
    guard lanes[link] > 0, !isDense else { return 0 }
    let (x, y, breadth, reach) = (mx[link], my[link], lanes[link], 2 * chip)
    var hits: Int32 = 0
    for other in 0..<linkCount {
      let isWide = abs(mx[other] - x) < reach
      let isHigh = abs(my[other] - y) < 16 * (breadth + lanes[other])
      hits &+= (isWide ? 1 : 0) & (isHigh ? 1 : 0)
    }
    return hits
  }

  /// Actors that leave the column, and a light pull towards its middle.
  func bounds(_ node: Int) -> Float {
    let outX = max(0, abs(xs[node]) + widths[node] / 2 - halfWidth)
    let outY = max(0, abs(ys[node]) + heights[node] / 2 - halfHeight)
    return (outX + outY) * 1.2 + 0.006 * (abs(xs[node]) + abs(ys[node]) * 1.4)
  }

  /// Actors keep 18 points from each other sideways and 14 up and down.
  @inline(__always)
  func overlap(_ a: Int, _ b: Int) -> Float {
    let gapX = abs(xs[a] - xs[b]) - (widths[a] + widths[b]) / 2
    let gapY = abs(ys[a] - ys[b]) - (heights[a] + heights[b]) / 2
    guard gapX < 18, gapY < 14 else { return 0 }
    let near = min(1, (18 - gapX) / 18) * min(1, (14 - gapY) / 14)
    guard gapX < 6, gapY < 6 else { return 6 * near }
    return 60 + 2 * min(18 - gapX, 14 - gapY) + 6 * near
  }

  /// Links too short for their chips and heads, and to a lesser degree long ones.
  func length(_ link: Int) -> Float {
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
    // Below this the head leaves nothing of its line, and two heads cover each other.
    let stub = max(0, 30 - visible)
    return 0.02 * visible + lack * lack * (1 + 0.5 * bundle) + stub
  }

  /// A link that runs through an actor that it does not belong to.
  @inline(__always)
  func blockage(_ link: Int, _ node: Int) -> Float {
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
  func crossings(of link: Int, below end: Int) -> Float {
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
  func narrowness(_ first: Int, _ second: Int, at node: Int) -> Float {
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
  @inline(__always)
  func crowding(_ first: Int, _ second: Int) -> Float {
    let dx = abs(ax[first] + bx[first] - ax[second] - bx[second]) / 2
    let dy = abs(ay[first] + by[first] - ay[second] - by[second]) / 2
    guard !isDense, dx < chip, dy < 72, lanes[first] > 0, lanes[second] > 0 else { return 0 }
    let mean = (lanes[first] + lanes[second]) / 2
    let reach = 16 * mean
    guard dy < reach else { return 0 }
    return 6 * (1 - dx / chip) * (1 - dy / reach) * mean
  }

  /// Two groups whose hulls overlap, so that an actor could seem to belong to both. That says
  /// something false, so it costs more than many crossings.
  func intrusion(_ first: Int, _ second: Int) -> Float {
    guard hasHull[first] || hasHull[second] else { return 0 }
    let depth = extents[first].depth(in: extents[second])
    return depth > 0 ? 100 + 5 * depth : 0
  }

  /// Small hulls read better than large ones.
  func spread(_ group: Int) -> Float {
    guard groups[group].count > 1 else { return 0 }
    return 0.004 * extents[group].size
  }

  func extent(_ group: Int) -> HullExtent {
    let members = groups[group]
    let margin = Float(hasHull[group] ? Metrics.hullPadding + 5 : 6)
    var extent = HullExtent()
    for node in members {
      extent.cover(
        xs[node], ys[node], halfWidth: widths[node] / 2 + margin,
        halfHeight: heights[node] / 2 + margin)
    }
    return extent
  }
}

/// What is wrong with a drawing, counted on the finished drawing. All zero but `crossings` and
/// `headsMeeting` is what a reader may expect.
public struct PlacementCost: Hashable, Sendable {
  /// Pairs of actors that overlap.
  public var nodeOverlaps = 0
  /// Pairs of labels that overlap: chips and the names of hulls, or all texts of a chart.
  public var chipOverlaps = 0
  /// Texts that cover an actor, or a dot of a chart that is not theirs.
  public var chipsOnNodes = 0
  /// Ties that run through an actor that they do not belong to.
  public var tiesThroughNodes = 0
  /// Actors inside the hull of a group that they do not belong to.
  public var hullIntrusions = 0
  /// Actors that stick out of the hull of their own group.
  public var hullEscapes = 0
  /// Texts, labels and actors that stick out of the sheet.
  public var cutOff = 0
  /// Ties that should have a chip and have none.
  public var missingChips = 0
  /// Pairs of heads at one actor that cover each other.
  public var headsMeeting = 0
  /// Pairs of ties without a common actor that cross.
  public var crossings = 0

  /// Things that cover each other or lie where they say something false.
  public var overlaps: Int {
    nodeOverlaps + chipOverlaps + chipsOnNodes + tiesThroughNodes + hullIntrusions + hullEscapes
      + cutOff
  }

  /// Everything but crossings and heads, which a graph may force.
  public var defects: Int { overlaps + missingChips }
}

extension Drawing {
  /// Counts what is wrong with the drawing.
  ///
  /// - Complexity: O(ties² + ties × actors), with little for what lies far apart.
  public func cost() -> PlacementCost {
    var cost = defects()
    let lines = strands.map { $0.samples(24) }
    let extents = lines.map { Box(around: $0) }
    for index in strands.indices {
      for other in 0..<index where extents[index].overlaps(extents[other]) {
        let (a, b) = (strands[index], strands[other])
        guard a.source != b.source, a.source != b.target, a.target != b.source,
          a.target != b.target
        else { continue }
        let crosses = zip(lines[index], lines[index].dropFirst()).contains { p, q in
          let piece = Box(around: [p, q])
          return piece.overlaps(extents[other])
            && zip(lines[other], lines[other].dropFirst()).contains { Plane.cross(p, q, $0, $1) }
        }
        if crosses { cost.crossings += 1 }
      }
    }
    cost.headsMeeting = headsMeeting()
    return cost
  }

  private func headsMeeting() -> Int {
    var heads: [String: [(place: Point, reach: Double)]] = [:]
    for strand in strands {
      // From the middle of a head, half its length is covered in every direction.
      let half = strand.headLength * 0.35
      func middle(_ tip: Point, _ base: Point) -> Point { tip + (base - tip) * 0.5 }
      heads[strand.target, default: []].append((middle(strand.tip, strand.path.end), half))
      if let tail = strand.tail {
        heads[strand.source, default: []].append((middle(tail, strand.path.start), half))
      }
    }
    var count = 0
    for node in nodes {
      let here = heads[node.id] ?? []
      for (index, head) in here.enumerated() {
        for other in here[..<index]
        where head.place.distance(to: other.place) < (head.reach + other.reach) * 0.8 {
          count += 1
        }
      }
    }
    return count
  }

  /// All but crossings and heads.
  func defects() -> PlacementCost {
    var cost = PlacementCost()
    for (index, node) in nodes.enumerated() {
      for other in nodes[..<index] where node.box.overlaps(other.box) { cost.nodeOverlaps += 1 }
      for chip in chips where chip.box.overlaps(node.box) { cost.chipsOnNodes += 1 }
      for text in texts where text.box.overlaps(node.box) { cost.chipsOnNodes += 1 }
    }
    let labelled = chips.map(\.box) + texts.filter { $0.role == .hull }.map(\.box)
    for (index, box) in labelled.enumerated() {
      for other in labelled[..<index] where box.overlaps(other) { cost.chipOverlaps += 1 }
    }
    for strand in strands {
      let line = strand.samples(24)
      let extent = Box(around: line)
      for node in nodes
      where node.id != strand.source && node.id != strand.target && node.box.overlaps(extent) {
        if zip(line, line.dropFirst()).contains(where: { Plane.enters($0, $1, node.box) }) {
          cost.tiesThroughNodes += 1
        }
      }
    }
    for hull in hulls {
      let members = Set(hull.members)
      for node in nodes {
        if members.contains(node.id) {
          let stays = node.box.corners.allSatisfy { Plane.holds(hull.corners, $0) }
          if !stays { cost.hullEscapes += 1 }
        } else if Plane.penetration(hull.corners, node.box.corners) > 0 {
          cost.hullIntrusions += 1
        }
      }
    }
    cost.missingChips = max(0, wantedChips - chips.count)
    let boxes = nodes.map(\.box) + chips.map(\.box) + texts.map(\.box)
    cost.cutOff = Box.count(of: boxes, outOfSheet: width, height)
    return cost
  }
}

extension Chart {
  /// Counts what is wrong with the chart: texts on other texts or on dots, and what sticks out of the
  /// sheet. What only figures of nodes and links can have is 0.
  ///
  /// - Complexity: O(texts² + texts × dots).
  public func cost() -> PlacementCost {
    var cost = PlacementCost()
    // What is measured has a little room to spare on all sides.
    let boxes = texts.map { $0.box.expanded(-0.6) }
    let dots = marks.compactMap { mark -> Box? in
      guard case .ellipse(let box) = mark.shape else { return nil }
      return box.expanded(-0.6)
    }
    for (index, box) in boxes.enumerated() {
      for other in boxes[..<index] where box.overlaps(other) { cost.chipOverlaps += 1 }
      // The number of a pin stands in its disc.
      guard texts[index].role != .pin else { continue }
      for dot in dots where dot.overlaps(box) { cost.chipsOnNodes += 1 }
    }
    cost.cutOff = Box.count(of: texts.map(\.box), outOfSheet: width, height)
    return cost
  }
}

extension Box {
  /// How many boxes stick out of a sheet by more than half a point.
  fileprivate static func count(
    of boxes: [Box], outOfSheet width: Double, _ height: Double
  ) -> Int {
    boxes.count {
      $0.minX < -0.5 || $0.minY < -0.5 || $0.maxX > width + 0.5 || $0.maxY > height + 0.5
    }
  }
}

extension Plane {
  /// Whether a convex polygon, counter-clockwise, holds a point.
  fileprivate static func holds(_ polygon: [Point], _ point: Point) -> Bool {
    zip(polygon, polygon.dropFirst() + polygon.prefix(1)).allSatisfy { a, b in
      (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= -1e-9
    }
  }
}

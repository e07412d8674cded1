/// What is wrong with a drawing, counted on the finished drawing. All zero but `crossings` is what a
/// reader may expect.
public struct PlacementCost: Hashable, Sendable {
  /// Pairs of actors that overlap.
  public var nodeOverlaps = 0
  /// Pairs of chips, or of chips and other texts, that overlap.
  public var chipOverlaps = 0
  /// Chips that cover an actor.
  public var chipsOnNodes = 0
  /// Ties that run through an actor that they do not belong to.
  public var tiesThroughNodes = 0
  /// Actors inside the hull of a group that they do not belong to.
  public var hullIntrusions = 0
  /// Actors that stick out of the hull of their own group.
  public var hullEscapes = 0
  /// Ties that should have a chip and have none.
  public var missingChips = 0
  /// Pairs of ties without a common actor that cross.
  public var crossings = 0

  /// Everything but crossings, which a graph may force.
  public var defects: Int {
    nodeOverlaps + chipOverlaps + chipsOnNodes + tiesThroughNodes + hullIntrusions + hullEscapes
      + missingChips
  }
}

extension Drawing {
  /// Counts what is wrong with the drawing.
  ///
  /// - Parameter labels: How many ties should have a chip.
  /// - Complexity: O(ties² + ties × actors).
  public func cost(labels: Int = 30) -> PlacementCost {
    var cost = defects(labels: labels)
    let lines = strands.map { $0.path.samples(24) + [$0.tip] }
    for index in strands.indices {
      for other in 0..<index {
        let (a, b) = (strands[index], strands[other])
        guard Set([a.source, a.target]).isDisjoint(with: [b.source, b.target]) else { continue }
        let crosses = zip(lines[index], lines[index].dropFirst()).contains { p, q in
          zip(lines[other], lines[other].dropFirst()).contains { Plane.cross(p, q, $0, $1) }
        }
        if crosses { cost.crossings += 1 }
      }
    }
    return cost
  }

  /// All but the crossings.
  func defects(labels: Int) -> PlacementCost {
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
    let lines = strands.map { $0.path.samples(24) + [$0.tip] }
    for (strand, line) in zip(strands, lines) {
      for node in nodes where node.id != strand.source && node.id != strand.target {
        if zip(line, line.dropFirst()).contains(where: { Plane.enters($0, $1, node.box) }) {
          cost.tiesThroughNodes += 1
        }
      }
    }
    for hull in hulls {
      for node in nodes {
        let isMember = hull.members.contains(node.id)
        if isMember {
          let stays = node.box.corners.allSatisfy { Plane.holds(hull.corners, $0) }
          if !stays { cost.hullEscapes += 1 }
        } else if Plane.penetration(hull.corners, node.box.corners) > 0 {
          cost.hullIntrusions += 1
        }
      }
    }
    cost.missingChips = max(0, min(labels, strands.count) - chips.count)
    return cost
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

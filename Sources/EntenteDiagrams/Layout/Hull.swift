/// The outline around the members of a group.
public struct Hull: Hashable, Sendable {
  /// The name of the group's root.
  public let name: String
  /// The ids of the members that it must contain, and no others.
  public let members: [String]
  /// The corners of the convex outline, counter-clockwise, before rounding.
  public let corners: [Point]

  static func around(_ boxes: [Box], padding: Double) -> [Point] {
    let hull = Plane.convexHull(boxes.flatMap { $0.expanded(padding).corners })
    // Corners nearer than a point to each other would make the rounding flicker.
    var kept: [Point] = []
    for point in hull where kept.last.map({ $0.distance(to: point) > 1 }) ?? true {
      kept.append(point)
    }
    return kept
  }

  /// The outline with rounded corners as cubic curves: a start and three points for each.
  func rounded(radius: Double) -> [Point] {
    var result: [Point] = []
    let count = corners.count
    for index in 0..<count {
      let (previous, corner, next) = (
        corners[(index + count - 1) % count], corners[index], corners[(index + 1) % count]
      )
      let back = min(radius, corner.distance(to: previous) / 2)
      let ahead = min(radius, corner.distance(to: next) / 2)
      let entry = corner + (previous - corner).unit * back
      let exit = corner + (next - corner).unit * ahead
      if let last = result.last {
        result += [last + (entry - last) * (1.0 / 3), last + (entry - last) * (2.0 / 3), entry]
      } else {
        result.append(entry)
      }
      result += [entry + (corner - entry) * 0.56, exit + (corner - exit) * 0.56, exit]
    }
    if let first = result.first, let last = result.last {
      result += [last + (first - last) * (1.0 / 3), last + (first - last) * (2.0 / 3), first]
    }
    return result
  }
}

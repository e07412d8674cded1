import EntenteCore

/// The outline of an actor, where its ties begin and end.
struct Outline: Sendable {
  let box: Box
  let kind: Actor.Kind

  init(box: Box, kind: Actor.Kind) {
    self.kind = kind
    // The tabs of an organization stand out on the left.
    self.box =
      kind == .organization
      ? Box(center: box.center - Point(3.5, 0), width: box.width + 7, height: box.height) : box
  }

  /// Whether a point lies inside, or nearer to it than a gap.
  func holds(_ point: Point, gap: Double = 0) -> Bool {
    let (halfWidth, halfHeight) = (box.width / 2 + gap, box.height / 2 + gap)
    let (x, y) = (abs(point.x - box.center.x), abs(point.y - box.center.y))
    guard x < halfWidth, y < halfHeight else { return false }
    let (dx, dy) = (x / halfWidth, y / halfHeight)
    switch kind {
    case .person: return dx * dx + dy * dy < 1
    // A regular octagon, stretched: its corners are cut at the square root of two.
    case .group: return dx + dy < 1.41421356
    case .state:
      // The corners are rounded, and a head that ended at a sharp one would hang in the air.
      let radius = min(9, box.height / 3) + gap
      let (rx, ry) = (x - (halfWidth - radius), y - (halfHeight - radius))
      return rx <= 0 || ry <= 0 || rx * rx + ry * ry < radius * radius
    case .outlet, .organization: return true
    }
  }

  /// The length of the way around the box.
  var perimeter: Double { 2 * (box.width + box.height) }

  /// How far along the box, counter-clockwise from its lower right corner, the ray from the middle
  /// through a point leaves it.
  func place(of point: Point) -> Double {
    let (dx, dy) = (point.x - box.center.x, point.y - box.center.y)
    let (w, h) = (box.width, box.height)
    let reach = max(abs(dx) * 2 / w, abs(dy) * 2 / h, 1e-9)
    let (x, y) = (dx / reach + w / 2, dy / reach + h / 2)
    if x >= w - 1e-6 { return y }
    if y >= h - 1e-6 { return h + (w - x) }
    if x <= 1e-6 { return h + w + (h - y) }
    return h + w + h + x
  }

  /// The point of the outline at a place along the box.
  func point(at place: Double) -> Point {
    let (w, h) = (box.width, box.height)
    var rest = place.truncatingRemainder(dividingBy: perimeter)
    if rest < 0 { rest += perimeter }
    let corner: Point
    if rest < h {
      corner = Point(box.maxX, box.minY + rest)
    } else if rest < h + w {
      corner = Point(box.maxX - (rest - h), box.maxY)
    } else if rest < h + w + h {
      corner = Point(box.minX, box.maxY - (rest - h - w))
    } else {
      corner = Point(box.minX + (rest - h - w - h), box.minY)
    }
    guard kind == .person || kind == .group || kind == .state else { return corner }
    var (low, high) = (0.5, 1.0)
    for _ in 0..<16 {
      let middle = (low + high) / 2
      if holds(box.center + (corner - box.center) * middle) { low = middle } else { high = middle }
    }
    return box.center + (corner - box.center) * low
  }
}

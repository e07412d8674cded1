/// A place in the drawing, in points, y upwards.
public struct Point: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Upwards.
  public var y: Double

  /// A place.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
  static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
  static func * (left: Point, right: Double) -> Point { Point(left.x * right, left.y * right) }

  var length: Double { (x * x + y * y).squareRoot() }
  /// At a right angle, to the left.
  var normal: Point { Point(-y, x) }
  var unit: Point {
    let length = self.length
    return length > 0 ? Point(x / length, y / length) : Point(1, 0)
  }
  func distance(to other: Point) -> Double { (self - other).length }
}

/// An upright rectangle.
public struct Box: Hashable, Sendable {
  /// Its middle.
  public var center: Point
  /// In points.
  public var width: Double
  /// In points.
  public var height: Double

  /// A rectangle.
  public init(center: Point, width: Double, height: Double) {
    self.center = center
    self.width = width
    self.height = height
  }

  /// The left side.
  public var minX: Double { center.x - width / 2 }
  /// The right side.
  public var maxX: Double { center.x + width / 2 }
  /// The lower side.
  public var minY: Double { center.y - height / 2 }
  /// The upper side.
  public var maxY: Double { center.y + height / 2 }

  func expanded(_ margin: Double) -> Box {
    Box(center: center, width: width + 2 * margin, height: height + 2 * margin)
  }

  func contains(_ point: Point) -> Bool {
    abs(point.x - center.x) < width / 2 && abs(point.y - center.y) < height / 2
  }

  /// Whether the two share an area.
  public func overlaps(_ other: Box) -> Bool {
    abs(center.x - other.center.x) * 2 < width + other.width
      && abs(center.y - other.center.y) * 2 < height + other.height
  }

  var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }

  /// The smallest rectangle around both.
  func union(_ other: Box) -> Box {
    let (left, right) = (min(minX, other.minX), max(maxX, other.maxX))
    let (low, high) = (min(minY, other.minY), max(maxY, other.maxY))
    return Box(
      center: Point((left + right) / 2, (low + high) / 2), width: right - left, height: high - low)
  }

  init(around points: [Point]) {
    var (left, right) = (Double.infinity, -Double.infinity)
    var (low, high) = (Double.infinity, -Double.infinity)
    for point in points {
      left = min(left, point.x)
      right = max(right, point.x)
      low = min(low, point.y)
      high = max(high, point.y)
    }
    self.init(
      center: Point((left + right) / 2, (low + high) / 2), width: right - left, height: high - low)
  }
}

/// A cubic Bézier curve.
public struct Cubic: Hashable, Sendable {
  /// Where it begins.
  public var start: Point
  /// The first handle.
  public var first: Point
  /// The second handle.
  public var second: Point
  /// Where it ends.
  public var end: Point

  /// A curve.
  public init(_ start: Point, _ first: Point, _ second: Point, _ end: Point) {
    self.start = start
    self.first = first
    self.second = second
    self.end = end
  }

  /// The place at `t` in 0…1.
  public func point(_ t: Double) -> Point {
    let u = 1 - t
    return start * (u * u * u) + first * (3 * u * u * t) + second * (3 * u * t * t)
      + end * (t * t * t)
  }

  func direction(_ t: Double) -> Point {
    let u = 1 - t
    return (first - start) * (u * u) + (second - first) * (2 * u * t) + (end - second) * (t * t)
  }

  /// The part between two parameters.
  func part(_ from: Double, _ to: Double) -> Cubic {
    let right = split(from).1
    let rest = 1 - from
    return rest > 0 ? right.split((to - from) / rest).0 : right
  }

  /// The two parts before and after a parameter.
  func split(_ t: Double) -> (Cubic, Cubic) {
    func mix(_ a: Point, _ b: Point) -> Point { a + (b - a) * t }
    let (a, b, c) = (mix(start, first), mix(first, second), mix(second, end))
    let (d, e) = (mix(a, b), mix(b, c))
    let middle = mix(d, e)
    return (Cubic(start, a, d, middle), Cubic(middle, e, c, end))
  }

  /// Points along the curve, the ends included.
  func samples(_ count: Int) -> [Point] {
    (0...count).map { point(Double($0) / Double(count)) }
  }

  var length: Double {
    let points = samples(16)
    return zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }
}

enum Plane {
  /// Whether two segments cross.
  @inline(__always)
  static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    let (r, s) = (b - a, d - c)
    let denominator = r.x * s.y - r.y * s.x
    guard denominator != 0 else { return false }
    let offset = c - a
    let t = (offset.x * s.y - offset.y * s.x) / denominator
    let u = (offset.x * r.y - offset.y * r.x) / denominator
    return t > 0 && t < 1 && u > 0 && u < 1
  }

  /// Whether a segment enters a box.
  @inline(__always)
  static func enters(_ a: Point, _ b: Point, _ box: Box) -> Bool {
    let delta = b - a
    var (low, high) = (0.0, 1.0)
    return clip(a.x, delta.x, box.minX, box.maxX, &low, &high)
      && clip(a.y, delta.y, box.minY, box.maxY, &low, &high)
  }

  /// Narrows the part of a segment that lies between two parallels; false where none is left.
  @inline(__always)
  private static func clip(
    _ start: Double, _ step: Double, _ minimum: Double, _ maximum: Double, _ low: inout Double,
    _ high: inout Double
  ) -> Bool {
    if step == 0 { return start > minimum && start < maximum }
    let (t, u) = ((minimum - start) / step, (maximum - start) / step)
    low = max(low, min(t, u))
    high = min(high, max(t, u))
    return low < high
  }

  /// The corners of the smallest convex polygon around points, counter-clockwise (monotone chain).
  static func convexHull(_ points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func turn(_ o: Point, _ a: Point, _ b: Point) -> Double {
      (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
    }
    func chain(_ points: [Point]) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count >= 2, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      chain.removeLast()
      return chain
    }
    return chain(sorted) + chain(sorted.reversed())
  }

  /// How far a box is from the outline of a convex polygon that it lies outside of, about: from its
  /// corners and the middles of its sides.
  static func gap(_ polygon: [Point], _ box: Box) -> Double {
    var least = Double.infinity
    let corners = box.corners
    let points =
      corners + zip(corners, corners.dropFirst() + corners.prefix(1)).map { ($0 + $1) * 0.5 }
    for (a, b) in zip(polygon, polygon.dropFirst() + polygon.prefix(1)) {
      let along = b - a
      let square = along.x * along.x + along.y * along.y
      for point in points {
        let offset = point - a
        let t = square > 0 ? (offset.x * along.x + offset.y * along.y) / square : 0
        least = min(least, point.distance(to: a + along * max(0, min(1, t))))
      }
    }
    return least
  }

  /// How deep two convex polygons overlap along the axis where they do so least; 0 when apart.
  static func penetration(_ a: [Point], _ b: [Point]) -> Double {
    var least = Double.infinity
    for (polygon, other) in [(a, b), (b, a)] {
      for index in polygon.indices {
        let edge = polygon[(index + 1) % polygon.count] - polygon[index]
        let length = edge.length
        guard length > 0 else { continue }
        // The outer side of a counter-clockwise polygon.
        let axis = Point(edge.y / length, -edge.x / length)
        let reach = polygon[index].x * axis.x + polygon[index].y * axis.y
        var nearest = Double.infinity
        for point in other { nearest = min(nearest, point.x * axis.x + point.y * axis.y) }
        if nearest >= reach { return 0 }
        least = min(least, reach - nearest)
      }
    }
    return least.isFinite ? least : 0
  }
}

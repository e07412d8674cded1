extension DrawingBuilder {
  /// Alpha in two hexadecimal digits.
  static let haloOpacity = "40"

  /// The width of the fine line at the lower end.
  private static let fine = 0.9

  /// The strokes of a strand with the interval that the ranges of its scores leave: a halo under them
  /// as wide as the upper end, and a fine line in them as wide as the lower end.
  ///
  /// What is narrower than can be drawn is widened, on the side of doubt: the halo shows by at least
  /// 0.8 points on each side, and the line lies within the strand by as much.
  func ribbon(_ strand: Scene.Strand, _ strokes: [Drawing.Stroke]) -> [Drawing.Stroke] {
    guard options.showsUncertainty, strand.margin > 0, strand.change != .gone,
      let top = strokes.firstIndex(where: { $0.role == .now })
    else { return strokes }
    let now = width(strand.now)
    let upper = width(min(strand.now + strand.margin, max(fullScale, strand.now)))
    let halo = Drawing.Stroke(
      width: max(upper, now + 1.6), color: palette.color(strand.sign) + Self.haloOpacity,
      hasHead: false, role: .halo)
    return [halo]
      + Self.lowerEnd(
        width(max(0, strand.now - strand.margin)), of: now, strokes, top: top,
        ground: palette.ground)
  }

  /// Draws the line at the lower end: in the colour of the ground, or where what was lies there, in
  /// that of the strand.
  static func lowerEnd(
    _ lower: Double, of now: Double, _ strokes: [Drawing.Stroke], top: Int, ground: String
  ) -> [Drawing.Stroke] {
    let inner = min(lower, now - 1.6 - fine)
    // A strand thinner than this has no room for a line in it.
    guard inner >= 0.3 else { return strokes }
    let full = strokes[top].color
    let pale = strokes[(top + 1)...].first { $0.role == .was }
    let isInPale = pale.map { inner + fine <= $0.width } ?? false
    let line = [
      Drawing.Stroke(
        width: inner + fine, color: isInPale ? full : ground, hasHead: false, role: .lower),
      Drawing.Stroke(
        width: inner, color: isInPale ? pale?.color ?? full : full, hasHead: false, role: .core),
    ]
    var strokes = strokes
    strokes.insert(contentsOf: line, at: isInPale ? strokes.count : top + 1)
    return strokes
  }
}

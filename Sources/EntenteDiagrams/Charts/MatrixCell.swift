import EntenteCore

/// One cell: how one actor stands towards another, on one date or two, each side of the tie apart.
struct MatrixCell {
  /// The sides of the cell that are drawn. A second date takes the lower right half and a second sign
  /// the lower left one, so that four sides are the quarters between both diagonals.
  struct Side: Hashable {
    var sign: Sign
    var isBefore: Bool
    var value: Double
    /// Whether the date has the other sign too.
    var isMixed: Bool
  }

  let source: Int
  let target: Int
  let sides: [Side]
  let basis: Claim.Basis
  let claims: Int

  /// - Parameter strands: The hostile and the cooperative strand of the tie, or one of them.
  init(_ strands: [Scene.Strand], isShift: Bool, minimum: Double) {
    source = strands[0].source
    target = strands[0].target
    basis = strands.map(\.basis).min() ?? .implied
    claims = strands.reduce(0) { $0 + $1.claims }
    var sides: [Side] = []
    for isBefore in isShift ? [true, false] : [false] {
      let values = strands.map { ($0.sign, isBefore ? $0.before ?? 0 : $0.now) }
        .filter { $0.1 >= minimum }
      for (sign, value) in values {
        sides.append(
          Side(sign: sign, isBefore: isBefore, value: value, isMixed: values.count > 1))
      }
    }
    self.sides = sides
  }

  var peak: Double { sides.map(\.value).max() ?? 0 }

  /// The corners of a side in the cell's box.
  static func corners(_ side: Side, isShift: Bool, in box: Box) -> [Point] {
    let (topLeft, topRight) = (Point(box.minX, box.maxY), Point(box.maxX, box.maxY))
    let (lowLeft, lowRight) = (Point(box.minX, box.minY), Point(box.maxX, box.minY))
    let center = box.center
    switch (isShift, side.isBefore, side.isMixed, side.sign) {
    case (false, _, false, _): return [topLeft, topRight, lowRight, lowLeft]
    case (false, _, true, .hostile): return [topLeft, topRight, lowRight]
    case (false, _, true, .cooperative): return [topLeft, lowRight, lowLeft]
    case (true, true, false, _): return [topLeft, topRight, lowLeft]
    case (true, true, true, .hostile): return [topLeft, topRight, center]
    case (true, true, true, .cooperative): return [topLeft, center, lowLeft]
    case (true, false, false, _): return [topRight, lowRight, lowLeft]
    case (true, false, true, .hostile): return [topRight, lowRight, center]
    case (true, false, true, .cooperative): return [lowLeft, center, lowRight]
    }
  }

  /// How wide a cell must be for the numbers of its sides.
  func roomForNumbers(isShift: Bool) -> Double {
    let isMixed = sides.contains(where: \.isMixed)
    return isShift ? (isMixed ? 60 : 44) : (isMixed ? 44 : 29)
  }
}

/// What a cell shows: areas, and what tells their signs without colour.
struct MatrixCellPainter {
  let ramp: IntensityRamp
  let palette: Palette
  let fullScale: Double
  let places: Int
  let isShift: Bool

  func paint(_ cell: MatrixCell, in box: Box, on canvas: inout Canvas) {
    for side in cell.sides {
      let corners = MatrixCell.corners(side, isShift: isShift, in: box)
      let level = IntensityRamp.level(side.value, of: fullScale)
      let hasFrame = box.width >= 7
      canvas.area(
        .cell, corners, fill: ramp.color(side.sign, level),
        stroke: hasFrame ? palette.color(side.sign) : nil, width: 0.5)
      var middle = corners.reduce(Point(0, 0), +) * (1 / Double(corners.count))
      if box.width >= cell.roomForNumbers(isShift: isShift) {
        // A number is wider than high, so in a quarter it stands nearer to the middle of the cell.
        if isShift, side.isMixed { middle = middle + (box.center - middle) * 0.16 }
        canvas.text(
          .value, Numerals.signed(side.value, side.sign, places: places), middle, .center,
          size: 8, color: ramp.text(on: level))
      } else {
        for mark in Self.cue(
          side.sign, at: middle, corners, cell: box.width, color: ramp.text(on: level),
          ground: palette.ground)
        {
          canvas.add(mark)
        }
      }
    }
  }

  /// A minus or a plus. Where that would be too small, accord is hollow.
  static func cue(
    _ sign: Sign, at middle: Point, _ corners: [Point], cell: Double, color: String,
    ground: String
  ) -> [Chart.Mark] {
    let arm = min(3.4, cell * (corners.count == 4 ? 0.2 : 0.12))
    guard arm >= 1.1 else {
      guard sign == .cooperative else { return [] }
      let hole = corners.map { middle + ($0 - middle) * 0.5 }
      return [Chart.Mark(role: .cue, shape: .polygon(hole), fill: ground)]
    }
    func stroke(_ reach: Point) -> Chart.Mark {
      Chart.Mark(
        role: .cue, shape: .line([middle - reach, middle + reach]), stroke: color,
        width: max(0.5, arm * 0.36))
    }
    let minus = stroke(Point(arm, 0))
    return sign == .hostile ? [minus] : [minus, stroke(Point(0, arm))]
  }
}

import EntenteCore

/// The legend of a matrix: the shades, and how a cell is divided. Only what is used.
struct MatrixLegend {
  struct Usage {
    var signs: [Sign]
    var isShift: Bool
    var isMixed: Bool
    var dates: [String]
    var cell: Double
    var bases: [Claim.Basis]
    var hasUndecided: Bool
    var omitted: Int
    var withoutSpot: Int
    var fullScale: Double
    var ramp: IntensityRamp
    var palette: Palette
  }

  private let usage: Usage

  init(_ chart: MatrixChart) { usage = chart.usage }

  var entries: [Legend.Entry] {
    guard !usage.signs.isEmpty else { return [] }
    var entries = usage.signs.map(scale)
    if usage.isShift {
      entries.append(
        divided(
          [side(.hostile, true, false), side(.hostile, false, false)],
          "upper left: \(usage.dates[0]), lower right: \(usage.dates[1])"))
    }
    if usage.isMixed {
      let sides =
        usage.isShift
        ? [
          side(.hostile, true, true), side(.cooperative, true, true), side(.hostile, false, true),
          side(.cooperative, false, true),
        ] : [side(.hostile, false, true), side(.cooperative, false, true)]
      entries.append(divided(sides, "both at once: tension upper right, accord lower left"))
    }
    if !usage.bases.isEmpty {
      let names = usage.bases.map(\.rawValue).joined(separator: " or ")
      entries.append(
        Legend.Entry(
          text: "\(names), not stated",
          marks: [
            Chart.Mark(
              role: .cue,
              shape: .polygon(Box(center: Point(0, 0), width: 11, height: 9).corners),
              stroke: usage.palette.ink, width: 0.7, dash: .dashed)
          ], marksWidth: 12))
    }
    if usage.hasUndecided {
      entries.append(Legend.Entry(text: "\u{00B0} could be in another bloc at no cost"))
    }
    if usage.omitted > 0 {
      entries.append(
        Legend.Entry(text: "\(Numerals.count(usage.omitted, "weaker tie")) not drawn"))
    }
    if usage.withoutSpot > 0 {
      entries.append(
        Legend.Entry(text: "the \(usage.withoutSpot) weakest cells have no link to their claims"))
    }
    return entries
  }

  /// The shades of a sign, with the cue that its cells have.
  private func scale(_ sign: Sign) -> Legend.Entry {
    let (width, height) = (15.0, 10.0)
    var marks: [Chart.Mark] = []
    for level in 0..<IntensityRamp.classes {
      let center = Point((Double(level) - 2) * width, 0)
      let corners = Box(center: center, width: width, height: height).corners
      marks.append(
        Chart.Mark(
          role: .cell, shape: .polygon(corners), fill: usage.ramp.color(sign, level),
          stroke: usage.palette.color(sign), width: 0.5))
      marks += MatrixCellPainter.cue(
        sign, at: center, corners, cell: min(usage.cell, 12), color: usage.ramp.text(on: level),
        ground: usage.palette.ground)
    }
    let word = sign == .hostile ? "tension" : "accord"
    let end = Numerals.short(usage.fullScale)
    let step = Numerals.short(usage.fullScale / Double(IntensityRamp.classes))
    return Legend.Entry(
      text: "\(word), 0 to \(sign == .hostile ? "\u{2212}" : "+")\(end) in steps of \(step)",
      marks: marks, marksWidth: 5 * width)
  }

  private func side(_ sign: Sign, _ isBefore: Bool, _ isMixed: Bool) -> MatrixCell.Side {
    MatrixCell.Side(sign: sign, isBefore: isBefore, value: 0, isMixed: isMixed)
  }

  private func divided(_ sides: [MatrixCell.Side], _ text: String) -> Legend.Entry {
    let box = Box(center: Point(0, 0), width: 13, height: 13)
    let marks = sides.map { side in
      Chart.Mark(
        role: .cell, shape: .polygon(MatrixCell.corners(side, isShift: usage.isShift, in: box)),
        fill: side.isMixed
          ? usage.ramp.color(side.sign, 2)
          : side.isBefore ? usage.palette.ground : usage.palette.rule,
        stroke: side.isMixed ? usage.palette.color(side.sign) : usage.palette.outline, width: 0.7)
    }
    return Legend.Entry(text: text, marks: marks, marksWidth: 13)
  }
}

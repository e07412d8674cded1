import Testing

@testable import EntenteDiagrams

@Suite struct PaletteTests {
  /// What WCAG asks for, and more in the theme that is made for it.
  private func limits(_ theme: DiagramOptions.Theme) -> (text: Double, mark: Double) {
    theme == .contrast ? (7, 4.5) : (4.5, 3)
  }

  @Test func contrastIsThatOfThePublishedFormula() {
    #expect(abs(ColorVision.full.contrast("#000000", "#FFFFFF") - 21) < 1e-9)
    // The grey that is known to pass AA on white with nothing to spare.
    #expect(abs(ColorVision.full.contrast("#767676", "#FFFFFF") - 4.54) < 0.005)
    // White stays white for everybody: the rows of the matrices add up to one.
    for vision in ColorVision.allCases {
      #expect(vision.seen("#FFFFFF").allSatisfy { abs($0 - 1) < 1e-5 })
    }
    // Pure red is much darker without the cones for long waves.
    #expect(
      ColorVision.protanopia.contrast("#FF0000", "#000000")
        < ColorVision.full.contrast("#FF0000", "#000000") - 1)
  }

  @Test(arguments: DiagramOptions.Theme.allCases, ColorVision.allCases)
  func textsStandOut(theme: DiagramOptions.Theme, vision: ColorVision) {
    let palette = Palette.of(theme)
    let hull = ColorVision.blend(palette.hull, 0.08, over: palette.ground)
    for text in [
      palette.ink, palette.secondary, palette.faint, palette.outline, palette.hostileText,
      palette.cooperativeText,
    ] {
      for ground in [palette.ground, hull, palette.node] {
        let contrast = vision.contrast(text, ground)
        #expect(contrast >= limits(theme).text, "\(text) on \(ground): \(contrast)")
      }
    }
  }

  @Test(arguments: DiagramOptions.Theme.allCases, ColorVision.allCases)
  func labelsOfTiesStandOutFromWhatShinesThrough(
    theme: DiagramOptions.Theme, vision: ColorVision
  ) {
    let palette = Palette.of(theme)
    for text in [palette.hostileText, palette.cooperativeText] {
      for behind in [
        palette.hostile, palette.cooperative, palette.hostilePale, palette.cooperativePale,
        palette.line, palette.outline,
      ] {
        let chip = ColorVision.blend(palette.ground, Double(0xE6) / 255, over: behind)
        let contrast = vision.contrast(text, chip)
        #expect(contrast >= min(limits(theme).text, 6), "\(text) over \(behind): \(contrast)")
      }
    }
  }

  @Test(arguments: DiagramOptions.Theme.allCases, ColorVision.allCases)
  func marksStandOut(theme: DiagramOptions.Theme, vision: ColorVision) {
    let palette = Palette.of(theme)
    let hull = ColorVision.blend(palette.hull, 0.08, over: palette.ground)
    for mark in [
      palette.hostile, palette.cooperative, palette.hostileEdge, palette.cooperativeEdge,
      palette.line, palette.outline,
    ] {
      for ground in [palette.ground, hull] {
        let contrast = vision.contrast(mark, ground)
        #expect(contrast >= limits(theme).mark, "\(mark) on \(ground): \(contrast)")
      }
    }
    for sign in Sign.allCases {
      let core = vision.contrast(palette.color(sign), palette.pale(sign))
      #expect(core >= 3, "pale core of \(sign): \(core)")
      let edge = vision.contrast(palette.edge(sign), palette.pale(sign))
      #expect(edge >= 2, "edge of pale \(sign): \(edge)")
    }
  }

  @Test(arguments: DiagramOptions.Theme.allCases, ColorVision.allCases)
  func signsStayApart(theme: DiagramOptions.Theme, vision: ColorVision) {
    let palette = Palette.of(theme)
    let distance = vision.distance(palette.hostile, palette.cooperative)
    // A grey copy of all but the print theme leaves the heads and signs of the labels to tell.
    let least = vision == .grey ? (theme == .print ? 0.3 : 0.08) : 0.15
    #expect(distance >= least, "\(distance)")
    if theme == .print {
      #expect(vision.contrast(palette.hostile, palette.cooperative) >= 3)
    }
  }

  @Test func aStyleSheetCanTellTheColorsOfThePageApart() {
    // White is the ground and the inside of actors, which the style sheet tells apart otherwise.
    let colors = Palette.light.named.filter { $0.name != "node" }.map { $0.color.lowercased() }
    #expect(Set(colors).count == colors.count)
    #expect(Palette.light.named.map(\.name) == Palette.dark.named.map(\.name))
  }
}

import EntenteCore

/// Turns a scene with places into a drawing: paths, hulls, chips, texts and legend.
struct DrawingBuilder {
  let scene: Scene
  let caption: Caption
  let options: DiagramOptions
  let fullScale: Double
  let places: Int
  let palette: Palette
  let words: Words

  init(_ scene: Scene, _ options: DiagramOptions, caption: (Int) -> Caption) {
    let fullScale = options.fullScale ?? Self.fullScale(of: scene)
    self.scene = scene
    self.options = options
    self.fullScale = fullScale
    places = fullScale > 5 ? 1 : 2
    palette = .of(options.theme)
    words = .of(options.language)
    self.caption = caption(places)
  }

  /// The least of some round numbers that holds every tie, and that leaves ground to see between
  /// the ties where there are many.
  static func fullScale(of scene: Scene) -> Double {
    let peak = scene.strands.map(\.peak).max() ?? 0
    let mean = scene.strands.map(\.peak).reduce(0, +) / Double(max(scene.strands.count, 1))
    // Up to 24 ties may be as wide as they like, 58 of them 2.6 points on the average.
    let most = max(1.4, 6.8 * 22 / Double(max(scene.strands.count, 22)))
    let steps = [1, 2.5, 5, 10, 25, 50, 100]
    return steps.first { $0 >= peak && 0.8 + 6 * mean / $0 <= most }
      ?? max(peak, 100)
  }

  func width(_ intensity: Double) -> Double { 0.8 + 6 * intensity / fullScale }

  /// All that has a place among the actors, in their coordinates.
  struct Content {
    var boxes: [Box]
    var routes: [RoutedStrand]
    var bonds: [Drawing.Bond]
    var hulls: [Hull]
    var hullTexts: [Drawing.Text]
    var marks: [Drawing.Mark]
    var chips: [Drawing.Chip]
    var wantedChips: Int
    /// Around everything.
    var extent: Box
  }

  /// Paths, hulls, marks and chips for actors at the given places, which may be around any origin.
  func content(at positions: [Point]) -> Content {
    let boxes = zip(scene.members, positions).map {
      Box(center: $1, width: $0.width, height: $0.height)
    }
    let router = TieRouter(scene, at: positions, widthOf: width)
    let routes = router.routes()
    let bonds = scene.bonds.map {
      Drawing.Bond(
        member: scene.members[$0.member].id, whole: scene.members[$0.whole].id,
        path: router.route($0))
    }
    let hulls = scene.groups.filter(\.hasHull).map { group in
      Hull(
        name: hullName(group), members: group.members.map { scene.members[$0].id },
        corners: Hull.around(group.members.map { boxes[$0] }, padding: Metrics.hullPadding))
    }
    let hullTexts = HullLabels(hulls: hulls, boxes: boxes, routes: routes).texts(palette)
    let requests = chipRequests()
    let obstacles = boxes + hullTexts.map(\.box)
    let marks = marks(routes, obstacles)
    let placed = ChipPlacer(routes: routes, obstacles: obstacles + marks.map(\.box))
      .boxes(for: requests.map(\.request))
    let chips = zip(requests, placed).compactMap { request, box in
      box.map {
        Drawing.Chip(
          strand: request.request.strand, link: scene.strands[request.request.strand].link,
          text: request.text, box: $0)
      }
    }
    var points = boxes.flatMap(\.corners) + hulls.flatMap(\.corners)
    points += hullTexts.flatMap(\.box.corners) + chips.flatMap(\.box.corners)
    points += routes.flatMap { $0.samples(8) }
    return Content(
      boxes: boxes, routes: routes, bonds: bonds, hulls: hulls, hullTexts: hullTexts,
      marks: marks, chips: chips, wantedChips: requests.count,
      extent: points.isEmpty
        ? Box(center: Point(0, 0), width: 0, height: 0) : Box(around: points))
  }

  /// The drawing with the actors at the given places, which may be around any origin.
  func drawing(at positions: [Point], view: String, day: CalendarDate) -> Drawing {
    let content = content(at: positions)
    let page = Page(
      content: content.extent, scene: scene, caption: caption, options: options,
      palette: palette, fullScale: fullScale, width: width)
    var parts = DrawnParts()
    parts.add(self, content, page.shift, prefix: "")
    var drawing = parts.drawing(view, on: page, caption, options, day)
    drawing.condensedActors = scene.condensation?.actors
    return drawing
  }

  func nodes(_ content: Content, _ shift: Point, prefix: String) -> [Drawing.Node] {
    zip(scene.members, content.boxes).map { member, box in
      Drawing.Node(
        id: prefix + member.id, name: member.name, kind: member.kind, lines: member.lines,
        box: box.moved(shift), description: describe(member), state: member.state,
        textSize: member.textSize, actor: member.id)
    }
  }

  func strands(_ content: Content, _ shift: Point, prefix: String) -> [Drawing.Strand] {
    zip(scene.strands, content.routes).enumerated().map { index, pair in
      strand(pair.0, pair.1, shift, caption.strandDescriptions[index], prefix)
    }
  }

  private func hullName(_ group: Scene.Group) -> String {
    if let name = group.name { return name }
    let root = TextMeasure.wrapped(
      scene.members[group.root].name, width: 200, size: Metrics.hullLabel, isBold: true, atMost: 1
    )[0]
    return "\(root) \(words.andAffiliates)"
  }

  private func describe(_ member: Scene.Member) -> String {
    let index = scene.members.firstIndex { $0.id == member.id } ?? 0
    let touching = scene.strands.indices.filter {
      scene.strands[$0].source == index || scene.strands[$0].target == index
    }
    let lines = touching.prefix(6).map { caption.strandDescriptions[$0] }
    let rest = touching.count - 6
    let more =
      rest <= 0 ? [] : [words.isEnglish ? "\(rest) more ties." : "+ \(rest)."]
    let kind = words.kinds[member.kind] ?? member.kind.rawValue
    return
      (["\(words.mark)\(member.name) (\(words.isEnglish ? member.kind.rawValue : kind))."]
      + lines + more).joined(separator: " ")
  }

  private func chipRequests() -> [(request: ChipPlacer.Request, text: String)] {
    let ranked = scene.strands.indices.filter { !scene.strands[$0].isMuted }.sorted {
      (scene.strands[$1].salience, $0) < (scene.strands[$0].salience, $1)
    }
    return ranked.prefix(max(0, options.labels)).map { index in
      let text = chipText(scene.strands[index])
      let width = TextMeasure.width(text, size: Metrics.chip, isBold: true) + 5
      return (
        ChipPlacer.Request(strand: index, width: width, height: Metrics.chipHeight), text
      )
    }
  }

  private func chipText(_ strand: Scene.Strand) -> String {
    func text(_ value: Double, _ places: Int) -> String {
      words.local(Numerals.signed(value, strand.sign, places: places))
    }
    guard let before = strand.before else { return text(strand.now, places) }
    switch strand.change {
    case .born:
      return "\(words.new[strand.sign]) \(words.leftToRight(text(strand.now, places)))"
    case .gone: return "\(text(before, places)) \u{2192} 0"
    case .steady, .none: return text(strand.now, places)
    case .grew, .shrank:
      // A change that vanishes in rounding is shown with more decimals.
      let fine = text(before, places) == text(strand.now, places) ? 2 : places
      return "\(text(before, fine)) \u{2192} \(text(strand.now, fine))"
    }
  }

  private func strand(
    _ strand: Scene.Strand, _ route: RoutedStrand, _ shift: Point, _ description: String,
    _ prefix: String
  ) -> Drawing.Strand {
    Drawing.Strand(
      source: prefix + scene.members[strand.source].id,
      target: prefix + scene.members[strand.target].id, sign: strand.sign,
      before: strand.before, now: strand.now,
      basis: strand.basis, path: route.path.moved(shift), tip: route.tip + shift,
      headLength: route.headLength,
      strokes: strand.isMuted
        ? [Drawing.Stroke(width: route.width, color: palette.rule, hasHead: true)]
        : ribbon(
          strand,
          Self.strokes(
            strand.sign, strand.change, was: width(strand.before ?? 0), now: width(strand.now),
            palette)),
      description: description, tail: route.tail.map { $0 + shift }, isMuted: strand.isMuted)
  }

  /// The marks of ties against the blocs: on the tie, clear of actors and of each other.
  private func marks(_ routes: [RoutedStrand], _ obstacles: [Box]) -> [Drawing.Mark] {
    var marks: [Drawing.Mark] = []
    for (index, strand) in scene.strands.enumerated() where strand.isFrustrated && !strand.isMuted {
      var best: (cost: Double, box: Box)?
      for t in [0.22, 0.28, 0.16, 0.34, 0.72, 0.66, 0.78, 0.5] {
        let box = Box(center: routes[index].path.point(t), width: 9, height: 9)
        var cost = abs(t - 0.22)
        for other in obstacles + marks.map(\.box) where other.overlaps(box.expanded(1)) {
          cost += 10
        }
        if cost < best?.cost ?? .infinity { best = (cost, box) }
      }
      if let best { marks.append(Drawing.Mark(strand: index, box: best.box)) }
    }
    return marks
  }

  /// Before and after on one path: a pale core inside the new width, or a pale casing around it.
  static func strokes(
    _ sign: Sign, _ change: Scene.Change, was: Double, now: Double, _ palette: Palette
  ) -> [Drawing.Stroke] {
    let (full, pale) = (palette.color(sign), palette.pale(sign))
    switch change {
    case .none, .born, .steady:
      return [Drawing.Stroke(width: now, color: full, hasHead: true)]
    case .gone:
      // The edge goes under the pale, which alone would hardly stand out from the ground.
      return [
        Drawing.Stroke(
          width: max(was, 2.4), color: palette.edge(sign), hasHead: true, role: .was),
        Drawing.Stroke(width: max(was, 2.4) - 1.4, color: pale, hasHead: false, role: .was),
      ]
    case .grew:
      // The core leaves a visible rim, however small the growth.
      return [
        Drawing.Stroke(width: now, color: full, hasHead: true),
        Drawing.Stroke(
          width: max(0.5, min(was, now - 1.4)), color: pale, hasHead: false, role: .was),
      ]
    case .shrank:
      let casing = max(was, now + 2)
      return [
        Drawing.Stroke(
          width: casing + 1, color: palette.edge(sign), hasHead: false, role: .edge),
        Drawing.Stroke(width: casing, color: pale, hasHead: false, role: .was),
        Drawing.Stroke(width: now, color: full, hasHead: true),
      ]
    }
  }
}

extension Box {
  func moved(_ shift: Point) -> Box { Box(center: center + shift, width: width, height: height) }
}

extension Cubic {
  func moved(_ shift: Point) -> Cubic {
    Cubic(start + shift, first + shift, second + shift, end + shift)
  }
}

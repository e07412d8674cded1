import EntenteFormats
import Graphviz

/// Finds places for actors: Graphviz spreads the union of all ties, and annealing then untangles it
/// under rules that Graphviz does not know (hulls, chips, the width of a column).
enum Placement {
  /// Places for the members of a scene, around the origin.
  ///
  /// - Complexity: O(steps × (actors + ties)); the number of steps is fixed by the number of actors.
  static func places(
    for scene: Scene, _ options: DiagramOptions
  ) throws(GraphvizError) -> [Point] {
    let count = scene.members.count
    guard count > 1 else { return [Point](repeating: Point(0, 0), count: count) }
    let canvas = Self.canvas(for: scene, options)
    let pinned = scene.members.map { options.placement[$0.id] }
    if pinned.allSatisfy({ $0 != nil }) { return pinned.compactMap { $0 } }
    var places = oriented(try spread(scene), scene, canvas)
    // Pinned places are in the coordinates of an earlier drawing, so the others are moved to them.
    let fixed = pinned.compactMap { $0 }
    if !fixed.isEmpty {
      let center = Box(around: fixed).center
      places = zip(places, pinned).map { $1.map { $0 - center } ?? $0 }
    }
    places = annealed(places, scene, canvas, isPinned: pinned.map { $0 != nil }, options.seed)
    if !fixed.isEmpty {
      let center = Box(around: fixed).center
      places = zip(places, pinned).map { $1 ?? $0 + center }
    }
    return places
  }

  /// The room that the actors get: the column's width, and a height that leaves space between them.
  static func canvas(
    for scene: Scene, _ options: DiagramOptions
  ) -> (width: Double, height: Double) {
    let area = scene.members.reduce(0) { $0 + ($1.width + 40) * ($1.height + 40) }
    let hulls = Double(scene.groups.count { $0.members.count > 1 }) * 6000
    let needed = (area + hulls) * (scene.isShift ? 2.3 : 2)
    let width = max(options.width - 24, (needed * 1.3).squareRoot())
    return (width, min(max(needed / width, 200), width))
  }

  /// Graphviz's own placement of the union graph.
  private static func spread(_ scene: Scene) throws(GraphvizError) -> [Point] {
    var graph = DOTGraph(
      name: "placement", isDirected: false,
      attributes: ["start": .token("1"), "overlap": .token("true"), "splines": .token("false")],
      nodeDefaults: ["label": .label(""), "shape": .token("box"), "fixedsize": .token("true")])
    for index in scene.members.indices { graph.statements.append(.node("n\(index)")) }
    var drawn = Set<[Int]>()
    for bond in scene.bonds {
      drawn.insert([min(bond.member, bond.whole), max(bond.member, bond.whole)])
      graph.statements.append(
        .edge("n\(bond.member)", "n\(bond.whole)", ["len": .number(1), "weight": .number(3)]))
    }
    for strand in scene.strands {
      let pair = [min(strand.source, strand.target), max(strand.source, strand.target)]
      guard drawn.insert(pair).inserted else { continue }
      graph.statements.append(.edge("n\(pair[0])", "n\(pair[1])", ["len": .number(2.6)]))
    }
    let text: String
    do {
      text = try graph.text()
    } catch {
      throw .rejected(messages: [error.description])
    }
    // Stress needs all distances, so its time grows with the square of the actors.
    let engine: LayoutEngine = scene.members.count <= 150 ? .neato : .sfdp
    let layout = try Graphviz.layout(text, engine: engine)
    var places = [Point](repeating: Point(0, 0), count: scene.members.count)
    for node in layout.nodes {
      if let index = Int(node.name.dropFirst()), places.indices.contains(index) {
        places[index] = Point(node.x, node.y)
      }
    }
    return places
  }

  /// Turns the placement so that the two groups with most ties stand side by side, the one that the
  /// project names first on the left, and stretches it over the canvas.
  private static func oriented(
    _ places: [Point], _ scene: Scene, _ canvas: (width: Double, height: Double)
  ) -> [Point] {
    var weight = [Int](repeating: 0, count: scene.groups.count)
    for strand in scene.strands {
      weight[scene.members[strand.source].group] += 1
      weight[scene.members[strand.target].group] += 1
    }
    func center(_ group: Int) -> Point {
      let members = scene.groups[group].members
      return members.reduce(Point(0, 0)) { $0 + places[$1] } * (1 / Double(members.count))
    }
    let ranked = scene.groups.indices.sorted { (weight[$1], $0) < (weight[$0], $1) }
    var axis = Point(1, 0)
    if ranked.count > 1 {
      let (left, right) = (min(ranked[0], ranked[1]), max(ranked[0], ranked[1]))
      let span = center(right) - center(left)
      if span.length > 1e-6 { axis = span.unit }
    }
    var turned = places.map {
      Point($0.x * axis.x + $0.y * axis.y, $0.y * axis.x - $0.x * axis.y)
    }
    let box = Box(around: turned)
    let scaleX = canvas.width * 0.8 / max(box.width, 1)
    let scaleY = canvas.height * 0.8 / max(box.height, 1)
    turned = turned.map {
      Point(($0.x - box.center.x) * scaleX, ($0.y - box.center.y) * scaleY)
    }
    return turned
  }

  /// Simulated annealing (Kirkpatrick et al. 1983, doi:10.1126/science.220.4598.671) over moves of
  /// one actor, exchanges inside a group, and moves and reflections of whole groups.
  private static func annealed(
    _ places: [Point], _ scene: Scene, _ canvas: (width: Double, height: Double),
    isPinned: [Bool], _ seed: UInt64
  ) -> [Point] {
    var generator = Generator(seed: seed)
    var energy = PlacementEnergy(scene, at: places, canvas: canvas)
    let movable = places.indices.filter { !isPinned[$0] }
    let wholes = energy.groups.indices.filter { group in
      energy.groups[group].count > 1 && !energy.groups[group].contains { isPinned[$0] }
    }
    let count = places.count
    let steps = count <= 40 ? 170 * count : max(40 * count, 6800 * 40 / count)
    var best = (energy: energy.total(), x: energy.x, y: energy.y)
    var current = best.energy
    for step in 0..<steps {
      let progress = Double(step) / Double(steps)
      let temperature = 26 * (1 - progress) * (1 - progress) + 0.02
      let reach = 150 * (1 - progress) + 5
      let before: (Double, [(Int, Point)])
      let after: Double
      let kind = generator.below(20)
      if kind == 0, let group = wholes.isEmpty ? nil : wholes[generator.below(wholes.count)] {
        before = (current, energy.groups[group].map { ($0, Point(energy.x[$0], energy.y[$0])) })
        shift(group, &energy, reach, &generator)
        after = energy.total()
      } else if kind <= 3, let group = wholes.isEmpty ? nil : wholes[generator.below(wholes.count)] {
        let members = energy.groups[group]
        let a = members[generator.below(members.count)]
        let b = members[generator.below(members.count)]
        let (p, q) = (Point(energy.x[a], energy.y[a]), Point(energy.x[b], energy.y[b]))
        before = (current, [(a, p), (b, q)])
        energy.move(a, to: q)
        energy.move(b, to: p)
        after = energy.total()
      } else {
        let node = movable[generator.below(movable.count)]
        let old = Point(energy.x[node], energy.y[node])
        let cost = energy.local(node)
        before = (cost, [(node, old)])
        let step = Point(generator.unit() * 2 - 1, generator.unit() * 2 - 1) * reach
        energy.move(node, to: old + step)
        after = energy.local(node)
      }
      let gain = before.0 - after
      // A rational stand-in for exp(gain / temperature), which needs no library.
      let ratio = -gain / temperature
      let chance = gain >= 0 ? 1 : 1 / ((1 + ratio / 4) * (1 + ratio / 4) * (1 + ratio / 4) * (1 + ratio / 4))
      if generator.unit() < chance {
        current -= gain
        if current < best.energy - 1e-9 { best = (current, energy.x, energy.y) }
      } else {
        for (node, point) in before.1 { energy.move(node, to: point) }
      }
    }
    return zip(best.x, best.y).map { Point($0.rounded(), $1.rounded()) }
  }

  private static func shift(
    _ group: Int, _ energy: inout PlacementEnergy, _ reach: Double, _ generator: inout Generator
  ) {
    let members = energy.groups[group]
    let box = Box(around: members.map { Point(energy.x[$0], energy.y[$0]) })
    let step = Point(generator.unit() * 2 - 1, generator.unit() * 2 - 1) * (reach * 1.5)
    let kind = generator.below(4)
    for node in members {
      let place = Point(energy.x[node], energy.y[node])
      let moved =
        switch kind {
        case 0: Point(2 * box.center.x - place.x, place.y)
        case 1: Point(place.x, 2 * box.center.y - place.y)
        default: place + step
        }
      energy.move(node, to: moved)
    }
  }
}

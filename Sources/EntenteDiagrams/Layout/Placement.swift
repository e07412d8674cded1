import EntenteCore
import EntenteFormats
import Graphviz

/// Finds places for actors by the union of all ties of a drawing.
///
/// Annealing untangles them under rules that Graphviz does not know (hulls, chips, the width of a
/// column). Up to sixty actors it starts from groups set out on an ellipse and needs no Graphviz, so
/// that a drawing can be written as DOT where that is not installed; more are spread by Graphviz
/// first.
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
    if pinned.contains(where: { $0 != nil }) { return grown(scene, options, pinned, canvas) }
    let start = count <= 60 ? grouped(scene, canvas) : oriented(try spread(scene), scene, canvas)
    let places = annealed(
      start, scene, canvas, isPinned: pinned.map { _ in false }, options.seed)
    return separated(places, scene, slack: places.map { _ in .infinity })
  }

  /// The room that the actors get: the column's width, and a height that leaves space between them.
  static func canvas(
    for scene: Scene, _ options: DiagramOptions
  ) -> (width: Double, height: Double) {
    // Where there are many, they stand closer, or the names would be too small to read.
    let gap = scene.members.count > 60 ? 26.0 : 40
    let area = scene.members.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let hulls = Double(scene.groups.count(where: \.hasHull)) * 6000
    let needed = (area + hulls) * (scene.isShift ? 1.5 : 1.3)
    let width = max(options.width - 24, (needed * options.size.shape).squareRoot())
    return (width, min(max(needed / width, 200), width * options.size.tallest))
  }

  /// Groups on an ellipse, members on smaller ones. The two groups with most ties face each other
  /// left and right, the one that the project names first on the left.
  private static func grouped(
    _ scene: Scene, _ canvas: (width: Double, height: Double)
  ) -> [Point] {
    let ranked = rankedGroups(scene)
    var order = Array(ranked.prefix(2)).sorted() + ranked.dropFirst(2)
    // The rest alternates between below and above.
    if order.count > 2 { order.swapAt(1, order.count / 2) }
    var places = [Point](repeating: Point(0, 0), count: scene.members.count)
    for (rank, group) in order.enumerated() {
      let turn = 0.5 + Double(rank) / Double(order.count)
      let center = onCircle(turn)
      let middle = Point(
        order.count > 1 ? center.x * canvas.width * 0.27 : 0,
        order.count > 1 ? center.y * canvas.height * 0.3 : 0)
      let members = scene.groups[group].members
      for (index, member) in members.enumerated() {
        let spot = onCircle(Double(index) / Double(members.count))
        let reach = members.count > 1 ? 1.0 : 0
        places[member] =
          middle
          + Point(spot.x * canvas.width * 0.17 * reach, spot.y * canvas.height * 0.3 * reach)
      }
    }
    return places
  }

  /// A point on the unit circle at a share of a full turn, by Bhaskara's approximation of the sine,
  /// which is near enough for a start.
  private static func onCircle(_ turn: Double) -> Point {
    func sine(_ turn: Double) -> Double {
      let part = turn - turn.rounded(.down)
      let half = part < 0.5 ? part : part - 0.5
      let product = 4 * half * 2 * (1 - half * 2)
      return (part < 0.5 ? 1 : -1) * 4 * product / (5 - product)
    }
    return Point(sine(turn + 0.25), sine(turn))
  }

  /// The groups, those with most ties first.
  private static func rankedGroups(_ scene: Scene) -> [Int] {
    var weight = [Int](repeating: 0, count: scene.groups.count)
    for strand in scene.strands {
      weight[scene.members[strand.source].group] += 1
      weight[scene.members[strand.target].group] += 1
    }
    return scene.groups.indices.sorted { (weight[$1], $0) < (weight[$0], $1) }
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
    func center(_ group: Int) -> Point {
      let members = scene.groups[group].members
      return members.reduce(Point(0, 0)) { $0 + places[$1] } * (1 / Double(members.count))
    }
    let ranked = rankedGroups(scene)
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
  static func annealed(
    _ places: [Point], _ scene: Scene, _ canvas: (width: Double, height: Double),
    isPinned: [Bool], _ seed: UInt64
  ) -> [Point] {
    // Any offset would do; with this one the first seed serves the case of May 2025 well.
    var generator = SeededGenerator(seed: seed &+ 286)
    let energy = PlacementEnergy(scene, at: places, canvas: canvas)
    let movable = places.indices.filter { !isPinned[$0] }
    let wholes = energy.groups.indices.filter { group in
      energy.groups[group].count > 1 && !energy.groups[group].contains { isPinned[$0] }
    }
    let count = places.count
    let steps = steps(count, energy.linkCount, movable: movable.count)
    var current = energy.total()
    var best = (energy: current, places: energy.places)
    // What each actor's terms sum up to holds until something is moved.
    var known = [Float](repeating: .nan, count: count)
    for step in 0..<steps {
      let rest = 1 - Double(step) / Double(steps)
      let temperature = 26 * rest * rest + 0.02
      // The Metropolis rule with a rational stand-in for the exponential, turned round: how much
      // worse may the move be? Knowing it beforehand, a hopeless move is given up early.
      let luck = max(generator.unit(), 1e-12)
      let allowed = Float(temperature * 4 * (1 / luck.squareRoot().squareRoot() - 1))
      let before: Float
      let after: Float
      let kind = generator.position(below: 24)
      if kind <= 3, !wholes.isEmpty {
        let group = wholes[generator.position(below: wholes.count)]
        before = current
        let undo = energy.groups[group].map { ($0, energy[$0]) }
        if kind == 0 {
          move(group, energy, 150 * rest + 5, &generator)
        } else {
          let (a, b) = (
            undo[generator.position(below: undo.count)], undo[generator.position(below: undo.count)]
          )
          energy.move(a.0, to: b.1)
          energy.move(b.0, to: a.1)
        }
        after = energy.total(limit: before + allowed)
        if after > before + allowed {
          for (node, point) in undo { energy.move(node, to: point) }
        }
      } else {
        let node = movable[generator.position(below: movable.count)]
        let old = energy[node]
        if known[node].isNaN { known[node] = energy.local(node) }
        before = known[node]
        let offset = Point(generator.unit() * 2 - 1, generator.unit() * 2 - 1)
        if kind <= 8 {
          // A leap to anywhere near its group keeps good places within reach to the end.
          let members = energy.groups[energy.groupOf[node]]
          let near = energy[members[generator.position(below: members.count)]]
          energy.move(node, to: near + Point(offset.x * 160, offset.y * 110))
        } else {
          energy.move(node, to: old + offset * (150 * rest + 5))
        }
        after = energy.local(node, limit: before + allowed)
        if after > before + allowed { energy.move(node, to: old) }
      }
      guard after <= before + allowed else { continue }
      current += after - before
      for index in known.indices { known[index] = .nan }
      if current < best.energy - 1e-3 { best = (current, energy.places) }
    }
    return best.places.map { Point($0.x.rounded(), $0.y.rounded()) }
  }

  /// How many moves are tried. Each costs links times the links of the actor that moves, so for large
  /// graphs there are fewer: there Graphviz has done the better part already.
  private static func steps(_ count: Int, _ links: Int, movable: Int) -> Int {
    let wanted = count <= 40 ? 450 * count : max(100 * count, 18_000 * 40 / count)
    let cost = Double(links) * max(2 * Double(links) / Double(count), 1)
    let affordable = Int(1.6e8 / max(cost, 1))
    return min(wanted, max(affordable, 20 * count), 450 * max(movable, 1))
  }

  private static func move(
    _ group: Int, _ energy: PlacementEnergy, _ reach: Double, _ generator: inout SeededGenerator
  ) {
    let members = energy.groups[group]
    let box = Box(around: members.map { energy[$0] })
    let step = Point(generator.unit() * 2 - 1, generator.unit() * 2 - 1) * (reach * 1.5)
    let kind = generator.position(below: 4)
    for node in members {
      let place = energy[node]
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

extension SeededGenerator {
  /// A position in a list of so many.
  fileprivate mutating func position(below count: Int) -> Int {
    Int(next() % UInt64(max(count, 1)))
  }
}

import EntenteCore
import Graphviz

/// The views that can be drawn.
public enum Diagram {
  /// Who stands with whom: the actors and their ties as of a date.
  ///
  /// Tension and accord of a tie are drawn apart, each as wide as it is strong, because a tie can be
  /// hostile and interdependent at once.
  ///
  /// Above ``mostActors`` actors, states or blocs stand for them and ties are added up; the subtitle
  /// says so.
  ///
  /// - Parameters:
  ///   - snapshot: The ties.
  ///   - options: What the drawing says and how.
  /// - Throws: ``GraphvizError`` where the actors can't be placed.
  public static func alignment(
    _ snapshot: Snapshot, _ options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> Drawing {
    var scene = Scene(snapshot, options)
    if scene.members.count > mostActors {
      scene = scene.condensed(snapshot.graph, nodes: snapshot.nodes, options)
    }
    let drawn = scene
    let builder = DrawingBuilder(scene, options) { places in
      Caption(
        drawn, snapshot.evidence, windows: [snapshot.window], claims: snapshot.activeClaims,
        sources: snapshot.activeSources, options: options, places: places)
    }
    return try best(scene, builder, options, view: "alignment", day: snapshot.window.last)
  }

  /// What changed: before and after on one path for every tie.
  ///
  /// The actors are placed by the ties of both dates together, so that nothing moves but the ties.
  ///
  /// - Parameters:
  ///   - shift: The two sides.
  ///   - options: What the drawing says and how. The shift's own minimum counts.
  /// - Throws: ``GraphvizError`` where the actors can't be placed.
  public static func shift(
    _ shift: Shift, _ options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> Drawing {
    var scene = Scene(shift, options)
    if scene.members.count > mostActors {
      scene = scene.condensed(shift.after.graph, nodes: shift.after.nodes, options)
    }
    let claims = Set((shift.before.contributions + shift.after.contributions).map(\.claim))
    let sources = Set(claims.map { shift.project.claims[$0].source })
    let drawn = scene
    let builder = DrawingBuilder(scene, options) { places in
      Caption(
        drawn, shift.after.evidence, windows: [shift.before.window, shift.after.window],
        claims: claims.count, sources: sources.count, options: options, places: places)
    }
    return try best(scene, builder, options, view: "shift", day: shift.after.window.last)
  }

  /// Draws from one seed after the other until a drawing reads well, and keeps the one that reads
  /// best. A large graph gets one try, and so does one whose actors all have places.
  static func best(
    _ scene: Scene, _ builder: DrawingBuilder, _ options: DiagramOptions, view: String,
    day: CalendarDate
  ) throws(GraphvizError) -> Drawing {
    var best: (overlaps: Int, score: Double, drawing: Drawing)?
    var options = options
    let count = scene.members.count
    let isFixed = scene.members.allSatisfy { options.placement[$0.id] != nil }
    let most = isFixed || count > 60 ? 1 : options.attempts
    // About one crossing for every four ties.
    let good = Double(max(scene.strands.count, 2))
    for attempt in 1...max(most, 1) {
      let drawing = builder.drawing(
        at: try Placement.places(for: scene, options), view: view, day: day)
      if most <= 1 { return drawing }
      let cost = drawing.cost()
      let score =
        Double(cost.missingChips * 60 + cost.crossings * 4 + cost.headsMeeting * 5)
        + drawing.detours
      if (cost.overlaps, score) < (best?.overlaps ?? .max, best?.score ?? .infinity) {
        best = (cost.overlaps, score, drawing)
      }
      // What covers something or lies where it says something false is worth more tries.
      if best?.overlaps == 0, score < good || attempt >= 4 { break }
      options.seed &+= 1
    }
    guard let best else { return builder.drawing(at: [], view: view, day: day) }
    return best.drawing
  }
}

extension Drawing {
  /// By how much ties are longer than they need be, as a sum of shares, with the area in small.
  fileprivate var detours: Double {
    strands.reduce(width * height / 100_000) { sum, strand in
      sum + 6 * (strand.path.length / max(strand.path.start.distance(to: strand.path.end), 1) - 1)
    }
  }
}

import EntenteCore
import Graphviz

/// The views that can be drawn.
public enum Diagram {
  /// Who stands with whom: the actors and their ties as of a date.
  ///
  /// Tension and accord of a tie are drawn apart, each as wide as it is strong, because a tie can be
  /// hostile and interdependent at once.
  ///
  /// - Parameters:
  ///   - snapshot: The ties.
  ///   - options: What the drawing says and how.
  /// - Throws: ``GraphvizError`` where the actors can't be placed.
  public static func alignment(
    _ snapshot: Snapshot, _ options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> Drawing {
    let scene = Scene(snapshot, options)
    let builder = DrawingBuilder(scene, options) { places in
      Caption(
        scene, snapshot.evidence, windows: [snapshot.window], claims: snapshot.activeClaims,
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
    let scene = Scene(shift, options)
    let claims = Set((shift.before.contributions + shift.after.contributions).map(\.claim))
    let sources = Set(claims.map { shift.project.claims[$0].source })
    let builder = DrawingBuilder(scene, options) { places in
      Caption(
        scene, shift.after.evidence, windows: [shift.before.window, shift.after.window],
        claims: claims.count, sources: sources.count, options: options, places: places)
    }
    return try best(scene, builder, options, view: "shift", day: shift.after.window.last)
  }

  /// Draws, and where something covers something else, tries again from other seeds. What has the
  /// fewest defects is kept; among equals the first. A large graph gets one try.
  private static func best(
    _ scene: Scene, _ builder: DrawingBuilder, _ options: DiagramOptions, view: String,
    day: CalendarDate
  ) throws(GraphvizError) -> Drawing {
    var best: (defects: Int, drawing: Drawing)?
    var options = options
    let isFixed = scene.members.allSatisfy { options.placement[$0.id] != nil }
    for _ in 0..<(isFixed || scene.members.count > 40 ? 1 : 6) {
      let drawing = builder.drawing(
        at: try Placement.places(for: scene, options), view: view, day: day)
      let defects = drawing.defects(labels: options.labels).defects
      if defects < best?.defects ?? .max { best = (defects, drawing) }
      if defects == 0 { break }
      options.seed &+= 1
    }
    guard let best else {
      return builder.drawing(at: [], view: view, day: day)
    }
    return best.drawing
  }
}

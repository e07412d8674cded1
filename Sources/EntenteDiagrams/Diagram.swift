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
    return builder.drawing(
      at: try Placement.places(for: scene, options), view: "alignment",
      day: snapshot.window.last)
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
    return builder.drawing(
      at: try Placement.places(for: scene, options), view: "shift", day: shift.after.window.last)
  }
}

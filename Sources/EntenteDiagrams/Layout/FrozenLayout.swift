import EntenteCore
import Graphviz

/// Places of actors that hold for several figures.
///
/// The places are computed once, for all dates together, and kept. Actors that come later are placed
/// near those they have ties with, while the others stay; where there is no room, actors that are
/// not pinned give way by at most a stated bound.
public struct FrozenLayout: Hashable, Sendable {
  /// Where an actor stands.
  public struct Place: Hashable, Sendable {
    /// In points, in coordinates of the layout's own: x to the right, y upwards.
    public var point: Point
    /// Whether a hand put it there, so that nothing may move it.
    public var isPinned: Bool

    /// A place.
    public init(_ point: Point, isPinned: Bool = false) {
      self.point = point
      self.isPinned = isPinned
    }
  }

  /// The places by the actors' ids.
  public var places: [String: Place]

  /// Places by the actors' ids.
  public init(places: [String: Place] = [:]) { self.places = places }
}

extension Diagram {
  /// How far an actor that is not pinned may be moved for newcomers between two revisions of a
  /// layout, in points along each axis.
  public static let give = 24.0

  /// Places for all actors of some snapshots, as the ties of all of them together ask for.
  ///
  /// - Parameters:
  ///   - snapshots: All dates that figures are to be drawn of, of the same evidence. At least one.
  ///   - known: Places to keep. Pinned actors stay exactly where they are, the others move by at
  ///     most ``give``, and only where newcomers would cover them. Actors that no snapshot has stay
  ///     in the layout.
  ///   - options: As for the figures; the seed counts.
  /// - Returns: The known places and those of newcomers. The same input gives the same places.
  /// - Throws: ``GraphvizError`` where more than sixty actors are new and Graphviz can't be used.
  public static func layout(
    of snapshots: [Snapshot], keeping known: FrozenLayout = FrozenLayout(),
    _ options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> FrozenLayout {
    guard let last = snapshots.last else { return known }
    let scene = Scene(union: snapshots, options)
    var options = options
    options.keep(known)
    let builder = DrawingBuilder(scene, options) { places in
      Caption(
        scene, last.evidence, windows: [last.window], claims: 0, sources: 0, options: options,
        places: places)
    }
    let drawing = try best(scene, builder, options, view: "layout", day: last.window.last)
    var layout = known
    for (id, point) in drawing.placement {
      let isPinned = known.places[id]?.isPinned ?? false
      if !isPinned { layout.places[id] = FrozenLayout.Place(point) }
    }
    return layout
  }
}

extension DiagramOptions {
  /// Makes the drawing stand on a layout: pinned actors exactly, the others to within
  /// ``Diagram/give``.
  mutating func keep(_ layout: FrozenLayout) {
    placement = layout.places.mapValues(\.point)
    pinned = Set(layout.places.filter { $0.value.isPinned }.keys)
    give = Diagram.give
  }

  /// Makes the drawing stand on a layout that holds all its actors: no actor moves. Actors that the
  /// layout does not know are placed between them.
  public mutating func stand(on layout: FrozenLayout) {
    placement = layout.places.mapValues(\.point)
    give = 0
  }
}

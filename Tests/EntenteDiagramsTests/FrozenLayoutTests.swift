import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct FrozenLayoutTests {
  static let snapshots = Result {
    let evidence = try FoundingCase.evidence(.state)
    return [FoundingCase.before, FoundingCase.after].map(evidence.snapshot(over:))
  }
  static let layout = Result { try Diagram.layout(of: try snapshots.get()) }

  @Test func actorsStayByNoPointBetweenDates() throws {
    var options = DiagramOptions()
    let layout = try Self.layout.get()
    options.stand(on: layout)
    for snapshot in try Self.snapshots.get() {
      for (id, place) in try Diagram.alignment(snapshot, options).placement {
        let known = try #require(layout.places[id])
        #expect(abs(place.x - known.point.x) < 1e-9 && abs(place.y - known.point.y) < 1e-9)
      }
    }
  }

  @Test func theSameInputGivesTheSameLayout() throws {
    #expect(try Diagram.layout(of: try Self.snapshots.get()) == Self.layout.get())
  }

  @Test func pinsHoldExactlyAndOthersGiveWayByTheBound() throws {
    // Everyone is known at the level of states; the persons and media are new.
    var known = try Self.layout.get()
    known.places["AZ"] = FrozenLayout.Place(Point(123.25, -7.5), isPinned: true)
    let snapshot = try FoundingCase.evidence().snapshot(over: FoundingCase.after)
    let grown = try Diagram.layout(of: [snapshot], keeping: known)
    #expect(grown.places["AZ"] == known.places["AZ"])
    #expect(grown.places.count > known.places.count)
    for (id, place) in known.places {
      let now = try #require(grown.places[id]).point
      #expect(abs(now.x - place.point.x) <= Diagram.give + 1e-9)
      #expect(abs(now.y - place.point.y) <= Diagram.give + 1e-9)
    }
    // A layout that holds everybody no longer changes.
    #expect(try Diagram.layout(of: [snapshot], keeping: grown) == grown)
  }

  @Test func actorsThatAreNotShownKeepTheirPlace() throws {
    var known = try Self.layout.get()
    known.places["elsewhere"] = FrozenLayout.Place(Point(500, 500))
    let again = try Diagram.layout(of: try Self.snapshots.get(), keeping: known)
    #expect(again.places["elsewhere"] == known.places["elsewhere"])
  }

  /// Ids are names only: other ids in the same order give the same picture.
  @Test func placesDoNotDependOnIds() throws {
    let evidence = try FoundingCase.evidence(.state)
    var renamed = Scene(union: [evidence.snapshot(over: FoundingCase.after)], DiagramOptions())
    let original = renamed
    for index in renamed.members.indices { renamed.members[index].id = "z\(9 - index)" }
    #expect(
      try Placement.places(for: renamed, DiagramOptions())
        == Placement.places(for: original, DiagramOptions()))
  }

  @Test func newcomersStandNearThoseTheyHaveTiesWith() throws {
    let layout = try Self.layout.get()
    let snapshot = try FoundingCase.evidence().snapshot(over: FoundingCase.after)
    let grown = try Diagram.layout(of: [snapshot], keeping: layout)
    let extent = Box(around: grown.places.values.map(\.point))
    let armenia = try #require(grown.places["vance"]).point
    #expect(extent.expanded(1).contains(armenia))
    // Nobody covers anybody.
    var options = DiagramOptions()
    options.stand(on: grown)
    #expect(try Diagram.alignment(snapshot, options).cost().nodeOverlaps == 0)
  }
}

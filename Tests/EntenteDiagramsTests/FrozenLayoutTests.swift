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

@Suite struct MultiplesTests {
  static let drawing = Result {
    let evidence = try FoundingCase.evidence(.state)
    let days = [(2024, 6, 1), (2025, 1, 31), (2025, 5, 8), (2025, 5, 19)]
    return try Diagram.multiples(
      days.map { evidence.snapshot(over: Window(FoundingCase.day($0.0, $0.1, $0.2))) })
  }

  @Test func everyActorStandsAtTheSamePlaceInEveryPanel() throws {
    let drawing = try Self.drawing.get()
    #expect(drawing.nodes.count % 4 == 0)
    let count = drawing.nodes.count / 4
    for panel in 1..<4 {
      let offset = drawing.nodes[panel * count].box.center - drawing.nodes[0].box.center
      for index in 0..<count {
        let (first, here) = (drawing.nodes[index], drawing.nodes[panel * count + index])
        #expect(first.actor == here.actor)
        #expect(here.box.center.distance(to: first.box.center + offset) < 1e-9)
      }
    }
  }

  @Test func nothingCoversAnything() throws {
    let drawing = try Self.drawing.get()
    #expect(drawing.cost().overlaps == 0)
    #expect(Set(drawing.nodes.map(\.id)).count == drawing.nodes.count)
  }

  @Test func panelsSayWhenAndWhatChanged() throws {
    let drawing = try Self.drawing.get()
    let headings = drawing.texts.filter { $0.role == .panel }.map(\.text)
    #expect(headings.contains("19 May 2025"))
    #expect(headings.contains { $0.contains("tension") || $0.contains("accord") })
    #expect(drawing.texts.contains { $0.role == .subtitle && $0.text.contains("4 dates") })
    #expect(drawing.textAlternative.contains { $0.hasPrefix("19 May 2025: ") })
  }

  @Test func whoHasNoTieThenIsAbsent() throws {
    let drawing = try Self.drawing.get()
    for panel in 1...4 {
      let prefix = "\(panel) "
      for node in drawing.nodes where node.id.hasPrefix(prefix) {
        let isTied = drawing.strands.contains { $0.source == node.id || $0.target == node.id }
        #expect((node.state == .absent) == !isTied)
      }
    }
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("entente-multiples"))
  }
}

import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct BlocsTests {
  private func scene(
    _ strands: [(Int, Int, Sign, Double)], _ count: Int
  ) -> Scene {
    Scene(
      members: (0..<count).map {
        Scene.Member(
          actor: $0, id: "a\($0)", kind: .state, name: "A\($0)", lines: ["A\($0)"], width: 80,
          height: 36, group: $0)
      },
      groups: (0..<count).map { Scene.Group(root: $0, members: [$0]) },
      strands: strands.map {
        Scene.Strand(
          source: $0.0, target: $0.1, sign: $0.2, before: nil, now: $0.3, basis: .stated,
          claims: 1, change: .none)
      }, bonds: [], omitted: 0, isShift: false)
  }

  @Test func theSideAgainstThePartitionIsMarked() {
    // 0 and 1 together, 2 apart; tension inside and accord across are against it.
    var scene = scene(
      [(0, 1, .hostile, 2), (0, 1, .cooperative, 1), (1, 2, .cooperative, 2), (1, 2, .hostile, 1)],
      3)
    scene.show(
      Blocs(
        blocs: ["a0": 0, "a1": 0, "a2": 1], frustrated: [("a1", "a0"), ("a1", "a2")],
        method: "m"), asHulls: true, .english)
    #expect(scene.strands.map(\.isFrustrated) == [true, false, true, false])
    #expect(scene.groups.map(\.members) == [[0, 1], [2]])
    #expect(scene.groups[0].name == "Bloc A")
  }

  @Test func theUndecidedLieOutsideOfAllHulls() {
    var scene = scene([(0, 1, .cooperative, 1), (1, 2, .cooperative, 1)], 3)
    scene.show(
      Blocs(
        blocs: ["a0": 0, "a1": 0, "a2": 0], undecided: ["a2"], frustrated: [], method: "m"),
      asHulls: true, .english)
    #expect(scene.groups.map(\.members) == [[0, 1], [2]])
  }

  @Test func equalTiesOfBothDirectionsAreDrawnOnce() {
    var scene = scene(
      [
        (0, 1, .hostile, 2), (1, 0, .hostile, 2), (0, 1, .cooperative, 1),
        (1, 0, .cooperative, 1.5), (1, 2, .hostile, 2),
      ], 3)
    scene.joinMutualStrands()
    #expect(scene.strands.map(\.isMutual) == [true, false, false, false])
    let routes = TieRouter(scene, at: [Point(0, 0), Point(300, 0), Point(300, 200)]) { _ in 2 }
      .routes()
    let boxes = [Point(0, 0), Point(300, 0)].map { Box(center: $0, width: 80, height: 36) }
    #expect(routes[0].tail.map { boxes[0].expanded(6).contains($0) } == true)
    #expect(boxes[1].expanded(6).contains(routes[0].tip))
    #expect(routes.dropFirst().allSatisfy { $0.tail == nil })
  }

  @Test func aDrawingMarksFrustratedTiesAndSaysSo() throws {
    let snapshot = try FoundingCase.evidence(.state).snapshot(over: FoundingCase.after)
    var options = DiagramOptions()
    options.blocs = Blocs(
      blocs: ["RU": 0, "AZ": 0, "AM": 1, "US": 1], frustrated: [("RU", "AZ")],
      method: "two blocs, made up")
    options.hulls = .blocs
    let drawing = try Diagram.alignment(snapshot, options)
    #expect(!drawing.marks.isEmpty)
    for mark in drawing.marks {
      let strand = drawing.strands[mark.strand]
      #expect(Set([strand.source, strand.target]) == ["RU", "AZ"])
      #expect(strand.sign == .hostile)
      #expect(strand.description.contains("against the blocs"))
      let nearest = strand.path.samples(200).map { $0.distance(to: mark.box.center) }.min()
      #expect(nearest.map { $0 < 2 } == true)
    }
    #expect(drawing.hulls.map(\.name) == ["Bloc A", "Bloc B"])
    #expect(drawing.cost().overlaps == 0)
    #expect(drawing.texts.contains { $0.role == .subtitle && $0.text.contains("made up") })
    #expect(drawing.texts.contains { $0.text == "against the blocs" })
    #expect(!drawing.texts.contains { $0.text.hasPrefix("outside:") })
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("against the blocs"))
  }

  @Test func aBlocOfOneHasAHullAndTheUndecidedHaveNone() throws {
    let snapshot = try FoundingCase.evidence(.state).snapshot(over: FoundingCase.after)
    var options = DiagramOptions()
    options.blocs = Blocs(
      blocs: ["RU": 0, "AZ": 0, "AM": 1, "US": 1], undecided: ["US"], frustrated: [],
      method: "two blocs, made up")
    options.hulls = .blocs
    let drawing = try Diagram.alignment(snapshot, options)
    #expect(drawing.hulls.map { $0.members.sorted() } == [["AZ", "RU"], ["AM"]])
    #expect(drawing.cost().overlaps == 0)
    #expect(
      drawing.texts.contains { $0.text == "outside: could be in either bloc, or has no tie" })
  }

  @Test func emphasisMutesTheTiesOfOthers() throws {
    let snapshot = try FoundingCase.evidence().snapshot(over: FoundingCase.after)
    var options = DiagramOptions()
    options.emphasis = ["vance"]
    let drawing = try Diagram.alignment(snapshot, options)
    for (index, strand) in drawing.strands.enumerated() {
      let touches = [strand.source, strand.target].contains("vance")
      #expect(strand.isMuted == !touches)
      #expect(drawing.chips.contains { $0.strand == index } == touches)
    }
    #expect(drawing.texts.contains { $0.text == "ties of others" })
    #expect(drawing.nodes.first { $0.id == "putin" }?.state == .muted)
    #expect(drawing.nodes.first { $0.id == "vance" }?.state == .ordinary)
  }
}

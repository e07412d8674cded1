import Testing

@testable import EntenteDiagrams

@Suite struct PlacementEnergyTests {
  /// Annealing judges a move of one actor by the terms of that actor alone, so their change has to
  /// be the change of the whole.
  @Test func localTermsChangeAsTheTotalDoes() throws {
    let scene = Scene(try FoundingCase.shift(), DiagramOptions())
    var generator = Generator(seed: 7)
    func place() -> Point { Point(generator.unit() * 600 - 300, generator.unit() * 400 - 200) }
    let energy = PlacementEnergy(
      scene, at: scene.members.map { _ in place() }, canvas: (600, 400))
    for _ in 0..<300 {
      let node = generator.below(scene.members.count)
      let (total, local) = (energy.total(), energy.local(node))
      energy.move(node, to: place())
      let change = energy.total() - total
      #expect(abs(energy.local(node) - local - change) < 0.02 * max(1, abs(change)))
    }
  }

  @Test func countingStopsAboveTheLimitAndNotBelow() throws {
    let scene = Scene(try FoundingCase.shift(), DiagramOptions())
    var generator = Generator(seed: 3)
    let places = scene.members.map { _ in
      Point(generator.unit() * 600 - 300, generator.unit() * 400 - 200)
    }
    let energy = PlacementEnergy(scene, at: places, canvas: (600, 400))
    let total = energy.total()
    #expect(energy.total(limit: total) == total)
    #expect(energy.total(limit: total / 4) > total / 4)
    for node in scene.members.indices {
      let local = energy.local(node)
      #expect(energy.local(node, limit: local) == local)
      #expect(energy.local(node, limit: local / 4) > local / 4)
    }
  }
}

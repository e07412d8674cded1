import EntenteCore
import Testing

@Suite struct SignedCostsTests {
  private func random(_ seed: UInt64, nodes: Int, density: Double) -> SignedCosts {
    var generator = SeededGenerator(seed: seed)
    var edges: [(Int32, Int32, Int64)] = []
    for a in 0..<Int32(nodes) {
      for b in (a + 1)..<Int32(max(nodes, Int(a) + 1)) where generator.unit() < density {
        edges.append((b, a, Int64(generator.below(9)) - 4))
      }
    }
    return SignedCosts(nodeCount: nodes, edges: edges.shuffled(using: &generator))
  }

  private func least(_ graph: SignedCosts, blocs: Int) -> Int64 {
    var best = Int64.max
    var labels = [Int32](repeating: 0, count: graph.nodeCount)
    func place(_ node: Int, _ used: Int32) {
      if node == labels.count {
        best = min(best, graph.cost(of: labels))
        return
      }
      for label in 0...min(used, Int32(blocs) - 1) {
        labels[node] = label
        place(node + 1, max(used, label + 1))
      }
    }
    place(0, 0)
    return best
  }

  @Test func adjacencyIsSortedAndComplete() {
    for seed in 0..<40 as Range<UInt64> {
      let graph = random(seed, nodes: 9, density: 0.5)
      for node in 0..<9 {
        let own = graph.offsets[node]..<graph.offsets[node + 1]
        let near = Array(graph.neighbours[own])
        #expect(near == near.sorted())
        for place in own {
          let edge = Int(graph.edges[place])
          let ends = [Int(graph.first[edge]), Int(graph.second[edge])]
          #expect(ends.contains(node) && ends.contains(Int(graph.neighbours[place])))
          #expect(graph.edge(Int32(node), graph.neighbours[place]) == graph.edges[place])
        }
      }
      #expect(graph.offsets[9] == 2 * graph.edgeCount)
    }
  }

  @Test func blocksShareOneNodeAndKeepTheCost() {
    for seed in 0..<120 as Range<UInt64> {
      let graph = random(seed, nodes: 8, density: 0.28)
      let blocks = graph.blocks()
      #expect(blocks.reduce(0) { $0 + $1.costs.edgeCount } == graph.edgeCount)
      var seen = Set<Int32>()
      for block in blocks {
        #expect(seen.intersection(block.nodes).count <= 1)
        seen.formUnion(block.nodes)
      }
      for count in 2...3 {
        let sum = blocks.reduce(0) { $0 + least($1.costs, blocs: count) }
        #expect(sum == least(graph, blocs: count), "seed \(seed)")
      }
    }
  }

  @Test func contractionKeepsTheLeastCost() {
    for seed in 0..<200 as Range<UInt64> {
      let graph = random(seed, nodes: 8, density: 0.45)
      let names = (0..<8 as Range<Int32>).map { $0 }
      var sides = SideForest(count: 8)
      let two = graph.contractingDominantEdges(nodes: names, sides: &sides)
      #expect(two.paid + least(two.part.costs, blocs: 2) == least(graph, blocs: 2), "seed \(seed)")
      for count in 2...4 {
        var groups = SideForest(count: 8)
        let many = graph.contractingDominantEdges(
          nodes: names, sides: &groups, positiveOnly: true)
        #expect(
          many.paid + least(many.part.costs, blocs: count) == least(graph, blocs: count),
          "seed \(seed)")
      }
    }
  }

  @Test func packingNeverExceedsTheLeastCost() {
    for seed in 0..<150 as Range<UInt64> {
      let graph = random(seed, nodes: 8, density: 0.7)
      let found = graph.annealedSides(seed: seed)
      let two = least(graph, blocs: 2)
      #expect(found.cost >= two && found.cost == graph.cost(of: found.sides))
      #expect(graph.packedCycleBound(switchedBy: found.sides) <= two)
      let free = least(graph, blocs: 8)
      #expect(graph.packedCycleBound(switchedBy: nil) <= free)
      let many = graph.annealedBlocs(most: 8, least: 0, seed: seed)
      #expect(many.cost >= free && many.cost == graph.cost(of: many.blocs))
      let three = graph.annealedBlocs(most: 3, least: 3, seed: seed)
      #expect(Set(three.blocs).count == 3)
    }
  }

  @Test func wholeNumbersStandForWeights() throws {
    let weights = [0.1, 2.0 / 3, 5e-7, 3e4]
    var lines: [SignedTies.Line] = []
    for (index, weight) in weights.enumerated() {
      lines.append(.init(first: 0, second: Int32(index + 1), positive: weight, negative: 0.05))
    }
    let scale = CostScale(try SignedTies(nodeCount: 5, lines: lines))
    #expect(!scale.isExact)
    for (edge, weight) in weights.enumerated() {
      let stands = Double(scale.costs.weight[edge]) * scale.unit
      #expect(abs(stands - (weight - 0.05)) <= scale.unit / 2)
    }
    let halves = CostScale(
      try SignedTies(
        nodeCount: 2, lines: [.init(first: 0, second: 1, positive: 2.25, negative: 0.5)]))
    #expect(halves.isExact && halves.base == 0.5 && halves.unit == 0.25)
    #expect(halves.costs.weight == [7])
    #expect(halves.roundingError == 0)
  }
}

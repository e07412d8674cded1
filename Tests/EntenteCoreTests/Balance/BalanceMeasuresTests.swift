import EntenteCore
import TestSupport
import Testing

@Suite struct BalanceMeasuresTests {
  private let mine = MeasureCatalog.balance + MeasureCatalog.blocs + MeasureCatalog.alignment

  @Test func everyMeasureIsDescribed() {
    for measure in mine {
      #expect(MeasureCatalog.measure(named: measure.name)?.title == measure.title)
      #expect(!measure.references.isEmpty)
      for text in [
        measure.title, measure.definition, measure.direction, measure.weight, measure.sign,
        measure.range, measure.complexity,
      ] { #expect(!text.isEmpty) }
      for reference in measure.references {
        #expect(reference.doi?.hasPrefix("10.") != false)
      }
    }
    #expect(Set(MeasureCatalog.all.map(\.name)).count == MeasureCatalog.all.count)
  }

  @Test func catalogAndMethodsAgreeOnTheTribes() throws {
    let graph = try Tribes.graph()
    let ties = try SignedTies(graph)
    let columns = { (name: String) in
      try MeasureCatalog.measure(named: name)?.columns(of: graph) ?? []
    }
    #expect(try columns("triad-census").map(\.values) == [[19], [2], [40], [7]])
    #expect(agree(try columns("triangle-index").first?.values.first ?? nil, 59.0 / 68))
    let walk = try ties.walkBalance().value
    #expect(try columns("walk-balance").first?.values == [walk])
    let estimate = try ties.estimatedWalkBalance()
    #expect(
      try columns("walk-balance-estimate").map(\.values)
        == [[estimate.value], [estimate.standardError]])
    #expect(try columns("directed-triads").reduce(0) { $0 + ($1.values[0] ?? 0) } == 560)
    let conflict = try ties.algebraicConflict().smallest.value
    #expect(try columns("algebraic-conflict").first?.values == [conflict])
    let blocs = try ties.leidenBlocs()
    #expect(try columns("leiden-blocs").first?.values == blocs.partition.labels.map(Double.init))
    #expect(try columns("alignment-map").count == 2)
    let quality = try MeasureCatalog.signedModularity.columns(
      of: graph, partition: blocs.partition.labels)
    #expect(quality.first?.values == [blocs.modularity.value])
  }

  @Test func undefinedIsAnErrorWithAReason() throws {
    let empty = try RelationGraph(nodeCount: 3, edges: [])
    #expect(
      throws: MeasureError.undefined(
        measure: "triangle-index", reason: UndefinedReason.noTriangles.description)
    ) { try MeasureCatalog.triangleIndex.columns(of: empty) }
    #expect(throws: MeasureError.self) {
      try MeasureCatalog.triangleIndex.columns(of: empty, on: .accord)
    }
    for reason in UndefinedReason.allCases { #expect(!reason.description.isEmpty) }
  }

  @Test func canBeCancelled() throws {
    let graph = try SeededSignedGraph(seed: 150).graph
    let stop = RunControl(isCancelled: { true })
    for measure in [
      MeasureCatalog.walkBalance, MeasureCatalog.walkBalanceEstimate,
      MeasureCatalog.algebraicConflict, MeasureCatalog.alignmentMap,
    ] {
      #expect(throws: MeasureError.cancelled(measure: measure.name), "\(measure.name)") {
        try measure.columns(of: graph, control: stop)
      }
    }
    // Those that look up only every few thousand steps need a larger graph.
    let ring = try RelationGraph(
      nodeCount: 5_000,
      edges: (Int32(0)..<5_000).map { .init(source: $0, target: ($0 + 1) % 5_000, net: 1) })
    for measure in [MeasureCatalog.directedTriads, MeasureCatalog.leidenBlocs] {
      #expect(throws: MeasureError.cancelled(measure: measure.name), "\(measure.name)") {
        try measure.columns(of: ring, control: stop)
      }
    }
  }
}

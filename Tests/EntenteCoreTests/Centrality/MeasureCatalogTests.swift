import EntenteCore
import Testing

@Suite struct MeasureCatalogTests {
  @Test func namesAreUniqueAndEveryTextIsFilled() {
    let measures = MeasureCatalog.all
    #expect(Set(measures.map(\.name)).count == measures.count)
    for measure in measures {
      #expect(MeasureCatalog.measure(named: measure.name)?.title == measure.title)
      for text in [
        measure.title, measure.definition, measure.direction, measure.weight, measure.sign,
        measure.range, measure.complexity,
      ] {
        #expect(!text.isEmpty)
      }
      #expect(!measure.references.isEmpty)
      for case let doi? in measure.references.map(\.doi) { #expect(doi.hasPrefix("10.")) }
      #expect(measure.defaultAspect.map(measure.acceptedAspects.contains) ?? true)
    }
    #expect(MeasureCatalog.measure(named: "no such measure") == nil)
  }

  @Test func everyCentralityComputesFromTheCatalog() throws {
    let graph = try RandomGraphs.directed(12, probability: 0.5, seed: 9, signed: true)
    for measure in MeasureCatalog.centrality {
      let columns = try measure.columns(of: graph, partition: (0..<12).map { Int32($0 / 4) })
      #expect(!columns.isEmpty)
      for column in columns { #expect(column.values.count == 12) }
      if measure.acceptedAspects.contains(.net), measure.defaultAspect == .accord {
        #expect(throws: MeasureError.self) { try measure.columns(of: graph, on: .net) }
      }
    }
    #expect(
      throws: MeasureError.aspectRefused(
        measure: "pn",
        aspect: .tension,
        accepted: [.net, .accord]
      )
    ) { try MeasureCatalog.pnIndex.columns(of: graph, on: .tension) }
    #expect(throws: MeasureError.self) { try MeasureCatalog.brokerage.columns(of: graph) }
  }

  @Test func noActorsAndOneActorAreAnsweredByAll() throws {
    for count in 0...1 {
      let graph = try RelationGraph(nodeCount: count, edges: [])
      for measure in MeasureCatalog.centrality {
        for column in try measure.columns(of: graph, partition: Array(repeating: 0, count: count)) {
          #expect(column.values.count == count)
        }
      }
    }
  }
}

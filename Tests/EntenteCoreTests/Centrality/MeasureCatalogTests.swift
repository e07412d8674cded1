import EntenteCore
import Foundation
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

  @Test func everyFileOfAMeasureHasAnArticleAndTestsOfItsName() throws {
    let files = FileManager.default
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let core = tests.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/EntenteCore")
    var seen = 0
    for room in ["Centrality", "Balance", "Blocs", "Alignment"] {
      let folder = core.appending(path: room)
      for file in try files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
        guard try String(contentsOf: file, encoding: .utf8).contains("= Measure(") else { continue }
        seen += 1
        let name = file.deletingPathExtension().lastPathComponent
        let article = core.appending(path: "Documentation.docc/\(name).md")
        let text = try String(contentsOf: article, encoding: .utf8)
        for part in ["sign", "example", "## reference"] {
          #expect(text.lowercased().contains(part), "\(name).md says nothing of \(part)")
        }
        let test = tests.appending(path: "\(room)/\(name)Tests.swift")
        #expect(files.fileExists(atPath: test.path), "\(name) has no tests of its name")
      }
    }
    #expect(seen >= 28)
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

  @Test func everyLongMeasureCanBeCancelled() throws {
    let graph = try RandomGraphs.directed(60, probability: 0.2, seed: 4)
    let stop = RunControl(isCancelled: { true })
    // One pass over the ties each.
    let short = [MeasureCatalog.strength.name, MeasureCatalog.coreness.name]
    for measure in MeasureCatalog.centrality where !short.contains(measure.name) {
      for length in TieLength.allCases where measure.name == MeasureCatalog.betweenness.name {
        #expect(throws: MeasureError.cancelled(measure: measure.name)) {
          try graph.betweenness(length: length, control: stop)
        }
        #expect(throws: MeasureError.cancelled(measure: "closeness")) {
          try graph.closeness(length: length, control: stop)
        }
      }
      // The weighted measures stop under the name that they share with the unweighted ones.
      let shared = measure.name.split(separator: "-").last.map(String.init) ?? measure.name
      #expect {
        try measure.columns(of: graph, partition: (0..<60).map { Int32($0 % 3) }, control: stop)
      } throws: { error in
        [measure.name, shared].map { MeasureError.cancelled(measure: $0) }
          .contains(error as? MeasureError)
      }
    }
  }

  @Test(arguments: [1e308, 1e154, 1e-154, 1e-308, Double.leastNonzeroMagnitude])
  func hugeAndTinyWeightsGiveNumbersOrAnError(weight: Double) throws {
    // Everyone is tied to everyone near by, in both directions, with equal and unequal weights.
    for uneven in [false, true] {
      var edges: [RelationGraph.Edge] = []
      for source in 0..<Int32(12) {
        for target in 0..<Int32(12) where source != target && abs(source - target) < 5 {
          let own = uneven && (source + target) % 4 == 0 ? 1 : weight
          edges.append(
            (source * target) % 5 == 3
              ? .init(source: source, target: target, tension: own, accord: 0)
              : .init(source: source, target: target, tension: 0, accord: own))
        }
      }
      let graph = try RelationGraph(nodeCount: 12, edges: edges)
      for measure in MeasureCatalog.all where measure.compute != nil {
        do {
          for column in try measure.columns(of: graph, partition: (0..<12).map { $0 / 4 }) {
            for value in column.values {
              #expect(value?.isFinite ?? true, "\(measure.name): \(column.name) of \(weight)")
            }
          }
        } catch { #expect(!error.description.isEmpty) }
      }
      for length in TieLength.allCases {
        do {
          let values = try graph.closeness(.ordinary, length: length)
          for value in values { #expect(value.isFinite) }
        } catch { #expect(!error.description.isEmpty) }
      }
    }
  }

  @Test func noActorsAndOneActorAreAnsweredByAll() throws {
    for count in 0...1 {
      let graph = try RelationGraph(nodeCount: count, edges: [])
      for measure in MeasureCatalog.centrality {
        for column in try measure.columns(of: graph, partition: Array(repeating: 0, count: count)) {
          #expect(column.values.count == count)
        }
      }
      // Of the whole, some definitions have no value; they say why.
      for measure in MeasureCatalog.all where measure.compute != nil {
        do {
          for column in try measure.columns(of: graph, partition: Array(repeating: 0, count: count))
          {
            for value in column.values { #expect(value?.isFinite ?? true) }
          }
        } catch {
          guard case .undefined(measure.name, let reason) = error else {
            Issue.record("\(measure.name) of \(count): \(error)")
            continue
          }
          #expect(!reason.isEmpty)
        }
      }
    }
  }
}

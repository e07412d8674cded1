import EntenteCore
import Testing

/// Iterations that were stopped before they came to an end are errors, never results.
@Suite struct PowerIterationTests {
  @Test func everyIterationThatIsStoppedSaysHowFarItCame() throws {
    let graph = try RandomGraphs.directed(60, probability: 0.1, seed: 12)
    // Small matrices are solved whole; this one is not.
    let signed = try RandomGraphs.directed(150, probability: 0.04, seed: 12, signed: true)
    func check(_ measure: Measure, _ run: () throws(MeasureError) -> Void) {
      do throws(MeasureError) {
        try run()
        Issue.record("\(measure.name) came to an end in two steps")
      } catch {
        guard case .notConverged(measure.name, let iterations, let residual, 1e-15) = error else {
          Issue.record("\(measure.name): \(error)")
          return
        }
        // Lanczos' method asks after each round of 26 products.
        #expect((1...26).contains(iterations), "\(measure.name)")
        #expect(residual > 1e-15 && residual.isFinite, "\(measure.name)")
        #expect(error.description.contains("\(residual)"))
      }
    }
    check(MeasureCatalog.eigenvector) { () throws(MeasureError) in
      _ = try graph.eigenvectorCentrality(tolerance: 1e-15, maxIterations: 2)
    }
    check(MeasureCatalog.katz) { () throws(MeasureError) in
      _ = try graph.katz(attenuation: .fixed(0.01), tolerance: 1e-15, maxIterations: 2)
    }
    check(MeasureCatalog.pageRank) { () throws(MeasureError) in
      _ = try graph.pageRank(tolerance: 1e-15, maxIterations: 2)
    }
    check(MeasureCatalog.hits) { () throws(MeasureError) in
      _ = try graph.hits(tolerance: 1e-15, maxIterations: 2)
    }
    check(MeasureCatalog.signedEigenvector) { () throws(MeasureError) in
      _ = try signed.signedEigenvector(tolerance: 1e-15, maxIterations: 2)
    }
  }
}

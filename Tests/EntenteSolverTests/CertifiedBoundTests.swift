import EntenteCore
import Testing

@testable import EntenteSolver

@Suite struct CertifiedBoundTests {
  /// The least cost over all 0–1 points that satisfy the rows and the fixed columns.
  private func truth(_ rows: [CutRow], _ costs: [Int64], _ fixed: [Int8]) -> Int64? {
    var best: Int64?
    for mask in 0..<(1 << costs.count) {
      func value(_ column: Int) -> Int { (mask >> column) & 1 }
      let fits = fixed.indices.allSatisfy { fixed[$0] < 0 || Int(fixed[$0]) == value($0) }
      let holds = rows.allSatisfy { row in
        let plus = row.plus.reduce(0) { $0 + value(Int($1)) }
        let minus = row.minus.reduce(0) { $0 + value(Int($1)) }
        return plus - minus >= Int(row.bound)
      }
      guard fits, holds else { continue }
      let cost = costs.indices.reduce(0) { $0 + costs[$1] * Int64(value($1)) }
      best = min(best ?? .max, cost)
    }
    return best
  }

  @Test func anyPricesGiveAValidBound() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<400 {
      let costs = (0..<7).map { _ in Int64(generator.below(20)) }
      let rows = (0..<6).map { _ -> CutRow in
        var plus: [Int32] = []
        var minus: [Int32] = []
        for column in 0..<Int32(7) {
          switch generator.below(4) {
          case 0: plus.append(column)
          case 1: minus.append(column)
          default: break
          }
        }
        return CutRow(plus: plus, minus: minus, bound: 1 - Int32(minus.count))
      }
      let fixed = (0..<7).map { _ in generator.below(4) == 0 ? Int8(generator.below(2)) : -1 }
      let odd: [Double] = [.nan, .infinity, -3, 1e300, 0]
      let prices = (0..<6).map { index in
        index == 5 ? odd[generator.below(5)] : generator.unit() * 3
      }
      guard let least = truth(rows, costs, fixed) else { continue }
      let bound = CertifiedBound(
        rows: rows, prices: prices, unit: 4, costs: costs, fixed: fixed)
      #expect(bound.scaled <= least * bound.scale)
      #expect(bound.roundedUp(step: 1) <= least)
    }
  }

  @Test func theRelaxationOfATriangleIsTight() throws {
    let rows = [CutRow(plus: [0, 1, 2], minus: [], bound: 1)]
    let program = try LinearProgram(library: CLPLibrary.shared.get(), costs: [1, 1, 1])
    program.addRows(rows)
    #expect(program.solve(iterations: 100) == .optimal)
    let bound = CertifiedBound(
      rows: rows, prices: program.rowPrices, unit: 1, costs: [1, 1, 1], fixed: [-1, -1, -1])
    #expect(bound.roundedUp(step: 1) == 1)
    program.setBounds([0, 0, 0])
    #expect(program.solve(iterations: 100) == .infeasible)
    let proof = CertifiedBound(
      rows: rows, prices: program.rowPrices, unit: 1, costs: [0, 0, 0], fixed: [0, 0, 0])
    #expect(proof.scaled > 0)
  }

  @Test func aMissingLibraryIsNamed() {
    #expect(throws: SolverError.self) { try CLPLibrary(candidates: ["libNoSuchThing.so.9"]) }
    #expect(throws: SolverError.self) { try CLPLibrary(candidates: ["libc.so.6"]) }
    let error = SolverError.libraryMissing(reason: "not there")
    #expect(error.description.contains("coinor-libclp1"))
  }
}

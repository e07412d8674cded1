@testable import EntenteCore
import Testing

@Suite struct AssignmentTests {
  private func byTryingAll(_ gains: [[Int]]) -> Int {
    func best(_ row: Int, _ used: Set<Int>) -> Int {
      if row == gains.count { return 0 }
      var result = gains.count > gains[0].count ? best(row + 1, used) : Int.min
      for column in gains[row].indices where !used.contains(column) {
        result = max(result, gains[row][column] + best(row + 1, used.union([column])))
      }
      return result
    }
    return best(0, [])
  }

  @Test(arguments: UInt64(1)...60) func equalsTryingAll(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = (1 + generator.below(5), 1 + generator.below(5))
    let gains = (0..<rows).map { _ in (0..<columns).map { _ in generator.below(12) } }
    let chosen = Assignment.largest(gains)
    let used = chosen.compactMap { $0 }
    #expect(used.count == min(rows, columns))
    #expect(Set(used).count == used.count)
    let total = zip(chosen, gains).reduce(0) { sum, row in sum + (row.0.map { row.1[$0] } ?? 0) }
    #expect(total == byTryingAll(gains))
  }

  @Test func nothingToAssign() {
    #expect(Assignment.largest([]) == [])
    #expect(Assignment.largest([[], []]) == [nil, nil])
  }
}

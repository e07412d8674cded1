import EntenteCore
import Testing

@Suite struct TieCategoriesTests {
  @Test func signs() {
    let expected: [(Double, Int)] = [(-10, 0), (-1e-300, 0), (0, 1), (1e-300, 2), (7, 2)]
    for (value, category) in expected {
      #expect(TieCategories.signs.category(of: value) == category)
    }
    #expect(TieCategories.signs.count == 3)
  }

  @Test func cutsBelongToTheMilderSide() throws {
    let five = try TieCategories(hostileBelow: [-5, -1], friendlyAbove: [1, 5])
    let expected: [(Double, Int)] = [
      (-9, 0), (-5, 1), (-2, 1), (-1, 2), (0, 2), (1, 2), (1.5, 3), (5, 3), (5.1, 4),
    ]
    for (value, category) in expected { #expect(five.category(of: value) == category) }
  }

  @Test func refusesCutsOutOfOrder() {
    for (hostile, friendly) in [
      ([1.0], [2.0]), ([-1, -5], []), ([], [-1]), ([], [2, 2]), ([.nan], []),
    ] {
      #expect(throws: AlignmentError.self) {
        try TieCategories(hostileBelow: hostile, friendlyAbove: friendly)
      }
    }
  }

  @Test func disagreements() {
    #expect(CategoryDisagreement.nominal(0, 3) == 1 && CategoryDisagreement.nominal(2, 2) == 0)
    #expect(CategoryDisagreement.absolute(0, 3) == 3)
    #expect(CategoryDisagreement.squared(4, 1) == 9)
  }
}

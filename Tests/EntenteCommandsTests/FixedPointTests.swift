import Testing

@testable import EntenteCommands

@Suite struct FixedPointTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (1.005, 2, "1.00"), (-1.234, 2, "-1.23"), (-0.004, 2, "0.00"),
    (12.5, 0, "13"), (-12.5, 0, "-13"), (0.05, 1, "0.1"), (999.999, 2, "1000.00"),
    (0.001, 3, "0.001"), (-10, 1, "-10.0"), (1e300, 2, "1e+300"), (.infinity, 2, "∞"),
    (-.infinity, 2, "-∞"), (.nan, 2, "undefined"),
  ])
  func numbers(value: Double, decimals: Int, text: String) {
    #expect(FixedPoint.text(value, decimals: decimals) == text)
  }

  @Test func plusIsShownOnlyWhereThereIsSomething() {
    #expect(FixedPoint.text(1.5, decimals: 1, plus: true) == "+1.5")
    #expect(FixedPoint.text(0.04, decimals: 1, plus: true) == "0.0")
    #expect(FixedPoint.text(-1.5, decimals: 1, plus: true) == "-1.5")
  }
}

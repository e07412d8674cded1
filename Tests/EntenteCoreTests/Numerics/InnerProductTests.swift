@testable import EntenteCore
import Testing

@Suite struct InnerProductTests {
  @Test(arguments: [0, 1, 15, 16, 17, 100]) func equalsAddingUp(length: Int) {
    let left = (0..<length).map { Double($0) - 7 }
    let right = (0..<length).map { Double($0 * $0) }
    let expected = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(innerProduct(left, right) == expected)
  }
}

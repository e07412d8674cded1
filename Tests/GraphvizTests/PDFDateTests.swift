import Testing

@testable import Graphviz

@Suite struct PDFDateTests {
  @Test(arguments: [
    (0, "19700101000000Z"), (1_746_748_799, "20250508235959Z"), (951_782_400, "20000229000000Z"),
    (-1, "19691231235959Z"), (253_402_300_799, "99991231235959Z"),
    (Int64.max, "99991231235959Z"), (Int64.min, "00000101000000Z"),
  ])
  func timesBecomeText(seconds: Int64, expected: String) {
    #expect(PDFDate.text(seconds) == expected)
  }

  @Test func everyDateIsReplacedAtTheSameLength() {
    let text = "1 /CreationDate (D:20261122215227Z) 2 /CreationDate (D:20261122215227+01'00') 3"
    let result = String(
      decoding: PDFDate.replacing(in: Array(text.utf8), seconds: 0), as: UTF8.self)
    #expect(
      result == "1 /CreationDate (D:19700101000000Z) 2 /CreationDate (D:19700101000000Z      ) 3")
  }

  @Test func otherBytesStay() {
    let bytes = Array("%PDF-1.5 /CreationDate (D:2026".utf8)
    #expect(PDFDate.replacing(in: bytes, seconds: 0) == bytes)
  }
}

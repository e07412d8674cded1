import Testing

@testable import Graphviz

@Suite struct PNGResolutionTests {
  @Test func theChecksumIsThatOfTheStandard() {
    // The check value of CRC-32 (ISO 3309), and the end chunk that every PNG has.
    #expect(PNGResolution.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(PNGResolution.checksum(Array("IEND".utf8)) == 0xAE42_6082)
  }

  private func resolution(_ png: [UInt8]) -> [UInt8]? {
    let name = Array("pHYs".utf8)
    let places = png.indices.filter { png[$0...].starts(with: name) }
    guard places.count == 1, let place = places.first else { return nil }
    return Array(png[(place + 4)..<(place + 13)])
  }

  @Test(arguments: [(96.0, 3780), (144.0, 5669), (300.0, 11811)])
  func aBitmapSaysHowLargeItsPixelsAre(dpi: Double, perMetre: Int) throws {
    let png = try Graphviz.render("graph g { a }", engine: .dot, format: .png, dpi: dpi).bytes
    let number = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: perMetre >> $0) }
    #expect(resolution(png) == number + number + [1])
    // The chunk is between header and data, and a second one takes its place.
    #expect(Array(png[37..<41]) == Array("pHYs".utf8))
    let again = PNGResolution.setting(png, dpi: 72)
    #expect(again.count == png.count && resolution(again) != resolution(png))
    #expect(PNGResolution.setting(again, dpi: dpi) == png)
  }

  @Test func whatIsNoPNGStaysAsItIs() {
    #expect(PNGResolution.setting([1, 2, 3], dpi: 72) == [1, 2, 3])
    let text = [UInt8](repeating: 65, count: 200)
    #expect(PNGResolution.setting(text, dpi: 72) == text)
  }
}

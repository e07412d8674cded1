/// Says in a PNG how large its pixels are, so that Word and others show it in its right size.
/// Graphviz leaves that out, and 96 pixels per inch are assumed then.
enum PNGResolution {
  /// The same PNG with a `pHYs` chunk after its header. Anything else comes back as it is.
  static func setting(_ png: [UInt8], dpi: Double) -> [UInt8] {
    // Signature, then the header: length, name, 13 bytes, checksum.
    let end = 8 + 4 + 4 + 13 + 4
    guard png.count > end + 8, png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return png }
    var result = png
    var start = end
    // One that is there already goes.
    while start + 12 <= result.count {
      let length = result[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      let name = result[(start + 4)..<(start + 8)]
      if name.elementsEqual("pHYs".utf8), start + 12 + length <= result.count {
        result.removeSubrange(start..<(start + 12 + length))
      } else if name.elementsEqual("IDAT".utf8) {
        break
      } else {
        start += 12 + length
      }
    }
    let perMetre = UInt32((dpi / 0.0254).rounded())
    let content = Array("pHYs".utf8) + bytes(perMetre) + bytes(perMetre) + [1]
    result.insert(contentsOf: bytes(9) + content + bytes(checksum(content)), at: end)
    return result
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// The checksum of PNG and of Ethernet (CRC-32).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

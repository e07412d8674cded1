/// The text of one file: known to be valid UTF-8 without forbidden characters, with its lines.
///
/// Bad bytes and forbidden characters are reported once, with their place, and replaced by U+FFFD,
/// so that reading can go on and find the file's other problems too.
public struct SourceText: Sendable {
  /// The file's name as it appears in messages.
  public let file: String

  /// The text as UTF-8, repaired where it had to be, without a leading byte order mark.
  public let bytes: [UInt8]

  /// What had to be repaired.
  public let problems: DiagnosticList

  // Where each line starts, in bytes and in Unicode scalars.
  private let lineStartBytes: [Int]
  private let lineStartScalars: [Int]

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - input: the content of the file.
  ///   - file: its name for messages.
  /// - Complexity: linear in the number of bytes.
  public init(bytes input: some Collection<UInt8>, file: String) {
    let raw = Array(input)
    var repair = Repair(capacity: raw.count)
    // A single byte order mark in front is harmless and common on Windows.
    var index = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < raw.count {
      let byte = raw[index]
      if byte == 0x0A {
        repair.endLine()
        index += 1
      } else if Self.isPlain(byte) {
        let end = raw[index...].firstIndex { !Self.isPlain($0) } ?? raw.count
        repair.keepPlain(raw, index..<end)
        index = end
      } else if byte == 0x0D, index + 1 < raw.count, raw[index + 1] == 0x0A {
        repair.keep(raw, index..<(index + 1))
        index += 1
      } else {
        index = repair.takeUncommon(raw, at: index)
      }
    }
    self.file = file
    bytes = repair.bytes
    problems = repair.problems
    lineStartBytes = repair.lineStartBytes
    lineStartScalars = repair.lineStartScalars
  }

  /// Printable ASCII, or a tab.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte == 0x09
  }

  /// The number of lines, at least 1; a last line feed starts no new one.
  public var lineCount: Int {
    let last = lineStartBytes.count
    return last > 1 && lineStartBytes[last - 1] == bytes.count ? last - 1 : last
  }

  /// The place behind the last character of the last line.
  public var end: SourcePosition {
    let line = lineCount
    return SourcePosition(line: line, column: self.line(line).unicodeScalars.count + 1)
  }

  /// A line by its number from 1, without its line end; empty where there is no such line.
  public func line(_ number: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: number)], as: UTF8.self)
  }

  /// The part of a line in the given columns, counted in Unicode scalars from 1.
  func line(_ number: Int, columns: Range<Int>) -> String {
    let range = byteRange(ofLine: number)
    var start = range.upperBound
    var end = range.upperBound
    var column = 0
    for index in range where bytes[index] & 0xC0 != 0x80 {
      column += 1
      if column == columns.lowerBound { start = index }
      if column == columns.upperBound {
        end = index
        break
      }
    }
    return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
  }

  /// The bytes of a line without its line end.
  package func byteRange(ofLine number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStartBytes.count else { return 0..<0 }
    let start = lineStartBytes[number - 1]
    var end = number < lineStartBytes.count ? lineStartBytes[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The place of the character with the given number, counted in Unicode scalars from 0.
  public func position(scalarIndex: Int) -> SourcePosition {
    var low = 0
    var high = lineStartScalars.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStartScalars[middle] <= scalarIndex { low = middle } else { high = middle - 1 }
    }
    return SourcePosition(line: low + 1, column: scalarIndex - lineStartScalars[low] + 1)
  }
}

/// The state of the pass over the bytes.
private struct Repair {
  var bytes: [UInt8] = []
  var problems = DiagnosticList()
  var lineStartBytes = [0]
  var lineStartScalars = [0]
  private var scalars = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  private var position: SourcePosition {
    SourcePosition(
      line: lineStartBytes.count,
      column: scalars - (lineStartScalars.last ?? 0) + 1
    )
  }

  mutating func keep(_ raw: [UInt8], _ range: Range<Int>) {
    bytes.append(contentsOf: raw[range])
    scalars += 1
  }

  /// Takes characters of one byte each.
  mutating func keepPlain(_ raw: [UInt8], _ range: Range<Int>) {
    bytes.append(contentsOf: raw[range])
    scalars += range.count
  }

  mutating func endLine() {
    bytes.append(0x0A)
    scalars += 1
    lineStartBytes.append(bytes.count)
    lineStartScalars.append(scalars)
  }

  /// Takes a character that is not plain ASCII text, or a byte that starts none; returns the index
  /// behind it.
  mutating func takeUncommon(_ raw: [UInt8], at index: Int) -> Int {
    let (scalar, length) = UTF8Decoding.scalar(raw, at: index)
    let next = index + length
    guard let scalar else {
      let listed = raw[index..<next].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
      replace(
        .invalidEncoding,
        "these bytes are not UTF-8 text: \(listed.joined(separator: " "))",
        "save the file as UTF-8"
      )
      return next
    }
    if let complaint = ForbiddenCharacter.complaint(about: scalar) {
      replace(.forbiddenCharacter, "the text holds \(complaint)", "delete it")
    } else {
      keep(raw, index..<next)
    }
    return next
  }

  private mutating func replace(_ code: DiagnosticCode, _ message: String, _ hint: String) {
    let start = position
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    scalars += 1
    problems.append(
      Diagnostic(
        code,
        at: SourceSpan(start: start, end: position),
        message: message,
        hint: hint
      )
    )
  }
}

/// UTF-8, one character at a time, by table 3-7 of the Unicode standard.
enum UTF8Decoding {
  /// The character at an index, or nil and the length of the longest ill-formed piece there.
  static func scalar(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar?, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return (nil, 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard index + offset < bytes.count, allowed.contains(bytes[index + offset]) else {
        return (nil, offset)
      }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }
}

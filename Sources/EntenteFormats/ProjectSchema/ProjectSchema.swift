/// The project file described as data: every object, key, type, limit and word.
///
/// Reading, "did you mean" and the JSON Schema all go by this one description, so they can't drift
/// apart.
public enum ProjectSchema {
  /// The version of the format that this program reads and writes.
  public static let version = 1

  /// What a file's ids name.
  public enum Kind: String, CaseIterable, Sendable {
    /// An entry of `sources`.
    case source
    /// An entry of `layers`.
    case layer
    /// An entry of `actors`.
    case actor
    /// An entry of `events`.
    case event
    /// An entry of `claims`.
    case claim

    /// The key of the section that defines such ids.
    public var section: String { rawValue + "s" }
  }

  /// The numbers that a key accepts.
  public struct Bounds: Hashable, Sendable {
    /// The least number.
    public let lower: Double
    /// Whether the least number itself is accepted.
    public let includesLower: Bool
    /// The greatest number.
    public let upper: Double

    init(_ lower: Double, excluded: Bool = false, _ upper: Double) {
      self.lower = lower
      includesLower = !excluded
      self.upper = upper
    }

    /// Whether a number is accepted.
    public func contains(_ number: Double) -> Bool {
      (includesLower ? number >= lower : number > lower) && number <= upper
    }
  }

  /// A word that a key accepts.
  public struct Word: Hashable, Sendable {
    /// The word.
    public let text: String
    /// What it means.
    public let summary: String
  }

  /// What may stand under a key.
  public indirect enum Value: Sendable {
    /// Text on one line, of at most so many characters.
    case line(limit: Int)
    /// Text of any form, of at most so many characters.
    case text(limit: Int)
    /// One of some words.
    case word([Word])
    /// `true` or `false`.
    case flag
    /// The version of the format.
    case version
    /// A number.
    case number(Bounds)
    /// A number, or one of some words.
    case numberOrWord(Bounds, [Word])
    /// A date or interval.
    case date
    /// A web or mail address.
    case address
    /// The id of something defined elsewhere in the file.
    case reference(Kind)
    /// A list of different values.
    case list(Value, count: ClosedRange<Int>, isDistinct: Bool)
    /// Names by language tag.
    case names
    /// Keys with values.
    case object(Object)
    /// A list of such.
    case objects(Object)
    /// Ids with what they stand for.
    case table(Object, Kind, minimum: Int)
  }

  /// A key of an object.
  public struct Field: Sendable {
    /// The key.
    public let key: String
    /// What may stand under it.
    public let value: Value
    /// Whether it has to be there.
    public let isRequired: Bool
    /// What it means, in one sentence.
    public let summary: String
    /// What holds where the key is left out, as it would be written.
    public let fallback: String?

    static func required(_ key: String, _ value: Value, _ summary: String) -> Field {
      Field(key: key, value: value, isRequired: true, summary: summary, fallback: nil)
    }

    static func optional(
      _ key: String, _ value: Value, _ summary: String, fallback: String? = nil
    ) -> Field {
      Field(key: key, value: value, isRequired: false, summary: summary, fallback: fallback)
    }
  }

  /// A set of keys that belong together.
  public struct Object: Sendable {
    /// What the object is, as one word: `claim`.
    public let name: String
    /// What it is, in one sentence.
    public let summary: String
    /// Its keys, in the order in which they are written.
    public let fields: [Field]

    /// The keys.
    public var keys: [String] { fields.map(\.key) }
  }

  /// How long an address may be.
  public static let addressLimit = 2_000

  /// How long an actor's name may be.
  public static let nameLimit = 200

  /// How long an id may be.
  public static let idLimit = 64

  /// Whether a text can be an id: a Latin letter or digit, then such or `.`, `_`, `-`.
  ///
  /// Ids are kept this plain because they are typed on command lines, and so that no two of them
  /// look alike while they differ (Latin A, Cyrillic А). Names may be in any script.
  public static func isID(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= idLimit else { return false }
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    return isAlphanumeric(first)
      && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 45 || $0 == 46 || $0 == 95 }
  }

  /// Whether a text has the form of a language tag: `az`, `zh-Hant`.
  public static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 45, omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count) else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
    return first.allSatisfy(isLetter)
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
      }
  }
}

/// What an event of a feed is, in the CAMEO scheme (Conflict and Mediation Event Observations).
///
/// Codes are texts: `036` is not 36. Two digits name one of twenty roots; more digits are finer.
public struct CAMEO: Sendable {
  /// A table of scores on the Goldstein scale. The two in use differ on codes 016, 022, 164, 165.
  public enum Scale: String, Sendable, CaseIterable {
    /// The table that ICEWS data comes with.
    case icews
    /// The table that GDELT data comes with.
    case gdelt
  }

  /// A code with what it means.
  public struct Code: Sendable, Hashable {
    /// The code, two to four digits.
    public let code: String
    /// The name that data sets use, as in `Make statement`.
    public let name: String
    /// What one side does to the other, `{}` standing for the other.
    public let phrase: String
    /// The layer that such acts belong to.
    public let layer: FeedLayer
    private let scores: [Scale: Double]

    init(
      code: String, name: String, phrase: String, layer: FeedLayer, scores: [Scale: Double]
    ) {
      self.code = code
      self.name = name
      self.phrase = phrase
      self.layer = layer
      self.scores = scores
    }

    /// The score, −10 (most hostile) … +10 (most cooperative), or nil where the table has none.
    public func score(on scale: Scale) -> Double? { scores[scale] }

    /// A sentence, without a full stop: `Russia consults the United States`.
    public func sentence(_ from: String, _ to: String) -> String {
      let parts = phrase.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
      return
        "\(from.prefix(1).uppercased())\(from.dropFirst()) \(parts[0])\(to)\(parts.count > 1 ? parts[1] : "")"
    }
  }

  /// All codes, in order.
  public let codes: [Code]
  private let byCode: [String: Int]
  private let byName: [String: Int]

  /// The scheme with the codes that this package ships.
  public static let standard = CAMEO(table: table)

  init(table: String) {
    var codes: [Code] = []
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      guard fields.count == 5, let icews = Double(fields[1]) else { continue }
      var scores: [Scale: Double] = [.icews: icews]
      scores[.gdelt] = fields[2] == "=" ? icews : Double(fields[2])
      codes.append(
        Code(
          code: fields[0], name: fields[3], phrase: fields[4],
          layer: FeedLayer(cameo: fields[0]), scores: scores))
    }
    self.codes = codes
    let pairs = codes.enumerated().map { ($0.element.code, $0.offset) }
    byCode = Dictionary(pairs) { first, _ in first }
    // A root and the finer code below it have one name (04 and 040); the finer one is meant.
    byName = Dictionary(codes.enumerated().map { ($0.element.name.lowercased(), $0.offset) }) {
      $1
    }
  }

  /// The code that a text names, by its digits or by its name; capitals count for nothing.
  public func code(_ text: String) -> Code? {
    (byCode[text] ?? byName[text.lowercased()]).map { codes[$0] }
  }

  /// The score of a code; where a table lacks a fine code, that of the coarser one above it.
  public func score(of code: Code, on scale: Scale) -> Double {
    var digits = Substring(code.code)
    while digits.count >= 2 {
      if let score = byCode[String(digits)].flatMap({ codes[$0].score(on: scale) }) {
        return score
      }
      digits.removeLast()
    }
    return 0
  }
}

/// One of the 138 kinds of three actors joined by directed signed ties.
///
/// Each of the six arcs among three actors is positive, negative or missing: 3⁶ = 729 patterns, of
/// which 138 differ by more than the naming of the actors (Burnside: (729 + 3 · 27 + 2 · 9) / 6).
///
/// A kind's ``code`` shows the arcs a→b, b→a, b→c, c→b, c→a, a→c as `+`, `-` or `.` (missing), with
/// the actors named so that the code comes first in the order `+`, `-`, `.`. Its ``name`` puts the
/// usual code of the unsigned triad (mutual, asymmetric, null pairs and a letter) before it, such as
/// `030T:+.+..-`. Names don't change between versions.
///
/// Reference: Holland & Leinhardt 1976, doi:10.2307/270703 (the 16 unsigned kinds).
public struct DirectedSignedTriad: Sendable, Hashable, Comparable {
  /// The place in ``all``, 0..<138.
  public let index: Int

  /// The six arcs, such as `+.+..-`.
  public var code: String { Self.table.codes[index] }

  /// The kind of unsigned triad, such as `030T`.
  public var unsigned: String { Self.table.unsigned[index] }

  /// The unsigned kind and the arcs, such as `030T:+.+..-`.
  public var name: String { "\(unsigned):\(code)" }

  /// Whether its closed triads are balanced.
  public var balance: DirectedTriadBalance { Self.table.balance[index] }

  /// All kinds, in the order of the 16 unsigned kinds and then of their codes.
  public static let all: [DirectedSignedTriad] = (0..<138).map(DirectedSignedTriad.init(index:))

  /// The kind with a name, or nil if there is none.
  public init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  private init(index: Int) { self.index = index }

  /// Kinds compare by their place in ``all``.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }

  /// The place in ``all`` of a pattern given by its three pairs, see ``pairCode(_:_:)``: those of
  /// (a, b), (b, c) and (c, a).
  static func index(_ ab: Int, _ bc: Int, _ ca: Int) -> Int {
    Int(table.kindOfPattern[(ab * 9 + bc) * 9 + ca])
  }

  /// A pair's two arcs as one number 0..<9: three times the digit of the arc there plus that of the
  /// arc back, where + is 0, − is 1 and missing is 2.
  static func pairCode(_ there: Double?, _ back: Double?) -> Int {
    3 * digit(there) + digit(back)
  }

  /// The number of the same pair seen from the other end.
  static func reversed(_ pair: Int) -> Int { pair % 3 * 3 + pair / 3 }

  private static func digit(_ net: Double?) -> Int {
    guard let net, net != 0 else { return 2 }
    return net > 0 ? 0 : 1
  }

  private static let table = TriadTable()
}

/// What the signs of a directed triad say about balance.
public enum DirectedTriadBalance: String, Sendable, Hashable, CaseIterable {
  /// Some pair isn't tied at all, so nothing closes.
  case open
  /// Whichever arc is taken for each pair, the product of the three signs is positive.
  case balanced
  /// Whichever arc is taken, the product is negative.
  case unbalanced
  /// It depends on the arcs: some pair disagrees about its sign.
  case mixed
}

/// The kinds, worked out once from all 729 patterns.
private struct TriadTable: Sendable {
  var kindOfPattern = [UInt8](repeating: 0, count: 729)
  var codes: [String] = []
  var unsigned: [String] = []
  var balance: [DirectedTriadBalance] = []

  init() {
    let order = [
      "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D",
      "120U", "120C", "210", "300",
    ]
    var canonical = [Int](repeating: 0, count: 729)
    for pattern in 0..<729 {
      let (ab, bc, ca) = (pattern / 81, pattern / 9 % 9, pattern % 9)
      let (ba, cb, ac) = (
        DirectedSignedTriad.reversed(ab), DirectedSignedTriad.reversed(bc),
        DirectedSignedTriad.reversed(ca)
      )
      // The six ways to name the actors: three rotations, and the same three in reverse.
      let namings = [
        (ab, bc, ca), (bc, ca, ab), (ca, ab, bc), (ac, cb, ba), (cb, ba, ac), (ba, ac, cb),
      ]
      canonical[pattern] = namings.map { ($0 * 9 + $1) * 9 + $2 }.min() ?? pattern
    }
    let kinds = Set(canonical).map { pattern in
      let kind = Self.unsignedKind(pattern)
      return (rank: order.firstIndex(of: kind) ?? order.count, pattern: pattern, kind: kind)
    }.sorted { ($0.rank, $0.pattern) < ($1.rank, $1.pattern) }
    var place = [Int: UInt8]()
    for (index, kind) in kinds.enumerated() {
      place[kind.pattern] = UInt8(index)
      unsigned.append(kind.kind)
      codes.append(String(Self.digits(kind.pattern).map { ["+", "-", "."][$0] as Character }))
      balance.append(Self.balance(kind.pattern))
    }
    for pattern in 0..<729 { kindOfPattern[pattern] = place[canonical[pattern]] ?? 0 }
  }

  /// The digits of the arcs a→b, b→a, b→c, c→b, c→a, a→c.
  private static func digits(_ pattern: Int) -> [Int] {
    [
      pattern / 243, pattern / 81 % 3, pattern / 27 % 3, pattern / 9 % 3, pattern / 3 % 3,
      pattern % 3,
    ]
  }

  private static func unsignedKind(_ pattern: Int) -> String {
    let arcs = digits(pattern).map { $0 < 2 }
    let pairs = [(arcs[0], arcs[1]), (arcs[2], arcs[3]), (arcs[4], arcs[5])]
    let mutual = pairs.count { $0 && $1 }
    let null = pairs.count { !$0 && !$1 }
    let asymmetric = 3 - mutual - null
    let number = "\(mutual)\(asymmetric)\(null)"
    // How many one-way arcs leave and reach each actor, and the actor that the odd pair leaves out.
    var leaving = [0, 0, 0]
    var reaching = [0, 0, 0]
    for (index, pair) in pairs.enumerated() where pair.0 != pair.1 {
      let (tail, head) = pair.0 ? (index, (index + 1) % 3) : ((index + 1) % 3, index)
      leaving[tail] += 1
      reaching[head] += 1
    }
    switch number {
    case "021", "120":
      if leaving.contains(2) { return number + "D" }
      return number + (reaching.contains(2) ? "U" : "C")
    case "111":
      // D: the one-way arc points into the mutual pair; U: it leaves it.
      let lone = (0..<3).first { !pairs[$0].0 && !pairs[$0].1 } ?? 0
      // The actor that both ties share is the one that the null pair leaves out.
      let shared = (lone + 2) % 3
      return number + (reaching[shared] == 1 ? "D" : "U")
    case "030":
      return number + (leaving.contains(2) ? "T" : "C")
    default:
      return number
    }
  }

  private static func balance(_ pattern: Int) -> DirectedTriadBalance {
    let digits = digits(pattern)
    let signs = [0, 2, 4].map { start in digits[start...start + 1].filter { $0 < 2 } }
    guard signs.allSatisfy({ !$0.isEmpty }) else { return .open }
    var seen = Set<Int>()
    for first in signs[0] {
      for second in signs[1] {
        for third in signs[2] { seen.insert((first + second + third) % 2) }
      }
    }
    if seen.count == 2 { return .mixed }
    return seen.contains(0) ? .balanced : .unbalanced
  }
}

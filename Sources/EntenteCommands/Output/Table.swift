import EntenteFormats

/// Rows of values under named columns: what a command prints in any format.
struct Table {
  struct Column {
    /// The name in JSON and CSV.
    var key: String
    /// The heading in a table.
    var title: String
    /// Whether the text may be broken over several lines to fit the width.
    var isFlexible = false
    var role = Role.ordinary

    /// Who a column is for, and where it stands.
    enum Role {
      case ordinary
      /// For programs that read JSON or CSV only.
      case data
      /// In a table, on lines of its own below the row.
      case detail
      /// In a table, on a line above the rows that share it.
      case heading
    }

    init(_ key: String, _ title: String, isFlexible: Bool = false, _ role: Role = .ordinary) {
      self.key = key
      self.title = title
      self.isFlexible = isFlexible
      self.role = role
    }

    /// A column for programs.
    static func data(_ key: String) -> Column { Column(key, key, .data) }
  }

  enum Cell {
    case text(String)
    case integer(Int)
    /// A number and how many decimals a person sees; JSON and CSV keep all digits.
    case number(Double, decimals: Int)
    /// A number whose sign matters: `+` is shown.
    case signed(Double, decimals: Int)
    case list([String])
    /// One text for people and another for programs.
    case worded(String, data: String)
    case none

    static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }
    static func number(_ value: Double?, decimals: Int) -> Cell {
      value.map { .number($0, decimals: decimals) } ?? .none
    }
    static func signed(_ value: Double?, decimals: Int) -> Cell {
      value.map { .signed($0, decimals: decimals) } ?? .none
    }

    var isNumeric: Bool {
      switch self {
      case .integer, .number, .signed: true
      case .text, .list, .worded, .none: false
      }
    }

    /// What a person reads.
    var shown: String {
      switch self {
      case .text(let text), .worded(let text, _): text
      case .integer(let value): String(value)
      case .number(let value, let decimals): FixedPoint.text(value, decimals: decimals)
      case .signed(let value, let decimals):
        FixedPoint.text(value, decimals: decimals, plus: true)
      case .list(let items): items.joined(separator: ", ")
      case .none: "–"
      }
    }

    var json: JSONValue {
      switch self {
      case .text(let text), .worded(_, let text): .string(text)
      case .integer(let value): .integer(value)
      case .number(let value, _), .signed(let value, _): .number(value)
      case .list(let items): .array(items.map { .string($0) })
      case .none: .null
      }
    }

    /// What a spreadsheet reads.
    var plain: String {
      switch self {
      case .text(let text), .worded(_, let text): text
      case .list(let items): items.joined(separator: " ")
      case .none: ""
      case .integer, .number, .signed: json.text
      }
    }
  }

  /// The name of the list in JSON.
  var key: String
  /// The heading above the table.
  var title: String
  var columns: [Column]
  var rows: [[Cell]] = []
  /// What is said where there are no rows.
  var whenEmpty = "nothing"

  /// The same without the columns that are for programs.
  var shown: Table {
    var table = self
    table.columns = columns.filter { $0.role != .data }
    table.rows = rows.map { row in
      zip(columns, row).filter { $0.0.role != .data }.map(\.1)
    }
    return table
  }
}

/// Numbers with a fixed count of decimals, the same on every machine.
enum FixedPoint {
  static func text(_ value: Double, decimals: Int, plus: Bool = false) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "-∞" : "∞" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return value.description }
    let whole = Int(scaled)
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -decimals)
    let number = decimals == 0 ? padded : "\(padded[..<point]).\(padded[point...])"
    if whole == 0 { return number }
    return value < 0 ? "-" + number : plus ? "+" + number : number
  }
}

import EntenteCore

/// How large the cells of a matrix are, and where they stand.
struct MatrixLayout {
  /// What stands before the rows and above the columns.
  struct Header: Hashable {
    var lines: [String]
    var isBold: Bool
    var indent: Double
    /// The short name or number that leads from a row to its column.
    var key: String
  }

  let headers: [Header]
  /// The side of a cell.
  let cell: Double
  let fontSize: Double
  let keySize: Double
  /// Whether columns have their full names.
  let hasNamedColumns: Bool
  /// Where rows and columns begin, counted from the upper left corner.
  let offsets: [Double]
  /// The whole side.
  let side: Double
  /// The room for names before the rows, with the keys.
  let nameWidth: Double
  let keyWidth: Double
  /// The names of the columns, in lines, where there is room for them.
  let columnLines: [[String]]

  static let smallest = 6.5
  static let largest = 64.0
  static let blocGap = 7.0
  static let groupGap = 2.0

  init(_ rows: [MatrixOrder.Row], _ members: [Scene.Member], ids: [String], width: Double) {
    // No row or column has room for more than this, even in the smallest letters.
    let names = rows.map {
      TextMeasure.beginning(of: members[$0.member].name, widerThan: 1_000, size: 10)
    }
    let hasCodes = ids.allSatisfy { $0.utf8.count <= 3 && $0 == $0.uppercased() }
    let keys = rows.indices.map { hasCodes ? ids[$0] : String($0 + 1) }
    var gaps = [0.0]
    for (index, row) in rows.enumerated().dropFirst() {
      let gap =
        row.bloc != rows[index - 1].bloc
        ? Self.blocGap : Self.startsGroup(index, rows) ? Self.groupGap : 0
      gaps.append(gaps[gaps.count - 1] + gap)
    }

    // The largest cell that leaves room for the names in a size that goes with it.
    var cell = min(Self.largest, max(Self.smallest, width / Double(max(1, rows.count))))
    var headers: [Header] = []
    var nameWidth = 0.0
    var keyWidth = 0.0
    var size = 0.0
    var keySize = 0.0
    while true {
      size = min(10, max(5.2, cell * 0.8))
      keySize = min(9, max(5, cell * 0.75))
      let limit = max(90, min(200, width * 0.3))
      headers = rows.indices.map { index in
        let isState = members[rows[index].member].kind == .state
        let indent = rows[index].isAffiliate ? size * 0.8 : 0
        let fit = limit - indent
        var lines =
          cell >= size * 2.5
          ? TextMeasure.balanced(names[index], width: fit, size: size, isBold: isState)
          : [names[index]]
        if lines.count > 2 { lines = [lines[0], lines[1...].joined(separator: " ")] }
        return Header(
          lines: lines.map { TextMeasure.cut($0, to: fit, size: size, isBold: isState) },
          isBold: isState, indent: indent, key: keys[index])
      }
      nameWidth =
        headers.flatMap { header in
          header.lines.map {
            TextMeasure.width($0, size: size, isBold: header.isBold) * 1.03 + header.indent + 4
          }
        }.max() ?? 0
      keyWidth = keys.map { TextMeasure.width($0, size: keySize) + 5 }.max() ?? 0
      let needed =
        Double(rows.count) * cell + (gaps.last ?? 0) + nameWidth + 2 * keyWidth + 30
      if needed <= width || cell <= Self.smallest { break }
      cell = max(Self.smallest, cell - 0.5)
    }

    let wrapped = headers.indices.map { index in
      TextMeasure.balanced(names[index], width: cell - 3, size: 8.5, isBold: headers[index].isBold)
    }
    hasNamedColumns = zip(wrapped, headers).allSatisfy { lines, header in
      lines.count <= 3
        && lines.allSatisfy {
          TextMeasure.width($0, size: 8.5, isBold: header.isBold) * 1.03 + 2 <= cell
        }
    }
    columnLines = wrapped
    self.headers = headers
    self.cell = cell
    fontSize = size
    self.keySize = keySize
    self.nameWidth = nameWidth
    // Where columns have their names, rows need no keys.
    self.keyWidth = hasNamedColumns ? 0 : keyWidth
    offsets = gaps.enumerated().map { Double($0.offset) * cell + $0.element }
    side = (offsets.last ?? 0) + (rows.isEmpty ? 0 : cell)
  }

  /// Whether a row begins a group that is to be told from the one before: not where both are single
  /// actors.
  static func startsGroup(_ index: Int, _ rows: [MatrixOrder.Row]) -> Bool {
    guard index > 0, rows[index].group != rows[index - 1].group else { return false }
    func isAlone(_ place: Int) -> Bool {
      let group = rows[place].group
      return ![place - 1, place + 1].contains {
        rows.indices.contains($0) && rows[$0].group == group
      }
    }
    return !(isAlone(index) && isAlone(index - 1))
  }

  /// The box of the cell in a row and a column; the upper left corner of the matrix is the origin.
  func box(_ row: Int, _ column: Int) -> Box {
    Box(
      center: Point(offsets[column] + cell / 2, -offsets[row] - cell / 2), width: cell,
      height: cell)
  }
}

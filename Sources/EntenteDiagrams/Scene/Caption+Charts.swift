import EntenteCore

extension Caption {
  /// The words around a chart.
  ///
  /// - Parameters:
  ///   - finding: What the chart shows most strongly; a title of the user's own comes before it.
  ///   - lines: The text alternative, the most important line first.
  init(
    finding: String, subtitle: String, source: String, summary: String, lines: [String],
    _ options: DiagramOptions
  ) {
    if case .text(let text) = options.title { title = text } else { title = finding }
    self.subtitle = subtitle
    self.source = options.sourceLine ?? source
    description =
      ([summary] + lines.prefix(8)
      + (lines.count > 8 ? ["\(lines.count - 8) more."] : [])).joined(separator: " ")
    ties = lines
    strandDescriptions = []
  }

  /// A date in as little room as it takes: 9 May 2025.
  static func short(_ day: CalendarDate) -> String {
    let (year, month, number) = day.components
    return "\(number) \(shortMonths[month - 1]) \(year)"
  }

  static let shortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]
}

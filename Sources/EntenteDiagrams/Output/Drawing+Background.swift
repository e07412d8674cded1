import EntenteFormats

extension Drawing {
  /// Hulls and the lines of the legend as drawing operations of Graphviz, which come before all
  /// else. Texts are not among them: under `nop2` a text here crashes Graphviz 2.42.
  func background(_ palette: Palette) -> String {
    var operations: [String] = []
    func style(_ name: String) { operations.append("S \(name.utf8.count) -\(name)") }
    func pen(_ color: String) { operations.append("c \(color.utf8.count) -\(color)") }
    func fill(_ color: String) { operations.append("C \(color.utf8.count) -\(color)") }
    func points(_ operation: String, _ points: [Point]) {
      let list = points.map { "\(Self.short($0.x)) \(Self.short($0.y))" }
      operations.append("\(operation) \(points.count) \(list.joined(separator: " "))")
    }

    style("setlinewidth(1)")
    for hull in hulls {
      pen(palette.line)
      fill(palette.hull + "14")
      points("b", hull.rounded(radius: 14))
    }
    if let rule {
      pen(palette.rule)
      points("L", [Point(12, rule), Point(width - 12, rule)])
    }
    for sample in samples {
      guard case .line(let strokes, let dash, let head) = sample.kind else { continue }
      let (left, right) = (sample.box.minX, sample.box.maxX)
      let y = sample.box.center.y
      for stroke in strokes {
        style("setlinewidth(\(Self.short(stroke.width)))")
        if dash != .solid { style(dash.rawValue) }
        pen(stroke.color)
        points("L", [Point(left, y), Point(head == nil ? right : right - 10, y)])
        if dash != .solid { style("solid") }
        if let head {
          style("setlinewidth(1.4)")
          fill(head == .hostile ? stroke.color : palette.ground)
          points(
            "P",
            [Point(right - 10, y + 4), Point(right - 10, y - 4), Point(right, y)])
        }
      }
    }
    style("setlinewidth(1)")
    return operations.joined(separator: " ")
  }

  private static func short(_ value: Double) -> String {
    (try? DOTText.number(value, places: 2)) ?? "0"
  }
}

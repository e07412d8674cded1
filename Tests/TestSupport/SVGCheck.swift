/// What must hold for every SVG that Entente writes, checked without Entente's own reader.
///
/// The picture is well-formed XML; it consists of drawing elements with drawing attributes and of
/// nothing else, so that no script, event, embedded document, style from elsewhere or outside
/// reference can be in it; ids are unique and references lead somewhere; every number is finite; it
/// has a role, a title and a description.
public enum SVGCheck {
  /// Everything that is wrong, or nothing.
  public static func problems(in bytes: [UInt8]) -> [String] {
    do {
      return problems(try XMLReader.events(in: bytes))
    } catch {
      return ["not well-formed: \(error)"]
    }
  }

  private static let shapes: [String: Set<String>] = [
    "svg": [
      "xmlns", "viewBox", "width", "height", "role", "aria-labelledby", "aria-label", "lang",
      "dir", "direction", "font-family",
    ],
    "title": [], "desc": [], "metadata": [], "style": [],
    "g": ["transform", "role", "aria-label"],
    "a": ["href", "target", "rel"],
    "path": ["d"], "polygon": ["points"], "polyline": ["points"],
    "ellipse": ["cx", "cy", "rx", "ry"], "circle": ["cx", "cy", "r"],
    "rect": ["x", "y", "width", "height", "rx", "ry"], "line": ["x1", "y1", "x2", "y2"],
    "text": ["x", "y"], "tspan": ["x", "y"],
  ]

  private static let common: Set<String> = [
    "id", "class", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "text-anchor", "font-family",
    "font-size", "font-weight", "font-style", "text-decoration", "baseline-shift", "direction",
    "lang", "transform",
  ]

  private static let lengths: Set<String> = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
    "stroke-width", "font-size", "fill-opacity", "stroke-opacity",
  ]

  private static func problems(_ events: [XMLReader.Event]) -> [String] {
    var problems: [String] = []
    var ids = Set<String>()
    var references: [String] = []
    var open: [String] = []
    var described = Set<String>()
    for event in events {
      switch event {
      case .text(let text):
        if open.last == "style" { problems += style(text) }
        let isWord = ["text", "tspan", "title", "desc", "metadata", "style"].contains(open.last)
        if !isWord, text.contains(where: { !$0.isWhitespace }) {
          problems.append("text inside <\(open.last ?? "")>: \(text)")
        }
        if open.count == 2, let last = open.last, !text.isEmpty { described.insert(last) }
      case .end:
        open.removeLast()
      case .start(let name, let attributes):
        if (name == "svg") != open.isEmpty { problems.append("<\(name)> at depth \(open.count)") }
        open.append(name)
        guard let own = shapes[name] else {
          problems.append("the element <\(name)>")
          continue
        }
        for attribute in attributes {
          guard own.contains(attribute.name) || common.contains(attribute.name) else {
            problems.append("the attribute \(attribute.name) of <\(name)>")
            continue
          }
          if attribute.name == "id", !ids.insert(attribute.value).inserted {
            problems.append("the id \(attribute.value) twice")
          }
          if attribute.name == "aria-labelledby" {
            references += attribute.value.split(separator: " ").map(String.init)
          }
          problems += value(of: attribute)
        }
        if name == "svg" { problems += root(attributes) }
      }
    }
    for reference in references where !ids.contains(reference) {
      problems.append("nothing has the id \(reference)")
    }
    for name in ["title", "desc"] where !described.contains(name) {
      problems.append("no <\(name)> of the whole")
    }
    return problems
  }

  private static func root(_ attributes: [XMLReader.Attribute]) -> [String] {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    var problems: [String] = []
    if value("xmlns") != "http://www.w3.org/2000/svg" { problems.append("no namespace") }
    if value("role") != "img" { problems.append("no role") }
    let box = (value("viewBox") ?? "").split(separator: " ").compactMap { Double($0) }
    if box.count != 4 || !box.allSatisfy(\.isFinite) || box[2] <= 0 || box[3] <= 0 {
      problems.append("viewBox \(value("viewBox") ?? "missing")")
    }
    return problems
  }

  private static func value(of attribute: XMLReader.Attribute) -> [String] {
    let value = attribute.value
    let isGood: Bool
    switch attribute.name {
    case "href":
      let schemes = ["http://", "https://", "mailto:", "#"]
      isGood = schemes.contains(where: value.lowercased().hasPrefix)
    case "fill", "stroke":
      let digits = value.dropFirst()
      isGood =
        value == "none"
        || (value.hasPrefix("#") && digits.count == 6 && digits.allSatisfy(\.isHexDigit))
    case "d", "points", "viewBox", "stroke-dasharray":
      // Commands of a path and numbers; `nan` and `inf` are none.
      let words = value.split { " ,".contains($0) || "MLHVCSQTAZmlhvcsqtaz".contains($0) }
      isGood = words.allSatisfy { Double($0)?.isFinite == true }
    case "transform":
      isGood = value.split { " ,()".contains($0) }.allSatisfy {
        Double($0)?.isFinite == true || ["translate", "scale", "rotate"].contains($0)
      }
    case _ where lengths.contains(attribute.name):
      let number =
        value.hasSuffix("pt") || value.hasSuffix("px") ? String(value.dropLast(2)) : value
      isGood = Double(number)?.isFinite == true
    case "aria-label": isGood = true
    default:
      isGood = !value.lowercased().contains("url(") && !value.contains("javascript:")
    }
    return isGood ? [] : ["\(attribute.name)=\"\(value)\""]
  }

  /// A style sheet may set colours from variables, and no more.
  private static func style(_ text: String) -> [String] {
    let lower = text.lowercased()
    return ["url(", "@import", "expression", "javascript", "\\", "<", "behavior", "@font-face"]
      .filter(lower.contains).map { "'\($0)' in the style sheet" }
  }
}

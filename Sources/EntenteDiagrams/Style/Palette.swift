/// The colours of a drawing. Colour means sign only; everything else is grey.
struct Palette: Hashable, Sendable {
  var ground: String
  var hostile: String
  var hostileText: String
  var hostilePale: String
  var cooperative: String
  var cooperativeText: String
  var cooperativePale: String
  var ink: String
  var secondary: String
  var faint: String
  var node: String
  var outline: String
  var line: String
  var hull: String
  var rule: String

  /// For white paper.
  static let light = Palette(
    ground: "#FFFFFF", hostile: "#B2182B", hostileText: "#B2182B", hostilePale: "#F3C6C0",
    cooperative: "#3182BD", cooperativeText: "#1D5C8E", cooperativePale: "#CBE0F1",
    ink: "#111827", secondary: "#4B5563", faint: "#6B7280", node: "#FFFFFF", outline: "#374151",
    line: "#9CA3AF", hull: "#6B7280", rule: "#D1D5DB")

  /// For a dark page.
  static let dark = Palette(
    ground: "#0D1117", hostile: "#D6604D", hostileText: "#F0907F", hostilePale: "#5C2A25",
    cooperative: "#4393C3", cooperativeText: "#7DB8DE", cooperativePale: "#1E3F57",
    ink: "#F3F4F6", secondary: "#C3C9D2", faint: "#9AA3AF", node: "#161B22", outline: "#C9D1D9",
    line: "#6E7781", hull: "#8B949E", rule: "#373E47")

  /// Names and colours, in a fixed order, for style sheets.
  var named: [(name: String, color: String)] {
    [
      ("ground", ground), ("hostile", hostile), ("hostile-text", hostileText),
      ("hostile-pale", hostilePale), ("cooperative", cooperative),
      ("cooperative-text", cooperativeText), ("cooperative-pale", cooperativePale), ("ink", ink),
      ("secondary", secondary), ("faint", faint), ("node", node), ("outline", outline),
      ("line", line), ("hull", hull), ("rule", rule),
    ]
  }

  func color(_ sign: Sign) -> String { sign == .hostile ? hostile : cooperative }
  func text(_ sign: Sign) -> String { sign == .hostile ? hostileText : cooperativeText }
  func pale(_ sign: Sign) -> String { sign == .hostile ? hostilePale : cooperativePale }
}

/// Which side of a tie a strand draws.
public enum Sign: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Tension.
  case hostile
  /// Accord.
  case cooperative

  /// Hostile before cooperative.
  public static func < (left: Sign, right: Sign) -> Bool {
    left == .hostile && right == .cooperative
  }
}

/// Sizes in points.
enum Metrics {
  static let fontStack = "Arial,Liberation Sans,Arimo,Noto Sans,DejaVu Sans,sans-serif"
  static let title = 15.0
  static let subtitle = 9.5
  static let state = 13.0
  static let actor = 11.0
  static let smallState = 10.0
  static let smallActor = 9.0
  static let chip = 9.0
  static let hullLabel = 10.0
  static let legend = 9.0
  static let source = 8.0
  static let hullPadding = 16.0
  static let chipHeight = 12.0
  static let laneGap = 19.0
}

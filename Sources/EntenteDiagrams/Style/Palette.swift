/// The colours of a drawing. Colour means sign only; everything else is grey.
///
/// In every theme texts stand out from what is behind them by 4.5:1 and marks by 3:1 (7:1 and 4.5:1
/// in the one of high contrast), for people who see all colours and for the three kinds of colour
/// blindness; the tests compute it. The signs also differ in lightness.
struct Palette: Hashable, Sendable {
  var ground: String
  var hostile: String
  var hostileText: String
  /// What was: the core of a tie that grew, the casing of one that shrank.
  var hostilePale: String
  /// The edge of what is pale where it lies on the ground.
  var hostileEdge: String
  var cooperative: String
  var cooperativeText: String
  var cooperativePale: String
  var cooperativeEdge: String
  var ink: String
  var secondary: String
  var faint: String
  var node: String
  var outline: String
  var line: String
  var hull: String
  var rule: String

  static func of(_ theme: DiagramOptions.Theme) -> Palette {
    switch theme {
    case .light: light
    case .dark: dark
    case .print: print
    case .contrast: contrast
    }
  }

  /// For white paper and screens. All colours differ (but the white ones), so that an SVG can be
  /// told which is which.
  static let light = Palette(
    ground: "#FFFFFF", hostile: "#B2182B", hostileText: "#A31526", hostilePale: "#F3C6C0",
    hostileEdge: "#C65D55", cooperative: "#3182BD", cooperativeText: "#1D5C8E",
    cooperativePale: "#D9E9F6", cooperativeEdge: "#4588BE", ink: "#111827", secondary: "#4B5563",
    faint: "#636B78", node: "#FFFFFF", outline: "#374151", line: "#858C98", hull: "#6C7280",
    rule: "#D1D5DB")

  /// For a dark page.
  static let dark = Palette(
    ground: "#0D1117", hostile: "#D6604D", hostileText: "#F0907F", hostilePale: "#4E211D",
    hostileEdge: "#B5584A", cooperative: "#6FB7E2", cooperativeText: "#86C3EA",
    cooperativePale: "#1E3F57", cooperativeEdge: "#4586B0", ink: "#F3F4F6", secondary: "#C3C9D2",
    faint: "#9AA3AF", node: "#161B22", outline: "#C9D1D9", line: "#7A838E", hull: "#8B949E",
    rule: "#373E47")

  /// For paper that may be printed or copied in grey: hostile ties come out nearly black and
  /// cooperative ones in a middle grey.
  static let print = Palette(
    ground: "#FFFFFF", hostile: "#5F0A16", hostileText: "#5E0A15", hostilePale: "#D9AFAF",
    hostileEdge: "#8A4A50", cooperative: "#5189B8", cooperativeText: "#235B88",
    cooperativePale: "#EDF4FA", cooperativeEdge: "#538AB9", ink: "#000000", secondary: "#333333",
    faint: "#4D4D4D", node: "#FFFFFF", outline: "#1A1A1A", line: "#7F7F7F", hull: "#808080",
    rule: "#B3B3B3")

  /// For readers who need high contrast: 7:1 for texts and 4.5:1 for marks.
  static let contrast = Palette(
    ground: "#FFFFFF", hostile: "#8F0014", hostileText: "#8B0012", hostilePale: "#FFD0C8",
    hostileEdge: "#9A2A2A", cooperative: "#0B5FA5", cooperativeText: "#00467F",
    cooperativePale: "#C8E4FF", cooperativeEdge: "#1A6AAE", ink: "#000000", secondary: "#1A1A1A",
    faint: "#262626", node: "#FFFFFF", outline: "#000000", line: "#5A5A5A", hull: "#6A6A6A",
    rule: "#767676")

  /// Names and colours, in a fixed order, for style sheets.
  var named: [(name: String, color: String)] {
    [
      ("ground", ground), ("hostile", hostile), ("hostile-text", hostileText),
      ("hostile-pale", hostilePale), ("hostile-edge", hostileEdge), ("cooperative", cooperative),
      ("cooperative-text", cooperativeText), ("cooperative-pale", cooperativePale),
      ("cooperative-edge", cooperativeEdge), ("ink", ink), ("secondary", secondary),
      ("faint", faint), ("node", node), ("outline", outline), ("line", line), ("hull", hull),
      ("rule", rule),
    ]
  }

  func color(_ sign: Sign) -> String { sign == .hostile ? hostile : cooperative }
  func text(_ sign: Sign) -> String { sign == .hostile ? hostileText : cooperativeText }
  func pale(_ sign: Sign) -> String { sign == .hostile ? hostilePale : cooperativePale }
  func edge(_ sign: Sign) -> String { sign == .hostile ? hostileEdge : cooperativeEdge }
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

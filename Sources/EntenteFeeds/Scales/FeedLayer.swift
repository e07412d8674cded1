import EntenteCore

/// The layers that events of a feed are put on.
///
/// What is only said lies on the rhetorical layer, whatever it is about; what is done lies where it
/// is done.
public enum FeedLayer: String, Sendable, CaseIterable {
  /// Meetings, talks, agreements, recognition, breaking off relations.
  case diplomatic
  /// Statements, appeals, demands, accusations, refusals, threats, protests.
  case rhetorical
  /// Trade, aid, sanctions.
  case economic
  /// Force, its display, arrests, military cooperation and withdrawal.
  case security

  /// The layer of a CAMEO code: that of the longest prefix with a rule.
  public init(cameo code: String) {
    var prefix = Substring(code)
    while !prefix.isEmpty {
      if let layer = Self.rules[String(prefix)] {
        self = layer
        return
      }
      prefix.removeLast()
    }
    self = .rhetorical
  }

  private static let rules: [String: FeedLayer] = {
    var rules: [String: FeedLayer] = [:]
    for code in ["01", "02", "10", "11", "12", "13", "14"] { rules[code] = .rhetorical }
    for code in ["03", "04", "05", "063", "075", "08", "09", "16"] { rules[code] = .diplomatic }
    for code in ["06", "07", "085", "162", "163"] { rules[code] = .economic }
    for code in [
      "062", "064", "072", "074", "082", "084", "086", "087", "145", "15", "1622", "17", "18", "19",
      "20",
    ] { rules[code] = .security }
    return rules
  }()

  /// After how many days an event counts half. Feeds report daily, so that evidence is never scarce
  /// and old news may fade soon; a choice, not a finding.
  public var halfLife: Double {
    switch self {
    case .rhetorical: 7
    case .diplomatic: 14
    case .economic, .security: 30
    }
  }

  /// The layer as a project has it.
  public var layer: Layer {
    let name = rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    return Layer(id: rawValue, label: name, halfLife: halfLife)
  }
}

/// Whether a measure of balance reads only the signs of the ties or their weights too.
public enum TieWeighting: String, Sendable, Hashable, CaseIterable {
  /// Every tie counts as +1 or −1.
  case signs
  /// Every tie counts with its joined net.
  case weights

  /// What a net counts for.
  func counted(_ net: Double) -> Double {
    self == .weights ? net : net > 0 ? 1 : net < 0 ? -1 : 0
  }
}

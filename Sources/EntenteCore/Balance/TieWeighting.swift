/// Whether a measure of balance reads only the signs of the ties or their weights too.
public enum TieWeighting: String, Sendable, Hashable, CaseIterable {
  /// Every tie counts as +1 or −1.
  case signs
  /// Every tie counts with its joined net.
  case weights
}

import EntenteCore

extension Scene {
  /// Joins two strands of one dyad that say the same in both directions (the same sign, the same
  /// intensities, the same basis) into one with a head at both ends, so that a relation that is
  /// mutual is drawn once.
  mutating func joinMutualStrands() {
    struct Key: Hashable {
      var a: Int
      var b: Int
      var sign: Sign
    }
    var first: [Key: Int] = [:]
    var joined: [Strand] = []
    joined.reserveCapacity(strands.count)
    for strand in strands {
      let key = Key(
        a: min(strand.source, strand.target), b: max(strand.source, strand.target),
        sign: strand.sign)
      if let index = first[key], joined[index].says(what: strand) {
        joined[index].isMutual = true
        joined[index].claims = max(joined[index].claims, strand.claims)
      } else {
        first[key] = joined.count
        joined.append(strand)
      }
    }
    strands = joined
  }
}

extension Scene.Strand {
  /// Whether another strand, of the same dyad and the same sign, is this one the other way round.
  fileprivate func says(what other: Scene.Strand) -> Bool {
    func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(a, b) }
    return source == other.target && target == other.source && isSame(now, other.now)
      && isSame(before ?? 0, other.before ?? 0) && basis == other.basis
  }
}

import EntenteCore

/// What tests draw from the generator of the core.
extension SeededGenerator {
  /// True with the given probability.
  public mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  /// One of several values.
  public mutating func pick<Value>(_ first: Value, _ others: Value...) -> Value {
    let place = Int.random(in: 0...others.count, using: &self)
    return place == 0 ? first : others[place - 1]
  }
}

import EntenteCore

extension SeededGenerator {
  /// True with the given probability.
  public mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One of several values.
  public mutating func pick<Value>(_ first: Value, _ others: Value...) -> Value {
    let place = below(others.count + 1)
    return place == 0 ? first : others[place - 1]
  }
}

extension Revisions {
  /// What a coder changed about a claim that both revisions have, key by key, as
  /// `score -5 → -7`; texts are only named, as `says`.
  ///
  /// - Parameter id: the claim.
  /// - Returns: the changes in the order of the project file's keys; empty where the claim is the same
  ///   or only one revision has it.
  public func differences(ofClaim id: String) -> [String] {
    guard let left = old.project.claimIndex[id], let right = new.project.claimIndex[id] else {
      return []
    }
    let (before, after) = (old.project.claims[left], new.project.claims[right])
    var found: [String] = []
    func compare<Value: Equatable>(
      _ key: String, _ value: (Claim) -> Value, _ word: ((Value) -> String)? = nil
    ) {
      let (first, second) = (value(before), value(after))
      guard first != second else { return }
      found.append(word.map { "\(key) \($0(first)) → \($0(second))" } ?? key)
    }
    func plain(_ number: Double) -> String {
      let text = "\(number)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    compare("from", \.from) { $0 }
    compare("to", \.to) { $0 }
    compare("mutual", \.isMutual) { "\($0)" }
    compare("layer", \.layer) { $0 }
    compare("family", \.family) { $0.rawValue }
    compare("when", \.when.text) { $0 }
    compare("date-basis", \.dateBasis) { $0.rawValue }
    compare("published", \.published) { $0?.text ?? "none" }
    compare("score", \.score, plain)
    compare("range", \.range) {
      $0.map { "\(plain($0.lowerBound)) to \(plain($0.upperBound))" } ?? "none"
    }
    compare("basis", \.basis) { $0.rawValue }
    compare("confidence", \.confidence, plain)
    compare("source", \.source) { $0 }
    compare("locator", \.locator)
    compare("event", \.event) { $0 ?? "none" }
    compare("contradicts", \.contradicts) { $0.isEmpty ? "none" : $0.joined(separator: " ") }
    compare("implied", \.implied) { $0?.rawValue ?? "none" }
    compare("says", \.says)
    compare("quote", \.quote)
    compare("note", \.note)
    return found
  }
}

/// Finds the known word that a misspelt one was probably meant to be.
public enum Suggestion {
  /// The candidate closest to a word, or nil where none is close enough.
  ///
  /// Close is an edit distance of at most a third of the longer word's length (at least 1 for words
  /// of three letters or more). Capital letters, hyphens and underscores count for nothing. Of equally
  /// close candidates the alphabetically first wins.
  ///
  /// - Complexity: O(candidates · length²).
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let folded = fold(word)
    guard !folded.isEmpty, folded.count <= 64 else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let other = fold(candidate)
      let limit = max(folded.count, other.count) / 3
      guard abs(folded.count - other.count) <= limit else { continue }
      let distance = editDistance(folded, other)
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// A hint "did you mean …?", or nil.
  public static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
    closest(to: word, among: candidates).map {
      "did you mean \(ForbiddenCharacter.quoted($0))?"
    }
  }

  private static func fold(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// The number of insertions, deletions, changes and swaps of neighbours between two words
  /// (optimal string alignment).
  package static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(
          last[column] + 1,
          current[column - 1] + 1,
          last[column - 1] + change
        )
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, beforeLast[column - 2] + 1)
        }
        current.append(value)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

import EntenteFormats

/// Ids made from names, each different from the others.
struct ShortName {
  private var taken: Set<String> = []

  /// Ids beside those that are there already.
  init(besides taken: some Sequence<String>) {
    self.taken = Set(taken.map { $0.lowercased() })
  }

  /// An id for a name: its letters and digits in small Latin letters, hyphens for what is between.
  mutating func make(from name: String) -> String {
    var id = ""
    var gap = false
    for scalar in name.lowercased().unicodeScalars {
      let letters = Self.letters[scalar] ?? String(scalar)
      let isPlain = letters.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0)
      }
      guard isPlain else {
        // An apostrophe belongs to its word, and so does an accent on its own.
        if scalar != "'" && scalar != "’" && !(0x300...0x36F).contains(scalar.value) { gap = true }
        continue
      }
      if gap, !id.isEmpty { id += "-" }
      gap = false
      id += letters
    }
    id = String(id.prefix(ProjectSchema.idLimit - 8))
    if id.isEmpty { id = "actor" }
    var result = id
    var number = 2
    while !taken.insert(result).inserted {
      result = "\(id)-\(number)"
      number += 1
    }
    return result
  }

  private static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
      "ə": "e",
    ]
    for (plain, accented) in [
      ("a", "áàâäãåāăą"), ("c", "çćčĉċ"), ("d", "ď"), ("e", "éèêëēĕėęě"), ("g", "ğĝġģ"),
      ("i", "íìîïĩīĭį"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "óòôöõōŏő"), ("r", "ŕŗř"),
      ("s", "śŝşšș"), ("t", "ţťț"), ("u", "úùûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ] {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}

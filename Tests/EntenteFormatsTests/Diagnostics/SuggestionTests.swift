import EntenteFormats
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("score", "socre", 1), ("layer", "layer", 0),
    ("ca", "abc", 3), ("əliyev", "aliyev", 1),
  ])
  func distances(_ left: String, _ right: String, _ distance: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(Suggestion.editDistance(left, right) == distance)
    #expect(Suggestion.editDistance(right, left) == distance)
  }

  @Test(
    arguments: [
      ("scroe", "score"), ("half_life", "half-life"), ("halfLife", "half-life"), ("Layer", "layer"),
      ("confidance", "confidence"), ("x", nil), ("", nil), ("zzzzzz", nil),
    ] as [(String, String?)]
  )
  func closest(_ word: String, _ expected: String?) {
    let keys = ["score", "half-life", "layer", "confidence", "source", "from", "to"]
    #expect(Suggestion.closest(to: word, among: keys) == expected)
    #expect(Suggestion.closest(to: word, among: keys.reversed()) == expected)
  }

  @Test func equallyCloseGoesByTheAlphabet() {
    #expect(Suggestion.closest(to: "c01", among: ["c02", "c11", "c00"]) == "c00")
  }
}

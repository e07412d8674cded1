import EntenteCore
import EntenteFeeds
import Testing

@Suite struct CAMEOTests {
  private let scheme = CAMEO.standard

  @Test func everyCodeIsThereOnceWithScoresOnTheScale() throws {
    #expect(scheme.codes.count == 312)
    #expect(Set(scheme.codes.map(\.code)).count == scheme.codes.count)
    for code in scheme.codes {
      #expect((2...4).contains(code.code.count) && code.code.allSatisfy(\.isNumber))
      for scale in CAMEO.Scale.allCases {
        #expect(Claim.scale.contains(scheme.score(of: code, on: scale)))
      }
      // Every finer code has the coarser one above it.
      if code.code.count > 2 { #expect(scheme.code(String(code.code.dropLast())) != nil) }
      let sentence = code.sentence("A", "B")
      #expect(sentence.hasPrefix("A ") && sentence.contains("B") && !sentence.contains("{}"))
    }
  }

  /// The published tables differ on these codes and no others.
  @Test func theTwoTablesDifferOnFourCodes() throws {
    let differing = scheme.codes.filter {
      guard let icews = $0.score(on: .icews), let gdelt = $0.score(on: .gdelt) else { return false }
      return icews != gdelt
    }
    #expect(differing.map(\.code) == ["016", "022", "164", "165"])
    #expect(differing.map { $0.score(on: .icews) } == [-5, 3.4, -6.5, -7])
    #expect(differing.map { $0.score(on: .gdelt) } == [-2, 3.2, -7, -6.5])
    // GDELT has no 1213; that of 121 is taken.
    let judicial = try #require(scheme.code("1213"))
    #expect(judicial.score(on: .gdelt) == nil && scheme.score(of: judicial, on: .gdelt) == -4)
  }

  @Test(arguments: [
    ("010", "010"), ("Make statement", "010"), ("consult", "040"), ("04", "04"),
    ("Engage in negotiation", "046"), ("fight with artillery and tanks", "194"),
    ("Impose embargo, boycott, or sanctions", "163"), ("Meet at a 'third' location", "044"),
  ])
  func namesAndDigitsAreCodes(text: String, code: String) {
    #expect(scheme.code(text)?.code == code)
  }

  @Test func sentencesBeginWithACapitalAndHaveTheArticle() throws {
    let states = try #require(Country.named("US")).nameInSentence
    let consult = try #require(scheme.code("040"))
    #expect(consult.sentence(states, "Russia") == "The United States consults Russia")
    #expect(consult.sentence("Russia", states) == "Russia consults the United States")
    let yielding = try #require(scheme.code("105"))
    #expect(yielding.sentence("Russia", states) == "Russia demands that the United States give way")
  }

  @Test(arguments: ["", "10 ", "36", "Make statements", "999", "0360"])
  func otherTextsAreNone(text: String) {
    #expect(scheme.code(text) == nil)
  }

  @Test(arguments: [
    ("010", FeedLayer.rhetorical), ("138", .rhetorical), ("0311", .diplomatic),
    ("040", .diplomatic),
    ("057", .diplomatic), ("061", .economic), ("062", .security), ("0703", .economic),
    ("0842", .security), ("085", .economic), ("141", .rhetorical), ("1451", .security),
    ("161", .diplomatic), ("1621", .economic), ("1622", .security), ("173", .security),
    ("2042", .security),
  ])
  func whatIsSaidIsRhetoricAndWhatIsDoneLiesWhereItIsDone(code: String, layer: FeedLayer) {
    #expect(FeedLayer(cameo: code) == layer)
  }
}

import EntenteFormats
import Testing

@Suite struct JSONValueTests {
  @Test func keysAreSortedAndNestedValuesIndented() {
    let value: JSONValue = [
      "b": [1, 2.5, "x"], "a": ["n": .null, "t": true], "c": [], "d": .object([:]),
    ]
    #expect(
      value.text == """
        {
          "a": {
            "n": null,
            "t": true
          },
          "b": [
            1,
            2.5,
            "x"
          ],
          "c": [],
          "d": {}
        }
        """)
    #expect(value.compactText == #"{"a":{"n":null,"t":true},"b":[1,2.5,"x"],"c":[],"d":{}}"#)
  }

  @Test func hostileTextStaysText() {
    let value = JSONValue.string("\"\\\n\r\t\u{0}\u{1b}\u{7f}\u{2028}Əliyev")
    #expect(value.text == #""\"\\\n\r\t\u0000\u001b\u007f\u2028Əliyev""#)
  }

  @Test func numbers() {
    #expect(JSONValue.number(.nan).text == "null")
    #expect(JSONValue.number(-.infinity).text == "null")
    #expect(JSONValue.number(3).text == "3")
    #expect(JSONValue.number(-0.0).text == "0")
    #expect(JSONValue.number(0.1 + 0.2).text == "0.30000000000000004")
    #expect(JSONValue.number(1e300).text == "1e+300")
  }
}

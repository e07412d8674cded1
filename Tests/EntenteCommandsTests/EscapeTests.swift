import Testing

@testable import EntenteCommands

@Suite struct EscapeTests {
  @Test func noCharacterMeansAnything() {
    let text = #"<a> & "b" 'c' \d {e} $f$ #g %h _i_ *j* `k` [l] @m ~n ^o"#
    #expect(
      Escape.html(text)
        == #"&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39; \d {e} $f$ #g %h _i_ *j* `k` [l] @m ~n ^o"#)
    #expect(
      Escape.latex(#"\a{b}$c&d#e%f_g~h^i"#)
        == ##"\textbackslash{}a\{b\}\$c\&d\#e\%f\_g\textasciitilde{}h\textasciicircum{}i"##)
    #expect(Escape.latex("A \u{2192} B: \u{2212}0.25") == #"A $\rightarrow$ B: $-$0.25"#)
    #expect(Escape.latex("A \u{2192} B", isAloud: true) == "A -> B")
    #expect(
      Escape.typst(#"#let x = [*a*] // "b""#) == ##"\#let x = \[\*a\*\] \/\/ \"b\""##)
    #expect(Escape.string(#"a"b\c"#) == #"a\"b\\c"#)
    #expect(Escape.attribute(#"a "b" \c"#) == "a \u{201D}b\u{201D} \\\\c")
    #expect(Escape.markdown("![x](y) *a* <b>") == #"\!\[x\](y) \*a\* \<b\>"#)
  }

  @Test func plainTextStaysAsItIs() {
    for text in ["Azərbaycan, Россия; 9 mai 2025", "გაიზარდა", "إلهام علييف", ""] {
      #expect(Escape.html(text) == text)
      #expect(Escape.latex(text) == text)
      #expect(Escape.typst(text) == text)
      #expect(Escape.markdown(text) == text)
      #expect(Escape.string(text) == text)
    }
  }
}

import Foundation
import Testing

/// `render --for …`: exactly the files that a target needs, and what to paste.
@Suite struct RenderTargetTests {
  let shift = "entente render graphs/caucasus-2025.yaml --from 2025-05-08 --level state"

  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  @Test(arguments: [
    ("html", ["out/fig.html"]), ("github", ["out/fig-dark.svg", "out/fig-light.svg"]),
    ("quarto", ["out/fig.svg"]), ("latex", ["out/fig.pdf"]), ("typst", ["out/fig.svg"]),
    ("docx", ["out/fig.png", "out/fig.svg"]),
  ])
  func exactlyTheFilesThatAreNeeded(target: String, files: [String]) throws {
    let outcome = try run(
      "mkdir out; \(shift) --for \(target) -o out/fig > snippet; ls out/*; echo ---; cat snippet")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let parts = outcome.output.components(separatedBy: "---\n")
    #expect(parts[0].split(separator: "\n").map(String.init) == files)
    #expect(outcome.talk.contains("wrote"))
    for file in files where target != "latex" && target != "docx" {
      #expect(parts[1].contains(file), "\(parts[1])")
    }
    // The words for those who can't see it reach every target.
    let words = target == "html" ? try run("\(shift) --for html -o f; cat f.html").output : parts[1]
    #expect(words.contains("tension"))
    #expect(words.contains("Azerbaijan"))
  }

  @Test func namesFollowTheProjectWhereNoneIsGiven() throws {
    let outcome = try run("\(shift) --for latex >/dev/null; \(shift) --for docx -o a.svg; ls")
    let files = outcome.output.split(separator: "\n").map(String.init)
    #expect(files.contains("caucasus-2025-shift.pdf"))
    #expect(files.contains("a.svg") && files.contains("a.png"))
  }

  @Test func captionsTakeTheTitleOutOfThePicture() throws {
    let outcome = try run("\(shift) --for typst -o a; cat a.svg")
    #expect(!outcome.output.contains("text title text_"))
    #expect(outcome.output.contains("caption: [Russia → Azerbaijan"))
    let github = try run("\(shift) --for github -o a >/dev/null; cat a-light.svg")
    #expect(github.output.contains("text title text_"))
    let own = try run("\(shift) --for latex --title 'Rift & rupture' -o a")
    #expect(own.output.contains(#"\caption{Rift \& rupture."#), "\(own.output)")
  }

  @Test func githubGetsOnePictureInTwoThemes() throws {
    let outcome = try run(
      """
      \(shift) --for github -o a >/dev/null
      for f in a-light.svg a-dark.svg; do
        grep -o 'viewBox="[^"]*"' $f; grep -c '#b2182b' $f || true; grep -c '#d6604d' $f || true
      done
      """)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(lines)")
    guard lines.count == 6 else { return }
    #expect(lines[0] == lines[3])
    #expect(lines[1] != "0" && lines[2] == "0" && lines[4] == "0" && lines[5] != "0")
  }

  @Test(arguments: [
    "--for nonsense", "--for html --format svg", "--for html --inline", "--width 12",
    "--width broad", "--theme blue", "--format docx",
  ])
  func whatCannotBeIsRefused(arguments: String) throws {
    let outcome = try run("\(shift) \(arguments)")
    #expect(outcome.status == 64 && outcome.output.isEmpty && !outcome.talk.isEmpty)
  }

  @Test func theSameBytesEveryTime() throws {
    let outcome = try run(
      """
      for target in html github quarto latex typst docx; do
        mkdir -p one two
        (cd one; \(shift.replacing("graphs/", with: "../graphs/")) --for $target -o f >$target.txt)
        (cd two; \(shift.replacing("graphs/", with: "../graphs/")) --for $target -o f >$target.txt)
      done
      diff -r one two
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.talk)")
  }

  @Test func dotDrawnByHandIsTheSamePicture() throws {
    let outcome = try run(
      """
      \(shift) -o a.dot; \(shift) -o a.svg
      dot -Kneato -n2 -Tsvg a.dot > b.svg
      for f in a b; do
        grep -oE ' (d|points|cx|cy|rx|ry)="[^"]*"' $f.svg | grep -v '="-\\?[0-9.]*,' > $f.shapes || true
        grep -oE ' (d|points)="[^"]*"' $f.svg > $f.paths
      done
      wc -l < a.paths; cmp a.paths b.paths; cmp a.shapes b.shapes
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.talk)")
    #expect((Int(outcome.output.split(separator: "\n").first ?? "0") ?? 0) > 15)
  }

  @Test func theTextOfAPDFCanBeSearched() throws {
    guard try run("command -v pdftotext").status == 0 else { return }
    let outcome = try run(
      """
      for l in en ru ka ar he az; do
        \(shift) --lang $l --for latex -o $l >/dev/null; pdftotext $l.pdf -
      done
      """)
    for name in ["Azerbaijan", "Россия", "რუსეთი", "Rusiya", "сотрудничество"] {
      #expect(outcome.output.contains(name), "\(name) in \(outcome.output)")
    }
  }

  @Test func wordsAloneAreAFormat() throws {
    let outcome = try run("\(shift) -o a.txt; cat a.txt; \(shift) --format txt | cmp - a.txt")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n- "))
  }

  @Test func aLanguageWithoutNamesIsTold() throws {
    #expect(try run("\(shift) --lang fr -o a.svg").talk.contains("'fr'"))
    #expect(try run("\(shift) --lang az-AZ -o a.svg").talk.isEmpty)
  }
}

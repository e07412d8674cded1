import Foundation
import Testing

/// `entente shift`: tests, what if, world or coding, and what it says where there is little to say.
@Suite struct ShiftCommandTests {
  static let case1 = "graphs/caucasus-2025.yaml"
  static let case2 = "graphs/russia-azerbaijan-2024-2025.yaml"

  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  func object(_ command: String) throws -> [String: Any] {
    let outcome = try run("entente \(command) --format json")
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(!outcome.output.lowercased().contains("nan"), "\(command)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  func rows(_ object: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require(object[key] as? [[String: Any]])
  }

  @Test(arguments: [
    ("", 64), ("--from 2025-05-08 --permutations 0", 64), ("--from 2025-05-08 --replicates 0", 64),
    ("--from 2025-05-08 --alternative nonsense", 64), ("--from 2025-05-08 --seed -1", 64),
    ("--from 2025-05-08 --table nonsense", 64), ("--from 2025-05-08 --compare", 64),
    ("--from 2025-05-08 --no-tests --table tests", 64), ("--from 2025-05-08 --time-limit 0", 64),
    ("--from 2025-05-08 --centrality nonsense", 64), ("--at 2025-05-08", 64),
    ("--from 2025-05-08 --drop-country-media XX", 64),
    ("--from 2025-05-08 --with no-such-file.yaml", 66),
    ("--from 2025-05-08 --with graphs/caucasus-2025.yaml", 65),
    ("--revisions graphs/caucasus-2025.yaml", 64),
    ("--revisions graphs/caucasus-2025.yaml --at 2025-05-08 --from 2025-05-08", 64),
    ("--revisions no-such-file.yaml --at 2025-05-08", 66),
    ("--from 2025-05-08 --compare --basis stated --table ties", 64),
    ("--from 2025-05-08", 0), ("--from 2025-05-08 --no-tests", 0),
    ("--from 2025-05-08 --compare --basis stated", 0),
    ("--revisions graphs/caucasus-2025.yaml --at 2025-05-08", 0),
  ])
  func exitCodes(arguments: String, status: Int32) throws {
    let outcome = try run("entente shift \(Self.case1) \(arguments)")
    #expect(outcome.status == status, "\(arguments)\n\(outcome.output)\(outcome.talk)")
    if status != 0 { #expect(outcome.output.isEmpty) }
  }

  @Test func tellsTestsIntervalsAndGrades() throws {
    let shift = try object("shift \(Self.case2) --level state --from 2024-12-24 --to 2025-07-05")
    let ties = try rows(shift, "ties")
    let first = try #require(
      ties.first { $0["from"] as? String == "AZ" && $0["to"] as? String == "RU" })
    let change = try #require(first["change"] as? Double)
    let lower = try #require(first["lower"] as? Double)
    let upper = try #require(first["upper"] as? Double)
    #expect(lower < change && change < upper)
    let p = try #require(first["p"] as? Double)
    let q = try #require(first["q"] as? Double)
    #expect(p > 0 && p <= q && q <= 1)
    #expect(["fragile", "sensitive", "robust"].contains(first["grade"] as? String))
    // Ties without enough acts have no p, and say why.
    let untested = ties.filter { $0["p"] is NSNull && $0["grade"] as? String != "none" }
    #expect(!untested.isEmpty)
    #expect(
      untested.allSatisfy { ($0["assessment"] as? String ?? "").contains("insufficient evidence") })
    #expect((shift["verdict"] as? String ?? "").hasPrefix("There is more of both hostility"))
    let parameters = try #require(shift["parameters"] as? [String: Any])
    #expect(parameters["seed"] as? String == "1")
    #expect(parameters["permutations"] as? Int == 10_000)
  }

  @Test func tellsWhoChangedSide() throws {
    let shift = try object(
      "shift \(Self.case1) --level state --from 2025-05-08 --to 2025-05-19")
    let sides = try rows(shift, "sides")
    #expect(sides.count == 4 && sides.allSatisfy { $0["standing"] as? String == "either" })
    let baku = try #require(sides.first { $0["actor"] as? String == "AZ" })
    #expect(baku["partedFrom"] as? [String] == ["RU"] && baku["joined"] as? [String] == ["US"])
    let blocs = try rows(shift, "blocs")
    #expect(
      blocs.map { $0["measure"] as? String } == [
        "lines", "frustration", "score", "divisions", "fit", "fitIndex", "variation",
      ])
    #expect(
      (shift["verdict"] as? String ?? "").contains(
        "Russia and United States change side against Azerbaijan and Armenia, or these do"))
    let strict = try object(
      "shift \(Self.case1) --level state --from 2025-05-08 --to 2025-05-19 --minimum 0.06")
    #expect(try rows(strict, "sides").allSatisfy { $0["standing"] as? String != "either" })
    #expect(
      (strict["notes"] as? [String] ?? []).contains { $0.hasPrefix("Blocs: nobody changed side") })
  }

  @Test func whereBlocsAreNotProvenNobodyMoved() throws {
    // Enmity and friendship at random among 40, which no tenth of a second proves.
    let outcome = try run(
      """
      {
        printf 'entente: 1\ntitle: t\nsources: {s: {title: S}}\nlayers: {l: {half-life: 90}}\nactors:\n'
        for i in $(seq 40); do echo "  a$i: {kind: state, name: A$i}"; done
        echo 'claims:'
        x=1
        for i in $(seq 40); do for j in $(seq $((i + 1)) 40); do
          x=$(((x * 1103515245 + 12345) % 2147483648))
          [ $((x / 65536 % 2)) = 0 ] && s=6 || s=-6
          [ $((x / 262144 % 3)) = 0 ] || continue
          echo "  c$i-$j: {from: a$i, to: a$j, layer: l, when: 2025-01-01, score: $s, source: s, says: x}"
        done; done
      } > random.yaml
      entente shift random.yaml --from 2025-01-01 --to 2025-01-20 --no-tests --time-limit 0.1 --table blocs
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains("the best division is not proven within 0.1 s"))
    #expect(outcome.output.contains("before between "))
    #expect(!outcome.output.contains("changes side"))
  }

  @Test func placesAreOfTheMeasureAskedFor() throws {
    let shift = try object(
      "shift \(Self.case2) --level state --from 2024-12-24 --to 2025-07-05 --centrality pagerank --table centrality --table actors"
    )
    let places = try rows(shift, "centrality")
    #expect(places.allSatisfy { $0["column"] as? String == "pagerank" })
    let first = places.filter { $0["placeAfter"] as? String == "1" }
    #expect(first.count == 1)
    #expect(
      try rows(shift, "actors").first { $0["actor"] as? String == first[0]["actor"] as? String }?[
        "placeAfter"] as? String == "1")
    #expect(places.contains { ($0["placeBefore"] as? String ?? "").hasSuffix("=") })
  }

  @Test func seedsGiveTheSameNumbersAgain() throws {
    let command =
      "entente shift \(Self.case2) --level state --from 2024-12-24 --table tests --format csv"
    #expect(try run("\(command) --seed 7").output == run("\(command) --seed 7").output)
    #expect(try run("\(command) --seed 7").output != run("\(command) --seed 8").output)
  }

  @Test(arguments: [
    "ties", "actors", "claims", "sides", "blocs", "system", "centrality", "alignment", "tests",
    "robustness",
  ])
  func tablesComeOneByOne(name: String) throws {
    let shift = try object(
      "shift \(Self.case2) --level state --from 2024-12-24 --to 2025-07-05 --table \(name)")
    #expect(!(try rows(shift, name)).isEmpty)
    #expect((shift["ties"] == nil) == (name != "ties"))
    let csv = try run(
      "entente shift \(Self.case2) --level state --from 2024-12-24 --table \(name) --format csv")
    #expect(csv.output.split(separator: "\r\n").count > 1)
  }

  @Test func noTestsLeavesThemOut() throws {
    let shift = try object("shift \(Self.case1) --from 2025-05-08 --no-tests")
    let tie = try #require(try rows(shift, "ties").first)
    #expect(tie["p"] == nil && tie["grade"] == nil && tie["change"] != nil)
  }

  @Test func dropsTheMediaOfOneCountryOnly() throws {
    let whole = try object("shift \(Self.case2) --level state --from 2024-12-24 --to 2025-08-01")
    let less = try object(
      "shift \(Self.case2) --level state --from 2024-12-24 --to 2025-08-01 --drop-country-media RU")
    // 17 sources of RU, of which RU (exile) is none, told of 17 claims; the file says so.
    let text = try String(
      contentsOf: Sandbox.project.appending(path: Self.case2), encoding: .utf8)
    let dropped = text.components(separatedBy: "\n").count { $0 == "    country: RU" }
    let notes = try #require(less["notes"] as? [String])
    #expect(notes.contains { $0.hasPrefix("Left out as media of RU: \(dropped) sources (") })
    let parameters = try #require(less["parameters"] as? [String: Any])
    #expect(parameters["withoutMediaOf"] as? [String] == ["RU"])
    func change(_ shift: [String: Any]) throws -> Double {
      try #require(
        try rows(shift, "ties").first {
          $0["from"] as? String == "RU" && $0["to"] as? String == "AZ"
        }?["change"] as? Double)
    }
    #expect(try change(whole) != change(less))
  }

  @Test func compareShowsBothSides() throws {
    let both = try object(
      "shift \(Self.case2) --level state --from 2024-12-24 --to 2025-07-05 --without k50 --compare")
    let asIs = try rows(
      try object("shift \(Self.case2) --level state --from 2024-12-24 --to 2025-07-05"), "ties")
    let otherwise = try rows(
      try object(
        "shift \(Self.case2) --level state --from 2024-12-24 --to 2025-07-05 --without k50"), "ties"
    )
    for row in try rows(both, "ties") {
      func change(_ ties: [[String: Any]]) -> Double? {
        ties.first {
          $0["from"] as? String == row["from"] as? String
            && $0["to"] as? String == row["to"] as? String
        }?["change"] as? Double
      }
      #expect(row["change"] as? Double == change(asIs))
      #expect(row["changeOtherwise"] as? Double == change(otherwise))
      let difference = try #require(row["difference"] as? Double)
      #expect(abs(difference - ((change(otherwise) ?? 0) - (change(asIs) ?? 0))) < 1e-12)
    }
  }

  @Test func withAddsTheClaimsOfAnotherFile() throws {
    let added = """
      entente: 1
      title: More
      sources: {extra: {title: Extra, published: 2025-05-12}}
      layers: {diplomatic: {half-life: 180}}
      actors: {RU: {kind: state, name: Russia}, AZ: {kind: state, name: Azerbaijan}}
      claims:
        extra1: {from: AZ, to: RU, layer: diplomatic, family: event, when: 2025-05-12, date-basis: stated,
          score: 8, basis: stated, confidence: high, source: extra, says: They make up.}
      """
    let outcome = try run(
      """
      cat > more.yaml <<'END'
      \(added)
      END
      entente shift \(Self.case1) --from 2025-05-08 --to 2025-05-19 --with more.yaml --compare --format json
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let object = try #require(value as? [String: Any])
    let first = try #require(try rows(object, "ties").first)
    #expect(first["from"] as? String == "AZ" && first["to"] as? String == "RU")
    let size = try #require(first["difference"] as? Double)
    #expect(size > 0.1)
  }

  @Test func worldAndCodingAddUp() throws {
    let outcome = try run(
      """
      sed 's/confidence: high, source: s4/confidence: low, source: s4/' \(Self.case2) > edited.yaml
      ! cmp -s \(Self.case2) edited.yaml
      entente shift --revisions \(Self.case2) edited.yaml --level state --from 2024-12-24 --to 2025-07-05 --format json > two.json
      entente shift --revisions \(Self.case2) edited.yaml --level state --at 2025-07-05 --format json > one.json
      entente shift --revisions \(Self.case2) \(Self.case2) --at 2025-07-05
      cat two.json
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains("The two revisions hold the same."))
    let start = try #require(outcome.output.firstIndex(of: "{"))
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output[start...].utf8))
    let object = try #require(value as? [String: Any])
    var coded = 0.0
    for row in try rows(object, "ties") {
      let parts = try ["world", "coding", "total"].map { try #require(row[$0] as? Double) }
      #expect(abs(parts[0] + parts[1] - parts[2]) < 1e-12)
      coded += abs(parts[1])
    }
    #expect(coded > 0.01)
    #expect(!(try rows(object, "edits")).isEmpty)
  }

  @Test func saysWhatIsMissing() throws {
    let one = """
      entente: 1
      title: One claim
      sources: {s: {title: Source}}
      layers: {talk: {half-life: 30}}
      actors: {A: {kind: state, name: Aland}, B: {kind: state, name: Beland}}
      claims:
        k: {from: A, to: B, layer: talk, family: event, when: 2025-01-10, date-basis: stated,
          score: -5, basis: stated, confidence: high, source: s, says: A scolds B.}
      """
    let outcome = try run(
      """
      cat > one.yaml <<'END'
      \(one)
      END
      for format in table json csv markdown; do
        for table in ties actors claims sides blocs system centrality alignment tests robustness; do
          for dates in "2025-01-01 --to 2025-02-01" "2025-01-10 --to 2025-01-10" "1990-01-01 --to 1990-02-01" "2090-01-01 --to 2090-02-01" "2025-02-01 --to 2025-01-01"; do
            entente shift one.yaml --from $dates --table $table --format $format
          done
        done
      done
      entente shift one.yaml --from 2025-01-01 --compare --without k
      entente shift one.yaml --from 2025-01-01 --compare --without k --format json
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(!outcome.output.contains("nan") && !outcome.output.contains("undefined"))
    for words in [
      "Everything rests on one claim, k.", "nothing can change", "lies outside the days",
      "begins before the earlier one", "No claim weighs anything on 2025-01-01",
      "Nothing to compare: no claim weighs anything on either side.",
    ] {
      #expect(
        outcome.output.replacingOccurrences(of: "\n  ", with: " ").contains(words), "\(words)")
    }
  }
}

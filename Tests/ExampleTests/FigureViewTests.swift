import Foundation
import TestSupport
import Testing

/// `render --view multiples` and `--view map` with their options, and `--lint` of any view.
@Suite struct FigureViewTests {
  let multiples = "entente render graphs/caucasus-2025.yaml --level state --view multiples"
  let map = "entente render graphs/caucasus-2025.yaml --view map"

  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  @Test(arguments: [
    ("--view multiples", "multiples need --dates"),
    ("--view multiples --dates 2025-05-19", "2 to 12 panels"),
    ("--view multiples --every day --from 2025-01-01", "2 to 12 panels"),
    ("--view multiples --dates 2025-01-31,2025-02-30", "'2025-02-30' is no date"),
    ("--view multiples --dates 2025-01-31,2025-05-19 --every month", "not both"),
    ("--view multiples --dates 2025-01-31,2025-05-19 --from 2025-01-01", "go with --every"),
    ("--view multiples --at 2025-05-19", "several dates"),
    ("--dates 2025-01-31,2025-05-19", "--view multiples"),
    ("--view map --dates 2025-01-31,2025-05-19", "--view multiples"),
    ("--view map --dimensions 3", "1 or 2"), ("--view map --to 2025-05-19", "--to needs --from"),
    ("--view map --reference nobody", "nobody"),
    ("--view map --at 2025-05-19 --from 2025-01-01", "give one of them"),
    ("--view multiples --every month --lint -o a.svg --lint-format yaml", "lint-format"),
  ])
  func whatCannotBeIsRefused(arguments: String, reason: String) throws {
    let outcome = try run("entente render graphs/caucasus-2025.yaml \(arguments)")
    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.talk.contains(reason), "\(outcome.talk)")
  }

  @Test func panelsAreOfTheDatesThatWereAskedFor() throws {
    let dates = "--dates '2025-01-31, 2025-05-08,2025-05-19'"
    let outcome = try run("\(multiples) \(dates) --format txt; \(multiples) \(dates)")
    #expect(outcome.status == 0 && outcome.talk.isEmpty, "\(outcome.talk)")
    let parts = outcome.output.components(separatedBy: "<svg")
    for day in ["31 January 2025", "8 May 2025", "19 May 2025"] {
      #expect(parts[0].contains("\n- \(day): "), "\(parts[0])")
      #expect(parts[1].contains(">\(day)</text>"))
    }
    #expect(parts[1].contains("entente-multiples"))
    let months = try run("\(multiples) --every month --from 2025-02 --to 2025-05 --format txt")
    let shown = Set(
      months.output.matches(of: #/\n- ([0-9]+ [A-Z][a-z]+ 2025): /#).map { String($0.1) })
    #expect(
      shown == ["28 February 2025", "31 March 2025", "30 April 2025", "31 May 2025"], "\(shown)")
  }

  @Test(arguments: [
    "--theme dark --width page", "--width column --no-title", "--hulls blocs --emphasise AZ",
    "--lang az --labels 2", "--uncertainty --full-scale 5", "--title Own --width slide",
  ])
  func panelsTakeTheOptionsOfAllFigures(arguments: String) throws {
    let outcome = try run(
      """
      \(multiples) --dates 2025-05-08,2025-05-19 \(arguments) -o a.svg
      \(multiples) --dates 2025-05-08,2025-05-19 \(arguments) --lint --lint-format csv
      cat a.svg
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    let svg = "<svg" + (outcome.output.components(separatedBy: "<svg").last ?? "")
    #expect(SVGCheck.problems(in: Array(svg.utf8)).isEmpty)
    if arguments.contains("Own") { #expect(outcome.output.contains(">Own</text>")) }
    if arguments.contains("dark") { #expect(outcome.output.contains("#d6604d")) }
    if arguments.contains("az") { #expect(outcome.output.contains("Azərbaycan")) }
    if arguments.contains("blocs") { #expect(outcome.output.contains("Bloc A")) }
  }

  @Test func panelsStandOnALockedLayout() throws {
    let outcome = try run(
      """
      cp graphs/caucasus-2025.yaml case.yaml
      entente render case.yaml --level state --at 2025-05-19 --lock -o a.svg
      cp case.layout.yaml before.yaml
      entente render case.yaml --level state --view multiples --dates 2025-05-08,2025-05-19 --lock -o b.svg
      cmp case.layout.yaml before.yaml && echo kept
      """)
    #expect(outcome.status == 0 && outcome.output == "kept\n", "\(outcome.talk)")
  }

  @Test func aMapIsOfOneDateOrTwoAndOfOneDimensionOrTwo() throws {
    let outcome = try run(
      """
      \(map) --at 2025-05-19 --format txt
      echo ---; \(map) --from 2025-05-08 --to 2025-05-19 --format txt
      echo ---; \(map) --from 2025-05-08 --to 2025-05-19 --dimensions 1 --reference AZ --format txt
      echo ---; \(map) --from 2025-05-08 --reference AZ --emphasise AZ,RU --theme print
      """)
    #expect(outcome.status == 0 && outcome.talk.isEmpty, "\(outcome.talk)")
    let parts = outcome.output.components(separatedBy: "---\n")
    #expect(parts.count == 4)
    guard parts.count == 4 else { return }
    #expect(parts[0].contains("the axes show") && parts[0].contains("nearest to each other"))
    #expect(parts[1].contains("turned onto 19 May 2025"))
    #expect(parts[2].contains("the axis shows"))
    // Whoever is the reference lies to the right of the middle.
    let line = parts[2].split(separator: "\n").first { $0.hasPrefix("- Azerbaijan: ") } ?? ""
    let place = line.firstMatch(of: /(?:to|:) ([−0-9.]+)(?:,|\.$| )/)?.1 ?? ""
    #expect(!place.isEmpty && !place.hasPrefix("−"), "\(line)")
    #expect(parts[3].contains("entente-map"))
    #expect(parts[3].contains("role=\"img\"") && parts[3].contains("up and down: "))
  }

  @Test(arguments: [
    "--at 2025-05-19", "--view shift --from 2025-05-08", "--view matrix --from 2025-05-08",
    "--view timeline --between AZ,RU --level state --replicates 20", "--view map --at 2025-05-19",
    "--view ranks --every month --from 2025-01 --to 2025-05",
    "--view multiples --level state --dates 2025-01-31,2025-05-08,2025-05-19",
  ])
  func everyViewIsJudged(arguments: String) throws {
    let outcome = try run("entente render graphs/caucasus-2025.yaml \(arguments) --lint")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.talk)")
    #expect(outcome.output.contains("overlap"))
  }

  /// Two actors that a hand put on one place: the report says so, and the exit tells it.
  @Test func whatCoversSomethingIsTold() throws {
    let outcome = try run(
      """
      entente render graphs/caucasus-2025.yaml --level state --at 2025-05-19 --lint > clean
      cp graphs/caucasus-2025.yaml case.yaml
      entente render case.yaml --level state --at 2025-05-19 --lock -o a.svg
      sed -E 's/\\{x: [-0-9.]+, y: [-0-9.]+/{x: 10, y: 20, pinned: true/' case.layout.yaml > b.yaml
      set +e
      entente render case.yaml --level state --at 2025-05-19 --layout b.yaml --lint --lint-format csv
      echo "exit $?"
      """)
    #expect(outcome.output.contains("exit 1"), "\(outcome.output)\(outcome.talk)")
    let pairs = outcome.output.split(whereSeparator: \.isNewline).first {
      $0.contains("actors that overlap")
    }
    #expect(pairs.map { $0.hasSuffix(",6") } == true, "\(outcome.output)")
    #expect(outcome.talk.contains("overlap"))
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats

extension Significance.Alternative: NamedArgument {}

/// `entente shift`: what changed between two dates, why, whether it is real, and what it survives.
struct ShiftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shift",
    abstract: "What changed between two dates or windows, and which claims changed it.",
    discussion: """
      Ties come with the net (accord - tension) before and after; negative changes are towards \
      hostility. A tie's change is exactly the sum of its claims' changes. Below each tie that \
      changed stands how far it can be trusted: a robustness grade with its reason, p from \
      exchanging dates within the tie and layer, q over all tested ties (Benjamini-Hochberg), and \
      the interval from drawing sources anew. Who changed side is told only where it holds in every \
      best division into two, so that a tie-break is no move. CSV holds the first table that --table \
      names.

      EXAMPLES
        entente shift case.yaml --from 2025-05-08 --to 2025-05-19
        entente shift case.yaml --level state --from 2025-04 --to 2025-05
        entente shift case.yaml --from 2025-05-08 --table tests --table robustness
        entente shift case.yaml --level state --from 2025-05-08 --table ties --between AZ,RU
        entente shift case.yaml --from 2025-05-08 --table sides --table blocs --weighted
        entente shift case.yaml --from 2025-05-08 --table centrality --centrality pagerank
        entente shift case.yaml --from 2025-05-08 --without some-source --compare
        entente shift --revisions old.yaml new.yaml --at 2025-05-19
      """)

  /// A table.
  enum Part: String, NamedArgument {
    case ties, actors, claims, sides, blocs, system, centrality, alignment, tests, robustness
  }

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags

  @Option(help: ArgumentHelp("Before: \(Window.help).", valueName: "date"))
  var from: Window?

  @Option(
    help: ArgumentHelp(
      "After; the last day the evidence speaks of where not given.", valueName: "date"))
  var to: Window?

  @Option(
    help: ArgumentHelp("What counts as nothing, in points of the scale.", valueName: "points"))
  var minimum: Double = 0.05

  @Option(help: ArgumentHelp("How many ties to give reasons for.", valueName: "count"))
  var top: Int = 5

  @Option(
    parsing: .singleValue,
    help:
      "Only this table: ties, actors, claims, sides, blocs, system, centrality, alignment, tests or robustness; give it again for more. Where not given, ties, actors and claims, and of blocs what changed."
  )
  var table: [Part] = []

  @Option(
    help: ArgumentHelp(
      "Show only these actors and the ties between them; everything is computed as without.",
      valueName: "actor,actor"))
  var between: String?

  @Option(
    help: ArgumentHelp(
      "The measure of which actors' places are told; 'entente centrality --help' lists them.",
      valueName: "name"))
  var centrality: String = "strength"

  @OptionGroup(title: "Is it real?") var testing: TestFlags

  @OptionGroup(title: "Blocs") var lines: BlocFlags

  @Option(
    help: ArgumentHelp(
      "Add the claims of another project file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var with: String?

  @Flag(
    help: ArgumentHelp(
      "Side by side with all evidence as it is: what --without, --with, --drop-country-media, --basis, --reading, --as-known-on, --estimator and --prior change."
    ))
  var compare = false

  @Option(
    help: ArgumentHelp(
      "World or coding: tell the change between dates from that between this older revision of the file and the file.",
      valueName: "old file"), completion: .file(extensions: ["yaml", "yml"]))
  var revisions: String?

  @Option(
    help: ArgumentHelp("With --revisions: what differs as of one date.", valueName: "date"))
  var at: Window?

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard minimum >= 0, minimum.isFinite else {
      throw ValidationError("--minimum is 0 or more points of the scale")
    }
    guard top >= 0 else { throw ValidationError("--top is 0 or more") }
    if revisions == nil {
      if at != nil {
        throw ValidationError("--at goes with --revisions; a shift has --from and --to")
      }
      if from == nil { throw ValidationError("say with --from what the shift is from") }
    } else {
      if (at == nil) == (from == nil) {
        throw ValidationError("--revisions needs either --at, or --from and --to")
      }
      if at != nil, to != nil { throw ValidationError("--to goes with --from, not with --at") }
      if compare { throw ValidationError("give --compare or --revisions, not both") }
      if between != nil { throw ValidationError("--between does not go with --revisions") }
    }
    if compare, with == nil, !flags.changeEvidence {
      throw ValidationError(
        "--compare needs something to compare: --without, --with, --drop-country-media, --basis, --reading, --as-known-on, --estimator or --prior"
      )
    }
    if compare || revisions != nil, !table.isEmpty {
      throw ValidationError("--table does not go with --compare or --revisions")
    }
  }

  func run() throws {
    try reporting {
      let base = try input.project()
      let project = try merged(base)
      let evidence = try flags.evidence(of: project)
      let document: Document
      if let revisions {
        let old = try ProjectArgument.project(revisions)
        let first = try at ?? from ?? project.window(nil)
        document = ShiftRevisions.document(
          Revisions(
            try flags.evidence(of: old), evidence, from: first,
            to: try at ?? project.window(to)),
          old: revisions, top: top)
      } else {
        let first = try project.window(from)
        let last = try project.window(to)
        if compare {
          let comparison = WhatIf(
            try flags.asIs.evidence(of: base), otherwise: evidence, from: first, to: last,
            minimum: minimum)
          document = try ShiftComparison.document(
            comparison, testing, with: with, ShownActors(between, in: evidence))
        } else {
          document = try self.document(
            Shift(in: evidence, from: first, to: last, minimum: minimum))
        }
      }
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private func merged(_ project: Project) throws(Failure) -> Project {
    guard let with else { return project }
    let added = try ProjectArgument.project(with)
    do {
      return try project.merging(added)
    } catch {
      throw Failure(
        status: .invalidInput,
        message: (["\(with) cannot be added:"] + error.problems).joined(separator: "\n  "))
    }
  }

  private func document(_ shift: Shift) throws(Failure) -> Document {
    let measure = try CentralityCommand.measure(named: centrality)
    let shown = try ShownActors(between, in: shift.after.evidence)
    let assessment =
      testing.isOn ? try ShiftAssessment(shift, testing.significance, testing.bootstrap) : nil
    let system = SystemShift(shift)
    let asked = table.isEmpty ? [.ties, .actors, .claims] : table
    let isForPrograms = format == .json || format == .csv
    var blocs: ShiftBlocs?
    if table.isEmpty || table.contains(.sides) || table.contains(.blocs) {
      blocs = try ShiftBlocs(shift, lines, seed: testing.seed)
    }
    var actors: ShiftActors?
    if !Set(asked).isDisjoint(with: [.actors, .centrality, .alignment]) {
      actors = try ShiftActors(
        shift, measure, assessment, comparesAll: table.contains(.alignment))
    }
    var document = Self.document(shift)
    let verdict = [system.verdict, blocs?.verdict, assessment?.verdict].compactMap { $0 }
      .joined(separator: " ")
    document.subtitle.insert(verdict, at: 0)
    document.facts["verdict"] = .string(verdict)
    if let sum = assessment?.sums.headline {
      document.facts["grade"] = .string(sum.grade.rawValue)
      document.facts["gradeReason"] = .string(sum.reason)
    }
    document.parameters.merge(testing.parameters) { $1 }
    document.parameters.merge(lines.parameters) { $1 }
    document.parameters["seed"] = .string(String(testing.seed))
    document.parameters["centrality"] = .string(centrality)
    document.parameters["with"] = .optional(with)
    document.parameters["between"] = shown.parameter(shift.project)
    // Programs get every claim, people those that matter.
    let most = isForPrograms ? nil : 8
    for part in asked {
      switch part {
      case .ties: document.tables.append(ShiftTables.ties(shift, assessment, shown))
      case .actors: document.tables += [actors?.actors(shown)].compactMap { $0 }
      case .claims: document.tables.append(ShiftTables.claims(shift, top: top, most: most, shown))
      case .sides: document.tables += [blocs?.sides(everybody: isForPrograms)].compactMap { $0 }
      case .blocs: document.tables += [blocs?.numbers()].compactMap { $0 }
      case .system: document.tables.append(ShiftTables.system(system, assessment?.sums))
      case .centrality: document.tables += [actors?.standing(shown)].compactMap { $0 }
      case .alignment: document.tables += [actors?.pairs(shown)].compactMap { $0 }
      case .tests, .robustness:
        guard let assessment else {
          throw Failure(
            status: .usage, message: "--table \(part.rawValue) and --no-tests exclude each other")
        }
        document.tables.append(
          part == .tests
            ? assessment.tests(shift, shown) : assessment.trials(shift, top: top, shown))
      }
    }
    if table.isEmpty, let blocs {
      // For people only where it says something; for programs always, so that keys are stable.
      if isForPrograms || blocs.blocs.isChange {
        let sides = blocs.sides(everybody: isForPrograms)
        document.tables.insert(
          contentsOf: (isForPrograms || !sides.rows.isEmpty ? [sides] : []) + [blocs.numbers()],
          at: document.tables.count - 1)
      }
    }
    if let note = shown.note(shift) { document.notes.append(note) }
    if let note = blocs?.note { document.notes.append(note) }
    if actors != nil, actors?.alignment == nil, asked.contains(.actors) {
      document.notes.append(
        "More than \(ShiftActors.comparable) actors: who moved toward whom is compared with '--table alignment' only."
      )
    }
    if let assessment { document.notes += testing.notes(assessment, shift.project) }
    return document
  }

  /// What every account of a shift begins with: what was asked for, and what to know before.
  static func document(_ shift: Shift) -> Document {
    let project = shift.project
    let evidence = shift.after.evidence
    var document = Document(
      command: "shift", project: project.title,
      title: "\(project.title): shift from \(shift.before.window) to \(shift.after.window)")
    document.subtitle = [evidence.wording]
    document.parameters = evidence.parameters
    document.parameters["from"] = .string(shift.before.window.description)
    document.parameters["to"] = .string(shift.after.window.description)
    document.parameters["minimum"] = .number(shift.minimum)
    document.notes = evidence.caveats
    for caveat in shift.caveats {
      // One source is told above, with its title.
      if case .oneSource = caveat, Set(project.claims.map(\.source)).count == 1 { continue }
      document.notes.append(caveat.description)
    }
    return document
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats

extension SegmentCost: NamedArgument {}

/// `entente breaks`: when a tie, an actor or the system changed.
struct BreaksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breaks",
    abstract: "When a tie, an actor or the system changed: change points, by several methods.",
    discussion: """
      pelt finds the segmentation that costs least (optimal); windows compares the values before \
      and after every place on several scales; cusum and online (Bayesian) go through the values \
      as they came, and say when a change could first have been noticed; lad compares the spectra \
      of whole graphs, for the system. What is looked at is what was newly claimed: the mean score of \
      the acts that began in each period, or --on acts or hostile, how many; or --on net, tension \
      or accord, the mean over each period, which fades slowly, so that neighbouring values are \
      alike and breaks are too many.

      EXAMPLES
        entente breaks case.yaml AZ RU --level state
        entente breaks case.yaml AZ RU --level state --by-layer --on hostile --every month
        entente breaks case.yaml --method lad --every week
        entente breaks case.yaml AZ RU --method cusum --usual-mean 0 --usual-deviation 2
        entente breaks case.yaml AZ RU --method online --expected-run 20
      """)

  /// What is looked at.
  enum Quantity: String, NamedArgument {
    case net, tension, accord, acts, hostile, score
  }

  /// How changes are found.
  enum Method: String, NamedArgument {
    case pelt, windows, cusum, online, lad
  }

  /// What a change point of PELT costs.
  struct Price: ExpressibleByArgument {
    var penalty: ChangePoints.Penalty

    init(_ penalty: ChangePoints.Penalty) { self.penalty = penalty }

    init?(argument: String) {
      switch argument.lowercased() {
      case "bic": penalty = .bic
      case "mbic": penalty = .mbic
      default:
        guard let value = Double(argument), value > 0, value.isFinite else { return nil }
        penalty = .manual(value)
      }
    }
  }

  @OptionGroup var input: ProjectArgument
  @OptionGroup var chosen: SubjectFlags
  @OptionGroup var flags: EvidenceFlags

  @Option(help: "net, tension, accord, acts, hostile or score.")
  var on: Quantity = .score

  @Flag(help: "Every layer by itself.")
  var byLayer = false

  @Option(
    parsing: .singleValue,
    help:
      "pelt, windows, cusum, online or lad; give it again for more. All that apply where not given."
  )
  var method: [Method] = []

  @Option(
    help:
      "What is the same between changes (pelt): mean, meanAndVariance or count. count for acts and hostile, mean for others where not given."
  )
  var cost: SegmentCost?

  @Option(
    help: ArgumentHelp("What a change costs (pelt): mbic, bic or a number.", valueName: "penalty"))
  var penalty = Price(.mbic)

  @Option(help: ArgumentHelp("How many of the largest rises to tell (lad).", valueName: "count"))
  var top: Int = 3

  @OptionGroup(title: "Watching values as they come (cusum, online)") var detection: DetectionFlags

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top is 0 or more") }
    if method.contains(.lad), !chosen.actors.isEmpty {
      throw ValidationError("lad compares whole graphs: name no actor")
    }
  }

  private var step: Step { chosen.every ?? .week }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let subject = try chosen.subject(in: evidence)
      let windows = try chosen.windows(in: project, every: step)
      var finder = BreakFinder(
        subject: subject, windows: windows, step: step, quantity: on,
        methods: method.isEmpty ? Method.allCases : method,
        cost: cost ?? (on == .acts || on == .hostile ? .count : .mean), penalty: penalty.penalty,
        detection: detection, top: top)
      do {
        if byLayer {
          for layer in project.layers where flags.layer.isEmpty || flags.layer.contains(layer.id) {
            var options = evidence.options
            options.layers = [layer.id]
            try finder.look(in: Evidence(project, options), layer: layer.id)
          }
        } else {
          try finder.look(in: evidence, layer: nil)
        }
      } catch {
        throw Failure(status: .invalidInput, message: "\(error)")
      }
      try Terminal.emit(
        document(finder, evidence, subject, windows).text(format, width: Terminal.width))
    }
  }

  private func document(
    _ finder: BreakFinder, _ evidence: Evidence, _ subject: Series.Subject, _ windows: [Window]
  ) -> Document {
    let project = evidence.project
    var document = Document(
      command: "breaks", project: project.title,
      title:
        "\(project.title): \(subject.name(in: project)), breaks of \(finder.readsValues ? finder.quantityWords : "the graph as a whole"), every \(step.rawValue)"
    )
    document.subtitle = [evidence.wording]
    document.parameters = evidence.parameters
    document.parameters.merge(chosen.parameters(subject, windows, every: step, project)) { $1 }
    document.parameters["on"] = finder.readsValues ? .string(on.rawValue) : .null
    document.parameters["top"] = .integer(top)
    document.parameters["byLayer"] = .bool(byLayer)
    document.parameters["methods"] = .array(finder.methods.map { .string($0.rawValue) })
    document.parameters["cost"] = .string(finder.cost.rawValue)
    if case .manual(let value) = finder.penalty {
      document.parameters["penalty"] = .number(value)
    } else {
      document.parameters["penalty"] = .string(finder.penalty.name)
    }
    document.parameters.merge(detection.parameters) { $1 }
    document.tables = [finder.table]
    document.notes = finder.notes + evidence.caveats
    if finder.readsValues, on == .net || on == .tension || on == .accord {
      document.notes.append(
        "Values fade from act to act, so neighbours are alike and a break is no test; '--on score' and '--on acts' look at what was newly claimed instead."
      )
    }
    return document
  }
}

import ArgumentParser
import EntenteCore
import EntenteFormats

extension Step: NamedArgument {}

/// Whose series, and over which periods.
struct SubjectFlags: ParsableArguments {
  @Argument(
    help: "Two actors for the tie from one to the other, one for all its ties, none for the system."
  )
  var actors: [String] = []

  @Flag(help: "With one actor: how others stand towards it, instead of it towards others.")
  var incoming = false

  @Option(help: "day, week (from Monday) or month; series are by month and breaks by week.")
  var every: Step?

  @Option(
    help: ArgumentHelp("The first day; that of the first claim where not given.", valueName: "day"))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The last day; the last that the evidence speaks of where not given.", valueName: "day"))
  var to: CalendarDate?

  func validate() throws {
    if actors.count > 2 { throw ValidationError("name two actors, one, or none") }
    if incoming, actors.count != 1 { throw ValidationError("--incoming goes with one actor") }
    if let from, let to, from > to { throw ValidationError("--from is after --to") }
  }

  func subject(in evidence: Evidence) throws(Failure) -> Series.Subject {
    guard let first = actors.first else { return .system }
    let source = Int32(try evidence.node(meantBy: first))
    guard actors.count == 2 else { return incoming ? .incoming(source) : .outgoing(source) }
    let target = Int32(try evidence.node(meantBy: actors[1]))
    if source == target {
      throw Failure(status: .usage, message: "a tie leads from one actor to another")
    }
    return .tie(from: source, to: target)
  }

  func windows(in project: Project, every step: Step) throws(Failure) -> [Window] {
    let begun = project.claims.compactMap { $0.when.interval.first ?? $0.when.interval.last }
    guard let first = from ?? begun.min(), let last = to ?? project.latestDay else {
      throw Failure(status: .usage, message: "the project names no date: give --from and --to")
    }
    do {
      return try step.periods(from: first, to: last)
    } catch {
      throw Failure(status: .usage, message: error.description)
    }
  }

  /// What was asked for, by name.
  func parameters(
    _ subject: Series.Subject, _ windows: [Window], every step: Step, _ project: Project
  ) -> [String: JSONValue] {
    var parameters: [String: JSONValue] = [
      "every": .string(step.rawValue), "from": .optional(windows.first?.first.description),
      "to": .optional(windows.last?.last.description),
    ]
    switch subject {
    case .tie(let source, let target):
      parameters["source"] = .string(project.id(source))
      parameters["target"] = .string(project.id(target))
    case .outgoing(let actor): parameters["source"] = .string(project.id(actor))
    case .incoming(let actor): parameters["target"] = .string(project.id(actor))
    case .system: break
    }
    return parameters
  }
}

extension Series.Subject {
  func name(in project: Project) -> String {
    switch self {
    case .tie(let source, let target): "\(project.name(source)) → \(project.name(target))"
    case .outgoing(let actor): "\(project.name(actor)) towards all others"
    case .incoming(let actor): "all others towards \(project.name(actor))"
    case .system: "all ties"
    }
  }

  func holds(_ tie: Tie) -> Bool {
    switch self {
    case .tie(let source, let target): tie.source == source && tie.target == target
    case .outgoing(let actor): tie.source == actor
    case .incoming(let actor): tie.target == actor
    case .system: true
    }
  }
}

extension Evidence {
  /// The actor that a person means, where it is a node at the level.
  func node(meantBy name: String) throws(Failure) -> Int {
    let actor = try project.actor(meantBy: name)
    guard nodes.contains(actor) else {
      throw Failure(
        status: .usage,
        message:
          "\(project.actors[actor].name) is no node at the \(options.level.rawValue) level: ask at another --level"
      )
    }
    return actor
  }
}

extension Step {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A period in words: `7 May 2025`, `the week from 5 May 2025`, `May 2025`.
  func words(_ window: Window) -> String {
    let (year, month, day) = window.first.components
    let name = Self.months[month - 1]
    switch self {
    case .day: return "\(day) \(name) \(year)"
    case .week: return "week from \(day) \(name) \(year)"
    case .month: return "\(name) \(year)"
    }
  }
}

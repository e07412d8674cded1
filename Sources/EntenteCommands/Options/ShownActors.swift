import EntenteCore
import EntenteFormats

/// Which actors tables are about: all, or those that were named. It changes what is shown, not what is
/// computed.
struct ShownActors {
  /// As positions in the project's actors, in the order given; nil for all.
  let actors: [Int32]?

  /// All of them.
  static let all = ShownActors(actors: nil)

  private init(actors: [Int32]?) { self.actors = actors }

  /// Those that are named with commas between them, at least two; all where nothing is given.
  init(_ names: String?, in evidence: Evidence) throws(Failure) {
    guard let names else {
      self = .all
      return
    }
    var found: [Int32] = []
    for name in names.split(separator: ",") {
      var name = name.drop { $0 == " " }
      while name.last == " " { name.removeLast() }
      let actor = Int32(try evidence.node(meantBy: String(name)))
      if !found.contains(actor) { found.append(actor) }
    }
    guard found.count > 1 else {
      throw Failure(
        status: .usage, message: "--between names two actors or more, as in --between AZ,RU")
    }
    actors = found
  }

  /// Whether an actor is among them.
  func hold(_ actor: Int32) -> Bool { actors?.contains(actor) ?? true }

  /// Whether both ends of a tie are.
  func hold(_ source: Int32, _ target: Int32) -> Bool { hold(source) && hold(target) }

  /// What was asked for, null for all.
  func parameter(_ project: Project) -> JSONValue {
    actors.map { .array($0.map { .string(project.id($0)) }) } ?? .null
  }

  /// That not everything is shown, or nil.
  func note(_ shift: Shift) -> String? {
    guard let actors else { return nil }
    let names = ShiftBlocs.list(actors.map(shift.project.name))
    let shown = shift.ties.count { hold($0.source, $0.target) }
    return
      "Shown of \(Counted.text(shift.ties.count, "tie")): the \(shown) between \(names); the verdict, q and what is said of the system and the blocs are of all."
  }
}

import ArgumentParser
import EntenteCore

extension Project {
  /// The actor that a person means: by id, or by any of its names, whatever the case.
  func actor(meantBy text: String) throws(Failure) -> Int {
    if let index = actorIndex[text] { return index }
    let wanted = text.lowercased()
    let found = actors.indices.filter { index in
      let actor = actors[index]
      let names = [actor.id, actor.name] + actor.names.values + actor.aliases
      return names.contains { $0.lowercased() == wanted }
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let ids = found.map { actors[$0].id }.joined(separator: ", ")
      throw Failure(status: .usage, message: "'\(text)' may mean \(ids): name one by its id")
    }
    let hint = EvidenceFlags.hint(text, actors.map(\.id) + actors.map(\.name))
    throw Failure(status: .usage, message: "the project has no actor '\(text)'\(hint)")
  }

  func name(_ actor: Int32) -> String { actors[Int(actor)].name }
  func id(_ actor: Int32) -> String { actors[Int(actor)].id }
}

extension EDTFDate {
  /// The date for people: an interval breaks into two lines where there is no room.
  var shown: String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    switch (parts[0], parts[1]) {
    case ("..", let last): return "until \(last)"
    case (let first, ".."): return "since \(first)"
    case (let first, let last): return "\(first) – \(last)"
    }
  }
}

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
  /// The date, in words for people and as written for programs.
  var cell: Table.Cell {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return .text(text) }
    return switch (parts[0], parts[1]) {
    case ("..", let last): .worded("until \(last)", data: text)
    case (let first, ".."): .worded("since \(first)", data: text)
    case (let first, let last): .worded("\(first) – \(last)", data: text)
    }
  }
}

extension Claim {
  /// What the claim says; for people with the place where it stands.
  var cell: Table.Cell {
    var place = [source, locator].compactMap { $0 }.joined(separator: " ")
    if basis != .stated { place += ", \(basis.rawValue)" }
    return .worded("\(says) (\(place))", data: says)
  }
}

extension Source {
  /// The source in a line: who, what, when.
  var citation: String {
    let parts = [author ?? publisher, "“\(title)”", published?.text]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

extension Project {
  /// The state that each actor belongs to, whoever it speaks for; what belongs to none is on its own.
  func states(of nodes: [Int]) -> [Int32] {
    var wholes = [[Int]](repeating: [], count: actors.count)
    for affiliation in affiliations {
      if let actor = actorIndex[affiliation.actor], let whole = actorIndex[affiliation.of] {
        wholes[actor].append(whole)
      }
    }
    return nodes.map { node in
      var seen: Set<Int> = [node]
      var next = [node]
      while !next.isEmpty {
        if let state = next.first(where: { actors[$0].kind == .state }) { return Int32(state) }
        next = next.flatMap { wholes[$0] }.filter { seen.insert($0).inserted }
      }
      return Int32(node)
    }
  }
}

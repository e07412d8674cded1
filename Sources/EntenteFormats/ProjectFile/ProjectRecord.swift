import EntenteCore

/// A value that has the form that its key asks for.
indirect enum CheckedValue {
  case text(String)
  case number(Double)
  case flag(Bool)
  case date(EDTFDate)
  case list([CheckedField])
  case names([String: String])
  case record(ProjectRecord)
  case records([ProjectRecord])
}

/// A checked value and its place.
struct CheckedField {
  let value: CheckedValue
  let span: SourceSpan
}

/// The checked values of one object of a project file: one claim, one actor.
///
/// A key whose value was refused is not there, as if it had been left out; that it was refused has
/// been reported.
struct ProjectRecord {
  /// What the object is, as one word.
  let name: String
  /// Its id, empty for what has none.
  let id: String
  /// Where to point for the object as a whole: its id, or its start.
  let span: SourceSpan
  /// The values by key.
  var fields: [String: CheckedField] = [:]

  /// How messages speak of the object.
  var title: String {
    id.isEmpty ? "the \(name)" : "\(name) \(ForbiddenCharacter.quoted(id))"
  }

  func text(_ key: String) -> String? {
    if case .text(let text)? = fields[key]?.value { text } else { nil }
  }

  func number(_ key: String) -> Double? {
    if case .number(let number)? = fields[key]?.value { number } else { nil }
  }

  func flag(_ key: String) -> Bool? {
    if case .flag(let flag)? = fields[key]?.value { flag } else { nil }
  }

  func date(_ key: String) -> EDTFDate? {
    if case .date(let date)? = fields[key]?.value { date } else { nil }
  }

  func names(_ key: String) -> [String: String] {
    if case .names(let names)? = fields[key]?.value { names } else { [:] }
  }

  func list(_ key: String) -> [CheckedField] {
    if case .list(let list)? = fields[key]?.value { list } else { [] }
  }

  /// The texts of a list, each with its place.
  func texts(_ key: String) -> [(text: String, span: SourceSpan)] {
    list(key).compactMap { field in
      if case .text(let text) = field.value { (text, field.span) } else { nil }
    }
  }

  /// The two numbers of a range, as they were written.
  func pair(_ key: String) -> (Double, Double)? {
    let numbers = list(key).compactMap { field -> Double? in
      if case .number(let number) = field.value { number } else { nil }
    }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  func record(_ key: String) -> ProjectRecord? {
    if case .record(let record)? = fields[key]?.value { record } else { nil }
  }

  func records(_ key: String) -> [ProjectRecord] {
    if case .records(let records)? = fields[key]?.value { records } else { [] }
  }

  /// Where a key's value stands, or the object where the key is left out.
  func span(_ key: String) -> SourceSpan { fields[key]?.span ?? span }
}

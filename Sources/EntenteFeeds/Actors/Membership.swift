import EntenteCore
import EntenteFormats

/// That somebody whom a feed names belongs to a country.
public struct Membership: Sendable, Hashable {
  /// The name in the feed.
  public let name: String
  /// The country.
  public let country: Country
  /// In what capacity.
  public let role: String
  /// How far it speaks for the country, 0…1.
  public let speaksFor: Double
  /// What kind of actor it is.
  public let kind: Actor.Kind

  /// A membership.
  public init(name: String, country: Country, role: String, speaksFor: Double, kind: Actor.Kind) {
    self.name = name
    self.country = country
    self.role = role
    self.speaksFor = speaksFor
    self.kind = kind
  }
}

/// Reads tables of memberships: columns `name`, `of` (code or name of a country), `role`, and if
/// wanted `speaks-for` (0…1, 1 where blank) and `kind` (person where blank).
public struct MembershipReader: Sendable {
  /// The memberships, in the order of the file.
  public private(set) var memberships: [Membership] = []
  /// What is wrong with the file.
  public let report: DiagnosticReport

  /// Reads a table.
  public init(bytes: [UInt8], file: String) {
    let text = DelimitedText(SourceText(bytes: bytes, file: file))
    var problems = text.source.problems
    if let header = TableHeader(text, needed: ["name", "of", "role"], problems: &problems) {
      var seen: [String: Int] = [:]
      for line in stride(from: 2, through: text.source.lineCount, by: 1) {
        do throws(DelimitedText.Problem) {
          let row = try text.row(line)
          if row.isEmpty { continue }
          try header.check(row)
          let name = try header.required("name", of: row)
          if let other = seen.updateValue(line, forKey: name.text) {
            throw DelimitedText.Problem(
              diagnostic: Diagnostic(
                .duplicateKey, at: name.span,
                message: "\(ForbiddenCharacter.quoted(name.text)) stands in line \(other) already",
                hint: "remove one of them"))
          }
          memberships.append(try Self.membership(name.text, row, header))
        } catch {
          problems.append(error.diagnostic)
        }
      }
    }
    report = DiagnosticReport(source: text.source, list: problems)
  }

  private static func membership(
    _ name: String, _ row: [DelimitedText.Field], _ header: TableHeader
  ) throws(DelimitedText.Problem) -> Membership {
    let of = try header.required("of", of: row)
    guard let country = Country.named(of.text) else {
      throw DelimitedText.Problem(
        diagnostic: Diagnostic(
          .unknownWord, at: of.span,
          message: "\(ForbiddenCharacter.quoted(of.text)) is no country",
          hint: Suggestion.hint(for: of.text, among: Country.all.map(\.name))
            ?? "write a code of two letters, or a name as the feed has it"))
    }
    var share = 1.0
    if let field = header.field("speaks-for", of: row) {
      guard let number = Double(field.text), (0...1).contains(number) else {
        throw DelimitedText.Problem(
          diagnostic: Diagnostic(
            .outOfRange, at: field.span,
            message:
              "“speaks-for” takes a number from 0 to 1, not \(ForbiddenCharacter.quoted(field.text))"
          ))
      }
      share = number
    }
    var kind = Actor.Kind.person
    if let field = header.field("kind", of: row) {
      guard let word = Actor.Kind(rawValue: field.text), word != .state else {
        let words = Actor.Kind.allCases.filter { $0 != .state }.map(\.rawValue)
        throw DelimitedText.Problem(
          diagnostic: Diagnostic(
            .unknownWord, at: field.span,
            message:
              "“kind” takes \(words.joined(separator: ", ")), not \(ForbiddenCharacter.quoted(field.text))",
            hint: Suggestion.hint(for: field.text, among: words)))
      }
      kind = word
    }
    return Membership(
      name: name, country: country, role: try header.required("role", of: row).text,
      speaksFor: share, kind: kind)
  }
}

import EntenteFormats
import Foundation
import Testing

/// Every file in `Broken` says in its first line what is to be found in it, line by line:
/// `# expect: 12 unknown-key, 14 missing-key`.
@Suite struct BrokenFileTests {
  @Test func thereAreManyAndTheyCoverEveryCode() throws {
    #expect(TestFiles.broken.count >= 80)
    var seen: Set<String> = []
    for file in TestFiles.broken { seen.formUnion(try expected(file).map(\.code)) }
    // These need a file of many megabytes, or none; they have tests of their own.
    let elsewhere: Set<String> = ["file-too-large", "too-many-nodes"]
    #expect(Set(DiagnosticCode.allCases.map(\.rawValue)) == seen.union(elsewhere))
  }

  @Test(arguments: TestFiles.broken)
  func findsExactlyWhatIsBroken(_ file: URL) throws {
    let expected = try expected(file)
    let (project, report) = ProjectReader.read(
      bytes: try TestFiles.bytes(file), file: file.lastPathComponent)
    let warnings = Set(
      DiagnosticCode.allCases.filter { $0.severity == .warning }.map(\.rawValue))
    let wantsWarnings = expected.contains { warnings.contains($0.code) }
    let found = (wantsWarnings ? report.diagnostics : report.errors).map {
      Finding(line: $0.span.start.line, code: $0.code.rawValue)
    }
    #expect(found.sorted() == expected.sorted(), "\(report.text())")
    #expect((project == nil) == report.hasErrors)
    for diagnostic in report.diagnostics {
      #expect(!diagnostic.message.isEmpty)
      #expect(diagnostic.span.start.line <= report.source.lineCount)
      #expect(!diagnostic.message.unicodeScalars.contains(where: ForbiddenCharacter.contains))
      #expect(
        diagnostic.hint?.unicodeScalars.contains(where: ForbiddenCharacter.contains) != true)
    }
  }

  struct Finding: Comparable, CustomStringConvertible {
    let line: Int
    let code: String
    var description: String { "\(line) \(code)" }
    static func < (left: Finding, right: Finding) -> Bool {
      (left.line, left.code) < (right.line, right.code)
    }
  }

  private func expected(_ file: URL) throws -> [Finding] {
    let text = try TestFiles.text(file)
    let head = try #require(text.split(separator: "\n").first)
    #expect(head.hasPrefix("# expect: "))
    return try head.dropFirst("# expect: ".count).split(separator: ", ").map { part in
      let words = part.split(separator: " ")
      return Finding(line: try #require(Int(words[0])), code: String(words[1]))
    }
  }
}

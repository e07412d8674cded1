import EntenteFormats
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@testable import EntenteDiagrams

/// Figures as they are in `Recorded`; with ENTENTE_RECORD they are written anew.
enum RecordedDOT {
  static func expect(_ figure: any Figure, _ name: String) throws {
    let dot = try figure.dot()
    let path =
      #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
      + "/Recorded/\(name).dot"
    if getenv("ENTENTE_RECORD") != nil {
      let file = try #require(fopen(path, "wb"))
      fputs(dot, file)
      fclose(file)
      Issue.record("recorded anew; run again without ENTENTE_RECORD")
      return
    }
    #expect(dot == String(decoding: try FileBytes.read(path: path), as: UTF8.self))
  }
}

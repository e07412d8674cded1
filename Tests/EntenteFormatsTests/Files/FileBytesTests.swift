import EntenteFormats
import Foundation
import Testing

@Suite struct FileBytesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func writesWholeAndReadsBack() throws {
    try withFolder { folder in
      let path = folder + "/a.yaml"
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try FileBytes.write(bytes, path: path)
      #expect(try FileBytes.read(path: path) == bytes)
      try FileBytes.write(Array("new".utf8), path: path)
      #expect(try FileBytes.read(path: path) == Array("new".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.yaml"])
    }
  }

  @Test func readsAtMostOneByteOverTheLimit() throws {
    try withFolder { folder in
      let path = folder + "/big"
      try FileBytes.write([UInt8](repeating: 1, count: 5000), path: path)
      #expect(try FileBytes.read(path: path, limit: 100).count == 101)
      #expect(try FileBytes.read(path: path, limit: 5000).count == 5000)
      #expect(try FileBytes.read(path: "/dev/zero", limit: 1000).count == 1001)
    }
  }

  @Test func failuresNameTheFileAndLeaveNothingBehind() throws {
    try withFolder { folder in
      #expect(throws: FileError.self) { try FileBytes.read(path: folder + "/none") }
      #expect(throws: FileError.self) { try FileBytes.read(path: folder) }
      #expect(throws: FileError.self) { try FileBytes.write([1], path: folder + "/no/such") }
      #expect(throws: FileError.self) { try FileBytes.write([1], path: folder) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
      let error = #expect(throws: FileError.self) { try FileBytes.read(path: folder + "/none") }
      #expect(error?.description.hasPrefix("can't open \(folder)/none: ") == true)
    }
  }

  @Test func followsLinksAndKeepsPermissions() throws {
    try withFolder { folder in
      let target = folder + "/target"
      try FileBytes.write([1], path: target)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link",
        withDestinationPath: target
      )
      try FileBytes.write([2], path: folder + "/link")
      #expect(try FileBytes.read(path: target) == [2])
      let attributes = try FileManager.default.attributesOfItem(atPath: target)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == target
      )
    }
  }

  @Test func devicesAreWrittenInPlace() throws {
    try FileBytes.write([1, 2, 3], path: "/dev/null")
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads and writes whole files by the system's own calls, without Foundation, whose start-up time
/// is more than the rest of a short command.
public enum FileBytes {
  /// The content of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: how many bytes are accepted; one byte more is read at most, so that a caller can tell
  ///     a file over the limit by its count.
  /// - Throws: ``FileError`` where the file can't be opened or read.
  public static func read(path: String, limit: Int = YAMLLimits().bytes) throws(FileError)
    -> [UInt8]
  {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, "open") }
    defer { close(descriptor) }
    return try read(descriptor, name: path, limit: limit)
  }

  /// Whether there is something of that name.
  public static func exists(path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// What standard input brings until its end; otherwise as `read(path:limit:)`.
  public static func readStandardInput(limit: Int = YAMLLimits().bytes) throws(FileError)
    -> [UInt8]
  {
    try read(STDIN_FILENO, name: "standard input", limit: limit)
  }

  private static func read(
    _ descriptor: CInt,
    name: String,
    limit: Int
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    var expected = 1 << 16
    if fstat(descriptor, &status) == 0, status.st_size > 0 { expected = Int(status.st_size) + 1 }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let room = min(max(expected - bytes.count, 1 << 16), limit + 1 - bytes.count)
      var failure: CInt = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = -1
        repeat {
          got = systemRead(descriptor, buffer.baseAddress, room)
        } while got < 0 && errno == EINTR
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      guard failure == 0 else { throw FileError(name, "read", code: failure) }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    return bytes
  }

  /// Writes a file so that readers see either the old content or the whole new one.
  ///
  /// The bytes go to a new file in the same folder, are flushed to the disk, and take the place of
  /// the old file in one step; when anything fails, the old file stays and nothing is left behind.
  /// A symbolic link is followed. What is no ordinary file (`/dev/null`, a pipe) is written in
  /// place. An existing file's permissions are kept.
  ///
  /// - Parameters:
  ///   - bytes: the new content.
  ///   - path: where to.
  ///   - replacing: whether a file that is there may be replaced.
  /// - Throws: ``FileError`` where a step fails, or where there is a file that may not be replaced.
  public static func write(
    _ bytes: some Collection<UInt8>, path: String, replacing: Bool = true
  ) throws(FileError) {
    var target = path
    var mode: mode_t = 0o666
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists {
      if !replacing { throw FileError(path, "create", code: EEXIST) }
      guard status.st_mode & S_IFMT == S_IFREG else {
        return try writeInPlace(Array(bytes), path: path)
      }
      mode = status.st_mode & 0o777
      if let resolved = realpath(path, nil) {
        target = String(cString: resolved)
        free(resolved)
      }
    }
    let (descriptor, temporary) = try openTemporary(beside: target, mode: mode)
    do throws(FileError) {
      defer { close(descriptor) }
      try write(Array(bytes), to: descriptor, name: path)
      // The umask may have narrowed the mode of the new file.
      if exists, fchmod(descriptor, mode) != 0 { throw FileError(path, "set permissions of") }
      guard fsync(descriptor) == 0 else { throw FileError(path, "flush") }
    } catch {
      unlink(temporary)
      throw error
    }
    // A link, unlike a new name, does not take the place of a file that is there.
    let result = replacing ? rename(temporary, target) : link(temporary, target)
    let failure = result == 0 ? nil : FileError(path, replacing ? "replace" : "create")
    if failure != nil || !replacing { unlink(temporary) }
    if let failure { throw failure }
    flushFolder(of: target)
  }

  private static func openTemporary(
    beside target: String,
    mode: mode_t
  ) throws(FileError) -> (CInt, path: String) {
    let process = getpid()
    for attempt in 0..<100 {
      let temporary = "\(target).\(process)-\(attempt).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { break }
    }
    throw FileError(target, "create a file beside")
  }

  private static func writeInPlace(_ bytes: [UInt8], path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, "open") }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, name: path)
  }

  private static func write(
    _ bytes: [UInt8],
    to descriptor: CInt,
    name: String
  ) throws(FileError) {
    var failure: CInt = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = systemWrite(
          descriptor,
          buffer.baseAddress?.advanced(by: done),
          buffer.count - done
        )
        if count < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        done += count
      }
    }
    if failure != 0 { throw FileError(name, "write", code: failure) }
  }

  /// Makes the new name itself survive a power cut; systems that can't do it don't matter here.
  private static func flushFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { path[..<path.index(after: $0)] } ?? "."
    let descriptor = open(String(folder), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}

// Inside of `FileBytes`, `read` and `write` mean its own functions.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

/// A file that could not be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What was tried, as a verb.
  public let operation: String
  /// The system's error number (`errno`).
  public let code: Int32

  /// The error that the system reported last.
  init(_ path: String, _ operation: String, code: Int32 = errno) {
    self.path = path
    self.operation = operation
    self.code = code
  }

  /// What failed and why, as "can't open graphs/x.yaml: No such file or directory".
  public var description: String {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "can't \(operation) \(ForbiddenCharacter.printable(path, limit: 400)): \(reason)"
  }
}

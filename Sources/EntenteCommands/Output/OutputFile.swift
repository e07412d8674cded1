import EntenteFormats

/// Files that commands write: whole or not at all.
enum OutputFile {
  static func write(
    _ bytes: [UInt8], path: String, replacing: Bool = true
  ) throws(Failure) {
    do {
      try FileBytes.write(bytes, path: path, replacing: replacing)
    } catch {
      throw Failure(status: .cannotWrite, message: error.description)
    }
  }
}

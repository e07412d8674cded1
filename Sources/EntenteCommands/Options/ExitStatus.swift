import ArgumentParser
import EntenteFormats

/// How the program ends, after sysexits(3).
enum ExitStatus: Int32 {
  case fine = 0
  /// A limit was passed, or a result is no longer the same.
  case refused = 1
  case usage = 64
  case invalidInput = 65
  case unreadableInput = 66
  case internalError = 70
  case cannotWrite = 73
}

/// A problem that ends the command: what is said on stderr, and the exit status.
struct Failure: Error {
  var status: ExitStatus
  var message: String
}

extension ParsableCommand {
  /// Runs a body and turns what it throws into a message on stderr and an exit status.
  func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      if !failure.message.isEmpty { Terminal.say("entente: \(failure.message)") }
      throw ExitCode(failure.status.rawValue)
    }
  }
}

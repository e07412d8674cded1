import ArgumentParser
import EntenteCore
import EntenteFormats
import EntenteSolver

/// How the blocs of a shift are found.
struct BlocFlags: ParsableArguments {
  @Flag(help: "Count lines by their intensity; otherwise every line counts 1.")
  var weighted = false

  @Flag(help: "Let each directed tie count; otherwise the two directions are joined first.")
  var everyTie = false

  @Option(
    help: ArgumentHelp("The longest time for proving blocs, both sides.", valueName: "seconds"))
  var timeLimit: Double = 10

  func validate() throws {
    guard timeLimit > 0, timeLimit <= 1e6 else {
      throw ValidationError("--time-limit is above 0 seconds, and at most a million")
    }
  }

  func blocs(_ shift: Shift, seed: UInt64) throws(Failure) -> BlocShift {
    do {
      return try BlocShift(
        shift, joining: everyTie ? .everyTie : .sum, weighting: weighted ? .weights : .signs,
        limits: .until(seconds: timeLimit, seed: seed))
    } catch {
      throw Failure(status: .invalidInput, message: "\(error)")
    }
  }

  /// What each change of side survives.
  func survival(_ blocs: BlocShift, _ shift: Shift) -> [BlocShift.Survival?]? {
    blocs.survival(
      of: shift, joining: everyTie ? .everyTie : .sum,
      weighting: weighted ? .weights : .signs)
  }

  var parameters: [String: JSONValue] {
    [
      "weighted": .bool(weighted), "everyTie": .bool(everyTie), "timeLimit": .number(timeLimit),
    ]
  }

  /// What a line is, in words.
  func wording(_ minimum: Double) -> String {
    let what = everyTie ? "directed ties" : "lines, directions joined"
    let least = minimum > 0 ? ", \(JSONValue.number(minimum).text) points or more" : ""
    return "\(what)\(least), \(weighted ? "by intensity" : "by sign")"
  }
}

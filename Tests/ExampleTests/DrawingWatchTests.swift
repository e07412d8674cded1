import Foundation
import Testing

/// `entente watch`: draws again on every save, however it is saved.
@Suite struct DrawingWatchTests {
  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  /// Begins to watch, with a function that waits for the log to hold a number of lines of a kind.
  private let start = """
    cp graphs/caucasus-2025.yaml case.yaml
    set +e
    entente watch case.yaml --level state --from 2025-05-08 -o out.svg 2> log &
    watcher=$!
    await() {
      for i in $(seq 100); do [ "$(grep -c "$2" log)" -ge "$1" ] && return; sleep 0.05; done
      echo "never came: $1 times $2"; cat log
    }
    await 1 drew
    cp out.svg first.svg

    """

  @Test func everyWayOfSavingIsSeen() throws {
    let outcome = try run(
      start + """
        # Written in place.
        sed 's/name: Russia,/name: Ruritania,/' graphs/caucasus-2025.yaml > case.yaml
        await 2 drew; grep -c Ruritania out.svg
        # Replaced by a new file of the same name.
        sed 's/name: Russia,/name: Freedonia,/' graphs/caucasus-2025.yaml > new.yaml
        mv new.yaml case.yaml
        await 3 drew; grep -c Freedonia out.svg
        # Moved away and put back, as some editors do.
        mv case.yaml case.yaml~; cp graphs/caucasus-2025.yaml case.yaml
        await 4 drew; cmp out.svg first.svg && echo same
        kill -INT $watcher; wait $watcher; echo "ended $?"; ls out* case*
        """)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 7, "\(outcome.output)\(outcome.talk)")
    guard lines.count == 7 else { return }
    #expect((Int(lines[0]) ?? 0) > 0 && (Int(lines[1]) ?? 0) > 0)
    #expect(Array(lines[2...]) == ["same", "ended 0", "case.yaml", "case.yaml~", "out.svg"])
  }

  @Test func aBrokenSaveIsReportedAndTheNextIsDrawn() throws {
    let outcome = try run(
      start + """
        echo 'entente: 1' > case.yaml
        await 1 "has errors"; cmp out.svg first.svg && echo kept
        cp graphs/caucasus-2025.yaml case.yaml
        await 2 drew
        kill -TERM $watcher; wait $watcher; echo "ended $?"
        """)
    #expect(outcome.output == "kept\nended 0\n", "\(outcome.output)\(outcome.talk)")
  }

  @Test(arguments: [
    ("watch -", 64), ("watch graphs/caucasus-2025.yaml", 64),
    ("watch graphs/caucasus-2025.yaml -o a.jpg", 64), ("watch none.yaml -o a.svg", 66),
  ])
  func whatCannotBeWatchedIsRefused(arguments: String, status: Int32) throws {
    let outcome = try run("timeout 20 entente \(arguments)")
    #expect(outcome.status == status, "\(outcome.talk)")
  }
}

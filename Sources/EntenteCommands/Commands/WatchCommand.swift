import ArgumentParser

/// `entente watch`: draws again whenever the project file is saved.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Draws again whenever the project file is saved.",
    discussion: """
      Takes what 'render' takes. A save that has errors is reported, and the last picture stays; \
      pictures are replaced whole, so that a viewer never sees half of one. Ctrl-C ends it.

      EXAMPLES
        entente watch case.yaml --view shift --from 2025-05-08 -o shift.svg
        entente watch case.yaml --for html -o figure
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup(title: "What counts") var flags: EvidenceFlags
  @OptionGroup(title: "What is drawn") var what: ViewFlags
  @OptionGroup(title: "How it looks") var look: LookFlags
  @OptionGroup(title: "Where it goes") var delivery: DeliveryFlags

  func validate() throws {
    if input.file == "-" { throw ValidationError("standard input is not saved: name a file") }
    if delivery.output == "-", delivery.target == nil {
      throw ValidationError("say with --output where the picture goes")
    }
  }

  func run() throws {
    try reporting {
      _ = try delivery.wanted
      let job = RenderJob(
        file: input.file, flags: flags, what: what, look: look, delivery: delivery)
      // Whatever is saved while it draws is drawn next: watching begins before the first reading.
      var watch = try FileWatch(path: input.file)
      defer { watch.stop() }
      var isFirst = true
      repeat {
        draw(job, isFirst: isFirst)
        isFirst = false
      } while watch.waitForChange()
    }
  }

  /// Draws once. What is wrong is told, and no reason to end.
  private func draw(_ job: RenderJob, isFirst: Bool) {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let result = try job.run(try input.project())
      let time = clock.now - start
      let milliseconds = time.components.attoseconds / 1_000_000_000_000_000
      if isFirst {
        for remark in result.remarks { Terminal.say("entente: \(remark)") }
        if let snippet = result.snippet { try Terminal.emit(snippet) }
      }
      Terminal.say(
        "entente: drew \(result.files.joined(separator: ", ")) in "
          + "\(time.components.seconds * 1000 + milliseconds) ms")
    } catch let failure as Failure {
      if !failure.message.isEmpty { Terminal.say("entente: \(failure.message)") }
    } catch {
      Terminal.say("entente: \(error)")
    }
  }
}

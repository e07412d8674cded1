import ArgumentParser

/// `entente render`: a diagram as DOT, SVG, PNG or PDF.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the ties as of a date, or what changed between two.",
    discussion: """
      The file's ending says what is written: .svg, .png, .pdf, .dot, or .txt for the ties in \
      words. A .dot file holds every position, may be edited by hand, and is drawn again by: \
      neato -n2 -Tsvg FILE.dot

      EXAMPLES
        entente render case.yaml --view alignment --at 2025-05-19 -o who.svg
        entente render case.yaml --view shift --from 2025-05-08 -o shift.pdf
        entente render case.yaml --view multiples --every month --from 2025-01 -o how.svg
        entente render case.yaml --hulls blocs --emphasize AZ,RU -o blocs.svg
        entente render case.yaml --lock -o tomorrow-keeps-these-places.svg
        entente render case.yaml --view matrix --from 2025-05-08 --to 2025-05-19 -o matrix.svg
        entente render case.yaml --view timeline --between AZ,RU --level state -o when.svg
        entente render case.yaml --view ranks --centrality pagerank --every month -o ranks.svg
        entente render case.yaml --from 2025-05-08 --for latex -o shift
        entente render case.yaml --lang az --no-title --inline -o figure.svg
      """)

  @OptionGroup var input: ProjectArgument
  @OptionGroup(title: "What counts") var flags: EvidenceFlags
  @OptionGroup(title: "What is drawn") var what: ViewFlags
  @OptionGroup(title: "How it looks") var look: LookFlags
  @OptionGroup(title: "Where it goes") var delivery: DeliveryFlags

  func run() throws {
    try reporting {
      _ = try delivery.wanted
      let job = RenderJob(
        file: input.file, flags: flags, what: what, look: look, delivery: delivery)
      let result = try job.run(try input.project())
      for remark in result.remarks { Terminal.say("entente: \(remark)") }
      guard let snippet = result.snippet else { return }
      Terminal.say("entente: wrote \(result.files.joined(separator: ", "))")
      try Terminal.emit(snippet)
    }
  }
}

import ArgumentParser
import EntenteCore
import EntenteFeeds
import EntenteFormats

extension CAMEO.Scale: ExpressibleByArgument {}

/// `entente import`: project files from event feeds.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a project file from an event feed.",
    subcommands: [Quadruples.self])

  /// `entente import quadruples`: from named quadruples, as the ICEWS benchmark sets hold.
  struct Quadruples: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "quadruples",
      abstract: "From a table of events: date, source, relation, target.",
      discussion: """
        FILE has commas or tabs between its columns, a header that names date, source, relation and \
        target, and CAMEO relations by name (Make statement) or code (010). Countries, and names \
        that end in one, such as 'Foreign Affairs (Russia)', are found by themselves; whom else to \
        count, and for which country, stands in the table given with --members: name, of, role, and \
        if wanted speaks-for (0 to 1) and kind.

        Exits 65, with the place of every problem, when a row cannot be read; with --rejects such \
        rows are set aside instead.

        EXAMPLES
          entente import quadruples icews18.csv --actors AM,AZ,RU,TR,US -o case.yaml
          entente import quadruples icews18.csv --actors RU,UA --members leaders.csv \
        --from 2018-09-01 --to 2018-09-30 -o case.yaml
        """)

    @Argument(help: "The table; - reads standard input.", completion: .file())
    var file: String

    @Option(
      help: ArgumentHelp(
        "Between which countries: codes of two letters, or names, with commas between.",
        valueName: "list"))
    var actors: String

    @Option(
      help: ArgumentHelp("Who else belongs to a country.", valueName: "table"),
      completion: .file())
    var members: String?

    @Option(help: ArgumentHelp("The first day.", valueName: "day"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var to: CalendarDate?

    @Option(help: "Whose table of Goldstein scores: icews or gdelt.")
    var scale: CAMEO.Scale = .icews

    @Option(help: ArgumentHelp("The title of the project.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("What the feed is called.", valueName: "text"))
    var sourceTitle: String?

    @Option(
      help: ArgumentHelp("How far the feed is trusted, above 0, up to 1.", valueName: "share"))
    var reliability: Double = 0.7

    @Option(
      help: ArgumentHelp(
        "Set rows that cannot be read aside in this file, instead of failing.", valueName: "file"),
      completion: .file())
    var rejects: String?

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Where to write; standard output where not given.", valueName: "file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var output: String?

    func validate() throws {
      if let from, let to, from > to { throw ValidationError("--from is after --to") }
      guard reliability > 0, reliability <= 1 else {
        throw ValidationError("--reliability is above 0 and at most 1")
      }
      if file == "-", members == "-" {
        throw ValidationError("only one of the tables can come from standard input")
      }
      for text in [title, sourceTitle].compactMap({ $0 }) {
        guard !text.isEmpty, text.unicodeScalars.count <= 300,
          !text.unicodeScalars.contains(where: { $0.value < 0x20 })
        else { throw ValidationError("a title is one line of at most 300 characters") }
      }
      _ = try countries()
    }

    private func countries() throws -> [Country] {
      var countries: [Country] = []
      for part in actors.split(separator: ",", omittingEmptySubsequences: false) {
        let text = part.split(separator: " ").joined(separator: " ")
        guard let country = Country.named(text) else {
          let hint = EvidenceFlags.hint(text, Country.all.map(\.name))
          throw ValidationError("--actors: there is no country '\(text)'\(hint)")
        }
        guard !countries.contains(country) else {
          throw ValidationError("--actors: \(country.name) is there twice")
        }
        countries.append(country)
      }
      guard countries.count > 1 else {
        throw ValidationError("--actors: name at least two countries")
      }
      return countries
    }

    func run() throws {
      try reporting {
        let name = file == "-" ? "standard input" : file
        let reader = QuadrupleReader(
          bytes: try Self.bytes(of: file), file: file == "-" ? "<stdin>" : file)
        if reader.report.hasErrors {
          guard rejects != nil, !reader.isUnusable else {
            Terminal.say(reader.report.text(style: .init(color: Terminal.hasColor)))
            throw Failure(
              status: .invalidInput,
              message: "\(name) was not used, because it has errors: mend them"
                + (reader.isUnusable
                  ? ""
                  : ", or set \(Counted.text(reader.rejected.count, "row")) aside with --rejects"))
          }
        }
        let directory = ActorDirectory(
          countries: try countries(), memberships: try memberships())
        var options = QuadrupleImport.Options(
          directory: directory,
          sourceTitle: sourceTitle ?? "Event quadruples, \(Self.lastPart(of: name))")
        (options.from, options.to, options.scale) = (from, to, scale)
        (options.title, options.reliability) = (title, reliability)
        let made: QuadrupleImport
        do throws(ProjectError) {
          made = try QuadrupleImport(reader.quadruples, options)
        } catch {
          throw Failure(status: .usage, message: error.description)
        }
        if let rejects { try write(reader, to: rejects) }
        tell(made, reader, name)
        guard let project = made.project else {
          throw Failure(
            status: .invalidInput, message: "no row of \(name) is between those actors and days")
        }
        let text = ProjectWriter.text(of: project)
        if let output, output != "-" {
          try OutputFile.write(Array(text.utf8), path: output)
          Terminal.say("\(output) is there: 'entente check \(output)' tells what to know about it")
        } else {
          try Terminal.emit(text)
        }
      }
    }

    private static func bytes(of file: String) throws(Failure) -> [UInt8] {
      let limit = 1 << 30
      let bytes: [UInt8]
      do {
        bytes =
          try file == "-"
          ? FileBytes.readStandardInput(limit: limit) : FileBytes.read(path: file, limit: limit)
      } catch {
        throw Failure(status: .unreadableInput, message: error.description)
      }
      guard bytes.count <= limit else {
        throw Failure(
          status: .invalidInput, message: "\(file) has more than \(limit) bytes: split it")
      }
      return bytes
    }

    private static func lastPart(of path: String) -> String {
      path.split(separator: "/").last.map(String.init) ?? path
    }

    private func memberships() throws(Failure) -> [Membership] {
      guard let members else { return [] }
      let reader = MembershipReader(bytes: try Self.bytes(of: members), file: members)
      guard !reader.report.hasErrors else {
        Terminal.say(reader.report.text(style: .init(color: Terminal.hasColor)))
        throw Failure(
          status: .invalidInput,
          message: "\(members) was not used, because it has errors: mend them")
      }
      return reader.memberships
    }

    /// Writes the rows that could not be read, each with its line.
    private func write(_ reader: QuadrupleReader, to path: String) throws(Failure) {
      var text = "line,row\n"
      for line in reader.rejected {
        let row = reader.report.source.line(line)
        let quoted = row.split(separator: "\"", omittingEmptySubsequences: false)
        text += "\(line),\"\(quoted.joined(separator: "\"\""))\"\n"
      }
      try OutputFile.write(Array(text.utf8), path: path)
    }

    /// Says what became of the rows: the parts add up to the whole.
    private func tell(_ made: QuadrupleImport, _ reader: QuadrupleReader, _ name: String) {
      let counts = made.counts
      let parts = [
        "\(counts.claims) kept as claims",
        counts.repeated > 0 ? "\(counts.repeated) more reports of one" : nil,
        counts.withinOne > 0 ? "\(counts.withinOne) within one country" : nil,
        counts.onOtherDays > 0 ? "\(counts.onOtherDays) on other days" : nil,
        counts.withOthers > 0 ? "\(counts.withOthers) with an end elsewhere" : nil,
        reader.rejected.isEmpty
          ? nil : "\(reader.rejected.count) unreadable, set aside in \(rejects ?? "rejects")",
      ].compactMap { $0 }
      Terminal.say(
        "\(name): of \(Counted.text(reader.rows, "row")), \(parts.joined(separator: ", "))")
      let frequent = made.unplaced.prefix(12).map { "\($0.name) (\($0.rows))" }
      if !frequent.isEmpty {
        Terminal.say(
          "no country is known for \(Counted.text(made.unplaced.count, "name")) that meet these, "
            + "--members can give one: \(frequent.joined(separator: ", "))"
            + (made.unplaced.count > 12 ? ", …" : ""))
      }
    }
  }
}

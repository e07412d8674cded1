import EntenteCore
import EntenteFeeds
import EntenteFormats
import Testing

@Suite struct QuadrupleImportTests {
  // Made up, but for the names.
  private let table = """
    date,source,relation,target
    2018-09-07,Vladimir Putin,Consult,Recep Tayyip Erdoğan
    2018-09-07,Russia,Consult,Turkey
    2018-09-07,Russia,Consult,Turkey
    2018-09-08,Citizen (Russia),Criticize or denounce,Turkey
    2018-09-09,Foreign Affairs (Turkey),Accuse,Russia
    2018-09-09,Russia,Make statement,Citizen (Russia)
    2018-09-10,Russia,Consult,China
    2018-09-10,Russia,Praise or endorse,Somebody
    2018-10-01,Russia,Consult,Turkey
    """

  private func imported(
    _ change: (inout QuadrupleImport.Options) -> Void = { _ in }
  ) throws -> QuadrupleImport {
    let reader = QuadrupleReader(bytes: Array(table.utf8), file: "q.csv")
    let (russia, turkey) = (Country.named("RU"), Country.named("TR"))
    let countries = [try #require(russia), try #require(turkey)]
    let members = ["Vladimir Putin", "Recep Tayyip Erdoğan"]
    var options = QuadrupleImport.Options(
      directory: ActorDirectory(
        countries: countries,
        memberships: zip(members, countries).map {
          Membership(name: $0, country: $1, role: "president", speaksFor: 1, kind: .person)
        }), sourceTitle: "A feed")
    options.to = CalendarDate(year: 2018, month: 9, day: 30)
    change(&options)
    return try QuadrupleImport(reader.quadruples, options)
  }

  @Test func everyRowIsAccountedFor() throws {
    let made = try imported()
    let counts = made.counts
    #expect(counts.rows == 9 && counts.claims == 4 && counts.repeated == 1)
    #expect(counts.withinOne == 1 && counts.withOthers == 2 && counts.onOtherDays == 1)
    #expect(made.unplaced.map(\.name) == ["Somebody"] && made.unplaced.map(\.rows) == [1])
  }

  @Test func claimsSayWhatHappened() throws {
    let project = try #require(imported().project)
    #expect(project.title == "Russia and Turkey, 2018-09-07 to 2018-09-09")
    #expect(
      project.claims.map(\.says) == [
        "Vladimir Putin consults Recep Tayyip Erdoğan.",
        "Russia consults Turkey (2 rows of the feed).",
        "Citizen (Russia) criticises or denounces Turkey.",
        "Foreign Affairs (Turkey) accuses Russia.",
      ])
    #expect(project.claims.map(\.score) == [1, 1, -2, -2])
    #expect(
      project.claims.map(\.layer) == ["diplomatic", "diplomatic", "rhetorical", "rhetorical"])
    #expect(project.claims.map(\.id) == ["q2", "q3", "q5", "q6"])
    #expect(project.actors.map(\.id).contains("recep-tayyip-erdogan"))
    #expect(project.events.map(\.what) == ["Russia consults Turkey."])
  }

  /// Presidents and states in one sentence are one act between the states.
  @Test func oneActWeighsOnce() throws {
    let project = try #require(imported().project)
    var options = EvidenceOptions()
    options.level = .state
    let evidence = try Evidence(project, options)
    let day = try #require(CalendarDate(year: 2018, month: 9, day: 7))
    let snapshot = evidence.snapshot(over: Window(day))
    let tie = try #require(snapshot.ties.first)
    // One act of score 1 and weight .7 on one of two layers: .7 / 1.7 / 2.
    #expect(abs(tie.accord - 0.7 / 1.7 / 2) < 1e-12)
  }

  @Test func theFileIsSoundAndReadsBackTheSame() throws {
    let project = try #require(imported().project)
    let text = ProjectWriter.text(of: project)
    let read = ProjectReader.read(bytes: Array(text.utf8), file: "x.yaml")
    #expect(!read.report.hasErrors && read.project == project)
    #expect(read.report.warnings.map(\.code) == [.singleSource])
  }

  @Test func withoutRowsThereIsNoProject() throws {
    let day = try #require(CalendarDate(year: 2020, month: 1, day: 1))
    let made = try imported {
      $0.from = day
      $0.to = day
    }
    #expect(made.project == nil && made.counts.onOtherDays == 9)
  }

  @Test func idsAreLatinAndDifferent() throws {
    let names = ["Öztürk", "Ozturk", "Шойгу", "Côte d'Ivoire", "İbrahim Ən"]
    let russia = try #require(Country.named("RU"))
    let turkey = try #require(Country.named("TR"))
    let rows = names.map { "2018-09-01,\($0),Consult,Turkey" }.joined(separator: "\n")
    let reader = QuadrupleReader(
      bytes: Array("date,source,relation,target\n\(rows)".utf8), file: "q.csv")
    let members = names.map {
      Membership(name: $0, country: russia, role: "x", speaksFor: 1, kind: .person)
    }
    let project = try #require(
      QuadrupleImport(
        reader.quadruples,
        .init(
          directory: ActorDirectory(countries: [russia, turkey], memberships: members),
          sourceTitle: "A feed")
      ).project)
    let ids = project.actors.map(\.id)
    #expect(Set(ids).count == ids.count && ids.allSatisfy(ProjectSchema.isID))
    #expect(Set(ids).isSuperset(of: ["ozturk", "ozturk-2", "actor", "cote-divoire", "ibrahim-en"]))
  }
}

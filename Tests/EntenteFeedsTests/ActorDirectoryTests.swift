import EntenteCore
import EntenteFeeds
import Testing

@Suite struct ActorDirectoryTests {
  private func country(_ code: String) throws -> Country { try #require(Country.named(code)) }

  @Test func countriesHaveACodeAndAName() throws {
    #expect(Set(Country.all.map(\.code)).count == Country.all.count)
    #expect(Set(Country.all.map(\.name)).count == Country.all.count)
    #expect(Country.all.allSatisfy { $0.code.count == 2 && $0.name.count > 3 })
    #expect(try country("az").name == "Azerbaijan")
    #expect(try country("united states").code == "US")
    #expect(Country.named("Atlantis") == nil)
  }

  private func directory() throws -> ActorDirectory {
    let russia = try country("RU")
    return ActorDirectory(
      countries: [russia, try country("US")],
      memberships: [
        Membership(
          name: "Vladimir Putin", country: russia, role: "president", speaksFor: 1, kind: .person),
        Membership(
          name: "Ilham Aliyev", country: try country("AZ"), role: "president", speaksFor: 1,
          kind: .person),
      ])
  }

  private func share(_ name: String) throws -> Double? {
    guard case .member(let member) = try directory().place(of: name) else { return nil }
    return member.speaksFor
  }

  @Test func countriesAndMembersAreFound() throws {
    let directory = try directory()
    #expect(directory.place(of: "Russia") == .country(try country("RU")))
    #expect(directory.place(of: "Azerbaijan") == .elsewhere)
    #expect(directory.place(of: "Ilham Aliyev") == .elsewhere)
    #expect(directory.place(of: "Citizen (Azerbaijan)") == .elsewhere)
    for name in ["Google", "(Russia)", "Russia (", "Sergey Lavrov", "Armed Gang (Hezbollah)", ""] {
      #expect(directory.place(of: name) == .unknown, "\(name)")
    }
    guard case .member(let putin) = directory.place(of: "Vladimir Putin") else {
      Issue.record("no member")
      return
    }
    #expect(putin.role == "president" && putin.kind == .person)
  }

  @Test(arguments: [
    ("Head of Government (Russia)", 1.0), ("Foreign Affairs (Russia)", 1),
    ("Cabinet / Council of Ministers / Advisors (United States)", 1), ("Military (Russia)", 1),
    ("Defense / Security Ministry (Russia)", 1), ("Energy Department/Ministry (United States)", 1),
    ("Representative to the United Nations (United States)", 1),
    ("Congress (United States)", 0.5), ("Police (Russia)", 0.5),
    ("Member of Parliament (Russia)", 0.5), ("Other Authorities / Officials (Russia)", 0.5),
    ("Citizen (Russia)", 0), ("Business (United States)", 0), ("Criminal (Russia)", 0),
    ("Main Opposition (Russia)", 0), ("Presidential Candidate (Russia)", 0),
    ("Lawyer/Attorney (Russia)", 0), ("Defense Attorney (United States)", 0),
    ("State Media (Russia)", 0), ("Government Affiliated Bank (Russia)", 0),
  ])
  func organsSpeakForTheirStateAndCitizensDoNot(name: String, expected: Double) throws {
    #expect(try share(name) == expected)
  }
}

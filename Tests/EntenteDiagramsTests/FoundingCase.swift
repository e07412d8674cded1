import EntenteCore

/// A case of the size and shape of the founding graph: four states, their people and media, one
/// source, May 2025.
enum FoundingCase {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  static let before = Window(day(2025, 5, 8))
  static let after = Window(day(2025, 5, 19))

  static func evidence(_ level: Level = .actor) throws -> Evidence {
    var options = EvidenceOptions()
    options.level = level
    return try Evidence(try project(), options)
  }

  static func shift(_ level: Level = .actor) throws -> Shift {
    Shift(in: try evidence(level), from: before, to: after)
  }

  static func project() throws -> Project {
    try Project(
      title: "The Russia\u{2013}Azerbaijan rift of May 2025",
      sources: [
        Source(
          id: "a", title: "The rift", author: "Z. Ahmed", publisher: "An opinion page",
          published: try EDTFDate("2025-05-19"))
      ],
      layers: [
        Layer(id: "D", label: "Diplomatic", halfLife: 90),
        Layer(id: "R", label: "Rhetorical", halfLife: 30),
        Layer(id: "E", label: "Economic", halfLife: 365),
        Layer(id: "S", label: "Security", halfLife: 180),
      ],
      actors: actors, affiliations: affiliations,
      events: [
        Event(id: "parade", what: "Azerbaijan's president stays away from the parade"),
        Event(id: "zatulin", what: "Remarks"), Event(id: "1news", what: "Comment"),
        Event(id: "vance", what: "Comment"), Event(id: "zhurova", what: "Remarks"),
      ],
      claims: try claims())
  }

  private static let actors: [Actor] = [
    Actor(id: "RU", kind: .state, name: "Russia", names: ["az": "Rusiya"]),
    Actor(id: "AZ", kind: .state, name: "Azerbaijan", names: ["az": "Azərbaycan"]),
    Actor(id: "AM", kind: .state, name: "Armenia", names: ["az": "Ermənistan"]),
    Actor(id: "US", kind: .state, name: "United States", names: ["az": "ABŞ"]),
    Actor(id: "aliyev", kind: .person, name: "Ilham Aliyev", names: ["az": "İlham Əliyev"]),
    Actor(id: "putin", kind: .person, name: "Vladimir Putin", names: ["ru": "Владимир Путин"]),
    Actor(id: "zatulin", kind: .person, name: "Konstantin Zatulin"),
    Actor(id: "zhurova", kind: .person, name: "Svetlana Zhurova"),
    Actor(id: "vance", kind: .person, name: "JD Vance"),
    Actor(id: "1news", kind: .outlet, name: "1news.az"),
    Actor(id: "caliber", kind: .outlet, name: "Caliber.az"),
    Actor(id: "tsargrad", kind: .outlet, name: "Tsargrad"),
    Actor(id: "az-media", kind: .group, name: "Azerbaijani domestic media"),
    Actor(id: "ru-media", kind: .group, name: "Russian conservative and nationalist media"),
    Actor(id: "ru-reaction", kind: .group, name: "Russian officials and media"),
    Actor(id: "ru-doves", kind: .group, name: "Russian de-escalating voices"),
  ]

  private static let affiliations: [Affiliation] = [
    ("aliyev", "AZ", "president", 1.0), ("putin", "RU", "president", 1),
    ("vance", "US", "vice president", 1), ("zatulin", "RU", "member of parliament", 0.4),
    ("zhurova", "RU", "member of parliament", 0.4), ("1news", "AZ", "state-affiliated", 0.5),
    ("caliber", "AZ", "outlet", 0), ("tsargrad", "RU", "outlet", 0),
    ("az-media", "AZ", "media", 0.3), ("ru-media", "RU", "media", 0),
    ("ru-reaction", "RU", "officials and media", 0.4), ("ru-doves", "RU", "voices", 0.2),
  ].map { Affiliation(actor: $0.0, of: $0.1, role: $0.2, speaksFor: $0.3) }

  private static func claims() throws -> [Claim] {
    let around = "2025-05-09/2025-05-19"
    let (s, i, m) = (Claim.Basis.stated, Claim.Basis.interpreted, Claim.Basis.implied)
    let rows: [(String, String, String, String, String, Double, Claim.Basis, Double, String?)] = [
      ("c01", "aliyev", "RU", "D", "2025-05-09", -7, s, 0.9, "parade"),
      ("c02", "AZ", "RU", "D", "2025-05-09", -6, i, 0.7, "parade"),
      ("c03", "aliyev", "putin", "D", "2025-05-09", -6, i, 0.7, "parade"),
      ("c04", "ru-reaction", "aliyev", "R", around, -5, s, 0.7, nil),
      ("c05", "aliyev", "RU", "D", "2025-05-09", -5, i, 0.7, "parade"),
      ("c06", "AZ", "AM", "S", "../2025-05-19", -5, m, 0.4, nil),
      ("c07", "AZ", "RU", "D", "2024-12/2025-05-19", -6, s, 0.9, nil),
      ("c08", "RU", "AZ", "D", "2024-12/2025-05-19", -4, s, 0.7, nil),
      ("c09", "az-media", "aliyev", "R", around, 6, s, 0.9, nil),
      ("c10", "1news", "RU", "R", around, -5, s, 0.9, "1news"),
      ("c11", "1news", "aliyev", "R", around, 6, m, 0.7, "1news"),
      ("c12", "tsargrad", "aliyev", "R", around, -9, m, 0.7, nil),
      ("c13", "ru-media", "aliyev", "R", around, -9, s, 0.7, nil),
      ("c14", "ru-media", "AZ", "R", around, -7, s, 0.7, nil),
      ("c15", "zatulin", "AZ", "R", around, -6, s, 0.9, "zatulin"),
      ("c16", "zatulin", "AZ", "S", around, -5, s, 0.9, "zatulin"),
      ("c17", "vance", "RU", "R", "../2025-05-19", -4, s, 0.9, nil),
      ("c18", "caliber", "vance", "R", "../2025-05-19", 2, m, 0.4, "vance"),
      ("c19", "caliber", "RU", "R", "../2025-05-19", -3, i, 0.4, "vance"),
      ("c20", "RU", "AZ", "E", "../2025-05-19", 5, s, 0.9, nil),
      ("c21", "ru-doves", "AZ", "D", "../2025-05-19", 3, s, 0.7, nil),
      ("c22", "zhurova", "aliyev", "D", around, 2, s, 0.7, "zhurova"),
      ("c23", "RU", "AZ", "D", around, 2, i, 0.4, "zhurova"),
      ("c24", "AZ", "RU", "D", "../2025-05-19", -5, s, 0.7, nil),
    ]
    return try rows.map { row in
      Claim(
        id: row.0, from: row.1, to: row.2, isMutual: row.0 == "c20", layer: row.3,
        family: row.0 == "c20" ? .condition : .event, when: try EDTFDate(row.4), score: row.5,
        basis: row.6, confidence: row.7, source: "a", says: row.0, event: row.8)
    }
  }
}

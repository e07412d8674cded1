import EntenteCore

/// The claims of the founding case, in the order of its file.
func foundingClaims() throws -> [Claim] {
  [
    Claim(
      id: "c01", from: "aliyev", to: "RU", layer: "diplomatic", family: .event,
      when: try EDTFDate("2025-05-09"), dateBasis: .stated, score: -7, range: (-9)...(-5),
      basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶1",
      says: "Aliyev pulls out of the Moscow parade at the last moment.", event: "parade-absence"),
    Claim(
      id: "c02", from: "AZ", to: "RU", layer: "diplomatic", family: .event,
      when: try EDTFDate("2025-05-09"), dateBasis: .stated, score: -6, range: (-8)...(-4),
      basis: .interpreted, confidence: 0.7, source: "ahmed-2025", locator: "¶1",
      says: "The author reads the absence as a sign of Azerbaijan's discontent with Moscow.",
      event: "parade-absence"),
    Claim(
      id: "c03", from: "aliyev", to: "putin", layer: "diplomatic", family: .event,
      when: try EDTFDate("2025-05-09"), dateBasis: .stated, score: -6, range: (-8)...(-4),
      basis: .interpreted, confidence: 0.7, source: "ahmed-2025", locator: "¶2",
      says: "To Putin, host of the anniversary, the author counts the absence as an open affront.",
      event: "parade-absence"),
    Claim(
      id: "c04", from: "ru-reaction", to: "aliyev", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -5,
      range: (-7)...(-3), basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶3",
      says: "Russian officials and media answer with contempt and anger.", implied: .to),
    Claim(
      id: "c05", from: "aliyev", to: "RU", layer: "diplomatic", family: .event,
      when: try EDTFDate("2025-05-09"), dateBasis: .stated, score: -5, range: (-7)...(-3),
      basis: .interpreted, confidence: 0.7, source: "ahmed-2025", locator: "¶3",
      says: """
        The author takes the tour of Karabakh on the day of the parade as a message to Moscow.
        """,
      event: "parade-absence"),
    Claim(
      id: "c06", from: "AZ", to: "AM", layer: "security", family: .condition,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: -5, range: (-9)...(-1),
      basis: .implied, confidence: 0.4, source: "ahmed-2025", locator: "¶3",
      says: "Azerbaijan holds and displays land that it took back from Armenia."),
    Claim(
      id: "c07", from: "AZ", to: "RU", layer: "diplomatic", family: .condition,
      when: try EDTFDate("2024-12/2025-05-19"), dateBasis: .stated, score: -6,
      range: (-8)...(-4), basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶4",
      says: """
        Baku holds it against Moscow that it will not take responsibility for the downed \
        airliner.
        """,
      event: "aircraft-loss"),
    Claim(
      id: "c08", from: "RU", to: "AZ", layer: "diplomatic", family: .event,
      when: try EDTFDate("2024-12/2025"), dateBasis: .inferred, score: -4, range: (-6)...(-2),
      basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶4",
      says: "Moscow in the end denies being to blame for the loss of the airliner.",
      event: "aircraft-loss"),
    Claim(
      id: "c09", from: "az-media", to: "aliyev", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: 6, range: 4...8,
      basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶5",
      says: "Azerbaijani media commend the absence as principled."),
    Claim(
      id: "c10", from: "1news", to: "RU", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -5,
      range: (-7)...(-3), basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶5",
      says: "1news.az accuses Russia of disrespect and of leaving issues unsettled.",
      event: "1news-comment"),
    Claim(
      id: "c11", from: "1news", to: "aliyev", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: 6, range: 3...8,
      basis: .implied, confidence: 0.7, source: "ahmed-2025", locator: "¶5",
      says: "1news.az defends Aliyev's choice as reasonable.", event: "1news-comment"),
    Claim(
      id: "c12", from: "tsargrad", to: "aliyev", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -9,
      range: (-10)...(-6), basis: .implied, confidence: 0.7, source: "ahmed-2025", locator: "¶6",
      says: "Tsargrad takes part in a wave of attacks, by implication on Aliyev."),
    Claim(
      id: "c13", from: "ru-nationalist-media", to: "aliyev", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -9,
      range: (-10)...(-7), basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶6",
      says: "Aliyev is called a boor who overstepped.", implied: .from),
    Claim(
      id: "c14", from: "ru-nationalist-media", to: "AZ", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -7,
      range: (-9)...(-5), basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶6",
      says: "Commentators ask whether relations with Azerbaijan are worth keeping.",
      implied: .from),
    Claim(
      id: "c15", from: "zatulin", to: "AZ", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -6,
      range: (-8)...(-4), basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶6",
      says: "Zatulin says that Russia does not regard Azerbaijan as an ally.",
      event: "zatulin-interview"),
    Claim(
      id: "c16", from: "zatulin", to: "AZ", layer: "security", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: -5,
      range: (-7)...(-3), basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶6",
      says: "Zatulin calls Azerbaijan's authority over Nagorno-Karabakh into question.",
      event: "zatulin-interview"),
    Claim(
      id: "c17", from: "vance", to: "RU", layer: "rhetorical", family: .event,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: -4, range: (-6)...(-2),
      basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶7",
      says: "Vance criticises what Russia expects in Ukraine.", event: "vance-remark"),
    Claim(
      id: "c18", from: "caliber", to: "vance", layer: "rhetorical", family: .event,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: 2, range: 0...4,
      basis: .implied, confidence: 0.4, source: "ahmed-2025", locator: "¶7",
      says: "Caliber.az gives prominence to Vance's criticism.", event: "caliber-feature"),
    Claim(
      id: "c19", from: "caliber", to: "RU", layer: "rhetorical", family: .event,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: -3, range: (-5)...(-1),
      basis: .interpreted, confidence: 0.4, source: "ahmed-2025", locator: "¶7",
      says: "The author reads that choice as siding with Western criticism of the Kremlin.",
      event: "caliber-feature"),
    Claim(
      id: "c20", from: "RU", to: "AZ", isMutual: true, layer: "economic", family: .condition,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: 5, range: 3...7,
      basis: .stated, confidence: 1, source: "ahmed-2025", locator: "¶8",
      says: "Trade and the transit corridor bind the two economies."),
    Claim(
      id: "c21", from: "ru-doves", to: "AZ", layer: "diplomatic", family: .condition,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: 3, range: 1...5,
      basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶8",
      says: "Some in Russia want to calm the dispute.", implied: .to),
    Claim(
      id: "c22", from: "zhurova", to: "aliyev", layer: "rhetorical", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: 2, range: 0...4,
      basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶8",
      says: "Zhurova plays the absence down and does not see it as hostile.",
      event: "zhurova-comment", implied: .to),
    Claim(
      id: "c23", from: "RU", to: "AZ", layer: "diplomatic", family: .event,
      when: try EDTFDate("2025-05-09/2025-05-19"), dateBasis: .inferred, score: 2,
      range: (-1)...4, basis: .interpreted, confidence: 0.4, source: "ahmed-2025", locator: "¶8",
      says: "The author reads her words as part of a Kremlin effort to limit the damage.",
      event: "zhurova-comment"),
    Claim(
      id: "c24", from: "AZ", to: "RU", layer: "diplomatic", family: .condition,
      when: try EDTFDate("../2025-05-19"), dateBasis: .inferred, score: -5, range: (-7)...(-3),
      basis: .stated, confidence: 0.7, source: "ahmed-2025", locator: "¶9",
      says: "Azerbaijan pushes back against Russian high-handedness and indifference."),
  ]
}

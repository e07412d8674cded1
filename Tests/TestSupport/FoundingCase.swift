import EntenteCore

/// The founding case: Russia and Azerbaijan in May 2025, as one op-ed of 19 May 2025 tells it.
///
/// The same numbers and words as in `graphs/caucasus-2025.yaml`, so that the core can be tested
/// without a reader, and the reader against this.
public func foundingCase() throws -> Project {
  try Project(
    title: "Russia and Azerbaijan, May 2025",
    description: """
      How Russia, Azerbaijan, Armenia, the United States and their media stood to each other \
      before and after Ilham Aliyev stayed away from the Moscow Victory Day parade of 9 May 2025, \
      read claim by claim off one op-ed of 19 May 2025.
      """,
    estimator: .posterior(prior: 1), sources: foundingSources(), layers: foundingLayers,
    actors: foundingActors, affiliations: foundingAffiliations, events: foundingEvents(),
    claims: foundingClaims())
}

private func foundingSources() throws -> [Source] {
  [
    Source(
      id: "ahmed-2025",
      title: """
        Strategic Defiance: Azerbaijan’s Calculated Snub Reflects Shifting Russia-Azerbaijan \
        Relations
        """,
      author: "Zheer Ahmed", published: try EDTFDate("2025-05-19"), kind: "op-ed",
      country: "IN", reliability: 0.8,
      reliabilityReason: """
        A signed piece by an academic at a distance from both sides; it relays the words of \
        others without saying where they were read.
        """,
      seen: "whole")
  ]
}

private let foundingLayers = [
  Layer(
    id: "diplomatic", label: "Diplomatic", halfLife: 180, weight: 1,
    note: "Acts and stances of states and their leaders."),
  Layer(
    id: "rhetorical", label: "Rhetorical", halfLife: 60, weight: 1,
    note: "Public words; they fade sooner than acts."),
  Layer(
    id: "economic", label: "Economic", halfLife: 365, weight: 1,
    note: "Trade and transit."),
  Layer(
    id: "security", label: "Security", halfLife: 365, weight: 1,
    note: "Force and territory."),
]

private let foundingActors = [
  Actor(
    id: "RU", kind: .state, name: "Russia",
    names: [
      "az": "Rusiya", "ru": "Россия",
      "hy": "Ռուսաստան", "tr": "Rusya",
      "ka": "რუსეთი", "ar": "روسيا",
      "he": "רוסיה",
    ],
    aliases: ["Moscow", "the Kremlin"]),
  Actor(
    id: "AZ", kind: .state, name: "Azerbaijan",
    names: [
      "az": "Azərbaycan", "ru": "Азербайджан",
      "hy": "Ադրբեջան", "tr": "Azerbaycan",
      "ka": "აზერბაიჯანი", "ar": "أذربيجان",
      "he": "אזרבייג׳ן",
    ], aliases: ["Baku"]),
  Actor(
    id: "AM", kind: .state, name: "Armenia",
    names: [
      "az": "Ermənistan", "ru": "Армения",
      "hy": "Հայաստան", "tr": "Ermenistan",
      "ka": "სომხეთი", "ar": "أرمينيا",
      "he": "ארמניה",
    ]),
  Actor(
    id: "US", kind: .state, name: "United States",
    names: [
      "az": "ABŞ", "ru": "США",
      "hy": "ԱՄՆ", "tr": "ABD",
      "ka": "აშშ", "ar": "الولايات المتحدة",
      "he": "ארצות הברית",
    ]),
  Actor(
    id: "aliyev", kind: .person, name: "Ilham Aliyev",
    names: [
      "az": "İlham Əliyev", "ru": "Ильхам Алиев",
      "hy": "Իլհամ Ալիև", "tr": "İlham Aliyev",
      "ka": "ილჰამ ალიევი", "ar": "إلهام علييف",
      "he": "אילהם אלייב",
    ]),
  Actor(
    id: "putin", kind: .person, name: "Vladimir Putin",
    names: [
      "az": "Vladimir Putin", "ru": "Владимир Путин",
      "hy": "Վլադիմիր Պուտին", "tr": "Vladimir Putin",
      "ka": "ვლადიმირ პუტინი", "ar": "فلاديمير بوتين",
      "he": "ולדימיר פוטין",
    ]),
  Actor(
    id: "zatulin", kind: .person, name: "Konstantin Zatulin",
    names: [
      "az": "Konstantin Zatulin", "ru": "Константин Затулин",
      "hy": "Կոնստանտին Զատուլին", "tr": "Konstantin Zatulin",
      "ka": "კონსტანტინ ზატულინი", "ar": "قسطنطين زاتولين",
      "he": "קונסטנטין זטולין",
    ]),
  Actor(
    id: "zhurova", kind: .person, name: "Svetlana Zhurova",
    names: [
      "az": "Svetlana Jurova", "ru": "Светлана Журова",
      "hy": "Սվետլանա Ժուրովա", "tr": "Svetlana Jurova",
      "ka": "სვეტლანა ჟუროვა", "ar": "سفيتلانا جوروفا",
      "he": "סבטלנה ז׳ורובה",
    ]),
  Actor(
    id: "vance", kind: .person, name: "JD Vance",
    names: [
      "az": "Cey Di Vens", "ru": "Джей Ди Вэнс",
      "hy": "Ջեյ Դի Վենս", "tr": "JD Vance",
      "ka": "ჯეი დი ვენსი", "ar": "جيه دي فانس",
      "he": "ג׳יי די ואנס",
    ]),
  Actor(
    id: "1news", kind: .outlet, name: "1news.az"),
  Actor(
    id: "caliber", kind: .outlet, name: "Caliber.az"),
  Actor(
    id: "tsargrad", kind: .outlet, name: "Tsargrad",
    names: [
      "az": "Tsarqrad", "ru": "Царьград",
      "hy": "Ցարգրադ", "tr": "Tsargrad",
      "ka": "ცარგრადი", "ar": "تسارغراد",
      "he": "צארגרד",
    ]),
  Actor(
    id: "az-media", kind: .outlet, name: "Azerbaijani media",
    names: [
      "az": "Azərbaycan mediası", "ru": "СМИ Азербайджана",
      "hy": "Ադրբեջանի լրատվամիջոցներ", "tr": "Azerbaycan medyası",
      "ka": "აზერბაიჯანული მედია", "ar": "وسائل الإعلام الأذربيجانية",
      "he": "התקשורת באזרבייג׳ן",
    ]),
  Actor(
    id: "ru-media", kind: .outlet, name: "Russian media",
    names: [
      "az": "Rusiya mediası", "ru": "СМИ России",
      "hy": "Ռուսաստանի լրատվամիջոցներ", "tr": "Rusya medyası",
      "ka": "რუსული მედია", "ar": "وسائل الإعلام الروسية",
      "he": "התקשורת ברוסיה",
    ]),
  Actor(
    id: "ru-nationalist-media", kind: .group, name: "Russian nationalist media",
    names: [
      "az": "Rusiyanın millətçi mediası", "ru": "Националистические СМИ России",
      "hy": "Ռուս ազգայնական լրատվամիջոցներ", "tr": "Rus milliyetçi medyası",
      "ka": "რუსული ნაციონალისტური მედია", "ar": "وسائل الإعلام القومية الروسية",
      "he": "התקשורת הלאומנית ברוסיה",
    ],
    note: "The conservative and nationalist outlets of paragraph 6."),
  Actor(
    id: "ru-reaction", kind: .group, name: "Russian officials and media",
    names: [
      "az": "Rusiya rəsmiləri və mediası", "ru": "Чиновники и СМИ России",
      "hy": "Ռուս պաշտոնյաներ և ԶԼՄ-ներ", "tr": "Rus yetkililer ve medya",
      "ka": "რუსი ოფიციალური პირები და მედია", "ar": "المسؤولون والإعلام في روسيا",
      "he": "הרשויות והתקשורת ברוסיה",
    ],
    note: "Named together in paragraph 3."),
  Actor(
    id: "ru-doves", kind: .group, name: "Russian de-escalating voices",
    names: [
      "az": "Rusiyada gərginliyi azaltmaq istəyənlər", "ru": "Сторонники деэскалации в России",
      "hy": "Լարվածության թուլացման ռուս կողմնակիցներ",
      "tr": "Rusya'da gerilimin azalmasını isteyenler",
      "ka": "დეესკალაციის მომხრეები რუსეთში", "ar": "أصوات روسية داعية إلى التهدئة",
      "he": "קולות מרגיעים ברוסיה",
    ],
    note: "The unnamed voices of paragraph 8."),
]

private let foundingAffiliations = [
  Affiliation(actor: "aliyev", of: "AZ", role: "president", speaksFor: 1),
  Affiliation(actor: "putin", of: "RU", role: "president", speaksFor: 1),
  Affiliation(actor: "vance", of: "US", role: "vice president", speaksFor: 1),
  Affiliation(actor: "zatulin", of: "RU", role: "member of the Duma", speaksFor: 0.3),
  Affiliation(actor: "zhurova", of: "RU", role: "member of parliament", speaksFor: 0.3),
  Affiliation(actor: "1news", of: "AZ", role: "state-affiliated outlet", speaksFor: 0.3),
  Affiliation(actor: "1news", of: "az-media", role: "outlet", speaksFor: 1),
  Affiliation(actor: "caliber", of: "AZ", role: "outlet", speaksFor: 0),
  Affiliation(actor: "caliber", of: "az-media", role: "outlet", speaksFor: 1),
  Affiliation(actor: "az-media", of: "AZ", role: "domestic media", speaksFor: 0),
  Affiliation(actor: "tsargrad", of: "RU", role: "outlet", speaksFor: 0),
  Affiliation(actor: "tsargrad", of: "ru-media", role: "outlet", speaksFor: 1),
  Affiliation(actor: "ru-nationalist-media", of: "RU", role: "part of the media", speaksFor: 0),
  Affiliation(
    actor: "ru-nationalist-media", of: "ru-media", role: "part of the media", speaksFor: 1),
  Affiliation(actor: "ru-media", of: "RU", role: "domestic media", speaksFor: 0),
  Affiliation(actor: "ru-reaction", of: "RU", role: "the officials among them", speaksFor: 0.5),
  Affiliation(actor: "ru-reaction", of: "ru-media", role: "the media among them", speaksFor: 0.5),
  Affiliation(actor: "ru-doves", of: "RU", role: "voices within Russia", speaksFor: 0.3),
]

private func foundingEvents() throws -> [Event] {
  [
    Event(
      id: "parade-absence",
      what: """
        Aliyev stays away from the Victory Day parade in Moscow and spends the day in Karabakh.
        """,
      when: try EDTFDate("2025-05-09")),
    Event(
      id: "aircraft-loss",
      what: """
        An Azerbaijani civilian aircraft is downed and Russia does not accept responsibility.
        """,
      when: try EDTFDate("2024-12")),
    Event(id: "1news-comment", what: "1news.az comments on the absence."),
    Event(id: "zatulin-interview", what: "Konstantin Zatulin speaks to an Armenian outlet."),
    Event(id: "vance-remark", what: "JD Vance criticises what Russia expects in Ukraine."),
    Event(id: "caliber-feature", what: "Caliber.az gives prominence to the remark of JD Vance."),
    Event(id: "zhurova-comment", what: "Svetlana Zhurova comments on the absence."),
  ]
}

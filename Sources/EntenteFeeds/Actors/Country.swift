/// A country as feeds write it.
public struct Country: Sendable, Hashable {
  /// The ISO 3166 code of two letters, or `XK` for Kosovo.
  public let code: String
  /// The name that ICEWS gives it.
  public let name: String

  /// The name within a sentence: `the United States`.
  public var nameInSentence: String { Self.withArticle.contains(code) ? "the \(name)" : name }

  private static let withArticle: Set<String> = [
    "AE", "BS", "CD", "CF", "CZ", "DO", "GB", "GM", "KM", "MV", "NL", "PH", "SB", "SC", "US",
  ]

  /// All countries, by code.
  public static let all: [Country] = table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: " ", maxSplits: 1)
    return parts.count == 2 ? Country(code: String(parts[0]), name: String(parts[1])) : nil
  }

  private static let byText: [String: Country] = {
    var known: [String: Country] = [:]
    for country in all {
      known[country.code.lowercased()] = country
      known[country.name.lowercased()] = country
    }
    return known
  }()

  /// The country with a code or a name; capitals count for nothing.
  public static func named(_ text: String) -> Country? { byText[text.lowercased()] }

  private static let table = """
    AE United Arab Emirates
    AF Afghanistan
    AL Albania
    AM Armenia
    AO Angola
    AR Argentina
    AT Austria
    AU Australia
    AZ Azerbaijan
    BA Bosnia and Herzegovina
    BB Barbados
    BD Bangladesh
    BE Belgium
    BF Burkina Faso
    BG Bulgaria
    BH Bahrain
    BI Burundi
    BJ Benin
    BN Brunei
    BO Bolivia
    BR Brazil
    BS Bahamas
    BT Bhutan
    BW Botswana
    BY Belarus
    BZ Belize
    CA Canada
    CD Democratic Republic of Congo
    CF Central African Republic
    CG Congo
    CH Switzerland
    CI Cote d'Ivoire
    CL Chile
    CM Cameroon
    CN China
    CO Colombia
    CR Costa Rica
    CU Cuba
    CV Cape Verde
    CY Cyprus
    CZ Czech Republic
    DE Germany
    DJ Djibouti
    DK Denmark
    DO Dominican Republic
    DZ Algeria
    EC Ecuador
    EE Estonia
    EG Egypt
    ER Eritrea
    ES Spain
    ET Ethiopia
    FI Finland
    FJ Fiji
    FR France
    GA Gabon
    GB United Kingdom
    GE Georgia
    GH Ghana
    GM Gambia
    GN Guinea
    GQ Equatorial Guinea
    GR Greece
    GT Guatemala
    GW Guinea-Bissau
    GY Guyana
    HK Hong Kong
    HN Honduras
    HR Croatia
    HT Haiti
    HU Hungary
    ID Indonesia
    IE Ireland
    IL Israel
    IN India
    IQ Iraq
    IR Iran
    IS Iceland
    IT Italy
    JM Jamaica
    JO Jordan
    JP Japan
    KE Kenya
    KG Kyrgyzstan
    KH Cambodia
    KM Comoros
    KP North Korea
    KR South Korea
    KW Kuwait
    KZ Kazakhstan
    LA Laos
    LB Lebanon
    LK Sri Lanka
    LR Liberia
    LS Lesotho
    LT Lithuania
    LU Luxembourg
    LV Latvia
    LY Libya
    MA Morocco
    MD Moldova
    ME Montenegro
    MG Madagascar
    MK Macedonia
    ML Mali
    MM Myanmar
    MN Mongolia
    MR Mauritania
    MT Malta
    MU Mauritius
    MV Maldives
    MW Malawi
    MX Mexico
    MY Malaysia
    MZ Mozambique
    NA Namibia
    NE Niger
    NG Nigeria
    NI Nicaragua
    NL Netherlands
    NO Norway
    NP Nepal
    NR Nauru
    NZ New Zealand
    OM Oman
    PA Panama
    PE Peru
    PG Papua New Guinea
    PH Philippines
    PK Pakistan
    PL Poland
    PS Palestinian Territory, Occupied
    PT Portugal
    PY Paraguay
    QA Qatar
    RO Romania
    RS Serbia
    RU Russia
    RW Rwanda
    SA Saudi Arabia
    SB Solomon Islands
    SC Seychelles
    SD Sudan
    SE Sweden
    SG Singapore
    SI Slovenia
    SK Slovakia
    SL Sierra Leone
    SN Senegal
    SO Somalia
    SR Suriname
    SS South Sudan
    ST Sao Tome and Principe
    SV El Salvador
    SY Syria
    SZ Swaziland
    TD Chad
    TG Togo
    TH Thailand
    TJ Tajikistan
    TL Timor-Leste
    TM Turkmenistan
    TN Tunisia
    TO Tonga
    TR Turkey
    TT Trinidad and Tobago
    TV Tuvalu
    TW Taiwan
    TZ Tanzania
    UA Ukraine
    UG Uganda
    US United States
    UY Uruguay
    UZ Uzbekistan
    VA Vatican City State
    VE Venezuela
    VN Vietnam
    VU Vanuatu
    WS Samoa
    XK Kosovo
    YE Yemen
    ZA South Africa
    ZM Zambia
    ZW Zimbabwe
    """
}

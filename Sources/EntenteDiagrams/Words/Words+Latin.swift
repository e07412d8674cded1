import EntenteCore

extension Words {
  static let english = Words(
    tag: "en",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    noun: Signed("tension", "accord"), rose: Signed("rose"), fell: Signed("fell"),
    gone: Signed("gone"), unchanged: Signed("unchanged"), new: Signed("new"),
    newNoun: Signed("new tension", "new accord"),
    strongestNoun: Signed("strongest tension", "strongest accord"),
    solidHead: "solid head", hollowHead: "hollow head", interpreted: "interpreted",
    implied: "implied", affiliation: "affiliation", grew: "pale core: grew from there",
    eased: "pale casing: was wider, eased", newTie: "no core: new tie",
    newOrUnchanged: "no core: \u{201C}new\u{201D}, or unchanged", goneTie: "pale only: gone",
    unchangedTie: "no core: unchanged",
    kinds: [
      .state: "state", .person: "person", .outlet: "medium", .organization: "organization",
      .group: "group",
    ],
    width: "width", omitted: "weaker ties not drawn",
    halo: "halo and inner line: the ends of the 95 % interval of the scores",
    andAffiliates: "and affiliates", betweenActors: "between actors",
    betweenStates: "between states", betweenMedia: "between states and media",
    allLayers: "all layers", pale: "pale", source: "Source", sources: "sources", claims: "claims",
    actors: "actors", ties: "ties", alignmentDiagram: "Alignment diagram",
    shiftDiagram: "Shift diagram", noTies: "No ties", more: "more", belongsTo: "belongs to")

  static let azerbaijani = Words(
    tag: "az", decimalPoint: ",",
    months: [
      "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr",
      "noyabr", "dekabr",
    ],
    noun: Signed("gərginlik", "əməkdaşlıq"), rose: Signed("artıb"), fell: Signed("azalıb"),
    gone: Signed("yox olub"), unchanged: Signed("dəyişməyib"), new: Signed("yeni"),
    newNoun: Signed("yeni gərginlik", "yeni əməkdaşlıq"),
    strongestNoun: Signed("ən güclü gərginlik", "ən güclü əməkdaşlıq"),
    solidHead: "dolu ox", hollowHead: "boş ox", interpreted: "şərh edilib",
    implied: "nəzərdə tutulur", affiliation: "mənsubiyyət", grew: "artıb (solğun: əvvəl)",
    eased: "azalıb (solğun: əvvəl)", newTie: "yeni əlaqə",
    newOrUnchanged: "\u{201C}yeni\u{201D} və ya dəyişməyib", goneTie: "yox olub",
    unchangedTie: "dəyişməyib",
    kinds: [
      .state: "dövlət", .person: "şəxs", .outlet: "media", .organization: "təşkilat",
      .group: "qrup",
    ],
    width: "xəttin eni", omitted: "göstərilməyən zəif əlaqələr",
    halo: "haşiyə: 95 % interval", andAffiliates: "və digərləri",
    betweenActors: "aktorlar arasında", betweenStates: "dövlətlər arasında",
    betweenMedia: "dövlətlər və media arasında", allLayers: "bütün sahələr", pale: "solğun",
    source: "Mənbə", sources: "mənbələr", claims: "iddialar", actors: "aktorlar",
    ties: "əlaqələr", alignmentDiagram: "Münasibətlər", shiftDiagram: "Dəyişiklik",
    noTies: "Əlaqə yoxdur", more: "daha", belongsTo: "mənsubiyyət")

  static let turkish = Words(
    tag: "tr", decimalPoint: ",",
    months: [
      "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
      "Kasım", "Aralık",
    ],
    noun: Signed("gerilim", "iş birliği"), rose: Signed("arttı"), fell: Signed("azaldı"),
    gone: Signed("ortadan kalktı"), unchanged: Signed("değişmedi"), new: Signed("yeni"),
    newNoun: Signed("yeni gerilim", "yeni iş birliği"),
    strongestNoun: Signed("en güçlü gerilim", "en güçlü iş birliği"),
    solidHead: "dolu ok", hollowHead: "boş ok", interpreted: "yorumlanmış", implied: "ima edilmiş",
    affiliation: "bağlılık", grew: "arttı (soluk: önce)", eased: "azaldı (soluk: önce)",
    newTie: "yeni ilişki", newOrUnchanged: "\u{201C}yeni\u{201D} veya değişmedi",
    goneTie: "ortadan kalktı", unchangedTie: "değişmedi",
    kinds: [
      .state: "devlet", .person: "kişi", .outlet: "medya", .organization: "kuruluş",
      .group: "grup",
    ],
    width: "kalınlık", omitted: "gösterilmeyen zayıf ilişkiler", halo: "hale: %95 aralığı",
    andAffiliates: "ve diğerleri", betweenActors: "aktörler arasında",
    betweenStates: "devletler arasında", betweenMedia: "devletler ve medya arasında",
    allLayers: "tüm alanlar", pale: "soluk", source: "Kaynak", sources: "kaynaklar",
    claims: "iddialar", actors: "aktörler", ties: "ilişkiler", alignmentDiagram: "İlişkiler",
    shiftDiagram: "Değişim", noTies: "İlişki yok", more: "daha", belongsTo: "bağlılık")
}

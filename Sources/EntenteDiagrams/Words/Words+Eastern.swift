import EntenteCore

extension Words {
  static let russian = Words(
    tag: "ru", decimalPoint: ",",
    months: [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября", "декабря",
    ],
    noun: Signed("напряжённость", "сотрудничество"), rose: Signed("выросла", "выросло"),
    fell: Signed("снизилась", "снизилось"), gone: Signed("исчезла", "исчезло"),
    unchanged: Signed("без изменений"), new: Signed("новая", "новое"),
    newNoun: Signed("новая напряжённость", "новое сотрудничество"),
    strongestNoun: Signed("самая сильная напряжённость", "самое сильное сотрудничество"),
    solidHead: "сплошная стрелка", hollowHead: "полая стрелка", interpreted: "истолковано",
    implied: "подразумевается", affiliation: "принадлежность",
    grew: "рост (бледно: прежде)", eased: "снижение (бледно: прежде)", newTie: "новая связь",
    newOrUnchanged: "новая связь или без изменений", goneTie: "исчезнувшая связь",
    unchangedTie: "без изменений",
    kinds: [
      .state: "государство", .person: "человек", .outlet: "СМИ", .organization: "организация",
      .group: "группа",
    ],
    width: "толщина", omitted: "слабые связи, не показаны", halo: "ореол: интервал 95 %",
    andAffiliates: "и другие", betweenActors: "между участниками",
    betweenStates: "между государствами", betweenMedia: "между государствами и СМИ",
    allLayers: "все сферы", pale: "бледно", source: "Источник", sources: "источники",
    claims: "утверждения", actors: "участники", ties: "связи", alignmentDiagram: "Отношения",
    shiftDiagram: "Сдвиг", noTies: "Нет связей", more: "ещё", belongsTo: "принадлежность")

  static let armenian = Words(
    tag: "hy", decimalPoint: ",", colon: "\u{55D}",
    months: [
      "հունվարի", "փետրվարի", "մարտի", "ապրիլի", "մայիսի", "հունիսի", "հուլիսի", "օգոստոսի",
      "սեպտեմբերի", "հոկտեմբերի", "նոյեմբերի", "դեկտեմբերի",
    ],
    dateStyle: .dayMonthCommaYear,
    noun: Signed("լարվածություն", "համագործակցություն"), rose: Signed("աճել է"),
    fell: Signed("նվազել է"), gone: Signed("վերացել է"), unchanged: Signed("անփոփոխ"),
    new: Signed("նոր"), newNoun: Signed("նոր լարվածություն", "նոր համագործակցություն"),
    strongestNoun: Signed("ամենաուժեղ լարվածությունը", "ամենաուժեղ համագործակցությունը"),
    solidHead: "լցված սլաք", hollowHead: "դատարկ սլաք", interpreted: "մեկնաբանված",
    implied: "ենթադրվող", affiliation: "պատկանելություն", grew: "աճ (գունատ՝ առաջ)",
    eased: "նվազում (գունատ՝ առաջ)", newTie: "նոր կապ", newOrUnchanged: "նոր կամ անփոփոխ",
    goneTie: "վերացած կապ", unchangedTie: "անփոփոխ",
    kinds: [
      .state: "պետություն", .person: "անձ", .outlet: "լրատվամիջոց",
      .organization: "կազմակերպություն", .group: "խումբ",
    ],
    width: "հաստություն", omitted: "չցուցադրված թույլ կապեր", halo: "եզրագիծ՝ 95 % միջակայք",
    andAffiliates: "և այլք", betweenActors: "դերակատարների միջև",
    betweenStates: "պետությունների միջև", betweenMedia: "պետությունների և լրատվամիջոցների միջև",
    allLayers: "բոլոր ոլորտները", pale: "գունատ", source: "Աղբյուր", sources: "աղբյուրներ",
    claims: "պնդումներ", actors: "դերակատարներ", ties: "կապեր",
    alignmentDiagram: "Հարաբերություններ", shiftDiagram: "Փոփոխություն", noTies: "Կապեր չկան",
    more: "ևս", belongsTo: "պատկանելություն")

  static let georgian = Words(
    tag: "ka", decimalPoint: ",",
    months: [
      "იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო",
      "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი",
    ],
    dateStyle: .dayMonthCommaYear,
    noun: Signed("დაძაბულობა", "თანამშრომლობა"), rose: Signed("გაიზარდა"),
    fell: Signed("შემცირდა"), gone: Signed("გაქრა"), unchanged: Signed("უცვლელია"),
    new: Signed("ახალი"), newNoun: Signed("ახალი დაძაბულობა", "ახალი თანამშრომლობა"),
    strongestNoun: Signed("ყველაზე ძლიერი დაძაბულობა", "ყველაზე ძლიერი თანამშრომლობა"),
    solidHead: "სავსე ისარი", hollowHead: "ღრუ ისარი", interpreted: "ინტერპრეტირებული",
    implied: "ნაგულისხმევი", affiliation: "კუთვნილება", grew: "ზრდა (მკრთალი: მანამდე)",
    eased: "კლება (მკრთალი: მანამდე)", newTie: "ახალი კავშირი",
    newOrUnchanged: "ახალი ან უცვლელი", goneTie: "გამქრალი კავშირი", unchangedTie: "უცვლელი",
    kinds: [
      .state: "სახელმწიფო", .person: "პირი", .outlet: "მედია", .organization: "ორგანიზაცია",
      .group: "ჯგუფი",
    ],
    width: "სისქე", omitted: "სუსტი კავშირები, არ ჩანს", halo: "შარავანდი: 95 % ინტერვალი",
    andAffiliates: "და სხვები", betweenActors: "აქტორებს შორის",
    betweenStates: "სახელმწიფოებს შორის", betweenMedia: "სახელმწიფოებსა და მედიას შორის",
    allLayers: "ყველა სფერო", pale: "მკრთალი", source: "წყარო", sources: "წყაროები",
    claims: "მტკიცებები", actors: "აქტორები", ties: "კავშირები", alignmentDiagram: "ურთიერთობები",
    shiftDiagram: "ცვლილება", noTies: "კავშირები არ არის", more: "კიდევ",
    belongsTo: "კუთვნილება")
}

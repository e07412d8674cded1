import EntenteCore

extension Words {
  static let arabic = Words(
    tag: "ar", isRightToLeft: true, comma: "\u{60C}",
    months: [
      "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
      "نوفمبر", "ديسمبر",
    ],
    noun: Signed("توتر", "تعاون"), rose: Signed("ارتفع"), fell: Signed("انخفض"),
    gone: Signed("اختفى"), unchanged: Signed("بلا تغيير"), new: Signed("جديد"),
    newNoun: Signed("توتر جديد", "تعاون جديد"), strongestNoun: Signed("أشد توتر", "أقوى تعاون"),
    solidHead: "سهم مصمت", hollowHead: "سهم مفرغ", interpreted: "مستنتج", implied: "ضمني",
    affiliation: "انتماء", grew: "ارتفاع (باهت: قبل)", eased: "انخفاض (باهت: قبل)",
    newTie: "علاقة جديدة", newOrUnchanged: "علاقة جديدة أو بلا تغيير", goneTie: "علاقة اختفت",
    unchangedTie: "بلا تغيير",
    kinds: [
      .state: "دولة", .person: "شخص", .outlet: "وسيلة إعلام", .organization: "منظمة",
      .group: "مجموعة",
    ],
    width: "عرض الخط", omitted: "علاقات أضعف غير معروضة", halo: "الهالة: فترة 95 %",
    andAffiliates: "وآخرون", betweenActors: "بين الأطراف", betweenStates: "بين الدول",
    betweenMedia: "بين الدول ووسائل الإعلام", allLayers: "جميع المجالات", pale: "باهت",
    source: "المصدر", sources: "المصادر", claims: "الادعاءات", actors: "الأطراف",
    ties: "العلاقات", alignmentDiagram: "العلاقات", shiftDiagram: "التغيير",
    noTies: "لا توجد علاقات", more: "أخرى", belongsTo: "انتماء")

  static let hebrew = Words(
    tag: "he", isRightToLeft: true,
    months: [
      "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר",
      "נובמבר", "דצמבר",
    ],
    dateStyle: .prefixed("ב"),
    noun: Signed("מתיחות", "שיתוף פעולה"), rose: Signed("עלתה", "עלה"),
    fell: Signed("ירדה", "ירד"), gone: Signed("נעלמה", "נעלם"), unchanged: Signed("ללא שינוי"),
    new: Signed("חדשה", "חדש"), newNoun: Signed("מתיחות חדשה", "שיתוף פעולה חדש"),
    strongestNoun: Signed("המתיחות החזקה ביותר", "שיתוף הפעולה החזק ביותר"),
    solidHead: "חץ מלא", hollowHead: "חץ חלול", interpreted: "פרשנות", implied: "משתמע",
    affiliation: "שיוך", grew: "עלייה (חיוור: לפני)", eased: "ירידה (חיוור: לפני)",
    newTie: "קשר חדש", newOrUnchanged: "קשר חדש או ללא שינוי", goneTie: "קשר שנעלם",
    unchangedTie: "ללא שינוי",
    kinds: [
      .state: "מדינה", .person: "אדם", .outlet: "כלי תקשורת", .organization: "ארגון",
      .group: "קבוצה",
    ],
    width: "עובי הקו", omitted: "קשרים חלשים שאינם מוצגים", halo: "הילה: רווח 95 %",
    andAffiliates: "ואחרים", betweenActors: "בין שחקנים", betweenStates: "בין מדינות",
    betweenMedia: "בין מדינות וכלי תקשורת", allLayers: "כל התחומים", pale: "חיוור",
    source: "מקור", sources: "מקורות", claims: "טענות", actors: "שחקנים", ties: "קשרים",
    alignmentDiagram: "יחסים", shiftDiagram: "שינוי", noTies: "אין קשרים", more: "נוספים",
    belongsTo: "שיוך")
}

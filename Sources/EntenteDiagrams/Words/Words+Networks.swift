extension Words {
  /// What the legend says of two heads on one tie.
  var mutualHeads: String {
    switch tag {
    case "az": "iki ox: hər iki tərəfdən eyni"
    case "ru": "две стрелки: взаимно"
    case "tr": "iki ok: karşılıklı"
    case "hy": "երկու սլաք՝ փոխադարձ"
    case "ka": "ორი ისარი: ორმხრივი"
    case "ar": "سهمان: متبادل"
    case "he": "שני חצים: הדדי"
    default: "two heads: the same both ways"
    }
  }

  /// What the legend says of the mark of a frustrated tie.
  var againstBlocs: String {
    switch tag {
    case "az": "bloklara zidd"
    case "ru": "вопреки блокам"
    case "tr": "bloklara aykırı"
    case "hy": "դաշինքներին հակառակ"
    case "ka": "ბლოკების საწინააღმდეგოდ"
    case "ar": "بخلاف الكتلتين"
    case "he": "בניגוד לגושים"
    default: "against the blocs"
    }
  }

  /// What the legend says of actors outside of the hulls of blocs.
  var outsideBlocs: String {
    switch tag {
    case "az": "kənarda: mövqeyi qeyri-müəyyən"
    case "ru": "вне контуров: блок не определён"
    case "tr": "dışarıda: bloku belirsiz"
    case "hy": "դրսում՝ դաշինքն անորոշ է"
    case "ka": "გარეთ: ბლოკი გაურკვეველია"
    case "ar": "خارج الكتل: غير محسوم"
    case "he": "מחוץ לגושים: לא מוכרע"
    default: "outside: could be in either bloc, or has no tie"
    }
  }

  /// What the legend says of grey ties.
  var tiesOfOthers: String {
    switch tag {
    case "az": "başqalarının əlaqələri"
    case "ru": "связи остальных"
    case "tr": "diğerlerinin bağları"
    case "hy": "մյուսների կապերը"
    case "ka": "სხვების კავშირები"
    case "ar": "روابط الآخرين"
    case "he": "קשרים של אחרים"
    default: "ties of others"
    }
  }

  /// What the legend says of an actor without a tie at the date of a panel.
  var absentThen: String {
    switch tag {
    case "az": "boz, qırıq xətt: o vaxt əlaqə yoxdur"
    case "ru": "серым пунктиром: тогда связей нет"
    case "tr": "gri, kesikli: o tarihte bağ yok"
    case "hy": "մոխրագույն, գծիկներով՝ այդ օրը կապ չկա"
    case "ka": "ნაცრისფერი წყვეტილი: მაშინ კავშირი არ არის"
    case "ar": "رمادي متقطع: لا رابط حينها"
    case "he": "אפור מקווקו: אין קשר באותו מועד"
    default: "grey and dashed: no tie then"
    }
  }

  /// The name of a bloc.
  func bloc(_ letter: String) -> String {
    switch tag {
    case "az": "\(letter) bloku"
    case "ru": "Блок \(letter)"
    case "tr": "\(letter) bloku"
    case "hy": "Դաշինք \(letter)"
    case "ka": "ბლოკი \(letter)"
    case "ar": "الكتلة \(letter)"
    case "he": "גוש \(letter)"
    default: "Bloc \(letter)"
    }
  }
}

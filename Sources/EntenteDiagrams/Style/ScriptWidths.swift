/// Advance widths of DejaVu Sans for scripts that Arial's relatives lack, in thousandths of the font
/// size. DejaVu is what most Linux machines fall back on, and wider than Noto and the system fonts of
/// others, so that a text keeps within the room that is left for it.
enum ScriptWidths {
  /// Armenian, Georgian (as in books) and Hebrew letters; nil for others.
  static func width(of code: UInt32, isBold: Bool) -> Int? {
    let width: Int =
      switch code {
      case 0x531...0x58A: (isBold ? armenianBold : armenian)[Int(code - 0x531)]
      case 0x5D0...0x5EA: (isBold ? hebrewBold : hebrew)[Int(code - 0x5D0)]
      case 0x10D0...0x10FF: (isBold ? georgianBold : georgian)[Int(code - 0x10D0)]
      default: 0
      }
    return width == 0 ? nil : width
  }

  /// An Arabic letter, which is narrower where it is joined to the next.
  static func arabic(_ code: UInt32, joinsNext: Bool, isBold: Bool) -> Int? {
    guard (0x621...0x64A).contains(code) else { return nil }
    let index = Int(code - 0x621)
    let joined = (isBold ? arabicJoinedBold : arabicJoined)[index]
    if joinsNext, joined > 0 { return joined }
    let width = (isBold ? arabicBold : arabicLast)[index]
    return width == 0 ? nil : width
  }

  private static let armenian: [Int] = [
    766, 732, 753, 753, 732, 772, 640, 732, 859, 753, 691, 533, 922, 863, 732, 716, 766, 753, 767,
    792, 728, 729, 757, 732, 713, 800, 768, 792, 732, 753, 705, 694, 744, 538, 811, 757, 787, 790,
    0, 0, 307, 318, 234, 361, 238, 405, 500, 0, 974, 634, 658, 663, 634, 635, 515, 634, 738, 658,
    634, 271, 980, 623, 634, 634, 608, 634, 629, 634, 271, 634, 499, 634, 404, 974, 560, 648, 634,
    634, 974, 634, 633, 435, 974, 636, 609, 805, 812, 0, 337, 361,
  ]

  private static let armenianBold: [Int] = [
    813, 729, 728, 731, 729, 733, 652, 720, 903, 728, 666, 558, 961, 788, 713, 651, 730, 715, 704,
    780, 689, 715, 708, 731, 677, 867, 711, 780, 731, 715, 693, 666, 698, 576, 833, 698, 763, 855,
    0, 0, 330, 342, 308, 374, 313, 461, 468, 0, 938, 642, 704, 708, 642, 644, 565, 642, 756, 704,
    643, 310, 984, 638, 643, 643, 603, 643, 642, 643, 309, 643, 486, 643, 366, 938, 573, 666, 643,
    643, 934, 643, 643, 479, 934, 648, 620, 813, 812, 0, 360, 374,
  ]

  private static let hebrew: [Int] = [
    668, 578, 412, 546, 653, 272, 346, 653, 648, 224, 537, 529, 568, 664, 679, 272, 400, 649, 626,
    640, 625, 540, 593, 709, 564, 708, 657,
  ]

  private static let hebrewBold: [Int] = [
    728, 610, 447, 588, 687, 343, 400, 687, 679, 294, 578, 566, 605, 696, 724, 343, 453, 680, 666,
    675, 658, 661, 653, 736, 602, 758, 683,
  ]

  private static let georgian: [Int] = [
    508, 518, 581, 818, 508, 513, 500, 801, 518, 510, 1064, 522, 522, 786, 508, 518, 796, 522, 654,
    522, 825, 513, 786, 518, 518, 522, 571, 522, 518, 520, 522, 454, 508, 518, 508, 508, 518, 554,
    828, 552, 508, 571, 508, 448, 324, 0, 0, 0,
  ]

  private static let georgianBold: [Int] = [
    554, 563, 622, 834, 555, 564, 551, 828, 563, 556, 1074, 568, 568, 814, 554, 563, 823, 568, 700,
    591, 852, 560, 814, 563, 553, 568, 622, 568, 553, 566, 568, 540, 554, 559, 553, 554, 553, 587,
    853, 604, 563, 622, 554, 448, 324, 0, 0, 0,
  ]

  private static let arabicLast: [Int] = [
    470, 305, 305, 517, 305, 833, 305, 982, 536, 982, 982, 646, 646, 646, 525, 525, 552, 552, 1275,
    1275, 1225, 1225, 949, 949, 597, 597, 0, 0, 0, 0, 0, 293, 1037, 834, 843, 757, 666, 761, 536,
    517, 833, 833,
  ]

  private static let arabicJoined: [Int] = [
    0, 0, 0, 0, 0, 302, 0, 302, 0, 302, 302, 646, 646, 646, 0, 0, 0, 0, 892, 892, 867, 867, 820,
    820, 597, 523, 0, 0, 0, 0, 0, 0, 506, 506, 552, 331, 578, 302, 527, 0, 0, 302,
  ]

  private static let arabicBold: [Int] = [
    511, 375, 375, 627, 375, 917, 375, 1059, 606, 1059, 1059, 721, 721, 721, 578, 578, 622, 622,
    1414, 1414, 1364, 1364, 1071, 1071, 683, 683, 0, 0, 0, 0, 0, 342, 1191, 901, 931, 893, 784,
    900, 606, 627, 1012, 1012,
  ]

  private static let arabicJoinedBold: [Int] = [
    0, 0, 0, 0, 0, 408, 0, 408, 0, 408, 408, 721, 721, 721, 0, 0, 0, 0, 1018, 1018, 985, 985, 974,
    974, 683, 683, 0, 0, 0, 0, 0, 0, 720, 720, 582, 408, 670, 408, 693, 0, 0, 408,
  ]
}

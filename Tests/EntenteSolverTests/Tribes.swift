import EntenteCore

/// Alliances and enmities among sixteen tribes of the eastern central highlands of New Guinea, as
/// reported by Read 1954, Southwestern Journal of Anthropology 10(1): 1–43.
enum Tribes {
  static let names = [
    "Alika", "Asaro", "Gahuk", "Gama", "Gavev", "Geham", "Kohik", "Kotun",
    "Masil", "Nagad", "Nagam", "Notoh", "Ove", "Seuve", "Uheto", "Ukudz",
  ]

  static let allied: [(Int32, Int32)] = [
    (0, 12), (0, 15), (1, 2), (1, 5), (1, 8), (1, 15), (2, 5), (2, 8), (2, 12), (2, 15), (3, 4),
    (3, 7), (3, 9), (4, 7), (4, 9), (5, 8), (5, 15), (6, 11), (6, 14), (7, 9), (8, 10), (8, 12),
    (8, 14), (8, 15), (10, 11), (10, 13), (11, 14), (12, 15), (13, 14),
  ]

  static let hostile: [(Int32, Int32)] = [
    (0, 4), (1, 3), (1, 4), (1, 9), (1, 13), (2, 3), (2, 4), (2, 7), (2, 11), (2, 14), (3, 5),
    (3, 10), (3, 13), (3, 14), (4, 10), (4, 12), (5, 6), (5, 9), (5, 11), (5, 14), (6, 7), (6, 9),
    (7, 10), (7, 11), (7, 12), (9, 10), (9, 11), (9, 14), (13, 15),
  ]

  static func graph() throws -> SignedGraph {
    try SignedGraph(
      nodeCount: names.count,
      lines: allied.map {
        SignedGraph.Line(first: $0.0, second: $0.1, positive: 1, negative: 0)
      }
        + hostile.map {
          SignedGraph.Line(first: $0.0, second: $0.1, positive: 0, negative: 1)
        })
  }
}

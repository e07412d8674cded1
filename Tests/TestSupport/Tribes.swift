import EntenteCore

/// Alliances (rova) and enmities (hina) among sixteen sub-tribes of the Gahuku-Gama in the highlands
/// of New Guinea, as Kenneth Read recorded them: 58 ties, 29 of each kind.
///
/// Source of the facts: Read 1954, Cultures of the Central Highlands, New Guinea, Southwestern Journal
/// of Anthropology 10(1), 1–43, doi:10.1086/soutjanth.10.1.3629074.
public enum Tribes {
  /// The tribes, in alphabetical order, which is the order of their ids.
  public static let names = [
    "Alika", "Asaro", "Gahuk", "Gama", "Gavev", "Geham", "Kohik", "Kotun", "Masil", "Nagad",
    "Nagam", "Notoh", "Ove", "Seuve", "Uheto", "Ukudz",
  ]

  /// Each tribe with its allies that come after it.
  private static let alliances = [
    ("Alika", "Ove Ukudz"),
    ("Asaro", "Gahuk Geham Masil Ukudz"),
    ("Gahuk", "Geham Masil Ove Ukudz"),
    ("Gama", "Gavev Kotun Nagad"),
    ("Gavev", "Kotun Nagad"),
    ("Geham", "Masil Ukudz"),
    ("Kohik", "Notoh Uheto"),
    ("Kotun", "Nagad"),
    ("Masil", "Nagam Ove Uheto Ukudz"),
    ("Nagam", "Notoh Seuve"),
    ("Notoh", "Uheto"),
    ("Ove", "Ukudz"),
    ("Seuve", "Uheto"),
  ]

  /// Each tribe with its enemies that come after it.
  private static let enmities = [
    ("Alika", "Gavev"),
    ("Asaro", "Gama Gavev Nagad Seuve"),
    ("Gahuk", "Gama Gavev Kotun Notoh Uheto"),
    ("Gama", "Geham Nagam Seuve Uheto"),
    ("Gavev", "Nagam Ove"),
    ("Geham", "Kohik Nagad Notoh Uheto"),
    ("Kohik", "Kotun Nagad"),
    ("Kotun", "Nagam Notoh Ove"),
    ("Nagad", "Nagam Notoh Uheto"),
    ("Seuve", "Ukudz"),
  ]

  /// The ties, each given once, from the tribe that comes first to the other; 1 or −1.
  public static var edges: [RelationGraph.Edge] {
    let ids = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    var result: [RelationGraph.Edge] = []
    for (list, net) in [(alliances, 1.0), (enmities, -1.0)] {
      for (first, others) in list {
        for second in others.split(separator: " ") {
          if let source = ids[first], let target = ids[String(second)] {
            result.append(RelationGraph.Edge(source: source, target: target, net: net))
          }
        }
      }
    }
    return result
  }

  /// The ties as a graph with one direction for each pair.
  public static func graph() throws -> RelationGraph {
    try RelationGraph(nodeCount: names.count, edges: edges)
  }
}

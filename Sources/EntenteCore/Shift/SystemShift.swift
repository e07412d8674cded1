/// What changed between two snapshots about the system as a whole.
///
/// - Totals and means over directed ties; ``Gini`` of their tension; ``Polarization``; the triangle
///   index of balance; ``LaplacianSpectrum`` distances and ``DeltaCon`` similarities.
/// - Direction, weight, sign: as each of these says.
/// - What a graph has no answer for is nil: the Gini coefficient without tension, polarization of
///   fewer than two pairs, balance without triangles, a spectral distance from a side without ties.
public struct SystemShift: Sendable, Hashable {
  /// One side.
  public struct State: Sendable, Hashable {
    /// How many directed ties there are.
    public let ties: Int
    /// How many actors have one.
    public let actors: Int
    /// Σ tension.
    public let tension: Double
    /// Σ accord.
    public let accord: Double
    /// How concentrated tension is on few ties, 0…1.
    public let concentration: Double?
    /// The variance of agreement over pairs, 0…1.
    public let polarization: Double?
    /// The share of triangles that are balanced, 0…1, with the two directions of a pair added up.
    public let balance: Double?

    /// Tension a tie, or nil without ties.
    public var meanTension: Double? { ties > 0 ? tension / Double(ties) : nil }
    /// Accord a tie, or nil without ties.
    public var meanAccord: Double? { ties > 0 ? accord / Double(ties) : nil }
    /// Σ net.
    public var net: Double { accord - tension }

    /// The state of a graph.
    public init(_ graph: RelationGraph) {
      ties = graph.tieCount
      actors = (0..<Int32(clamping: graph.nodeCount)).count {
        !graph.ties(from: $0).isEmpty || !graph.arrivals(at: $0).isEmpty
      }
      tension = graph.tension.reduce(0, +)
      accord = graph.accord.reduce(0, +)
      concentration = Gini.coefficient(graph.tension)
      polarization = Polarization.variance(graph)
      // Sums of bounded ties do not overflow; where unbounded ones do, there is no balance to tell.
      balance = (try? SignedTies(graph))?.triadCensus().triangleIndex().value
    }
  }

  /// The earlier side.
  public let before: State
  /// The later side.
  public let after: State
  /// How far the spectra of tension point apart, 0…1.
  public let tensionSpectrum: Double?
  /// How far the spectra of accord point apart, 0…1.
  public let accordSpectrum: Double?
  /// How far the signed spectra of the net point apart, 0…1.
  public let netSpectrum: Double?
  /// DeltaCon similarity of the graphs of tension, above 0 and up to 1; nil for very large graphs.
  public let tensionSimilarity: Double?
  /// DeltaCon similarity of the graphs of accord, above 0 and up to 1; nil for very large graphs.
  public let accordSimilarity: Double?
  /// In words made from the numbers, and from nothing else: what happened to tension and accord,
  /// which tie moved most, and what else of the system changed.
  public let verdict: String

  /// The system's part of a shift.
  ///
  /// - Complexity: O(actors³) through the spectra.
  public init(_ shift: Shift) {
    let graphs = (shift.before.graph, shift.after.graph)
    before = State(graphs.0)
    after = State(graphs.1)
    func spectrum(_ aspect: TieAspect) -> Double? {
      guard let old = try? LaplacianSpectrum(graphs.0, aspect),
        let new = try? LaplacianSpectrum(graphs.1, aspect)
      else { return nil }
      return old.distance(to: new)
    }
    tensionSpectrum = spectrum(.tension)
    accordSpectrum = spectrum(.accord)
    netSpectrum = spectrum(.net)
    tensionSimilarity = (try? DeltaCon(graphs.0, graphs.1, .tension))?.similarity
    accordSimilarity = (try? DeltaCon(graphs.0, graphs.1, .accord))?.similarity
    verdict = Verdict(shift, before, after).text
  }
}

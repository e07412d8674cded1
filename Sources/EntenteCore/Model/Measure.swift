/// One measure as the catalog describes it, and how to compute it with its defaults.
///
/// The texts are what a reader needs before trusting a number: they are printed as they stand.
public struct Measure: Sendable, Identifiable {
  /// The name on the command line, in lower case with hyphens.
  public let name: String
  /// The name in prose.
  public let title: String
  /// The definition, in one or two sentences.
  public let definition: String
  /// What the measure does with the direction of ties.
  public let direction: String
  /// What the measure does with the weight of ties.
  public let weight: String
  /// What the measure does with negative ties, or that it refuses them.
  public let sign: String
  /// The aspect of the ties that the measure reads unless told otherwise; nil where it reads
  /// tension and accord apart.
  public let defaultAspect: TieAspect?
  /// The aspects that the measure accepts. `net` in a measure for weights of at least 0 means that
  /// the graph is accepted while none of its ties is negative.
  public let acceptedAspects: [TieAspect]
  /// The values that the measure can take.
  public let range: String
  /// Time and memory, in actors n and ties m.
  public let complexity: String
  /// Where the measure was published.
  public let references: [Reference]
  /// What each value belongs to.
  public let scope: Scope
  /// Computes the measure; nil where it needs more than a graph and an aspect.
  public let compute: Computation?

  /// A publication.
  public struct Reference: Sendable, Hashable {
    /// Authors, year, title and place.
    public let text: String
    /// The digital object identifier, without a resolver in front.
    public let doi: String?

    /// A publication with its DOI, if it has one.
    public init(_ text: String, doi: String? = nil) {
      self.text = text
      self.doi = doi
    }
  }

  /// What a value belongs to.
  public enum Scope: String, Sendable, CaseIterable {
    /// A value for each actor.
    case actor
    /// A value for each tie.
    case tie
    /// One value, or a fixed list of them, for the whole graph.
    case system
  }

  /// One column of values: for each actor, for each tie, or a single one. A missing value is one
  /// that the definition leaves open, such as the constraint of an actor without ties.
  public struct Column: Sendable, Hashable {
    /// The name of the column; the name of the measure where there is only one.
    public let name: String
    /// The values, aligned to dense ids.
    public let values: [Double?]

    /// A column in which every value is defined.
    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }

    /// A column in which some values may be undefined.
    public init(_ name: String, optional values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// Computes the columns of a measure on one aspect of a graph.
  ///
  /// `partition` holds a bloc (or state) for each actor and is needed by measures of brokerage.
  public typealias Computation =
    @Sendable (
      _ graph: RelationGraph, _ aspect: TieAspect, _ partition: [Int32]?, _ control: RunControl
    ) throws(MeasureError) -> [Column]

  /// The name.
  public var id: String { name }

  /// A measure with its description.
  public init(
    name: String,
    title: String,
    definition: String,
    direction: String,
    weight: String,
    sign: String,
    defaultAspect: TieAspect?,
    acceptedAspects: [TieAspect],
    range: String,
    complexity: String,
    references: [Reference],
    scope: Scope = .actor,
    compute: Computation? = nil
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.direction = direction
    self.weight = weight
    self.sign = sign
    self.defaultAspect = defaultAspect
    self.acceptedAspects = acceptedAspects
    self.range = range
    self.complexity = complexity
    self.references = references
    self.scope = scope
    self.compute = compute
  }

  /// Computes the measure on an aspect, by default its own, after checking that it accepts it.
  ///
  /// - Parameters:
  ///   - graph: the relations.
  ///   - aspect: the intensity to read; nil for ``defaultAspect``.
  ///   - partition: the bloc or state of each actor, where the measure needs one.
  ///   - control: threads, cancellation and progress.
  /// - Throws: ``MeasureError/aspectRefused(measure:aspect:accepted:)`` and whatever the measure
  ///   itself refuses.
  public func columns(
    of graph: RelationGraph,
    on aspect: TieAspect? = nil,
    partition: [Int32]? = nil,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Column] {
    guard let compute else {
      throw .undefined(measure: name, reason: "it needs more than a graph; call it directly")
    }
    let chosen = aspect ?? defaultAspect ?? .net
    guard acceptedAspects.isEmpty || acceptedAspects.contains(chosen) else {
      throw .aspectRefused(measure: name, aspect: chosen, accepted: acceptedAspects)
    }
    let columns = try compute(graph, chosen, partition, control)
    // Weights are finite, so this takes some near 10³⁰⁸; nothing that is not a number is passed on.
    for column in columns where column.values.contains(where: { $0?.isFinite == false }) {
      throw .weightOverflow(measure: name)
    }
    return columns
  }
}

/// How far the connected components of a signed graph are from balance, by the smallest eigenvalue
/// of the signed Laplacian.
public struct AlgebraicConflict: Sendable, Hashable {
  /// One connected component of two actors or more.
  public struct Component: Sendable, Hashable {
    /// The actors, ascending.
    public let actors: [Int32]
    /// The smallest eigenvalue, at least 0, and exactly 0 if the component is balanced.
    public let conflict: Double
    /// A bound on the distance from `conflict` to an eigenvalue; 0 where all eigenvalues were
    /// computed or the component is balanced.
    public let residual: Double
    /// Whether the component is balanced.
    public var isBalanced: Bool { conflict == 0 }
    /// Conflict times actors over 4: the weight of ties that has to change for balance is never
    /// less (up to rounding).
    public var frustrationFloor: Double { conflict * Double(actors.count) / 4 }
  }

  /// The components of two actors or more, in the order of their lowest actor.
  public let components: [Component]

  /// The smallest eigenvalue over all components of two actors or more: 0 as soon as one of them is
  /// balanced, so look at ``components`` when there are several. Undefined without ties.
  public var smallest: Measured {
    guard let least = components.map(\.conflict).min() else { return .undefined(.noTies) }
    return .value(least)
  }

  /// The floors of all components added up: a lower bound on the frustration index.
  public var frustrationFloor: Double { components.reduce(0) { $0 + $1.frustrationFloor } }
}

extension SignedTies {
  /// The smallest eigenvalue of the signed Laplacian of each connected component.
  ///
  /// The signed Laplacian has the sum of an actor's absolute ties on the diagonal and minus the tie
  /// elsewhere. Its smallest eigenvalue is 0 if the component is balanced, and grows with the share
  /// of ties that stand in the way of balance.
  ///
  /// - Direction: joined by ``SignedTies``.
  /// - Weight: by default only the sign counts (±1); with `.weights` the joined net, and the value is
  ///   on its scale.
  /// - Sign: kept, and switching all ties of an actor changes nothing. Balance is decided exactly,
  ///   by dividing the actors into two sides, not by a small eigenvalue.
  ///
  /// ```swift
  /// let conflict = try SignedTies(graph).algebraicConflict()
  /// for part in conflict.components { print(part.actors.count, part.conflict) }
  /// ```
  ///
  /// - Parameters:
  ///   - weighting: signs (default) or weights.
  ///   - denseLimit: up to so many actors a component gets all its eigenvalues; above, the Lanczos
  ///     process finds the smallest.
  ///   - iterations: the most products of the Lanczos process.
  ///   - seed: of its random start vector.
  ///   - control: cancellation.
  /// - Returns: each component's smallest eigenvalue, from 0 to its average absolute strength; no
  ///   components for a graph without ties.
  /// - Throws: ``BalanceError/eigenvalues(_:)`` with residual and iterations.
  /// - Complexity: O(c³) for components up to the limit, O(iterations · ties) above.
  ///
  /// Reference: Kunegis et al. 2010, doi:10.1137/1.9781611972801.49.
  public func algebraicConflict(
    _ weighting: TieWeighting = .signs, denseLimit: Int = 300, iterations: Int = 3_000,
    seed: UInt64 = 1, control: RunControl = .standard
  ) throws(BalanceError) -> AlgebraicConflict {
    let (components, balanced, places) = tiedComponents()
    let laplacian = SignedOperator(adjacency: self, weighting).laplacian
    var result: [AlgebraicConflict.Component] = []
    for (actors, isBalanced) in zip(components, balanced) {
      var conflict = 0.0
      var residual = 0.0
      if !isBalanced {
        let block = laplacian.restricted(to: actors, places: places)
        do throws(EigenError) {
          if actors.count <= denseLimit {
            let eigen = try SymmetricEigen(
              matrix: block.dense, order: actors.count, vectors: false, control: control)
            conflict = eigen.values[0]
          } else {
            let found = try Lanczos.smallestEigenvalue(
              of: block, tolerance: 1e-9, limit: iterations, seed: seed, control: control)
            conflict = found.value
            residual = found.residual * laplacian.unit
          }
        } catch {
          throw BalanceError(error)
        }
        // Not balanced, so above 0, however small: rounding must not say otherwise.
        conflict = min(
          max(conflict * laplacian.unit, Double.leastNormalMagnitude),
          Double.greatestFiniteMagnitude)
      }
      result.append(
        AlgebraicConflict.Component(actors: actors, conflict: conflict, residual: residual))
    }
    return AlgebraicConflict(components: result)
  }
}

extension MeasureCatalog {
  /// Distance from balance by an eigenvalue.
  public static let algebraicConflict = Measure(
    name: "algebraic-conflict", title: "Algebraic conflict",
    definition:
      "The smallest eigenvalue of the signed Laplacian of a connected component: 0 if the component is balanced, larger the more ties stand in the way.",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "only the sign counts, or the weight on request",
    sign:
      "kept: negative ties enter the Laplacian with a plus sign",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "0 to the mean absolute degree; the smallest over all components with ties",
    complexity: "time O(c^3) up to 300 actors in a component, O(iterations x m) above",
    references: [
      .init(
        "Kunegis et al. 2010, Spectral analysis of signed graphs for clustering, prediction and visualization, SIAM International Conference on Data Mining",
        doi: "10.1137/1.9781611972801.49")
    ], scope: .system,
    compute: { graph, _, _, control throws(MeasureError) in
      let ties = try signedTies(graph, for: "algebraic-conflict")
      let conflict = try answer(for: "algebraic-conflict") { () throws(BalanceError) in
        try ties.algebraicConflict(control: control)
      }
      return [try column("algebraic-conflict", conflict.smallest)]
    })
}

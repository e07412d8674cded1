import RealModule

extension SignedTies {
  /// How balanced the graph is when closed walks of every length count, shorter ones more.
  ///
  /// A closed walk is positive if it passes an even number of negative ties. The measure is
  /// `tr exp(βA) / tr exp(β|A|)`: positive minus negative closed walks over all closed walks, where a
  /// walk of length k counts βᵏ/k!. `A` is the signed adjacency matrix, `|A|` the same without signs.
  /// This is the exact value, from all eigenvalues; ``estimatedWalkBalance(_:inverseTemperature:probes:steps:pairs:tolerance:seed:control:)``
  /// is for graphs too large for it.
  ///
  /// - Direction: joined by ``SignedTies``.
  /// - Weight: by default only the sign counts (±1); with `.weights` the joined net. On the −10…10
  ///   scale long walks then outweigh everything and the value is close to 0 for any unbalanced
  ///   graph: lower β to compensate.
  /// - Sign: kept, and switching all ties of an actor changes nothing.
  ///
  /// ```swift
  /// let balance = try SignedTies(graph).walkBalance().value ?? .nan  // an odd cycle lowers it
  /// ```
  ///
  /// - Parameters:
  ///   - weighting: signs (default) or weights.
  ///   - inverseTemperature: β > 0, without unit; 1 by default. Larger values give long walks more
  ///     say.
  ///   - largestComponent: the most actors in one connected component, 4,000 by default.
  ///   - control: cancellation.
  /// - Returns: 0 to 1, and exactly 1 for a balanced graph and for one without ties. An unbalanced
  ///   graph is below 1 and above 0 unless the difference is too small for a number. Undefined without
  ///   actors.
  /// - Throws: ``BalanceError``: β not usable, a component too large, eigenvalues not found.
  /// - Complexity: O(Σ c³) time and O(c²) memory for components of c actors.
  ///
  /// Reference: Estrada & Benzi 2014, doi:10.1103/PhysRevE.90.042802.
  public func walkBalance(
    _ weighting: TieWeighting = .signs, inverseTemperature: Double = 1,
    largestComponent: Int = 4_000, control: RunControl = .standard
  ) throws(BalanceError) -> Measured {
    guard nodeCount > 0 else { return .undefined(.noActors) }
    let spectra = try walkSpectra(
      weighting, inverseTemperature, largestComponent, vectors: false, control)
    guard !spectra.components.isEmpty else { return .value(1) }
    var signed = 0.0
    var all = 0.0
    for (_, own, unsigned, _) in spectra.components {
      for value in own.values { signed += spectra.weight(value) }
      for value in unsigned.values { all += spectra.weight(value) }
    }
    let isolated = nodeCount - spectra.components.reduce(0) { $0 + $1.actors.count }
    let rest = Double(isolated) * spectra.weight(0)
    return .value(spectra.bounded(signed + rest, all + rest))
  }

  /// How balanced the closed walks through each actor are.
  ///
  /// The same ratio as ``walkBalance(_:inverseTemperature:largestComponent:control:)`` for the walks that
  /// begin and end at one actor: `exp(βA)ᵢᵢ / exp(β|A|)ᵢᵢ`. Direction, weight, sign, parameters and
  /// errors are the same too.
  ///
  /// - Returns: for each actor above 0, to 1; 1 for an isolated actor.
  /// - Complexity: O(Σ c³) time and O(c²) memory for components of c actors.
  ///
  /// Reference: Estrada & Benzi 2014, doi:10.1103/PhysRevE.90.042802.
  public func actorWalkBalance(
    _ weighting: TieWeighting = .signs, inverseTemperature: Double = 1,
    largestComponent: Int = 4_000, control: RunControl = .standard
  ) throws(BalanceError) -> [Double] {
    var result = [Double](repeating: 1, count: nodeCount)
    let spectra = try walkSpectra(
      weighting, inverseTemperature, largestComponent, vectors: true, control)
    for (actors, own, unsigned, balanced) in spectra.components where !balanced {
      // Each component has its own shift here: its actors are compared with nobody else.
      let top = unsigned.values.last ?? 0
      for (place, actor) in actors.enumerated() {
        var signed = 0.0
        var all = 0.0
        for rank in actors.indices {
          let mine = own.vector(rank, at: place)
          let theirs = unsigned.vector(rank, at: place)
          signed += mine * mine * spectra.weight(own.values[rank], below: top)
          all += theirs * theirs * spectra.weight(unsigned.values[rank], below: top)
        }
        result[Int(actor)] = spectra.bounded(signed, all)
      }
    }
    return result
  }

  private func walkSpectra(
    _ weighting: TieWeighting, _ inverseTemperature: Double, _ largestComponent: Int, vectors: Bool,
    _ control: RunControl
  ) throws(BalanceError) -> WalkSpectra {
    guard inverseTemperature > 0, inverseTemperature.isFinite else {
      throw .unusableInverseTemperature(inverseTemperature)
    }
    let (components, balanced, places) = tiedComponents()
    if let tooLarge = components.first(where: { $0.count > largestComponent }) {
      throw .tooManyActors(tooLarge.count, limit: largestComponent)
    }
    let adjacency = SignedOperator(adjacency: self, weighting)
    var spectra = WalkSpectra(
      factor: min(inverseTemperature * adjacency.unit, Double.greatestFiniteMagnitude))
    for (actors, isBalanced) in zip(components, balanced) {
      let block = adjacency.restricted(to: actors, places: places)
      do throws(EigenError) {
        let unsigned = try SymmetricEigen(
          matrix: block.unsigned.dense, order: actors.count, vectors: vectors, control: control)
        // A balanced component has the spectrum of the unsigned one, without rounding between them.
        let own =
          isBalanced
          ? unsigned
          : try SymmetricEigen(
            matrix: block.dense, order: actors.count, vectors: vectors, control: control)
        spectra.top = max(spectra.top, unsigned.values.last ?? 0)
        spectra.components.append((actors, own, unsigned, isBalanced))
      } catch {
        throw BalanceError(error)
      }
    }
    return spectra
  }
}

/// The eigenvalues of all components, signed and unsigned, and how to weigh them.
private struct WalkSpectra {
  /// β times what the matrix was divided by.
  let factor: Double
  /// The largest eigenvalue of all.
  var top = 0.0
  var components:
    [(actors: [Int32], own: SymmetricEigen, unsigned: SymmetricEigen, balanced: Bool)] = []

  /// exp(β(value − top)): the common factor exp(β·top) cancels in the ratio and would overflow.
  func weight(_ value: Double) -> Double { weight(value, below: top) }

  func weight(_ value: Double, below top: Double) -> Double {
    .exp(min(0, factor * (value - top)))
  }

  /// The ratio, kept inside its mathematical range when rounding leaves it by a hair.
  func bounded(_ signed: Double, _ all: Double) -> Double { min(1, max(0, signed / all)) }
}

extension MeasureCatalog {
  /// Balance of closed walks of every length.
  public static let walkBalance = Measure(
    name: "walk-balance", title: "Walk-based balance",
    definition:
      "Positive minus negative closed walks over all closed walks, a walk of k ties counting 1/k!: trace of exp(A) over trace of exp(|A|).",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "only the sign counts, or the weight on request",
    sign:
      "kept: a walk is negative if it passes an odd number of negative ties",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "0 to 1; 1 for a balanced graph",
    complexity: "time O(c^3), memory O(c^2) for components of c actors, up to 4,000",
    references: [
      .init(
        "Estrada & Benzi 2014, Walk-based measure of balance in signed networks, Physical Review E 90",
        doi: "10.1103/PhysRevE.90.042802")
    ], scope: .system,
    compute: { graph, _, _, control throws(MeasureError) in
      let ties = try signedTies(graph, for: "walk-balance")
      let balance = try answer(for: "walk-balance") { () throws(BalanceError) in
        try ties.walkBalance(control: control)
      }
      return [try column("walk-balance", balance)]
    })
}

import RealModule

/// An estimate of the walk-based balance of a large graph, with its standard error.
public struct WalkBalanceEstimate: Sendable, Hashable {
  /// The estimate, 0 to 1.
  public let value: Double
  /// The standard error that the random probes leave; 0 if none were needed.
  public let standardError: Double
  /// How many random probes were used.
  public let probes: Int
  /// The seed that gives these probes again.
  public let seed: UInt64
}

extension SignedTies {
  /// Estimates the walk-based balance of a graph that is too large for the exact value.
  ///
  /// What is estimated, and how direction, weight and sign count, is said at
  /// ``walkBalance(_:inverseTemperature:largestComponent:control:)``. The largest eigenvalues of both matrices, which
  /// carry most of the traces, are computed to rounding error by a restarted Lanczos process; the
  /// trace of what is left is estimated by stochastic Lanczos quadrature: random ±1 vectors, the same
  /// ones for both matrices, made orthogonal to the eigenvectors already counted.
  ///
  /// ```swift
  /// let estimate = try SignedTies(graph).estimatedWalkBalance(seed: 7)
  /// print(estimate.value, "±", 2 * estimate.standardError)
  /// ```
  ///
  /// - Parameters:
  ///   - weighting: signs (default) or weights.
  ///   - inverseTemperature: β > 0, without unit; 1 by default.
  ///   - probes: the most random vectors, 2 or more; the standard error falls with the square root.
  ///   - steps: the most products with each matrix for one probe, 1 or more.
  ///   - pairs: how many of the largest eigenvalues are taken out first, 0 or more.
  ///   - tolerance: no more probes are drawn, after the first eight, once the standard error is at most
  ///     this part of the estimate; 0 to draw them all.
  ///   - seed: of the random vectors; the same seed gives the same bytes.
  ///   - control: cancellation and progress.
  /// - Returns: the estimate, 0 to 1, and its standard error. For no more actors than `pairs`, and
  ///   for a balanced graph, nothing is random and the standard error is 0.
  /// - Throws: ``BalanceError``: a parameter out of range, or eigenvalues not found.
  /// - Complexity: O((probes · steps + restarts) · (actors + ties)) time; memory of
  ///   (2 · pairs + 24) numbers an actor.
  ///
  /// References: Estrada & Benzi 2014, doi:10.1103/PhysRevE.90.042802; Ubaru, Chen & Saad 2017,
  /// doi:10.1137/16M1104974 (the quadrature).
  public func estimatedWalkBalance(
    _ weighting: TieWeighting = .signs, inverseTemperature: Double = 1, probes: Int = 64,
    steps: Int = 40, pairs: Int = 12, tolerance: Double = 1e-3,
    seed: UInt64 = 1,
    control: RunControl = .standard
  ) throws(BalanceError) -> WalkBalanceEstimate {
    guard inverseTemperature > 0, inverseTemperature.isFinite else {
      throw .unusableInverseTemperature(inverseTemperature)
    }
    guard probes >= 2, steps >= 1, pairs >= 0 else {
      throw .unusableEffort(probes: probes, steps: steps)
    }
    if isBalanced { return WalkBalanceEstimate(value: 1, standardError: 0, probes: 0, seed: seed) }
    let signed = SignedOperator(adjacency: self, weighting)
    let factor = min(inverseTemperature * signed.unit, Double.greatestFiniteMagnitude)
    do throws(EigenError) {
      return try estimate(
        signed, factor: factor, probes, steps, min(pairs, nodeCount), tolerance, seed,
        control)
    } catch {
      throw BalanceError(error)
    }
  }

  private func estimate(
    _ signed: SignedOperator, factor: Double, _ probes: Int, _ steps: Int, _ pairs: Int,
    _ tolerance: Double, _ seed: UInt64, _ control: RunControl
  ) throws(EigenError) -> WalkBalanceEstimate {
    let unsigned = signed.unsigned
    // One pair at least: the largest eigenvalue of all is the common shift of the exponents.
    let top = try ThickRestartLanczos(
      of: unsigned, count: max(1, pairs), seed: seed, control: control)
    let shift = top.values[0]
    let both = [
      try ThickRestartLanczos(of: signed, count: max(1, pairs), seed: seed, control: control), top,
    ]
    let operators = [signed, unsigned]
    let weigh = { (value: Double) in Double.exp(min(0, factor * (value - shift))) }
    let certain = both.map { spectrum in
      pairs == 0 ? 0 : spectrum.values.reduce(0) { $0 + weigh($1) }
    }
    var ratio = WalkRatio(signed: certain[0], all: certain[1])
    let samples = pairs >= nodeCount ? 0 : probes
    var generator = SeededGenerator(seed: seed)
    for sample in 0..<samples {
      if control.isCancelled() { throw .cancelled }
      control.progress?(Double(sample) / Double(samples))
      let probe = (0..<nodeCount).map { _ in generator.next() >> 63 == 0 ? 1.0 : -1.0 }
      var traces = [0.0, 0.0]
      for which in 0..<2 {
        var vector = probe
        if pairs > 0 { both[which].remove(from: &vector) }
        let square = innerProduct(vector, vector)
        guard square > 0 else { continue }
        var run = Lanczos(start: vector)
        for _ in 0..<steps where !run.step(operators[which]) { break }
        traces[which] = try run.quadrature().reduce(0) { $0 + $1.weight * weigh($1.node) } * square
      }
      ratio.add(traces[0], traces[1])
      if ratio.count >= 8, ratio.standardError <= tolerance * ratio.value { break }
    }
    return WalkBalanceEstimate(
      value: ratio.value, standardError: ratio.standardError, probes: ratio.count, seed: seed)
  }
}

/// The ratio of two traces, each a certain part and a mean over probes.
private struct WalkRatio {
  let signed: Double
  let all: Double
  private var drawn: [(signed: Double, all: Double)] = []

  init(signed: Double, all: Double) {
    self.signed = signed
    self.all = all
  }

  var count: Int { drawn.count }

  mutating func add(_ signed: Double, _ all: Double) { drawn.append((signed, all)) }

  private var means: (signed: Double, all: Double) {
    guard !drawn.isEmpty else { return (0, 0) }
    let sums = drawn.reduce((0.0, 0.0)) { ($0.0 + $1.signed, $0.1 + $1.all) }
    return (sums.0 / Double(drawn.count), sums.1 / Double(drawn.count))
  }

  var value: Double { min(1, max(0, (signed + means.signed) / (all + means.all))) }

  /// The error of a ratio of means, to first order; 0 if nothing was random.
  var standardError: Double {
    guard drawn.count > 1 else { return 0 }
    let (means, ratio) = (means, value)
    var square = 0.0
    for (own, other) in drawn {
      let off = own - means.signed - ratio * (other - means.all)
      square += off * off
    }
    return (square / Double(drawn.count * (drawn.count - 1))).squareRoot() / (all + means.all)
  }
}

extension MeasureCatalog {
  /// Balance of closed walks in a large graph.
  public static let walkBalanceEstimate = Measure(
    name: "walk-balance-estimate", title: "Walk-based balance, estimated",
    definition:
      "The walk-based balance of a graph too large for its exact value: leading eigenvalues by a Lanczos process, the rest by random probes, with a standard error.",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "only the sign counts, or the weight on request",
    sign:
      "kept, as in walk-balance",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "0 to 1, with a standard error",
    complexity: "time O((probes x steps)(n + m)), memory O(n + m)",
    references: [
      .init(
        "Estrada & Benzi 2014, Walk-based measure of balance in signed networks, Physical Review E 90",
        doi: "10.1103/PhysRevE.90.042802"),
      .init(
        "Ubaru, Chen & Saad 2017, Fast estimation of tr(f(A)) via stochastic Lanczos quadrature, SIAM Journal on Matrix Analysis and Applications 38",
        doi: "10.1137/16M1104974"),
    ], scope: .system,
    compute: { graph, _, _, control throws(MeasureError) in
      let ties = try signedTies(graph, for: "walk-balance-estimate")
      let estimate = try answer(for: "walk-balance-estimate") { () throws(BalanceError) in
        try ties.estimatedWalkBalance(control: control)
      }
      return [
        .init("walk-balance-estimate", [estimate.value]),
        .init("standard-error", [estimate.standardError]),
      ]
    })
}

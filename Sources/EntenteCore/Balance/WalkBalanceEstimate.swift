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
  /// ``walkBalance(_:inverseTemperature:largestComponent:)``. The largest eigenvalues of both matrices, which
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
  ///   - probes: how many random vectors, 2 or more; the standard error falls with the square root.
  ///   - steps: the most products with each matrix for one probe, 1 or more.
  ///   - pairs: how many of the largest eigenvalues are taken out first, 0 or more.
  ///   - seed: of the random vectors; the same seed gives the same bytes.
  /// - Returns: the estimate, 0 to 1, and its standard error. For no more actors than `pairs`, and
  ///   for a balanced graph, nothing is random and the standard error is 0.
  /// - Throws: ``BalanceError``: a parameter out of range, or eigenvalues not found.
  /// - Complexity: O((probes · steps + restarts) · (actors + ties)) time; memory of
  ///   (2 · pairs + 24) numbers an actor.
  ///
  /// References: Estrada & Benzi 2014, doi:10.1103/PhysRevE.90.042802; Ubaru, Chen & Saad 2017,
  /// doi:10.1137/16M1104974 (the quadrature).
  public func estimatedWalkBalance(
    _ weighting: TieWeighting = .signs, inverseTemperature: Double = 1, probes: Int = 48,
    steps: Int = 40, pairs: Int = 12, seed: UInt64 = 1
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
      return try estimate(signed, factor: factor, probes, steps, min(pairs, nodeCount), seed)
    } catch {
      throw .eigenvalues(error)
    }
  }

  private func estimate(
    _ signed: SignedOperator, factor: Double, _ probes: Int, _ steps: Int, _ pairs: Int,
    _ seed: UInt64
  ) throws(EigenError) -> WalkBalanceEstimate {
    let unsigned = signed.unsigned
    // One pair at least: the largest eigenvalue of all is the common shift of the exponents.
    let top = try ThickRestartLanczos(of: unsigned, count: max(1, pairs), seed: seed)
    let shift = top.values[0]
    let both = [
      try ThickRestartLanczos(of: signed, count: max(1, pairs), seed: seed), top,
    ]
    let operators = [signed, unsigned]
    let weigh = { (value: Double) in Double.exp(min(0, factor * (value - shift))) }
    let certain = both.map { spectrum in
      pairs == 0 ? 0 : spectrum.values.reduce(0) { $0 + weigh($1) }
    }
    let samples = pairs >= nodeCount ? 0 : probes
    var drawn = [[Double]](repeating: [], count: 2)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<samples {
      let probe = (0..<nodeCount).map { _ in generator.next() >> 63 == 0 ? 1.0 : -1.0 }
      for which in 0..<2 {
        var vector = probe
        if pairs > 0 { both[which].remove(from: &vector) }
        let square = vector.reduce(0) { $0 + $1 * $1 }
        guard square > 0 else {
          drawn[which].append(0)
          continue
        }
        var run = Lanczos(start: vector)
        for _ in 0..<steps where !run.step(operators[which]) { break }
        drawn[which].append(
          try run.quadrature().reduce(0) { $0 + $1.weight * weigh($1.node) } * square)
      }
    }
    let count = Double(max(samples, 1))
    let mean = drawn.map { $0.reduce(0, +) / count }
    let all = certain[1] + mean[1]
    let ratio = min(1, max(0, (certain[0] + mean[0]) / all))
    // The error of a ratio of means, to first order.
    var square = 0.0
    for (own, other) in zip(drawn[0], drawn[1]) {
      let off = own - mean[0] - ratio * (other - mean[1])
      square += off * off
    }
    let error = samples > 1 ? (square / (count * (count - 1))).squareRoot() / all : 0
    return WalkBalanceEstimate(value: ratio, standardError: error, probes: samples, seed: seed)
  }
}

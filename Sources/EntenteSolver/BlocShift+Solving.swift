import EntenteCore

extension KnownBlocs {
  /// The state of a signed graph: by enumeration where it is small, by the solver otherwise.
  ///
  /// - Parameters:
  ///   - graph: the lines.
  ///   - limits: when to stop without a proof; the index, the optima and the fitting number of blocs
  ///     share the time.
  ///   - most: how many best divisions to collect, at least 1.
  /// - Throws: ``SolverError/libraryMissing(reason:)`` where CLP is needed and not there.
  /// - Complexity: exponential in the worst case; the limits hold in any case.
  public init(
    solving graph: SignedTies, limits: SolverLimits = SolverLimits(), most: Int = 100
  ) throws(SolverError) {
    if let small = KnownBlocs(enumerating: graph, most: most) {
      self = small
      return
    }
    let deadline = limits.time.map { ContinuousClock.now.advanced(by: $0) }
    var left = limits
    func updateTime() {
      left.time = deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
    }
    let optima = try graph.optimalPartitions(most: most, limits: limits)
    let certificate = optima.certificate
    var fit: Fit?
    if certificate.isOptimal {
      updateTime()
      fit = try Self.fit(graph) { count throws(SolverError) in
        updateTime()
        return try graph.lineIndex(blocs: count, limits: left)
      }
    }
    self.init(
      graph, divisions: optima.partitions, isComplete: optima.isComplete,
      index: min(certificate.lower, certificate.upper)...certificate.upper,
      isProven: certificate.isOptimal, fit: fit)
  }

  /// The least number of blocs that pays as little as any number, or nil where it is not proven.
  private static func fit(
    _ graph: SignedTies, _ solve: (BlocCount) throws(SolverError) -> LineIndex
  ) throws(SolverError) -> Fit? {
    let free = try solve(.free)
    guard free.certificate.isOptimal else { return nil }
    var blocs = free.blocCount
    // One best division is known; fewer blocs may do as well.
    while blocs > 1 {
      let fewer = try solve(.atMost(blocs - 1))
      let slack = free.certificate.tolerance + fewer.certificate.tolerance
      if fewer.index <= free.index + slack {
        blocs = min(blocs - 1, max(1, fewer.blocCount))
      } else if fewer.certificate.lower > free.index + slack {
        break
      } else {
        return nil
      }
    }
    // Half of the weight counts on either kind of line.
    return Fit(blocs: blocs, index: 2 * free.index)
  }
}

extension BlocShift {
  /// The blocs' part of a shift.
  ///
  /// - Parameters:
  ///   - shift: its ``Shift/minimum`` says from which net on a line takes a side.
  ///   - joining: what becomes of the two directions between two actors.
  ///   - weighting: whether intensities count.
  ///   - limits: when to stop without a proof; either side has half of the time.
  /// - Throws: ``SolverError/libraryMissing(reason:)`` where CLP is needed and not there, a
  ///   `SignedTiesError` where two directions add up to too much. A `PartitionError` cannot occur,
  ///   since both sides have the same actors.
  /// - Complexity: exponential in the worst case; the limits hold in any case.
  public init(
    _ shift: Shift, joining: DirectionJoin = .sum, weighting: TieWeighting = .signs,
    limits: SolverLimits = SolverLimits()
  ) throws {
    func state(_ snapshot: Snapshot, _ limits: SolverLimits) throws -> KnownBlocs {
      try KnownBlocs(
        solving: SignedTies(
          snapshot.graph, join: joining, weighting: weighting, minimum: shift.minimum),
        limits: limits)
    }
    var half = limits
    half.time = limits.time.map { $0 / 2 }
    try self.init(state(shift.before, half), state(shift.after, half))
  }
}

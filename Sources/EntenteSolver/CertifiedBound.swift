/// A lower bound on the cost of every point between given bounds that satisfies given rows, computed
/// in whole numbers, so that no rounding of the linear solver can enter a proof.
///
/// Any row prices `y ≥ 0` give one: `Σ y·b + Σ min over x of (c − yA)·x`. The solver's prices are
/// rounded to fixed point and used as they are; if they are off, the bound is weaker, never wrong.
struct CertifiedBound {
  /// The bound in units of cost, times `scale`.
  let scaled: Int64
  /// What one unit of cost is in `scaled`.
  let scale: Int64
  /// The reduced cost of each column, in the same units.
  let reducedCosts: [Int64]

  /// The smallest whole number of units that is at least the bound, in steps of `step`.
  func roundedUp(step: Int64) -> Int64 {
    let grain = scale * step
    guard scaled > 0 else { return 0 }
    return (scaled + grain - 1) / grain * step
  }

  /// - Parameters:
  ///   - prices: a price for each row; negative ones count as 0.
  ///   - unit: the units of cost that a price of 1 stands for.
  ///   - fixed: per column 0 or 1 where it is fixed, −1 where it is free.
  init(rows: [CutRow], prices: [Double], unit: Double, costs: [Int64], fixed: [Int8]) {
    var magnitude = 1.0
    for cost in costs { magnitude += Double(cost) }
    for (row, price) in zip(rows, prices) where price > 0 {
      magnitude += price * unit * Double(row.plus.count + row.minus.count + 1)
    }
    // Everything that is added up below is at most `magnitude · scale`, far from overflow.
    var scale: Int64 = 1 << 40
    while scale > 1, magnitude * Double(scale) > 0x1p60 { scale >>= 1 }
    self.scale = scale
    var reduced = costs.map { $0 * scale }
    var bound: Int64 = 0
    if magnitude * Double(scale) <= 0x1p60 {
      let factor = unit * Double(scale)
      for (row, price) in zip(rows, prices) where price > 0 {
        let whole = Int64(price * factor)
        bound += whole * Int64(row.bound)
        for column in row.plus { reduced[Int(column)] -= whole }
        for column in row.minus { reduced[Int(column)] += whole }
      }
    }
    for column in reduced.indices {
      let value = reduced[column]
      if fixed[column] == 1 || (fixed[column] < 0 && value < 0) { bound += value }
    }
    scaled = bound
    reducedCosts = reduced
  }
}

import CClp

/// One row of a relaxation: `Σ ±x ≥ bound`, with integer bound and coefficients of 1 and −1.
struct CutRow: Hashable {
  /// The columns with coefficient 1.
  var plus: [Int32]
  /// The columns with coefficient −1.
  var minus: [Int32]
  /// The right-hand side.
  var bound: Int32
}

/// The linear relaxation `min c·f` over `rows`, `0 ≤ f ≤ 1`, kept in CLP between solves so that each
/// starts where the last ended.
///
/// CLP holds the dual program, because there are several times as many rows as columns: a price
/// `y ≥ 0` for each row and a `w` for each column, with `Σ a·y − w ≤ c` for each column. The primal
/// simplex on it only ever raises the bound, so stopping early still leaves usable prices, and new
/// rows and fixed columns leave the last point feasible.
///
/// Not Sendable: one solve owns it from beginning to end.
final class LinearProgram {
  /// How a solve ended.
  enum Outcome {
    /// An optimal basis.
    case optimal
    /// No point satisfies rows and bounds; ``rowPrices`` hold a ray that shows it.
    case infeasible
    /// Stopped by the iteration limit.
    case stopped
    /// CLP gave up; the prices may still prove a bound.
    case troubled
  }

  /// A simplex basis, in the terms of the relaxation.
  struct Basis {
    /// For each column the status of its constraint and of its `w`.
    var columns: [(constraint: UInt8, w: UInt8)] = []
    /// For each row the status of its price.
    var rows: [UInt8] = []
  }

  /// A price that is 0 and out of the basis: the status of a row that is not binding.
  static let idle: UInt8 = 3
  private static let basic: UInt8 = 1

  private let clp: EntenteClpFunctions
  private let model: UnsafeMutableRawPointer
  private(set) var rows: [CutRow] = []
  private(set) var columnCount = 0
  /// What each variable of CLP's program is: the price of row k as k, the w of column j as −1 − j.
  private var roles: [Int] = []
  private var ray: [Double]?

  init(library: CLPLibrary, costs: [Double]) throws(SolverError) {
    clp = library.functions
    guard let model = clp.Clp_newModel() else {
      throw .libraryMissing(reason: "it gave no model")
    }
    self.model = model
    clp.Clp_setLogLevel(model, 0)
    // Coefficients are all 1 or −1, so scaling could only blur them.
    clp.Clp_scaling(model, 0)
    clp.Clp_setDualTolerance(model, 1e-9)
    clp.Clp_setPrimalTolerance(model, 1e-9)
    addColumns(costs: costs)
  }

  deinit { clp.Clp_deleteModel(model) }

  /// Adds columns between 0 and 1 that no row mentions yet.
  func addColumns(costs: [Double]) {
    guard !costs.isEmpty else { return }
    let count = costs.count
    let lowest = [Double](repeating: -.greatestFiniteMagnitude, count: count)
    let empty = [CoinBigIndex](repeating: 0, count: count + 1)
    clp.Clp_addRows(model, Int32(count), lowest, costs, empty, [0], [0])
    let zeros = [Double](repeating: 0, count: count)
    let highest = [Double](repeating: .greatestFiniteMagnitude, count: count)
    clp.Clp_addColumns(
      model, Int32(count), zeros, highest, [Double](repeating: 1, count: count),
      (0...count).map { CoinBigIndex($0) }, (0..<count).map { Int32(columnCount + $0) },
      [Double](repeating: -1, count: count))
    roles += (0..<count).map { -1 - (columnCount + $0) }
    columnCount += count
  }

  func addRows(_ new: [CutRow]) {
    guard !new.isEmpty else { return }
    var starts: [CoinBigIndex] = [0]
    var places: [Int32] = []
    var elements: [Double] = []
    var objective: [Double] = []
    for row in new {
      places += row.plus
      elements += [Double](repeating: 1, count: row.plus.count)
      places += row.minus
      elements += [Double](repeating: -1, count: row.minus.count)
      starts.append(CoinBigIndex(places.count))
      objective.append(-Double(row.bound))
    }
    let zeros = [Double](repeating: 0, count: new.count)
    let highest = [Double](repeating: .greatestFiniteMagnitude, count: new.count)
    clp.Clp_addColumns(
      model, Int32(new.count), zeros, highest, objective, starts, places, elements)
    roles += rows.count..<(rows.count + new.count)
    rows += new
  }

  /// Takes rows out; `doomed` is ascending.
  func deleteRows(_ doomed: [Int]) {
    guard !doomed.isEmpty else { return }
    var isDoomed = [Bool](repeating: false, count: rows.count)
    for row in doomed { isDoomed[row] = true }
    let variables = roles.indices.filter { roles[$0] >= 0 && isDoomed[roles[$0]] }
    clp.Clp_deleteColumns(model, Int32(variables.count), variables.map { Int32($0) })
    rows = rows.indices.filter { !isDoomed[$0] }.map { rows[$0] }
    var kept: [Int] = []
    var next = 0
    for role in roles {
      if role < 0 {
        kept.append(role)
      } else if !isDoomed[role] {
        kept.append(next)
        next += 1
      }
    }
    roles = kept
  }

  /// Fixes columns: 0 or 1 for the value, −1 for free.
  func setBounds(_ fixed: [Int8]) {
    // A column fixed to 0 asks nothing of its constraint, so its w is free of charge; one fixed to 1
    // turns its constraint into an equation, so its w may fall below 0.
    var objective: [Double] = []
    var lower: [Double] = []
    for role in roles {
      if role >= 0 {
        objective.append(-Double(rows[role].bound))
        lower.append(0)
      } else {
        objective.append(fixed[-1 - role] == 0 ? 0 : 1)
        lower.append(fixed[-1 - role] == 1 ? -.greatestFiniteMagnitude : 0)
      }
    }
    clp.Clp_chgObjCoefficients(model, objective)
    clp.Clp_chgColumnLower(model, lower)
  }

  /// Simplex from the present basis.
  func solve(iterations: Int) -> Outcome {
    ray = nil
    clp.Clp_setNumberIterations(model, 0)
    clp.Clp_setMaximumIterations(model, Int32(clamping: iterations))
    _ = clp.Clp_primal(model, 0)
    switch clp.Clp_status(model) {
    case 0: return .optimal
    case 2:
      guard let found = clp.Clp_unboundedRay(model) else { return .troubled }
      ray = pick(found) { $0 >= 0 }
      clp.Clp_freeRay(model, found)
      return .infeasible
    case 3: return .stopped
    default: return .troubled
    }
  }

  /// The bound that the present prices give, up to rounding.
  var objective: Double { -clp.Clp_objectiveValue(model) }

  /// The point `f`.
  var columnValues: [Double] {
    guard let duals = clp.Clp_dualRowSolution(model) else {
      return [Double](repeating: 0, count: columnCount)
    }
    return (0..<columnCount).map { min(max(-duals[$0], 0), 1) }
  }

  /// The price of each row.
  var rowPrices: [Double] {
    if let ray { return ray }
    guard let values = clp.Clp_primalColumnSolution(model) else {
      return [Double](repeating: 0, count: rows.count)
    }
    return pick(values) { $0 >= 0 }
  }

  /// The variables of CLP's program that have a role, in its order, which is that of the rows.
  private func pick(
    _ values: UnsafeMutablePointer<Double>, _ isWanted: (Int) -> Bool
  ) -> [Double] {
    roles.indices.filter { isWanted(roles[$0]) }.map { values[$0] }
  }

  var basis: Basis {
    var result = Basis()
    guard let status = clp.Clp_statusArray(model) else { return result }
    result.columns = Array(repeating: (Self.basic, Self.idle), count: columnCount)
    result.rows.reserveCapacity(rows.count)
    // CLP lists its variables first and then its constraints.
    for (place, role) in roles.enumerated() {
      if role >= 0 {
        result.rows.append(status[place] & 7)
      } else {
        result.columns[-1 - role].w = status[place] & 7
      }
    }
    for column in 0..<columnCount {
      result.columns[column].constraint = status[roles.count + column] & 7
    }
    return result
  }

  /// Sets a basis; columns beyond those it knows get their constraint into the basis.
  func setBasis(_ basis: Basis) {
    var status: [UInt8] = []
    status.reserveCapacity(roles.count + columnCount)
    for role in roles {
      if role >= 0 {
        status.append(role < basis.rows.count ? basis.rows[role] : Self.idle)
      } else {
        status.append(-1 - role < basis.columns.count ? basis.columns[-1 - role].w : Self.idle)
      }
    }
    for column in 0..<columnCount {
      status.append(
        column < basis.columns.count ? basis.columns[column].constraint : Self.basic)
    }
    clp.Clp_copyinStatus(model, status)
  }
}

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

/// A linear program in 0…1 columns, kept in CLP between solves so that each starts where the last
/// ended.
///
/// Not Sendable: one solve owns it from beginning to end.
final class LinearProgram {
  /// How a solve ended.
  enum Outcome {
    /// An optimal basis.
    case optimal
    /// The objective passed the limit: nothing at or below it is left.
    case beyondLimit
    /// No point satisfies rows and bounds.
    case infeasible
    /// Stopped by the iteration limit.
    case stopped
    /// CLP gave up; the duals may still prove a bound.
    case troubled
  }

  private let clp: EntenteClpFunctions
  private let model: UnsafeMutableRawPointer
  private(set) var rows: [CutRow] = []

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

  var columnCount: Int { Int(clp.Clp_numberColumns(model)) }

  /// How eagerly CLP perturbs costs against cycling: 100 lets it decide, 50 starts at once.
  func setPerturbation(_ value: Int32) { clp.Clp_setPerturbation(model, value) }

  /// Adds columns between 0 and 1 that no row mentions yet.
  func addColumns(costs: [Double]) {
    guard !costs.isEmpty else { return }
    let zeros = [Double](repeating: 0, count: costs.count)
    let ones = [Double](repeating: 1, count: costs.count)
    let starts = [CoinBigIndex](repeating: 0, count: costs.count + 1)
    clp.Clp_addColumns(model, Int32(costs.count), zeros, ones, costs, starts, [0], [0])
  }

  func addRows(_ new: [CutRow]) {
    guard !new.isEmpty else { return }
    var starts: [CoinBigIndex] = [0]
    var columns: [Int32] = []
    var elements: [Double] = []
    var lower: [Double] = []
    for row in new {
      for column in row.plus {
        columns.append(column)
        elements.append(1)
      }
      for column in row.minus {
        columns.append(column)
        elements.append(-1)
      }
      starts.append(CoinBigIndex(columns.count))
      lower.append(Double(row.bound))
    }
    let upper = [Double](repeating: .greatestFiniteMagnitude, count: new.count)
    clp.Clp_addRows(model, Int32(new.count), lower, upper, starts, columns, elements)
    rows.append(contentsOf: new)
  }

  /// Takes rows out; `doomed` is ascending.
  func deleteRows(_ doomed: [Int]) {
    guard !doomed.isEmpty else { return }
    clp.Clp_deleteRows(model, Int32(doomed.count), doomed.map { Int32($0) })
    var next = 0
    var kept: [CutRow] = []
    kept.reserveCapacity(rows.count - doomed.count)
    for index in rows.indices {
      if next < doomed.count, doomed[next] == index {
        next += 1
      } else {
        kept.append(rows[index])
      }
    }
    rows = kept
  }

  func setBounds(lower: [Double], upper: [Double]) {
    clp.Clp_chgColumnLower(model, lower)
    clp.Clp_chgColumnUpper(model, upper)
  }

  /// Dual simplex from the present basis.
  func solve(objectiveLimit: Double, iterations: Int) -> Outcome {
    clp.Clp_setDualObjectiveLimit(model, objectiveLimit)
    clp.Clp_setNumberIterations(model, 0)
    clp.Clp_setMaximumIterations(model, Int32(clamping: iterations))
    _ = clp.Clp_dual(model, 0)
    switch clp.Clp_status(model) {
    case 0: return .optimal
    case 1: return clp.Clp_secondaryStatus(model) == 1 ? .beyondLimit : .infeasible
    case 3: return .stopped
    default: return .troubled
    }
  }

  var iterations: Int { Int(clp.Clp_numberIterations(model)) }
  var objective: Double { clp.Clp_objectiveValue(model) }

  var columnValues: [Double] {
    copy(clp.Clp_primalColumnSolution(model), columnCount)
  }

  var rowPrices: [Double] { copy(clp.Clp_dualRowSolution(model), rows.count) }

  var rowActivities: [Double] { copy(clp.Clp_primalRowSolution(model), rows.count) }

  /// Row prices that prove infeasibility, when CLP has them.
  func infeasibilityProof() -> [Double]? {
    guard let ray = clp.Clp_infeasibilityRay(model) else { return nil }
    defer { clp.Clp_freeRay(model, ray) }
    return copy(ray, rows.count)
  }

  /// The basis: a status for every column, then for every row.
  var basis: [UInt8] {
    guard let status = clp.Clp_statusArray(model) else { return [] }
    return Array(UnsafeBufferPointer(start: status, count: columnCount + rows.count))
  }

  func setBasis(_ status: [UInt8]) {
    precondition(status.count == columnCount + rows.count)
    clp.Clp_copyinStatus(model, status)
  }

  private func copy(_ start: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    guard let start else { return [Double](repeating: 0, count: count) }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}

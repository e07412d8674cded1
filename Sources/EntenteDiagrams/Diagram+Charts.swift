import EntenteCore

extension Diagram {
  /// The matrix as of a date: who acts in the rows, towards whom in the columns, bloc by bloc.
  ///
  /// A cell has the colour of its sign and is the deeper the stronger the tie; a tie that is hostile
  /// and cooperative at once shows both. Each cell tells its claims when pointed at, and leads to the
  /// source of the weightiest.
  ///
  /// - Parameters:
  ///   - snapshot: The ties.
  ///   - blocs: What orders rows and columns; nil looks for blocs of high signed modularity.
  ///   - options: What the drawing says and how.
  public static func matrix(
    _ snapshot: Snapshot, blocs: MatrixBlocs? = nil, _ options: DiagramOptions = DiagramOptions()
  ) -> Chart {
    MatrixChart(
      Scene(snapshot, options), [snapshot], blocs ?? MatrixBlocs(heuristicOf: snapshot.graph),
      minimum: options.minimum, options
    ).chart()
  }

  /// The matrix of two dates: the upper left half of a cell is the earlier one.
  ///
  /// - Parameters:
  ///   - shift: The two sides. Its minimum counts.
  ///   - blocs: What orders rows and columns; nil looks for blocs of high signed modularity on the
  ///     later date.
  ///   - options: What the drawing says and how.
  public static func matrix(
    _ shift: Shift, blocs: MatrixBlocs? = nil, _ options: DiagramOptions = DiagramOptions()
  ) -> Chart {
    MatrixChart(
      Scene(shift, options), [shift.before, shift.after],
      blocs ?? MatrixBlocs(heuristicOf: shift.after.graph), minimum: shift.minimum, options
    ).chart()
  }
}

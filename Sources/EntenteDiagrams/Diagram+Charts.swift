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

  /// Tension and accord over time, a panel for each series, with what happened in a numbered key.
  ///
  /// Lines are steps, because each value is the mean of a period; the ribbon is the interval over
  /// sources, where there is more than one. Tension lies below the zero line and accord above it.
  ///
  /// - Parameters:
  ///   - series: Over the same periods; for two actors the ties of both directions.
  ///   - evidence: Where the series come from.
  ///   - step: How long the periods are.
  ///   - options: What the chart says and how.
  public static func timeline(
    _ series: [Series], in evidence: Evidence, every step: Step,
    _ options: DiagramOptions = DiagramOptions()
  ) -> Chart {
    TimelineChart(series, in: evidence, every: step, options).chart()
  }

  /// Who gained weight: the places of actors by a centrality, date by date.
  ///
  /// Actors with the same value share a place and are framed together; one without ties on a date
  /// has no place there.
  ///
  /// - Parameters:
  ///   - columns: The values of the measure on each date, by node.
  ///   - measure: What they are values of.
  ///   - aspect: Which ties the measure was told to read; nil for its own.
  ///   - snapshots: The dates, in order.
  ///   - options: What the chart says and how; ``DiagramOptions/top`` limits the actors.
  public static func ranks(
    _ columns: [Measure.Column], of measure: Measure, on aspect: TieAspect? = nil,
    over snapshots: [Snapshot], _ options: DiagramOptions = DiagramOptions()
  ) -> Chart {
    RanksChart(columns, of: measure, on: aspect, over: snapshots, options).chart()
  }

  /// Where everybody is moving: actors on the one- or two-dimensional space of their alignment.
  ///
  /// Actors with alike relations to third parties lie near each other. Of two dates the earlier map is
  /// turned onto the later one, so that nobody seems to move because axes turned; an arrow leads from
  /// each actor's earlier place to its later one. Colour plays no part. What the axes show of the
  /// comparison, and the stress, are told in the subtitle.
  ///
  /// - Parameters:
  ///   - tables: The alignment of one date, or of an earlier and a later one, of the evidence's nodes.
  ///   - evidence: Where they come from.
  ///   - windows: The dates, as many as there are tables.
  ///   - dimensions: 1, for a row for each actor, or 2.
  ///   - reference: The node that lies to the right, and the one that lies above.
  ///   - options: What the chart says and how; ties of others than those emphasised are grey.
  /// - Throws: ``AlignmentError`` as
  ///   ``AlignmentTable/map(dimensions:reference:control:)`` does.
  public static func map(
    _ tables: [AlignmentTable], in evidence: Evidence, over windows: [Window],
    dimensions: Int = 2, reference: [Int32] = [], _ options: DiagramOptions = DiagramOptions()
  ) throws(AlignmentError) -> Chart {
    precondition(
      !tables.isEmpty && tables.count <= 2 && tables.count == windows.count,
      "a map is of one date or two")
    return try MapChart(
      tables, evidence, windows, dimensions: dimensions, reference: reference, options
    ).chart()
  }
}

extension OutputSchema {
  /// The columns of tables, by key. A key means the same in every command.
  static let columns: [Column] = [
    Column(
      "accord", [.number], "Cooperative intensity.",
      unit: "points, 0 to 10 (0 and more under sum)"),
    Column("accordChange", [.number], "Change of the accord.", unit: "points"),
    Column(
      "accordLower", [.number, .null], "Lower bound of the 95 % interval of the accord.",
      unit: "points"),
    Column(
      "accordUpper", [.number, .null], "Upper bound of the 95 % interval of the accord.",
      unit: "points"),
    Column("actor", [.string], "An actor, by id."),
    Column("acts", [.integer], "How many acts take part in a test.", unit: "count"),
    Column(
      "after", [.number, .null], "The net, or the measure, on the later side.",
      unit: "points, or the measure's own unit"),
    Column(
      "afterOtherwise", [.number, .null], "The net on the later side on the changed evidence.",
      unit: "points"),
    Column(
      "arrangements", [.integer, .null],
      "In how many distinct ways the dates can be arranged; null where there are more than can be counted.",
      unit: "count"),
    Column(
      "asLarge", [.integer], "How many arrangements changed at least as much as observed.",
      unit: "count"),
    Column(
      "assessment", [.string], "Robustness grade with its reason, test and interval, in words."),
    Column("basis", [.string], "stated, interpreted or implied."),
    Column(
      "before", [.number, .null], "The net, or the measure, on the earlier side.",
      unit: "points, or the measure's own unit"),
    Column(
      "beforeOtherwise", [.number, .null], "The net on the earlier side on the changed evidence.",
      unit: "points"),
    Column(
      "change", [.number, .null], "Later minus earlier; of a net, negative is towards hostility.",
      unit: "points, or the measure's own unit"),
    Column(
      "changeOtherwise", [.number, .null], "The change on the changed evidence.",
      unit: "points"),
    Column("claim", [.string], "A claim, by id."),
    Column(
      "claims", [.integer, .string], "How many claims; in breaks, which ones began then.",
      unit: "count, or ids with spaces between"),
    Column(
      "coding", [.number], "The part of the change that is due to the coder's edits.",
      unit: "points"),
    Column("date", [.string], "As of when.", unit: "EDTF date"),
    Column("dates", [.integer], "The most different dates on one layer.", unit: "count"),
    Column(
      "difference", [.number], "The change on the changed evidence minus that as it is.",
      unit: "points"),
    Column("direction", [.string], "closer, apart or steady."),
    Column("edit", [.string], "added, removed or changed."),
    Column(
      "error", [.number, .null], "The standard deviation of the change over draws of sources.",
      unit: "points"),
    Column("event", [.string, .null], "The act that a claim is about, by id."),
    Column(
      "first", [.string], "The first day of a period; of a pair, one actor.",
      unit: "date, or an id"),
    Column("firstName", [.string], "The name of the one actor."),
    Column("from", [.string], "Who acts, by id."),
    Column("fromName", [.string], "Who acts, by name."),
    Column("grade", [.string], "none, fragile, sensitive or robust."),
    Column("how", [.string], "The method with its settings, in words."),
    Column("id", [.string], "What was edited, by id."),
    Column(
      "inAccord", [.number], "Change of the summed accord of others towards the actor.",
      unit: "points"),
    Column(
      "inDistance", [.number],
      "How far others' stance towards the actor moved: the sum of the sizes of the changes.",
      unit: "points"),
    Column(
      "inNet", [.number], "Change of the summed net of others towards the actor.",
      unit: "points"),
    Column(
      "inTension", [.number], "Change of the summed tension of others towards the actor.",
      unit: "points"),
    Column(
      "inTurn", [.number, .null],
      "One minus the cosine of others' nets towards the actor before and after.",
      unit: "0 to 2"),
    Column(
      "interaction", [.number], "What the edits changed about the shift itself.",
      unit: "points"),
    Column("intervalReason", [.string, .null], "Why there is no interval."),
    Column(
      "isExact", [.string, .null], "Whether all arrangements were counted.",
      unit: "yes or no"),
    Column(
      "kind", [.string, .null],
      "What happened to a tie: born, gone, flipped, worsened, improved, steady; of an edit, what was edited."
    ),
    Column("kindOtherwise", [.string, .null], "What happened to the tie on the changed evidence."),
    Column("last", [.string], "The last day of a period.", unit: "date"),
    Column("layer", [.string, .null], "The layer, by id; null where layers are pooled."),
    Column("limit", [.string], "Which limits were passed, in words."),
    Column("locator", [.string, .null], "Where in the source."),
    Column("lower", [.number, .null], "Lower bound of the 95 % interval.", unit: "points"),
    Column(
      "margin", [.number],
      "Half the width of the 95 % interval that the ranges of the scores leave.",
      unit: "points"),
    Column("measure", [.string], "The measure, by key."),
    Column("method", [.string], "pelt, windows, cusum, online or lad."),
    Column("mixedness", [.number], "How mixed a tie is.", unit: "0 to 1"),
    Column("name", [.string], "A name for people."),
    Column("net", [.number], "Accord minus tension.", unit: "points"),
    Column(
      "netBack", [.number, .null], "The net of the tie from the second to the first.",
      unit: "points"),
    Column(
      "netThere", [.number, .null], "The net of the tie from the first to the second.",
      unit: "points"),
    Column(
      "newAfter", [.number], "The net under the new revision on the later side.",
      unit: "points"),
    Column(
      "newBefore", [.number], "The net under the new revision on the earlier side.",
      unit: "points"),
    Column(
      "noticed", [.string, .null], "The period in which a change was first noticed.",
      unit: "date"),
    Column(
      "oldAfter", [.number], "The net under the old revision on the later side.",
      unit: "points"),
    Column(
      "oldBefore", [.number], "The net under the old revision on the earlier side.",
      unit: "points"),
    Column(
      "outAccord", [.number], "Change of the actor's summed accord towards others.",
      unit: "points"),
    Column(
      "outDistance", [.number],
      "How far the actor's stance towards others moved: the sum of the sizes of the changes.",
      unit: "points"),
    Column("outNet", [.number], "Change of the actor's summed net towards others.", unit: "points"),
    Column(
      "outTension", [.number], "Change of the actor's summed tension towards others.",
      unit: "points"),
    Column(
      "outTurn", [.number, .null], "One minus the cosine of the actor's nets before and after.",
      unit: "0 to 2"),
    Column(
      "p", [.number, .null],
      "p of the change by exchanging dates; null where evidence is insufficient.",
      unit: "probability"),
    Column(
      "pError", [.number, .null],
      "The standard error that drawing leaves in p; 0 where p is exact.",
      unit: "probability"),
    Column("pOtherwise", [.number, .null], "p on the changed evidence.", unit: "probability"),
    Column(
      "period", [.string], "A day, or the first and the last day of a period.",
      unit: "EDTF date"),
    Column(
      "q", [.number, .null], "The Benjamini-Hochberg value over all tested ties.",
      unit: "probability"),
    Column("qOtherwise", [.number, .null], "q on the changed evidence.", unit: "probability"),
    Column("range", [.string], "The unit or the range of the measure."),
    Column("reason", [.string, .null], "Why: of a grade, or of a test that could not be made."),
    Column("remark", [.string], "A remark in words."),
    Column("says", [.string], "What the claim says."),
    Column("score", [.number], "The score of the claim.", unit: "points, -10 to 10"),
    Column("second", [.string], "The other actor of a pair, by id."),
    Column("secondName", [.string], "The name of the other actor."),
    Column("share", [.number], "What the score is multiplied by.", unit: "0 to 1 (more under sum)"),
    Column("similarity", [.number], "How alike two profiles are.", unit: "-1 to 1"),
    Column("source", [.string], "A source, by id."),
    Column("sources", [.integer], "How many sources.", unit: "count"),
    Column("strength", [.string, .null], "How strong a break is, in the method's own terms."),
    Column("survives", [.string], "Whether the change survives the trial.", unit: "yes or no"),
    Column("target", [.string], "Towards whom, by id."),
    Column(
      "tension", [.number], "Hostile intensity.",
      unit: "points, 0 to 10 (0 and more under sum)"),
    Column("tensionChange", [.number], "Change of the tension.", unit: "points"),
    Column(
      "tensionLower", [.number, .null], "Lower bound of the 95 % interval of the tension.",
      unit: "points"),
    Column(
      "tensionUpper", [.number, .null], "Upper bound of the 95 % interval of the tension.",
      unit: "points"),
    Column("tie", [.string], "A tie in words."),
    Column("ties", [.integer], "How many ties.", unit: "count"),
    Column("to", [.string], "Towards whom, by id."),
    Column("toName", [.string], "Towards whom, by name."),
    Column("total", [.number], "The whole change: world plus coding.", unit: "points"),
    Column("trial", [.string], "What was left out or set otherwise."),
    Column("tried", [.integer], "How many arrangements were counted or drawn.", unit: "count"),
    Column("upper", [.number, .null], "Upper bound of the 95 % interval.", unit: "points"),
    Column(
      "weight", [.number], "The weight of the claim: credibility, time and voice.",
      unit: "claims"),
    Column("when", [.string], "When.", unit: "EDTF date"),
    Column(
      "world", [.number], "The part of the change that is due to what happened.",
      unit: "points"),
    Column("x", [.number], "The first coordinate of a place."),
    Column("y", [.number, .null], "The second coordinate of a place."),
  ]
}

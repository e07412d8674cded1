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
      "adjustedRand", [.number, .null],
      "How far the division agrees with the one before, beyond chance.", unit: "up to 1"),
    Column(
      "after", [.number, .null], "The net, or the measure, on the later side.",
      unit: "points, or the measure's own unit"),
    Column(
      "afterLower", [.number, .null], "No less than this on the later side, as far as is proven.",
      unit: "the measure's own unit"),
    Column(
      "afterOtherwise", [.number, .null], "The net on the later side on the changed evidence.",
      unit: "points"),
    Column(
      "afterUpper", [.number, .null], "No more than this on the later side, as far as is proven.",
      unit: "the measure's own unit"),
    Column(
      "arrangements", [.integer, .null],
      "In how many distinct ways the dates can be arranged; null where there are more than can be counted.",
      unit: "count"),
    Column(
      "asLarge", [.integer], "How many arrangements changed at least as much as observed.",
      unit: "count"),
    Column(
      "assessment", [.string], "Robustness grade with its reason, test and interval, in words."),
    Column(
      "away", [.list],
      "Whose relations to all others became less like the actor's, by id, the largest change first."
    ),
    Column("balance", [.string], "Whether a kind of triad is balanced."),
    Column("basis", [.string], "stated, interpreted or implied."),
    Column(
      "before", [.number, .null], "The net, or the measure, on the earlier side.",
      unit: "points, or the measure's own unit"),
    Column(
      "beforeLower", [.number, .null],
      "No less than this on the earlier side, as far as is proven.", unit: "the measure's own unit"),
    Column(
      "beforeOtherwise", [.number, .null], "The net on the earlier side on the changed evidence.",
      unit: "points"),
    Column(
      "beforeUpper", [.number, .null],
      "No more than this on the earlier side, as far as is proven.", unit: "the measure's own unit"),
    Column("bloc", [.string], "The bloc, A, B and so on; the same letter goes on over a series."),
    Column("blocs", [.integer], "How many blocs.", unit: "count"),
    Column(
      "campAfter", [.string, .null],
      "The camp on the later side: actors with one letter are together in every best division. The letter is that of the earlier camp that it shares most actors with. Null without a line."
    ),
    Column("campBefore", [.string, .null], "The camp on the earlier side; null without a line."),
    Column(
      "centralityAfter", [.number, .null],
      "The first column of the measure of centrality on the later side.",
      unit: "the measure's own unit"),
    Column(
      "centralityBefore", [.number, .null], "The same on the earlier side.",
      unit: "the measure's own unit"),
    Column(
      "change", [.number, .null], "Later minus earlier; of a net, negative is towards hostility.",
      unit: "points, or the measure's own unit"),
    Column(
      "changeLower", [.number, .null],
      "The change is no less than this, as far as is proven; of the variation of information, the least over pairs of best divisions.",
      unit: "the measure's own unit"),
    Column(
      "changeOtherwise", [.number, .null], "The change on the changed evidence.",
      unit: "points"),
    Column(
      "changeUpper", [.number, .null],
      "The change is no more than this; of the variation of information, the greatest.",
      unit: "the measure's own unit"),
    Column("claim", [.string], "A claim, by id."),
    Column(
      "claims", [.integer, .string], "How many claims; in breaks, which ones began then.",
      unit: "count, or ids with spaces between"),
    Column(
      "coding", [.number], "The part of the change that is due to the coder's edits.",
      unit: "points"),
    Column("column", [.string], "The column of a measure, by name."),
    Column(
      "costOfMoving", [.number, .null],
      "What the division would pay more if the actor alone were elsewhere.", unit: "weight of lines"
    ),
    Column(
      "couldMove", [.string],
      "yes where the actor could be in another bloc at no cost, empty otherwise."),
    Column("count", [.integer], "How many.", unit: "count"),
    Column("date", [.string], "As of when.", unit: "EDTF date"),
    Column("dates", [.integer], "The most different dates on one layer.", unit: "count"),
    Column(
      "decidingClaims", [.list],
      "Claims without any one of which the actor is not seen to change side, by id."),
    Column("decidingSources", [.list], "Sources without any one of which it is not, by id."),
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
    Column(
      "grade", [.string, .null], "none, fragile, sensitive or robust; null where nothing is graded."
    ),
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
      "inGrade", [.string],
      "How robust the change of the net towards the actor is: none, fragile, sensitive or robust."),
    Column(
      "inNet", [.number], "Change of the summed net of others towards the actor.",
      unit: "points"),
    Column("inReason", [.string], "Why."),
    Column(
      "inTension", [.number], "Change of the summed tension of others towards the actor.",
      unit: "points"),
    Column(
      "interaction", [.number], "What the edits changed about the shift itself.",
      unit: "points"),
    Column("intervalReason", [.string, .null], "Why there is no interval."),
    Column(
      "inTurn", [.number, .null],
      "One minus the cosine of others' nets towards the actor before and after.",
      unit: "0 to 2"),
    Column(
      "isExact", [.string, .null], "Whether all arrangements were counted.",
      unit: "yes or no"),
    Column(
      "joined", [.list],
      "Whom the actor was against in every best division before and is with in every one after, by id."
    ),
    Column("joinedNames", [.string], "The same by name."),
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
    Column(
      "outGrade", [.string],
      "How robust the change of the actor's net towards others is: none, fragile, sensitive or robust."
    ),
    Column("outNet", [.number], "Change of the actor's summed net towards others.", unit: "points"),
    Column("outReason", [.string], "Why."),
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
      "paid", [.number], "What a division pays for a line against it.", unit: "weight of lines"),
    Column(
      "partedFrom", [.list],
      "Whom the actor was with in every best division before and is against in every one after, by id."
    ),
    Column("partedFromNames", [.string], "The same by name."),
    Column(
      "pays", [.number, .null], "What a division pays for the actor's lines.",
      unit: "weight of lines"),
    Column(
      "period", [.string], "A day, or the first and the last day of a period.",
      unit: "EDTF date"),
    Column(
      "pError", [.number, .null],
      "The standard error that drawing leaves in p; 0 where p is exact.",
      unit: "probability"),
    Column(
      "placeAfter", [.string, .null],
      "The place on the later side, from 1 for the largest value; = where it is shared."),
    Column("placeBefore", [.string, .null], "The place on the earlier side."),
    Column("pOtherwise", [.number, .null], "p on the changed evidence.", unit: "probability"),
    Column(
      "q", [.number, .null], "The Benjamini-Hochberg value over all tested ties.",
      unit: "probability"),
    Column("qOtherwise", [.number, .null], "q on the changed evidence.", unit: "probability"),
    Column("quality", [.string], "How well a division fits, and what is proven, in words."),
    Column("range", [.string], "The unit or the range of the measure."),
    Column("reason", [.string, .null], "Why: of a grade, or of a test that could not be made."),
    Column(
      "relieves", [.string],
      "this one, for the line whose falling silent would relieve most; empty otherwise."),
    Column("remark", [.string], "A remark in words."),
    Column("restsOn", [.string], "What a change of side rests on, in words."),
    Column("says", [.string], "What the claim says."),
    Column("score", [.number], "The score of the claim.", unit: "points, -10 to 10"),
    Column("second", [.string], "The other actor of a pair, by id."),
    Column("secondName", [.string], "The name of the other actor."),
    Column("share", [.number], "What the score is multiplied by.", unit: "0 to 1 (more under sum)"),
    Column("sign", [.string], "The sign of a line and how it lies."),
    Column("similarity", [.number], "How alike two profiles are.", unit: "-1 to 1"),
    Column("source", [.string], "A source, by id."),
    Column("sources", [.integer], "How many sources.", unit: "count"),
    Column(
      "standing", [.string],
      "moved, either (the actor or those it was bound to), stayed, open, or absent."),
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
    Column(
      "toward", [.list],
      "Whose relations to all others became more like the actor's, by id, the largest change first."
    ),
    Column("trial", [.string], "What was left out or set otherwise."),
    Column("tried", [.integer], "How many arrangements were counted or drawn.", unit: "count"),
    Column("upper", [.number, .null], "Upper bound of the 95 % interval.", unit: "points"),
    Column("value", [.number, .null], "The value of a measure.", unit: "the measure's own unit"),
    Column(
      "variation", [.number, .null], "Variation of information to the division before.",
      unit: "nats"),
    Column("view", [.string], "The view of a figure: alignment, shift and so on."),
    Column(
      "weight", [.number], "The weight of the claim: credibility, time and voice.",
      unit: "claims"),
    Column("what", [.string], "What is counted, in words."),
    Column("when", [.string], "When.", unit: "EDTF date"),
    Column(
      "world", [.number], "The part of the change that is due to what happened.",
      unit: "points"),
    Column("x", [.number], "The first coordinate of a place."),
    Column("y", [.number, .null], "The second coordinate of a place."),
  ]
}

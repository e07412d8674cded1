/// The file that a new project starts from.
public enum ProjectStarter {
  /// A small project with a comment for everything; it has no errors.
  public static let text = #"""
    # yaml-language-server: $schema=entente.schema.json
    #
    # A project of Entente: who stood how to whom, when, and which source says so. Change everything
    # below to your case, then run:
    #
    #   entente check FILE      what is wrong with the file, with line and column
    #   entente show FILE       the ties at a date
    #
    # Text goes without quotes, unless it holds “: ” or “ #” or starts with a sign such as [ { " & * !
    entente: 1
    title: Two neighbours and a treaty
    description: >-
      What the case is about, in a few sentences. Lines that follow “>-” are joined to one paragraph.

    # Scores are on the Goldstein conflict–cooperation scale: −10 is most hostile, 10 most cooperative.
    scale: goldstein

    # How claims become ties: posterior (fades as evidence ages), mean or sum.
    estimator: {name: posterior, prior: 1}

    # What the words for confidence are worth.
    confidence: {high: 1, medium: 0.7, low: 0.4}

    # Where claims come from. The id in front is how claims refer to a source.
    sources:
      gazette-2025:
        title: Neighbours sign a treaty on the border river
        publisher: The Gazette
        published: 2025-03-04
        url: https://example.org/treaty
        kind: newspaper
        country: CH
        reliability: 0.9            # above 0 and up to 1
        reliability-reason: Quotes both governments by name.
      herald-2025:
        title: Opposition calls the treaty a surrender
        publisher: The Herald
        published: 2025-03-06
        kind: newspaper
        reliability: 0.6

    # Kinds of relations. After a half-life (in days) an event counts half; “none” never fades.
    layers:
      diplomatic: {label: Diplomatic, half-life: 180, weight: 1}
      rhetorical: {label: Rhetorical, half-life: 60, weight: 1}

    # Who acts, and on whom. Kinds: state, person, outlet, organization, group.
    actors:
      NORTHLAND: {kind: state, name: Northland, names: {fr: Pays du Nord}, aliases: [the North]}
      SOUTHLAND: {kind: state, name: Southland}
      minister: {kind: person, name: The foreign minister of Northland}
      herald: {kind: outlet, name: The Herald}

    # Who belongs to whom, since when, and how far the one speaks for the other (0 not at all, 1 fully).
    affiliations:
      - {actor: minister, of: NORTHLAND, role: foreign minister, during: 2023-05-01/.., speaks-for: 1}
      - {actor: herald, of: SOUTHLAND, role: private newspaper, speaks-for: 0}

    # Acts that several claims speak of, so that no act is counted twice.
    events:
      treaty: {what: The two governments sign a treaty on the border river., when: 2025-03-03}

    # The evidence. Dates: 2025-03-03, 2025-03, 2025, 2025-03-01/2025-03-05, ../2025-03-05,
    # 2025-03-05/.. ; ~ behind a date means about, ? uncertain.
    claims:
      c01:
        from: NORTHLAND
        to: SOUTHLAND
        mutual: true                # holds in both directions alike
        layer: diplomatic
        family: event               # or condition: counts as long as it lasts
        when: 2025-03-03
        date-basis: stated          # or inferred
        score: 7
        range: [6, 8]               # between what bounds the score may lie
        basis: stated               # or interpreted (by the source), implied (inferred by you)
        confidence: high            # high, medium, low, or a number above 0 and up to 1
        source: gazette-2025
        locator: first paragraph
        event: treaty
        says: Both sign a treaty on the border river.
      c02:
        from: herald
        to: minister
        layer: rhetorical
        when: 2025-03-06
        score: -5
        range: [-7, -3]
        basis: interpreted
        confidence: medium
        source: herald-2025
        event: treaty
        says: The Herald accuses the minister of having dictated the terms.

    """#
}

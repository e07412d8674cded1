#!/usr/bin/env python3
"""The founding case by hand: every weight and contribution of RU->AZ and AZ->RU.

Plain Python and the definitions, nothing else: the scores, dates, confidences and shares below are
written out from the coding of the case, and no other program is run or read. It writes
worksheet.csv beside itself:

    python3 Tests/EntenteCoreTests/oracles/worksheet.py

Columns: the first and last day of the window, the level, the estimator, the layer (`pooled` for all
four together), the ends of the tie, the claim (empty in the row of the tie itself), then weight,
share, tension and accord. In the row of a tie, weight is the sum of its claims' weights.
"""

import csv
from datetime import date, timedelta
from pathlib import Path

RELIABILITY = 0.8  # of the one source
HIGH, MEDIUM, LOW = 1.0, 0.7, 0.4
HALF_LIFE = {"diplomatic": 180, "rhetorical": 60, "economic": 365, "security": 365}
LAYER_WEIGHT = {"diplomatic": 1, "rhetorical": 1, "economic": 1, "security": 1}
PRIOR = 1

OPEN = None
PARADE = (date(2025, 5, 9), date(2025, 5, 9))
AFTERMATH = (date(2025, 5, 9), date(2025, 5, 19))
UNTIL_THEN = (OPEN, date(2025, 5, 19))

# id, from, to, layer, (first day, last day), score, confidence, event
CLAIMS = [
    ("c01", "aliyev", "RU", "diplomatic", PARADE, -7, HIGH, "parade-absence"),
    ("c02", "AZ", "RU", "diplomatic", PARADE, -6, MEDIUM, "parade-absence"),
    ("c03", "aliyev", "putin", "diplomatic", PARADE, -6, MEDIUM, "parade-absence"),
    ("c04", "ru-reaction", "aliyev", "rhetorical", AFTERMATH, -5, MEDIUM, None),
    ("c05", "aliyev", "RU", "diplomatic", PARADE, -5, MEDIUM, "parade-absence"),
    ("c06", "AZ", "AM", "security", UNTIL_THEN, -5, LOW, None),
    ("c07", "AZ", "RU", "diplomatic", (date(2024, 12, 1), date(2025, 5, 19)), -6, HIGH, "aircraft-loss"),
    ("c08", "RU", "AZ", "diplomatic", (date(2024, 12, 1), date(2025, 12, 31)), -4, MEDIUM, "aircraft-loss"),
    ("c09", "az-media", "aliyev", "rhetorical", AFTERMATH, 6, HIGH, None),
    ("c10", "1news", "RU", "rhetorical", AFTERMATH, -5, HIGH, "1news-comment"),
    ("c11", "1news", "aliyev", "rhetorical", AFTERMATH, 6, MEDIUM, "1news-comment"),
    ("c12", "tsargrad", "aliyev", "rhetorical", AFTERMATH, -9, MEDIUM, None),
    ("c13", "ru-nationalist-media", "aliyev", "rhetorical", AFTERMATH, -9, MEDIUM, None),
    ("c14", "ru-nationalist-media", "AZ", "rhetorical", AFTERMATH, -7, MEDIUM, None),
    ("c15", "zatulin", "AZ", "rhetorical", AFTERMATH, -6, HIGH, "zatulin-interview"),
    ("c16", "zatulin", "AZ", "security", AFTERMATH, -5, HIGH, "zatulin-interview"),
    ("c17", "vance", "RU", "rhetorical", UNTIL_THEN, -4, HIGH, "vance-remark"),
    ("c18", "caliber", "vance", "rhetorical", UNTIL_THEN, 2, LOW, "caliber-feature"),
    ("c19", "caliber", "RU", "rhetorical", UNTIL_THEN, -3, LOW, "caliber-feature"),
    ("c20", "RU", "AZ", "economic", UNTIL_THEN, 5, HIGH, None),
    ("c20", "AZ", "RU", "economic", UNTIL_THEN, 5, HIGH, None),  # mutual
    ("c21", "ru-doves", "AZ", "diplomatic", UNTIL_THEN, 3, MEDIUM, None),
    ("c22", "zhurova", "aliyev", "rhetorical", AFTERMATH, 2, MEDIUM, "zhurova-comment"),
    ("c23", "RU", "AZ", "diplomatic", AFTERMATH, 2, LOW, "zhurova-comment"),
    ("c24", "AZ", "RU", "diplomatic", UNTIL_THEN, -5, MEDIUM, None),
]

# For which state each actor speaks and how far. Outlets and the nationalist media speak for none.
SPEAKS_FOR = {
    "RU": ("RU", 1), "AZ": ("AZ", 1), "AM": ("AM", 1), "US": ("US", 1),
    "aliyev": ("AZ", 1), "putin": ("RU", 1), "vance": ("US", 1),
    "zatulin": ("RU", 0.3), "zhurova": ("RU", 0.3), "1news": ("AZ", 0.3),
    "ru-reaction": ("RU", 0.5), "ru-doves": ("RU", 0.3),
    "caliber": ("AZ", 0), "tsargrad": ("RU", 0), "az-media": ("AZ", 0), "ru-nationalist-media": ("RU", 0),
}


def weight_of_a_day(day, interval, half_life):
    first, last = interval
    if first is not OPEN and day < first:
        return 0.0
    if day <= last:
        return 1.0
    return 2.0 ** (-(day - last).days / half_life)


def mean_weight(window, interval, half_life):
    first, last = window
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return sum(weight_of_a_day(day, interval, half_life) for day in days) / len(days)


def lifted(claim, level):
    """The ends of a claim at a level, and how far they speak for them."""
    name, sender, receiver, *_ = claim
    if level == "actor":
        return sender, receiver, 1.0
    (sending, much), (receiving, more) = SPEAKS_FOR[sender], SPEAKS_FOR[receiver]
    return sending, receiving, much * more


def rows_of_tie(window, level, estimator, layers, source, target):
    rows = []
    lambda_sum = sum(LAYER_WEIGHT[layer] for layer in layers)
    for layer in layers:
        weights = {}
        event_of = {}
        score_of = {}
        for claim in CLAIMS:
            name, _, _, claim_layer, interval, score, confidence, event = claim
            sender, receiver, voice = lifted(claim, level)
            if (sender, receiver, claim_layer) != (source, target, layer):
                continue
            weight = confidence * RELIABILITY * voice * mean_weight(window, interval, HALF_LIFE[layer])
            if weight > 0:
                weights[name], event_of[name], score_of[name] = weight, event, score
        # One act, one source, one dyad, one layer: the largest weight is shared.
        shared = {}
        for name, weight in weights.items():
            group = [w for n, w in weights.items() if event_of[n] is not None and event_of[n] == event_of[name]]
            shared[name] = weight * max(group) / sum(group) if group else weight
        total = sum(shared.values())
        for name, weight in shared.items():
            part = {"posterior": weight / (PRIOR + total), "sum": weight, "mean": weight / total}[estimator]
            share = LAYER_WEIGHT[layer] / lambda_sum * part
            score = score_of[name]
            rows.append((name, weight, share, share * max(0, -score), share * max(0, score)))
    tie = ("",) + tuple(sum(row[column] for row in rows) for column in range(1, 5))
    return [tie] + rows if rows else []


def main():
    windows = [
        (date(2025, 5, 8), date(2025, 5, 8)),
        (date(2025, 5, 19), date(2025, 5, 19)),
        (date(2026, 3, 1), date(2026, 3, 1)),
        (date(2025, 5, 9), date(2025, 8, 31)),
    ]
    views = [("pooled", list(HALF_LIFE))] + [(layer, [layer]) for layer in HALF_LIFE]
    with open(Path(__file__).with_name("worksheet.csv"), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("first last level estimator layer source target claim weight share tension accord".split())
        for first, last in windows:
            for level in ("actor", "state"):
                for estimator in ("posterior", "sum", "mean"):
                    for view, layers in views:
                        for source, target in (("RU", "AZ"), ("AZ", "RU")):
                            for row in rows_of_tie((first, last), level, estimator, layers, source, target):
                                numbers = [repr(float(number)) for number in row[1:]]
                                writer.writerow([first, last, level, estimator, view, source, target, row[0], *numbers])


if __name__ == "__main__":
    main()

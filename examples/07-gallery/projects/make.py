#!/usr/bin/env python3
"""Writes the invented projects of the gallery; the same bytes on every run.

Nothing in them happened: the places, people and papers are made of syllables, and the years lie ahead.
They exist to show what figures look like with 60 and 200 actors, over a year, and with long names.
"""
import os
import random

here = os.path.dirname(os.path.abspath(__file__))


class Dice:
    """Only random(), whose values Python promises to keep from version to version."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, count):
        return int(self.random() * count)

    def pick(self, items):
        return items[self.below(len(items))]

    def between(self, low, high):
        return low + self.random() * (high - low)


def date(year, day):
    lengths = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for month, length in enumerate(lengths, 1):
        if day < length:
            return f"{year}-{month:02}-{day + 1:02}"
        day -= length
    return f"{year}-12-31"


STARTS = "Bel Cor Dra El Fen Gal Hal Il Jor Kal Lor Mar Nor Os Pel Quin Ral Sor Tal Ul Var Wes Yar Zan".split()
MIDDLES = ["", "", "a", "e", "i", "o", "an", "er", "in", "ou"]
ENDS = "dor via gard mark land ria nia stan burg moor wick terra".split()
FIRST = "Ada Bruno Cleo Dario Edda Fabian Greta Hugo Ines Jonas Kaja Leon Mira Nils Olga Pavel Rosa Stefan Tara Viktor".split()
LAST = "Adler Barros Castan Dumas Ekdal Farkas Greif Holm Ivanek Jansky Krall Lindt Moro Novik Orsini Petras Rask Sandor Toth Vidal".split()


def names_of(dice, count):
    names = []
    while len(names) < count:
        name = dice.pick(STARTS) + dice.pick(MIDDLES) + dice.pick(ENDS)
        if name not in names and len(name) < 12:
            names.append(name)
    return names


def head(title, description, sources, layers):
    lines = [
        "# Invented: nothing in this file happened. Written by make.py beside it.",
        "entente: 1",
        f"title: {title}",
        f"description: {description}",
        "scale: goldstein",
        "estimator: {name: posterior, prior: 1}",
        "confidence: {high: 1, medium: 0.7, low: 0.4}",
        "sources:",
    ]
    for key, name in sources:
        lines.append(f"  {key}: {{title: {name}, publisher: {name}, published: 2031-12-31, kind: newspaper, reliability: 0.8, reliability-reason: Invented.}}")
    lines.append("layers:")
    for key, label, life in layers:
        lines.append(f"  {key}: {{label: {label}, half-life: {life}, weight: 1}}")
    return lines


PAPERS = [("courier", "The Invented Courier"), ("gazette", "The Invented Gazette"), ("record", "The Invented Record")]
LAYERS = [("diplomatic", "Diplomatic", 180), ("rhetorical", "Rhetorical", 60), ("economic", "Economic", 365)]


def claim(number, source, target, layer, when, score, paper, says, basis="stated", event=None):
    extra = f", event: {event}" if event else ""
    return (f"  c{number}: {{from: {source}, to: {target}, layer: {layer}, family: event, when: {when}, date-basis: stated, "
            f"score: {score}, basis: {basis}, confidence: high, source: {paper}, says: {says}{extra}}}")


def sixty():
    """Twelve states in three camps, each with a leader, a minister, a paper and a party: 60 actors."""
    dice = Dice(60)
    lines = head("Sixty actors around the Inner Sea, 2031", "Twelve invented states in three camps, with their people and papers.", PAPERS, LAYERS)
    states = names_of(dice, 12)
    lines.append("actors:")
    affiliations = []
    for index, name in enumerate(states):
        lines.append(f"  s{index}: {{kind: state, name: {name}}}")
        for key, kind, label, role, voice in [
            ("l", "person", f"{FIRST[index]} {LAST[index]}", "president", 1),
            ("m", "person", f"{FIRST[19 - index // 2]} {LAST[(index * 7 + 3) % 20]}", "foreign minister", 0.7),
            ("p", "outlet", f"{name} Today", "paper", 0.2),
            ("g", "organization" if index % 2 else "group", f"{'Union' if index % 2 else 'Voices'} of {name}", "party", 0.1),
        ]:
            lines.append(f"  {key}{index}: {{kind: {kind}, name: {label}}}")
            affiliations.append(f"  - {{actor: {key}{index}, of: s{index}, role: {role}, speaks-for: {voice}}}")
    lines.append("affiliations:")
    lines += affiliations
    lines.append("claims:")
    number = 0

    def add(source, target, sign, strength, day):
        nonlocal number
        number += 1
        layer = dice.pick(LAYERS)[0]
        score = round(sign * dice.between(strength - 1.5, strength + 1.5), 1)
        basis = "stated" if dice.random() < 0.75 else "interpreted"
        lines.append(claim(number, source, target, layer, date(2031, day), score, dice.pick(PAPERS)[0], f"Invented act {number}.", basis))

    camp = [index % 3 for index in range(12)]
    for a in range(12):
        for b in range(12):
            if a != b and dice.random() < (0.4 if camp[a] == camp[b] else 0.16):
                sign = 1 if camp[a] == camp[b] else -1
                add(f"s{a}", f"s{b}", sign if dice.random() < 0.93 else -sign, 5, dice.below(180))
    for index in range(12):
        other = (index + 1 + dice.below(10)) % 12
        sign = 1 if camp[index] == camp[other] else -1
        add(f"l{index}", f"s{other}", sign, 6, 100 + dice.below(150))
        add(f"m{index}", f"l{other}", sign, 4, 100 + dice.below(150))
        add(f"p{index}", f"l{index}", 1, 4, dice.below(250))
        add(f"p{index}", f"s{other}", sign, 5, 100 + dice.below(150))
        add(f"g{index}", f"l{index}", 1 if dice.random() < 0.6 else -1, 5, 50 + dice.below(200))
        if dice.random() < 0.5:
            add(f"g{index}", f"m{other}", sign, 3, 150 + dice.below(100))
    # Around the middle of the year two camps fall out further.
    for a in range(0, 12, 3):
        add(f"s{a}", f"s{(a + 1) % 12}", -1, 8, 185 + dice.below(30))
    return lines


def two_hundred():
    """Two hundred towns in five leagues of unlike size, all states, 1,000 claims."""
    dice = Dice(200)
    lines = head("Two hundred towns of the Long Coast, 2031", "Five invented leagues of towns and what they do to each other.", PAPERS, LAYERS)
    towns = names_of(dice, 200)
    share = [0.34, 0.24, 0.18, 0.14, 0.10]
    league = []
    for index in range(200):
        x, bloc = index / 200, 0
        while bloc < 4 and x >= share[bloc]:
            x -= share[bloc]
            bloc += 1
        league.append(bloc)
    lines.append("actors:")
    for index, name in enumerate(towns):
        lines.append(f"  t{index}: {{kind: state, name: {name}}}")
    lines.append("claims:")
    number = 0
    while number < 1000:
        # Few towns do much: the ends are drawn towards the beginning of their league.
        a, b = int(200 * dice.random() ** 1.4), dice.below(200)
        within = league[a] == league[b]
        if a == b or not within and dice.random() < 0.45:
            continue
        number += 1
        friendly = within or (league[a], league[b]) in [(0, 2), (2, 0), (1, 3), (3, 1)]
        if dice.random() < 0.06:
            friendly = not friendly
        score = round((1 if friendly else -1) * dice.between(2, 8), 1)
        lines.append(claim(number, f"t{a}", f"t{b}", dice.pick(LAYERS)[0], date(2031, dice.below(365)), score, dice.pick(PAPERS)[0], f"Invented act {number}."))
    return lines


def year():
    """Two states over 2031: a quarrel over a ferry, from friendly words to a closed port and back."""
    dice = Dice(365)
    lines = head("The ferry quarrel of 2031", "Two invented states over a year.", PAPERS, LAYERS)
    lines += [
        "actors:",
        "  N: {kind: state, name: Norgard}",
        "  V: {kind: state, name: Valeria}",
        "  holm: {kind: person, name: Hugo Holm}",
        "  vidal: {kind: person, name: Viktor Vidal}",
        "affiliations:",
        "  - {actor: holm, of: N, role: president, speaks-for: 1}",
        "  - {actor: vidal, of: V, role: president, speaks-for: 1}",
        "events:",
        "  toll: {what: Valeria doubles the toll of the ferry, when: 2031-03-03}",
        "  port: {what: Norgard closes its port to Valerian ships, when: 2031-05-19}",
        "  note: {what: Both envoys are called home, when: 2031-05-21}",
        "  collision: {what: Two cutters collide in the strait, when: 2031-07-08}",
        "  talks: {what: First talks on neutral ground, when: 2031-09-15}",
        "  treaty: {what: The toll is halved and the port opened, when: 2031-11-28}",
        "claims:",
    ]
    number = 0

    def add(source, target, layer, day, score, event=None):
        nonlocal number
        number += 1
        lines.append(claim(number, source, target, layer, date(2031, day), round(score, 1), dice.pick(PAPERS)[0], f"Invented act {number}.", event=event))

    phases = [(0, 60, 3, 1), (61, 137, -3, 1.5), (138, 188, -6.5, 1.5), (189, 256, -7.5, 1.5), (257, 331, -1.5, 2), (332, 364, 4, 1.5)]
    for first, last, mean, spread in phases:
        for _ in range(7):
            source, target = (("N", "V"), ("V", "N"))[dice.below(2)]
            if dice.random() < 0.4:
                source = {"N": "holm", "V": "vidal"}[source]
            add(source, target, dice.pick(LAYERS)[0], first + dice.below(last - first), dice.between(mean - spread, mean + spread))
    for day, source, target, layer, score, event in [
        (61, "V", "N", "economic", -5, "toll"), (138, "N", "V", "economic", -8, "port"),
        (140, "N", "V", "diplomatic", -6.5, "note"), (140, "V", "N", "diplomatic", -6.5, "note"),
        (188, "N", "V", "rhetorical", -8, "collision"), (188, "V", "N", "rhetorical", -7, "collision"),
        (257, "N", "V", "diplomatic", 3, "talks"), (257, "V", "N", "diplomatic", 3, "talks"),
        (331, "V", "N", "economic", 7, "treaty"), (331, "N", "V", "economic", 7, "treaty"),
    ]:
        add(source, target, layer, day, score, event)
    return lines


def long_names():
    """Names as long as those of commissions and parties are."""
    lines = head("A river and its commissions, 2031", "Bodies with long names.", PAPERS, LAYERS)
    actors = [
        ("A", "state", "Confederated Principalities of the Upper and Lower Isarnian Valleys"),
        ("B", "state", "Quinland"),
        ("C", "organization", "Permanent Intergovernmental Commission for the Regulation of Navigation on the Isarn"),
        ("D", "group", "Popular Front for the Restoration of the Historical Fishing Grounds (Reformed)"),
        ("E", "person", "Maximiliana-Theodora von Hohenisarn-Quinlandsberg"),
        ("F", "outlet", "Isarntaldampfschifffahrtsgesellschaftsnachrichten"),
        ("G", "person", "Wu"),
        ("H", "organization", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Harbour Authority"),
    ]
    lines.append("actors:")
    lines += [f"  {key}: {{kind: {kind}, name: {name}}}" for key, kind, name in actors]
    lines.append("affiliations:")
    lines += [f"  - {{actor: {a}, of: {b}, role: member, speaks-for: 0.5}}" for a, b in [("E", "A"), ("F", "A"), ("D", "B"), ("G", "B")]]
    lines.append("claims:")
    for number, (a, b, score, day) in enumerate([
        ("A", "B", -7, 120), ("B", "A", -5, 130), ("C", "A", 4, 90), ("A", "C", 3, 60), ("D", "A", -8, 140),
        ("D", "E", -6, 145), ("E", "B", -4, 121), ("F", "E", 6, 122), ("F", "D", -7, 146), ("G", "C", 3, 100),
        ("H", "C", 5, 80), ("H", "B", -3, 125),
    ], 1):
        lines.append(claim(number, a, b, LAYERS[number % 3][0], date(2031, day), score, PAPERS[number % 3][0], f"Invented act {number}.", "stated" if number % 4 else "implied"))
    return lines


def many_scripts():
    """The same invented people in seven scripts."""
    lines = head("Neighbours in many scripts, 2031", "Names in seven scripts.", PAPERS, LAYERS)
    actors = [
        ("A", "state", "Норгард", {"ar": "نورغارد", "he": "נורגרד", "ka": "ნორგარდი", "hy": "Նորգարդ", "tr": "Norgard Cumhuriyeti", "ru": "Норгард"}),
        ("B", "state", "ვალერია", {"ar": "فاليريا", "he": "ולריה", "ka": "ვალერია", "hy": "Վալերիա", "tr": "Valerya", "ru": "Валерия"}),
        ("C", "state", "Իսարնիա", {"ar": "إيسارنيا", "he": "איסרניה", "ka": "ისარნია", "hy": "Իսարնիա", "tr": "İsarnya", "ru": "Исарния"}),
        ("D", "person", "خالد بن يوسف", {"ar": "خالد بن يوسف", "he": "ח׳אלד בן יוסף", "ka": "ხალიდ ბენ იუსუფი", "hy": "Խալիդ բեն Յուսուֆ", "tr": "Halit bin Yusuf", "ru": "Халид бен Юсуф"}),
        ("E", "person", "שמואל בן־ארי", {"ar": "شموئيل بن آري", "he": "שמואל בן־ארי", "ka": "შმუელ ბენ-არი", "hy": "Շմուել բեն Արի", "tr": "Şmuel Ben Ari", "ru": "Шмуэль Бен-Ари"}),
        ("F", "outlet", "Η Εφημερίδα της Ακτής", {"ar": "صحيفة الساحل", "he": "עיתון החוף", "ka": "სანაპიროს გაზეთი", "hy": "Ափի թերթ", "tr": "Kıyı Gazetesi", "ru": "Газета Побережья"}),
        ("G", "organization", "Kıyı Birliği", {"ar": "تحالف الساحل", "he": "ברית החוף", "ka": "სანაპიროს კავშირი", "hy": "Ափերի դաշինք", "tr": "Kıyı Birliği", "ru": "Союз Побережья"}),
        ("H", "group", "Rybári z Pobrežia", {"ar": "صيادو الساحل", "he": "דייגי החוף", "ka": "სანაპიროს მეთევზეები", "hy": "Ափի ձկնորսներ", "tr": "Kıyı Balıkçıları", "ru": "Рыбаки Побережья"}),
        ("I", "person", "Əli Şükürlü", {"ar": "علي شوكورلو", "he": "עלי שוקורלו", "ka": "ალი შუქურლუ", "hy": "Ալի Շուքուրլու", "tr": "Ali Şükürlü", "ru": "Али Шукюрлю"}),
        ("J", "group", "أهل الشاطئ", {"ar": "أهل الشاطئ", "he": "אנשי החוף", "ka": "ნაპირელები", "hy": "Ափի բնակիչներ", "tr": "Sahil Halkı", "ru": "Жители берега"}),
        ("K", "person", "Παύλος Ακτής", {"ar": "باك هيآن", "he": "פאק האן", "ka": "პაკ ჰეანი", "hy": "Փաք Հեան", "tr": "Pak Hean", "ru": "Пак Хэан"}),
    ]
    lines.append("actors:")
    for key, kind, name, names in actors:
        inner = ", ".join(f"{tag}: {value}" for tag, value in names.items())
        lines.append(f"  {key}: {{kind: {kind}, name: {name}, names: {{{inner}}}}}")
    lines.append("affiliations:")
    lines += [f"  - {{actor: {a}, of: {b}, role: member, speaks-for: 0.5}}" for a, b in [("D", "A"), ("I", "A"), ("E", "B"), ("F", "B"), ("K", "C")]]
    lines.append("claims:")
    for number, (a, b, score, day) in enumerate([
        ("A", "B", -7, 120), ("B", "A", -5, 130), ("A", "C", 6, 90), ("C", "G", 3, 60), ("G", "A", -4, 140),
        ("D", "E", -6, 145), ("E", "B", 4, 121), ("F", "E", 6, 122), ("H", "G", -7, 146), ("I", "C", 3, 100),
        ("J", "H", 5, 80), ("K", "B", -3, 125), ("D", "A", 5, 100), ("J", "A", -4, 150),
    ], 1):
        lines.append(claim(number, a, b, LAYERS[number % 3][0], date(2031, day), score, PAPERS[number % 3][0], f"Invented act {number}.", "stated" if number % 4 else "implied"))
    return lines


for name, make in [("sixty-actors", sixty), ("two-hundred-actors", two_hundred), ("ferry-quarrel", year), ("long-names", long_names), ("many-scripts", many_scripts)]:
    with open(os.path.join(here, name + ".yaml"), "w", encoding="utf-8") as file:
        file.write("\n".join(make()) + "\n")

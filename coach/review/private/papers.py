"""Dates of birth, documents, number plates and the last digits of cards: by the words around them, or by a form of their own."""

from __future__ import annotations

from collections.abc import Iterator

from coach.expressions import compiled

BORN, NUMBER, ADDRESS = "[date of birth]", "[number]", "[address]"

Mark = tuple[int, int, str]

MONTHS = (
    r"(?:jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек"
    r"|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara)\w*\.?"
)
NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
DAY = (
    r"[0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|{NTH}\.? {MONTHS},? [0-9]{{4}}|{MONTHS} {NTH},? [0-9]{{4}}"
)
PLATE = (
    r"[^\W\d_]{1,3}[ \-]?[^\W\d_]{0,3}[ \-]?[0-9]{1,4}(?: ?[^\W\d_]{1,3})?(?: ?[0-9]{2,3})?|[0-9]{2} ?[^\W\d_]{1,3} ?[0-9]{2,4}"
)
IS = r"(?:[ :.№#\-]|is|are|ist|lautet|sind|это|no|nr|number|nummer|numaram?|номер|of|the|my|car|der|des|die){0,12}"

CUES = (
    (
        (" born", "birth", "dob", "geboren", "geburt", "рожд", "родил", "doğum"),
        rf"(?:born|birth\w*|dob|geboren|geburts\w+|рождени\w|родил\w+|doğum\w*)[^0-9\n.!?]{{0,20}}?(?<!\w)(?P<it>{DAY})(?!\w)"
        rf"|(?<!\w)(?P<before>{DAY}) (?:doğumlu|года рождения|г\. ?р)",
        BORN,
    ),
    (
        (
            "ending ",
            "last four",
            "last 4",
            "endziffer",
            "letzte",
            "endet auf",
            "последни",
            "канчива",
            "son dört",
            "son 4",
            "ile biten",
        ),
        r"(?:ending(?: in| with)?|last (?:four|4)(?: digits?)?(?: of (?:my|the|your) card)?|endziffern?|letzten? (?:vier|4)"
        r" (?:ziffern|stellen)|endet auf|последни[ех] (?:четыре|4)(?: цифр\w?)?"
        r"|[оа]канчива\w+ на|son (?:dört|4) (?:hane|rakam)\w*)"
        r"(?:[ :]|is|are|sind|lauten|это){0,4}(?P<it>[0-9]{4})(?![0-9.,:]?[0-9])|(?<![0-9.,])(?P<before>[0-9]{4}) ile biten",
        NUMBER,
    ),
    (
        ("kennzeichen", " plate", "registration", "госномер", "номерной знак", "номер машины", "plaka"),
        rf"(?:kennzeichen|plate|registration|госномер|номерной знак|номер машины|plaka\w*){IS}(?<!\w)(?P<it>{PLATE})(?!\w)",
        NUMBER,
    ),
    (
        (" pnr", "booking ref", "booking code", "reservation code", "buchungscode", "rezervasyon kod"),
        r"(?:pnr|booking ref\w*|(?:booking|reservation) code|buchungscode|rezervasyon kod\w+)"
        rf"{IS}(?<!\w)(?P<it>(?=[a-z]{{0,7}}[0-9])[a-z0-9]{{5,8}})(?!\w)",
        NUMBER,
    ),
    (
        ("passport", "ausweis", "reisepass", "паспорт", "pasaport", "серия", "снилс", "sort code", "ssn", "social security"),
        r"(?:passport|ausweis\w*|reisepass\w*|паспорт\w*|pasaport\w*|серия|снилс|sort code|ssn|social security(?: number)?)"
        rf"{IS}(?<!\w)(?P<it>[0-9]{{2}} ?[0-9]{{2}} ?№? ?[0-9]{{6}}|[0-9]{{3}}-[0-9]{{3}}-[0-9]{{3}}[ \-][0-9]{{2}}"
        r"|[0-9]{2} [0-9]{2}|[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{3}-[0-9]{2}-[0-9]{4}|[a-z][0-9a-z]{0,3}[0-9][0-9a-z]{4,8})(?!\w)",
        NUMBER,
    ),
)
"""What a text has with such a cue, small; the cue and what it tells (`it`, or `before` it); the mark."""

FORMS = (
    (r"[АВЕКМНОРСТУХ][0-9]{3}[АВЕКМНОРСТУХ]{2} ?[0-9]{2,3}(?!\w)", NUMBER),  # a number plate of Russia
    (r"[0-9]{3}-[0-9]{3}-[0-9]{3}[ \-][0-9]{2}(?!\w)", NUMBER),  # СНИЛС
    (r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}(?!\w)", ADDRESS),  # a postcode of the United Kingdom: some fifteen houses
)


def papers(text: str) -> Iterator[Mark]:
    """Where they stand in a text that has a digit."""
    small = text.replace("İ", "i").lower()
    for hints, cue, mark in CUES:
        for hint in hints:
            if hint in small:
                for found in compiled(cue).finditer(small):
                    group = "it" if found["it"] or "before" not in found.re.groupindex else "before"
                    yield (*found.span(group), mark)
                break
    for form, mark in FORMS:
        for found in compiled(form).finditer(text):
            if found.start() == 0 or not text[found.start() - 1].isalnum():
                yield (*found.span(), mark)

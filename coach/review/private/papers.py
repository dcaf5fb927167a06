"""Dates of birth, documents, number plates and the last digits of cards, by the words around them."""

from __future__ import annotations

from coach.review.private.forms import Form

BORN, NUMBER = "[date of birth]", "[number]"

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
LETTER = "[АВЕКМНОРСТУХ]"
IS = r"(?:[ :.№#\-]|is|are|ist|lautet|sind|это|no|nr|number|nummer|numaram?|номер|of|the|my|car|der|des|die){0,12}"

PAPERS = (
    Form(
        "born|birth|dob|geboren|geburts|рождени|родил|г\\. ?р|doğum",
        rf"(?:(?<!\w)born|birth\w*|(?<!\w)dob|geboren|geburts\w+|рождени\w|родил\w+|doğum\w*)[^0-9\n.!?]{{0,20}}?(?<!\w)(?P<it>{DAY})"
        rf"(?!\w)|(?<!\w)(?P<before>{DAY}) (?:doğumlu|года рождения|г\. ?р)",
        BORN,
        small=True,
    ),
    Form(
        "ending(?::| in| with| is| are| [0-9: ])|last four|last 4|endziffer|letzte|endet auf|последни[ех]|канчива|son dört|son 4"
        "|ile biten",
        r"(?:ending(?: in| with)?|last (?:four|4)(?: digits?)?(?: of (?:my|the|your) card)?|endziffern?|letzten? (?:vier|4)"
        r" (?:ziffern|stellen)|endet auf|последни[ех] (?:четыре|4)(?: цифр\w?)?"
        r"|[оа]канчива\w+ на|son (?:dört|4) (?:hane|rakam)\w*)"
        r"(?:[ :]|is|are|sind|lauten|это){0,4}(?P<it>[0-9]{4})(?![0-9.,:]?[0-9])|(?<![0-9.,])(?P<before>[0-9]{4}) ile biten",
        NUMBER,
        small=True,
    ),
    Form(
        "kennzeichen|plate|registration|госномер|номерной знак|номер машины|plaka",
        rf"(?:kennzeichen|(?<!\w)plate|registration|госномер|номерной знак|номер машины|plaka\w*){IS}(?<!\w)"
        rf"(?P<it>{PLATE})(?!\w)",
        NUMBER,
        small=True,
    ),
    Form(
        "pnr|booking ref|booking code|reservation code|buchungscode|rezervasyon kod",
        r"(?:(?<!\w)pnr|booking ref\w*|(?:booking|reservation) code|buchungscode|rezervasyon kod\w+)"
        rf"{IS}(?<!\w)(?P<it>(?=[a-z]{{0,7}}[0-9])[a-z0-9]{{5,8}})(?!\w)",
        NUMBER,
        small=True,
    ),
    Form(
        "passport|ausweis|reisepass|паспорт|pasaport|серия|снилс|sort code|ssn|social security",
        r"(?:passport|ausweis\w*|reisepass\w*|паспорт\w*|pasaport\w*|серия|снилс|sort code|ssn|social security(?: number)?)"
        rf"{IS}(?<!\w)(?P<it>[0-9]{{2}} ?[0-9]{{2}} ?№? ?[0-9]{{6}}|[0-9]{{3}}-[0-9]{{3}}-[0-9]{{3}}[ \-][0-9]{{2}}"
        r"|[0-9]{2} [0-9]{2}|[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{3}-[0-9]{2}-[0-9]{4}|[a-z][0-9a-z]{0,3}[0-9][0-9a-z]{4,8})(?!\w)",
        NUMBER,
        small=True,
    ),
    Form(
        f"{LETTER.lower()}[0-9]{{3}}{LETTER.lower()}{{2}}",
        rf"(?<![^\W_]){LETTER}[0-9]{{3}}{LETTER}{{2}} ?[0-9]{{2,3}}(?!\w)",
        NUMBER,
    ),
    Form("[0-9]-[0-9]{3}-[0-9]{3}", r"(?<![^\W_])[0-9]{3}-[0-9]{3}-[0-9]{3}[ \-][0-9]{2}(?!\w)", NUMBER),
)
"""What tells `it`, or what is `before` it; and by their own form a number plate and the insurance number (СНИЛС) of Russia."""

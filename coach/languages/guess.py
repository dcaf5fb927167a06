"""Which of the four languages a text is in, told by script, letters and function words; no model.

A text counts as one language only when it is clearly ahead of the others; else the answer is None, and the caller stays silent
and says so.
"""

from __future__ import annotations

from functools import cache

from coach.expressions import compiled
from coach.languages import language

CYRILLIC = r"[Ѐ-ӿ]"
LATIN = r"[A-Za-zÀ-ɏ]"
OTHER_CYRILLIC = r"(?i)[іїєґўђћџљњјқғңөұүһ]"
"""Letters of Ukrainian, Belarusian, Serbian, Kazakh: not Russian."""

FOREIGN_NAME = 50
"""One such letter among this many is a name in a Russian text."""

LATIN_LANGUAGES = ("en", "de", "tr")
LETTERS = {"de": "äßÄ", "tr": "ğışĞİŞ"}
MARKS = ".,;:!?…()\"'*"
ENOUGH = 600
"""Characters that are looked at."""

LETTER_WEIGHT = 2
LEAST = 2
"""A guess needs this much evidence ..."""

LEAD = 1.5
"""... and this many times the runner-up's."""


@cache
def known_words() -> dict[str, frozenset[str]]:
    """The words that tell each language, those shared with another one left out."""
    words = {code: language(code).function_words for code in LATIN_LANGUAGES}
    return {code: words[code].difference(*(words[other] for other in words if other != code)) for code in words}


def guess(text: str) -> str | None:
    """The language of a text (a masked one is best: links say nothing), or None when unsure."""
    sample = text[:ENOUGH]
    bonus = dict.fromkeys(LATIN_LANGUAGES, 0)
    if not sample.isascii():
        if compiled(CYRILLIC).search(sample):
            cyrillic = len(compiled(CYRILLIC).findall(sample))
            if cyrillic > len(compiled(LATIN).findall(sample)):
                return None if len(compiled(OTHER_CYRILLIC).findall(sample)) * FOREIGN_NAME > cyrillic else "ru"
        bonus |= {code: LETTER_WEIGHT for code, letters in LETTERS.items() if any(letter in sample for letter in letters)}
    chunks = set(sample.replace("’", "'").replace("İ", "i").lower().split())
    return clearest(chunks, bonus) or clearest({chunk.strip(MARKS) for chunk in chunks}, bonus)


def clearest(words: set[str], bonus: dict[str, int]) -> str | None:
    """The language of Latin script that is clearly ahead of the others in the words."""
    known = known_words()
    scores = [(len(words & known[code]) + bonus[code], code) for code in LATIN_LANGUAGES]
    scores.sort()
    (second, _), (most, best) = scores[-2:]
    needed = LEAST if len(words) > 3 else 1
    return best if most >= needed and most >= LEAD * second else None

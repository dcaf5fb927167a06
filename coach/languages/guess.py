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
ENOUGH, SCRIPT = 600, 80
"""Characters in which function words are counted, and letters of either script."""

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
    plain = sample.isascii()
    if not plain and compiled(CYRILLIC).search(sample):
        start = sample[:SCRIPT]
        cyrillic = len(compiled(CYRILLIC).findall(start))
        if cyrillic > len(compiled(LATIN).findall(start)):
            return None if len(compiled(OTHER_CYRILLIC).findall(start)) * FOREIGN_NAME > cyrillic else "ru"
    chunks = set((sample if plain else sample.replace("’", "'").replace("İ", "i")).lower().split())
    letters = "" if plain else sample
    return clearest(chunks, letters) or clearest({chunk.strip(MARKS) for chunk in chunks}, letters)


def clearest(words: set[str], letters: str) -> str | None:
    """The language of Latin script that is clearly ahead of the others in the words, and in the letters that only it has."""
    known = known_words()
    scores = {code: len(words & known[code]) for code in LATIN_LANGUAGES}
    if letters:
        for code, own in LETTERS.items():
            scores[code] += LETTER_WEIGHT * any(letter in letters for letter in own)
    best = max(scores, key=scores.__getitem__)
    most = scores.pop(best)
    needed = LEAST if len(words) > 3 else 1
    return best if most >= needed and most >= LEAD * max(scores.values()) else None

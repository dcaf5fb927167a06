"""Which of the four languages a text is in, told by script, letters and function words; no model.

A text counts as one language only when it is clearly ahead of the others; else the answer is None, and the caller stays silent
and says so.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat

from coach.expressions import compiled
from coach.languages import language

CYRILLIC = r"[Ѐ-ӿ]+"
LATIN = r"[A-Za-zÀ-ɏ]+"
OTHER_CYRILLIC = r"[іїєґўђћџљњјқғңөұүһІЇЄҐЎЂЋЏЉЊЈҚҒҢӨҰҮҺ]"
"""Letters of Ukrainian, Belarusian, Serbian, Kazakh: not Russian."""

FOREIGN_NAME = 50
"""One such letter among this many is a name in a Russian text."""

LATIN_LANGUAGES = ("en", "de", "tr")
GERMAN_LETTERS, TURKISH_LETTERS = "äßÄ", "ğışĞİŞ"
MARKS = ".,;:!?…()\"'*"
FIRST, ENOUGH = 60, 600
"""How many characters are looked at: first, and when they do not decide."""

LETTER_WEIGHT = 2
CLEAR, LEAST = 3, 2
"""A guess needs this much evidence in the first characters, and in all that are looked at ..."""

FEW = 3
"""... a text of up to so many words less ..."""

LEAD = 1.5
"""... and this many times the runner-up's."""


@cache
def votes() -> dict[str, str]:
    """For each word that tells a language of Latin script from the others the first letter of its code."""
    words = {code: language(code).function_words for code in LATIN_LANGUAGES}
    shared = (words["en"] & words["de"]) | (words["en"] & words["tr"]) | (words["de"] & words["tr"])
    return {word: code[0] for code in words for word in words[code] - shared}


def guess(text: str) -> str | None:
    """The language of a text (a masked one is best: links say nothing), or None when unsure.

    The first line is enough where it leaves no doubt.
    """
    start = text[:FIRST]
    if not start.isascii() and compiled(CYRILLIC).search(start):
        cyrillic = len("".join(compiled(CYRILLIC).findall(start)))
        if cyrillic > len("".join(compiled(LATIN).findall(start))):
            return None if len(compiled(OTHER_CYRILLIC).findall(start)) * FOREIGN_NAME > cyrillic else "ru"
    return clearest(start, CLEAR) or clearest(text[:ENOUGH], LEAST)


def clearest(sample: str, least: int) -> str | None:
    """The language of Latin script that is clearly ahead of the others, with at least so many words and letters for it.

    Marks are taken off the words only where the words without marks do not decide.
    """
    plain = sample.isascii()
    words = (sample if plain else sample.replace("’", "'").replace("İ", "i")).lower().split()
    letters = "" if plain else sample
    return ahead(words, letters, least) or ahead([word.strip(MARKS) for word in words], letters, least)


def ahead(words: list[str], letters: str, least: int) -> str | None:
    """The language clearly ahead in the words, and in the letters that only it has."""
    given = "".join(map(votes().get, words, repeat("")))
    english, german, turkish = given.count("e"), given.count("d"), given.count("t")
    if letters:
        german += LETTER_WEIGHT * sum(map(letters.__contains__, GERMAN_LETTERS))
        turkish += LETTER_WEIGHT * sum(map(letters.__contains__, TURKISH_LETTERS))
    _, (second, _), (most, best) = sorted(((english, "en"), (german, "de"), (turkish, "tr")))
    return best if most >= (least if len(words) > FEW else 1) and most >= LEAD * second else None

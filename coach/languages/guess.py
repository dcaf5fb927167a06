"""Which of the four languages a text is in, told by script, letters and function words; no model.

A text counts as one language only when it is clearly ahead of the others; else the answer is None, and the caller stays silent
and says so.
"""

from __future__ import annotations

from functools import cache

from coach.expressions import compiled
from coach.languages import language
from coach.model import LANGUAGES

CYRILLIC = r"[Ѐ-ӿ]"
LATIN = r"[A-Za-zÀ-ɏ]"
OTHER_CYRILLIC = r"(?i)[іїєґўђћџљњјқғңөұүһ]"
"""Letters of Ukrainian, Belarusian, Serbian, Kazakh: not Russian."""

FOREIGN_NAME = 50
"""One such letter among this many is a name in a Russian text."""

LETTERS = {"de": "[äßÄ]", "tr": "[ğışĞİŞ]"}
MARKS = ".,;:!?…()\"'*"
ENOUGH = 600
"""Characters that are looked at."""

LETTER_WEIGHT = 2
LEAST = 2
"""A guess needs this much evidence ..."""

LEAD = 1.5
"""... and this many times the runner-up's."""


@cache
def function_words(code: str) -> frozenset[str]:
    """The words that tell the language, those shared with another one left out."""
    others = frozenset().union(*(language(other).function_words for other in LANGUAGES if other != code))
    return language(code).function_words - others


def guess(text: str) -> str | None:
    """The language of a text (a masked one is best: links say nothing), or None when unsure."""
    sample = text[:ENOUGH]
    if not sample.isascii():
        cyrillic = len(compiled(CYRILLIC).findall(sample))
        if cyrillic and cyrillic > len(compiled(LATIN).findall(sample)):
            return None if len(compiled(OTHER_CYRILLIC).findall(sample)) * FOREIGN_NAME > cyrillic else "ru"
    chunks = set(sample.replace("’", "'").replace("İ", "i").lower().split())
    return clearest(sample, chunks) or clearest(sample, {chunk.strip(MARKS) for chunk in chunks})


def clearest(sample: str, words: set[str]) -> str | None:
    """The language of Latin script that is clearly ahead of the others in the words of the sample."""
    scores = {code: len(words & function_words(code)) for code in ("en", "de", "tr")}
    if not sample.isascii():
        for code, letters in LETTERS.items():
            if compiled(letters).search(sample):
                scores[code] += LETTER_WEIGHT
    *_, second, best = sorted(scores, key=scores.__getitem__)
    needed = LEAST if len(words) > 3 else 1
    return best if scores[best] >= needed and scores[best] >= LEAD * scores[second] else None

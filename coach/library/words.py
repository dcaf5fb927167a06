"""The words of a macro that tell it from others: without greeting and signature, placeholders, links and names of agents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages import language
from coach.languages.base import Language
from coach.library.record import Macro
from coach.sources.masking import PLACEHOLDER

WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*"
SENTENCE_END = r"[.!?…]+(?=[\s)»“”\"']|$)|\n+"
SHORTEST_STEM = 3
STEM = 5
"""Words that share so many first letters are taken for forms of one word, as in the comparison of a reply with a message."""

LONGEST_GREETING, LONGEST_FAREWELL = 8, 6
"""Words of a line that only greets, or only takes leave."""

GREETINGS = {
    "en": r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b",
    "de": r"(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|grüß gott|gruezi)\b",
    "ru": r"(?:здравствуй|добрый (?:день|вечер)|доброе утро|привет|уважаем|приветству)",
    "tr": r"(?:merhaba|selam|sayın|sayin|iyi günler|iyi gunler|günaydın|değerli|degerli|iyi akşamlar|sevgili)",
}
FAREWELLS = {
    "en": (
        r"(?:(?:best|kind|warm|many|with)? ?(?:regards|wishes)|(?:kind|kindest|warmest|warm) regards|all the best|cheers|best"
        r"|many thanks|thanks|thank you|sincerely|yours|with (?:kind|best)|have a (?:great|nice|lovely|good)|take care)\b"
    ),
    "de": (
        r"(?:(?:mit )?(?:\w+ und )?(?:freundlich|viele|lieb|herzlich|schön|best|sonnig)\w* grü(?:ß|ss)|gr[uü](?:ß|ss)"
        r"|dein|ihr|euer|alles gute|hochachtungsvoll|vielen dank$|danke$|ihre?\b|eure?\b|bis bald)"
    ),
    "ru": r"(?:с уважением|всего доброго|хорошего дня|с наилучшими|ваша?\b|искренне|удачного дня|до свидания|спасибо$)",
    "tr": (
        r"(?:saygılar|iyi günler|sevgiler|iyi çalışmalar|teşekkürler|teşekkür ederiz|kolay gelsin|görüşmek üzere|hoşça kal"
        r"|saygilar)"
    ),
}


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    key: str
    start: int
    end: int


def words(macro: Macro, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a part of a macro in the spelling that is compared; placeholders, links and addresses are none."""
    return words_of(macro.open, macro.tongue, start, end)


def words_of(text: str, tongue: Language, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a text that has been masked; offsets count in the whole text."""
    folded = tongue.fold(text)
    stop = len(text) if end is None else end
    return [Word(tongue.key(found[0]), found.start(), found.end()) for found in compiled(WORD).finditer(folded, start, stop)]


def sentences(text: str, tongue: Language, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of a masked text as spans without the spaces around; a dot behind an abbreviation or ordinal ends none."""
    stop = len(text) if end is None else end
    begin = start
    for mark in compiled(SENTENCE_END).finditer(text, start, stop):
        if mark[0] == "." and _inside(text, mark.start(), tongue):
            continue
        yield from _stripped(text, begin, mark.end())
        begin = mark.end()
    yield from _stripped(text, begin, stop)


def _inside(text: str, dot: int, tongue: Language) -> bool:
    """Whether a dot belongs to the word before it: "z. B.", "am 1. März", "approx."."""
    before = compiled(r"(?:[^\W_]\.)*\w+$").search(text, max(0, dot - 20), dot)
    if before is None:
        return False
    word = tongue.fold(before[0])
    if word.isdecimal():
        return tongue.ordinal_dot and len(word) <= 2
    if compiled(r"(?:\w\.)+\w").fullmatch(word):
        return not compiled(r"\s+[^\W\d_a-zà-ÿа-яё]").match(text, dot + 1)  # "at 5 p.m. We", but "9 a.m. to"
    return word in tongue.abbreviations or (len(word) == 1 and word.isalpha())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    begin, stop = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
    if begin < stop:
        yield begin, stop


def sentence_at(text: str, tongue: Language, offset: int) -> tuple[int, int]:
    """The sentence that holds an offset; of an offset in none, the rest of the text."""
    return next((span for span in sentences(text, tongue) if span[0] <= offset < span[1]), (offset, len(text)))


def body(macro: Macro) -> tuple[int, int]:
    """The text without the greeting in front and the signature behind, as a span."""
    text, tongue = macro.open, macro.tongue
    lines = [span for match in compiled(r"[^\n]+").finditer(text) for span in _stripped(text, *match.span())]
    while lines and _greets(text, lines[0], tongue):
        lines = lines[1:]
    for number in range(max(1, len(lines) - 5), len(lines)):
        if _takes_leave(text, lines[number], tongue):
            lines = lines[:number]
            break
    return (lines[0][0], lines[-1][1]) if lines else (0, 0)


def _greets(text: str, line: tuple[int, int], tongue: Language) -> bool:
    folded = tongue.fold(text[slice(*line)]).lstrip("*_# ")
    if not folded.strip(f"{PLACEHOLDER} ,.!:-–—"):
        return True  # a name on a line of its own
    return len(folded.split()) <= LONGEST_GREETING and bool(compiled(GREETINGS[tongue.code]).match(folded))


def _takes_leave(text: str, line: tuple[int, int], tongue: Language) -> bool:
    folded = tongue.fold(text[slice(*line)]).strip("*_ ,.!-–—")
    return len(folded.split()) <= LONGEST_FAREWELL and bool(compiled(FAREWELLS[tongue.code]).match(folded))


def is_content(key: str, tongue: Language) -> bool:
    """Whether a word says what a text is about, and not only how its sentences hang together."""
    return len(key) >= SHORTEST_STEM and key not in function_keys(tongue.code) and key[0].isalpha()


@cache
def function_keys(code: str) -> frozenset[str]:
    """The function words of a language in the spelling that is compared."""
    tongue = language(code)
    return frozenset(map(tongue.key, tongue.function_words))


def stem(key: str) -> str:
    """The beginning of a word, by which its inflected forms are the same."""
    return key[:STEM]

"""How a library addresses its readers: which form most macros use, which ones do otherwise, and which one shouts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.address import PLURAL, WORD, shows
from coach.library.record import Macro, Place
from coach.model import Finding

FORMAL, INFORMAL, MIXED = "formal", "informal", "mixed"
FEWEST = 4
"""Macros of a language that show a form of address, before one of them is the house style ..."""

CLEAR = 0.7
"""... and so many of them must agree."""

LIBRARY, LONELY = 20, 0.05
"""In a library of so many macros of a language, what no more than this share of them does, none of the others does."""

SHOUTING = "reply/shouting"
LOUD, MERRY = "shouting", "emoji"
EMOJI = "[\U0001f300-\U0001faff\u2600-\u27bf]"


class Odd(NamedTuple):
    """A macro that does otherwise than the others, and the words that show it."""

    macro: int
    form: str
    place: Place


class Address(NamedTuple):
    """The forms of address of one language, as numbers of macros; `house` is the one that is clearly most frequent, or "".

    `odd` are the macros that mix forms, and those that use another than the house.
    """

    language: str
    formal: int
    informal: int
    mixed: int
    none: int
    house: str
    odd: tuple[Odd, ...]


class Outlier(NamedTuple):
    """What few macros of a language do: `what` is "shouting" or "emoji"."""

    language: str
    what: str
    odd: tuple[Odd, ...]
    of: int


def addresses(macros: Iterable[Macro]) -> list[Address]:
    """The forms of address of each language that has them."""
    by_language: defaultdict[str, list[Macro]] = defaultdict(list)
    for macro in macros:
        if macro.language and macro.tongue.formal.words:
            by_language[macro.language].append(macro)
    return [found for lang, own in sorted(by_language.items()) if (found := of_language(lang, own)).none < len(own)]


def of_language(lang: str, macros: Sequence[Macro]) -> Address:
    """The forms of address of the macros of one language."""
    counts = Counter(macro.address for macro in macros)
    shown = counts[FORMAL] + counts[INFORMAL] + counts[MIXED]
    best = max((FORMAL, INFORMAL), key=lambda form: counts[form])
    house = best if shown >= FEWEST and counts[best] >= CLEAR * shown else ""
    odd = [found for macro in macros if (found := odd_one(macro, house)) is not None]
    return Address(lang, counts[FORMAL], counts[INFORMAL], counts[MIXED], counts[""], house, tuple(odd))


def odd_one(macro: Macro, house: str) -> Odd | None:
    """A macro that mixes forms, at the rarer one, or that uses another form than the house."""
    if macro.address == MIXED:
        shown = {form: list(showing(macro, form)) for form in (FORMAL, INFORMAL)}
        rarer = INFORMAL if house == FORMAL else FORMAL if house else min(shown, key=lambda form: len(shown[form]))
        return next((Odd(macro.number, MIXED, macro.at(*span)) for span in shown[rarer]), None)
    if not house or macro.address in ("", house):
        return None
    return next((Odd(macro.number, macro.address, macro.at(*span)) for span in showing(macro, macro.address)), None)


def showing(macro: Macro, form: str) -> Iterator[tuple[int, int]]:
    """The words of a macro that show a form of address."""
    tongue, text = macro.tongue, macro.prepared.masked
    wanted = tongue.formal if form == FORMAL else tongue.informal
    folded = text if tongue.code == "de" else tongue.fold(text)
    for match in compiled(WORD).finditer(folded):
        if shows(match[0], wanted) and not (
            tongue.code == "de" and form == FORMAL and compiled(PLURAL).match(text, match.start())
        ):
            yield match.span()


def outliers(macros: Iterable[Macro]) -> list[Outlier]:
    """What hardly any macro of a language does, and so stands out: shouting, and emoji."""
    by_language: defaultdict[str, list[Macro]] = defaultdict(list)
    for macro in macros:
        if macro.language:
            by_language[macro.language].append(macro)
    result: list[Outlier] = []
    for lang, own in sorted(by_language.items()):
        loud = [Odd(macro.number, LOUD, place(macro, found)) for macro in own for found in first_shout(macro)]
        merry = [
            Odd(macro.number, MERRY, macro.at(*match.span()))
            for macro in own
            if (match := compiled(EMOJI).search(macro.prepared.shadow))
        ]
        for what, odd in ((LOUD, loud), (MERRY, merry)):
            if odd and len(own) >= LIBRARY and len(odd) <= LONELY * len(own):
                result.append(Outlier(lang, what, tuple(odd), len(own)))
    return result


def first_shout(macro: Macro) -> list[Finding]:
    """The finding that says that a macro shouts, if there is one."""
    return [one for one in macro.findings if one.rule == SHOUTING][:1]


def place(macro: Macro, finding: Finding) -> Place:
    """Where a finding stands."""
    line, column = macro.lines.position(finding.start)
    return Place(macro.path, line, column, macro.name, " ".join(finding.text.split()))

"""What was true once: deadlines and sales that have passed, texts that nobody has touched for years, texts that nobody sends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from coach.expressions import compiled
from coach.library.dates import EVENT, FROM, UNTIL
from coach.library.facts import DATE, Deadline, Fact
from coach.library.record import Macro, Place
from coach.library.words import sentence_at

OLD = timedelta(days=2 * 365)
"""How long ago a text that is sent a lot was looked at last."""

NEW = timedelta(days=90)
"""A text that was changed since then may not have been needed yet."""

NEWS = timedelta(days=90)
"""How long after its start something is still news."""

MUCH_USED = 0.25
"""The share of the library that is sent most."""

FEWEST = 8
"""In a smaller library nothing is "sent most"."""

LAPSED, BEGUN, OVER = "lapsed", "begun", "over"
"""A deadline that has passed, a start that is no news any more, an occasion that is over."""

KEPT = {
    "en": (
        r"\b(?:bought|purchased|signed|concluded|manufactured|born|built|registered|warrant\w*|guarantee\w*|contract\w*"
        r"|was|were|had|did|ended)\b"
    ),
    "de": (
        r"\b(?:gekauft\w*|erworben\w*|abgeschlossen\w*|hergestellt\w*|geboren\w*|gebaut\w*|registriert\w*|garantie\w*"
        r"|gewährleist\w*|vertr[aä]g\w*|altvertr\w*|war|waren|hatte\w*|wurde\w*|galt\w*|endete\w*|lief)\b"
    ),
    "ru": (
        r"\b(?:куплен\w*|приобрет\w+|заключен\w*|выпущен\w*|зарегистр\w*|гаранти\w*|договор\w*"
        r"|был\w*|действовал\w*|закончил\w*|заверш\w+л\w*)\b"
    ),
    "tr": (
        r"\b(?:satın al\w*|imzala\w*|üretil\w*|kayıtlı\w*|garanti\w*|sözleşme\w*"
        r"|\w+(?:ydı|ydi|mıştı|mişti|muştu)|sona erdi|bitti)\b"
    ),
}
"""In a sentence about what happened then, or about what was bought then, a past date is right."""

ANNOUNCED = {
    "en": r"\b(?:will|new|chang\w+|going to|introduc\w+|appl(?:y|ies)|increas\w+)\b",
    "de": r"\b(?:neu\w*|änder\w*|wird|werden|gelten|gilt|erhöh\w*|führen wir|entfäll\w*|ziehen)\b",
    "ru": r"\b(?:нов\w+|измен\w+|будет|будут|ввод\w+|начн\w+|повы\w+)\b",
    "tr": r"\b(?:yeni\w*|değiş\w*|\w+[ae]ca[kğ]\w*|geçerli olacak)\b",
}
"""In a sentence with a start: something is to come. Without these a start may be a plain fact: «с 2021 года мы считаем ...»."""

PURCHASES = {
    "en": r"(?:purchases?|orders?|contracts?|bookings?|customers?|invoices?)\W+(?:\w+\W+){0,3}$",
    "de": r"(?:käufe|bestellung\w*|verträge|buchung\w*|kund\w+|rechnung\w*|kauf|einkäufe)\W+(?:\w+\W+){0,3}$",
    "ru": r"(?:покуп\w+|заказ\w*|договор\w*|клиент\w*|счет\w*)\W+(?:\w+\W+){0,3}$",
    "tr": r"(?!)",
}
"""In front of a start: which cases a rule is for. Such a rule goes on."""


class Stale(NamedTuple):
    """Something that has passed: `last` is the day, `what` lapsed, begun or over; `sentence` is where it is said."""

    macro: int
    what: str
    last: date
    place: Place
    sentence: str


class Old(NamedTuple):
    """A macro that is sent a lot and was changed last on a day long ago."""

    macro: int
    place: Place
    updated: date
    usage: int


def stale(macros: Iterable[Macro], known: Mapping[int, Sequence[Fact]], today: date) -> list[Stale]:
    """What has passed, the most used macros first."""
    found = [one for macro in macros for one in of_macro(macro, known[macro.number], today)]
    return sorted(found, key=lambda one: one.what == BEGUN)


def of_macro(macro: Macro, found: Sequence[Fact], today: date) -> Iterator[Stale]:
    """What has passed in one macro, a sentence at most once."""
    told: set[tuple[int, int]] = set()
    text, tongue = macro.open, macro.tongue
    for fact in found:
        if fact.kind != DATE or not isinstance(fact.value, Deadline) or fact.value.last >= today:
            continue
        span = sentence_at(text, tongue, fact.start)
        what = passed(tongue.fold(text), span, fact, fact.value.use, tongue.code)
        if what == BEGUN and today - fact.value.last < NEWS:
            continue
        if what and span not in told:
            told.add(span)
            yield Stale(macro.number, what, fact.value.last, macro.at(fact.start, fact.end), macro.at(*span).text)


def passed(folded: str, sentence: tuple[int, int], fact: Fact, use: str, code: str) -> str:
    """What is wrong with a past date in its sentence: lapsed, begun, over, or "" where it may stand."""
    start, end = sentence
    if compiled(KEPT[code]).search(folded, start, end):
        return ""
    if use == UNTIL:
        return LAPSED
    if use == EVENT:
        return OVER
    if use != FROM or compiled(PURCHASES[code]).search(folded, max(start, fact.start - 60), fact.start):
        return ""
    return BEGUN if compiled(ANNOUNCED[code]).search(folded, start, end) else ""


def much_used(macros: Sequence[Macro]) -> list[Macro]:
    """The macros that are sent most, where that is known of enough of them."""
    counted = sorted((macro for macro in macros if macro.usage), key=lambda macro: -macro.sent)
    return counted[: max(1, int(len(counted) * MUCH_USED))] if len(counted) >= FEWEST else []


def old(macros: Sequence[Macro], today: date) -> list[Old]:
    """The macros that are sent most and were changed last long ago, the most used first."""
    return [
        Old(macro.number, macro.place, macro.updated, macro.sent)
        for macro in much_used(macros)
        if macro.updated and today - macro.updated > OLD
    ]


def unused(macros: Sequence[Macro], today: date) -> list[Macro]:
    """The macros that were never sent, in a library that counts, but for those that are new."""
    if not any(macro.usage for macro in macros):
        return []
    return [macro for macro in macros if macro.usage == 0 and not (macro.updated and today - macro.updated < NEW)]

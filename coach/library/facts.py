"""The hard facts of a text: what is either right or wrong, and must be the same wherever it is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coach.expressions import compiled
from coach.library.dates import Day, days
from coach.library.hours import Hours, hours
from coach.library.quantities import MONEY, Quantity, amounts, durations, percentages
from coach.library.record import Macro
from coach.sources.masking import EMAIL, PHONE, URL

HOURS, DATE, PHONE_NUMBER, MAIL, LINK, SITE = "opening hours", "date", "phone number", "e-mail address", "link", "site"
MOST = 100
"""A text with more facts is a list of prices or dates, where each stands for something else."""

LOCAL_DIGITS = 7
"""The last digits of a phone number, which are the same with and without country and area."""

SECOND_LEVEL = ("co", "com", "org", "net", "gov", "edu")
"""Parts of a domain that stand before a country: example.co.uk, example.com.tr."""

LOCALE = r"(?i)^[a-z]{2}(?:[-_][a-z]{2})?$"


class Contact(NamedTuple):
    """A phone number, an e-mail address or a link: `value` is what is the same however it is written."""

    value: str

    def conflicts(self, other: Contact) -> bool:
        """Whether it is another one."""
        return self.value != other.value


class Deadline(NamedTuple):
    """A date with what the text says of it: "until", "from", "event" or "named"."""

    last: date
    use: str

    def conflicts(self, other: Deadline) -> bool:
        """Whether the same is said of another day."""
        return self.use == other.use and self.last != other.last


class Fact(NamedTuple):
    """A fact of a macro, at a span of its text."""

    kind: str
    value: Quantity | Hours | Contact | Deadline
    start: int
    end: int

    def conflicts(self, other: Fact) -> bool:
        """Whether both cannot be right, if they are about one thing."""
        return self.kind == other.kind and self.value.conflicts(other.value)  # type: ignore[arg-type]

    def agrees(self, other: Fact) -> bool:
        """Whether both say the same. Hours of different days, or money of two currencies, neither agree nor conflict."""
        if self.kind != other.kind or self.conflicts(other):
            return False
        mine, theirs = self.value, other.value
        if isinstance(mine, Hours) and isinstance(theirs, Hours):
            return (mine.opens, mine.closes, mine.days) == (theirs.opens, theirs.closes, theirs.days)
        if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
            return mine.least == theirs.least and (mine.kind != MONEY or mine.unit == theirs.unit)
        return True


def facts(macro: Macro) -> list[Fact]:
    """The facts of a macro, in text order; none of one whose language is not known, or of a list of prices or dates."""
    if macro.language is None:
        return []
    code, folded = macro.language, macro.tongue.fold(macro.open)
    found = list(contacts(macro))
    found += [Fact(DATE, Deadline(day.last, day.use), day.start, day.end) for day in apart(days(folded, code))]
    found += [Fact(HOURS, one, one.start, one.end) for one in hours(folded, code)]
    quantities = [one for reader in (durations, amounts, percentages) for one in reader(folded, code)]
    if len(found) + len(quantities) > MOST:
        return []
    taken = [(one.start, one.end) for one in found]
    found += [Fact(one.kind, one, one.start, one.end) for one in quantities if free(one, taken)]
    return sorted(found, key=lambda one: one.start)


def apart(found: Iterator[Day]) -> Iterator[Day]:
    """Dates that do not overlap."""
    behind = 0
    for day in sorted(found, key=lambda one: (one.start, -one.end)):
        if day.start >= behind:
            yield day
            behind = day.end


def free(one: Quantity, taken: list[tuple[int, int]]) -> bool:
    """Whether a number is not part of a date or of opening hours."""
    return all(one.end <= start or end <= one.start for start, end in taken)


def contacts(macro: Macro) -> Iterator[Fact]:
    """The phone numbers, e-mail addresses and links of a macro."""
    for mask, kind in ((PHONE, PHONE_NUMBER), (EMAIL, MAIL), (URL, LINK)):
        for match in compiled(f"{mask}+").finditer(macro.prepared.masked):
            written = macro.prepared.shadow[match.start() : match.end()]
            value = same_contact(kind, written)
            if value:
                yield Fact(kind, Contact(value), *match.span())


def same_contact(kind: str, written: str) -> str:
    """What is the same of a contact however it is written; nothing for a mention like @name."""
    if kind == PHONE_NUMBER:
        return compiled(r"\D").sub("", written)[-LOCAL_DIGITS:]
    if kind == MAIL:
        return written.lower() if "@" in written[1:] else ""
    return link(written)


def domain(written: str) -> str:
    """The domain of a link or an e-mail address, "" where a placeholder stands for it: track.example.com/x is on example.com."""
    host = written.rpartition("@")[2].partition("/")[0].partition(":")[0]
    if not compiled(r"[\w-]+(?:\.[\w-]+)+").fullmatch(host):
        return ""
    parts = host.split(".")
    return ".".join(parts[-3:] if parts[-2] in SECOND_LEVEL else parts[-2:])


def link(written: str) -> str:
    """A link without scheme, www, language and trailing slash."""
    bare = compiled(r"^(?:\w+://)?(?:www\.)?").sub("", written.lower()).partition("#")[0].rstrip("/")
    host, *path = bare.split("/")
    kept = [part for part in path if not compiled(LOCALE).match(part)]
    return "/".join((host, *kept))

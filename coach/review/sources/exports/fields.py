"""Fields of parsed JSON of which nothing is certain: each function takes any value, and gives nothing where it is of no use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from math import isfinite
from zoneinfo import ZoneInfo

from coach.expressions import compiled
from coach.review.sources.moments import moment

ADDRESSED = r"/(?:conversations|tickets|Transcripts)/([^/?#\s]{1,200})"
"""The id of a conversation in an address."""
MAILBOX = r"^\s*(?:\"?([^\"<>]{0,200}?)\"?\s*)?<[^<>]{0,300}>\s*$"
ON_BEHALF = r"(?i)\s+via\b.*$"
NUMBER = r"^-?\d{1,15}(?:\.\d{1,12})?$"
LARGEST = 10**30
"""No id is as large; Python refuses to write numbers of thousands of digits."""
UNREADABLE = "\0"
"""The word of a value that is none."""


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[str, ...]:
    """The steps of a path."""
    return tuple(path.split("."))


def dig(value: object, path: str) -> object:
    """What stands at a path, or None."""
    for step in _steps(path):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list):
            value = _picked(value, step)
        else:
            return None
    return value


def _picked(values: list[object], step: str) -> object:
    """The element of a list that a step means."""
    key, equals, wanted = step.partition("=")
    if equals:
        return next((one for one in values if isinstance(one, dict) and one.get(key) == wanted), None)
    return values[int(step)] if step.isdecimal() and int(step) < len(values) else None


def listed(value: object, path: str) -> list[object] | None:
    """The list at a path. Of "a.*.b" what is no list stays in it as it is, so that it is not lost unnoticed."""
    outer, star, inner = path.partition(".*.")
    found = dig(value, outer)
    if not isinstance(found, list) or not star:
        return found if isinstance(found, list) else None
    made: list[object] = []
    for one in found:
        part = dig(one, inner) if isinstance(one, dict) else one
        made.extend(part if isinstance(part, list) else () if part is None else (part,))
    return made


def word(value: object) -> str | None:
    """A value as a word in lower case; None where there is none, UNREADABLE for an object, a list or a fraction."""
    if value is None:
        return None
    if isinstance(value, str):
        return value[:200].strip().casefold()
    return str(value).casefold() if isinstance(value, int) and abs(value) < LARGEST else UNREADABLE


def ident(value: object) -> str:
    """An id, also out of an address of the conversation, or ""."""
    if isinstance(value, str) and value.startswith(("http://", "https://", "/")):
        address = compiled(ADDRESSED).search(value[:2000])
        return address[1].removesuffix(".json") if address else ""
    if isinstance(value, str):
        return value[:200].strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST else ""


def first_ident(values: Iterable[object], paths: tuple[str, ...]) -> str:
    """The first id that is found at one of the paths in one of the values."""
    return next((found for value in values for path in paths if (found := ident(dig(value, path)))), "")


def name(value: object, path: str) -> str:
    """A name, of several parts where the path has several; of "Anna Berg via Support <a@b.example>" it is the first two words."""
    parts = [part for step in path.split(" ") if isinstance(part := dig(value, step), str)]
    written = " ".join(" ".join(parts)[:300].split())
    mailbox = compiled(MAILBOX).match(written)
    return compiled(ON_BEHALF).sub("", mailbox[1] or "") if mailbox else written


def first_name(values: Iterable[object], paths: tuple[str, ...]) -> str:
    """The first name that is found at one of the paths in one of the values."""
    return next((found for value in values for path in paths if (found := name(value, path))), "")


def number(value: object) -> float | None:
    """A number, also one that is written in quotation marks."""
    if isinstance(value, str) and compiled(NUMBER).match(value):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return float(value) if isfinite(value) else None
    except OverflowError:
        return None


def begun(value: object, zone: tzinfo | None) -> datetime | None:
    """The time at which a call began, as naive UTC; one that is written without a zone is in `zone`."""
    time = moment(value)
    apart = zone is None or not isinstance(value, str) or compiled(r"(?:Z|[+-]\d\d:?\d\d)\s*$").search(value[-10:])
    try:
        return time if not time or apart else time.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        return None


def later(time: datetime, seconds: float) -> datetime | None:
    """The time so many seconds later, where the calendar goes so far."""
    try:
        return time + timedelta(seconds=seconds)
    except OverflowError:
        return None


def time_zone(value: object) -> tzinfo | None:
    """The time zone of a name like "Europe/Berlin", where this machine knows it."""
    try:
        return ZoneInfo(value) if isinstance(value, str) and compiled(r"^[A-Za-z][\w+/-]{1,60}$").match(value) else None
    except (ValueError, OSError, LookupError):
        return None


def object_at(value: Mapping[str, object], path: str) -> dict[str, object]:
    """The object at a path, or an empty one."""
    found = dig(value, path)
    return found if isinstance(found, dict) else {}

"""The ledger of promises as a calendar (RFC 5545, iCalendar) that Outlook, Google, Apple and Thunderbird import.

A promise is an event of no length at the moment it is due, with an alarm an hour before. To-dos (VTODO) would say it better, but
Outlook and Google leave them out on import. Times are floating: they mean the clock of whoever opens the calendar, because the
exports do not tell the time zone in which a promise was made. A promise without a moment stands in no calendar; the CSV has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import blake2b

from coach.expressions import compiled
from coach.review.scoring.record import PromiseLine

PRODUCT = "-//reply-coach//promises//EN"
FOLD = 75
"""Octets of a line, without the line break (RFC 5545, section 3.1)."""

CONTROL = r"[\x00-\x08\x0b-\x1f\x7f]"
"""Control characters that no text value may hold (section 3.3.11); a tab may stay, a line feed is written as \\n."""

SUMMARY = 80
"""Characters of the title; the whole sentence stands in the description."""


def ledger_ics(lines: Iterable[PromiseLine], stamp: datetime) -> str:
    """The promises that have a moment as events; `stamp` is when the calendar was made, in UTC.

    The same promise has the same UID in every calendar, so that a second import changes the event and adds none.
    """
    body = [content for line in lines if line.due is not None for content in event(line, line.due, stamp)]
    frame = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *body,
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(content)}\r\n" for content in frame)


def event(line: PromiseLine, due: datetime, stamp: datetime) -> Iterator[str]:
    """The content lines of one event, not yet folded."""
    title = line.words if len(line.words) <= SUMMARY else f"{line.words[: SUMMARY - 1].rstrip()}…"
    told = (
        line.words,
        f"Who: {line.who}" * bool(line.who),
        f"By: {line.by}" * bool(line.by),
        f"Agent: {line.agent}" * bool(line.agent),
    )
    place = f"Conversation: {line.conversation}, turn {line.turn}" + f" ({line.source})" * bool(line.source)
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(line)}@reply-coach"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%S}Z"
    yield f"DTSTART:{due:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{escape(title)}"
    yield f"DESCRIPTION:{escape(chr(10).join([*filter(None, told), place]))}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H", f"DESCRIPTION:{escape(title)}", "END:VALARM")
    yield "END:VEVENT"


def identity(line: PromiseLine) -> str:
    """What tells a promise from all others, however often it is exported: conversation, turn and words."""
    told = "\0".join((line.conversation, str(line.turn), line.words))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def escape(text: str) -> str:
    """A text value (section 3.3.11): backslash, semicolon, comma and line feed escaped, other control characters left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return compiled(CONTROL).sub("", plain.replace("\n", "\\n"))


def fold(content: str) -> str:
    """A content line cut into lines of at most 75 octets, never inside a character; the next ones begin with a space."""
    lines: list[str] = []
    line, size = "", 0
    for sign in content:
        octets = len(sign.encode("utf-8"))
        if size + octets > FOLD:
            lines.append(line)
            line, size = " ", 1
        line, size = line + sign, size + octets
    return "\r\n".join([*lines, line])

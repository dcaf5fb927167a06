"""Conversations made of the messages in an export: who said what to whom and when, and what of it was ever sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count, repeat
from pathlib import PurePath
from typing import NamedTuple

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Conversation, Trouble, Turn
from coach.review.sources.exports.bodies import LONGEST, text_of
from coach.review.sources.exports.fields import (
    UNREADABLE,
    begun,
    dig,
    first_ident,
    first_name,
    later,
    name,
    number,
    time_zone,
    word,
)
from coach.review.sources.exports.finding import Person, Ticket, tickets
from coach.review.sources.exports.form import Flag, Form
from coach.review.sources.exports.pages import in_order, joined
from coach.review.sources.exports.vendors import FORMS, channel_of
from coach.review.sources.moments import moment
from coach.review.sources.options import ReadOptions
from coach.review.sources.roles import LEFT_OUT, role_of, with_roles
from coach.sources.markup import known_language

NO_CONVERSATION = "no conversation of this export; it is left out"
NO_OBJECT = "a message that is no object; it is left out"
NO_TEXT = "a message whose text is no text; it is left out"
PERHAPS_A_NOTE = "a message that may be a note or a bot's, because `{}` does not tell; it is left out"
NO_ROLE = "a message of which `{}` does not tell who wrote it; it is kept without a role"
NO_TIME = "a message whose time cannot be read; it is kept without one"
TOO_LONG = f"a message of more than {LONGEST:,} characters; what is beyond is left out"

EPOCH_OFFSET = 1e8
"""Seconds from which on an offset can only count from 1970: no call lasts three years."""


class Read(NamedTuple):
    """A message as it was read: the turn (None: left out), the name of who said it, the channel, and what was wrong with it."""

    turn: Turn | None
    person: str = ""
    channel: str = ""
    faults: tuple[str, ...] = ()


LEAVE_OUT = Read(None)


def conversations(
    value: object, form: str, source: str, options: ReadOptions, trouble: Callable[[Trouble], None], line: int = 0
) -> Iterator[Conversation]:
    """The conversations of a parsed JSON value that `recognise` calls `form`; one in which nobody says anything has no turns.

    `source` is the path that is shown. `line` is the line of JSON lines, or the number of the element in an array, that the value
    is; without it turns and troubles have the number of the message in the value, from 1. Takes any value and raises nothing.
    """

    def tell(place: int, fault: str) -> None:
        trouble(Trouble(f"{source}:{place}" if place else source, fault))

    return joined(_made(value, FORMS[form], source, options, tell, line))


def _made(
    value: object, form: Form, source: str, options: ReadOptions, tell: Callable[[int, str], None], line: int
) -> Iterator[Conversation]:
    """The conversations, page by page."""
    numbers = repeat(line) if line else count(1)
    unnamed = count(1)
    for ticket in tickets(value, form, lambda: tell(line, NO_CONVERSATION)):
        made = _conversation(ticket, form, options, numbers, tell)
        if made.turns or made.left_out:
            yield made._replace(id=ticket.ident or _unnamed(source, line, next(unnamed)), source=source)


def _unnamed(source: str, line: int, position: int) -> str:
    """The id of a conversation whose export has none: the name of the file, and its place in it where that has several."""
    path = PurePath(source)
    stem = PurePath(path.stem).stem if path.suffix in (".gz", ".zst") else path.stem
    places = [str(place) for place in (line, position if position > 1 else 0) if place]
    return ":".join([stem, *places])


def _conversation(
    ticket: Ticket, form: Form, options: ReadOptions, places: Iterator[int], tell: Callable[[int, str], None]
) -> Conversation:
    """The conversation of a ticket, without its id. A message that is there twice, as at the edges of pages, counts once."""
    opening = form.opening(ticket.records[0]) if form.opening and ticket.records else None
    start = _start(ticket, form)
    turns: list[Turn] = []
    kept: list[Read] = []
    seen: set[tuple[str, Turn | None]] = set()
    left_out = 0
    for message, place in zip(([opening] if opening else []) + list(ticket.messages), places, strict=False):
        read = _read(message, form, ticket, start)
        ident = first_ident((message,), ("id", "sid", "Id"))
        damaged = read.faults and not read.turn
        if (ident or (read.turn and read.turn.offset is not None)) and (ident, read.turn) in seen and not damaged:
            continue
        seen.add((ident, read.turn))
        for fault in read.faults:
            tell(place, fault)
        if read.turn:
            kept.append(read)
            turns.append(read.turn._replace(line=place))
        else:
            left_out += not damaged
    customer = first_name(ticket.records, form.customer) or next(
        (read.person for read in kept if read.turn and read.turn.role == CUSTOMER and "@" not in read.person), ""
    )
    named = [turn._replace(speaker=customer) if turn.role == CUSTOMER and not turn.speaker else turn for turn in turns]
    return Conversation(
        id="",
        turns=with_roles(in_order(named, newest_first=form.newest_first), options),
        channel=_channel(ticket, form, kept) or options.channel,
        team=first_name(ticket.records, form.teams) or options.team,
        lang=_language(ticket, form) or options.lang,
        customer=customer,
        left_out=left_out,
    )


def _read(message: object, form: Form, ticket: Ticket, start: datetime | None) -> Read:
    """A message as a turn."""
    if not isinstance(message, dict if form.marks else list):
        return Read(None, faults=(NO_OBJECT,))
    if not any(dig(message, body.path) for body in form.bodies):
        return LEAVE_OUT  # an event, or files only
    sent = {_sent(message, flag): flag.path for flag in form.flags}
    if False in sent:
        return LEAVE_OUT
    if None in sent:
        return Read(None, faults=(PERHAPS_A_NOTE.format(sent[None]),))
    body, text = _text(message, form)
    if not text:
        return LEAVE_OUT if body else Read(None, faults=(NO_TEXT,))
    author = first_ident((message,), form.author)
    person = next((people[author] for people in ticket.people if author in people), Person(None, ""))
    role, told = _role(message, form, ticket, author, person)
    if role == LEFT_OUT:
        return LEAVE_OUT
    time, offset, readable = _when(message, form, start)
    named = first_name((message,), form.names) or person.name or _agent(ticket, form, role)
    speaker = named or ("" if role_of(author) else author)
    channel = next((found for path in form.channels if (found := channel_of(word(dig(message, path)) or "", form.codes))), "")
    faults = (
        *((NO_ROLE.format(form.roles[0][0]),) if told and not role else ()),
        *(() if readable else (NO_TIME,)),
        *((TOO_LONG,) if len(body) > LONGEST else ()),
    )
    return Read(Turn(role or UNKNOWN, text, speaker, time, offset), named, channel, faults)


def _sent(message: object, flag: Flag) -> bool | None:
    """Whether a flag says that a message was sent; None where it says neither."""
    value = word(dig(message, flag.path))
    if value is None:
        return flag.absent or None
    if value in flag.hidden:
        return False
    return True if flag.lenient or value in flag.shown else None


def _text(message: object, form: Form) -> tuple[str, str]:
    """The first body of a message in which somebody says something, as it is written and as it is read. Without one the body is
    any that is a text, and "" where none is.
    """
    named = (word(dig(message, form.kind)) if form.kind else None) or ""
    bodies = [(value, body.kind) for body in form.bodies if isinstance(value := dig(message, body.path), str)]
    for value, kind in bodies:
        text = text_of(value, named.partition(";")[0] or kind, mail=form.mail)
        if text:
            return value, text
    return bodies[0][0] if bodies else "", ""


def _role(message: object, form: Form, ticket: Ticket, author: str, person: Person) -> tuple[str | None, bool]:
    """The role of the author, or None, and whether the message itself says anything about it."""
    told = False
    for path, meanings in form.roles:
        value = word(dig(message, path))
        told = told or value is not None
        role = meanings.get(value) or role_of(value) if value and value != UNREADABLE else None
        if role:
            return role, True
    if person.role and person.role != UNREADABLE:
        is_agent = form.agent and person.role == word(first_name(ticket.records, (form.agent,)))
        return AGENT if is_agent else role_of(person.role), told
    is_customer = author and author == first_ident(ticket.records, form.requester)
    return CUSTOMER if is_customer else None, told


def _agent(ticket: Ticket, form: Form, role: str | None) -> str:
    """The name of the agent, where the conversation has only one and names them."""
    if role != AGENT or not form.agent:
        return ""
    agents = {key for people in ticket.people for key, person in people.items() if role_of(person.role or "") == AGENT}
    return first_name(ticket.records, (form.agent,)) if len(agents) <= 1 else ""


def _start(ticket: Ticket, form: Form) -> datetime | None:
    """The time from which offsets count."""
    zone = time_zone(next((found for record in ticket.records if (found := dig(record, form.zone))), None)) if form.zone else None
    times = (begun(dig(record, path), zone) for record in ticket.records for path in form.start)
    return next((time for time in times if time), None)


def _when(message: object, form: Form, start: datetime | None) -> tuple[datetime | None, float | None, bool]:
    """The time and the offset of a message, and whether all that is there of them can be read."""
    values = [value for path in form.times if (value := dig(message, path)) is not None]
    time = next((moment(value) for value in values if moment(value)), None)
    counted = [value for path in form.offsets if (value := dig(message, path)) is not None]
    offset = next((found * form.unit for value in counted if (found := number(value)) is not None and found >= 0), None)
    readable = bool(time or not values) and (offset is not None or not counted)
    if offset is not None and offset >= EPOCH_OFFSET:
        time = moment(offset)
        offset = (time - start).total_seconds() if time and start and time >= start else None
    elif offset is not None and start and not time:
        time = later(start, offset)
    return time, None if offset is None else round(offset, 6), readable


def _channel(ticket: Ticket, form: Form, kept: list[Read]) -> str:
    """The channel of a conversation: its own, else that of the customer's first message, else of any."""
    if form.channel:
        return form.channel
    told = (channel_of(word(dig(one, path)) or "", form.codes) for one in ticket.records for path in form.conversation_channels)
    of_customer = (read.channel for read in kept if read.turn and read.turn.role == CUSTOMER)
    return next((found for group in (told, of_customer, (read.channel for read in kept)) for found in group if found), "")


def _language(ticket: Ticket, form: Form) -> str | None:
    """The language that the export names, where it is one of ours."""
    found = (known_language(name(record, path)) for record in ticket.records for path in form.langs)
    return next((lang for lang in found if lang), None)

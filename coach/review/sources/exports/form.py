"""What the export of a vendor looks like, as a record: where its fields stand and what their values mean.

A path is names joined by dots ("author.name"); in a list a step picks an element, by its number or by a field ("role=from").
Several paths in one string, with spaces between, are a name in parts ("author.first author.last"). Where a field has several
paths the first that holds something is taken. Words of an export are compared in lower case; true and false are words, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

HTML, PLAIN, MARKDOWN = "text/html", "text/plain", "text/markdown"

Words = Mapping[str, str]
"""What the words of an export mean: roles or channels."""


def words(text: str) -> frozenset[str]:
    """A set of words."""
    return frozenset(text.split())


class Body(NamedTuple):
    """A place where the text of a message may stand, and how it is written."""

    path: str
    kind: str = HTML


class Flag(NamedTuple):
    """What tells a message that was sent from one that nobody outside has seen.

    A value of `hidden` leaves the message out. Any other that is not in `shown` leaves it out, too, and is reported, because it
    may be an internal note or a bot's; only a `lenient` flag lets it pass. `absent` says whether a message without
    the flag was sent.
    """

    path: str
    shown: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    absent: bool = False
    lenient: bool = False


class People(NamedTuple):
    """A list of the people of a conversation (or one of them, as an object) that stands beside the messages."""

    path: str
    ident: str
    role: str = ""
    names: tuple[str, ...] = ()


class Form(NamedTuple):
    """An export. Paths are those of a message, except where something else is said."""

    name: str
    marks: tuple[str, ...]
    """Fields that a message has and messages of others do not; `type=note` asks for a value, too."""
    lists: tuple[str, ...]
    """Where the messages stand in a conversation; "a.*.b" are the lists b of all elements of a."""
    bodies: tuple[Body, ...]
    documents: tuple[tuple[str, ...], ...] = ()
    """Fields that a conversation has, so that one without messages is known, too; the first set of them that fits counts."""
    kind: str = ""
    """Where the kind of text is named, as a media type."""
    flags: tuple[Flag, ...] = ()
    roles: tuple[tuple[str, Words], ...] = ()
    """Where the role of the author stands, and what its words mean that `roles.role_of` does not know or takes otherwise."""
    author: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    people: tuple[People, ...] = ()
    """Of the conversation."""
    requester: tuple[str, ...] = ()
    """Of the conversation: the id of the customer."""
    customer: tuple[str, ...] = ()
    """Of the conversation: the name of the customer."""
    agent: str = ""
    """Of the conversation: the name of its only agent."""
    ids: tuple[str, ...] = ()
    """Of the conversation; an address that has the id in it will do."""
    thread: tuple[str, ...] = ()
    """The id of the conversation that a message belongs to."""
    times: tuple[str, ...] = ()
    offsets: tuple[str, ...] = ()
    unit: float = 1.0
    """Seconds that one is in an offset."""
    start: tuple[str, ...] = ()
    """Of the conversation: the time from which offsets count."""
    zone: str = ""
    """Of the conversation: the name of the time zone of `start`."""
    channels: tuple[str, ...] = ()
    conversation_channels: tuple[str, ...] = ()
    """Of the conversation."""
    channel: str = ""
    """The channel of all conversations of this export."""
    codes: Words = MappingProxyType({})
    """Channels that only this export names like that."""
    langs: tuple[str, ...] = ()
    """Of the conversation."""
    teams: tuple[str, ...] = ()
    """Of the conversation."""
    newest_first: bool = False
    """The order of messages, where they have no times."""
    mail: bool = False
    """Whether a text may quote other mails and end in a signature."""
    opening: Callable[[Mapping[str, object]], dict[str, object] | None] | None = None
    """The first message of a conversation that keeps it outside the list, made to look like those in the list."""

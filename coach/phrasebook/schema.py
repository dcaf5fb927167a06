"""The records of a loaded phrasebook, before compiling."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands in a file; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """path:line:column, as editors and grep read it."""
        return f"{self.path}:{self.line}:{self.column}"


class Text(NamedTuple):
    """A string of a phrasebook and its place (the first character of the string)."""

    value: str
    place: Place


class Wordings(NamedTuple):
    """Rewrites by form of address: `neutral` ones fit any reply, the others only their own register."""

    neutral: tuple[Text, ...] = ()
    formal: tuple[Text, ...] = ()
    informal: tuple[Text, ...] = ()

    def all(self) -> tuple[Text, ...]:
        """Every wording, whatever its address."""
        return (*self.neutral, *self.formal, *self.informal)


class Recast(NamedTuple):
    """How a sentence with a fault may be put better, in its own words: what matches a phrase of `origin` becomes `to`.

    A phrase of `unless` anywhere in the sentence keeps it from being offered. `shows` are (sentence, the sentence put better).
    """

    place: Place
    origin: tuple[Text, ...]
    unless: tuple[Text, ...]
    to: Wordings
    shows: tuple[tuple[Text, Text], ...]


class Entry(NamedTuple):
    """One concept in one language; a signal is an entry without `why` and everything that is better wording.

    `swaps` are (flagged words, drop-in for exactly these words); `swap` is a drop-in for whatever the entry flags.
    """

    rule: str
    place: Place
    phrases: tuple[Text, ...]
    unless: tuple[Text, ...] = ()
    unless_clause: tuple[Text, ...] = ()
    severity: str = ""
    why: str = ""
    swap: Wordings = Wordings()
    swaps: tuple[tuple[Text, Text], ...] = ()
    recasts: tuple[Recast, ...] = ()
    say: Wordings = Wordings()
    flag: tuple[Text, ...] = ()
    pass_: tuple[Text, ...] = ()


class Example(NamedTuple):
    """A reply, and the message it answers where the rule needs one."""

    reply: Text
    customer: str | None


class ReplyEntry(NamedTuple):
    """The words of a whole-reply rule in one language; what it looks for is told by signals.

    `partial` names the sentence in templates/<lang>/partial/ that is offered first.
    """

    rule: str
    place: Place
    severity: str
    why: str
    partial: str
    say: Wordings
    flag: tuple[Example, ...]
    pass_: tuple[Example, ...]


class Book(NamedTuple):
    """All of one language: classes, entries in file order, signals, words of whole-reply rules, a team's product names."""

    lang: str
    classes: dict[str, tuple[Text, ...]]
    entries: tuple[Entry, ...]
    signals: tuple[Entry, ...]
    replies: tuple[ReplyEntry, ...] = ()
    names: tuple[str, ...] = ()

"""The words of a review that are kept, with what was found in them: redacted, and in offsets of what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from coach.model import WHOLE
from coach.review.record import AGENT, CUSTOMER, Event, Promise, Reviewed, ReviewedTurn
from coach.review.redaction import May, Redacted, all_may_have, names_of
from coach.review.redaction import redact as redacted

Rows = Sequence[tuple[Any, ...]]
Names = frozenset[str]
Told = Callable[[str], Redacted]


class Hide(Protocol):
    """How words are redacted; `may` is what the text may have in it, where that is known (see `all_may_have`)."""

    def __call__(self, text: str, names: Names, may: May | None = None) -> Redacted:
        """The redacted words."""


PEOPLE = frozenset({"I", "we", "someone"})
"""Who promises, where the words for it are our own (see coach.review.record.Promise)."""


class Shown(NamedTuple):
    """What is kept of a turn: its words, None where there is nothing to show, and the rows of FINDING, EVENT and PROMISE (see
    coach.review.rows) for it. All offsets are those of these words.
    """

    text: str | None
    findings: Rows = ()
    events: Rows = ()
    promises: Rows = ()


NOTHING = Shown(None)


def hiding(reviewed: Iterable[Reviewed]) -> Hide:
    """A `redacted` that looks at each text once, however often it is told with the same names: the same words stand in a promise
    and in the event about it, and many a reply is sent again and again. What quotes the turns of these conversations is asked all
    at once what it may have.
    """
    quotes = list({words for one in reviewed for words in quoted(one)})
    may_of = dict(zip(quotes, all_may_have(quotes), strict=True))
    known: dict[tuple[str, Names], Redacted] = {}

    def hide(text: str, names: Names, may: May | None = None) -> Redacted:
        found = known.get((text, names))
        if found is None:
            known[text, names] = found = redacted(text, names, may or may_of.get(text))
        return found

    return hide


def quoted(one: Reviewed) -> Iterator[str]:
    """What quotes the turns of a conversation."""
    for event in one.events:
        yield event.detail
    for promise in one.promises:
        yield promise.who
        yield promise.by


def shown(one: Reviewed, hide: Hide | None, may: Sequence[May] = (), *, alone: bool = False) -> Iterator[tuple[int, Shown]]:
    """The turns of which the words are kept, each with its place, in order: those in which something was found, and, unless these
    are to stand `alone`, what the customer had said last before such a turn of an agent. Names are looked for only where there is
    such a turn. `may` are the answers of `all_may_have` for the texts of all turns. Without `hide` words stay as they are.
    """
    happened, promised = by_turn(one.events), by_turn(one.promises)
    kept: set[int] = set()
    before = None
    for place, turn in enumerate(one.turns):
        role = turn.turn.role
        if turn.findings or turn.number in happened or turn.number in promised:
            kept.add(place)
            if before is not None and role == AGENT and not alone:
                kept.add(before)
        if role == CUSTOMER:
            before = place
    if not kept:
        return
    names = names_of([turn.turn for turn in one.turns], one.conversation.customer, may or None) if hide else frozenset()
    told: Told = (lambda text: hide(text, names)) if hide else Redacted
    for place in sorted(kept):
        turn = one.turns[place]
        words = hide(turn.turn.text, names, may[place] if may else None) if hide else Redacted(turn.turn.text)
        yield place, shown_turn(turn, words, happened.get(turn.number, ()), promised.get(turn.number, ()), told)


def shown_turn(turn: ReviewedTurn, words: Redacted, events: Sequence[Event], promises: Sequence[Promise], hide: Told) -> Shown:
    """A turn with what was found in it, its `words` as they are shown and all that quotes them put through `hide`.

    Words of people are in the details of events and in who promised by when, unless these are our own. The reason of a finding is
    a sentence of the phrasebook, except where it is about the whole thread and may name what was said.
    """

    def span(start: int, end: int) -> tuple[int, int]:
        return words.span(start, end) if words.marks and end else (start if end else 0, end)

    def hidden(text: str) -> str:
        return hide(text).text if text and text not in PEOPLE else text

    return Shown(
        words.text,
        [
            (it.rule, it.severity, *span(it.start, it.end), hidden(it.message) if it.category in WHOLE else it.message)
            for it in turn.findings
        ],
        [(it.name, *span(it.start, it.end), hidden(it.detail)) for it in events],
        [
            (*(place := span(it.start, it.end)), words.text[slice(*place)], hidden(it.who), hidden(it.by), it.due)
            for it in promises
        ],
    )


def by_turn(things: Iterable[Any]) -> dict[int, list[Any]]:
    """Events or promises by the number of their turn."""
    gathered: dict[int, list[Any]] = {}
    for thing in things:
        gathered.setdefault(thing.turn, []).append(thing)
    return gathered

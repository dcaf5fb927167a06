"""The turns of a conversation as its rules see them, and how what is found in them is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from coach import whole
from coach.engine import GRAVITY, Coach, severity_of
from coach.model import Finding
from coach.phrasebook.groups import SIGNAL, group_of_signal
from coach.review.record import AGENT, CUSTOMER, Event, Turn
from coach.rules.reply import Verdict
from coach.texts import BLOCK, Passage, passages, prepare

Found = tuple[int, Finding]
"""A finding and the number of the turn that it is about."""


class Said(NamedTuple):
    """A turn of a conversation and its number there; `passage` is None where its language was not judged."""

    number: int
    turn: Turn
    passage: Passage | None


class Seen(NamedTuple):
    """What was seen in a conversation, in order of the turns; offsets are those of the text of the turn."""

    events: tuple[Event, ...]
    findings: tuple[Found, ...]


TURN = "\n\n"
"""What stands between turns that are read as one text: a single new line would join a turn without a full stop to the next."""


class Run(NamedTuple):
    """Turns of one role until the other speaks: a reply, or all that a customer writes before one."""

    role: str
    said: tuple[Said, ...]


def holds_any(run: Run, numbers: Collection[int]) -> bool:
    """Whether one of the turns of a run has one of these numbers."""
    return any(one.number in numbers for one in run.said)


def runs(said: Sequence[Said]) -> list[Run]:
    """The turns of customers and agents as runs; a turn of somebody unknown takes no part."""
    known = (one for one in said if one.turn.role in (AGENT, CUSTOMER))
    return [Run(role, tuple(some)) for role, some in groupby(known, key=lambda one: one.turn.role)]


def first_judged(run: Run) -> int:
    """The number of the first turn of a run that was judged; one was."""
    return next(one.number for one in run.said if one.passage is not None)


def spoken(said: Sequence[Said], role: str) -> list[tuple[int, Passage]]:
    """The turns of a role that were judged: their numbers and passages."""
    return [(one.number, one.passage) for one in said if one.turn.role == role and one.passage is not None]


def sentences(passage: Passage, name: str) -> list[tuple[int, tuple[int, int]]]:
    """The sentences in which a signal is found, each with the longest words that show it, in offsets of the text as given."""
    group = group_of_signal(name)
    found = []
    for number, signs in enumerate(passage.signs(group)):
        if name not in signs.names:
            continue
        told = passage.matcher.words_of_signals(group, passage.symbols[number])
        hits = [hit for hit in told if hit.rule == f"{SIGNAL}/{name}"]
        best = max(hits, key=lambda hit: hit.last - hit.first, default=None)
        span = passage.place(number, best.first, best.last) if best else passage.sentence_span(number)
        found.append((number, passage.text.original(*span)))
    return found


def words(passage: Passage, name: str) -> tuple[int, int] | None:
    """The first words that show a signal, in offsets of the text as given."""
    return next((span for _, span in sentences(passage, name)), None) if passage.has(name) else None


def joined(run: Sequence[Said], coach: Coach, customer: Passage | None = None) -> tuple[Passage, list[int]] | None:
    """The turns of a run as one passage, a turn a paragraph, and where each turn begins in it; None without a judged turn.

    A run of several turns is prepared anew; what goes beyond BLOCK is left out. Its language is that of the first turn.
    """
    judged = [one.passage for one in run if one.passage is not None]
    if not judged:
        return None
    text, begins = "", []
    for passage in judged:
        begins.append(len(text))
        text += passage.text.source + TURN
    matcher = coach.matcher(judged[0].lang)
    prepared = prepare(text.removesuffix(TURN)[:BLOCK])
    return next(passages([prepared], matcher, judged[0].channel, customer, coach.vocabulary)), begins


def findings(verdicts: list[Verdict], passage: Passage, coach: Coach) -> list[Finding]:
    """Verdicts on a passage as findings: those that the configuration wants, as grave as it says."""
    coach.matcher(passage.lang)  # the coach knows what is wanted of a language once it has its matcher
    config = coach.config
    form = passage.address if config.rewrites else None
    found = whole.findings(verdicts, passage, coach.wanted[passage.lang], form)
    graded = [one._replace(severity=severity_of(one.rule, one.severity, config)) for one in found]
    return [one for one in graded if GRAVITY[one.severity] <= GRAVITY[config.min_severity]]

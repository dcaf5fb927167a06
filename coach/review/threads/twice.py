"""What customers have to give a second time: a number, a date, an address that stood in an earlier turn of theirs, given again in
answer to an agent who asks.

The answer shows what was asked for, in whatever words, so that no list of requests is needed: whoever writes "70-4418-2" twice
was asked for it twice. It is no repetition where the agent names the thing, wants it confirmed or corrected, asks which of
several is meant, or asks for something else and the customer only says what the talk is of ("For order 4711, please").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from coach.engine import Coach
from coach.expressions import compiled
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.asking import REQUESTS
from coach.review.threads.giving import OTHERWISE, PARTICULAR
from coach.review.threads.mood import REPEATS
from coach.review.threads.said import Found, Said, findings
from coach.review.threads.things import Thing, things
from coach.review.threads.twice_words import (
    ASKABLE,
    CHOOSES,
    DATED,
    ELSE,
    HOLDS,
    INSISTS,
    OPEN,
    REQUESTED,
    SAYS,
    UNKNOWN,
    VERDICT,
)
from coach.rules.reply import Verdict
from coach.sources.tokens import WORD
from coach.texts import Passage

BARE = 3
"""A clause with so few words beside what is given is the answer to a question after it."""

CLAUSE = r"[;:!?()\n—–«»\"]|[.,](?!\d)"
"""What ends a clause."""


class Twice(NamedTuple):
    """That a customer gives a thing again: the event, and the request in the turn `asked` before it, at that sentence; `plainly`
    where the customer just answers.
    """

    event: Event
    asked: int
    passage: Passage
    sentence: int
    plainly: bool


def given_twice(said: Sequence[Said]) -> list[Twice]:
    """Where customers give again what they had given, at most once a turn."""
    found: list[Twice] = []
    known: set[str] = set()
    latest: set[str] = set()
    asking: list[Said] = []
    answering = True
    for one in said:
        if one.passage is None:
            continue
        if one.turn.role == AGENT:
            if answering:
                asking, answering = [], False
                known |= latest
                latest = set()
            asking.append(one)
        elif one.turn.role == CUSTOMER:
            answering = True
            theirs = things(one.passage)
            again = [it for it in theirs if it.keys & known]
            fresh = any(it.firm and not it.keys & known for it in theirs)
            if again and asking and (twice := answered(one, again, asking, fresh=fresh)):
                found.append(twice)
            latest.update(*(it.keys for it in theirs))
    return found


def answered(one: Said, again: Sequence[Thing], asking: Sequence[Said], *, fresh: bool) -> Twice | None:
    """The repetition in a turn of a customer, where one of the things given `again` answers the agent's turns before.

    `fresh`: the turn gives something else besides, which may be what was asked for.
    """
    passage = one.passage
    assert passage is not None
    says = bool(compiled(SAYS[passage.lang]).search(passage.folded)) or passage.has("repeats")
    insists = says or bool(compiled(INSISTS[passage.lang]).search(passage.folded))
    if fresh and not insists:
        return None
    named = frozenset[str]().union(*(it.keys for said in asking if said.passage for it in things(said.passage)))
    # What may stand twice by chance needs a word that says it does not; words around what does not, that it was said before.
    answers = [
        it for it in again if not it.keys & named and (insists or it.firm) and ((says and it.firm) or bare(passage, it, again))
    ]
    besides = others(passage, 0, len(passage.masked), again)
    verdict = bool(compiled(VERDICT).match(passage.folded))
    request = requested(asking, answers, says=says, insists=insists, verdict=verdict) if answers else None
    if request is None:
        return None
    turn, sentence = request
    assert turn.passage is not None
    event = Event(REPEATS, one.number, *passage.text.original(answers[0].start, answers[0].end))
    return Twice(event, turn.number, turn.passage, sentence, besides <= BARE and not insists)


def bare(passage: Passage, thing: Thing, again: Collection[Thing]) -> bool:
    """Whether the clause of a thing has hardly a word besides."""
    masked = passage.masked
    marks = [match.start() for match in compiled(CLAUSE).finditer(masked) if not any(it.holds(match.start()) for it in again)]
    start = max((at + 1 for at in marks if at < thing.start), default=0)
    end = min((at for at in marks if at >= thing.end), default=len(masked))
    return others(passage, start, end, again) <= BARE


def others(passage: Passage, start: int, end: int, things: Collection[Thing]) -> int:
    """The number of words between two places that belong to none of the things."""
    words = compiled(WORD).finditer(passage.masked, start, end)
    return sum(not any(it.start < word.end() and word.start() < it.end for it in things) for word in words)


def requested(
    asking: Sequence[Said], answers: Sequence[Thing], *, says: bool, insists: bool, verdict: bool
) -> tuple[Said, int] | None:
    """The last turn and sentence that ask for a thing; None where none does, or it is unknown, wanted otherwise, or of several.

    Of a customer who `says` that it was said before any question will do; who gives a `verdict`, yes or no, was asked for one.
    """
    found = None
    certain = not says and all(it.address for it in answers)
    for one in asking:
        passage = one.passage
        if passage is None:
            continue
        lang, folded = passage.lang, passage.folded
        if compiled(UNKNOWN[lang]).search(folded) or (not insists and compiled(CHOOSES[lang]).search(folded)):
            return None
        signs = passage.signs(THREADING)
        for number in range(passage.sentences):
            span = passage.sentence_span(number)
            wanted = any(fits(one, it) for one in REQUESTS & signs[number].names for it in answers)
            asks = passage.asks(number)
            if not wanted and not REQUESTS.isdisjoint(signs[number].names):
                continue
            if not (wanted or asks) and (
                compiled(HOLDS).search(folded, *span) or not compiled(REQUESTED[lang]).search(folded, *span)
            ):
                continue
            if compiled(ELSE[lang]).search(folded, *span) or (certain and other_address(passage, span)):
                return None
            askable = compiled((DATED if all(it.dated for it in answers) else ASKABLE)[lang])
            names = askable.search(folded, *span) or (insists and compiled(OPEN[lang]).search(folded, *span))
            if says or wanted or (names and not verdict):
                found = one, number
    return found


def other_address(passage: Passage, span: tuple[int, int]) -> bool:
    """Whether a sentence asks for the address of a certain account, or another, which need not be the one given."""
    ways = (PARTICULAR[passage.lang], OTHERWISE[passage.lang])
    return any(compiled(way).search(passage.folded, *span) for way in ways)


def fits(request: str, thing: Thing) -> bool:
    """Whether a thing may be what a signal asks for."""
    return request != "asks-photo" and (request == "asks-email") == thing.address


def has_to_repeat(twice: Sequence[Twice]) -> list[Event]:
    """The events of customers who do not just answer."""
    return [one.event for one in twice if not one.plainly]


def asked_twice(twice: Sequence[Twice], found: Collection[int], coach: Coach) -> list[Found]:
    """The requests for what had been given, as findings, where the turn has none of that rule yet (`found`).

    Who asks what it is about asks for nothing in particular.
    """
    by_turn = {one.asked: one for one in twice if one.asked not in found and in_particular(one.passage, one.sentence)}
    return [
        (number, it)
        for number, one in by_turn.items()
        for it in findings([Verdict("thread/asked-again", one.sentence)], one.passage, coach)
    ]


def in_particular(passage: Passage, sentence: int) -> bool:
    """Whether a sentence asks for something in particular."""
    return sentence not in passage.where("asks-matter") or not REQUESTS.isdisjoint(passage.signs(THREADING)[sentence].names)

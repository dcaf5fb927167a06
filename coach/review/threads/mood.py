"""What customers show: that they are upset, thank, lose patience, or have to say a thing again.

The words show it (the signals of phrasebooks/<lang>/thread.yaml), and so does what has gone before. Who is upset and has to give
a thing again is upset still; who has to do so twice is so by then; who cancels what they had not come to cancel loses patience.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.expressions import compiled
from coach.phrasebook.groups import SHOWING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.leaving import leaving
from coach.review.threads.said import Said, sentences
from coach.review.threads.temper import (
    echoing,
    emphatic,
    joyful,
    lone_time,
    marked,
    mocking,
    pleading,
    protesting,
    scornful,
    shouting,
)
from coach.review.threads.temper_words import MILD
from coach.texts import Passage

UPSET, THANKS, PATIENCE_LOST, REPEATS = "customer/upset", "customer/thanks", "customer/patience-lost", "customer/repeats"

SIGNAL_OF = {UPSET: "upset", THANKS: "thanks", PATIENCE_LOST: "patience-lost", REPEATS: "repeats"}

ANGRY = frozenset({"upset", "patience-lost"})

OFTEN = 2
"""Who has to say something again so many times is upset."""


class Talk:
    """What has gone before a turn of the customer."""

    def __init__(self, customers: Sequence[Passage], again: Sequence[Event]) -> None:
        """`customers` are all their turns, before and after; `again` is what else tells that they repeat themselves."""
        self.customers = customers
        self.again = {event.turn: event for event in reversed(again)}
        self.before: list[Passage] = []
        self.asking: list[Passage] = []
        self.answered = False
        self.upset = False
        self.repeated = 0

    def asked(self, passage: Passage | None) -> None:
        """An agent speaks."""
        self.answered = True
        if passage is not None:
            self.asking.append(passage)

    def told(self, passage: Passage, events: Sequence[Event]) -> None:
        """A customer has spoken, and shown this."""
        self.before.append(passage)
        self.asking = []
        self.upset = self.upset or any(event.name in (UPSET, PATIENCE_LOST) for event in events)
        self.repeated += any(event.name == REPEATS for event in events)


def moods(said: Sequence[Said], again: Sequence[Event] = ()) -> list[Event]:
    """The events of customers, at most one of each name a turn; `again` are repetitions that are told already."""
    found: list[Event] = []
    talk = Talk([one.passage for one in said if one.turn.role == CUSTOMER and one.passage is not None], again)
    for number, turn, passage in said:
        if turn.role == AGENT:
            talk.asked(passage)
        elif turn.role == CUSTOMER and passage is not None:
            shown = of_turn(number, passage, talk)
            talk.told(passage, shown)
            found += shown
    return found


def of_turn(number: int, passage: Passage, talk: Talk) -> list[Event]:
    """What a customer shows in a turn; before anybody has answered, thanks are for what is still to be done."""
    names = passage.names(SHOWING)
    found = [
        Event(name, number, *told)
        for name, signal in SIGNAL_OF.items()
        if signal in names and name != THANKS and (told := worded(passage, signal))
    ]
    if REPEATS not in {event.name for event in found} and number in talk.again:
        found.append(talk.again[number])
    thanks = worded(passage, "thanks", asked=False) if "thanks" in names and talk.answered else None
    repeats = next((event for event in found if event.name == REPEATS), None)
    angry = not names.isdisjoint(ANGRY)
    if not angry and (told := unworded(passage, talk, repeats, thankful=thanks is not None)):
        found.append(Event(UPSET, number, *told))
        angry = True
    may_leave = "patience-lost" not in names and talk.before and (talk.upset or angry)
    if may_leave and (span := leaving(passage, talk.before, talk.asking)):
        found.append(Event(PATIENCE_LOST, number, *passage.text.original(*span)))
        angry = True
    if thanks and not angry:
        found.append(Event(THANKS, number, *thanks))
    return found


def worded(passage: Passage, signal: str, *, asked: bool = True) -> tuple[int, int] | None:
    """The first words that show a signal, in offsets of the text as given.

    Not `asked`: only before the first question; thanks behind a question of the same turn are how a request ends.
    """
    told = sentences(passage, signal)
    return next((span for number, span in told if asked or not any(map(passage.asks, range(number)))), None)


def unworded(passage: Passage, talk: Talk, repeats: Event | None, *, thankful: bool) -> tuple[int, int] | None:
    """Where a turn shows that the customer is upset without a word that says so, in offsets of the text as given."""
    original = passage.text.original
    others = [one for one in talk.customers if one is not passage]
    lone = None if any(one.has_questions for one in talk.asking) else lone_time(passage, answered=talk.answered)
    if lone:
        return original(*lone)
    if thankful:
        return None
    if repeats and worn(passage, repeats, talk, others):
        return repeats.start, repeats.end
    loud = shouting(passage, others) or marked(passage) or echoing(passage, talk.asking) or scornful(passage)
    if loud:
        return original(*loud)
    told = protesting(passage) if talk.answered else None
    told = told or (pleading(passage) if talk.upset else None)
    told = told or (mocking(passage) if repeats or not talk.before else None)
    return original(*told) if told and not joyful(passage) else None


def worn(passage: Passage, repeats: Event, talk: Talk, others: Sequence[Passage]) -> bool:
    """Whether having to say a thing again shows a customer upset: who was so before, has to a second time, or says so sharply."""
    if emphatic(passage, others):
        return not joyful(passage)
    words = passage.matcher.symbols.language.fold(passage.text.source[repeats.start : repeats.end])
    return (talk.upset or talk.repeated + 1 >= OFTEN) and not compiled(MILD[passage.lang]).search(words)

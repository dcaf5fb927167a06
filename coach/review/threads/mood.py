"""What customers show: that they are upset, thank, lose patience, or have to say a thing again."""

from __future__ import annotations

from collections.abc import Sequence

from coach.phrasebook.groups import SHOWING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.said import Said, sentences
from coach.texts import Passage

UPSET, THANKS, PATIENCE_LOST, REPEATS = "customer/upset", "customer/thanks", "customer/patience-lost", "customer/repeats"

SIGNAL_OF = {UPSET: "upset", THANKS: "thanks", PATIENCE_LOST: "patience-lost", REPEATS: "repeats"}


def moods(said: Sequence[Said]) -> list[Event]:
    """The events of customers, at most one of each name a turn."""
    found: list[Event] = []
    answered = False
    for number, turn, passage in said:
        answered = answered or turn.role == AGENT
        if turn.role == CUSTOMER and passage is not None:
            found += of_turn(number, passage, answered)
    return found


def of_turn(number: int, passage: Passage, answered: bool) -> list[Event]:
    """What a customer shows in a turn; before anybody has `answered`, thanks are for what is still to be done."""
    shows = [signs.names for signs in passage.signs(SHOWING) if signs.names]
    if not shows:
        return []
    names = frozenset[str]().union(*shows)
    thankful = answered and names.isdisjoint(("upset", "patience-lost"))
    shown = [name for name, signal in SIGNAL_OF.items() if signal in names and (name != THANKS or thankful)]
    found = []
    for name in shown:
        # Thanks behind a question of the same turn are how a request ends.
        told = [
            span
            for sentence, span in sentences(passage, SIGNAL_OF[name])
            if name != THANKS or not any(map(passage.asks, range(sentence)))
        ]
        if told:
            found.append(Event(name, number, *told[0]))
    return found

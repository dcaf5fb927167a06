"""What happens in a conversation: what its turns do together, which none of them shows alone.

`events` reads the turns of one conversation in order. What a customer shows and what an agent does is told by the signals of
phrasebooks/<lang>/thread.yaml; what a reply leaves out by the whole-reply rules (`coach.rules.reply`, `coach.rules.thread`),
asked of all turns of an agent until the customer speaks again and not of each line of a chat.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.engine import Coach
from coach.review.record import CUSTOMER, Event
from coach.review.threads.acknowledging import acknowledging
from coach.review.threads.asking import asked_again, unanswered
from coach.review.threads.giving import Given, given_in
from coach.review.threads.handing import carried, handovers
from coach.review.threads.insisting import insisted
from coach.review.threads.mood import moods
from coach.review.threads.naming import wrong_names
from coach.review.threads.reasked import put_again
from coach.review.threads.register import registers
from coach.review.threads.said import Found, Said, Seen, runs
from coach.review.threads.twice import asked_twice, given_twice, has_to_repeat

__all__ = ["Said", "Seen", "events"]


def events(said: Sequence[Said], coach: Coach) -> Seen:
    """What happens in a conversation: the events of customers and of the thread, and the findings of thread/* and reply/*.

    `said` are all its turns in order; a turn without a passage takes part in the order only. Findings are those that the coach's
    configuration wants, each with its reason in the language of the turn. Raises CoachError where an installed trained pipeline
    cannot be loaded.
    """
    judged = [one for one in said if one.passage is not None]
    transfers = handovers(judged)
    heard = judged if any(one.turn.role == CUSTOMER for one in judged) else []  # without a customer nothing else happens
    spoken = runs(heard)
    twice = given_twice(heard)
    shown = moods(heard, [*has_to_repeat(twice), *put_again(spoken)])
    given: list[Given] = given_in(heard)
    again = asked_again(heard, given, coach)
    again += asked_twice(twice, {number for number, _ in again}, coach)
    acknowledged, replies = acknowledging(spoken, shown, [number for number, _ in again], coach)
    left = {number: (number, one) for number, one in (*unanswered(spoken, coach), *insisted(spoken, shown, coach))}
    found: list[Found] = [*again, *wrong_names(heard, coach), *left.values(), *replies]
    happened: list[Event] = [
        *shown,
        *(one.event for one in transfers),
        *carried(judged, transfers, given, [number for number, _ in again], shown),
        *acknowledged,
        *registers(heard),
    ]
    return Seen(
        tuple(sorted(happened, key=lambda event: (event.turn, event.start, event.name))),
        tuple(sorted(found, key=lambda one: (one[0], one[1].start, one[1].rule))),
    )

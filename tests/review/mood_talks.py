"""Short talks as conversations: the last turn is the one that counts, and `A:` speaks for the firm."""

from __future__ import annotations

from coach.engine import Coach
from coach.review.record import AGENT, CUSTOMER, Event, Turn
from coach.review.threads.mood import moods
from coach.review.threads.said import Said
from coach.texts import passages, prepare

Talk = tuple[str, ...]


def heard(coach: Coach, lang: str, talk: Talk) -> list[Said]:
    """The turns of a talk, prepared."""
    turns = [Turn(AGENT, text[2:].strip()) if text.startswith("A:") else Turn(CUSTOMER, text) for text in talk]
    made = (next(passages([prepare(turn.text)], coach.matcher(lang), "chat")) for turn in turns)
    return [Said(number, turn, passage) for number, (turn, passage) in enumerate(zip(turns, made, strict=True))]


def shown(coach: Coach, lang: str, talk: Talk, again: tuple[Event, ...] = ()) -> set[str]:
    """The names of what the last turn shows."""
    return {event.name for event in moods(heard(coach, lang, talk), again) if event.turn == len(talk) - 1}

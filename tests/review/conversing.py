"""Conversations of the tests of threads, a line a turn: "C: ..." is the customer, "Uwe: ..." the agent of that name."""

from __future__ import annotations

from coach.engine import Coach
from coach.review.record import AGENT, CUSTOMER, Turn
from coach.review.threads import Said, events
from coach.texts import passages, prepare

Lines = tuple[str, ...]


def told(coach: Coach, lang: str, lines: Lines, name: str) -> list[int]:
    """The turns in which an event or a finding of that name is told."""
    return [turn for _, turn in all_told(coach, lang, lines, name)]


def all_told(coach: Coach, lang: str, lines: Lines, *names: str) -> list[tuple[str, int]]:
    """The events and findings of those names, each with its turn."""
    turns = []
    for line in lines:
        who, _, text = line.partition(": ")
        turns.append(Turn(CUSTOMER, text) if who == "C" else Turn(AGENT, text, who))
    made = passages([prepare(turn.text) for turn in turns], coach.matcher(lang), "chat")
    seen = events([Said(n, turn, one) for n, (turn, one) in enumerate(zip(turns, made, strict=True))], coach)
    found = [(event.name, event.turn) for event in seen.events] + [(one.rule, number) for number, one in seen.findings]
    return sorted((name, turn) for name, turn in found if name in names)

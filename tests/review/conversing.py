"""Conversations of the tests of threads, a line a turn: "C: ..." is the customer, "Uwe: ..." the agent of that name."""

from __future__ import annotations

from coach.engine import Coach
from coach.review.record import AGENT, CUSTOMER, Turn
from coach.review.threads import Said, events
from coach.texts import passages, prepare


def told(coach: Coach, lang: str, lines: tuple[str, ...], name: str) -> list[int]:
    """The turns in which an event or a finding of that name is told."""
    turns = []
    for line in lines:
        who, _, text = line.partition(": ")
        turns.append(Turn(CUSTOMER, text) if who == "C" else Turn(AGENT, text, who))
    made = passages([prepare(turn.text) for turn in turns], coach.matcher(lang), "chat")
    seen = events([Said(n, turn, one) for n, (turn, one) in enumerate(zip(turns, made, strict=True))], coach)
    found = [event.turn for event in seen.events if event.name == name]
    return sorted(found + [number for number, finding in seen.findings if finding.rule == name])

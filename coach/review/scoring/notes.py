"""What a reader must know to read the figures of a report fairly, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from coach.reports.statistics import counted
from coach.review.scoring.record import ReviewReport
from coach.review.scoring.rubric import Rubric
from coach.review.scoring.titles import NAMELESS

FEW = 30
"""Conversations below which a report says first of all that they are few."""


def notes(report: ReviewReport, rubric: Rubric, disputed: int) -> tuple[str, ...]:
    """The notes of a report, the most important first; `disputed` findings are not in it."""
    if not report.agent_turns:
        return ("No turn of an agent was read: without one there is nothing to judge.",) if report.conversations else ()
    return (*of_numbers(report, rubric), *of_reach(report, disputed), *of_comparing(report))


def of_numbers(report: ReviewReport, rubric: Rubric) -> Iterator[str]:
    """How much the figures rest on."""
    if report.conversations < FEW:
        yield f"Only {counted(report.conversations, 'conversation')}: read the quotes, not the rates."
    yield (
        "Rates are findings per 100 sentences of agents. The range behind each holds the true rate in 19 of 20 cases; it is "
        "wider where findings come in clusters."
    )
    few = sum(1 for card in report.cards if card.score is None)
    if few:
        needed = f"{counted(rubric.sentences, 'sentence')} in {counted(rubric.conversations, 'conversation')}"
        yield f"{counted(few, 'agent')} without a score: it needs {needed}."
    named = sum(1 for one in report.agents if one.name != NAMELESS["agent"] and one.sentences)
    if len(report.cards) < named:
        yield f"Cards were made for the {len(report.cards)} agents with most sentences, of {named}."


def of_reach(report: ReviewReport, disputed: int) -> Iterator[str]:
    """What is not in the figures."""
    if report.unjudged:
        why = "the language could not be told, or is none of those that coach knows"
        yield f"{counted(report.unjudged, 'turn')} of agents not judged: {why}."
    if report.left_out:
        yield f"{counted(report.left_out, 'message')} left out: notes of agents among themselves, bots, the system."
    if disputed:
        yield f"{counted(disputed, 'finding')} not counted: the dispute was accepted."
    nameless = next((one for one in report.agents if one.name == NAMELESS["agent"]), None)
    if nameless:
        yield f"{counted(nameless.turns, 'turn')} of agents without a name: in all totals, on nobody's card."
    if not report.agents:
        yield "The conversations do not say who the agents are, so there are no figures by agent."
    if report.began is None:
        yield "The conversations have no dates, so nothing is shown by week."


def of_comparing(report: ReviewReport) -> Iterator[str]:
    """What was compared with what."""
    if len(report.cards) > 1:
        yield (
            "Agents are compared with colleagues in the same language and channel, and only differences beyond chance are told. "
            "Nobody is ranked: agents stand in the order of their names."
        )
    if report.waits:
        yield "How long customers wait depends on shifts and queues, too: ask before you coach it."
    dimensions = (("channels", report.channels), ("languages", report.languages))
    mixed = " and ".join(what for what, found in dimensions if len(found) > 1)
    if mixed:
        yield f"Several {mixed} are mixed here: what differs between teams or weeks may be the mixture."
    if report.compared and not report.changes:
        yield f"Nothing is told of {report.compared}: one of the two has no conversations."
    elif report.compared:
        yield f"What changed is {report.compared}. A change of channels, customers or staff in between shows as a change, too."

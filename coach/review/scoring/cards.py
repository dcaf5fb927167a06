"""The scorecard of an agent: what went well first, then one thing to work on, and a score with what it rests on.

A score is the weighted sum of what the criteria of a rubric earn. How sure it is follows from how sure each rate is: the
distances from what a rate earns to what the ends of its interval earn are squared, added and the root taken (Zou and Donner 2008,
Stat. Med. 27:1693), the criteria being taken as independent of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from coach.model import PENALTY
from coach.review.record import EVENTS, GOOD
from coach.review.scoring.counting import ALL, Counts, Found, spread
from coach.review.scoring.intervals import rate
from coach.review.scoring.peers import Beside
from coach.review.scoring.quoting import Quotes, Want
from coach.review.scoring.record import Card, Help, Point, Rate, RuleCount, Slice
from coach.review.scoring.rubric import Criterion, Rubric
from coach.review.scoring.titles import rule_title

STRENGTHS = 3
QUOTES_A_POINT = 2
QUOTES_OF_FOCUS = 3
FEWEST = 3
"""Findings of a rule from which it is worth an agent's attention."""

STRONG = tuple(
    name for name, valence in EVENTS.items() if valence == GOOD and not name.startswith("customer/") and name != "good/thanked"
)
"""The events that show what an agent does well. Being thanked is counted; the words before the thanks are often mere courtesy."""

Shares = Mapping[tuple[str, str], Rate]


class Figures(NamedTuple):
    """What cards are made of. `by_agent` has the rules and, under `label_of`, the criteria; so have the shares the events."""

    by_agent: Counts
    overall: Counts
    shares: Shares
    rules: tuple[Found, ...]
    helps: tuple[Beside, ...]


def label_of(criterion: Criterion) -> str:
    """What a criterion is called among the labels of counts, shares and quotes; no rule has a colon."""
    return f"criterion:{criterion.name}"


def labels(rubric: Rubric) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """What is to be counted for a rubric: the rules of its criteria by label, and the events."""
    rules = {label_of(one): one.rules for one in rubric.criteria if one.rules}
    events = {label_of(one): one.events for one in rubric.criteria if one.events}
    return rules, {**{name: (name,) for name in STRONG}, **events}


def card(slice_: Slice, agent: str, rubric: Rubric, figures: Figures) -> Card:
    """The card of an agent, still without quotes."""
    points = tuple(point(one, agent, rubric, figures) for one in rubric.criteria)
    failed = next(
        (one.name for one in rubric.criteria if one.auto_fail and count_of(one, agent, figures).count),
        "",
    )
    focus = tuple(focus_count(one, agent, figures) for one in focus_of(agent, figures))
    enough = slice_.sentences >= rubric.sentences and slice_.conversations >= rubric.conversations
    score, low, high = score_of(points, rubric, agent, figures) if enough else (None, None, None)
    if failed:
        score, low, high = 0.0, 0.0, 0.0
    return Card(agent, slice_, score, low, high, failed, points, (), focus)


def count_of(criterion: Criterion, agent: str, figures: Figures) -> Rate:
    """How often an agent has what a criterion counts."""
    label = label_of(criterion)
    if criterion.events:
        return figures.shares.get((agent, label), Rate(0, 0, 0.0, 0.0, 100.0))
    return rate(figures.by_agent.sums(agent, label), spread(figures.overall, label))


def point(criterion: Criterion, agent: str, rubric: Rubric, figures: Figures) -> Point:
    """What an agent earns of a criterion, and why in a sentence."""
    found = count_of(criterion, agent, figures)
    unit = "conversations" if criterion.events else "sentences"
    least = criterion.least if criterion.events else rubric.sentences
    told = f"{found.rate:.1f} per 100 {unit} ({found.low:.1f}–{found.high:.1f})"
    if criterion.auto_fail:
        reason = f"{found.count} in {found.base} {unit}; one is enough to fail" if found.count else f"none in {found.base} {unit}"
        return Point(criterion.name, criterion.title, 0.0, float(not found.count), reason, ())
    if found.base < least:
        where = " in which it could happen" if criterion.events else ""
        reason = f"not judged: {found.base} {unit}{where}, and {least} are needed"
        return Point(criterion.name, criterion.title, criterion.weight, None, reason, ())
    reason = f"{told}; all of the points at {criterion.full:g}, none at {criterion.none:g}"
    return Point(criterion.name, criterion.title, criterion.weight, criterion.earned(found.rate), reason, ())


def score_of(
    points: Sequence[Point], rubric: Rubric, agent: str, figures: Figures
) -> tuple[float | None, float | None, float | None]:
    """The score from 0 to 100 and its interval; None where no criterion is applicable."""
    judged = [
        (one, criterion)
        for one, criterion in zip(points, rubric.criteria, strict=True)
        if one.earned is not None and not criterion.auto_fail
    ]
    whole = sum(one.weight for one, criterion in judged if not criterion.bonus)
    if not whole:
        return None, None, None
    score = below = above = 0.0
    for one, criterion in judged:
        # A bonus is worth its weight in points of 100, whatever the others add up to.
        factor = one.weight * (1.0 if criterion.bonus else 100 / whole)
        found = count_of(criterion, agent, figures)
        earned = criterion.earned(found.rate)
        ends = sorted((criterion.earned(found.low), criterion.earned(found.high)))
        score += factor * earned
        below += (factor * (earned - ends[0])) ** 2
        above += (factor * (ends[1] - earned)) ** 2
    return min(100.0, score), min(100.0, max(0.0, score - sqrt(below))), min(100.0, score + sqrt(above))


def focus_of(agent: str, figures: Figures) -> tuple[Found, ...]:
    """The one rule to work on: what weighs most in what stands out against the others most surely, else in everything."""
    own = [one for one in figures.rules if figures.by_agent.sums(agent, one.rule).found >= FEWEST]
    standing_out = next((one.label for one in figures.helps if one.agent == agent), "")
    there = [one for one in own if standing_out in (one.rule, one.category)] or own
    heaviest = sorted(there, key=lambda one: (-PENALTY[one.severity] * figures.by_agent.sums(agent, one.rule).found, one.rule))
    return tuple(heaviest[:1])


def focus_count(found: Found, agent: str, figures: Figures) -> RuleCount:
    """A rule as it is with one agent."""
    sums = figures.by_agent.sums(agent, found.rule)
    conversations = figures.by_agent.conversations(agent, found.rule)
    of_rule = rate(sums, spread(figures.overall, found.rule))
    return RuleCount(found.rule, rule_title(found.rule), found.severity, of_rule, conversations, 1, ())


def help_rate(one: Beside, figures: Figures) -> Help:
    """What somebody needs help with, as a report tells it."""
    found = rate(figures.by_agent.sums(one.agent, one.label), spread(figures.overall, one.label))
    return Help(one.agent, one.label, rule_title(one.label) if "/" in one.label else "", found, one.ratio)


def strengths_of(agent: str, figures: Figures) -> tuple[str, ...]:
    """What an agent does well more often than all together do, the most distinct first."""
    shares = ((name, figures.shares.get((agent, name)), figures.shares.get((ALL, name))) for name in STRONG)
    found = [(own.rate / whole.rate, name) for name, own, whole in shares if own and whole and own.count and whole.count]
    return tuple(name for _, name in sorted(found, key=lambda item: (-item[0], item[1])))


def wants(card_: Card, rubric: Rubric, figures: Figures) -> Iterable[Want]:
    """The quotes that a card rests on."""
    agent = card_.agent
    for name in strengths_of(agent, figures)[:STRENGTHS]:
        yield Want(name, (name,), 1, agent)
    for rule in card_.focus:
        yield Want(rule.rule, (rule.rule,), QUOTES_OF_FOCUS, agent)
    for one, criterion in zip(card_.points, rubric.criteria, strict=True):
        lost = one.earned is not None and one.earned < 1 and criterion.full < criterion.none
        won = one.earned and criterion.full > criterion.none
        if lost or won:
            yield Want(label_of(criterion), (*criterion.rules, *criterion.events), QUOTES_A_POINT, agent)


def illustrated(card_: Card, rubric: Rubric, figures: Figures, quotes: Quotes) -> Card:
    """The card with its quotes."""
    agent = card_.agent
    chosen = strengths_of(agent, figures)[:STRENGTHS]
    return card_._replace(
        strengths=tuple(quote for name in chosen for quote in quotes.get((agent, name), ())),
        focus=tuple(one._replace(quotes=quotes.get((agent, one.rule), ())) for one in card_.focus),
        points=tuple(
            one._replace(quotes=quotes.get((agent, label_of(criterion)), ()))
            for one, criterion in zip(card_.points, rubric.criteria, strict=True)
        ),
    )

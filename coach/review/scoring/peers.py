"""Who needs help with what: an agent beside the colleagues who do the same work, and only what is beyond chance.

Whoever answers complaints on social media has other rates than whoever answers e-mails, and no phrasebook is equally strict in
two languages. So an agent is compared with what the others would have in the agent's own mix of languages and channels (indirect
standardisation; Breslow and Day, Statistical Methods in Cancer Research II, IARC 1987, ch. 2). What the others are expected to
have is a weighted sum of counts; its variance gives the number of findings that it is worth (Fay and Feuer 1997, Stat. Med.
16:791).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from coach.review.scoring.counting import ALL, Counts, Found, natural, spread
from coach.review.scoring.intervals import chance, directions, discoveries

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SAID = "SELECT agent, language, channel, sum(sentences)::BIGINT FROM spoken WHERE language IS NOT NULL GROUP BY ALL"
FOUND = """
SELECT agent, language, channel, coalesce(rule::VARCHAR, category::VARCHAR, ''), count(*)
FROM faults WHERE language IS NOT NULL
GROUP BY agent, language, channel, GROUPING SETS ((), (category), (rule))
"""

AT_MOST = 2
"""An agent is compared where the colleagues have said at least one sentence to AT_MOST of the agent's; less is no yardstick."""

FEWEST = 5
"""Findings of a rule in all conversations from which agents are compared by it."""

RELEVANT = 1.25
"""How many times the others' rate an agent's must be to need help: in many sentences the smallest difference is beyond chance."""

Kind = tuple[str, str]
"""A language and a channel."""


class Beside(NamedTuple):
    """An agent's findings of a label beside what the others would have: the mid-p value, and how many times as many."""

    agent: str
    label: str
    p: float
    ratio: float

    @property
    def direction(self) -> int:
        """Whether the agent has fewer (-1) or more (1)."""
        return (self.ratio > 1) - (self.ratio < 1)


class Work(NamedTuple):
    """Sentences by agent and kind of work, and findings by label, agent and kind of work."""

    said: dict[str, dict[Kind, int]]
    found: dict[str, dict[str, dict[Kind, int]]]


def work(connection: DuckDBPyConnection) -> Work:
    """What each agent has said and what was found in it, by kind of work."""
    said: dict[str, dict[Kind, int]] = defaultdict(dict)
    found: dict[str, dict[str, dict[Kind, int]]] = defaultdict(lambda: defaultdict(dict))
    for agent, language, channel, sentences in connection.execute(SAID).fetchall():
        said[agent][language, channel] = sentences
    for agent, language, channel, label, number in connection.execute(FOUND).fetchall():
        found[label][agent][language, channel] = number
    return Work(said, found)


def totals(parts: Iterable[Mapping[Kind, int]]) -> dict[Kind, int]:
    """The sums by kind of work."""
    whole: dict[Kind, int] = defaultdict(int)
    for part in parts:
        for kind, number in part.items():
            whole[kind] += number
    return whole


def comparisons(done: Work, labels: Iterable[str], by_agent: Counts, overall: Counts) -> list[Beside]:
    """Each agent with a name beside the others, by label; agents without colleagues in their kind of work are left out."""
    said = totals(done.said.values())
    made = []
    for label in labels:
        counted = done.found.get(label, {})
        found, everybody, usual = totals(counted.values()), by_agent.total(label), spread(overall, label)
        for agent in filter(None, done.said):
            own = by_agent.sums(agent, label)
            factor = max(own.dispersion or usual, everybody.less(own).dispersion or usual)
            made.append(beside(agent, label, done.said[agent], counted.get(agent, {}), (said, found), factor))
    return [one for one in made if one is not None]


def beside(
    agent: str,
    label: str,
    said: Mapping[Kind, int],
    found: Mapping[Kind, int],
    whole: tuple[Mapping[Kind, int], Mapping[Kind, int]],
    factor: float,
) -> Beside | None:
    """An agent beside the others; `whole` are the sentences and findings of all, `factor` is the dispersion."""
    count = base = other_base = 0
    expected = variance = 0.0
    for kind, sentences in said.items():
        others = whole[0][kind] - sentences
        if not sentences or others * AT_MOST < sentences:
            continue
        weight = sentences / others
        other = whole[1].get(kind, 0) - found.get(kind, 0)
        count += found.get(kind, 0)
        base += sentences
        other_base += others
        expected += weight * other
        variance += weight * weight * other
    if not base:
        return None
    worth = expected * expected / variance if variance else 0.0
    against = worth * base / expected if expected else float(other_base)
    p = chance(count / factor, base / factor, worth / factor, against / factor)
    return Beside(agent, label, p, count / expected if expected else float("inf") if count else 1.0)


def differing(compared: Iterable[Beside]) -> dict[str, int]:
    """Which agents have fewer (-1) or more (1) findings than the others beyond chance, all labels together."""
    whole = [one for one in compared if one.label == ALL]
    return dict(zip((one.agent for one in whole), directions([(one.p, one.direction) for one in whole]), strict=True))


def helps(compared: Iterable[Beside]) -> tuple[Beside, ...]:
    """Who needs help with what, most certain first: a category, or one rule of it where that is what stands out most."""
    labelled = [one for one in compared if one.label != ALL]
    told = [
        one
        for one, is_told in zip(labelled, discoveries([one.p for one in labelled]), strict=True)
        if is_told and one.ratio >= RELEVANT
    ]
    kept: dict[tuple[str, str], Beside] = {}
    for one in sorted(told, key=lambda one: (one.p, "/" in one.label, one.label)):
        kept.setdefault((one.agent, one.label.partition("/")[0]), one)
    return tuple(sorted(kept.values(), key=lambda one: (one.p, natural(one.agent), one.label)))


def labels_to_compare(found: Iterable[Found]) -> tuple[str, ...]:
    """All findings, the categories, and the rules with enough findings to compare by."""
    rules = [one for one in found if sum(one.severities.values()) >= FEWEST]
    return (ALL, *sorted({one.category for one in rules}), *(one.rule for one in rules))

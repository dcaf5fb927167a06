"""Which macros to mend first: those whose findings most customers get to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coach.library.record import Macro, Place
from coach.model import SEVERITIES, Finding
from coach.reports.statistics import fixable

KNOWN = 0.5
"""Usage counts where so many of the macros have one."""

EVIDENCE = 3
"""How many findings of a macro are quoted, the gravest first."""


class Urgent(NamedTuple):
    """A macro to mend: what is wrong with it, what that weighs, and how often it was sent (None where nobody counts).

    `findings` are numbers by severity, `rules` by rule. `quoted` are the gravest findings with their places, `safe` how many have
    a swap that may be put in unasked; `besides` is what the questions to the whole library found.
    """

    macro: int
    place: Place
    weight: int
    sent: int | None
    findings: tuple[tuple[str, int], ...]
    rules: tuple[tuple[str, int], ...]
    quoted: tuple[tuple[str, Place], ...]
    safe: int
    besides: tuple[str, ...]


class Ranking(NamedTuple):
    """All macros with something to mend, the most urgent first.

    `by_usage` says whether usage counts; `total` is the trouble of all of them.
    """

    urgent: tuple[Urgent, ...]
    by_usage: bool
    total: int

    def share(self, first: int) -> float:
        """The share of the first ones in all the trouble: in what customers get to read, or in the findings."""
        return sum(self.trouble(one) for one in self.urgent[:first]) / max(1, self.total)

    def trouble(self, one: Urgent) -> int:
        """What a macro weighs, by usage where that is known."""
        return trouble(one, by_usage=self.by_usage)


def trouble(one: Urgent, *, by_usage: bool) -> int:
    """What a macro weighs: times how often it was sent, or by itself."""
    return one.weight * (one.sent or 0) if by_usage else one.weight


def ranking(macros: Sequence[Macro], besides: Mapping[int, Sequence[tuple[str, int]]]) -> Ranking:
    """The macros with something to mend. `besides` are for each macro what else was found, in words, and what that weighs."""
    counted = sum(macro.usage is not None for macro in macros)
    by_usage = counted >= KNOWN * len(macros) and any(macro.sent for macro in macros)
    found = [urgent(macro, besides.get(macro.number, ())) for macro in macros if macro.findings or macro.number in besides]
    ordered = sorted(found, key=lambda one: (-trouble(one, by_usage=by_usage), -one.weight, one.macro))
    return Ranking(tuple(ordered), by_usage, sum(trouble(one, by_usage=by_usage) for one in found))


def urgent(macro: Macro, besides: Sequence[tuple[str, int]]) -> Urgent:
    """What is wrong with a macro."""
    severities = Counter(finding.severity for finding in macro.findings)
    rules = Counter(finding.rule for finding in macro.findings)
    gravest = sorted(macro.findings, key=lambda one: (SEVERITIES.index(one.severity), one.start))
    return Urgent(
        macro.number,
        macro.place,
        macro.weight + sum(weight for _, weight in besides),
        macro.usage,
        tuple((severity, severities[severity]) for severity in SEVERITIES if severities[severity]),
        tuple(rules.most_common()),
        tuple((one.rule, place(macro, one)) for one in gravest[:EVIDENCE]),
        sum(map(fixable, macro.findings)),
        tuple(text for text, _ in besides),
    )


def place(macro: Macro, finding: Finding) -> Place:
    """Where a finding stands, with its words."""
    line, column = macro.lines.position(finding.start)
    return Place(macro.path, line, column, macro.name, " ".join(finding.text.split()))

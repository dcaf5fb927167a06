"""What a trainer should look at first, chosen from the counts by rules that can be told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from coach.model import PENALTY
from coach.review.scoring.record import (
    Better,
    Change,
    EventCount,
    HeatCell,
    Help,
    Quote,
    Rate,
    ReviewReport,
    RuleCount,
    Slice,
)

FIRST = 3
FEW = 100
"""Sentences below which a rate says little about anybody."""


def coach_first(report: ReviewReport) -> tuple[RuleCount, ...]:
    """The three rules to coach first: of the three categories that weigh most, all their rules taken together, the heaviest each.
    Where there are fewer categories, more of the same. What only one of several agents does is nothing to coach the team in.
    """
    alone = 1 if len(report.agents) > 2 else 0
    ranked = sorted((rule for rule in report.rules if rule.findings.count), key=_urgency, reverse=True)
    shared = [rule for rule in ranked if not alone or rule.agents != alone] or ranked
    whole: dict[str, float] = {}
    leading: dict[str, RuleCount] = {}
    for rule in shared:
        of = category(rule.rule)
        whole[of] = whole.get(of, 0.0) + _urgency(rule)[0]
        leading.setdefault(of, rule)
    first = sorted(leading.values(), key=lambda rule: -whole[category(rule.rule)])
    rest = [rule for rule in shared if rule not in first]
    return tuple([*first, *rest][:FIRST])


def _urgency(rule: RuleCount) -> tuple[float, float]:
    """How much a rule weighs: its severity times how often it occurs at least, the low end of the interval."""
    weight = PENALTY.get(rule.severity, 0)
    return weight * rule.findings.low, weight * rule.findings.rate


def telling(quotes: Sequence[Quote]) -> Quote | None:
    """The quote that shows a rule best: the first whose better wording fits into its sentence as it stands, else the first with a
    better wording, else the first.
    """
    return min(quotes, key=lambda quote: (not any(map(_fits, quote.better[:1])), not quote.better), default=None)


def _fits(better: Better) -> bool:
    return better.drop_in and bool(better.text) and "[" not in better.text


def category(name: str) -> str:
    """blame of blame/forgot."""
    return name.partition("/")[0]


def helped(report: ReviewReport) -> tuple[tuple[str, tuple[Help, ...]], ...]:
    """Who needs help with what, an agent a line, most certain first."""
    found: dict[str, list[Help]] = {}
    for one in report.help_rates:
        found.setdefault(one.agent, []).append(one)
    return tuple((agent, tuple(helps)) for agent, helps in found.items())


def doing_well(report: ReviewReport) -> tuple[Slice, ...]:
    """The agents with fewer findings than the others beyond chance, the fewest first."""
    return tuple(sorted((one for one in report.agents if one.differs < 0), key=lambda one: one.findings.rate))


def changed(report: ReviewReport) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """All findings and what changed beyond chance, and the rest, of which that cannot be told."""
    told = [one for at, one in enumerate(report.changes) if not at or one.direction]
    return tuple(told), tuple(one for one in report.changes if one not in told)


def rate_of(parts: Sequence[tuple[str, Rate]], name: str) -> Rate | None:
    """The rate of a category in a slice; None where it does not occur."""
    return next((rate for known, rate in parts if known == name), None)


def event(report: ReviewReport, name: str) -> EventCount | None:
    """An event that could happen in at least one conversation."""
    return next((one for one in report.events if one.name == name and one.per_conversation.base), None)


def by_category(report: ReviewReport) -> tuple[tuple[str, Rate | None, tuple[RuleCount, ...]], ...]:
    """The rules by category, the worst category first; its rate is None where the report does not count it."""
    groups: dict[str, list[RuleCount]] = {name: [] for name, _ in report.categories}
    for rule in report.rules:
        groups.setdefault(category(rule.rule), []).append(rule)
    return tuple((name, rate_of(report.categories, name), tuple(rules)) for name, rules in groups.items() if rules)


def panel(slices: Sequence[Slice], name: str, most: int) -> tuple[tuple[Slice, Rate], ...]:
    """The agents in a plot of one category: all in their own order, or those that certainly have most of it."""
    rates = [(one, rate_of(one.categories, name) or nothing(one.sentences)) for one in slices]
    if len(rates) <= most:
        return tuple(rates)
    return tuple(sorted(rates, key=lambda pair: (-pair[1].low, -pair[1].rate))[:most])


def nothing(base: int) -> Rate:
    """No finding in so many sentences: up to 3.7 (the exact limit of Poisson counts, Garwood 1936) could have been expected."""
    return Rate(0, base, 0.0, 0.0, 100 * 3.689 / base if base else 0.0)


def scale(rates: Sequence[Rate]) -> float:
    """Where the axis of a plot ends: at the highest interval, but not so far that the rates themselves become small."""
    highest = max((rate.rate for rate in rates), default=0.0)
    ends = max((rate.high for rate in rates if isfinite(rate.high)), default=0.0)
    return min(ends, 2 * highest) or ends or 1.0


def heat_rows(cells: Sequence[HeatCell]) -> tuple[tuple[str, tuple[HeatCell | None, ...]], ...]:
    """The cells of the heat map as rows of ten, in the order of the report."""
    rows: dict[str, list[HeatCell | None]] = {}
    for cell in cells:
        if 0 <= cell.tenth <= 9:
            rows.setdefault(cell.category, [None] * 10)[cell.tenth] = cell
    return tuple((name, tuple(row)) for name, row in rows.items())


def hottest(cells: Sequence[HeatCell]) -> HeatCell | None:
    """The cell whose rate is certainly high; None without findings."""
    found = [cell for cell in cells if cell.findings.count]
    return max(found, key=lambda cell: (cell.findings.low, cell.findings.rate), default=None)

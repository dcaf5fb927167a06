"""What a trainer should look at first, chosen from the counts by rules that can be told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from coach.model import PENALTY
from coach.review.scoring.record import EventCount, HeatCell, Quote, Rate, ReviewReport, RuleCount, Slice

FIRST = 3
FEW = 100
"""Sentences below which a rate says little about anybody."""


def coach_first(report: ReviewReport) -> tuple[RuleCount, ...]:
    """The three rules to coach first: by severity times how often they occur at least (the low end of the interval), and of
    each category only the first, as far as there are others.
    """
    ranked = sorted((rule for rule in report.rules if rule.findings.count), key=_urgency, reverse=True)
    seen: set[str] = set()
    leading = []
    for rule in ranked:
        if category(rule.rule) not in seen:
            leading.append(rule)
            seen.add(category(rule.rule))
    rest = [rule for rule in ranked if rule not in leading]
    return tuple([*leading, *rest][:FIRST])


def _urgency(rule: RuleCount) -> tuple[float, float]:
    weight = PENALTY.get(rule.severity, 0)
    return weight * rule.findings.low, weight * rule.findings.rate


def telling(quotes: Sequence[Quote]) -> Quote | None:
    """The quote that shows a rule best: the first with a better wording, else the first."""
    return next((quote for quote in quotes if quote.better), quotes[0] if quotes else None)


def category(name: str) -> str:
    """blame of blame/forgot."""
    return name.partition("/")[0]


def helped(report: ReviewReport) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who needs help with what, an agent a line, most certain first."""
    found: dict[str, list[str]] = {}
    for agent, name in report.helps:
        found.setdefault(agent, []).append(name)
    return tuple((agent, tuple(names)) for agent, names in found.items())


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

"""Trends as a table for a terminal, as CSV for a spreadsheet, as JSON for another program."""

from __future__ import annotations

from collections.abc import Sequence

from coach.reports.csv_report import row
from coach.reports.display import one_line
from coach.reports.jsons import dump
from coach.review.report.figures import brief, counted
from coach.review.scoring.record import Rate
from coach.review.trends import Trends

SCHEMA_VERSION = 1
WIDTH = 100
"""Columns where nobody says how many there are."""
LONGEST = 32
"""Characters of a name that are shown."""
GAP = "  "
COLUMNS = ("by", "name", "period", "findings", "sentences", "rate", "low", "high")
WAYS = {-1: "fewer", 1: "more"}


def text(trends: Trends, width: int | None = None) -> str:
    """A line for each name, as many of the last periods as fit into `width` columns, and what has changed."""
    if not trends.periods:
        return f"Nothing to follow: no conversation in this file has a time.\n{undated(trends)}"
    cells = [[one_line(line.name)[:LONGEST] or "all findings", *map(cell, line.rates)] for line in trends.lines]
    table = [["", *trends.periods], *cells]
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    fits, used = len(widths), widths[0]
    while fits > 2 and used + sum(len(GAP) + one for one in widths[-(fits - 1) :]) > (width or WIDTH):
        fits -= 1
    shown = [0, *range(len(widths) - fits + 1, len(widths))]
    lines = [f"Findings per 100 sentences of agents, by {trends.by} (with 95 % intervals)", ""]
    lines += [GAP.join(line[column].ljust(widths[column]) for column in shown).rstrip() for line in table]
    if fits < len(widths):
        lines.append(f"... and {counted(len(widths) - fits, f'earlier {trends.period}')}: --output-format csv has all")
    return "\n".join([*lines, "", *changed(trends)]) + "\n" + undated(trends)


def changed(trends: Trends) -> list[str]:
    """What has changed beyond chance between the last two periods that are over."""
    if not trends.compared:
        return [f"Two {trends.period}s that are over are needed to say what has changed."]
    before, now = trends.compared
    told = [one for one in trends.changes if one.direction]
    if not told:
        return [f"From {before} to {now} nothing has changed that could not be chance."]
    heading = f"From {before} to {now}, beyond chance:"
    return [
        heading,
        *(
            f"  {WAYS[one.direction]:5} {one_line(one.name)[:LONGEST] or 'all findings'}: {brief(one.before)} -> {brief(one.now)}"
            for one in told
        ),
    ]


def undated(trends: Trends) -> str:
    """How many conversations are in no period."""
    return f"{counted(trends.undated, 'conversation')} without a time left out\n" if trends.undated else ""


def cell(rate: Rate) -> str:
    """A rate, or a dash where nothing was said."""
    return brief(rate) if rate.base else "–"


def csv(trends: Trends) -> str:
    """A row for each name and period. RFC 4180; nothing that a spreadsheet computes."""
    return row(COLUMNS) + "".join(
        row((trends.by, line.name, period, *figures(rate)))
        for line in trends.lines
        for period, rate in zip(trends.periods, line.rates, strict=True)
    )


def json(trends: Trends) -> str:
    """One object: `lines` with the rates in the order of `periods`, and `changes` between the two periods of `compared`."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "by": trends.by,
        "period": trends.period,
        "periods": trends.periods,
        "lines": [{"name": line.name, "rates": [measured(rate) for rate in line.rates]} for line in trends.lines],
        "compared": trends.compared,
        "changes": [
            {"name": one.name, "before": measured(one.before), "now": measured(one.now), "direction": one.direction}
            for one in trends.changes
        ],
        "undated": trends.undated,
    }
    return dump(value) + "\n"


def measured(rate: Rate) -> dict[str, float]:
    """A rate as an object."""
    return dict(zip(COLUMNS[3:], figures(rate), strict=True))


def figures(rate: Rate) -> Sequence[float]:
    """Count, sentences, rate and interval, to four decimals."""
    return (rate.count, rate.base, *(round(value, 4) for value in rate[2:]))

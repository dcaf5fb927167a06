"""How rates move: findings per 100 sentences of agents in each week or month, and what has changed between the last two.

Like all figures of a review they have an interval, which allows for sentences of one conversation belonging together (see
scoring/intervals.py). A conversation belongs to the week or month in which it began; one without a time belongs to none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coach.errors import UsageError, did_you_mean
from coach.review.scoring.counting import natural
from coach.review.scoring.intervals import NOTHING, Sums, difference, directions, rate
from coach.review.scoring.record import Change, Rate
from coach.review.scoring.titles import shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALL = "all"
LABELS = {"category": "split_part(rule, '/', 1)", "rule": "rule"}
"""What findings are told apart by: each is counted against all sentences."""
GROUPS = {ALL: "''", "agent": "agent", "team": "team", "channel": "channel", "language": "coalesce(turns.language, '')"}
"""What sentences are told apart by, too: each has its findings and its own sentences."""
BY = (*GROUPS, *LABELS)

PERIODS = {"week": "%G-W%V", "month": "%Y-%m"}
"""How a week (ISO 8601) or a month is named: 2026-W47, 2026-11."""

SAID = """
SELECT strftime(began, '{period}') AS period, {group} AS name, key, sum(sentences) AS said
FROM turns JOIN conversations USING (key) WHERE role = 'agent' AND began IS NOT NULL
GROUP BY ALL HAVING said > 0
"""

SENTENCES = """
SELECT period, name, count(*), sum(said)::BIGINT, sum(said::DOUBLE * said) FROM ({said}) GROUP BY ALL ORDER BY ALL
"""

FOUND = """
WITH said AS ({said}),
faults AS (
    SELECT {group} AS name, {label} AS label, key, count(*) AS found
    FROM findings JOIN turns USING (key, turn) JOIN conversations USING (key)
    WHERE role = 'agent' AND disputed IS NULL GROUP BY ALL)
SELECT period, name, label, sum(found)::BIGINT, sum(found::DOUBLE * found), sum(found::DOUBLE * said)
FROM faults JOIN said USING (name, key) GROUP BY ALL
"""

UNDATED = "SELECT count(*) FROM conversations WHERE began IS NULL"


class Line(NamedTuple):
    """One agent, category ... and its rate in each of the periods."""

    name: str
    rates: tuple[Rate, ...]


class Trends(NamedTuple):
    """The rates of `by` in each `period`, in order of time.

    Agents, teams, channels and languages come in alphabetical order, categories and rules with the most frequent first. `changes`
    compares the last two periods that are over, which `compared` names (None where there are not two). `undated` is how many
    conversations have no time.
    """

    by: str
    period: str
    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    compared: tuple[str, str] | None
    changes: tuple[Change, ...]
    undated: int


def trends(connection: DuckDBPyConnection, by: str, period: str, today: date | None = None) -> Trends:
    """The trends of one of BY, a "week" or a "month" at a time, from the tables of a store.

    Periods without sentences are left out. A period is over before `today` (None: the day it is). Raises UsageError for another
    `by` or `period`.
    """
    known(by, BY, "followed")
    known(period, PERIODS, "a step")
    table = sums(connection, by, period)
    periods = tuple(sorted({when for when, _ in table}))
    wholes = {name: NOTHING for _, name in table}
    for (_, name), one in table.items():
        wholes[name] = wholes[name].plus(one)
    spread = spreads(wholes, sums(connection, ALL, period) if by != ALL else table)
    names = sorted(wholes, key=natural) if by in GROUPS else sorted(wholes, key=lambda name: (-wholes[name].found, name))
    lines = tuple(
        Line(shown(by, name), tuple(rate(table.get((when, name), NOTHING), spread[name]) for when in periods)) for name in names
    )
    now = (today or date.today()).strftime(PERIODS[period])
    over = [one for one in periods if one < now]
    compared = (over[-2], over[-1]) if len(over) > 1 else None
    changed = changes(table, by, names, compared, spread) if compared else ()
    (undated,) = connection.execute(UNDATED).fetchone() or (0,)
    return Trends(by, period, periods, lines, compared, changed, undated)


def known(name: str, names: Iterable[str], what: str) -> None:
    """Raises UsageError for a name that is not one of `names`."""
    if name not in names:
        hint = did_you_mean(name, names, f"there are {', '.join(names)}")
        raise UsageError(f"{name!r} cannot be {what} of trends", hint=hint)


def sums(connection: DuckDBPyConnection, by: str, period: str) -> dict[tuple[str, str], Sums]:
    """What the rates are made of, by period and name; a category that is not found in a period is there with a count of 0."""
    group, label = GROUPS.get(by, "''"), LABELS.get(by, "''")
    said = SAID.format(period=PERIODS[period], group=group)
    sentences = connection.execute(SENTENCES.format(said=said)).fetchall()
    rows = connection.execute(FOUND.format(said=said, group=group, label=label)).fetchall()
    found = {(when, name, one): figures for when, name, one, *figures in rows}
    labels = {one for _, _, one in found} if by in LABELS else {""}
    table = {}
    for when, name, talks, base, bases_squared in sentences:
        for one in labels:
            count, squares, products = found.get((when, name, one), (0, 0.0, 0.0))
            table[when, one or name] = Sums(talks, count, base, squares, products, bases_squared)
    return table


def spreads(wholes: Mapping[str, Sums], everything: Mapping[tuple[str, str], Sums]) -> dict[str, float]:
    """The dispersion of each name over all periods, or that of all findings where there are too few of it."""
    total = NOTHING
    for one in everything.values():
        total = total.plus(one)
    return {name: whole.dispersion or total.dispersion or 1.0 for name, whole in wholes.items()}


def changes(
    table: Mapping[tuple[str, str], Sums], by: str, names: Sequence[str], compared: tuple[str, str], spread: Mapping[str, float]
) -> tuple[Change, ...]:
    """Each name that was there in both periods, before and now; the direction is told only where it is beyond chance."""
    first, last = compared
    pairs = [(name, table.get((first, name), NOTHING), table.get((last, name), NOTHING)) for name in names]
    both = [(name, before, now) for name, before, now in pairs if before.base and now.base]
    told = directions([difference(now, before, spread[name]) for name, before, now in both])
    return tuple(
        Change(shown(by, name), rate(before, spread[name]), rate(now, spread[name]), way)
        for (name, before, now), way in zip(both, told, strict=True)
    )

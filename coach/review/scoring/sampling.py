"""A sample of conversations for people to judge: stratified, so that all agents are in it, and seeded, to be drawn again.

Each agent, channel, language and week gets its share, and at least one conversation; where there are more such groups than the
sample is large, week is given up first, then language, then channel, then agent. Where conversations with findings are drawn
more often than others, each row has the weight that undoes it: how many conversations the drawn one stands for (Cochran, Sampling
Techniques, 1977, ch. 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from coach.errors import UsageError
from coach.reports.csv_report import MARK, row
from coach.review.scoring import tables

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CUTS: tuple[tuple[str, ...], ...] = (
    ("agent", "channel", "language", "week"),
    ("agent", "channel", "language"),
    ("agent", "channel"),
    ("agent",),
    ("channel", "language"),
    ("channel",),
    (),
)
"""What the sample is stratified by: the first for which every stratum gets one."""

CASES = """
CREATE OR REPLACE TEMP TABLE cases AS
SELECT key, first(agent ORDER BY sentences DESC, agent) AS agent, any_value(channel) AS channel,
    first(language ORDER BY sentences DESC, language) AS language, coalesce(any_value(week), '') AS week,
    $apart AND key IN (SELECT key FROM faults) AS flagged
FROM spoken WHERE language IS NOT NULL GROUP BY key
"""
STRATUM = """
CREATE OR REPLACE TEMP MACRO stratum(cut, agent, channel, language, week) AS [
    if(list_contains(cut, 'agent'), agent, ''), if(list_contains(cut, 'channel'), channel, ''),
    if(list_contains(cut, 'language'), language, ''), if(list_contains(cut, 'week'), week, '')]
"""
STRATA = """
SELECT stratum($cut, agent, channel, language, week) AS stratum, flagged, count(*)
FROM cases GROUP BY ALL ORDER BY ALL
"""
# md5 and not hash(): the same sample with every release of DuckDB.
DRAWN = """
WITH wanted AS (
    SELECT unnest($strata) AS stratum, unnest($flagged) AS flagged, unnest($numbers) AS number, unnest($weights) AS weight),
drawn AS (
    SELECT key, weight, number
    FROM (SELECT *, stratum($cut, agent, channel, language, week) AS stratum FROM cases)
    JOIN wanted USING (stratum, flagged)
    QUALIFY row_number() OVER (PARTITION BY stratum, flagged ORDER BY md5(concat($seed, ' ', key)), key) <= number)
SELECT t.key, t.turn, conversation, source, t.line, t.agent, c.channel, t.language, t.time, coalesce(text, ''), weight
FROM drawn d JOIN conversations c USING (key) JOIN turns t USING (key)
WHERE t.role = 'agent' AND t.sentences > 0
ORDER BY md5(concat($seed, ' ', t.key)), t.key, t.turn
"""

COLUMNS = (
    "unit", "conversation", "source", "line", "turn", "agent", "channel", "language", "time", "text", "weight",
    "reviewer_1", "reviewer_2",
)  # fmt: skip


class Unit(NamedTuple):
    """What a reviewer judges: a turn of an agent in a conversation that was drawn. `weight` is how many conversations it stands
    for; `text` is "" where the store does not keep it, and then stands at `source`:`line`.
    """

    key: int
    turn: int
    conversation: str
    source: str
    line: int
    agent: str
    channel: str
    language: str
    time: object
    text: str
    weight: float


class Sample(NamedTuple):
    """The units of the conversations that were drawn, in an order that means nothing; what they were stratified by, and how many
    conversations there were to draw from and were drawn.
    """

    units: tuple[Unit, ...]
    strata: tuple[str, ...]
    population: int
    drawn: int


def sample(connection: DuckDBPyConnection, size: int, seed: int = 0, oversample: float = 1.0) -> Sample:
    """Draw `size` conversations with judged turns of agents, or all where there are no more.

    With `oversample` above 1 those with findings are drawn that many times as often as their share, where there are enough.
    Raises UsageError for a size below 1 or an oversampling below 1.
    """
    if size < 1:
        raise UsageError(
            "a sample needs at least one conversation", hint="50 conversations keep two reviewers busy for an afternoon"
        )
    if not 1 <= oversample <= 100:
        raise UsageError(f"cannot oversample {oversample:g} times", hint="1 is as often as they come, 3 three times as often")
    tables.prepare(connection)
    connection.execute(STRATUM)
    connection.execute(CASES, {"apart": oversample > 1})
    for cut in CUTS:
        sizes = {(tuple(stratum), flagged): number for stratum, flagged, number in _strata(connection, cut)}
        if len(sizes) <= size:
            break
    population = sum(sizes.values())
    importance = {cell: number * (oversample if cell[1] else 1.0) for cell, number in sizes.items()}
    numbers = allocated(sizes, importance, size)
    given = {
        "cut": list(cut),
        "seed": str(seed),
        "strata": [list(stratum) for stratum, _ in numbers],
        "flagged": [flagged for _, flagged in numbers],
        "numbers": list(numbers.values()),
        "weights": [sizes[cell] / number for cell, number in numbers.items() if number],
    }
    units = tuple(Unit(*found) for found in connection.execute(DRAWN, given).fetchall()) if numbers else ()
    return Sample(units, cut, population, sum(numbers.values()))


def _strata(connection: DuckDBPyConnection, cut: Iterable[str]) -> list[tuple[list[str], bool, int]]:
    return connection.execute(STRATA, {"cut": list(cut)}).fetchall()


def allocated(
    sizes: Mapping[tuple[tuple[str, ...], bool], int], importance: Mapping[tuple[tuple[str, ...], bool], float], size: int
) -> dict[tuple[tuple[str, ...], bool], int]:
    """How many to draw of each stratum: in proportion to its importance, at least one, never more than there are.

    Where there are more strata than `size`, the smallest get nothing; the caller chooses coarser ones before that happens.
    """
    whole = sum(importance.values())
    aim = {cell: size * importance[cell] / whole for cell in sizes}
    numbers = {cell: min(sizes[cell], max(1, int(aim[cell]))) for cell in sizes}
    while sum(numbers.values()) < min(size, sum(sizes.values())):
        room = [cell for cell in sizes if numbers[cell] < sizes[cell]]
        numbers[max(room, key=lambda cell: aim[cell] - numbers[cell])] += 1
    while sum(numbers.values()) > size:
        above = [cell for cell in sizes if numbers[cell] > 1] or [cell for cell in sizes if numbers[cell]]
        numbers[max(above, key=lambda cell: numbers[cell] - aim[cell])] -= 1
    return {cell: number for cell, number in numbers.items() if number}


def unit_name(key: int, turn: int) -> str:
    """What a unit is called in a sheet: not a number, because spreadsheets round those of nineteen digits."""
    return f"k{key:016x}-{turn}"


def sheet(drawn: Sample) -> str:
    """The sample as CSV for two reviewers. What coach found is not in it: who knows it no longer judges independently."""
    lines = [
        row((unit_name(unit.key, unit.turn), *unit[2:5], unit.turn, *unit[5:10], f"{unit.weight:.6g}", "", ""))
        for unit in drawn.units
    ]
    return MARK + row(COLUMNS) + "".join(lines)

"""Do two reviewers see the same, and does the tool see what they see? Cohen's kappa, for each category and rule.

Kappa is how much of the agreement that chance would not give is there (Cohen 1960, Educ. Psychol. Meas. 20:37); its standard
error is that of Fleiss, Cohen and Everitt (1969, Psychol. Bull. 72:323). Turns of one conversation are judged together, so
the error is also measured by leaving out one conversation after the other (the jackknife; Efron and Stein 1981, Ann. Stat.
9:586), and the larger of the two is told. Where something is rare, kappa is low however well people agree (Feinstein and
Cicchetti 1990, J. Clin. Epidemiol. 43:543); a warning says so, and the counts stand beside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from coach.errors import UsageError, did_you_mean
from coach.evaluation import CONFIDENCE
from coach.expressions import compiled
from coach.model import CATEGORIES, WHOLE
from coach.review.scoring.intervals import proportion
from coach.review.scoring.record import Rate
from coach.review.scoring.sampling import COLUMNS
from coach.rules.table import CONCEPTS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ANYTHING = "anything"
"""The label for turns in which anything at all was found."""

NOTHING_WRONG = frozenset(("-", "ok", "none", "0", "–", "—"))
UNIT = r"k([0-9a-f]{16})-([0-9]+)"
RARE = 5
ONE_SIDED = 0.9
"""The share of turns on which both agree that there is nothing (or that there is), from which kappa says little."""

STORED = """
SELECT count(*) FROM turns JOIN (SELECT unnest($keys) AS key, unnest($turns) AS turn) USING (key, turn) WHERE sentences > 0
"""
FOUND = """
SELECT key, turn, rule FROM findings JOIN (SELECT unnest($keys) AS key, unnest($turns) AS turn) USING (key, turn)
WHERE disputed IS NULL
"""

Unit = tuple[int, int]
"""Key and turn."""


class Ratings(NamedTuple):
    """What one reviewer found in each turn that was judged, and the weight of each turn."""

    found: Mapping[Unit, frozenset[str]]
    weights: Mapping[Unit, float]


class Agreement(NamedTuple):
    """How far two agree on one label. The four counts are turns; `agreed` is the share of turns on which they agree, per 100,
    `kappa` is None where it is not defined, as both say always the same; `shown` is how common the label is, per 100 turns;
    `warning` is "" or says why kappa must be read with care.
    """

    label: str
    both: int
    first_only: int
    second_only: int
    neither: int
    agreed: Rate
    kappa: float | None
    low: float
    high: float
    shown: float
    warning: str


def ratings(text: str, name: str, column: int = 1) -> Ratings:
    """What a reviewer wrote into a sheet of coach.review.scoring.sampling; `column` is 1 or 2, `name` the file for errors.

    A cell names rules or categories, with spaces or commas between; "-" says that nothing is wrong, and an empty one that the
    turn was not judged. Raises UsageError with path:line for anything else.
    """
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    first = text.partition("\n")[0]
    reader = csv.reader(
        lines, delimiter=max(",;\t", key=first.count)
    )  # what a spreadsheet makes of commas depends on the country
    heading = next(reader, [])
    wanted = ("unit", "weight", f"reviewer_{column}")
    missing = [one for one in wanted if one not in heading]
    if missing:
        raise UsageError(
            f"no column {missing[0]!r}", where=f"{name}:1", hint=f"a sheet of `coach review --sample` has {', '.join(COLUMNS)}"
        )
    places = [heading.index(one) for one in wanted]
    found: dict[Unit, frozenset[str]] = {}
    weights: dict[Unit, float] = {}
    for cells in reader:
        where = f"{name}:{reader.line_num}"
        unit, weight, words = (cells[place].strip() if place < len(cells) else "" for place in places)
        if not words or not any(cells):
            continue
        match = compiled(UNIT).fullmatch(unit)
        if not match:
            raise UsageError(f"{unit!r} is no unit of a sample", where=where, hint="leave the first column as it was written")
        key = int(match[1], 16), int(match[2])
        if key in found:
            raise UsageError(f"{unit} stands here twice", where=where, hint="keep one of the two lines")
        found[key], weights[key] = labels_of(words, where), weight_of(weight, where)
    return Ratings(found, weights)


def labels_of(words: str, where: str) -> frozenset[str]:
    """The rules and categories of a cell. Raises UsageError for an unknown one."""
    names = [name.lower() for name in compiled(r"[\s,;]+").split(words) if name]
    known = (*CATEGORIES, *WHOLE, *CONCEPTS)
    for name in names:
        if name not in known and name not in NOTHING_WRONG and name.partition("/")[0] not in CATEGORIES:
            hint = did_you_mean(name, known, "`coach rules` lists them; - stands for nothing wrong")
            raise UsageError(f"unknown rule or category {name!r}", where=where, hint=hint)
    return frozenset(names) - NOTHING_WRONG


def weight_of(text: str, where: str) -> float:
    """A weight, with a point or a comma. Raises UsageError."""
    try:
        weight = float(text.replace(",", ".") or "1")
    except ValueError:
        weight = 0.0
    if not 0 < weight < float("inf"):
        raise UsageError(f"{text!r} is no weight", where=where, hint="leave the column as it was written")
    return weight


def tool(connection: DuckDBPyConnection, units: Iterable[Unit]) -> Ratings:
    """What coach found in the turns of a store, to be compared with a reviewer; all are judged.

    Raises UsageError when some are not in the store: nothing found in them would be nothing said.
    """
    wanted = list(units)
    found: dict[Unit, set[str]] = {unit: set() for unit in wanted}
    given = {"keys": [key for key, _ in wanted], "turns": [turn for _, turn in wanted]}
    if not wanted:
        return Ratings({}, {})
    stored = connection.execute(STORED, given).fetchall()[0][0]
    if stored < len(wanted):
        hint = "compare with the store that the sample was drawn from"
        raise UsageError(f"{len(wanted) - stored} of the {len(wanted)} turns are not in the store", hint=hint)
    for key, turn, rule in connection.execute(FOUND, given).fetchall():
        found[key, turn].add(rule)
    return Ratings({unit: frozenset(rules) for unit, rules in found.items()}, dict.fromkeys(wanted, 1.0))


def agreements(first: Ratings, second: Ratings) -> tuple[Agreement, ...]:
    """How far two agree on the turns that both judged: on anything at all, then by category, then by rule.

    Rules are compared where both have named rules, because who names categories only cannot agree on one. The weights are the
    first's. Raises UsageError when no turn was judged by both.
    """
    units = sorted(first.found.keys() & second.found.keys())
    if not units:
        raise UsageError("no turn was judged by both", hint="fill in both columns, - where nothing is wrong")
    sides = [{unit: side.found[unit] for unit in units} for side in (first, second)]
    named = [{name for names in side.values() for name in names} for side in sides]
    rules = sorted(name for name in named[0] | named[1] if "/" in name) if all(map(names_rules, named)) else []
    categories = [one for one in (*CATEGORIES, *WHOLE) if any(one == name.partition("/")[0] for name in named[0] | named[1])]
    one, other = sides
    return tuple(
        compared(label, [(unit[0], has(one[unit], label), has(other[unit], label), first.weights[unit]) for unit in units])
        for label in (ANYTHING, *categories, *rules)
    )


def names_rules(names: Iterable[str]) -> bool:
    """Whether somebody named rules, and not categories only; who found nothing may mean either."""
    return any("/" in name for name in names) or not list(names)


def has(names: Iterable[str], label: str) -> bool:
    """Whether what was found in a turn has a label."""
    return any(label in (ANYTHING, name, name.partition("/")[0]) for name in names)


Judged = tuple[int, bool, bool, float]
"""The conversation, what each of the two says, and the weight."""


def compared(label: str, judged: Sequence[Judged]) -> Agreement:
    """How far two agree on one label."""
    counts = [[sum(1 for _, one, other, _ in judged if (one, other) == (a, b)) for b in (True, False)] for a in (True, False)]
    (both, first_only), (second_only, neither) = counts
    table = weighted(judged)
    value, error = kappa(table, len(judged))
    error = max(error, jackknife(judged))
    low, high = (
        (max(-1.0, value - CONFIDENCE * error), min(1.0, value + CONFIDENCE * error)) if value is not None else (-1.0, 1.0)
    )
    whole = sum(map(sum, table))
    shown = 100 * (table[0][0] + (table[0][1] + table[1][0]) / 2) / whole
    agreed = proportion(both + neither, len(judged))
    return Agreement(label, both, first_only, second_only, neither, agreed, value, low, high, shown, warning(counts, value))


def weighted(judged: Iterable[Judged]) -> list[list[float]]:
    """The two-by-two table of weights: found by both, by the first only; by the second only, by neither."""
    table = [[0.0, 0.0], [0.0, 0.0]]
    for _, one, other, weight in judged:
        table[not one][not other] += weight
    return table


def kappa(table: Sequence[Sequence[float]], units: float | None = None) -> tuple[float | None, float]:
    """Cohen's kappa of a square table and its standard error for as many `units` as it stands for (None: their sum).

    None (and 0) where it is not defined: each of the two always says the same thing.
    """
    whole = sum(map(sum, table))
    p = [[cell / whole for cell in line] for line in table]
    size = range(len(p))
    rows, columns = [sum(line) for line in p], [sum(line[i] for line in p) for i in size]
    observed, expected = sum(p[i][i] for i in size), sum(rows[i] * columns[i] for i in size)
    if 1 - expected < 1e-12:
        return None, 0.0
    value = (observed - expected) / (1 - expected)
    rest = 1 - value
    agreeing = sum(p[i][i] * (1 - (rows[i] + columns[i]) * rest) ** 2 for i in size)
    differing = rest**2 * sum(p[i][j] * (columns[i] + rows[j]) ** 2 for i in size for j in size if i != j)
    variance = (agreeing + differing - (value - expected * rest) ** 2) / ((units or whole) * (1 - expected) ** 2)
    return value, sqrt(max(0.0, variance))


def jackknife(judged: Sequence[Judged]) -> float:
    """The standard error of kappa when whole conversations are left out, one after the other; 0 where that cannot be told."""
    by_conversation: dict[int, list[Judged]] = {}
    for one in judged:
        by_conversation.setdefault(one[0], []).append(one)
    whole = weighted(judged)
    values = []
    for part in by_conversation.values():
        without = weighted(part)
        rest = [[max(0.0, whole[i][j] - without[i][j]) for j in (0, 1)] for i in (0, 1)]
        value = kappa(rest)[0] if sum(map(sum, rest)) > 0 else None
        if value is not None:
            values.append(value)
    number = len(values)
    if number < 2:
        return 0.0
    mean = sum(values) / number
    return sqrt((number - 1) / number * sum((value - mean) ** 2 for value in values))


def warning(counts: Sequence[Sequence[int]], value: float | None) -> str:
    """Why kappa must be read with care, "" where it need not."""
    (both, first_only), (second_only, neither) = counts
    whole = both + first_only + second_only + neither
    if value is None:
        return "both always say the same: kappa is not defined"
    if both + first_only < RARE or both + second_only < RARE:
        return f"seen fewer than {RARE} times by one of the two: look at the counts, not at kappa"
    if max(both, neither) / whole > ONE_SIDED:
        return "nearly all turns are alike in this: kappa is low however well the two agree"
    return ""


def table(found: Sequence[Agreement], first: str = "reviewer 1", second: str = "reviewer 2") -> str:
    """The agreements as a text table, a line each, with what `first` and `second` are called."""
    heads = ("", "kappa", "95 %", "agreed", "both", f"{first} only", f"{second} only", "neither")
    rows = [heads, *(cells(one) for one in found)]
    widths = [max(len(line[i]) for line in rows) for i in range(len(heads))]
    lines = ["  ".join((line[0].ljust(widths[0]), *(map(str.rjust, line[1:], widths[1:])))).rstrip() for line in rows]
    warnings: dict[str, list[str]] = {}
    for one in found:
        if one.warning:
            warnings.setdefault(one.warning, []).append(one.label)
    warned = [f"{', '.join(labels)}: {warning}" for warning, labels in warnings.items()]
    return "\n".join((*lines, *([""] if warned else []), *warned)) + "\n"


def cells(one: Agreement) -> tuple[str, ...]:
    """A line of the table."""
    certain = ("-", "") if one.kappa is None else (two(one.kappa), f"{two(one.low)} to {two(one.high)}")
    return (one.label, *certain, f"{one.agreed.rate:.0f} %", *map(str, one[1:5]))


def two(value: float) -> str:
    """A number to two decimals; what rounds to nothing has no sign."""
    return f"{round(value, 2) + 0.0:.2f}"

"""Counting findings against sentences: the sums that rates and their intervals are made of, cut by one dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

from coach.expressions import compiled
from coach.model import PENALTY, SEVERITIES
from coach.review.scoring import tables
from coach.review.scoring.intervals import NOTHING, Sums, difference, directions, rate
from coach.review.scoring.record import Change, HeatCell, Quote, Rate, RuleCount, Slice
from coach.review.scoring.tables import BEFORE, NOW
from coach.review.scoring.titles import rule_title, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALL = ""
"""The one name of the dimension "all", and the label of all findings together."""

SHORTEST = 4
"""Turns of a conversation that has a beginning, a middle and an end."""

BASES = """
WITH each AS (SELECT {name} AS name, key, sum(turns) AS turns, sum(sentences) AS sentences FROM spoken GROUP BY ALL)
SELECT name, count(*), sum(turns)::BIGINT, sum(sentences)::BIGINT, sum(sentences::DOUBLE * sentences)
FROM each WHERE name IS NOT NULL GROUP BY name
"""

KINDS = {"all": "''", "category": "category", "rule": "rule", "severity": "severity"}
"""The kinds of labels that a finding has one of each. One kind is counted after the other: that takes half the time and half the
memory of all in one go.
"""

TOGETHER = """(
    SELECT * FROM faults JOIN (
        SELECT DISTINCT label, rule, severity
        FROM (SELECT DISTINCT category, rule, severity FROM faults)
        JOIN (SELECT unnest($labels) AS label, unnest($members) AS member) ON member IN ('', category, rule, severity)
    ) USING (rule, severity))
"""
"""The findings under labels that stand for several others: first which rules these are, so that only those are joined."""

COUNTS = """
WITH said AS (SELECT {name} AS name, key, sum(sentences) AS sentences FROM spoken GROUP BY ALL),
counted AS (SELECT {name} AS name, {label} AS label, key, count(*) AS found FROM {findings} WHERE {name} IS NOT NULL GROUP BY ALL)
SELECT name, label::VARCHAR AS label, count(*), sum(found)::BIGINT, sum(found::DOUBLE * found),
    sum(found::DOUBLE * coalesce(sentences, 0))
FROM counted LEFT JOIN said USING (name, key) GROUP BY name, label
"""

HEAT = """
WITH said AS (
    SELECT least(9, floor(10 * (t.turn + 0.5) / p.turns))::INT AS tenth, key, sum(t.sentences) AS sentences
    FROM turns t JOIN placed p USING (key) WHERE t.role = 'agent' AND p.turns >= $shortest GROUP BY ALL),
counted AS (
    SELECT least(9, floor(10 * (turn + 0.5) / p.turns))::INT AS tenth, category, key, count(*) AS found
    FROM faults JOIN placed p USING (key) WHERE p.turns >= $shortest GROUP BY ALL)
SELECT tenth, NULL AS category, count(*), 0, sum(sentences)::BIGINT, 0, 0, sum(sentences::DOUBLE * sentences)
FROM said GROUP BY tenth
UNION ALL
SELECT tenth, category, 0, sum(found)::BIGINT, 0, sum(found::DOUBLE * found), sum(found::DOUBLE * sentences), 0
FROM counted JOIN said USING (tenth, key) GROUP BY tenth, category
"""

MEDIANS = """
SELECT {name} AS name, median(waited) FILTER (first), median(waited)
FROM answers GROUP BY ALL HAVING name IS NOT NULL
"""

RULES = """
SELECT rule, severity, count(*), count(DISTINCT key), count(DISTINCT nullif(agent, ''))
FROM faults GROUP BY GROUPING SETS ((rule), (rule, severity))
"""


class Volume(NamedTuple):
    """How much it is, apart from findings: conversations, turns and sentences of agents, and the squares of the sentences."""

    conversations: int
    turns: int
    sentences: int
    squares: float


class Counts(NamedTuple):
    """Findings by the names of a dimension and by label; where a name has nothing of a label there is no entry."""

    volumes: dict[str, Volume]
    counted: dict[tuple[str, str], tuple[int, int, float, float]]

    def sums(self, name: str, label: str) -> Sums:
        """What the rate of a label under a name is made of."""
        volume = self.volumes.get(name, Volume(0, 0, 0, 0.0))
        _, count, squares, products = self.counted.get((name, label), (0, 0, 0.0, 0.0))
        return Sums(volume.conversations, count, volume.sentences, squares, products, volume.squares)

    def conversations(self, name: str, label: str) -> int:
        """In how many conversations a label was found under a name."""
        return self.counted.get((name, label), (0, 0, 0.0, 0.0))[0]

    def total(self, label: str) -> Sums:
        """All names together; a conversation that is under two names counts as two."""
        whole = NOTHING
        for name in self.volumes:
            whole = whole.plus(self.sums(name, label))
        return whole


class Found(NamedTuple):
    """A rule in the store: how often with each severity, in how many conversations, by how many agents with a name."""

    rule: str
    severities: dict[str, int]
    conversations: int
    agents: int

    @property
    def category(self) -> str:
        """The part before the stroke."""
        return self.rule.partition("/")[0]

    @property
    def severity(self) -> str:
        """The severity it has most often, the worse of two."""
        return max(reversed(SEVERITIES), key=lambda severity: (self.severities.get(severity, 0), PENALTY[severity]))


def same(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each name as a label of its own."""
    return {name: (name,) for name in names}


def counts(connection: DuckDBPyConnection, by: str, labels: Mapping[str, Sequence[str]]) -> Counts:
    """The findings under the names of a dimension ("all", "agent", "team", "channel", "language", "week", "period").

    A label stands for rules, categories or severities, "" for all findings.
    """
    name = tables.names(by)
    volumes = {one: Volume(*figures) for one, *figures in connection.execute(BASES.format(name=name)).fetchall()}
    single = {label for label, members in labels.items() if tuple(members) == (label,)}
    several = [(label, one) for label, members in labels.items() if label not in single for one in members]
    rows = []
    for one in sorted(set(map(kind, single))):
        of_kind = connection.execute(COUNTS.format(name=name, label=KINDS[one], findings="faults")).fetchall()
        rows += [row for row in of_kind if row[1] in single]
    if several:
        given = {"labels": [label for label, _ in several], "members": [member for _, member in several]}
        rows += connection.execute(COUNTS.format(name=name, label="label", findings=TOGETHER), given).fetchall()
    return Counts(volumes, {(one, label): tuple(figures) for one, label, *figures in rows})


def kind(label: str) -> str:
    """Which of KINDS a label of findings is of."""
    return "all" if label == ALL else "rule" if "/" in label else "severity" if label in SEVERITIES else "category"


def found_rules(connection: DuckDBPyConnection) -> tuple[Found, ...]:
    """All rules in the store, the most frequent first."""
    severities: dict[str, dict[str, int]] = {}
    wholes: dict[str, tuple[int, int, int]] = {}
    for rule, severity, number, conversations, agents in connection.execute(RULES).fetchall():
        if severity is None:
            wholes[rule] = (number, conversations, agents)
        else:
            severities.setdefault(rule, {})[severity] = number
    ranked = sorted(wholes.items(), key=lambda item: (-item[1][0], item[0]))
    return tuple(Found(rule, severities[rule], conversations, agents) for rule, (_, conversations, agents) in ranked)


def rates(counted: Counts, name: str, labels: Iterable[str], overall: Counts) -> tuple[tuple[str, Rate], ...]:
    """The rates of labels under a name, worst first; `overall` lends its dispersion where a name has too little to tell."""
    found = ((label, rate(counted.sums(name, label), spread(overall, label))) for label in labels)
    return tuple(sorted(found, key=lambda item: (-item[1].rate, item[0])))


def spread(overall: Counts, label: str) -> float:
    """The dispersion of a label in all conversations, or of all findings where there are too few of it."""
    return overall.sums(ALL, label).dispersion or overall.sums(ALL, ALL).dispersion or 1.0


def slices(
    connection: DuckDBPyConnection,
    by: str,
    categories: Sequence[str],
    overall: Counts,
    differing: Mapping[str, int] | None = None,
) -> tuple[Slice, ...]:
    """The names of a dimension in alphabetical order; none where nothing but "" is known of it.

    `differing` says which differ from the others where that was found out more carefully than by comparing each with the rest.
    """
    counted = counts(connection, by, same((ALL, *categories)))
    waited = medians(connection, by)
    names = sorted(counted.volumes, key=natural)
    if names in ([], [ALL]):
        return ()
    whole = counted.total(ALL)
    compared = [difference(own, whole.less(own), spread(overall, ALL)) for own in (counted.sums(name, ALL) for name in names)]
    told = differing if differing is not None else dict(zip(names, directions(compared), strict=True))
    return tuple(
        Slice(
            shown(by, name),
            *counted.volumes[name][:3],
            rate(counted.sums(name, ALL), spread(overall, ALL)),
            rates(counted, name, categories, overall),
            told.get(name, 0),
            *waited.get(name, (None, None)),
        )
        for name in names
    )


def medians(connection: DuckDBPyConnection, by: str) -> dict[str, tuple[float | None, float | None]]:
    """How many seconds customers waited for the first answer, and for any, by the names of a dimension."""
    return {name: (first, every) for name, first, every in connection.execute(MEDIANS.format(name=tables.names(by))).fetchall()}


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """What names are sorted by: "Agent 2" comes before "Agent 10", and who has no name last."""
    parts = compiled(r"\d+|\D+").findall(name)
    return tuple((int(part), "") if part.isdecimal() else (0, part.casefold()) for part in parts) or ((maxsize, ""),)


def rule_counts(found: Iterable[Found], overall: Counts, quotes: Mapping[str, tuple[Quote, ...]]) -> tuple[RuleCount, ...]:
    """The rules with their rates and quotes."""
    return tuple(
        RuleCount(
            one.rule,
            rule_title(one.rule),
            one.severity,
            rate(overall.sums(ALL, one.rule), spread(overall, one.rule)),
            one.conversations,
            one.agents,
            quotes.get(one.rule, ()),
        )
        for one in found
    )


def heat(connection: DuckDBPyConnection, overall: Counts) -> tuple[HeatCell, ...]:
    """The categories through the conversation; conversations of fewer than SHORTEST turns are left out.

    A turn belongs to the tenth in which its middle lies: the first of ten turns to the first, the only one to none.
    """
    bases: dict[int, Sums] = {}
    cells: dict[tuple[str, int], Sums] = {}
    for tenth, category, *figures in connection.execute(HEAT, {"shortest": SHORTEST}).fetchall():
        if category is None:
            bases[tenth] = Sums(*figures)
        else:
            cells[category, tenth] = Sums(*figures)
    categories = sorted({category for category, _ in cells})
    return tuple(
        HeatCell(category, tenth, rate(bases[tenth].plus(cells.get((category, tenth), NOTHING)), spread(overall, category)))
        for category in categories
        for tenth in sorted(bases)
    )


def changes(connection: DuckDBPyConnection, labels: Sequence[str], overall: Counts) -> tuple[Change, ...]:
    """What changed between the periods that the tables were prepared for: all findings, then what changed most surely.

    A direction is told where the difference is beyond chance, with all comparisons taken together.
    """
    counted = counts(connection, "period", same((ALL, *labels)))
    if not (counted.volumes.keys() >= {BEFORE, NOW}):
        return ()
    pairs = [(label, counted.sums(BEFORE, label), counted.sums(NOW, label)) for label in (ALL, *labels)]
    compared = [difference(now, before, spread(overall, label)) for label, before, now in pairs]
    made = [
        (p, Change(label or "all", rate(before, spread(overall, label)), rate(now, spread(overall, label)), way))
        for (label, before, now), (p, _), way in zip(pairs, compared, directions(compared), strict=True)
    ]
    return tuple(change for _, change in (made[0], *sorted(made[1:], key=lambda item: (item[0], item[1].name))))

"""Quotes: the turns that show what a figure means, few and different from each other, with better wording beside them.

Which are taken is settled by the store alone, so that the same store gives the same quotes: short and clear turns first, then in
the order of their keys, which are hashes and so prefer nobody; other wordings and other agents before more of the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.model import CHANNELS, WHOLE, Finding, Suggestion
from coach.review.record import EVENTS, GOOD
from coach.review.scoring.record import Better, Quote
from coach.review.scoring.titles import shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from coach.engine import Coach

MARKS = ".!?…"

UNCLEAR = "CASE WHEN long BETWEEN 30 AND 280 THEN 0 WHEN long <= 600 THEN 1 ELSE 2 END"
FIRST = "QUALIFY row_number() OVER (PARTITION BY name, agent ORDER BY unclear, key, turn, start) <= $most"

# Enough of each rule and agent to choose from, and no more: the texts of a large store do not fit into memory, so the rows that
# are put in order have only what the order depends on. A turn with a fault that is more than a hint praises nobody.
QUOTABLE = f"""
CREATE OR REPLACE TEMP TABLE quotable AS
WITH faulty AS (SELECT key, turn, bool_or(severity <> 'hint') AS grave FROM faults GROUP BY ALL),
flagged AS (
    SELECT rule AS name, agent, key, turn, start, "end", severity, {UNCLEAR} AS unclear
    FROM faults WHERE long IS NOT NULL {FIRST}),
shown AS (
    SELECT name, h.agent, key, turn, h.start, h."end", '' AS severity,
        (name IN $good AND grave IS NOT NULL)::INT + {UNCLEAR} AS unclear
    FROM happened h JOIN (SELECT key, turn, length(text) AS long FROM turns WHERE text IS NOT NULL) USING (key, turn)
    LEFT JOIN faulty USING (key, turn)
    WHERE name NOT IN $good OR grave IS NOT TRUE {FIRST}),
first AS (SELECT * FROM flagged UNION ALL SELECT * FROM shown)
SELECT name, split_part(name, '/', 1) AS category, f.agent, key, turn, start, "end", severity, unclear, md5(text) AS print,
    lower(substr(text, start + 1, "end" - start)) AS wording
FROM first f JOIN turns USING (key, turn)
"""  # noqa: S608 - the expressions above
MOST = 12

CANDIDATES = """
WITH wants AS (SELECT unnest($wants) AS want, unnest($agents) AS whose, unnest($members) AS member),
once AS (
    SELECT want, q.*
    FROM (SELECT *, unnest([name, category]) AS member FROM quotable) q JOIN wants w USING (member)
    WHERE whose IS NULL OR whose = q.agent
    QUALIFY row_number() OVER (PARTITION BY want, print ORDER BY key, turn, start, name) = 1),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY want, agent, wording ORDER BY unclear, key, turn, start, name) AS repeated
    FROM once)
SELECT want, name, key, turn, start, "end", severity, agent, wording
FROM ranked QUALIFY row_number() OVER (PARTITION BY want ORDER BY repeated, unclear, key, turn, start, name) <= $enough
ORDER BY want, repeated, unclear, key, turn, start, name
"""
ENOUGH = 40
"""Candidates among which the quotes of one want are chosen."""

FETCHED = """
WITH q AS (
    SELECT unnest($numbers) AS number, unnest($keys) AS key, unnest($turns) AS turn, unnest($names) AS name,
        unnest($starts) AS start),
why AS (
    SELECT number, any_value(message) AS message
    FROM (
        SELECT key, turn, rule AS name, start, message FROM findings
        UNION ALL SELECT key, turn, name, start, detail FROM events)
    JOIN q USING (key, turn, name, start) GROUP BY number),
before AS (
    SELECT q.key, q.turn, arg_max(coalesce(t.text, ''), t.turn) AS text
    FROM (SELECT DISTINCT key, turn FROM q) q JOIN turns t ON t.key = q.key AND t.turn < q.turn AND t.role = 'customer'
    GROUP BY ALL)
SELECT t.text, coalesce(b.text, ''), message, conversation, source, t.line, coalesce(t.language, c.language, ''), t.time,
    c.channel
FROM q JOIN why USING (number) JOIN turns t USING (key, turn) JOIN conversations c USING (key)
LEFT JOIN before b USING (key, turn)
ORDER BY number
"""


class Want(NamedTuple):
    """What is to be shown: up to `number` quotes of rules, categories or events, of all agents or of one (None: all)."""

    label: str
    members: tuple[str, ...]
    number: int
    agent: str | None = None


class Candidate(NamedTuple):
    """What might be quoted for the want of that number."""

    want: int
    name: str
    key: int
    turn: int
    start: int
    end: int
    severity: str
    agent: str
    wording: str


Quotes = dict[tuple[str | None, str], tuple[Quote, ...]]
"""The quotes by agent (None: of all) and label of what was wanted."""


def prepare(connection: DuckDBPyConnection) -> None:
    """Make the table of what may be quoted; the tables of coach.review.scoring.tables are there."""
    connection.execute(QUOTABLE, {"most": MOST, "good": [name for name, valence in EVENTS.items() if valence == GOOD]})


def quotes(connection: DuckDBPyConnection, wants: Sequence[Want], coach: Coach) -> Quotes:
    """The quotes that are wanted; `coach` judges their texts anew, with better wording."""
    rows = [(number, want, member) for number, want in enumerate(wants) for member in want.members]
    if not rows:
        return {}
    given = {
        "wants": [number for number, _, _ in rows],
        "agents": [want.agent for _, want, _ in rows],
        "members": [member for _, _, member in rows],
        "enough": ENOUGH,
    }
    candidates = (Candidate(*found) for found in connection.execute(CANDIDATES, given).fetchall())
    chosen = [
        one for number, group in groupby(candidates, attrgetter("want")) for one in different(list(group), wants[number].number)
    ]
    wordings = Wordings(coach)
    made: dict[tuple[str | None, str], list[Quote]] = defaultdict(list)
    for one, (text, before, message, conversation, source, line, language, time, channel) in zip(
        chosen, fetched(connection, chosen), strict=True
    ):
        want, who = wants[one.want], shown("agent", one.agent)
        quote = Quote(
            one.name, one.severity, text, one.start, one.end, message, (), before, conversation, source, line, one.turn, who,
            language, time,
        )  # fmt: skip
        made[want.agent, want.label].append(quote._replace(better=wordings.better(quote, channel)))
    return {key: tuple(found) for key, found in made.items()}


def different(candidates: list[Candidate], number: int) -> list[Candidate]:
    """So many of the candidates, which are best first: each time one whose wording, agent and kind have been taken least."""
    taken: Counter[tuple[str, str]] = Counter()
    chosen: list[Candidate] = []
    while candidates and len(chosen) < number:
        best = min(candidates, key=lambda one: sum(taken[trait] for trait in traits(one)))
        candidates.remove(best)
        chosen.append(best)
        taken.update(traits(best))
    return chosen


def traits(one: Candidate) -> tuple[tuple[str, str], ...]:
    """In what quotes shall differ from each other."""
    return ("wording", one.wording), ("agent", one.agent), ("name", one.name)


def fetched(connection: DuckDBPyConnection, chosen: Sequence[Candidate]) -> list[Any]:
    """The texts of the chosen turns, what stands before them, why, and where they are from, in the same order."""
    given = {
        "numbers": list(range(len(chosen))),
        "keys": [one.key for one in chosen],
        "turns": [one.turn for one in chosen],
        "names": [one.name for one in chosen],
        "starts": [one.start for one in chosen],
    }
    return connection.execute(FETCHED, given).fetchall() if chosen else []


class Wordings:
    """Judges quoted texts with suggestions, each once however often it is quoted."""

    def __init__(self, coach: Coach) -> None:
        self._coaches = {"": coach.with_config(coach.config._replace(rewrites=True, min_severity="hint"))}
        self._judged: dict[tuple[str, str, str, str, str], tuple[Finding, ...]] = {}

    def better(self, quote: Quote, channel: str) -> tuple[Better, ...]:
        """What could be said instead of the flagged words; nothing for events, and where the language is not judged."""
        if not quote.severity or not quote.language:
            return ()
        whole = quote.name.partition("/")[0] in WHOLE
        coach = self.only(quote.name) if whole else self._coaches[""]
        where = channel if channel in CHANNELS else coach.config.channel
        key = (quote.text, quote.language, where, quote.before if whole else "", quote.name if whole else "")
        if key not in self._judged:
            self._judged[key] = coach.check(*key[:3], key[3] or None).findings
        same = [finding for finding in self._judged[key] if finding.rule == quote.name]
        exact = [finding for finding in same if (finding.start, finding.end) == (quote.start, quote.end)]
        near = [finding for finding in same if finding.start < quote.end and quote.start < finding.end]
        return wordings(next(iter(exact or near), None), quote.text)

    def only(self, rule: str) -> Coach:
        """A coach that judges by one rule: those about a whole reply take long, and some load what the others never need."""
        if rule not in self._coaches:
            every = self._coaches[""]
            self._coaches[rule] = every.with_config(every.config._replace(select=(rule,)))
        return self._coaches[rule]


def wordings(finding: Finding | None, text: str) -> tuple[Better, ...]:
    """The suggestions of a finding as they are shown, each once."""
    if finding is None:
        return ()
    return tuple(dict.fromkeys(shown_wording(one, finding, text) for one in finding.suggestions))


def shown_wording(suggestion: Suggestion, finding: Finding, text: str) -> Better:
    """A suggestion as a reader sees it: in the place of the flagged words, or by itself."""
    if (suggestion.start, suggestion.end) != (finding.start, finding.end) or suggestion.start == suggestion.end:
        return Better(suggestion.text.strip(), drop_in=False)
    doubled = suggestion.text[-1:] in MARKS and text[suggestion.end : suggestion.end + 1] in tuple(MARKS)
    return Better(suggestion.text.rstrip(MARKS) if doubled else suggestion.text, drop_in=True)


def one_each(found: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes without those whose turn is quoted already."""
    kept: dict[tuple[str, str, int], Quote] = {}
    for quote in found:
        kept.setdefault((quote.source, quote.conversation, quote.turn), quote)
    return tuple(kept.values())

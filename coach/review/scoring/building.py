"""The whole report out of a store: counts, comparisons, cards, quotes, and what a reader must know to be fair."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from coach.config import Config
from coach.model import SEVERITIES
from coach.review.record import EVENTS, Trouble
from coach.review.scoring import cards, counting, happenings, months, peers, quoting, tables, waiting
from coach.review.scoring.cards import Figures
from coach.review.scoring.counting import ALL, Found, same, spread
from coach.review.scoring.intervals import rate
from coach.review.scoring.notes import notes
from coach.review.scoring.quoting import Want
from coach.review.scoring.record import Card, Quote, ReviewReport, Slice
from coach.review.scoring.rubric import Rubric
from coach.review.scoring.tables import Period
from coach.review.scoring.titles import NAMELESS, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from coach.engine import Coach

HEAD = """
SELECT (SELECT count(*) FROM conversations), (SELECT coalesce(sum(left_out), 0)::BIGINT FROM conversations),
    count(*), count(*) FILTER (role = 'agent'), coalesce(sum(sentences) FILTER (role = 'agent'), 0)::BIGINT,
    count(*) FILTER (role = 'agent' AND language IS NULL), min(time), max(time),
    (SELECT count(*) FROM findings WHERE disputed IS NOT NULL)
FROM turns
"""
GOOD_QUOTES = 12
QUOTES_OF_EVENT = 4
PROMISES_SHOWN = 1_000
"""Promises that a report lists: nobody reads more, and millions would fill the memory; the ledger has all."""

CARDS = 300
"""Agents that get a card, those with most sentences first: more of them nobody talks through, and a page must stay a page."""

WENT_WELL = "good"


class Head(NamedTuple):
    """How much there is in a store."""

    conversations: int
    left_out: int
    turns: int
    agent_turns: int
    sentences: int
    unjudged: int
    began: datetime | None
    ended: datetime | None
    disputed: int


def build(
    connection: DuckDBPyConnection,
    *,
    title: str,
    made: datetime,
    rubric: Rubric,
    config: Config,
    troubles: Sequence[Trouble] = (),
    pseudonyms: bool = True,
    compare: tuple[Period, Period] | None = None,
    quotes_a_rule: int = 6,
    coach: Coach | None = None,
) -> ReviewReport:
    """The report of everything in a store; `config` is that of the review, so that quotes are judged as they were.

    A `coach` that has loaded its phrasebooks already lends them. `compare` are two periods, before and now; without
    it, the last two months are compared if they hold enough. Temporary tables are made in the connection, the store is not
    written to. Raises UsageError for periods that overlap.
    """
    from coach.engine import Coach

    coach = coach.with_config(config) if coach else Coach(config)
    compare = compare or months.last_two(connection)
    tables.prepare(connection, compare)
    head = Head(*(connection.execute(HEAD).fetchone() or ()))
    found = counting.found_rules(connection)
    categories = sorted({one.category for one in found})
    overall = counting.counts(connection, "all", everything(found, rubric))
    by_agent = counting.counts(connection, "agent", everything(found, rubric))
    compared = peers.comparisons(peers.work(connection), peers.labels_to_compare(found), by_agent, overall)
    events = cards.labels(rubric)[1]
    shares = {**happenings.shares(connection, "agent", events), **happenings.shares(connection, "all", events)}
    figures = Figures(by_agent, overall, shares, found, peers.helps(compared))

    agents = counting.slices(connection, "agent", categories, overall, peers.differing(compared))
    drafts = drawn(agents, rubric, figures)
    quoting.prepare(connection)
    quotes = quoting.quotes(connection, [*wanted(found, quotes_a_rule), *card_wants(drafts, rubric, figures)], coach)
    of_all = {label: chosen for (agent, label), chosen in quotes.items() if agent is None}
    teams, channels, languages, weeks = (
        counting.slices(connection, by, categories, overall) for by in ("team", "channel", "language", "week")
    )
    first_response, response = counting.medians(connection, "all").get(ALL, (None, None))
    made_promises, timed_promises = happenings.promises_made(connection)
    report = ReviewReport(
        title=title,
        made=made,
        conversations=head.conversations,
        turns=head.turns,
        agent_turns=head.agent_turns,
        sentences=head.sentences,
        unjudged=head.unjudged,
        left_out=head.left_out,
        began=head.began,
        ended=head.ended,
        overall=rate(overall.sums(ALL, ALL), spread(overall, ALL)),
        categories=counting.rates(overall, ALL, categories, overall),
        severities=tuple((name, rate(overall.sums(ALL, name), spread(overall, name))) for name in SEVERITIES),
        rules=counting.rule_counts(found, overall, of_all),
        events=happenings.event_counts(connection, of_all),
        agents=agents,
        teams=teams,
        channels=channels,
        languages=languages,
        weeks=weeks,
        heat=counting.heat(connection, overall),
        response_times=happenings.response_times(connection),
        first_response=first_response,
        response=response,
        cards=tuple(cards.illustrated(one, rubric, figures, quotes) for one in drafts),
        good=praise(of_all.get(WENT_WELL, ()), agents),
        promises=happenings.promise_lines(connection, PROMISES_SHOWN),
        promised=made_promises,
        timed=timed_promises,
        changes=counting.changes(connection, [*categories, *(one.rule for one in found)], overall) if compare else (),
        helps=tuple((one.agent, one.label) for one in figures.helps),
        help_rates=tuple(cards.help_rate(one, figures) for one in figures.helps),
        waits=waiting.waits(connection),
        compared=f"{compare[1].name}, compared with {compare[0].name}" if compare else "",
        pseudonyms=pseudonyms,
        troubles=tuple((trouble.where, trouble.message) for trouble in troubles),
        notes=(),
    )
    return report._replace(notes=notes(report, rubric, head.disputed))


def everything(found: Sequence[Found], rubric: Rubric) -> dict[str, tuple[str, ...]]:
    """All labels that findings are counted under."""
    names = (ALL, *SEVERITIES, *{one.category: None for one in found}, *(one.rule for one in found))
    return {**same(names), **cards.labels(rubric)[0]}


def drawn(agents: Sequence[Slice], rubric: Rubric, figures: Figures) -> list[Card]:
    """The cards of the agents who have a name and said something, in the order of their names, without quotes."""
    named = [one for one in agents if one.name != NAMELESS["agent"] and one.sentences]
    chosen = {one.name for one in sorted(named, key=lambda one: -one.sentences)[:CARDS]}
    return [cards.card(one, one.name, rubric, figures) for one in named if one.name in chosen]


def wanted(found: Sequence[Found], quotes_a_rule: int) -> list[Want]:
    """The quotes that stand beside rules and events, and what went well."""
    return [
        *(Want(one.rule, (one.rule,), quotes_a_rule) for one in found),
        *(Want(name, (name,), QUOTES_OF_EVENT) for name in EVENTS),
        Want(WENT_WELL, tuple(name for name in cards.STRONG if name.startswith("good/")), GOOD_QUOTES),
    ]


def praise(found: Sequence[Quote], agents: Sequence[Slice]) -> tuple[Quote, ...]:
    """What went well, each turn once; first the words of agents who have fewer findings than the others beyond chance."""
    better = {shown("agent", one.name) for one in agents if one.differs < 0}
    return tuple(sorted(quoting.one_each(found), key=lambda one: one.agent not in better))


def card_wants(drafts: Sequence[Card], rubric: Rubric, figures: Figures) -> list[Want]:
    """The quotes of all cards."""
    return [want for one in drafts for want in cards.wants(one, rubric, figures)]

"""What a review tells: the records that every report format shows. Frozen, plain, and free of markup.

Rates are per 100 sentences of agents where they count findings, and per 100 conversations where they count events; each has its
count and a 95 % interval beside it, because a bare total says how much somebody wrote.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Rate(NamedTuple):
    """`count` in `base` sentences (or conversations), as `rate` per 100 of them, with the interval [low, high] around it."""

    count: int  # type: ignore[assignment]  # hides the method of tuples, which nobody needs here
    base: int
    rate: float
    low: float
    high: float


class Better(NamedTuple):
    """Wording to offer instead: `drop_in` says that it replaces exactly the flagged words, else it is a whole sentence."""

    text: str
    drop_in: bool


class Quote(NamedTuple):
    """A turn worth showing. `name` is a rule or an event, [start, end) the words of `text` that it is about ([0, 0): none),
    `before` what the customer had just said ("" where it is not kept), `better` what could be said instead.
    """

    name: str
    severity: str  # error, warning, hint; "" for an event
    text: str
    start: int
    end: int
    message: str  # why, in the language of the turn; for an event its detail
    better: tuple[Better, ...]
    before: str
    conversation: str
    source: str
    line: int
    turn: int
    agent: str
    language: str
    time: datetime | None


class Slice(NamedTuple):
    """One agent, team, channel, language or week: how much it is, all findings, and the categories (name, rate), worst first.

    `differs` is -1 or 1 where the rate is below or above that of all others beyond chance, else 0. `first_response` and
    `response` are medians in seconds, None without times.
    """

    name: str
    conversations: int
    turns: int
    sentences: int
    findings: Rate
    categories: tuple[tuple[str, Rate], ...]
    differs: int
    first_response: float | None
    response: float | None


class RuleCount(NamedTuple):
    """A rule: how often, in how many conversations, by how many agents; quotes that show it; its title as in `coach rules`."""

    rule: str
    title: str
    severity: str
    findings: Rate
    conversations: int
    agents: int
    quotes: tuple[Quote, ...]


class EventCount(NamedTuple):
    """An event: in how many of the conversations in which it could happen; quotes that show it."""

    name: str
    title: str
    valence: str  # good, bad, neutral
    per_conversation: Rate
    quotes: tuple[Quote, ...]


class Point(NamedTuple):
    """One line of a scorecard: the criterion of the rubric, its weight, what was earned of it (0..1; None: not applicable), why
    in one sentence, and the quotes it rests on.
    """

    criterion: str
    title: str
    weight: float
    earned: float | None
    reason: str
    quotes: tuple[Quote, ...]


class Card(NamedTuple):
    """The scorecard of an agent, fit to be shown to that agent: strengths first, then one thing to work on.

    `score` is 0..100 with the interval [low, high], None where too little was read to say; `failed` names the auto-fail
    criterion, "" where there is none.
    """

    agent: str
    slice: Slice
    score: float | None
    low: float | None
    high: float | None
    failed: str
    points: tuple[Point, ...]
    strengths: tuple[Quote, ...]
    focus: tuple[RuleCount, ...]


class HeatCell(NamedTuple):
    """How often a category occurs in a tenth of the conversation (0: its beginning, 9: its end)."""

    category: str
    tenth: int
    findings: Rate


class Span(NamedTuple):
    """How many answers took from `low` up to `high` seconds (None: longer)."""

    label: str
    low: float
    high: float | None
    first: int
    later: int


class PromiseLine(NamedTuple):
    """A line of the ledger of promises."""

    words: str
    who: str
    by: str
    due: datetime | None
    agent: str
    conversation: str
    source: str
    turn: int
    made: datetime | None


class Change(NamedTuple):
    """A rule or category before and now, and whether the difference is beyond chance (-1 fewer, 1 more, 0 cannot be told)."""

    name: str
    before: Rate
    now: Rate
    direction: int


class Help(NamedTuple):
    """What an agent needs help with: the rate of that rule or category, and `times` what colleagues have in the same work
    (infinite where they have none).
    """

    agent: str
    name: str
    title: str  # of a rule as in `coach rules`; "" for a category
    findings: Rate
    times: float


class Wait(NamedTuple):
    """An agent whose customers wait longer than others on the same channel: the medians of first answers in seconds, how many
    of the agent's were slower than the median of all, and of how many.
    """

    agent: str
    channel: str
    first_response: float
    of_all: float
    slower: int
    answers: int


class ReviewReport(NamedTuple):
    """All that a report shows. `troubles` are (where, message); `notes` say what it takes to read the figures fairly."""

    title: str
    made: datetime
    conversations: int
    turns: int
    agent_turns: int
    sentences: int
    unjudged: int  # turns of agents in a language that is not judged
    left_out: int  # notes, bots, system messages
    began: datetime | None
    ended: datetime | None
    overall: Rate
    categories: tuple[tuple[str, Rate], ...]  # worst first
    severities: tuple[tuple[str, Rate], ...]
    rules: tuple[RuleCount, ...]  # most frequent first
    events: tuple[EventCount, ...]
    agents: tuple[Slice, ...]
    teams: tuple[Slice, ...]
    channels: tuple[Slice, ...]
    languages: tuple[Slice, ...]
    weeks: tuple[Slice, ...]  # in order of time; named 2026-W47
    heat: tuple[HeatCell, ...]
    response_times: tuple[Span, ...]
    first_response: float | None  # median, seconds
    response: float | None
    cards: tuple[Card, ...]
    good: tuple[Quote, ...]  # what went well, quoted, one an agent first
    promises: tuple[PromiseLine, ...]
    changes: tuple[Change, ...]  # where two periods are compared
    helps: tuple[tuple[str, str], ...]  # (agent, rule or category) that stand out: who needs help with what, most certain first
    compared: str  # "2026-11, compared with 2026-10"; "" without
    pseudonyms: bool
    troubles: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    help_rates: tuple[Help, ...] = ()  # `helps` with their figures, in the same order
    promised: int = 0  # promises there are: `promises` has the first thousand
    timed: int = 0  # of these that say by when
    waits: tuple[Wait, ...] = ()  # whose customers wait longer than others beyond chance

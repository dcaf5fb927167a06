"""An invented review to look at and to test with: twelve agents, three teams, four languages, nine weeks, drawn with a seed."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import inf, sqrt
from random import Random

from coach.review.record import EVENTS
from coach.review.scoring.record import (
    Better,
    Card,
    Change,
    EventCount,
    HeatCell,
    Help,
    Point,
    PromiseLine,
    Quote,
    Rate,
    ReviewReport,
    RuleCount,
    Slice,
    Span,
    Wait,
)
from tests.review.report.words import CATEGORIES, EVENT_TITLES, GOOD_WORDS, RULES, SAID, SHARES

MADE = datetime(2026, 12, 1, 8, 30)
BEGAN = datetime(2026, 9, 28, 8, 2)


def rate(count: int, base: int) -> Rate:
    """Near enough for a picture: Byar's approximation of the exact interval of a count."""
    if not base:
        return Rate(0, 0, 0.0, 0.0, 0.0)
    low = count * (1 - 1 / (9 * count) - 1.96 / (3 * sqrt(count))) ** 3 if count else 0.0
    high = (count + 1) * (1 - 1 / (9 * (count + 1)) + 1.96 / (3 * sqrt(count + 1))) ** 3
    return Rate(count, base, 100 * count / base, 100 * max(0.0, low) / base, 100 * high / base)


def quote(name: str, severity: str, marked: str, *, agent: str = "Agent 1", lang: str = "en", why: str = "",
          better: tuple[Better, ...] = (), before: str = "", at: int = 0) -> Quote:  # fmt: skip
    """A quote whose words stand in square brackets."""
    start, end = (marked.index("["), marked.index("]") - 1) if "[" in marked else (0, 0)
    return Quote(
        name=name,
        severity=severity,
        text=marked.replace("[", "").replace("]", ""),
        start=start,
        end=end,
        message=why,
        better=better,
        before=before,
        conversation=str(88120 + 7 * at),
        source="exports/2026-11/chats.jsonl",
        line=120 + 31 * at,
        turn=1 + at % 5,
        agent=agent,
        language=lang,
        time=BEGAN + timedelta(hours=37 * at, minutes=11 * at),
    )


def report(agents: int = 12, *, times: bool = True, weeks: int = 9) -> ReviewReport:
    """The review, with as many agents and weeks as are asked for."""
    random = Random(7)
    names = [f"Agent {at}" for at in range(1, agents + 1)]
    rules = tuple(rule(at, name, agents, random) for at, name in enumerate(RULES))
    slices = tuple(piece(name, 1 + (at % 5 == 2) * 1.3 - (at % 4 == 1) * 0.5, random, times) for at, name in enumerate(names))
    good = tuple(quote(name, "", words, agent=names[at % agents], at=at) for at, (name, words) in enumerate(GOOD_WORDS.items()))
    sentences = sum(one.sentences for one in slices)
    overall = [(name, rate(round(sentences * per / 100), sentences)) for name, per in CATEGORIES.items()]
    overall.sort(key=lambda pair: -pair[1].rate)
    total = sum(part.count for _, part in overall)
    conversations = sum(one.conversations for one in slices)
    return ReviewReport(
        title="Support, October and November 2026",
        made=MADE,
        conversations=conversations,
        turns=conversations * 9,
        agent_turns=conversations * 4 + 31,
        sentences=sentences,
        unjudged=41,
        left_out=312,
        began=BEGAN if times else None,
        ended=datetime(2026, 11, 29, 19, 40) if times else None,
        overall=rate(total, sentences),
        categories=tuple(overall),
        severities=(
            ("error", rate(total // 5, sentences)),
            ("warning", rate(total // 2, sentences)),
            ("hint", rate(total // 4, sentences)),
        ),
        rules=tuple(sorted(rules, key=lambda one: -one.findings.count)),
        events=tuple(happened(name, share, conversations, good) for name, share in zip(EVENTS, SHARES, strict=True)),
        agents=slices,
        teams=tuple(
            piece(name, factor, random, times, 4) for name, factor in (("Orders", 1.2), ("Technical", 0.9), ("Billing", 0.8))
        ),
        channels=tuple(piece(name, factor, random, times, 6) for name, factor in (("chat", 1.1), ("email", 0.8))),
        languages=tuple(
            piece(name, factor, random, times, 3) for name, factor in (("en", 1.0), ("de", 1.1), ("ru", 0.9), ("tr", 0.8))
        ),
        weeks=tuple(piece(f"2026-W{40 + at}", 1.35 - 0.07 * at, random, times, 1.3) for at in range(weeks)) if times else (),
        heat=tuple(heat(random)),
        response_times=spans() if times else (),
        first_response=125.0 if times else None,
        response=58.0 if times else None,
        cards=tuple(card(at, one, rules, good) for at, one in enumerate(slices)),
        good=good,
        promises=tuple(promise(at, names[at % agents]) for at in range(24)),
        promised=24,
        timed=sum(bool(promise(at, "").by) for at in range(24)),
        changes=(
            Change("all", rate(410, 4300), rate(377, 4180), 0),
            Change("blame", rate(61, 4300), rate(29, 4180), -1),
            Change("vague/soon", rate(31, 4300), rate(55, 4180), 1),
            Change("policy", rate(27, 4300), rate(24, 4180), 0),
            Change("excuse", rate(12, 4300), rate(14, 4180), 0),
        ),
        helps=(("Agent 3", "blame"), ("Agent 3", "command/must"), ("Agent 8", "dismissive"))[: 3 if agents > 8 else 0],
        compared="November 2026, compared with October 2026",
        pseudonyms=True,
        troubles=(
            ("exports/2026-11/chats.jsonl:4410", "the line ends in the middle of an object; everything before it is read"),
        ),
        notes=(
            "Agent 11 has fewer than 100 sentences: the rates of that agent can be anything.",
            "Chat and e-mail are mixed; compare agents who work on the same channel.",
        ),
        help_rates=(
            Help("Agent 3", "blame", "", rate(64, 1000), 3.24),
            Help("Agent 3", "command/must", "says that the customer must", rate(53, 1000), inf),
            Help("Agent 8", "dismissive", "", rate(12, 1000), 2.0),
        )[: 3 if agents > 8 else 0],
        waits=(Wait("Agent 5", "chat", 1083.0, 49.0, 61, 70),) if times and agents > 4 else (),
    )


def piece(name: str, factor: float, random: Random, times: bool, size: float = 1.0) -> Slice:
    """A slice whose rates are those of all times a factor, more or less."""
    sentences = 84 if name == "Agent 11" else round(size * random.randint(700, 1600))
    parts = []
    for category, per in CATEGORIES.items():
        extra = 2.4 if (name, category) in (("Agent 3", "blame"), ("Agent 3", "command"), ("Agent 8", "dismissive")) else 1.0
        parts.append((category, rate(round(sentences * per * factor * extra * random.uniform(0.6, 1.4) / 100), sentences)))
    found = rate(sum(part.count for _, part in parts), sentences)
    parts.sort(key=lambda pair: -pair[1].rate)
    differs = (found.low > 100 * 0.12) - (found.high < 100 * 0.07)
    waited = random.uniform(50, 400)
    return Slice(name, sentences // 9, sentences // 3, sentences, found, tuple(parts), differs,
                 waited if times else None, waited / 3 if times else None)  # fmt: skip


def rule(at: int, name: str, agents: int, random: Random) -> RuleCount:
    """A rule with its quotes."""
    severity, title, per = RULES[name]
    said = SAID.get(
        name,
        (("en", "[That is not something for us], please write to the workshop.", "Leaves the customer alone.", "", False, ""),),
    )
    quotes = tuple(
        quote(name, severity, marked, agent=f"Agent {1 + (at * 3 + i * 2) % agents}", lang=lang, why=why,
              better=(Better(better, drop_in),) if better else (), before=before, at=at + i)
        for i, (lang, marked, why, better, drop_in, before) in enumerate(said)
    )  # fmt: skip
    count = round(130 * per)
    return RuleCount(name, title, severity, rate(count, 13200), round(count * 0.8), min(agents, 3 + at % 9), quotes)


def happened(name: str, share: int, conversations: int, good: tuple[Quote, ...]) -> EventCount:
    """An event in that share of the conversations."""
    base = conversations if name.startswith(("customer", "good")) else conversations // 3
    said = {
        "customer/upset": quote(name, "", "[This is the third parcel that arrives broken!]", at=3),
        "thread/not-carried-over": quote(name, "", "Hello, Sam here. [What is your order number?]", at=5, agent="Agent 4",
                                         before="I gave it to your colleague five minutes ago: 40-1187."),
    }  # fmt: skip
    quotes = (said[name],) if name in said else tuple(one for one in good if one.name == name)
    return EventCount(name, EVENT_TITLES[name], EVENTS[name], rate(base * share // 100, base), quotes)


def heat(random: Random) -> list[HeatCell]:
    """More commands in the middle, more set phrases at the end."""
    cells = []
    for name in ("negative", "command", "blame", "vague", "dismissive", "cliche"):
        for tenth in range(10):
            lift = {"command": 1 + (tenth in (4, 5, 6)), "cliche": 0.5 + tenth / 4, "vague": 0.6 + tenth / 6}.get(name, 1.0)
            cells.append(HeatCell(name, tenth, rate(round(13 * CATEGORIES[name] * lift * random.uniform(0.6, 1.3)), 1320)))
    return cells


def spans() -> tuple[Span, ...]:
    """Response times from below a minute to days."""
    rows = (
        ("under 1 min", 0, 60, 310, 1480),
        ("1–5 min", 60, 300, 402, 990),
        ("5–15 min", 300, 900, 170, 300),
        ("15–60 min", 900, 3600, 96, 141),
        ("1–24 h", 3600, 86400, 203, 260),
        ("over 1 day", 86400, None, 41, 30),
    )
    return tuple(Span(label, low, high, first, later) for label, low, high, first, later in rows)


def card(at: int, one: Slice, rules: tuple[RuleCount, ...], good: tuple[Quote, ...]) -> Card:
    """A scorecard; none for who wrote too little."""
    few = one.sentences < 100
    focus = rules[at % len(rules)]
    focus = focus._replace(quotes=tuple(words._replace(agent=one.name) for words in focus.quotes))
    strengths = tuple(words._replace(agent=one.name) for words in (good[at % len(good)], good[(at + 2) % len(good)]))
    points = (
        Point(
            "kind",
            "Kind wording",
            40,
            None if few else 0.85,
            "1.4 findings per 100 sentences; full points below 1.0.",
            focus.quotes[:1],
        ),
        Point("acknowledge", "Takes up the trouble", 30, 0.6, "In 60% of the conversations with an upset customer.", ()),
        Point("time", "Says by when", 20, 0.9, "9 of 10 promises have a time.", ()),
        Point("address", "The customer's own form of address", 10, None, "Only English was read, which has one form.", ()),
    )
    score = None if few else 70.0 + at % 20
    return Card(
        one.name, one, score, None if few else 64.0 + at % 20, None if few else 79.5 + at % 20, "", points, strengths, (focus,)
    )


def promise(at: int, agent: str) -> PromiseLine:
    """Most with a time, some without."""
    made = BEGAN + timedelta(days=2 * at, hours=at % 7)
    words, by, due = (
        ("I'll call you back by 5 pm.", "by 5 pm", made.replace(hour=17, minute=0)),
        ("Wir melden uns bis Freitag bei Ihnen.", "bis Freitag", made + timedelta(days=3)),
        ("Someone will get back to you.", "", None),
        ("Вернём деньги в течение пяти рабочих дней.", "в течение пяти рабочих дней", made + timedelta(days=7)),
    )[at % 4]
    return PromiseLine(
        words, ("I", "we", "someone", "we")[at % 4], by, due, agent, str(88000 + at), "exports/2026-11/chats.jsonl", 4, made
    )


def empty() -> ReviewReport:
    """A review of nothing."""
    whole = report(1, times=False)
    blank = {name: () for name, value in whole._asdict().items() if isinstance(value, tuple) and not isinstance(value, Rate)}
    counts = {name: 0 for name, value in whole._asdict().items() if type(value) is int}
    gone = whole._replace(**blank, **counts, title="Nothing", overall=rate(0, 0), compared="")
    return gone._replace(troubles=(("empty.jsonl", "the file is empty"),))

"""The sentences that every form of a review shares, so that page, terminal and Markdown say the same."""

from __future__ import annotations

from collections.abc import Iterator

from coach.reports.display import one_line
from coach.review.report.choosing import event, hottest
from coach.review.report.figures import brief, counted, duration, from_day, number, period, rated, shared
from coach.review.scoring.record import Change, Quote, Rate, ReviewReport, RuleCount

MOST_NAME = 80
"""Code points of a name: an export may have anything where the name of an agent should be."""
NAMELESS = "agents without a name"
UNSAID = "not said"
DIFFERS = {1: "more than the others, beyond chance", -1: "fewer than the others, beyond chance"}
DIRECTION = {1: "more", -1: "fewer", 0: "no change beyond chance"}
FIGURES = (
    "A rate is per 100 sentences of agents, or per 100 conversations where it counts moments: who writes more has more of "
    "everything. The range in brackets is a 95% interval: with as many sentences as were read, the true rate most likely lies "
    "in it. Two rates whose ranges overlap widely may well be the same.",
    "Coach first: the rules whose severity times their rate at its lowest likely value is highest, one a category.",
    "Turns are counted from 0, as they are in the store and for `--dispute`.",
)
"""How to read the figures of any review."""


def name(of: str, kind: str = "agent") -> str:
    """The name of an agent, team, channel or language, on one line; words for an empty one."""
    return one_line(of, MOST_NAME) or (NAMELESS if kind == "agent" else UNSAID)


def sentence(title: str) -> str:
    """The title of a rule, "says that ...", as a heading."""
    line = one_line(title)
    return line[:1].upper() + line[1:]


def read(report: ReviewReport) -> str:
    """What was read: 1,204 conversations, 5,310 turns of agents, 14,902 sentences, 28 Sep – 29 Nov 2026."""
    parts = (
        counted(report.conversations, "conversation"),
        f"{counted(report.agent_turns, 'turn')} of agents",
        counted(report.sentences, "sentence"),
        period(report.began, report.ended),
    )
    return ", ".join(filter(None, parts))


def not_judged(report: ReviewReport) -> str:
    """What was read and does not count, in a sentence; "" where everything does."""
    parts = []
    if report.unjudged:
        verb = "is" if report.unjudged == 1 else "are"
        parts.append(f"{counted(report.unjudged, 'turn')} of agents {verb} in a language that could not be judged")
    if report.left_out:
        verb = "was" if report.left_out == 1 else "were"
        parts.append(f"{counted(report.left_out, 'note')}, bot and system messages {verb} left out")
    return f"{'; '.join(parts)}." if parts else ""


def spread(rule: RuleCount) -> str:
    """Where a rule is broken: in 34 conversations, by 9 agents."""
    where = f"in {counted(rule.conversations, 'conversation')}"
    return f"{where}, by {counted(rule.agents, 'agent')}" if rule.agents else where


def place(quote: Quote) -> str:
    """Where a quote stands: chats.jsonl:120, conversation 8812, turn 4."""
    source = one_line(quote.source) + (f":{quote.line}" if quote.line else "")
    return ", ".join(filter(None, (source, f"conversation {one_line(quote.conversation)}", f"turn {quote.turn}")))


def about_trend(report: ReviewReport) -> str:
    """What the line by week shows, in a sentence that claims no more than the intervals do."""
    first, last = report.weeks[0], report.weeks[-1]
    said = (
        f"{brief(first.findings)} in the week of {from_day(first.name)}, {brief(last.findings)} in that of {from_day(last.name)}"
    )
    return f"{said}: {_compared(first.findings, last.findings)}."


def _compared(first: Rate, last: Rate) -> str:
    if last.high < first.low:
        return "fewer, and the intervals do not overlap"
    if last.low > first.high:
        return "more, and the intervals do not overlap"
    return "the intervals overlap, so this may be chance"


def about_heat(report: ReviewReport) -> str:
    """Where in the conversation most is found."""
    cell = hottest(report.heat)
    if cell is None:
        return ""
    parts = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "last")
    return f"Most often: {one_line(cell.category)} in the {parts[cell.tenth]} tenth, {rated(cell.findings)}."


def about_times(report: ReviewReport) -> str:
    """The medians of the response times, "" without times."""
    parts = []
    if report.first_response is not None:
        parts.append(f"Half of the first answers came within {duration(report.first_response)}")
    if report.response is not None:
        parts.append(f"half of all answers within {duration(report.response)}")
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def about_change(change: Change) -> str:
    """blame: 2.1 (1.8–2.4) before, 1.2 (0.9–1.5) now: fewer."""
    return f"{one_line(change.name)}: {brief(change.before)} before, {brief(change.now)} now: {DIRECTION[change.direction]}"


def key_figures(report: ReviewReport) -> Iterator[tuple[str, str, str]]:
    """The few figures at the top, each with what it is and how sure it is: ("6.1", "findings per 100 sentences", "5.7–6.5")."""
    overall = report.overall
    if overall.base:
        figure, _, sure = brief(overall).partition(" ")
        yield figure, "findings per 100 sentences", f"95% interval {sure.strip('()')}"
    for wanted, label in (
        ("thread/acknowledged", "of upset customers acknowledged in the first reply"),
        ("customer/thanks", "of conversations in which the customer says thanks"),
    ):
        found = event(report, wanted)
        if found:
            figure, _, sure = shared(found.per_conversation).partition(" ")
            yield figure, label, sure.replace("(", "", 1).replace(")", "%", 1)
    if report.first_response is not None:
        yield duration(report.first_response), "until the first answer", "median"


def promised(report: ReviewReport) -> str:
    """How many promises there are, and how many have a time: a share, not a total."""
    lines = report.promises
    timed = sum(line.by != "" or line.due is not None for line in lines)
    per = f" ({number(round(100 * len(lines) / report.conversations))} per 100 conversations)" if report.conversations else ""
    return f"{counted(len(lines), 'promise')}{per}; {round(100 * timed / len(lines))}% say by when."

"""The sentences that every form of a review shares, so that page, terminal and Markdown say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from coach.reports.display import one_line
from coach.review.report.choosing import FEW, category, changed, coach_first, doing_well, event, helped, hottest
from coach.review.report.figures import brief, counted, decimal, duration, from_day, number, period, rated, shared
from coach.review.scoring.record import Change, Help, Quote, Rate, ReviewReport, RuleCount, Slice, Wait

MOST_NAME = 80
"""Code points of a name: an export may have anything where the name of an agent should be."""
NAMELESS = "agents without a name"
UNSAID = "not said"
ALL = "all"
MOST_IN_SHORT = 3
"""Names and things in one line of what is told in short."""
DIFFERS = {1: "more than the others, beyond chance", -1: "fewer than the others, beyond chance"}
DIRECTION = {1: "more", -1: "fewer", 0: "no change beyond chance"}
MOVED = {1: "rose", -1: "fell"}
FIGURES = (
    "A rate is per 100 sentences of agents, or per 100 conversations where it counts moments: who writes more has more of "
    "everything. The range in brackets is a 95% interval: with as many sentences as were read, the true rate most likely lies "
    "in it. Two rates whose ranges overlap widely may well be the same.",
    "Coach first: the three categories that weigh most (severity times the lowest likely rate, all rules together), each with "
    "its heaviest rule; what only one agent does is left to that agent.",
    "Turns are counted from 0, as they are in the store and for `--dispute`.",
)
"""How to read the figures of any review."""


def found(report: ReviewReport) -> str:
    """28.2 findings per 100 sentences (26.9–29.5)."""
    return rated(report.overall).replace(" per", " findings per", 1)


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


def praised(quote: Quote, report: ReviewReport) -> str:
    """What a quoted turn does well, in a few words."""
    return one_line(next((one.title for one in report.events if one.name == quote.name), quote.name))


def place(quote: Quote) -> str:
    """Where a quote stands: 2026-11/chats.jsonl:120, conversation 8812, turn 4. Of a path from the root only the end is told: a
    page is passed on, and whose machine it was made on is nobody's business.
    """
    path = "/".join(quote.source.rsplit("/", 2)[-2:]) if quote.source.startswith("/") else quote.source
    source = one_line(path) + (f":{quote.line}" if quote.line else "")
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
    timed = [one for one in report.channels if one.first_response is not None]
    if len(timed) > 1:
        by = (f"{name(one.name, 'channel')} {duration(one.first_response)}" for one in timed)
        parts.append(f"first answers by channel: {', '.join(by)}")
    said = ", ".join(parts[:2]) + "".join(f"; {part}" for part in parts[2:])
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def times(help_: Help) -> str:
    """3.2 times as often as colleagues in the same work."""
    if not isfinite(help_.times):
        return "colleagues in the same work have none"
    return f"{decimal(help_.times)} times as often as colleagues in the same work"


def about_help(help_: Help) -> str:
    """blame/forgot: 3.7 per 100 sentences (2.6–5.0), 3.2 times as often as colleagues in the same work."""
    return f"{one_line(help_.name)}: {rated(help_.findings)}, {times(help_)}"


def about_wait(wait: Wait) -> str:
    """first answers after 18 min 3 s (chat); half of all come within 49 s."""
    where = f" ({one_line(wait.channel, MOST_NAME)})" if wait.channel else ""
    return f"first answers after {duration(wait.first_response)}{where}; half of all come within {duration(wait.of_all)}"


def about_agent(one: Slice) -> str:
    """What must be known to read the rate of an agent; "" where nothing must."""
    if one.sentences < FEW:
        return f"only {counted(one.sentences, 'sentence')}"
    return "fewer than colleagues" if one.differs < 0 else "more than colleagues" if one.differs else ""


def in_short(report: ReviewReport) -> tuple[tuple[str, str], ...]:
    """The answers of the first ten seconds: who needs help, what goes well, what has changed (heading, sentence)."""
    said = (
        ("Needs help", _needs(report)),
        ("Goes well", _goes_well(report)),
        ("Changed", _has_changed(report)),
    )
    return tuple((heading, line) for heading, line in said if line)


def _needs(report: ReviewReport) -> str:
    needs = helped(report)
    said = [f"{name(agent)} with {listed([one_line(one.name) for one in helps])}" for agent, helps in needs[:MOST_IN_SHORT]]
    said += [f"{name(one.agent)} with waiting times" for one in report.waits[:MOST_IN_SHORT]]
    if not said:
        whole = [category(one.rule) for one in coach_first(report)]
        nobody = "nobody stands out beyond chance; " if len(report.agents) > 1 else ""
        return f"{nobody}all together with {listed(list(dict.fromkeys(whole)))}." if whole else ""
    rest = len(needs[MOST_IN_SHORT:]) + len(report.waits[MOST_IN_SHORT:])
    return f"{'; '.join(said)}{f'; and {rest} more' if rest else ''}."


def _goes_well(report: ReviewReport) -> str:
    best = doing_well(report)
    if best:
        who = listed([f"{name(one.name)} ({decimal(one.findings.rate)})" for one in best[:MOST_IN_SHORT]])
        return f"{who}: fewer findings per 100 sentences than colleagues in the same work, beyond chance."
    thanks = event(report, "customer/thanks")
    return f"customers say thanks in {decimal(thanks.per_conversation.rate)}% of the conversations." if thanks else ""


def _has_changed(report: ReviewReport) -> str:
    if not report.changes:
        return ""
    told = [one for one in changed(report)[0] if one.direction]
    ways = {(one.name, one.direction) for one in told}
    new = [one for one in told if "/" not in one.name or (category(one.name), one.direction) not in ways][:MOST_IN_SHORT]
    what = "; ".join(f"{_what(one)} {MOVED[one.direction]} from {brief(one.before)} to {brief(one.now)}" for one in new)
    return f"{one_line(report.compared)}, {f'per 100 sentences: {what}' if what else 'nothing changed beyond chance'}."


def _what(change: Change) -> str:
    return "all findings" if change.name == ALL else one_line(change.name)


def listed(words: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def unchanged(report: ReviewReport) -> str:
    """How much else there is to compare; "" where nothing is."""
    rest = len(changed(report)[1])
    return f"{number(rest)} other rules and categories: {DIRECTION[0]}." if rest > 1 else ""


def about_change(change: Change) -> str:
    """blame: 2.1 (1.8–2.4) before, 1.2 (0.9–1.5) now: fewer."""
    return f"{_what(change)}: {brief(change.before)} before, {brief(change.now)} now: {DIRECTION[change.direction]}"


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
    made = report.promised
    per = f" ({number(round(100 * made / report.conversations))} per 100 conversations)" if report.conversations else ""
    return f"{counted(made, 'promise')}{per}; {round(100 * report.timed / made)}% say by when."

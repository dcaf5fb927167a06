"""`markdown`: a review for a wiki or a pull request.

Words of customers and agents stand in code spans: there nobody is mentioned, nothing is linked, no HTML is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.reports.markdown import code, prose
from coach.reports.setup import MARK
from coach.review.report import wording
from coach.review.report.choosing import changed, coach_first, helped, telling
from coach.review.report.excerpts import excerpt, in_place
from coach.review.report.figures import brief, counted, duration, from_day, moment, number, rated, shared
from coach.review.scoring.record import Quote, Rate, ReviewReport, Slice

MOST_AGENTS = 50
MOST_RULES = 30
MOST_PROMISES = 30
MOST_GOOD = 5
REACH = 120
SLICES = ("name", "conversations", "sentences", "per 100 sentences", "first answer", "worst categories")


def markdown(report: ReviewReport) -> str:
    """The report in GitHub's Markdown; empty sections are left out."""
    head = [f"# {prose(report.title)}", prose(f"{wording.read(report)}.")]
    head += [f"**{wording.found(report)}**"] if report.sentences else []
    head += [prose(wording.not_judged(report))] if wording.not_judged(report) else []
    head += [_bullets(f"**{key}**: {prose(said)}" for key, said in wording.in_short(report))] if wording.in_short(report) else []
    sections = (
        ("Coach first", _first(report)),
        (
            "Who needs help with what",
            _bullets(_needs(report)),
        ),
        ("Agents", _slices(report.agents, "agent")),
        ("What went well", _bullets(_praise(quote, report) for quote in report.good[:MOST_GOOD])),
        ("By week", _trend(report)),
        (f"What changed: {prose(report.compared)}", _changes(report)),
        ("By category", _rates(report.categories, "category")),
        ("By team", _slices(report.teams, "team") if len(report.teams) > 1 else ""),
        ("By channel", _slices(report.channels, "channel") if len(report.channels) > 1 else ""),
        ("By language", _slices(report.languages, "language") if len(report.languages) > 1 else ""),
        ("Moments", _moments(report)),
        ("Response times", prose(wording.about_times(report))),
        ("Promises", _promises(report)),
        ("Rules", _rules(report)),
        ("Could not be read", _bullets(f"{code(where)}: {prose(message)}" for where, message in report.troubles)),
        ("How it was counted", _bullets(prose(note) for note in (*report.notes, *wording.FIGURES))),
    )
    blocks = [f"<!-- {MARK} -->", *head, *(f"## {title}\n\n{body}" for title, body in sections if body)]
    return "\n\n".join(blocks) + "\n"


def _first(report: ReviewReport) -> str:
    lines = []
    for place, rule in enumerate(coach_first(report), 1):
        heading = f"{place}. **{prose(wording.sentence(rule.title))}** ({code(rule.rule)})"
        lines.append(f"{heading}: {rated(rule.findings)}, {wording.spread(rule)}")
        quote = telling(rule.quotes)
        lines += [f"   - {line}" for line in _quoted(quote)] if quote else []
    return "\n".join(lines)


def _quoted(quote: Quote) -> list[str]:
    """The words with their turn, and how they read better."""
    shown = excerpt(quote, REACH)
    said = f"{code(shown.words)} in {code(shown.before + shown.words + shown.behind)}" if shown.words else code(shown.behind)
    better = (in_place(shown, one) for one in quote.better[:1])
    return [said, *(f"say: {code(one.before + one.words + one.behind)}" for one in better)]


def _needs(report: ReviewReport) -> Iterable[str]:
    for agent, helps in helped(report):
        said = (f"{code(one.name)} {rated(one.findings)}, {wording.times(one)}" for one in helps)
        yield f"{prose(wording.name(agent))}: {'; '.join(said)}"
    for one in report.waits:
        yield f"{prose(wording.name(one.agent))}: {prose(wording.about_wait(one))}"


def _changes(report: ReviewReport) -> str:
    said = [*map(wording.about_change, changed(report)[0]), *filter(None, [wording.unchanged(report)])] if report.changes else []
    return _bullets(map(prose, said))


def _praise(quote: Quote, report: ReviewReport) -> str:
    shown = excerpt(quote, REACH)
    who = f"{prose(wording.name(quote.agent))} " if report.agents else ""
    return f"{who}{prose(wording.praised(quote, report))}: {code(shown.before + shown.words + shown.behind)}"


def _slices(slices: Sequence[Slice], kind: str) -> str:
    rows = (
        (
            prose(wording.name(one.name, kind)),
            number(one.conversations),
            number(one.sentences),
            brief(one.findings) + (f", {wording.DIFFERS[one.differs]}" if one.differs else ""),
            duration(one.first_response),
            ", ".join(f"{code(name)} {brief(rate)}" for name, rate in one.categories[:3] if rate.count),
        )
        for one in slices[:MOST_AGENTS]
    )
    return _table((kind, *SLICES[1:]), rows) + _rest(len(slices) - MOST_AGENTS, kind) if slices else ""


def _rates(rates: Sequence[tuple[str, Rate]], kind: str) -> str:
    rows = [(code(name), brief(rate), number(rate.count)) for name, rate in rates if rate.count]
    return _table((kind, "per 100 sentences", "findings"), rows) if rows else ""


def _trend(report: ReviewReport) -> str:
    if len(report.weeks) < 2:
        return ""
    rows = (
        (f"{prose(week.name)} (from {prose(from_day(week.name))})", brief(week.findings), number(week.sentences))
        for week in report.weeks
    )
    return f"{prose(wording.about_trend(report))}\n\n{_table(('week', 'per 100 sentences', 'sentences'), rows)}"


def _moments(report: ReviewReport) -> str:
    rows = [(prose(one.title), one.valence, shared(one.per_conversation)) for one in report.events if one.per_conversation.base]
    return _table(("moment", "", "of the conversations in which it could happen"), rows) if rows else ""


def _promises(report: ReviewReport) -> str:
    if not report.promises:
        return ""
    rows = (
        (
            moment(line.due) if line.due else prose(line.by),
            prose(wording.name(line.agent)),
            code(line.words),
            code(line.conversation),
        )
        for line in report.promises[:MOST_PROMISES]
    )
    table = _table(("by when", "agent", "promise", "conversation"), rows)
    return f"{wording.promised(report)}\n\n{table}{_rest(report.promised - MOST_PROMISES, 'promise')}"


def _rules(report: ReviewReport) -> str:
    rows = (
        (code(rule.rule), prose(wording.sentence(rule.title)), rule.severity, brief(rule.findings), wording.spread(rule))
        for rule in report.rules[:MOST_RULES]
    )
    table = _table(("rule", "what the reply does", "severity", "per 100 sentences", "where"), rows)
    return table + _rest(len(report.rules) - MOST_RULES, "rule") if report.rules else ""


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rest(left_out: int, word: str) -> str:
    return f"\n\n{counted(left_out, word)} more in the page and in the JSON." if left_out > 0 else ""


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)

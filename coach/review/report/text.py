"""`text`: a review on the terminal, a page to read before the page."""

from __future__ import annotations

from collections.abc import Sequence

from coach.reports.display import fold, one_line
from coach.reports.display import width as cells
from coach.reports.style import BOLD, COLOURS, DIM, GREEN, Style
from coach.review.report import wording
from coach.review.report.choosing import FEW, changed, coach_first, helped, scale, telling
from coach.review.report.excerpts import excerpt, in_place
from coach.review.report.figures import brief, rated, shared
from coach.review.scoring.record import Quote, Rate, ReviewReport

MOST_AGENTS = 20
MOST_GOOD = 3
MOST_TROUBLES = 10
REACH = 70
"""Code points around quoted words: a terminal shows a sentence, not a turn."""
REACH_OF_PRAISE = 110
"""What is well said is often a whole sentence, which nobody wants to read cut."""
BAR = 24
"""Columns of the longest bar."""
SPARKS = "▁▂▃▄▅▆▇█"


def text(report: ReviewReport, width: int | None = None, colour: bool = False) -> str:
    """The summary of a review: `width` in columns (None: lines are not broken), `colour` with ANSI colours."""
    style = Style(colour, width)
    head = [style.paint(one_line(report.title), BOLD), *_folded(f"{wording.read(report)}.", style)]
    if report.sentences:
        head.append(style.paint(wording.found(report), BOLD))
    head += _folded(wording.not_judged(report), style) if wording.not_judged(report) else []
    sections = (
        ("In short", [line for key, said in wording.in_short(report) for line in _folded(f"{key}: {said}", style, "- ")]),
        ("Coach first", _first(report, style)),
        ("Who needs help with what", _helps(report, style)),
        ("Agents, findings per 100 sentences", _agents(report, style)),
        ("What went well", _good(report, style)),
        ("By week", _trend(report, style)),
        (
            f"What changed: {one_line(report.compared)}",
            [line for said in _changes(report) for line in _folded(said, style, "  ")],
        ),
        ("By category, per 100 sentences", _bars([(name, rate) for name, rate in report.categories if rate.count], style)),
        ("Moments, share of the conversations", _moments(report, style)),
        ("Response times", _folded(wording.about_times(report), style) if wording.about_times(report) else []),
        ("Promises", _folded(wording.promised(report), style) if report.promises else []),
        ("Could not be read", _troubles(report, style)),
        ("To read the figures fairly", [line for note in report.notes for line in _folded(one_line(note), style, "- ")]),
    )
    blocks = ["\n".join(head)]
    blocks += ["\n".join([style.paint(title, BOLD), *lines]) for title, lines in sections if lines]
    return "\n\n".join(blocks) + "\n"


def _first(report: ReviewReport, style: Style) -> list[str]:
    lines: list[str] = []
    for place, rule in enumerate(coach_first(report), 1):
        severity = style.paint(rule.severity, COLOURS.get(rule.severity, DIM))
        lines += _folded(wording.sentence(rule.title), style, f"{place}. ")
        lines += [f"   {severity}  {one_line(rule.rule)}"]
        lines += _folded(f"{rated(rule.findings)}, {wording.spread(rule)}", style, "   ")
        quote = telling(rule.quotes)
        lines += _quoted(quote, style) if quote else []
    return lines


def _quoted(quote: Quote, style: Style) -> list[str]:
    shown = excerpt(quote, REACH)
    lines = _folded(f"“{shown.before}[{shown.words}]{shown.behind}”" if shown.words else f"“{shown.behind}”", style, "   ")
    if quote.better:
        better = in_place(shown, quote.better[0])
        lines += [
            style.paint(line, GREEN) for line in _folded(f"say: {better.before}{better.words}{better.behind}", style, "   ")
        ]
    return lines


def _helps(report: ReviewReport, style: Style) -> list[str]:
    said = [f"{wording.name(agent)}: {wording.about_help(one)}" for agent, helps in helped(report) for one in helps]
    said += [f"{wording.name(one.agent)}: {wording.about_wait(one)}" for one in report.waits]
    return [line for one in said for line in _folded(one, style, "  ")]


def _agents(report: ReviewReport, style: Style) -> list[str]:
    """A bar an agent, and in words whose rate is far from the others' or rests on too little; such have no bar."""
    shown = report.agents[:MOST_AGENTS] if len(report.agents) > 1 else ()
    rates = [(wording.name(one.name), one.findings) for one in shown]
    said = [wording.about_agent(one) for one in shown]
    lines = _bars(rates, style, [(note, one.sentences >= FEW) for note, one in zip(said, shown, strict=True)])
    rest = len(report.agents) - len(shown)
    return [*lines, f"  and {rest:,} more, in the page"] if rest > 0 else lines


def _changes(report: ReviewReport) -> list[str]:
    return [*map(wording.about_change, changed(report)[0]), *filter(None, [wording.unchanged(report)])] if report.changes else []


def _bars(rates: Sequence[tuple[str, Rate]], style: Style, notes: Sequence[tuple[str, bool]] = ()) -> list[str]:
    """A line a rate: name, rate with interval, and a bar where there is room for it. `notes` are words behind it, and whether the
    rate rests on enough for a bar.
    """
    if not rates:
        return []
    notes = notes or [("", True)] * len(rates)
    top = scale([rate for (_, rate), (_, sure) in zip(rates, notes, strict=True) if sure])
    names = [one_line(name, 28) for name, _ in rates]
    widest = max(map(cells, names))
    figures = [brief(rate) for _, rate in rates]
    longest = max(map(len, figures))
    behind = max((cells(note) for note, _ in notes), default=0)
    room = BAR if style.columns is None else min(BAR, style.columns - widest - longest - behind - 7)
    lines = []
    for name, figure, (_, rate), (note, sure) in zip(names, figures, rates, notes, strict=True):
        length = round(room * min(rate.rate, top) / top) if room >= 8 and sure else 0
        bar = f"{'█' * length} {note}" if length else note
        lines.append(f"  {name}{' ' * (widest - cells(name))}  {figure:<{longest}}  {bar}".rstrip())
    return lines


def _good(report: ReviewReport, style: Style) -> list[str]:
    lines: list[str] = []
    for quote in report.good[:MOST_GOOD]:
        shown = excerpt(quote, REACH_OF_PRAISE)
        words = f"[{shown.words}]" if shown.words and (shown.before or shown.behind) else shown.words
        who = f"{wording.name(quote.agent)} " if report.agents else ""
        said = wording.praised(quote, report)
        lines += _folded(f"{who}{said}: “{shown.before}{words}{shown.behind}”", style, "  ")
    return lines


def _trend(report: ReviewReport, style: Style) -> list[str]:
    if len(report.weeks) < 2:
        return []
    rates = [week.findings.rate for week in report.weeks]
    top = max(rates) or 1.0
    line = "".join(SPARKS[min(len(SPARKS) - 1, int(rate / top * len(SPARKS)))] for rate in rates)
    return [f"  {line}", *_folded(wording.about_trend(report), style, "  ")]


def _moments(report: ReviewReport, style: Style) -> list[str]:
    most = 48 if style.columns is None else max(20, style.columns - 36)
    found = [(one_line(one.title, most), one.per_conversation) for one in report.events if one.per_conversation.base]
    widest = max((cells(title) for title, _ in found), default=0)
    return [f"  {title}{' ' * (widest - cells(title))}  {shared(rate)}" for title, rate in found]


def _troubles(report: ReviewReport, style: Style) -> list[str]:
    lines = [
        line
        for where, message in report.troubles[:MOST_TROUBLES]
        for line in _folded(f"{one_line(where)}: {one_line(message)}", style, "  ")
    ]
    rest = len(report.troubles) - MOST_TROUBLES
    return [*lines, f"  and {rest:,} more"] if rest > 0 else lines


def _folded(line: str, style: Style, margin: str = "") -> list[str]:
    """A text broken to the width, every line behind the margin; a margin that is a mark stands before the first only."""
    room = None if style.columns is None else max(20, style.columns - len(margin))
    return [f"{margin if not at else ' ' * len(margin)}{part}" for at, part in enumerate(fold(line, room))]

"""`full`: for a person. The line of the draft with the wording underlined, the reason, and what to say instead.

Written by hand and not with a terminal library, because importing one takes longer than the check itself. Everything that
carries meaning is a character, so the page reads the same without colour.
"""

from __future__ import annotations

from coach.checking.record import Checked
from coach.model import Finding, Suggestion
from coach.reports.display import cells, fold, printable
from coach.reports.grouping import title
from coach.reports.lines import Lines
from coach.reports.statistics import Tally, summary
from coach.reports.style import BOLD, COLOURS, DIM, GREEN, Style

MOST_LINES = 3
"""How many lines of a span are shown; a longer one ends in an ellipsis."""
MOST_CODE_POINTS = 1000
"""Where a line is cut even when the width is unknown: a draft may be one line of 10 MB with a thousand findings."""
ELLIPSIS = "..."
NARROWEST = 40
"""Columns that are used even on a narrower terminal: below, an excerpt would no longer show its context."""


SENTENCE_EDGE = ("", ".", "!", "?", "…", "\n")
"""What stands before and behind a sentence; nothing at the edges of a text."""
BEFORE, BEHIND = (*SENTENCE_EDGE, '"', ">"), (*SENTENCE_EDGE, '"', "<", "\\")
"""The same in a data file, where a value stands in quotation marks or between tags, and a line break is an escape."""
NEAR = 100
"""Code points beside a span that are looked at."""


class Full:
    """Renders one text after the other, then the summary line."""

    def __init__(self, style: Style, *, with_summary: bool = True) -> None:
        self._style = style
        self._with_summary = with_summary

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """A block a finding, with an empty line after each; empty without findings."""
        lines = Lines(checked.text)
        blocks = "".join(block(checked, finding, lines, self._style) + "\n" for finding in checked.report.findings)
        return blocks + (answer(checked, self._style) + "\n" if checked.report.parts else "")

    def finish(self, tally: Tally) -> str:
        """The summary line, or nothing when there was no finding."""
        if not tally.findings or not self._with_summary:
            return ""
        return self._style.paint(summary(tally), BOLD) + "\n"


def block(checked: Checked, finding: Finding, lines: Lines, style: Style) -> str:
    """One finding: header, excerpt, reason, better wording."""
    margin = _margin(finding, lines)
    parts = [problem(checked, finding, lines, style)]
    before = ""
    for suggestion in finding.suggestions:
        label, wording = offer(suggestion, finding, checked.text)
        # A second wording of the same kind stands under the first.
        parts.append(hanging(wording, f"{'or' if label == before else label:>{len(label)}}: ", margin, style))
        before = label
    return "".join(parts)


def answer(checked: Checked, style: Style) -> str:
    """What of a good answer is there, a line a part, and a sentence to add for what is missing."""
    lines = [style.paint("the answer as a whole", BOLD) + f"  score {checked.report.score} of 100\n"]
    longest = max(len(part.name) for part in checked.report.parts)
    for part in checked.report.parts:
        mark, said = (
            ("+", checked.text[part.start : part.end]) if part.found else ("-", f"missing{part.sentence and ': '}{part.sentence}")
        )
        colour = GREEN if part.found else COLOURS["warning"]
        lines.append(hanging(said, f"{style.paint(mark, colour)} {part.name:{longest}}  ", 1, style))
    return "".join(lines)


def problem(checked: Checked, finding: Finding, lines: Lines, style: Style) -> str:
    """The first half of a block: header, excerpt, reason."""
    line, column = lines.position(finding.start)
    header = "  ".join(
        (
            style.paint(f"{printable(checked.name)}:{line}:{column}", BOLD),
            style.paint(finding.severity, COLOURS[finding.severity]),
            style.paint(finding.rule, BOLD),
        )
    )
    macro = title(checked, finding)
    if macro:
        header += f"  in {macro}"
    margin = _margin(finding, lines)
    parts = [header, *_excerpts(checked.text, finding, lines, style, margin)]
    return "".join(f"{part.rstrip()}\n" for part in parts) + hanging(finding.message, "", margin, style)


def _margin(finding: Finding, lines: Lines) -> int:
    """Columns left of the bar: the line number with a space on both sides."""
    return len(str(lines.position(finding.end)[0])) + 2


def offer(suggestion: Suggestion, finding: Finding, text: str) -> tuple[str, str]:
    """The label and the wording of a suggestion: a safe swap, another wording of the span, or a model of the sentence.

    Where only a part of the sentence is put better, dots stand for the rest.
    """
    wording = printable(suggestion.text) or "(leave it out)"
    if suggestion.safe:
        return "swap", f"{wording}  (safe: --fix puts it in)"
    if suggestion.start == suggestion.end:
        return "add", wording.strip()
    if (suggestion.start, suggestion.end) == (finding.start, finding.end):
        return "instead", wording
    ahead = text[max(0, suggestion.start - NEAR) : suggestion.start].rstrip(" ")
    behind = text[suggestion.end : suggestion.end + NEAR].lstrip(" ")
    begins = ahead[-1:] in BEFORE or ahead.endswith("\\n")
    ends = wording[-1:] in SENTENCE_EDGE or behind[:1] in BEHIND
    if begins and ends:
        return "whole sentence", wording
    return "rephrased", f"{'' if begins else '... '}{wording}{'' if ends else ' ...'}"


def hanging(text: str, label: str, margin: int, style: Style) -> str:
    """A paragraph under the excerpt: the label in front, further lines below the text."""
    room = None if style.columns is None else max(NARROWEST, style.columns) - margin - len(label) - 1
    first, *rest = fold(printable(text), room)
    indent = " " * (margin + 1)
    lines = [
        f"{indent}{style.paint(label, GREEN) if label else ''}{first}",
        *(f"{indent}{' ' * len(label)}{line}" for line in rest),
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _excerpts(text: str, finding: Finding, lines: Lines, style: Style, margin: int) -> list[str]:
    """The lines of the draft that hold the span, each with its underline; nothing for a finding without a span."""
    if finding.start == finding.end:
        return []
    first = lines.position(finding.start)[0]
    last = lines.position(finding.end - 1)[0]
    result: list[str] = []
    for number in range(first, min(last, first + MOST_LINES - 1) + 1):
        start, end = lines.bounds(number)
        shown, underline = excerpt(text, (start, end), (max(start, finding.start), min(end, finding.end)), _room(style, margin))
        bar = style.paint("|", DIM)
        result.append(f"{style.paint(f'{number:>{margin - 1}}', DIM)} {bar} {shown}")
        result.append(f"{' ' * margin}{bar} {style.paint(underline, COLOURS[finding.severity])}")
    if last >= first + MOST_LINES:
        result.append(f"{' ' * margin}{style.paint('|', DIM)} {ELLIPSIS}")
    return result


def _room(style: Style, margin: int) -> int | None:
    return None if style.columns is None else max(NARROWEST, style.columns) - margin - 2


def excerpt(text: str, line: tuple[int, int], span: tuple[int, int], columns: int | None) -> tuple[str, str]:
    """A line of the text and the carets under the span, both cut around the span where the line is too wide.

    `line` and `span` are offsets, the span inside the line; `columns` None means as wide as the line is.
    """
    reach = MOST_CODE_POINTS // 2
    low, high = max(line[0], span[0] - reach), min(line[1], span[1] + reach)
    if high - low > 2 * MOST_CODE_POINTS:
        high = low + 2 * MOST_CODE_POINTS
    if columns is None and line[1] - line[0] <= MOST_CODE_POINTS:
        low, high = line
    shown = printable(text[low:high])
    sizes = cells(shown)
    start, end = span[0] - low, min(span[1], high) - low
    first, last = 0, len(shown)
    if columns is not None and sum(sizes) > columns:
        first, last = _window(sizes, start, end, columns - 2 * len(ELLIPSIS))
    before = ELLIPSIS if low + first > line[0] else ""
    after = ELLIPSIS if low + last < line[1] else ""
    start, end = max(first, start), min(last, end)
    indent = len(before) + sum(sizes[first:start])
    return f"{before}{shown[first:last]}{after}", " " * indent + "^" * max(1, sum(sizes[start:end]))


def _window(sizes: list[int], start: int, end: int, columns: int) -> tuple[int, int]:
    """Grow from the span to both sides while there is room, a little more to the left than to the right of it."""
    first, last, used = start, start, 0
    while last < end and used + sizes[last] <= columns:
        used += sizes[last]
        last += 1
    left = used + (columns - used) * 3 // 5
    while first > 0 and used + sizes[first - 1] <= left:
        first -= 1
        used += sizes[first]
    while last < len(sizes) and used + sizes[last] <= columns:
        used += sizes[last]
        last += 1
    while first > 0 and used + sizes[first - 1] <= columns:
        first -= 1
        used += sizes[first]
    # Never begin with a combining mark or the second half of a joined emoji.
    while first < start and sizes[first] == 0:
        first += 1
    return first, last

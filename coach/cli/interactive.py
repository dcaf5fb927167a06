"""`-i`: go through the findings on a terminal and decide about each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from coach.checking.record import Checked
from coach.cli.console import Console
from coach.model import Finding, Suggestion
from coach.reports.full import hanging, offer, problem
from coach.reports.lines import Lines
from coach.reports.style import Style
from coach.rewriting import apply

KEEP, OWN, STOP = "k", "o", "s"


class Own(NamedTuple):
    """A wording of the person's own."""

    wording: str


Answer = Suggestion | Own
"""One of a finding's suggestions, or something else in the place of its words."""
Place = Callable[[Finding, Answer], list[Suggestion]]
"""What an answer changes in the file; nothing where it cannot be put in."""


class Decided(NamedTuple):
    """The edits that were decided on, the findings they mend, and whether the person wants no more questions."""

    edits: list[Suggestion]
    mended: list[Finding]
    stopped: bool


def choose(checked: Checked, console: Console, style: Style) -> str:
    """Ask about every finding of a draft and return the text with what was chosen."""
    return apply(checked.text, decide(checked, console, style, _in_draft).edits)


def decide(checked: Checked, console: Console, style: Style, place: Place) -> Decided:
    """Ask about every finding in the order of the file. The end of the input stops the questions.

    A finding inside a wording that was already replaced is not asked about.
    """
    lines = Lines(checked.text)
    findings = checked.report.findings
    edits: list[Suggestion] = []
    mended: list[Finding] = []
    for number, finding in enumerate(findings, 1):
        if any(finding.start < edit.end and edit.start < finding.end for edit in edits):
            continue
        console.note(f"{number}/{len(findings)}  {problem(checked, finding, lines, style)}")
        offered = [suggestion for suggestion in finding.suggestions if suggestion.exact]
        for suggestion in finding.suggestions:
            label, wording = offer(suggestion, finding, checked.text)
            sign = f"[{offered.index(suggestion) + 1}]" if suggestion.exact else "by hand, there is markup in it:"
            console.note(hanging(wording, f"{sign} {label}: ", 2, style))
        answer = _answer(offered, console)
        if answer == STOP:
            return Decided(edits, mended, stopped=True)
        if isinstance(answer, str):
            continue
        new = place(finding, answer)
        if not new:
            console.note("  that cannot be put in here without harm to the markup: change it in the file")
        elif any(one.start < edit.end and edit.start < one.end for one in new for edit in edits):
            console.note("  that overlaps with what was chosen before; run coach again for it")
        else:
            edits += new
            mended.append(finding)
    return Decided(edits, mended, stopped=False)


def _in_draft(finding: Finding, answer: Answer) -> list[Suggestion]:
    return [Suggestion(answer.wording, finding.start, finding.end, safe=False) if isinstance(answer, Own) else answer]


def _answer(offered: list[Suggestion], console: Console) -> Answer | str:
    """What the person decided, KEEP or STOP. Asks again until the answer is one of those offered."""
    count = len(offered)
    numbers = {0: "", 1: "1 take it, "}.get(count, f"1-{count} take one, ")
    while True:
        said = _ask(f"  {numbers}{KEEP} keep, {OWN} own wording, {STOP} stop here [{KEEP}]: ", console)
        if said is None or said.lower() == STOP:
            return STOP
        if said.lower() in ("", KEEP):
            return KEEP
        if said.lower() == OWN:
            own = _ask("  your wording: ", console)
            return KEEP if own is None else Own(own)
        if said.isascii() and said.isdecimal() and 1 <= int(said) <= count:
            return offered[int(said) - 1]


def _ask(prompt: str, console: Console) -> str | None:
    """One line from the terminal without its end, None at the end of the input."""
    console.prompt(prompt)
    line = console.stdin.readline() if console.stdin else ""
    return line.strip() if line else None

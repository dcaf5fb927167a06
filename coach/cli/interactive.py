"""`coach rewrite -i`: go through the findings on a terminal and decide about each."""

from __future__ import annotations

from coach.checking.record import Checked
from coach.cli.console import Console
from coach.model import Finding, Suggestion
from coach.reports.full import hanging, offer, problem
from coach.reports.lines import Lines
from coach.reports.style import Style
from coach.rewriting import apply

KEEP, OWN, STOP = "k", "o", "s"


def choose(checked: Checked, console: Console, style: Style) -> str:
    """Ask about every finding in text order and return the text with what was chosen.

    A finding inside a wording that was already replaced is not asked about. The end of the input stops the questions.
    """
    lines = Lines(checked.text)
    edits: list[Suggestion] = []
    for number, finding in enumerate(checked.report.findings, 1):
        if any(finding.start < edit.end and edit.start < finding.end for edit in edits):
            continue
        console.note(f"{number}/{len(checked.report.findings)}  {problem(checked, finding, lines, style)}")
        for index, suggestion in enumerate(finding.suggestions, 1):
            label, wording = offer(suggestion, finding, checked.text)
            console.note(hanging(wording, f"[{index}] {label}: ", 2, style))
        answer = _answer(finding, console)
        if answer == STOP:
            break
        if isinstance(answer, Suggestion) and not _clashes(answer, edits):
            edits.append(answer)
    return apply(checked.text, edits)


def _clashes(new: Suggestion, edits: list[Suggestion]) -> bool:
    return any(new.start < edit.end and edit.start < new.end for edit in edits)


def _answer(finding: Finding, console: Console) -> Suggestion | str:
    """What the person decided: a suggestion, KEEP or STOP. Asks again until the answer is one of those offered."""
    count = len(finding.suggestions)
    numbers = {0: "", 1: "1 take it, "}.get(count, f"1-{count} take one, ")
    while True:
        said = _ask(f"  {numbers}{KEEP} keep, {OWN} own wording, {STOP} stop here [{KEEP}]: ", console)
        if said is None or said.lower() == STOP:
            return STOP
        if said.lower() in ("", KEEP):
            return KEEP
        if said.lower() == OWN:
            own = _ask("  your wording: ", console)
            return KEEP if own is None else Suggestion(own, finding.start, finding.end, safe=False)
        if said.isascii() and said.isdecimal() and 1 <= int(said) <= count:
            return finding.suggestions[int(said) - 1]


def _ask(prompt: str, console: Console) -> str | None:
    """One line from the terminal without its end, None at the end of the input."""
    console.prompt(prompt)
    line = console.stdin.readline() if console.stdin else ""
    return line.strip() if line else None

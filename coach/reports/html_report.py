"""`html`: one page for a person who goes through a library, and for the team it is shown to.

It stands alone: no script, no font, no picture is fetched, and its own policy forbids it. Everything that comes from the texts
goes through the template's escaping.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from coach import __version__
from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.context import Context, context
from coach.reports.display import one_line
from coach.reports.full import offer
from coach.reports.grouping import by_text, language
from coach.reports.lines import Lines
from coach.reports.places import Paths
from coach.reports.statistics import Tally, suppressed
from coach.rules.table import CONCEPTS

PAGE = Path(__file__).with_name("page.html.j2")


class Shown(NamedTuple):
    """One finding as the page has it."""

    place: str
    severity: str
    rule: str
    language: str
    context: Context
    message: str
    offers: tuple[tuple[str, str], ...]


class Section(NamedTuple):
    """A text with findings; `name` is empty where the file is the text."""

    name: str
    language: str
    score: int
    findings: tuple[Shown, ...]


class File(NamedTuple):
    """A file with findings, and how many of its texts have none."""

    path: str
    findings: int
    clean: int
    sections: tuple[Section, ...]


class Html:
    """Keeps what each file adds; the page is written at the end, because the counts stand at its top."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)
        self._files: list[File] = []

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """Nothing yet."""
        if checked.report.findings:
            self._files.append(file_of(checked, self._paths.relative(checked.name)))
        return ""

    def finish(self, tally: Tally) -> str:
        """The whole page."""
        from jinja2 import Environment, StrictUndefined

        environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        template = environment.from_string(PAGE.read_text(encoding="utf-8"))
        page = template.render(
            version=__version__,
            files=self._files,
            tally=tally,
            rules=[(count, _meaning(count.rule)) for count in tally.rules()],
            failures=[(one_line(failure.name), one_line(failure.message)) for failure in tally.failures],
            hidden=suppressed(tally) if tally.suppressed else "",
        )
        return f"{page}\n"


def file_of(checked: Checked, path: str) -> File:
    """A file with its findings by text."""
    lines = Lines(checked.text)
    texts = by_text(checked)
    sections = tuple(
        Section(
            (one_line(text.name) or "no title") if len(texts) > 1 else one_line(text.name),
            text.language or "",
            text.score,
            tuple(_shown(checked, finding, lines) for finding in found),
        )
        for text, found in texts
        if found
    )
    return File(one_line(path), len(checked.report.findings), len(texts) - len(sections), sections)


def _shown(checked: Checked, finding: Finding, lines: Lines) -> Shown:
    return Shown(
        "{}:{}".format(*lines.position(finding.start)),
        finding.severity,
        finding.rule,
        language(checked, finding) or "en",
        context(checked, finding),
        one_line(finding.message),
        tuple(offer(suggestion, finding, checked.text) for suggestion in finding.suggestions),
    )


def _meaning(rule: str) -> str:
    concept = CONCEPTS.get(rule)
    return f"The reply {concept.summary}." if concept else "A rule of your own."

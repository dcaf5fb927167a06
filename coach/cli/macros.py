"""`coach macros`: the X-ray of a whole library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from coach.checking.judging import Options, document_of
from coach.checking.running import check_all, cores
from coach.cli.check import Judges, more_paths
from coach.cli.inputs import Inputs
from coach.cli.numbers import day_of, number_of
from coach.cli.options import Values
from coach.cli.session import CLEAN, FAILED, FOUND, Session
from coach.errors import UsageError
from coach.reports.style import Style

if TYPE_CHECKING:
    from coach.checking.record import Checked
    from coach.library.xray import XRay
    from coach.sources.document import Document

FULL, JSON, MARKDOWN, CSV = "full", "json", "markdown", "csv"


def run(values: Values, session: Session) -> int:
    """Print the X-ray and return the exit code; a file that cannot be read is reported and the others go on.

    Raises UsageError for a day or a number that is none.
    """
    from coach.library.collect import collect
    from coach.library.xray import xray

    today = day_of(values, "today") or date.today()
    top = None if values.maybe("top") is None else number_of(values, "top", least=1)
    console, target = session.console, values.maybe("output_file")
    inputs = Inputs(values, session, more_paths(values, session))
    judges = Judges(session.coach(inputs.project.settings.config, values), None)
    found = xray(collect(documents(inputs, judges)), today)
    name = values.maybe("output_format") or FULL
    if found.macros or name in (JSON, CSV):
        style = console.style(None if target else console.stdout, values.text("color"))
        document = rendered(found, name, style, top, everything=values.flag("all"))
        if target:
            from coach.replacing import write_file

            write_file(target, document.encode("utf-8", "backslashreplace"))
        else:
            console.write(document)
    if not found.macros and not inputs.failures and not values.flag("quiet"):
        console.note("coach: no macros there")
    if inputs.failures:
        return FAILED
    return FOUND if values.flag("fail_on_issues") and found.has_issues else CLEAN


def documents(inputs: Inputs, judges: Judges) -> Iterator[tuple[Document, Checked]]:
    """Every file that can be read, with what was found in it.

    A file is read once more here: where several processes check files, only what they found comes back, which is much less.
    """
    jobs = inputs.project.run.jobs or cores()
    for one in check_all(inputs.tasks(), judges, Options(), jobs):
        if isinstance(one, UsageError):
            inputs.fail(one)
            continue
        task, checked = one
        read = document_of(task)
        if isinstance(read, UsageError):
            inputs.fail(read)
        else:
            yield read.document, checked


def rendered(found: XRay, name: str, style: Style, top: int | None, *, everything: bool) -> str:
    """The X-ray in a format; `top` and `everything` are for those that people read."""
    if name == JSON:
        from coach import __version__
        from coach.library.report_json import document

        return document(found, __version__)
    if name == CSV:
        from coach.library.report_csv import table

        return table(found)
    if name == MARKDOWN:
        from coach.library.report_markdown import markdown

        return markdown(found, top, everything=everything)
    from coach.library.report_text import text

    return text(found, style, top, everything=everything)

"""`coach check`: judge drafts and print what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coach.checking.record import Checked
from coach.cli.options import Values
from coach.cli.output import chosen_format, reporter
from coach.cli.session import CLEAN, FAILED, FOUND, Checker, Session
from coach.errors import UsageError
from coach.model import Report
from coach.reports.statistics import Failure, Tally
from coach.sources.files import STDIN, Source, find

TOGETHER = 50
"""How many files are judged together."""


def run(values: Values, session: Session) -> int:
    """Check every input and return the exit code; an input that cannot be read is reported and the others go on."""
    console = session.console
    paths = session.inputs(values)
    customer = session.customer(values)
    target = values.maybe("output_file")
    stream = None if target else console.stdout
    name = chosen_format(values.maybe("output_format"), stream)
    coach = session.coach(values, sending=STDIN in paths, rewrites=name != "concise")
    quiet = values.flag("quiet")
    report = reporter(name, console.style(stream, values.text("color")), statistics=values.flag("statistics"), quiet=quiet)
    tally = Tally()
    kept: list[str] = []
    write = kept.append if target else console.write

    # Held back until something is judged: a phrasebook that does not compile must not leave half a document behind.
    opening = report.begin()
    for source, found in judged(sources(paths, values, session, tally), coach, customer):
        checked = Checked(source.name, source.text, found)
        tally.add(checked.report)
        session.hint(checked.report, source, values)
        write(opening + report.render(checked))
        opening = ""
        if console.gone:
            break
    write(opening + report.finish(tally))
    if target:
        from coach.cli.atomic import write_file

        write_file(target, "".join(kept).encode("utf-8", "backslashreplace"))
    if not quiet:
        _say_nothing_found(tally, session, name)
    return exit_code(tally, values)


def sources(paths: Sequence[str], values: Values, session: Session, tally: Tally) -> Iterator[Source | None]:
    """The inputs that can be read; for each other one a complaint, and None."""
    for path in find(paths):
        try:
            if isinstance(path, UsageError):
                raise path
            yield session.load(path, values)[0]
        except UsageError as error:
            yield None  # what was read before is judged and printed first
            session.complain(error)
            tally.failures.append(Failure(error.where, error.message))


def judged(found: Iterable[Source | None], coach: Checker, customer: str | None) -> Iterator[tuple[Source, Report]]:
    """Each input with its report; some are judged together, which is faster."""
    waiting: list[Source] = []
    for source in found:
        if source is not None and customer is not None:
            yield source, coach.check(source.text, customer=customer)
            continue
        if source is not None:
            waiting.append(source)
        if source is None or len(waiting) >= TOGETHER:
            yield from zip(waiting, coach.check_all(one.text for one in waiting), strict=True)
            waiting = []
    yield from zip(waiting, coach.check_all(one.text for one in waiting), strict=True)


def exit_code(tally: Tally, values: Values) -> int:
    """0, 1 or 2 under `--fail-on` and `--exit-zero`."""
    if tally.failures:
        return FAILED
    return FOUND if tally.reaches(values.text("fail_on")) and not values.flag("exit_zero") else CLEAN


def _say_nothing_found(tally: Tally, session: Session, format_name: str) -> None:
    """A person wants to know that the check took place; standard output stays empty."""
    if not tally.files and not tally.failures:
        session.console.note("coach: no .txt or .md files there")
    elif format_name == "full" and tally.judged and not tally.findings:
        session.console.note("no findings")

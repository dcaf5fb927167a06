"""`coach check`: judge drafts and print what was found."""

from __future__ import annotations

from coach.cli.options import Values
from coach.cli.output import chosen_format, reporter
from coach.cli.session import CLEAN, FAILED, FOUND, Session
from coach.errors import UsageError
from coach.reports.statistics import Checked, Failure, Tally
from coach.sources.files import STDIN, find


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
    for path in find(paths):
        if console.gone:
            break
        try:
            if isinstance(path, UsageError):
                raise path
            source, _ = session.load(path, values)
        except UsageError as error:
            session.complain(error)
            tally.failures.append(Failure(error.where, error.message))
            continue
        checked = Checked(source.name, source.text, coach.check(source.text, customer=customer))
        tally.add(checked.report)
        session.hint(checked.report, source, values)
        write(opening + report.render(checked))
        opening = ""
    write(opening + report.finish(tally))
    if target:
        from coach.cli.atomic import write_file

        write_file(target, "".join(kept).encode("utf-8", "backslashreplace"))
    if not quiet:
        _say_nothing_found(tally, session, name)
    return exit_code(tally, values)


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

"""`coach check`: judge drafts and print what was found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.checking.judging import Judge, Options
from coach.checking.running import check_all, cores
from coach.cli.inputs import Inputs
from coach.cli.options import Values
from coach.cli.output import chosen_format, reporter
from coach.cli.session import CLEAN, FAILED, FOUND, Checker, Session
from coach.config import Config
from coach.errors import UsageError
from coach.model import Report
from coach.phrasebook.paths import cache_folder
from coach.reports.statistics import Tally

if TYPE_CHECKING:
    from coach.checking.results import Results


def run(values: Values, session: Session) -> int:
    """Check every input and return the exit code; an input that cannot be read is reported and the others go on."""
    console = session.console
    customer = session.customer(values)
    target = values.maybe("output_file")
    stream = None if target else console.stdout
    name = chosen_format(values.maybe("output_format"), stream)
    quiet = values.flag("quiet")
    report = reporter(name, console.style(stream, values.text("color")), statistics=values.flag("statistics"), quiet=quiet)
    inputs = Inputs(session.inputs(values), values, session, rewrites=name != "concise")
    options = Options()
    alone = customer is not None
    results = None if alone else known_results(inputs, values, session, options)
    judges = Judges(session, values, customer)
    tally = Tally()
    kept: list[str] = []
    write = kept.append if target else console.write

    # Held back until something is judged: a phrasebook that does not compile must not leave half a document behind.
    opening = report.begin()
    for checked in check_all(inputs, judges, options, 1 if alone else jobs(values), results):
        if isinstance(checked, UsageError):
            inputs.fail(checked)
            continue
        tally.add(checked.report)
        session.hint(checked, values)
        write(opening + report.render(checked))
        opening = ""
        if console.gone:
            break
    tally.failures = inputs.failures
    write(opening + report.finish(tally))
    if target:
        from coach.cli.atomic import write_file

        write_file(target, "".join(kept).encode("utf-8", "backslashreplace"))
    if not quiet:
        _say_nothing_found(tally, session, name)
    return exit_code(tally, values)


class Judges:
    """A coach for each configuration that files ask for; all of them share the phrasebooks that were loaded."""

    def __init__(self, session: Session, values: Values, customer: str | None) -> None:
        """`customer` is the message that each text answers."""
        self._first: Checker = session.coach(values)
        self._customer = customer
        self._known: dict[Config, Judge] = {}

    def __call__(self, config: Config) -> Judge:
        """The judge for texts of a configuration. Raises UsageError for an unknown rule."""
        if config not in self._known:
            coach = self._first.with_config(config)
            self._known[config] = coach if self._customer is None else Answering(coach, self._customer)
        return self._known[config]


class Answering:
    """Judges each text as the answer to a message."""

    def __init__(self, coach: Checker, customer: str) -> None:
        self._coach = coach
        self._customer = customer

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        """Judge many texts."""
        return (self._coach.check(text, customer=self._customer) for text in texts)


def jobs(values: Values) -> int:
    """How many processes may work. Raises UsageError for a number that is none."""
    given = values.maybe("jobs")
    if given is None:
        return cores()
    if not given.isascii() or not given.isdecimal() or int(given) < 1:
        raise UsageError(f"--jobs needs a number of processes, not {given!r}", hint="for example --jobs 2")
    return int(given)


def known_results(inputs: Inputs, values: Values, session: Session, options: Options) -> Results | None:
    """The results of earlier runs; none for a few files, which take no longer to check than to look up."""
    if values.flag("no_cache") or session.console.environ.get("COACH_NO_CACHE") or not inputs.many:
        return None
    from coach.checking.results import Results, results_file, salt

    folder = values.maybe("cache_dir") or cache_folder()
    return Results(results_file(folder, os.getcwd()), salt(options, {values.maybe("phrasebooks") or ""}))


def exit_code(tally: Tally, values: Values) -> int:
    """0, 1 or 2 under `--fail-on` and `--exit-zero`."""
    if tally.failures:
        return FAILED
    return FOUND if tally.reaches(values.maybe("fail_on") or "warning") and not values.flag("exit_zero") else CLEAN


def _say_nothing_found(tally: Tally, session: Session, format_name: str) -> None:
    """A person wants to know that the check took place; standard output stays empty."""
    if not tally.files and not tally.failures:
        session.console.note("coach: no .txt or .md files there")
    elif format_name == "full" and tally.judged and not tally.findings:
        session.console.note("no findings")

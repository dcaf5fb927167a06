"""`coach check`: judge drafts and print what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.checking.judging import Judge, JudgeFor, Options, Task, check_sources
from coach.checking.record import Checked
from coach.cli.inputs import Inputs
from coach.cli.options import Values
from coach.cli.output import chosen_format, reporter
from coach.cli.session import CLEAN, FAILED, FOUND, Checker, Session
from coach.config import Config
from coach.errors import UsageError
from coach.model import Report
from coach.reports.statistics import Tally

TOGETHER = 50
"""How many files are judged together."""


def run(values: Values, session: Session) -> int:
    """Check every input and return the exit code; an input that cannot be read is reported and the others go on."""
    console = session.console
    inputs = Inputs(session.inputs(values), values, session)
    customer = session.customer(values)
    target = values.maybe("output_file")
    stream = None if target else console.stdout
    name = chosen_format(values.maybe("output_format"), stream)
    quiet = values.flag("quiet")
    report = reporter(name, console.style(stream, values.text("color")), statistics=values.flag("statistics"), quiet=quiet)
    judges = Judges(session, values, rewrites=name != "concise", customer=customer)
    tally = Tally()
    kept: list[str] = []
    write = kept.append if target else console.write

    # Held back until something is judged: a phrasebook that does not compile must not leave half a document behind.
    opening = report.begin()
    for checked in checked_files(inputs, judges, Options()):
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

    def __init__(self, session: Session, values: Values, *, rewrites: bool, customer: str | None) -> None:
        """Without `rewrites` findings carry no suggestions; `customer` is the message that each text answers."""
        self._first: Checker = session.coach(values)
        self._rewrites = rewrites
        self._customer = customer
        self._known: dict[Config, Judge] = {}

    def __call__(self, config: Config) -> Judge:
        """The judge for texts of a configuration. Raises UsageError for an unknown rule."""
        if config not in self._known:
            coach = self._first.with_config(config._replace(rewrites=self._rewrites))
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


def checked_files(inputs: Iterable[Task | UsageError], judge_for: JudgeFor, options: Options) -> Iterator[Checked | UsageError]:
    """Each file with what was found in it, or why it cannot be read; several are judged together, which is faster."""
    waiting: list[Task] = []
    for task in inputs:
        if isinstance(task, Task):
            waiting.append(task)
        if isinstance(task, UsageError) or len(waiting) >= TOGETHER:
            yield from check_sources(waiting, judge_for, options)
            waiting = []
        if isinstance(task, UsageError):
            yield task
    yield from check_sources(waiting, judge_for, options)


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

"""`coach check`: judge drafts and libraries of macros, print what was found, and mend it where that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.checking.judging import Judge, Options, Task, check_documents, document_of
from coach.checking.running import check_all, cores
from coach.cli.inputs import Inputs
from coach.cli.narrowing import Narrowing
from coach.cli.options import Values
from coach.cli.output import Printer
from coach.cli.session import CLEAN, FAILED, FOUND, Checker, Session
from coach.config import Config
from coach.errors import UsageError
from coach.model import Report
from coach.phrasebook.paths import cache_folder
from coach.reports.statistics import Tally
from coach.reports.table import WITH_FINGERPRINTS
from coach.settings.record import Found, Settings

if TYPE_CHECKING:
    from coach.checking.fixing import Rejudge
    from coach.checking.record import Checked
    from coach.checking.results import Results
    from coach.cli.fixes import Fixes
    from coach.sources.document import Document
    from coach.sources.files import Source

FIXING = ("fix", "unsafe_fixes", "diff", "fix_only", "interactive")
"""The options that mend files."""

WORTH_REMEMBERING = 20
"""How many files it takes for the results of earlier runs to pay."""


def run(values: Values, session: Session) -> int:
    """Check every input and return the exit code; an input that cannot be read is reported and the others go on."""
    inputs = Inputs(values, session, more_paths(values, session))
    narrowing = Narrowing(inputs, values)
    if values.flag("show_files"):
        return show_files(inputs, session)
    return Check(inputs, narrowing, values, session).run()


def more_paths(values: Values, session: Session) -> list[str] | None:
    """The paths that a file lists, one a line or with NUL behind each; None without a list. Raises UsageError."""
    path = values.maybe("files_from")
    if path is None:
        return None
    from coach.sources.files import STDIN, decode, read

    text = decode(session.console.read() if path == STDIN else read(path), path).text
    lines = text.split("\0") if "\0" in text else [line.removesuffix("\r") for line in text.split("\n")]
    return [line for line in lines if line.strip()]


def show_files(inputs: Inputs, session: Session) -> int:
    """Print the paths that would be checked."""
    for one in inputs.found:
        if isinstance(one, Found):
            session.console.write(f"{one.path}\n")
        else:
            inputs.fail(one)
    return FAILED if inputs.failures else CLEAN


class Check:
    """One run of `coach check`."""

    def __init__(self, inputs: Inputs, narrowing: Narrowing, values: Values, session: Session) -> None:
        self.inputs = inputs
        self.narrowing = narrowing
        self.values = values
        self.session = session
        self.setup = inputs.project.run
        self.customer = session.customer(values)
        self.fixes = self._fixes()
        self._writes = self.fixes is not None or values.maybe("add_ignore") is not None
        self.printer = Printer(
            values,
            session.console,
            self.setup.output_format,
            inputs.project.root,
            baseline=narrowing.needs_fingerprints,
            aside=self.fixes is not None and self.fixes.takes_stdout,
            silent=values.flag("silent") or narrowing.writes or (self.fixes is not None and not self.fixes.reports),
        )
        self.options = Options(
            stress=values.flag("stress"),
            fingerprints=narrowing.needs_fingerprints or self.printer.format in WITH_FINGERPRINTS,
            suppressions=not values.flag("no_suppressions"),
            answering=self.customer is not None,
        )
        self.judges = Judges(session.coach(inputs.project.settings.config, values), self.customer)
        self.tally = Tally()

    def _fixes(self) -> Fixes | None:
        if not any(self.values.flag(name) for name in FIXING):
            return None
        from coach.cli.fixes import Fixes

        return Fixes(self.inputs.paths, self.values, self.session, self.inputs.project.root)

    def run(self) -> int:
        """Check every input and return the exit code."""
        for one in self.judged():
            if isinstance(one, UsageError):
                self.inputs.fail(one)
                continue
            self.tally.count(one)
            self.session.hint(one, self.values)
            self.printer.show(one)
            if self.session.console.gone:
                break
        self.tally.failures = self.inputs.failures
        self.printer.finish(self.tally)
        self._say_what_is_left()
        return self._exit_code()

    def judged(self) -> Iterator[Checked | UsageError]:
        """Every input with what there is to say of it, mended where that is asked for."""
        alone = self.customer is not None or self._writes
        tasks = self.inputs.tasks(rewrites=self.printer.needs_rewrites or self._writes)
        jobs = 1 if alone else self.setup.jobs or cores()
        for one in check_all(tasks, self.judges, self.options, jobs, None if alone else self._results()):
            if isinstance(one, UsageError):
                yield one
                continue
            task, checked = one[0], self.narrowing(one[1])
            try:
                yield self._mended(task, checked)
            except UsageError as error:
                yield checked  # what could not be mended is still there
                yield error

    def _results(self) -> Results | None:
        """The results of earlier runs; none for a few files, which take no longer to check than to look up."""
        if not self.setup.cache or len(self.inputs.found) < WORTH_REMEMBERING:
            return None
        from coach.checking.results import Results, results_file, salt

        books = {one.settings.config.phrasebooks for one in self.inputs.found if isinstance(one, Found)}
        path = results_file(self.setup.cache_dir or cache_folder(), self.inputs.project.root)
        return Results(path, salt(self.options, books))

    def _mended(self, task: Task, checked: Checked) -> Checked:
        """A file after fixes, or with comments that silence its findings."""
        reason = self.values.maybe("add_ignore")
        if reason is not None:
            from coach.cli.comments import add_comments

            root = self.inputs.project.root
            return add_comments(task.source, checked, reason, self.session.console, self.rejudge(task.settings), root)
        if self.fixes is None:
            return checked
        piped = self.inputs.piped if task.source is self.inputs.piped_source else None
        return self.fixes.mend(task.source, checked, self.rejudge(task.settings), piped)

    def rejudge(self, settings: Settings) -> Rejudge:
        """Reads and judges a text as if the file had it. Raises UsageError for one that cannot be read."""

        def judge(source: Source) -> tuple[Document, Checked]:
            read = document_of(Task(source, settings))
            if isinstance(read, UsageError):
                raise read
            (checked,) = check_documents([read], self.judges, self.options)
            return read.document, self.narrowing.again(checked)

        return judge

    def _say_what_is_left(self) -> None:
        """Say on standard error what the findings do not: fixes, the baseline, and that there is nothing."""
        console, quiet = self.session.console, self.values.flag("quiet") or self.values.flag("silent")
        if self.fixes is not None:
            self.fixes.finish()
        told = self.narrowing.finish() if not self.inputs.failures or not self.narrowing.writes else ""
        if quiet:
            return
        if told:
            console.note(f"coach: {told}")
        if not self.tally.files and not self.tally.failures:
            console.note(f"coach: no files with replies there{passed_over(self.inputs.passed_over)}")
        elif self.printer.format == "full" and self.tally.judged and not self.tally.findings and self.fixes is None:
            console.note("no findings")

    def _exit_code(self) -> int:
        if self.narrowing.writes:
            return FAILED if self.tally.failures else CLEAN
        code = exit_code(self.tally, self.setup.fail_on, zero=self.values.flag("exit_zero"))
        return code if self.fixes is None else self.fixes.exit_code(code)


def passed_over(number: int) -> str:
    """What to say of data files that nobody has told coach about."""
    if not number:
        return ""
    files = "1 data file was" if number == 1 else f"{number} data files were"
    return f"; {files} passed over: coach init looks which of them hold texts"


class Judges:
    """A coach for each configuration that files ask for; all of them share the phrasebooks that were loaded."""

    def __init__(self, first: Checker, customer: str | None) -> None:
        """`customer` is the message that each text answers."""
        self._first = first
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


def exit_code(tally: Tally, fail_on: str, *, zero: bool) -> int:
    """0, 1 or 2 under `--fail-on` and `--exit-zero`."""
    if tally.failures:
        return FAILED
    return FOUND if tally.reaches(fail_on) and not zero else CLEAN

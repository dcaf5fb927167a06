"""Writing what a review tells: to standard output, or into files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coach.cli.console import Console
from coach.cli.numbers import number_of
from coach.cli.options import Values
from coach.cli.review_guard import not_filled_in
from coach.cli.session import Session
from coach.errors import UsageError
from coach.replacing import write_file
from coach.reports.style import Style

if TYPE_CHECKING:
    from coach.review.scoring.record import ReviewReport
    from coach.review.store import Store

CSV, RATES = "csv", "rates"


def rendered(report: ReviewReport, form: str, style: Style, store: Store) -> Iterable[str]:
    """A report in a form of `--output-format`, in pieces; every finding is read from the store."""
    if form == CSV:
        from coach.review.report.findings import findings_csv

        return findings_csv(store.connection)
    from coach.review.report.table import written

    return [written(report, CSV if form == RATES else form, width=style.columns, colour=style.colour)]


def print_pieces(pieces: Iterable[str], target: str | None, form: str, console: Console) -> None:
    """Write pieces to standard output, or all of them into a file in one step."""
    if target:
        write(target, "".join(pieces))
        return
    for piece in pieces:
        if form in (CSV, RATES):
            console.write_bytes(encoded(piece))  # its line ends are CR LF on every system
        else:
            console.write(piece)


def write(path: str, text: str) -> None:
    """Write a file in one step. Raises UsageError."""
    write_file(path, encoded(text))


def encoded(text: str) -> bytes:
    """The text in UTF-8; half a surrogate pair, which exports may hold, is written as an escape."""
    return text.encode("utf-8", "backslashreplace")


def promises(path: str, store: Store) -> None:
    """Write the ledger of promises, all of them, as its ending says. Raises UsageError for another ending."""
    from coach.review.scoring.happenings import promise_lines

    lines = promise_lines(store.connection)
    if ledger_of(path) == ".csv":
        from coach.review.promises.ledger import ledger_csv

        write(path, ledger_csv(lines))
    else:
        from coach.review.promises.calendar import ledger_ics

        write(path, ledger_ics(lines, datetime.now(UTC).replace(tzinfo=None)))


def ledger_of(path: str) -> str:
    """The ending of a ledger of promises. Raises UsageError for another."""
    for ending in (".csv", ".ics"):
        if path.lower().endswith(ending):
            return ending
    raise UsageError("a ledger of promises is a .csv or an .ics file", where=path)


def export_tables(folder: str, store: Store) -> None:
    """Write every table of what is reported as Parquet: below a folder, which is made, or an address. Raises UsageError."""
    import os

    from coach.review.exporting import export
    from coach.review.sources.listing import is_url
    from coach.review.store import TABLES

    if not is_url(folder):
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot be made: {error.strerror or error}", where=folder) from None
    for table in TABLES:
        export(store.connection, table, f"{folder.rstrip('/')}/{table}.parquet")


def sample(values: Values, store: Store, session: Session) -> None:
    """Draw conversations for two people to review and write the table that they fill in."""
    from coach.review.scoring.sampling import sample, sheet

    drawn = sample(store.connection, number_of(values, "sample"), number_of(values, "seed"))
    path, table = values.text("sample_file"), encoded(sheet(drawn))
    not_filled_in(path, table)
    write_file(path, table)
    session.say(f"{len(drawn.units):,} turns to review are in {path}; `coach review --agreement {path}` reads it filled in")

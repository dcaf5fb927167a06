"""`coach trends`: how rates have moved, from the file that reviews keep."""

from __future__ import annotations

from coach.cli.numbers import day_of
from coach.cli.options import Values
from coach.cli.review_guard import kept_by, unharmed
from coach.cli.review_output import print_pieces
from coach.cli.session import CLEAN, Session


def run(values: Values, session: Session) -> int:
    """Print the trends. Raises UsageError for a file that is not there or is none of ours."""
    from coach.review.narrowing import narrow
    from coach.review.scoring.pseudonyms import Pseudonyms, beside
    from coach.review.store import Store, explained
    from coach.review.trends import trends
    from coach.review.trends_report import csv, json, text

    path = values.text("store")
    unharmed({"--output-file": values.maybe("output_file")}, dict.fromkeys(kept_by(path), "the results are kept in it"))
    with Store.open(path, read_only=True) as store, explained(path, "cannot be read"):
        names = Pseudonyms(beside(path)).names() if values.flag("names") else {}
        narrow(store.connection, since=day_of(values, "since"), until=day_of(values, "until"), names=names)
        found = trends(store.connection, values.text("by"), values.text("period"))
    console, target = session.console, values.maybe("output_file")
    form = values.text("report_format")
    if form == "text":
        width = console.style(None if target else console.stdout, values.text("color")).columns
        print_pieces([text(found, width)], target, form, console)
    else:
        print_pieces([csv(found) if form == "csv" else json(found)], target, form, console)
    return CLEAN

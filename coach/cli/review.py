"""`coach review`: conversations in, results kept, a report out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from coach.cli.numbers import day_of, number_of
from coach.cli.options import Values
from coach.cli.progress import bar
from coach.cli.review_ending import swept_up
from coach.cli.review_options import judging, periods, reading
from coach.cli.review_output import ledger_of
from coach.cli.review_running import judged, progress_of, tell_troubles
from coach.cli.session import CLEAN, FAILED, Session
from coach.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from coach.review.judging import ReviewOptions
    from coach.review.record import Trouble
    from coach.review.scoring.pseudonyms import Pseudonyms
    from coach.review.scoring.record import ReviewReport
    from coach.review.store import Added, Store

MOST_TROUBLES = 10
"""How many troubles are printed; the report has all."""


def run(values: Values, session: Session) -> int:
    """Read what the paths mean, keep it, and report; without paths report what is kept.

    Returns FAILED where a file could not be read at all; what is damaged within one is said and the rest is read. Raises
    UsageError for what is wrong on the line, and where nothing could be read.
    """
    if values.maybe("dispute"):
        from coach.cli.review_extras import dispute

        return dispute(values, session)
    if values.maybe("agreement"):
        from coach.cli.review_extras import agreement

        return agreement(values, session)
    if values.flag("findings_only"):
        from coach.cli.review_findings import run as print_findings

        return print_findings(values, session)
    from coach.review.pool import at_home
    from coach.review.scoring.pseudonyms import Pseudonyms, beside
    from coach.review.store import MEMORY, Store, explained

    at_home()
    options = judging(values, session)
    paths = values.many("paths")
    path = MEMORY if values.flag("no_store") else values.text("store")
    if not paths and values.flag("no_store"):
        raise UsageError("nothing to review", hint="name files or folders, or leave out --no-store to report what is kept")
    understood(values)
    keep_apart(values, path)
    troubles: list[Trouble] = []
    with swept_up(), Store.open(path, read_only=not paths) as store, explained(path, "cannot be read"):
        naming = Pseudonyms(beside(path), store.agents())
        if paths:
            added = read(values, session, store, options, naming, troubles)
            tell(added, troubles, values, session)
        report = store.answered(lambda: reported(values, session, store, options, naming, troubles))
        shown(report, values, session, store)
    return FAILED if any(trouble.lost for trouble in troubles) else CLEAN


def understood(values: Values) -> None:
    """Raises UsageError for what is wrong on the line, before hours are spent on reading."""
    from coach.review.scoring.rubric import DEFAULT, load

    since, until = day_of(values, "since"), day_of(values, "until")
    if since and until and since > until:
        raise UsageError(f"no day lies between --since {since} and --until {until}", hint="turn them round")
    periods(values)
    load(values.maybe("rubric") or DEFAULT)
    number_of(values, "seed")
    if values.maybe("sample") and not number_of(values, "sample"):
        raise UsageError("--sample needs at least one conversation", hint="50 keep two reviewers busy for an afternoon")
    if values.maybe("promises"):
        ledger_of(values.text("promises"))


def keep_apart(values: Values, store: str) -> None:
    """Raises UsageError where a file of the report would be written over one that is read or kept, or over another of them."""
    from coach.cli.review_guard import kept_by, read_from, unharmed
    from coach.review.store import MEMORY

    kept = dict.fromkeys(read_from(values.many("paths")), "it is to be read")
    if store != MEMORY:
        kept.update(dict.fromkeys(kept_by(store), "the results are kept in it"))
    targets = {
        "--html": values.maybe("html"),
        "--output-file": values.maybe("output_file"),
        "--promises": values.maybe("promises"),
        "--sample-file": values.maybe("sample_file") if values.maybe("sample") else None,
    }
    unharmed(targets, kept)


def read(
    values: Values, session: Session, store: Store, options: ReviewOptions, naming: Pseudonyms, troubles: list[Trouble]
) -> Added:
    """Put the conversations of the paths into the store."""
    from coach.review.batches import gathered
    from coach.review.sources.batches import batches
    from coach.review.sources.reading import total_size
    from coach.review.store import Added

    def keep(batch: pa.RecordBatch) -> Added:
        naming.save()  # before the store has the pseudonyms: a run that is killed must not leave some that nobody knows
        return store.add(batch, naming)

    read_options, paths, added = reading(values), values.many("paths"), Added()
    with bar(session.console, "reading", total_size(paths), quiet=values.flag("quiet")) as advance:
        stdin = session.console.stdin.buffer if session.console.stdin else None
        given = named(batches(paths, read_options, troubles.append, advance, stdin), naming)
        found = gathered(judged(given, options, values, session))
        for one in map(keep, found):  # so that none is held while the next is judged
            added = added.plus(one)
    return added


def named(given: Iterator[pa.RecordBatch], naming: Pseudonyms) -> Iterator[pa.RecordBatch]:
    """The batches, whose agents get their pseudonyms in the order of reading: that of judging is another in every run."""
    from coach.review.rows import agents_of

    for batch in given:
        for name in agents_of(batch):
            naming(name)
        yield batch


def tell(added: Added, troubles: list[Trouble], values: Values, session: Session) -> None:
    """Say what was read and what could not be. Raises UsageError where nothing was."""
    tell_troubles(troubles, session, anything=any(added), most=MOST_TROUBLES)
    if values.flag("quiet"):
        return
    parts = [(added.new, "new"), (added.replaced, "read again"), (added.kept, "kept as they were"), (added.repeated, "met twice")]
    session.say(", ".join(f"{count:,} {what}" for count, what in parts if count) + (" (conversations)"))


def reported(
    values: Values, session: Session, store: Store, options: ReviewOptions, naming: Pseudonyms, troubles: list[Trouble]
) -> ReviewReport:
    """The report of what was read now, or of all that is kept where nothing was read or periods are compared."""
    from coach.review.batches import judge_for
    from coach.review.narrowing import narrow
    from coach.review.scoring.building import build
    from coach.review.scoring.rubric import DEFAULT, load

    compare = periods(values)
    since, until = (None, None) if compare else (day_of(values, "since"), day_of(values, "until"))
    names = naming.names() if values.flag("names") else {}
    narrow(store.connection, read_now=bool(values.many("paths")) and not compare, since=since, until=until, names=names)
    return build(
        store.connection,
        title=values.maybe("title") or "Review of conversations",
        made=datetime.now().replace(microsecond=0),
        rubric=load(values.maybe("rubric") or DEFAULT),
        config=options.config,
        troubles=troubles,
        pseudonyms=not values.flag("names"),
        compare=compare,
        coach=judge_for(options, progress_of(values, session)).reviewer.coach,
    )


def shown(report: ReviewReport, values: Values, session: Session, store: Store) -> None:
    """Write every form of the report that was asked for."""
    from coach.cli import review_output as output

    console, target = session.console, values.maybe("output_file")
    if values.maybe("html"):
        from coach.review.report.page import html

        output.write(values.text("html"), html(report))
    if values.maybe("promises"):
        output.promises(values.text("promises"), store)
    if values.maybe("export"):
        output.export_tables(values.text("export"), store)
    if values.maybe("sample"):
        output.sample(values, store, session)
    style = console.style(None if target else console.stdout, values.text("color"))
    pieces = output.rendered(report, values.text("report_format"), style, store)
    output.print_pieces(pieces, target, values.text("report_format"), console)

"""What every run of a review does, whatever becomes of it: judge batches here or elsewhere, and tell what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from coach.checking.running import cores
from coach.cli.options import Values
from coach.cli.session import Session, safe
from coach.cli.settings import projects
from coach.errors import UsageError
from coach.phrasebook.cache import silent

if TYPE_CHECKING:
    import pyarrow as pa

    from coach.review.judging import ReviewOptions
    from coach.review.record import Trouble


def judged(given: Iterator[pa.RecordBatch], options: ReviewOptions, values: Values, session: Session) -> Iterator[pa.RecordBatch]:
    """The batches as they were judged: here, on several cores, or on a cluster."""
    scheduler = values.maybe("scheduler")
    if scheduler:
        from coach.review.cluster import reviewed as on_cluster

        return on_cluster(given, options, scheduler)
    from coach.review.pool import reviewed

    return reviewed(given, options, jobs_of(values, session), progress_of(values, session))


def jobs_of(values: Values, session: Session) -> int:
    """The number of processes: what the line or the configuration of the working folder says, else one a core."""
    return projects(values, session).for_run((), "").run.jobs or cores()


def progress_of(values: Values, session: Session) -> Callable[[str], None]:
    """Who hears of what takes a while; the same for every part of a run, which share what they load by it."""
    return silent if values.flag("quiet") else session.progress


def tell_troubles(troubles: Sequence[Trouble], session: Session, *, anything: bool, most: int | None = None) -> None:
    """Say what could not be read, `most` of it where a report has all. Raises UsageError where nothing could."""
    for trouble in troubles[:most]:
        session.console.note(safe(f"{trouble.where}: {trouble.message}"))
    if most is not None and len(troubles) > most:
        session.say(f"... and {len(troubles) - most} more such lines, all in the report")
    if not anything:
        raise UsageError("no conversation could be read", hint="docs/review.md says what can be, and how to name columns")

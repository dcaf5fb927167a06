"""`coach review --findings-only`: a line of JSON a finding as soon as it is found; nothing is kept, and there is no report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.cli.options import Values
from coach.cli.progress import bar
from coach.cli.review_options import judging, reading
from coach.cli.review_running import judged, tell_troubles
from coach.cli.session import CLEAN, FAILED, Session
from coach.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from coach.review.judging import ReviewOptions
    from coach.review.record import Trouble

OF_A_REPORT = ("html", "output_file", "since", "until", "compare", "title", "rubric", "promises", "export", "sample")
"""The options that ask for a report, or for what only a store can give."""


class Heard(NamedTuple):
    """How much was read and found."""

    conversations: int
    turns: int
    findings: int


def run(values: Values, session: Session) -> int:
    """Print the findings of the conversations that the paths mean. Returns FAILED where a file could not be read at all.

    Raises UsageError for what is wrong on the line, and where nothing could be read.
    """
    from coach.review.pool import at_home

    options = judging(values, session)._replace(findings_only=True)
    only_findings(values)
    at_home()
    troubles: list[Trouble] = []
    heard = printed(values, session, options, troubles)
    tell_troubles(troubles, session, anything=heard.conversations > 0)
    if not values.flag("quiet"):
        session.say(f"{heard.findings:,} findings in {heard.turns:,} turns of {heard.conversations:,} conversations")
    return FAILED if any(trouble.lost for trouble in troubles) else CLEAN


def only_findings(values: Values) -> None:
    """Raises UsageError where a report is asked for, too, or nothing is named to be read."""
    if not values.many("paths"):
        raise UsageError("nothing to review", hint="--findings-only reads files, folders or -, and no store")
    also = [f"--{name.replace('_', '-')}" for name in OF_A_REPORT if values.maybe(name)]
    also += ["--output-format"] if values.text("report_format") != "text" else []
    if also:
        hint = f"leave out {', '.join(also)}, or --findings-only"
        raise UsageError("--findings-only prints findings, and makes no report", hint=hint)


def printed(values: Values, session: Session, options: ReviewOptions, troubles: list[Trouble]) -> Heard:
    """Print the findings of what the paths mean, a line each."""
    from coach.review.report.lines import lines
    from coach.review.rows import beginnings
    from coach.review.sources.batches import batches
    from coach.review.sources.reading import total_size

    conversations = turns = findings = 0

    def counted(batch: pa.RecordBatch) -> pa.RecordBatch:
        nonlocal conversations, turns
        conversations, turns = conversations + len(beginnings(batch)), turns + batch.num_rows
        return batch

    paths, stdin = values.many("paths"), session.console.stdin
    with bar(session.console, "reading", total_size(paths), quiet=values.flag("quiet")) as advance:
        given = batches(paths, reading(values), troubles.append, advance, stdin.buffer if stdin else None)
        for batch in judged(map(counted, given), options, values, session):
            written = lines(batch, names=values.flag("names"))
            findings += written.count(b"\n")
            session.console.write_bytes(written)
            if session.console.gone:
                break
    return Heard(conversations, turns, findings)

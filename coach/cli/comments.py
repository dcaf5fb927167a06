"""`coach check --add-ignore`: writing the comments that keep coach silent about what is found today."""

from __future__ import annotations

from coach.checking.adding import comments_to_add, takes_comments, with_lines
from coach.checking.fixing import Rejudge
from coach.checking.record import Checked
from coach.cli.atomic import replace_file
from coach.cli.console import Console
from coach.errors import UsageError
from coach.reports.display import printable
from coach.reports.statistics import counted
from coach.sources.files import STDIN, Source, encode


def add_comments(source: Source, checked: Checked, reason: str, console: Console, judge: Rejudge, root: str) -> Checked:
    """Put a comment with the reason at each finding of a file, and return what is found in it then.

    Raises UsageError for a reason that would end the comment, and for a file that cannot be written.
    """
    if not checked.report.findings:
        return checked
    if source.name == STDIN or not takes_comments(source.name):
        message = "has no comments that stay out of what is sent"
        raise UsageError(message, where=source.name, hint="--write-baseline keeps coach silent about such files")
    text = with_lines(source.text, comments_to_add(checked, source.name, reason))
    if text == source.text:
        return checked
    was = source.mark + source.text.encode(source.encoding)
    replace_file(source.name, encode(source, text, was), was, root)
    left = judge(source._replace(text=text))[1]
    silenced = len(checked.report.findings) - len(left.report.findings)
    console.note(f"coach: {printable(source.name)}: comments silence {counted(silenced, 'finding')}")
    return left

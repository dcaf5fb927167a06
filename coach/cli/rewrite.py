"""`coach rewrite`: put in the safe swaps and print the text; what is left goes to standard error."""

from __future__ import annotations

from coach.checking.record import Checked
from coach.cli.check import exit_code
from coach.cli.console import is_terminal
from coach.cli.options import Values
from coach.cli.output import chosen_format, reporter
from coach.cli.session import Session
from coach.errors import UsageError
from coach.reports.statistics import Tally
from coach.sources.files import STDIN, encode, find


def run(values: Values, session: Session) -> int:
    """Rewrite one input. Every byte outside the swaps comes out as it went in."""
    console = session.console
    path = _only(session.inputs(values))
    interactive = values.flag("interactive")
    if interactive and (path == STDIN or not is_terminal(console.stdin) or not is_terminal(console.stderr)):
        raise UsageError("-i asks questions on a terminal", hint="name a file, and redirect neither input nor error output")
    customer = session.customer(values)
    coach = session.coach(values, sending=path == STDIN)
    source, data = session.load(path, values)
    if interactive:
        from coach.cli.interactive import choose

        checked = Checked(source.name, source.text, coach.check(source.text, customer=customer))
        text = choose(checked, console, console.style(console.stderr, values.text("color")))
    else:
        text = coach.rewrite(source.text)
    result = encode(source, text, data)
    left = Checked(source.name, text, coach.check(text, customer=customer))

    target = values.maybe("output_file")
    if target:
        from coach.cli.atomic import write_file

        write_file(target, result)
    else:
        console.write_bytes(result)
        console.flush()
        if is_terminal(console.stdout) and text and not text.endswith(("\n", "\r")):
            console.note("")
    tally = Tally()
    tally.add(left.report)
    if left.report.note and not values.flag("quiet"):
        console.note(f"coach: {source.name}: {left.report.note}")
    name = chosen_format(values.maybe("output_format"), console.stderr)
    style = console.style(console.stderr, values.text("color"))
    report = reporter(name, style, statistics=False, quiet=values.flag("quiet"))
    remaining = report.begin() + report.render(left) + report.finish(tally)
    if remaining:
        console.note(remaining)
    return exit_code(tally, values)


def _only(paths: tuple[str, ...]) -> str:
    """The one input meant by the paths. Raises UsageError for none or several: there is one standard output."""
    found = list(find(paths))
    if len(found) != 1:
        raise UsageError(f"coach rewrite takes one text, not {len(found)}", hint="call it once for each file")
    if isinstance(found[0], UsageError):
        raise found[0]
    return found[0]

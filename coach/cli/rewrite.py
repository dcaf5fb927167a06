"""`coach rewrite`: put in the safe swaps and print the text; what is left goes to standard error."""

from __future__ import annotations

from coach.checking.record import Checked
from coach.cli.check import exit_code
from coach.cli.console import is_terminal
from coach.cli.inputs import Inputs
from coach.cli.options import Values
from coach.cli.output import chosen_format
from coach.cli.session import Session
from coach.errors import UsageError
from coach.reports.setup import Setup
from coach.reports.statistics import Tally
from coach.reports.table import reporter
from coach.settings.record import Found
from coach.sources.files import STDIN, encode


def run(values: Values, session: Session) -> int:
    """Rewrite one input. Every byte outside the swaps comes out as it went in."""
    console = session.console
    inputs = Inputs(values, session)
    one = only(inputs)
    interactive = values.flag("interactive")
    if interactive and (one.path == STDIN or not is_terminal(console.stdin) or not is_terminal(console.stderr)):
        raise UsageError("-i asks questions on a terminal", hint="name a file, and redirect neither input nor error output")
    customer = session.customer(values)
    coach = session.coach(one.settings.config._replace(sending=one.path == STDIN), values)
    source = inputs.load(one)
    if interactive:
        from coach.cli.interactive import choose

        checked = Checked(source.name, source.text, coach.check(source.text, customer=customer))
        text = choose(checked, console, console.style(console.stderr, values.text("color")))
    else:
        text = coach.rewrite(source.text)
    was = inputs.piped if inputs.piped is not None else source.mark + source.text.encode(source.encoding)
    result = encode(source, text, was)
    left = Checked(source.name, text, coach.check(text, customer=customer))

    target = values.maybe("output_file")
    if target:
        from coach.replacing import write_file

        write_file(target, result)
    else:
        console.write_bytes(result)
        console.flush()
        if is_terminal(console.stdout) and text and not text.endswith(("\n", "\r")):
            console.note("")
    return report(left, inputs, values, session)


def report(left: Checked, inputs: Inputs, values: Values, session: Session) -> int:
    """Print what is left to standard error, and return the exit code."""
    console, setup = session.console, inputs.project.run
    tally = Tally()
    tally.add(left.report)
    if left.report.note and not values.flag("quiet"):
        session.say(f"{left.name}: {left.report.note}")
    name = chosen_format(values.maybe("output_format"), console.stderr)
    made = reporter(name, Setup(console.style(console.stderr, values.text("color")), quiet=values.flag("quiet")))
    remaining = made.begin() + made.render(left) + made.finish(tally)
    if remaining:
        console.note(remaining)
    return exit_code(tally, setup.fail_on, zero=values.flag("exit_zero"))


def only(inputs: Inputs) -> Found:
    """The one input meant by the paths. Raises UsageError for none or several: there is one standard output."""
    if len(inputs.found) != 1:
        raise UsageError(f"coach rewrite takes one text, not {len(inputs.found)}", hint="call it once for each file")
    one = inputs.found[0]
    if isinstance(one, UsageError):
        raise one
    return one

"""`coach fill`: a template and values in, a letter out; what the values lack is asked for on a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from coach.cli.console import is_terminal
from coach.cli.options import Values
from coach.cli.session import CLEAN, Session
from coach.config import Config
from coach.errors import UsageError
from coach.filling.catalogue import find
from coach.filling.reading import data
from coach.filling.rendering import render, variables_of
from coach.filling.schema import Letter, Variable, Written
from coach.sources.files import STDIN, decode, read

ENVIRONMENT = "COACH_VALUE_"
"""Variables of the environment that begin so hold values: COACH_VALUE_AGENT for every letter of a shift."""


def run(values: Values, session: Session) -> int:
    """Print the letter, and to standard error what `coach check` would say about it. Raises TemplateError and UsageError."""
    name, lang, register, team = (values.text(one) for one in ("name", "lang", "register", "templates"))
    letter = find(name, lang, team)
    known = variables_of(letter, register, team)
    given = {**from_environment(session.console.environ, known), **from_data(values, session), **from_options(values, known)}
    console = session.console
    if not values.flag("no_input") and is_terminal(console.stdin) and is_terminal(console.stderr):
        from coach.cli.asking import ask

        given = ask(letter, known, given, console, lambda values: render(letter, register, values, team=team))
    form = values.text("output_format")
    text = render(letter, register, given, form, team)
    target = values.maybe("output_file")
    if target:
        from coach.replacing import write_file

        write_file(target, text.encode("utf-8"))
    else:
        console.write(text)
    if not values.flag("quiet"):
        remark(letter, text if form == "text" else render(letter, register, given, team=team), values, session)
    return CLEAN


def from_environment(environ: Mapping[str, str], known: Mapping[str, Variable]) -> dict[str, Written]:
    """The values that the environment holds for this letter."""
    return {name: told for name in known if (told := environ.get(ENVIRONMENT + name.upper()))}


def from_data(values: Values, session: Session) -> dict[str, Written]:
    """The values of `--data`."""
    path = values.maybe("data")
    if not path:
        return {}
    return data(decode(session.console.read() if path == STDIN else read(path), path, None).text, path)


def from_options(values: Values, known: Mapping[str, Variable]) -> dict[str, Written]:
    """The values of `--set`; a variable with many values takes one from each."""
    found: dict[str, Written] = {}
    for told in values.many("set"):
        name, equals, value = told.partition("=")
        name = name.strip()
        if not equals:
            raise UsageError(f"--set takes name=value, not {told!r}", hint="--set order=A-17")
        before = found.get(name)
        if name in known and known[name].many:
            found[name] = (*(before if isinstance(before, tuple) else ()), value)
        elif before is not None:
            raise UsageError(f"--set gives {name} twice", hint="keep one")
        else:
            found[name] = value
    return found


def remark(letter: Letter, text: str, values: Values, session: Session) -> None:
    """Say on standard error what the values have brought into the letter."""
    config = Config(lang=letter.lang, rewrites=False, phrasebooks=values.text("phrasebooks"))
    coach = session.make_coach(config, lambda line: session.console.note(f"coach: {line}"))
    for finding in coach.check(text).findings:
        session.console.note(f"coach: {finding.severity}: {finding.rule}: {finding.text or letter.name}: {finding.message}")

"""The command line of coach: the only part that touches the streams, and the one that decides the exit code.

`coach check -` is run for every draft, so this package imports as little as it can: an ordinary line is parsed by `lean`, and
Typer is imported only for help, errors, completion and the commands that nobody waits for.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence

from coach.cli import lean
from coach.cli.commands import ABOUT_CONVERSATIONS, LEAN
from coach.cli.console import StreamError, standard
from coach.cli.options import Command, Values
from coach.cli.session import FAILED, INTERRUPTED, Checker, HelpWanted, Session
from coach.config import Config
from coach.errors import CoachError

SELDOM = 100_000
"""New objects between two rounds of the garbage collector. A check makes tuples without cycles by the thousand, and the collector
would look through all of them, again and again, for nothing: 4 % of a long run."""


TEAM = ("fill", "templates", "phrasebook")
"""Commands and groups that work in a team's own folders, which a configuration may name."""


def main(arguments: Sequence[str] | None = None, session: Session | None = None) -> int:
    """Run one command line and return its exit code; `arguments` are without the program's name. Raises nothing."""
    gc.set_threshold(SELDOM)
    words = list(sys.argv[1:] if arguments is None else arguments)
    session = session or Session(standard(), _engine)
    console = session.console
    code = _guarded(words, session)
    try:
        console.flush()
    except StreamError as error:
        if code != FAILED:
            session.complain(error)
        code = FAILED
    return code


def _guarded(words: list[str], session: Session) -> int:
    """The exit code of a line, with every exception turned into one line on standard error."""
    try:
        return _dispatch(words, session)
    except CoachError as error:
        session.complain(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            return INTERRUPTED  # Python wraps one that comes while a class is made
        # Python would exit with 1, which means "findings", and print what may be a customer's text.
        if "--debug" in words:
            import traceback

            session.console.note(traceback.format_exc())
        message = str(error).partition("\n")[0]
        session.say(f"internal error: {type(error).__name__}: {message} (--debug shows where)")
        return FAILED


def _dispatch(words: list[str], session: Session) -> int:
    command = _lean(words[0]) if words and lean.COMPLETION not in os.environ else None
    values = lean.parse(command, words[1:], os.environ) if command else None
    if command is None or values is None:
        from coach.cli.app import parse

        parsed = parse(words)
        if isinstance(parsed, int):
            return parsed
        command, values = parsed
    if command.group in TEAM or command.name in TEAM:
        from coach.cli.settings import with_folders

        values = with_folders(values, session)
    try:
        return _runner(command)(values, session)
    except HelpWanted:
        from coach.cli.app import show_help

        show_help(command)
        return FAILED


def _lean(name: str) -> Command | None:
    """The command of this name if `lean` may parse its lines."""
    if name not in ABOUT_CONVERSATIONS:
        return LEAN.get(name)
    from coach.cli.review_commands import REVIEWING

    return next(command for command in REVIEWING if command.name == name)


def _runner(command: Command) -> Callable[[Values, Session], int]:
    """The function behind a command, imported when it is run: a check must not load the manual."""
    if command.group:
        return _of_group(command)
    if command.name == "check":
        from coach.cli.check import run
    elif command.name == "rewrite":
        from coach.cli.rewrite import run
    elif command.name == "fill":
        from coach.cli.fill import run
    elif command.name == "explain":
        from coach.cli.explain import run
    elif command.name == "rules":
        from coach.cli.rules import run
    elif command.name == "macros":
        from coach.cli.macros import run
    elif command.name == "init":
        from coach.cli.init import run
    elif command.name == "review":
        from coach.cli.review import run
    elif command.name == "trends":
        from coach.cli.trends import run
    elif command.name == "drill":
        from coach.cli.drill import run
    else:
        from coach.cli.version import run
    return run


def _of_group(command: Command) -> Callable[[Values, Session], int]:
    """The function behind a command of two words."""
    if command.group == "phrasebook":
        from coach.cli import phrasebook as book

        return {"test": book.run, "eval": book.evaluate, "new": book.new, "except": book.except_}[command.name]
    if command.group == "config":
        from coach.cli import config

        return {"show": config.show, "schema": config.schema}[command.name]
    from coach.cli import templates

    functions = {"list": templates.list_, "show": templates.show, "search": templates.search}
    return {**functions, "check": templates.check, "new": templates.new}[command.name]


def _engine(config: Config, progress: Callable[[str], None]) -> Checker:
    from coach.engine import Coach

    return Coach(config, progress)

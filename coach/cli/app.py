"""The Typer application, built from the table of options: help, error messages, completion, and the rarer commands.

It only parses. A command of Typer's is a function whose signature says what the options are; here the signature is made from
the table, and the function hands back what was said, so that both parsers end in the same call.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from inspect import Parameter, Signature
from typing import Annotated, Any, Literal

import typer

from coach import __version__
from coach.cli.commands import COMMANDS, GROUPS
from coach.cli.lean import COMPLETION
from coach.cli.options import Argument, Command, Option, Value, Values
from coach.cli.review_commands import REVIEWING

SETTINGS = {"help_option_names": ["-h", "--help"]}
Parsed = tuple[Command, Values]


def parse(words: Sequence[str]) -> Parsed | int:
    """What a line says, or the exit code when Typer has answered it (help 0, error 2, completion 0)."""
    said: list[Parsed] = []
    app = build(said.append)
    try:
        app(args=list(words), prog_name="coach", complete_var=COMPLETION)
    except SystemExit as end:
        if said:
            return said[0]
        return end.code if isinstance(end.code, int) else 2
    return said[0]


def show_help(command: Command) -> None:
    """Print the help of a command to standard error."""
    with redirect_stdout(sys.stderr):
        parse([*filter(None, (command.group, command.name)), "--help"])


def build(say: Callable[[Parsed], None]) -> typer.Typer:
    """The application; `say` is called with what the line said."""
    app = _group("Kinder and clearer customer-support replies in English, German, Russian and Turkish.", completion=True)
    groups = {name: _group(text) for name, text in GROUPS.items()}
    for name, group in groups.items():
        app.add_typer(group, name=name)
    for command in (*COMMANDS, *REVIEWING):
        home = groups[command.group] if command.group else app
        home.command(command.name, help=command.help, context_settings=SETTINGS)(_function(command, say))
    return app


def _group(text: str, *, completion: bool = False) -> typer.Typer:
    group = typer.Typer(
        help=text,
        no_args_is_help=True,
        add_completion=completion,
        context_settings=SETTINGS,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
    )
    group.callback()(_version_only)
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"coach {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("-V", "--version", help="Print the version.", is_eager=True, callback=_print_version)]


def _version_only(version: Version = False) -> None:
    pass


def _function(command: Command, say: Callable[[Parsed], None]) -> Callable[..., None]:
    """A function that Typer can read the options of a command from."""

    def call(version: bool, **given: str | bool | list[str] | None) -> None:
        say((command, Values({name: _value(value, listed=name in several) for name, value in given.items()})))

    several = {option.name for option in command.options if option.kind == "list"}
    parameters = [_option(option) for option in command.options]
    if command.argument:
        several |= {command.argument.name} if command.argument.many else set()
        parameters.insert(0, _argument(command.argument))
    parameters.append(Parameter("version", Parameter.KEYWORD_ONLY, annotation=Version, default=False))
    call.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call


def _value(value: str | bool | list[str] | None, *, listed: bool) -> Value:
    """A value of Typer's as the lean parser has it: lists are tuples, and empty ones are not None."""
    if listed and not value:
        return ()
    return tuple(value) if isinstance(value, list) else value


def _option(option: Option) -> Parameter:
    kind: Any = Literal[option.choices] if option.choices else str
    default: Any = option.default
    if option.kind == "flag":
        kind, default = bool, False
    elif option.kind == "list":
        kind, default = list[str] | None, None
    elif default is None:
        kind = kind | None
    info = typer.Option(
        *option.flags,
        help=option.help,
        metavar=option.metavar or None,
        envvar=option.env or None,
        show_default=bool(option.default),
    )
    return Parameter(option.name, Parameter.KEYWORD_ONLY, annotation=Annotated[kind, info], default=default)


def _argument(argument: Argument) -> Parameter:
    kind: Any = list[str] | None if argument.many else str
    default: Any = None if argument.many else Parameter.empty
    info = typer.Argument(metavar=argument.metavar, help=argument.help, show_default=False)
    return Parameter(argument.name, Parameter.KEYWORD_ONLY, annotation=Annotated[kind, info], default=default)

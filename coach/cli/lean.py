"""The fast parser: understands an ordinary line completely or hands it on.

It never reports an error. Whatever it is not sure about (help, an unknown option, a wrong value, bundled short options)
gives None, and Typer decides, with its own help and messages. A test holds the two to the same answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.cli.options import Command, Option, Value, Values, defaults

COMPLETION = "_COACH_COMPLETE"


def parse(command: Command, words: Sequence[str], environ: Mapping[str, str]) -> Values | None:
    """The values of a line after the command's name, or None when it is not fully understood."""
    table = {flag: option for option in command.options for flag in option.flags}
    values = defaults(command)
    given: set[str] = set()
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            paths.extend(rest)
            break
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        name, equals, text = word.partition("=")
        option = table.get(name)
        if option is None or (equals and (option.kind == "flag" or not name.startswith("--"))):
            return None
        given.add(option.name)
        if option.kind == "flag":
            values[option.name] = True
            continue
        value = text if equals else next(rest, None)
        if value is None or (not equals and len(value) > 1 and value.startswith("-")) or not _fits(option, value):
            return None
        values[option.name] = _joined(values[option.name], value) if option.kind == "list" else value
    for option in command.options:
        value = environ.get(option.env) if option.env and option.name not in given else None
        if value:
            if not _fits(option, value):
                return None
            values[option.name] = value
    if command.argument and command.argument.many:
        values[command.argument.name] = tuple(paths)
    elif command.argument and len(paths) == 1:
        values[command.argument.name] = paths[0]
    elif command.argument or paths:
        return None
    return Values(values)


def _fits(option: Option, value: str) -> bool:
    return not option.choices or value in option.choices


def _joined(known: Value, value: str) -> tuple[str, ...]:
    return (*known, value) if isinstance(known, tuple) else (value,)

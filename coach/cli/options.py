"""What an option and a command are, and the values that were said on a command line."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from collections.abc import Mapping
from typing import NamedTuple

Value = str | bool | tuple[str, ...] | None


class Option(NamedTuple):
    """One option: `kind` is "text" (one value), "flag" (none) or "list" (one value, may be given again)."""

    name: str
    flags: tuple[str, ...]
    help: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    default: str | None = None
    metavar: str = ""
    env: str = ""


class Argument(NamedTuple):
    """The words of a command that are not options."""

    name: str
    metavar: str
    help: str
    many: bool = False


class Command(NamedTuple):
    """One command with its table; `group` is the word before its name, as in `coach phrasebook test`."""

    name: str
    help: str
    argument: Argument | None
    options: tuple[Option, ...]
    group: str = ""


class Values:
    """What was said on a command line, with defaults filled in; asking for a name that is not in the table is a KeyError."""

    def __init__(self, given: Mapping[str, Value]) -> None:
        self._given = dict(given)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Values) and self._given == other._given

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Values({self._given!r})"

    def known(self, name: str) -> bool:
        """Whether the command has an option of this name."""
        return name in self._given

    def told(self, **more: Value) -> "Values":
        """The same line with values that stand elsewhere, for what it leaves open."""
        return Values({**self._given, **{name: value for name, value in more.items() if not self._given[name]}})

    def maybe(self, name: str) -> str | None:
        """The value of a text option, None when it was not given and has no default."""
        value = self._given[name]
        return value if isinstance(value, str) else None

    def text(self, name: str) -> str:
        """The value of a text option that has a default."""
        return self.maybe(name) or ""

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return self._given[name] is True

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a list option or argument as they were given."""
        value = self._given[name]
        return value if isinstance(value, tuple) else ()

    def listed(self, name: str) -> tuple[str, ...]:
        """The values of a list option, cut at commas: `--select blame,policy --select vague` gives three."""
        return tuple(part.strip() for value in self.many(name) for part in value.split(",") if part.strip())


def defaults(command: Command) -> dict[str, Value]:
    """The values of a line without any option."""
    values: dict[str, Value] = {option.name: empty(option) for option in command.options}
    if command.argument:
        values[command.argument.name] = () if command.argument.many else None
    return values


def empty(option: Option) -> Value:
    """What an option is when nobody gave it."""
    if option.kind == "flag":
        return False
    return () if option.kind == "list" else option.default

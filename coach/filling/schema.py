"""The records of a template: what it is for, which values it takes, and its letters."""

from __future__ import annotations

from typing import NamedTuple

TYPES = ("name", "date", "time", "money", "number", "text", "choice")
REGISTERS = ("formal", "informal")

Written = str | int | float | bool | tuple[str, ...] | None
"""A value as YAML, JSON or a command line gives it."""


class Variable(NamedTuple):
    """A value that a template takes.

    `required` ones have no default; others may be missing, and then hold `default`. `many` values are a list of texts. `choices`
    are the words that a choice may be. `help` says in the language of the letter what is meant.
    """

    name: str
    type: str
    help: str
    example: Written
    required: bool
    default: Written
    choices: tuple[str, ...]
    many: bool
    path: str
    line: int

    @property
    def where(self) -> str:
        """The place of its declaration, path:line."""
        return f"{self.path}:{self.line}"


class Letter(NamedTuple):
    """One template file.

    `name` is "apology/late-delivery"; `use` says when to send it and `avoid` when not; `customer` is a message that it answers,
    on which `coach templates check` tries it. `bodies` maps a form of address to the template of the letter, with as many line
    ends in front as the file has, so that an error names the line of the file; a letter that fits both has only "".
    """

    name: str
    lang: str
    path: str
    title: str
    use: str
    avoid: str
    customer: str
    variables: tuple[Variable, ...]
    bodies: dict[str, str]
    own: bool

    def body(self, register: str) -> str:
        """The template for a form of address."""
        return self.bodies.get(register) or self.bodies[""]

    @property
    def registers(self) -> tuple[str, ...]:
        """The forms of address it is written in; both where it makes no difference."""
        return tuple(one for one in REGISTERS if one in self.bodies) or REGISTERS

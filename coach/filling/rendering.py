"""From a template and values to a letter, as text, Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from coach.filling.catalogue import find
from coach.filling.environment import Sandbox
from coach.filling.reading import check_names
from coach.filling.schema import Letter, Variable, Written
from coach.filling.values import read_all

FORMATS = ("text", "markdown", "html")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~&])")
BLANK_LINES = re.compile(r"\n{3,}")
SPACES = re.compile(r"[ \t]+(?=\n)|(?<=\S)[ \t]{2,}")


def fill(
    name: str,
    lang: str = "en",
    register: str = "formal",
    output_format: str = "text",
    templates: str = "",
    values: Mapping[str, Written] | None = None,
) -> str:
    """A letter with its values filled in.

    `templates` is a team's own folder. Raises UsageError for an unknown letter, TemplateError for a wrong template or value.
    """
    return render(find(name, lang, templates), register, values or {}, output_format, templates)


def render(letter: Letter, register: str, given: Mapping[str, Written], output_format: str = "text", team: str = "") -> str:
    """The same for a letter that was read."""
    sandbox = Sandbox(letter.lang, register, team, FINISH[output_format])
    values = read_all(letter, variables(sandbox, letter), given)
    text = tidy(sandbox.render(letter.body(register), letter.path, values))
    if output_format != "html":
        return text
    from markdown_it import MarkdownIt

    page: str = MarkdownIt("commonmark", {"html": False, "breaks": True}).render(text)
    return page


def variables_of(letter: Letter, register: str, team: str = "") -> dict[str, Variable]:
    """The variables of a letter in a form of address, see `variables`."""
    return variables(Sandbox(letter.lang, register, team, plain), letter)


def variables(sandbox: Sandbox, letter: Letter) -> dict[str, Variable]:
    """The variables of a letter by name, its own first, then those of what it includes.

    Raises TemplateError for a name that none of them has.
    """
    known = {variable.name: variable for variable in letter.variables}
    for included in sandbox.partials(letter):
        known |= {variable.name: variable for variable in included.variables if variable.name not in known}
    check_names(letter, known, sandbox.names_used(letter))
    return known


def tidy(text: str) -> str:
    """A letter without the blanks that branches leave behind."""
    return (
        BLANK_LINES.sub(
            "\n\n", SPACES.sub(lambda match: "" if text[match.end() : match.end() + 1] == "\n" else " ", text)
        ).strip()
        + "\n"
    )


def plain(value: Any) -> str:
    """A value in a letter of plain text."""
    return "" if value is None else str(value)


def escaped(value: Any) -> str:
    """A value in Markdown: what would be markup is text."""
    return MARKDOWN.sub(r"\\\1", plain(value)).replace("\n", "  \n")


FINISH: dict[str, Callable[[Any], str]] = {"text": plain, "markdown": escaped, "html": escaped}

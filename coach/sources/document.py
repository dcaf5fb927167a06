"""What a reader makes of a file: the texts in it that customers will read, each judged by itself.

A draft is a file with one text. An export of a help desk holds hundreds, each with a name, a language, a channel of its own.
"""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from collections.abc import Callable
from typing import NamedTuple

from coach.sources.files import Source
from coach.sources.mapped import Mapped

Escape = Callable[[str], str]
"""Writes a text as its place in the file needs it: with entities, with backslashes. Raises ValueError for one that cannot stand
there. A module's function, so that it pickles."""


class Segment(NamedTuple):
    """One text of a file.

    `text` is what the customer will read, placeholders left as they are. Where it has conditional branches, `text` is one way it
    may come out and `others` are enough further ways that every branch is in one of them; `raw` is then the text as it was read,
    statements included. `name` is the title of a macro ("" where the file is the text); `lang` and `channel` are None where the
    file does not say; `usage` counts how often it was sent; `updated` is an ISO date or "". A `retired` macro is not judged. A
    `twin` is the same text as the segment before it in another form (plain and HTML): it is mended along with it and not reported
    twice. `escapes` are applied, first to last, to a wording that is written into the file; without `writable` nothing may be
    written. `dialect` names the placeholders' syntax.
    """

    text: Mapped
    others: tuple[Mapped, ...] = ()
    raw: Mapped | None = None
    name: str = ""
    lang: str | None = None
    channel: str | None = None
    usage: int | None = None
    updated: str = ""
    retired: bool = False
    twin: bool = False
    escapes: tuple[Escape, ...] = ()
    writable: bool = True
    dialect: str = ""


class Document(NamedTuple):
    """A decoded file and the texts in it, in the order of the file."""

    source: Source
    segments: tuple[Segment, ...]


class Library(NamedTuple):
    """Where the texts of a data file (YAML, TOML, JSON, CSV) stand, told by the configuration.

    Each of `text`, `name`, `lang`, `channel`, `usage`, `updated` and `active` is a list of field names: a column of a table, or
    the path of a value with dots ("reply.body"), where * stands for any key. `markup` is what the texts are written in.
    """

    text: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    usage: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    markup: str = ""


class Reading(NamedTuple):
    """How a file is to be read, where its name and its contents do not tell.

    `markup` is "plain", "markdown" or "html"; `dialect` the syntax of placeholders; `placeholders` are the known ones
    ("order.*"), and with any of them the others are unknown.
    """

    encoding: str | None = None
    library: Library | None = None
    markup: str = ""
    dialect: str = ""
    placeholders: tuple[str, ...] = ()


PLAIN, MARKDOWN, HTML = "plain", "markdown", "html"
MARKUPS = (PLAIN, MARKDOWN, HTML)
JINJA, LIQUID, HANDLEBARS = "jinja", "liquid", "handlebars"
DIALECTS = (JINJA, LIQUID, HANDLEBARS, "zendesk", "intercom", "freshdesk", "gorgias", "helpscout", "front", "zammad")
"""Template languages, and the help desks whose placeholders are known. Zendesk and Freshdesk understand Liquid, too."""

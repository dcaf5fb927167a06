"""Which reader a file needs: told by its name, and for data files by what is in it.

Each reader is a module with `read(source, reading) -> tuple[Segment, ...]`, imported when a file needs it. Readers raise
UsageError with file:line:column for what they cannot make sense of.
"""

from __future__ import annotations

from collections.abc import Callable

from coach.sources.document import HANDLEBARS, HTML, JINJA, LIQUID, MARKDOWN, PLAIN, Document, Reading, Segment
from coach.sources.files import Source
from coach.sources.mapped import plain

Reader = Callable[[Source, Reading], tuple[Segment, ...]]

TEXTS = {".txt": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML}
TEMPLATES = {
    ".j2": JINJA, ".jinja": JINJA, ".jinja2": JINJA, ".liquid": LIQUID, ".hbs": HANDLEBARS, ".handlebars": HANDLEBARS,
    ".mustache": HANDLEBARS,
}  # fmt: skip
MAIL = ".eml"
DATA = (".json", ".yaml", ".yml", ".toml", ".csv", ".tsv")
"""Data files below a folder are read where the configuration says so, or where they are an export that is recognised."""


def read_document(source: Source, reading: Reading) -> Document:
    """The texts of a file. Raises UsageError for a file that is damaged, or holds no text that anybody can find."""
    segments = _reader(source.name, reading)(source, reading)
    return Document(source, tuple(segments))


def _reader(name: str, reading: Reading) -> Reader:
    return read_plain


def read_plain(source: Source, reading: Reading) -> tuple[Segment, ...]:
    """A file that is one text, as it stands."""
    return (Segment(plain(source.text)),)

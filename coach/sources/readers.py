"""Which reader a file needs: told by its name, and for data files by what is in it.

Each reader is a module with `read(source, reading) -> tuple[Segment, ...]`, imported when a file needs it. Readers raise
UsageError with file:line:column for what they cannot make sense of.
"""

from __future__ import annotations

import os
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
MAIL = (".eml",)
DATA = (".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".toml", ".csv", ".tsv")
"""Data files below a folder are read where the configuration says so, or where they are an export that is recognised."""


def read_document(source: Source, reading: Reading) -> Document:
    """The texts of a file. Raises UsageError for a file that is damaged, or holds no text that anybody can find."""
    suffix = suffix_of(source.name)
    dialect = reading.dialect or TEMPLATES.get(suffix, "")
    found = reader(source.name, reading)(source, reading)
    return Document(source, tuple(branched(segment._replace(dialect=segment.dialect or dialect)) for segment in found))


def reader(name: str, reading: Reading) -> Reader:
    """The reader for a file of this name."""
    suffix = suffix_of(name)
    if suffix in DATA:
        from coach.sources.data import read
    elif suffix in MAIL:
        from coach.sources.mail import read
    else:
        # A template is written in something else: mail.html.j2 comes out as HTML.
        inner = suffix_of(name[: -len(suffix)]) if suffix in TEMPLATES else suffix
        markup = reading.markup or TEXTS.get(inner, PLAIN)
        if markup == HTML:
            from coach.sources.html import read
        elif markup == MARKDOWN:
            from coach.sources.markdown import read
        else:
            return read_plain
    return read


def read_plain(source: Source, reading: Reading) -> tuple[Segment, ...]:
    """A file that is one text, as it stands."""
    return (Segment(plain(source.text)),)


def branched(segment: Segment) -> Segment:
    """The segment with every way its text may come out; most texts have no statements, and that is quickly told."""
    if "{" not in segment.text.text:
        return segment
    from coach.sources.templates import branched

    found = branched(segment)
    return segment if found is segment else found._replace(raw=segment.text)


def suffix_of(name: str) -> str:
    """The end of a file's name that tells its format, in small letters."""
    return os.path.splitext(name)[1].lower()


def holds_texts(source: Source, reading: Reading) -> bool:
    """Whether a file that nobody asked for is one of replies: a data file only when it is known to be."""
    if suffix_of(source.name) not in DATA or reading.library is not None:
        return True
    from coach.sources.data import looks_like_export

    return looks_like_export(source)

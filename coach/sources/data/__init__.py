"""Texts in data files: exports of help desks, and libraries in JSON, YAML, TOML and tables.

A library of Python reads the file into a tree (`tree.py`) that remembers where each string stands; `exports` knows the shapes of
help desks, `library` those of everybody else. `read` and `looks_like_export` are all that is used from outside.
"""

from __future__ import annotations

from collections.abc import Callable

from coach.errors import UsageError
from coach.sources.data.tree import Data, readable
from coach.sources.document import Reading, Segment
from coach.sources.files import Source

TABLES = (".csv", ".tsv")
LINES = (".jsonl", ".ndjson")
"""Names of JSON with a value on each line; told apart by nothing else, so they are read as any JSON."""


def read(source: Source, reading: Reading) -> tuple[Segment, ...]:
    """The texts of a data file in the order of the file.

    Raises UsageError with file:line:column for a file that is damaged, and with what to do for one that holds conversations
    instead of macros, or no text that can be found.
    """
    from coach.sources.data import exports, library

    data = parsed(source)
    if reading.library and reading.library.text:
        found = library.configured(data, reading, reading.library)
        if found:
            return found
    exported = exports.segments(data)
    if exported is not None:
        return exported
    exports.refuse_conversations(data)
    return library.segments(data, reading)


def looks_like_export(source: Source) -> bool:
    """Whether a file is an export of a help desk that is known; cheap for one that is not.

    One that is damaged counts, if its words are those of an export, so that reading it says what is wrong.
    """
    from coach.sources.data import exports

    if not exports.has_signs(source):
        return False
    try:
        return exports.is_export(parsed(source))
    except UsageError:
        return exports.has_signs(source, faint=False)


def parsed(source: Source) -> Data:
    """The tree of a data file, by its name. Raises UsageError with the place of what is not valid."""
    readable(source)
    return _parser(source.name)(source)


def _parser(name: str) -> Callable[[Source], Data]:
    """The reader of a format, imported when a file needs it."""
    ending = name.lower()
    if ending.endswith((".yaml", ".yml")):
        from coach.sources.data.yaml_tree import parse
    elif ending.endswith(".toml"):
        from coach.sources.data.toml_tree import parse
    elif ending.endswith(TABLES):
        from coach.sources.data.csv_table import parse
    else:
        from coach.sources.data.json_tree import parse
    return parse

"""Writing into a team's phrasebooks: a new concept to fill in, an exception taken from a sentence.

The YAML of a team is a person's text: ruamel.yaml keeps comments, order and quotes as they are.
"""

from __future__ import annotations

import io
import os
from typing import Any

from coach.errors import UsageError
from coach.languages import language
from coach.model import CATEGORIES
from coach.replacing import write_file

SKELETON = """\
# What a key means: phrasebooks/README.md; what a team's folder may change: phrasebooks/TEAM.md.
{rule}:
  phrases:
    - "replace this with words that are to be flagged"
  why: "One kind sentence for the agent: why these words hurt."
  say:
    - "A whole sentence to write instead, with [facts] in brackets."
  flag:
    - "A sentence in which you [[replace this with words that are to be flagged]]."
  pass:
    - "A sentence that looks like it and must stay silent."
"""


def team_file(folder: str, lang: str, rule: str) -> str:
    """The file of a team's folder that an entry belongs into.

    Raises UsageError for an unknown language or category.
    """
    category = rule.partition("/")[0]
    language(lang)
    if category not in CATEGORIES or "/" not in rule:
        raise UsageError(f"{rule!r} names no concept", hint=f"write category/name with one of {', '.join(CATEGORIES)}")
    return os.path.join(folder, lang, f"{category}.yaml")


def skeleton(path: str, rule: str) -> str:
    """The text of a file with a new concept at its end. Raises UsageError when the file has it already."""
    text = read(path)
    if text and rule in (parsed(text, path) or {}):
        raise UsageError(f"{rule} is there already", where=path, hint="edit it by hand")
    return f"{text.rstrip()}\n\n" * bool(text.strip()) + SKELETON.format(rule=rule)


def with_exception(path: str, rule: str, phrase: str, sentence: str) -> str:
    """The text of a file in which an entry has an exception more, and the sentence that it is for among its `pass` examples."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

    text = read(path)
    book = parsed(text, path)
    if book is None:
        book = CommentedMap()
    entry = book.setdefault(rule, CommentedMap())
    for key, value in (("unless_clause", phrase), ("pass", sentence)):
        listed = entry.setdefault(key, CommentedSeq())
        if value not in listed:
            listed.append(Quoted(value))
    stream = io.StringIO()
    writer().dump(book, stream)
    return stream.getvalue()


def writer() -> Any:
    """ruamel.yaml set to leave what it does not change as it is."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def read(path: str) -> str:
    """The text of a file, nothing where there is none."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as stream:
        return stream.read()


def save(path: str, text: str) -> None:
    """Write a file whole, or not at all; its folder need not be there. Raises UsageError."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", where=path) from None
    write_file(path, text.encode())


def parsed(text: str, path: str) -> Any:
    """The YAML of a text. Raises UsageError where it is none."""
    from ruamel.yaml.error import MarkedYAMLError

    try:
        return writer().load(text)
    except MarkedYAMLError as error:
        raise UsageError(f"not valid YAML: {error.problem}", where=path, hint="mend it before adding to it") from error

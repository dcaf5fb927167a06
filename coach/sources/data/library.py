"""Libraries of no help desk in particular: texts where the configuration says that they stand, or else where they usually do.

A text is a string under a key like "text" or "body_html", perhaps with a language behind it (text_de) or below it
(text: {de: ...}); a string under a key like "replies"; and in a file of translations every string that reads like a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from os.path import basename
from typing import TypeVar

from coach.errors import UsageError
from coach.sources.data.fields import channel, count, day, is_off, is_set, language, language_in_title
from coach.sources.data.keys import OURS, USUAL, Found, asked, ends_with, found_strings, is_text, path_of, record_of
from coach.sources.data.making import EMPTY, in_language, made, markup_of, same_words
from coach.sources.data.tree import Data, Mapping, Node, Value, plain_key, text_of
from coach.sources.document import HTML, MARKDOWN, Library, Reading, Segment

FILE_OF_LANGUAGE = re.compile(rf"(?:^|[._-])({OURS})(?:[-_][a-z]{{2}})?\.[a-z]+$", re.IGNORECASE)
"""de.yaml, macros.tr.json, en-GB.toml."""

MARKUP_KEYS = {"html": HTML, "markdown": MARKDOWN, "md": MARKDOWN}
OFF = frozenset("archived archived_at disabled retired deleted".split())
"""Fields whose yes, or date, says that a text is no longer used."""

SHOWN = 12
"""How many keys an error names."""

Told = TypeVar("Told")


def configured(data: Data, reading: Reading, library: Library) -> tuple[Segment, ...]:
    """The texts at the places that the configuration names; none if there are none."""
    paths = [path.split(".") for path in library.text]
    keys = {plain_key(path) for path in library.text}
    found = [
        one
        for one in found_strings(data.roots)
        if plain_key(str(one.node.key)) in keys or any(ends_with(one.node, path) for path in paths)
    ]
    return tuple(_segments(data, reading, found))


def segments(data: Data, reading: Reading) -> tuple[Segment, ...]:
    """The texts at the usual places. Raises UsageError for a file without any, with its keys and how to name the right ones."""
    told = FILE_OF_LANGUAGE.search(basename(data.source.name))
    lang = told[1].lower() if told else None
    found = [one._replace(lang=one.lang or lang) for one in found_strings(data.roots) if is_text(one, lang)]
    if not found or (reading.library and reading.library.text):
        raise _nothing_found(data, reading.library)
    return tuple(_segments(data, reading, found))


def _segments(data: Data, reading: Reading, texts: Iterable[Found]) -> Iterator[Segment]:
    """The segments of texts, in the order of the file; a text that comes both plain and in HTML has a twin."""
    library = reading.library or Library()
    before: tuple[Node | None, str, Segment] | None = None
    for found in texts:
        record = record_of(found)
        segment = made(data, found.string, _markup(found, reading), _known(found, record, library, reading.dialect))
        if before and before[0] is record and before[1] != found.key and before[2].lang == segment.lang:
            segment = segment._replace(twin=same_words(before[2], segment))
        yield segment
        before = record, found.key, segment


def _markup(found: Found, reading: Reading) -> str:
    """What a text is written in: as configured, as its key says, or as it looks."""
    told = (reading.library.markup if reading.library else "") or reading.markup
    return told or MARKUP_KEYS.get(found.key.rpartition("_")[2]) or markup_of(found.string.value)


def _known(found: Found, record: Node | None, library: Library, dialect: str) -> Segment:
    """What the fields around a text say of it."""
    node = found.node
    names = [asked(node, path, None if "." in path else record) for path in library.name or USUAL.name]
    name = next(filter(None, (_in_one_language(value, found.lang) for value in names)), "") or path_of(node)
    told = (language(asked(node, path)) for path in library.lang or USUAL.lang)
    lang = found.lang or next(filter(None, told), None) or language_in_title(name)
    segment = EMPTY._replace(
        name=name,
        channel=_first(channel(asked(node, path)) for path in library.channel or USUAL.channel),
        usage=_first(count(asked(node, path)) for path in library.usage or USUAL.usage),
        updated=_first(day(asked(node, path)) or None for path in library.updated or USUAL.updated) or "",
        retired=any(_says_retired(path, asked(node, path)) for path in library.active or USUAL.active),
        dialect=dialect,
    )
    return in_language(segment, lang)


def _first(told: Iterable[Told | None]) -> Told | None:
    """The first that is told at all."""
    return next((one for one in told if one is not None), None)


def _in_one_language(value: Value, lang: str | None) -> str:
    """A name, perhaps in several languages (title: {de: ..., en: ...})."""
    return text_of(value.find(lang)) if isinstance(value, Mapping) and lang else text_of(value)


def _says_retired(path: str, value: Value) -> bool:
    """Whether a field says that a text is no longer used: active is off, or archived is on."""
    return is_set(value) if plain_key(path.rpartition(".")[2]) in OFF else is_off(value)


def _nothing_found(data: Data, library: Library | None) -> UsageError:
    """The error for a file without texts that anybody can find."""
    strings = list(found_strings(data.roots))
    keys = list(dict.fromkeys(one.key for one in strings if one.key))
    wanted = ", ".join(library.text) if library else ""
    message = f"no text is found under {wanted}" if wanted else "no text is found in this file"
    if not keys:
        return UsageError(message, where=data.source.name, hint="a text stands under a key or in a column, for example text")
    likely = next((one.key for one in strings if one.key and " " in one.string.value.strip()), keys[0])
    shown = ", ".join(keys[:SHOWN]) + (" ..." if len(keys) > SHOWN else "")
    table = f'files = ["{basename(data.source.name)}"], text = ["{likely}"]'
    hint = f"its keys are {shown}; name those of the texts in coach.toml, in a table [[library]] with {table}"
    return UsageError(message, where=data.source.name, hint=hint)

"""What the keys of a library say: which of them hold texts, which name a language, and the paths of the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from coach.model import LANGUAGES
from coach.sources.data.tree import Mapping, Node, String, Value, ancestors, plain_key, walk
from coach.sources.document import Library

TEXT_KEYS = frozenset("text body content message reply answer response template html".split())
TEXT_PARTS = TEXT_KEYS | {"macro", "plain", "markdown", "comment"}
"""Two of these make the key of a text: body_text, reply_html, message_plain."""

MANY = frozenset("texts bodies messages replies answers responses templates macros snippets".split())
"""Keys of lists of texts, and of texts by their names."""

USUAL = Library(
    name=("name", "title", "key", "id"),
    lang=("lang", "language", "locale"),
    channel=("channel",),
    usage=("usage", "usage_count", "times_used"),
    updated=("updated", "updated_at", "modified", "modified_at", "last_modified"),
    active=("active", "enabled", "archived", "archived_at", "disabled", "retired", "deleted"),
)
"""The keys of what is said of a text."""

ABOUT = frozenset({*USUAL.name, *USUAL.lang, *USUAL.channel, *USUAL.usage, *USUAL.updated, *USUAL.active})
NAMES = frozenset({"name", "title"})

OURS = "|".join(LANGUAGES)
CODE_KEY = re.compile(r"([a-z]{2})(?:_[a-z]{2,4})?")
LOCALISED = re.compile(rf"(.+)_({OURS})(?:_[a-z]{{2}})?")


class Found(NamedTuple):
    """A string of a library: `key` is the one that says what it is, without language; `holder` the mapping with that key."""

    node: Node
    string: String
    key: str
    lang: str | None
    holder: Node | None


def found_strings(roots: Sequence[Value]) -> Iterator[Found]:
    """Every string that is not blank, with its key and language. Languages and places in a list are no keys."""
    for node in walk(roots):
        if isinstance(node.value, String) and node.value.value.strip():
            codes = [language_key(step) for step in ancestors(node)]
            named = next(
                (step for step, code in zip(ancestors(node), codes, strict=True) if isinstance(step.key, str) and not code), None
            )
            key, suffix = without_language(plain_key(str(named.key))) if named else ("", None)
            yield Found(node, node.value, key, suffix or next(filter(None, codes), None), (named or node).above)


def language_key(node: Node) -> str | None:
    """The language whose code is the key of a value. One that coach does not know counts beside one that it does."""
    if not isinstance(node.key, str) or node.above is None:
        return None
    code, ours = _code(node.key)
    beside = node.above.value
    if not code or ours or not isinstance(beside, Mapping):
        return code
    return code if has_our_language(beside) else None


@lru_cache(64)
def has_our_language(mapping: Mapping) -> bool:
    """Whether any key of a mapping is a language that coach knows; asked once for all of its strings."""
    return any(_code(name)[1] for name, _ in mapping.pairs)


@lru_cache(4096)
def _code(key: str) -> tuple[str | None, bool]:
    """The language whose code a key looks like, and whether coach knows it."""
    found = CODE_KEY.fullmatch(plain_key(key))
    return (found[1], found[1] in LANGUAGES) if found and found[0] not in ABOUT else (None, False)


@lru_cache(4096)
def without_language(key: str) -> tuple[str, str | None]:
    """A key like text_de as "text" and "de"; any other as it is."""
    found = LOCALISED.fullmatch(key)
    return (found[1], found[2]) if found and is_text_key(found[1]) else (key, None)


def is_text_key(key: str) -> bool:
    """Whether a key says that its value is a text."""
    first, _, last = key.rpartition("_")
    return key in TEXT_KEYS or last == "html" or (first in TEXT_PARTS and last in TEXT_PARTS)


def has_text_key(holder: Node | None) -> bool:
    """Whether a mapping has a text under a key of its own, so that its other strings are something else."""
    mapping = holder.value if holder else None
    return isinstance(mapping, Mapping) and names_texts(mapping)


@lru_cache(64)
def names_texts(mapping: Mapping) -> bool:
    """Whether any key of a mapping says that its value is a text; asked once for all of its strings."""
    return any(is_text_key(without_language(plain_key(key))[0]) for key, _ in mapping.pairs)


def is_text(found: Found, lang: str | None) -> bool:
    """Whether a string is a text: by its key, or by its looks in a file of translations (into `lang`, where its name says so)."""
    if is_text_key(found.key) or (isinstance(found.node.key, int) and found.key in MANY):
        return True
    translated = bool(found.lang or lang)
    if found.key in ABOUT and not (translated and found.key in NAMES):
        return False
    if " " not in found.string.value.strip() or has_text_key(found.holder):
        return False
    return translated or named_by_key(found)


def named_by_key(found: Found) -> bool:
    """Whether the key of a text is its name: macros: {delay: ...}; or says which form it is: reply: {formal: ...}."""
    key = plain_key(found.holder.key) if found.holder and isinstance(found.holder.key, str) else ""
    return key in MANY or is_text_key(key)


def record_of(found: Found) -> Node | None:
    """The mapping that says more of a text: the one with its key, or one further out where that is a form of the text."""
    record = found.holder
    while record and isinstance(record.key, str) and is_text_key(plain_key(record.key)):
        record = record.above
    return record


def path_of(node: Node) -> str:
    """The keys that lead to a text, but for languages, its own key where that says only that it is one, and the document."""
    steps = [step for step in ancestors(node) if step.above and not language_key(step)]
    keys = [str(step.key + 1) if isinstance(step.key, int) else step.key for step in steps]
    return ".".join(key for key in reversed(keys) if not is_text_key(without_language(plain_key(key))[0]))


def ends_with(node: Node, parts: Sequence[str]) -> bool:
    """Whether the way to a value ends with the keys of a path. Languages and places in a list need not be in it; * is any key."""
    left = {len(parts)}  # how many keys of the path are still to be found, further out
    for step in ancestors(node):
        if step.above is None:
            return False
        own = plain_key(step.key) if isinstance(step.key, str) else None
        passed = left if own is None or language_key(step) else set()
        left = {count - 1 for count in left if parts[count - 1] == "*" or plain_key(parts[count - 1]) == own} | passed
        if 0 in left:
            return True
    return False


def asked(node: Node, path: str, outermost: Node | None = None) -> Value:
    """The value at a path, counted from the nearest mapping around a text that has it; up to `outermost`, if that is given.

    A * in the path is the key that leads to the text.
    """
    parts = path.split(".")
    way: list[str | int] = []
    for step in ancestors(node):
        value = _child(step.value, path)
        if value is None and len(parts) > 1:
            value = _below(step.value, parts, way)
        if value is not None:
            return value
        if step is outermost:
            return None
        way.insert(0, step.key)
    return None


def _below(value: Value, parts: Sequence[str], way: Sequence[str | int]) -> Value:
    """The value at a path below another; `way` are the keys from there to the text, which lists and * follow."""
    left = list(way)
    if not left:
        return None
    for part in parts:
        while isinstance(value, list) and left and part != "*":
            value = _child(value, left.pop(0))
        key = left[0] if part == "*" and left else part
        left = left[1:] if left and left[0] == key else []
        value = _child(value, key)
    return value


def _child(value: Value, key: str | int) -> Value:
    if isinstance(value, list):
        return value[key] if isinstance(key, int) and key < len(value) else None
    return value.find(str(key)) if isinstance(value, Mapping) else None

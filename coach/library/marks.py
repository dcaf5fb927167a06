"""Marks of a language in titles and paths: "Refund [DE]", "de::Storno", macros/de/refund.md, refund.de.md, refund_de.txt."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.sources.data.fields import LANGUAGE_NAMES

CODES = frozenset("en de ru tr fr es it nl pl pt cs da sv".split())
"""Languages that a mark may name, the four of coach and some that stand beside them in a library."""

REGION = r"([a-z]{2})(?:[-_]([a-z]{2}))?"
TITLE_JOINTS = r"\s*(?:::|[|/:()\[\]{}]|(?<=\s)[-–—](?=\s)|_)\s*"
FILE_JOINTS = r"[._\- ]"
LAST_CAPITALS = r"\s([A-Z]{2})$"


class Marked(NamedTuple):
    """A name without its mark, and the locale that the mark names, "" without one."""

    name: str
    locale: str


def locale_of(word: str) -> str:
    """The locale that a word names: "de", "de-at", "deutsch"; "" for any other word."""
    folded = word.strip().lower()
    found = compiled(REGION).fullmatch(folded)
    if found and found[1] in CODES:
        return f"{found[1]}-{found[2]}" if found[2] else found[1]
    return LANGUAGE_NAMES.get(folded, "")


@lru_cache(4096)
def title(written: str) -> Marked:
    """The title of a macro without the mark of its language, and without what joins the mark to it."""
    joints = [match.span() for match in compiled(TITLE_JOINTS).finditer(written)]
    starts, ends = [0, *(end for _, end in joints)], [*(start for start, _ in joints), len(written)]
    parts = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    for number, (start, end) in enumerate(parts):
        locale = locale_of(written[start:end])
        if locale and len(parts) > 1:
            is_last = number + 1 == len(parts)
            left, right = (parts[number - 1][1], len(written)) if is_last else (start, parts[number + 1][0])
            return Marked((written[:left] + written[right:]).strip("[({ "), locale)
    last = compiled(LAST_CAPITALS).search(written)
    if last and last[1].lower() in CODES:
        return Marked(written[: last.start()], last[1].lower())
    return Marked(written, "")


def key(name: str) -> str:
    """A name in one spelling, so that "Refund_request" and "refund request" are one."""
    return " ".join(compiled(r"[^\W_]+").findall(name.casefold()))


@lru_cache(4096)
def path(written: str) -> tuple[tuple[str, ...], str]:
    """The parts of a path without marks of a language, and the locale; a mark in the name of the file beats one of a folder."""
    *folders, file = [part for part in written.replace("\\", "/").split("/") if part not in ("", ".")] or [""]
    locale = ""
    kept: list[str] = []
    for folder in folders:
        marked = locale_of(folder)
        locale = marked or locale
        kept.append("*" if marked else folder)
    stem, dot, ending = file.rpartition(".")
    stem, ending = (stem, ending) if dot else (file, "")
    bare, marked = file_stem(stem)
    return (*kept, f"{bare}.{ending}" if ending else bare), marked or locale


def file_stem(stem: str) -> tuple[str, str]:
    """The name of a file without its ending and mark, and the locale that the mark names: at its end, or at its beginning."""
    found = compiled(rf"(?i)^(?:(.*?){FILE_JOINTS})?([a-z]{{2}}(?:[-_][a-z]{{2}})?)$").match(stem)
    if found and locale_of(found[2]):
        return found[1] or "*", locale_of(found[2])
    found = compiled(rf"(?i)^([a-z]{{2}}){FILE_JOINTS}(.+)$").match(stem)
    if found and locale_of(found[1]):
        return found[2], locale_of(found[1])
    return stem, ""

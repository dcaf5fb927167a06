"""The compiled phrasebooks on disk, in the user's cache folder.

A file is named after its language and the contents it was made from; a mark and a checksum in front tell a damaged one, which is
rebuilt without a word. It is written beside its place and moved there, so that two processes never see half of one.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from coach.paths import PACKAGE
from coach.phrasebook.paths import book_files, cache_folder, partial_files, team_files

FORMAT = b"coach-book-20\n"
"""Changes whenever the compiled form does."""


KEPT = 4
"""How many compiled books a language may have: versions and checkouts side by side, but no endless heap."""


def silent(message: str) -> None:
    """Progress that nobody wants to see."""


def load_tables(lang: str, progress: Callable[[str], None] = silent, team: str = "") -> Any:
    """The compiled tables of a language: from the cache, or compiled now and put there.

    `team` is the folder of a team's own phrasebooks; `progress` gets one line before a compile, and one when the cache cannot be
    written.
    """
    contents = [read(path) for path in (*book_files(lang), *partial_files(lang), *team_files(team, lang))]
    path = os.path.join(cache_folder(), f"{lang}-{key(lang, contents)}.book")
    tables = read_tables(path)
    if tables is None:
        tables = compile_tables(lang, progress, team)
        write(path, lang, tables, progress)
    return tables


def read(path: str) -> bytes:
    """The bytes of a phrasebook file."""
    with open(path, "rb") as stream:
        return stream.read()


def key(lang: str, contents: Sequence[bytes]) -> str:
    """What a compiled book depends on, in 24 hexadecimal digits: the books, the compiler's own code, this Python.

    Two different checksums and the length are enough to tell an edit (nobody forges a phrasebook in their own cache), and
    unlike hashlib zlib is loaded in no time.
    """
    parts = (FORMAT, lang.encode(), sys.version.encode(), *contents, *(read(path) for path in compiler_sources(lang)))
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return f"{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}{len(whole):08x}"


def compiler_sources(lang: str) -> list[str]:
    """The modules whose change changes what is compiled: the version number of a checkout does not tell."""
    compiling = [("phrasebook", name) for name in ("atoms", "compiler", "groups", "notation", "symbols", "tables", "vocabulary")]
    spelling = [("languages", name) for name in (lang, "base", "forms", "turkish")]
    return [os.path.join(PACKAGE, folder, f"{name}.py") for folder, name in (*compiling, *spelling)]


def read_tables(path: str) -> Any:
    """The tables in a cache file, or None when there is none or it is damaged."""
    try:
        data = read(path)
        checksum = len(FORMAT) + 4
        if data[: len(FORMAT)] != FORMAT or data[len(FORMAT) : checksum] != zlib.crc32(data[checksum:]).to_bytes(4, "big"):
            return None
        return marshal.loads(data[checksum:])
    except (OSError, ValueError, EOFError, TypeError):
        return None


def compile_tables(lang: str, progress: Callable[[str], None], team: str) -> Any:
    """The tables compiled from the phrasebooks."""
    from coach.languages import language
    from coach.phrasebook.compiler import compile_book, packed
    from coach.phrasebook.team import load_book

    progress(f"compiling the {language(lang).name} phrasebooks (once, a few seconds) ...")
    return packed(compile_book(load_book(lang, team)))


def write(path: str, lang: str, tables: Any, progress: Callable[[str], None]) -> None:
    """Put the tables into the cache and drop older ones of the language; a cache that cannot be written is only a hint."""
    from coach.replacing import beside

    data = marshal.dumps(tables)
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with beside(path, FORMAT + zlib.crc32(data).to_bytes(4, "big") + data, lasting=False) as new:
            os.replace(new, path)
        books = [
            os.path.join(folder, name) for name in os.listdir(folder) if name.startswith(f"{lang}-") and name.endswith(".book")
        ]
        for old in sorted(books, key=os.path.getmtime)[:-KEPT]:
            os.unlink(old)
    except OSError as error:
        progress(
            f"the phrasebooks could not be kept in {folder} ({error.strerror}): each run compiles anew; "
            "set COACH_CACHE_DIR to a writable folder"
        )

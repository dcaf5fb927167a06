"""Which files are meant: paths, folders with everything below them, patterns, addresses of object storage, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.errors import UsageError
from coach.expressions import compiled

STDIN = "-"
ENDINGS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".vtt", ".srt", ".txt", ".log")
PACKED = (".gz", ".zst")
URL = r"(?i)[a-z][a-z0-9+.-]+://"
"""What is not a path on this machine; a drive letter of Windows is one character."""


class Found(NamedTuple):
    """A file to be read. `named` says that a person gave its path: what cannot be read is then an error, else a trouble."""

    path: str
    named: bool


def is_url(path: str) -> bool:
    """Whether the path is an address such as s3://bucket/name."""
    return compiled(URL).match(path) is not None


def files(paths: Sequence[str]) -> Iterator[Found]:
    """The files of the paths, each once, those of a folder sorted.

    Of folders only files with known endings are taken, and nothing hidden. Raises UsageError for a path that does not exist, and
    for a folder or a pattern without conversations.
    """
    seen: set[str] = set()
    for path in paths:
        for found in meant(path):
            real = found.path if path == STDIN or is_url(path) else os.path.realpath(found.path)
            if real not in seen:
                seen.add(real)
                yield found


def meant(path: str) -> Iterator[Found]:
    """The files of one path. Raises UsageError."""
    if path == STDIN or is_url(path):
        yield Found(path, named=True)
    elif os.path.isdir(path):
        yield from folder(path)
    elif os.path.exists(path):
        yield Found(path, named=True)
    elif any(sign in path for sign in "*?["):
        yield from pattern(path)
    else:
        raise UsageError("no such file or folder", where=path)


def folder(path: str) -> Iterator[Found]:
    """The files below a folder. Raises UsageError where there are none."""
    none = True
    for root, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(root, name)
            if is_known(name) and not waits(path):
                none = False
                yield Found(path, named=False)
    if none:
        raise UsageError("no conversations in this folder", where=path, hint=f"looked for files that end in {', '.join(ENDINGS)}")


def pattern(path: str) -> Iterator[Found]:
    """The files that match a pattern with *, ? and **. Raises UsageError where there are none."""
    from glob import iglob

    matches = sorted(iglob(path, recursive=True))
    if not matches:
        raise UsageError("no file matches this pattern", where=path)
    for match in matches:
        if os.path.isdir(match):
            yield from (folder(match) if has_files(match) else ())
        elif not waits(match):
            yield Found(match, named=False)


def waits(path: str) -> bool:
    """Whether a path is a pipe or a device, from which nothing may ever come: it is only read when a person names it."""
    return os.path.exists(path) and not os.path.isfile(path)


def has_files(path: str) -> bool:
    """Whether there is anything to read below a folder."""
    return any(is_known(name) for _, _, names in os.walk(path) for name in names)


def is_known(name: str) -> bool:
    """Whether a file in a folder may hold conversations, by its name."""
    return not name.startswith(".") and without_packing(name).endswith(ENDINGS)


def without_packing(name: str) -> str:
    """The name in lower case and without .gz or .zst."""
    lower = name.lower()
    return next((lower.removesuffix(ending) for ending in PACKED if lower.endswith(ending)), lower)


def total_size(paths: Sequence[str]) -> int | None:
    """The bytes of all files as they lie on the disk, which is what `progress` counts; None where that is not known beforehand
    (standard input, pipes, object storage). Raises UsageError as `files` does.
    """
    found = [one.path for one in files(paths)]
    if any(path == STDIN or is_url(path) or not os.path.isfile(path) for path in found):
        return None
    return sum(os.path.getsize(path) for path in found)

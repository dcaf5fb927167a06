"""What a review must not write over: the conversations it reads, the results it keeps, and what people have filled in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from coach.errors import UsageError
from coach.sources.files import reason

MAGIC, PLACE = b"DUCK", 8
"""What a DuckDB file has, and behind how many bytes."""


def unharmed(targets: Mapping[str, str | None], kept: Mapping[str, str]) -> None:
    """Raises UsageError where a file that is to be written (by the option that names it) is one of `kept`, which says why, or one
    that another option names, or where there is no folder for it.
    """
    taken = {identity(path): why for path, why in kept.items()}
    for option, path in targets.items():
        if not path or (os.path.exists(path) and not os.path.isfile(path)):
            continue  # a pipe or /dev/null takes everything
        folder = os.path.dirname(path)
        if folder and not os.path.isdir(folder):
            raise UsageError(f"{option} cannot be written: there is no folder {folder}", where=path, hint="make the folder first")
        same = identity(path)
        if same in taken:
            raise UsageError(f"{option} would write over this file: {taken[same]}", where=path, hint="name another file")
        taken[same] = f"so does {option}"


def identity(path: str) -> tuple[int, int] | str:
    """What all names of a file have in common, links and capitals included."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return os.path.abspath(path)
    return (found.st_dev, found.st_ino)


def read_from(paths: Sequence[str]) -> Iterator[str]:
    """The files on this machine that paths mean. Raises UsageError for a path that does not exist."""
    from coach.review.sources.listing import files

    return (found.path for found in files(paths))


def kept_by(store: str) -> Iterator[str]:
    """The files that a store is made of.

    Raises UsageError for one that does not begin like DuckDB's: DuckDB shows any other table as a view, and what is written then
    is gone at the end.
    """
    from coach.review.scoring.pseudonyms import beside

    try:
        if os.path.isfile(store):
            with open(store, "rb") as file:
                start = file.read(PLACE + len(MAGIC))
            if start[PLACE:] != MAGIC:
                raise UsageError("this is no review file", where=store, hint="name another file with --store")
    except OSError as error:
        raise UsageError(f"cannot be read: {reason(error)}", where=store) from None
    yield from filter(None, (store, beside(store), f"{store}.wal"))


def not_filled_in(path: str, data: bytes) -> None:
    """Raises UsageError where another sample is there already: two people may have worked on it for hours."""
    try:
        if not os.path.isfile(path):
            return
        with open(path, "rb") as file:
            same = file.read() == data
    except (OSError, ValueError):
        return  # writing it will say what is wrong
    if not same:
        hint = "people may have filled it in: name another file with --sample-file, or delete it"
        raise UsageError("there is a file already", where=path, hint=hint)

"""From rows to conversations, in memory that does not grow with the file.

Rows of a conversation usually stand together and can be passed on as soon as the next one begins; but an export sorted by time
mixes them, and a conversation that has been passed on cannot be taken back. So the ids are read once before: 8 bytes a stretch of
rows tell which conversations come back. Only their rows wait, in a temporary file of their own, until all of the file is read.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.review.record import Turn
from coach.review.sources.turning import Rows

PART = 4_000_000
"""Bytes of a file whose waiting rows are put together at a time."""
PARTS = 256

Row = tuple[str, Turn | None, tuple[str, ...]]
Hashes = npt.NDArray[np.int64]


class Gathered(NamedTuple):
    """The rows of one conversation in the order of the file: its turns, how many rows were left out, what the rows say of it."""

    id: str
    turns: list[Turn]
    left_out: int
    about: tuple[str, ...]


def gathered(ids: Iterable[list[str]], rows: Iterator[Rows], size: int) -> Iterator[Gathered]:
    """The conversations of a table: those whose rows stand together as they come, the others at the end.

    `ids` gives the ids of all rows, in blocks, or of each stretch of them; `rows` the rows. `size` is that of the file in bytes.
    """
    apart = coming_back(ids)
    if not len(apart):
        yield from stretches(chain.from_iterable(zip(*block, strict=True) for block in rows))
        return
    with Waiting(1 + min(size // PART, PARTS - 1)) as waiting:
        yield from stretches(chain.from_iterable(waiting.sort(block, apart) for block in rows))
        yield from waiting.conversations()


def coming_back(ids: Iterable[list[str]]) -> Hashes:
    """The sorted hashes of the ids that have rows in several places. Two ids of one hash only make both of them wait."""
    found = array("q")
    last = None
    for block in ids:
        stretch = [one for one, _ in groupby(block)]
        if stretch and stretch[0] == last:
            del stretch[0]
        if stretch:
            last = stretch[-1]
        found.extend(map(hash, stretch))
    ordered = np.frombuffer(found, np.int64).copy()
    ordered.sort()
    return np.unique(ordered[1:][ordered[1:] == ordered[:-1]])


def stretches(rows: Iterable[Row]) -> Iterator[Gathered]:
    """The conversations of rows that stand together."""
    current: str | None = None
    turns: list[Turn] = []
    left_out = 0
    about: tuple[str, ...] = ()
    for one, turn, said in rows:
        if one != current:
            if current is not None:
                yield Gathered(current, turns, left_out, about)
            current, turns, left_out, about = one, [], 0, said
        elif said != about:
            about = tuple(first or second for first, second in zip(about, said, strict=True))
        if turn is None:
            left_out += 1
        else:
            turns.append(turn)
    if current is not None:
        yield Gathered(current, turns, left_out, about)


class Waiting:
    """The rows of conversations that come back, on the disk, in as many parts as it takes to hold one of them in memory."""

    def __init__(self, parts: int) -> None:
        """`parts` files, without names and gone with the process."""
        self._files: list[IO[bytes]] = [TemporaryFile() for _ in range(parts)]  # noqa: SIM115 (closed by __exit__)

    def __enter__(self) -> Waiting:
        return self

    def __exit__(self, *error: object) -> None:
        for file in self._files:
            file.close()

    def sort(self, block: Rows, apart: Hashes) -> Iterator[Row]:
        """The rows of a block that stand together; those of the conversations `apart` are kept back."""
        hashes = np.fromiter(map(hash, block.ids), np.int64, len(block.ids))
        places = np.minimum(np.searchsorted(apart, hashes), len(apart) - 1)
        kept: dict[int, list[Row]] = {}
        back = (apart[places] == hashes).tolist()
        parts = (hashes % len(self._files)).tolist()
        for row, waits, part in zip(zip(*block, strict=True), back, parts, strict=True):
            if waits:
                kept.setdefault(part, []).append(row)
            else:
                yield row
        for part, some in kept.items():
            pickle.dump(some, self._files[part], pickle.HIGHEST_PROTOCOL)

    def conversations(self) -> Iterator[Gathered]:
        """The conversations, those of a part in the order of their first rows."""
        for file in self._files:
            together: dict[str, list[Row]] = {}
            file.seek(0)
            for row in chain.from_iterable(unpickled(file)):
                together.setdefault(row[0], []).append(row)
            for rows in together.values():
                yield from stretches(rows)


def unpickled(file: IO[bytes]) -> Iterator[Any]:
    """Everything that was written to a file of ours."""
    while True:
        try:
            yield pickle.load(file)  # noqa: S301 (a nameless file that only this process has open)
        except EOFError:
            return

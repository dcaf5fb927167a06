"""The compiled form of a book on disk, and reading it bit by bit.

A check of one draft asks for a hundred words and a few dozen phrases out of twenty thousand words and ten thousand phrases. So
what is asked for by key is stored packed, and unpacked when it is first asked for.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from coach.phrasebook.symbols import LOWEST_ATOM

BUCKETS = 1024
"""Among how many packets the words of a language are spread."""

ALONE = -1
"""Stands for the number of a set of atoms where a phrase needs no second word."""

Prefixes = dict[str, tuple[tuple[str, str], ...]]
Packets = tuple[bytes, ...]
Wordings = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Neutral, formal, informal."""

Tables = tuple[
    str,
    Packets,
    frozenset[str],
    Prefixes,
    dict[str, str],
    str,
    Packets,
    tuple[Packets, ...],
    Packets,
    tuple[Any, ...],
    Packets,
    str,
]
"""Language, words, shapes, prefixes, suffixes, sets of atoms, classes, anchors, phrases, entries, their `unless`, names."""

ZEROS = str.maketrans("123456789", "000000000")
"""Gives the shape of a number or code: every digit a 0."""


class Buckets:
    """Words and their atoms, spread over packets by a checksum of the word."""

    def __init__(self, packets: Packets) -> None:
        self.packets = packets
        self.opened: dict[int, dict[str, str]] = {}

    def atoms(self, key: str) -> str:
        """The atoms of a word, none for an unknown one."""
        number = bucket(key)
        words = self.opened.get(number)
        if words is None:
            self.opened[number] = words = marshal.loads(self.packets[number])
        return words.get(key, "")


class Packed(dict[int, Any]):
    """Records by number, unpacked when they are first asked for."""

    def __init__(self, packets: Packets) -> None:
        super().__init__()
        self.packets = packets

    def __missing__(self, number: int) -> Any:
        """The record, kept."""
        self[number] = record = marshal.loads(self.packets[number])
        return record


class Anchored(NamedTuple):
    """The numbers of the phrases that an atom is an anchor of: those that need no other word, and the others by each atom that
    gives them the next word they need.
    """

    alone: tuple[int, ...]
    beside: dict[str, list[int]]


class Anchors(dict[str, Anchored]):
    """For each atom the phrases it is an anchor of, unpacked when they are first asked for."""

    def __init__(self, packets: Packets, sets: Mapping[int, frozenset[str]]) -> None:
        """`sets` has the sets of atoms by number."""
        super().__init__()
        self.packets = packets
        self.sets = sets

    def __missing__(self, sign: str) -> Anchored:
        """The phrases, kept; none for a punctuation mark."""
        place = ord(sign) - LOWEST_ATOM
        packet = self.packets[place] if 0 <= place < len(self.packets) else b""
        packed: dict[int, tuple[int, ...]] = marshal.loads(packet) if packet else {}
        alone = packed.pop(ALONE, ())
        beside: dict[str, list[int]] = {}
        for need, numbers in packed.items():
            for atom in self.sets[need]:
                beside.setdefault(atom, []).extend(numbers)
        self[sign] = anchored = Anchored(alone, beside)
        return anchored


def bucket(key: str) -> int:
    """The number of the packet a word is in; the same in every process, unlike hash()."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % BUCKETS


def pack_words(forms: Mapping[str, str]) -> Packets:
    """Words and their atoms as packets for `Buckets`."""
    spread: list[dict[str, str]] = [{} for _ in range(BUCKETS)]
    for key, atoms in forms.items():
        spread[bucket(key)][key] = atoms
    return tuple(map(marshal.dumps, spread))


def shapes(forms: Iterable[str]) -> frozenset[str]:
    """The shapes of the words with digits: a number or code of another shape is none of them."""
    return frozenset(key.translate(ZEROS) for key in forms if any(map(str.isdigit, key)))


def pack_anchors(anchors: Mapping[str, Mapping[int, Iterable[int]]]) -> Packets:
    """For each atom its phrases by the set of atoms they need next (ALONE without one), as packets for `Anchors`."""
    highest = max(map(ord, anchors), default=LOWEST_ATOM - 1)
    found = (anchors.get(chr(place)) for place in range(LOWEST_ATOM, highest + 1))
    return tuple(marshal.dumps({need: tuple(some) for need, some in by.items()}) if by else b"" for by in found)


def pack_sets(sets: Iterable[Iterable[str]]) -> str:
    """Sets of atoms in one string, a line each: a single string is read faster than thousands."""
    return "\n".join("".join(sorted(atoms)) for atoms in sets)


def pack_records(records: Iterable[Any]) -> Packets:
    """Records as packets for `Packed`."""
    return tuple(marshal.dumps(plain(record)) for record in records)


def plain(record: Any) -> Any:
    """Named tuples as plain tuples, all the way down: marshal knows no others."""
    if isinstance(record, tuple):
        return tuple(plain(item) for item in record)
    return record

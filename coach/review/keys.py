"""The keys of millions of conversations in little memory: which of them were met in this run."""

from __future__ import annotations

from array import array

FREE = -1
"""A slot without a key."""


class Keys:
    """A set of keys (63 bits, evenly spread) in 8 to 24 bytes each: a `set` takes ten times as much for millions of them."""

    def __init__(self) -> None:
        self._slots = array("q", [FREE]) * 1024
        self._count = 0

    def add(self, key: int) -> bool:
        """Put a key in; False if it is there already."""
        if 3 * self._count > 2 * len(self._slots):
            old = self._slots
            self._slots = array("q", [FREE]) * (2 * len(old))
            for one in old:
                if one != FREE:
                    self._slots[self._place(one)] = one
        place = self._place(key)
        if self._slots[place] == key:
            return False
        self._slots[place] = key
        self._count += 1
        return True

    def _place(self, key: int) -> int:
        """Where a key is, or where it belongs."""
        slots, last = self._slots, len(self._slots) - 1
        place = key & last
        while slots[place] not in (FREE, key):
            place = (place + 1) & last
        return place

"""Pseudonyms for agents: "Agent 1", "Agent 2" ... the same in every run, because a file beside the store keeps who is who.

That file names people, and so only its owner may read it. Whoever deletes it makes the store anonymous; from then on the numbers
begin after those that the store has, which the caller tells by `taken`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from coach.errors import UsageError
from coach.expressions import compiled
from coach.replacing import write_file

SCHEMA_VERSION = 1
ENDING = ".names.json"
PSEUDONYM = r"Agent ([1-9][0-9]*)"
AGAIN = "restore it from a backup, or delete it: agents then get new numbers"


def beside(store: str) -> str:
    """Where the names of a store are kept; "" for a store in memory."""
    return "" if store in ("", ":memory:") else f"{store}{ENDING}"


class Pseudonyms:
    """Gives each name its pseudonym. Call it with a name; `save` keeps what is new.

    Names that differ only in capitals and spaces are one agent. Who has no name gets none.
    """

    def __init__(self, path: str = "", taken: Iterable[str] = ()) -> None:
        """`path` is the file ("" for none), which need not be there; `taken` are pseudonyms that must not be given anew.

        Raises UsageError for a file that is not one of names.
        """
        self.path = path
        self._names = load(path) if path else {}
        self._by_folded = {folded(name): pseudonym for name, pseudonym in self._names.items()}
        found = (compiled(PSEUDONYM).fullmatch(pseudonym) for pseudonym in (*taken, *self._names.values()))
        self._last = max((int(match[1]) for match in found if match), default=0)
        self._kept = len(self._names)

    def __call__(self, name: str) -> str:
        """The pseudonym of a name; "" stays ""."""
        key = folded(name)
        if not key:
            return ""
        if key not in self._by_folded:
            self._last += 1
            self._names[" ".join(name.split())] = self._by_folded[key] = f"Agent {self._last}"
        return self._by_folded[key]

    def names(self) -> dict[str, str]:
        """The names by pseudonym."""
        return {pseudonym: name for name, pseudonym in self._names.items()}

    def save(self) -> None:
        """Write the file where there is something new in it, readable by its owner only. Raises UsageError."""
        if not self.path or len(self._names) == self._kept:
            return
        written = {"schema_version": SCHEMA_VERSION, "names": self._names}
        write_file(self.path, (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode(), private=True)
        self._kept = len(self._names)


def folded(name: str) -> str:
    """What a name is recognised by."""
    return " ".join(name.split()).casefold()


def load(path: str) -> dict[str, str]:
    """The pseudonyms by name of a file; none where there is no file. Raises UsageError for anything else."""
    try:
        with open(path, encoding="utf-8") as stream:
            read = json.load(stream)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=path) from None
    except (ValueError, RecursionError):
        raise UsageError("this is no file of names", where=path, hint=AGAIN) from None
    version = read.get("schema_version") if isinstance(read, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise UsageError(f"written by a newer coach (schema_version {version})", where=path, hint="update coach")
    names = read.get("names") if version == SCHEMA_VERSION else None
    if not isinstance(names, dict) or not all(isinstance(own, str) for own in names.values()):
        raise UsageError("this is no file of names", where=path, hint=AGAIN)
    if len(set(names.values())) < len(names):
        raise UsageError("two names have one pseudonym", where=path, hint=AGAIN)
    return dict(names)

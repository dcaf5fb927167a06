"""The baseline: a file of the findings that are known and not shown again, until they are mended.

One JSON object a line, a header and then an entry for each known fault. It is made to be merged: entries that come twice add up,
their order does not matter when it is read, and it is written sorted, so that the same findings give the same bytes.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from coach.errors import UsageError
from coach.expressions import compiled
from coach.model import Finding

SCHEMA_VERSION = 1
MARKERS = r"<{7}|={7}|>{7}|\|{7}"
FINGERPRINT = r"[0-9a-f]{64}"
MAIL = r"\S+@\S+"
LONGEST = 80
"""Characters of the flagged words that are noted for the reader of the file."""

AGAIN = "write the file anew with --write-baseline"
MERGE = "take out the lines of git with <<<<<<<, ======= and >>>>>>> and keep the entries of both sides; equal ones add up"


class Entry(NamedTuple):
    """A known fault of a file and how often it is there. `text` only tells a reader what it is about."""

    path: str
    rule: str
    fingerprint: str
    times: int
    text: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What an entry is recognised by."""
        return self.path, self.rule, self.fingerprint


Key = tuple[str, str, str]
Selected = Callable[[str], bool]


def everything(rule: str) -> bool:
    """The choice of a run that looks for every rule."""
    return True


class Baseline:
    """The known findings, and what a run has met of them. Files may come in any order, one after the other."""

    def __init__(self, entries: Iterable[Entry] = (), selected: Selected = everything) -> None:
        """`selected` says of a rule whether this run looks for it: what it does not look for is not gone."""
        self._known: Counter[Key] = Counter()
        self._texts: dict[Key, str] = {}
        for entry in entries:
            self._known[entry.key] += entry.times
            self._texts[entry.key] = first(entry.text, self._texts.get(entry.key, ""))
        self._left = Counter(self._known)
        self._found: Counter[Key] = Counter()
        self._checked: set[str] = set()
        self._selected = selected

    def take(self, path: str, findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings of a file that are new, and those that are known; of equal ones the last are new.

        `path` is that of the project (`fingerprints.project_path`); the origin of each finding has its fingerprint.
        """
        self._checked.add(path)
        shown: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            key = (path, finding.rule, finding.origin.fingerprint)
            words = redacted(finding.text)
            self._texts[key] = first(words, self._texts[key]) if key in self._found else words
            self._found[key] += 1
            if self._left[key] > 0:
                self._left[key] -= 1
                known.append(
                    finding._replace(origin=finding.origin._replace(suppressed_by="baseline", baseline_state="unchanged"))
                )
            else:
                shown.append(finding._replace(origin=finding.origin._replace(baseline_state="new")))
        return shown, known

    def gone(self, folders: Iterable[str] = (), root: str = "") -> list[Entry]:
        """What the baseline knows and this run did not meet, with how often it is missing.

        A file that was not checked is gone when it is no more and was to be looked for in one of the checked `folders`, which,
        like the paths of entries, count from `root`.
        """
        below = tuple("" if folder in ("", ".") else folder.rstrip("/") + "/" for folder in folders)
        deleted = {
            path
            for path in {key[0] for key in self._left} - self._checked
            if path.startswith(below) and not os.path.exists(os.path.join(root, path))
        }
        looked_at = self._checked | deleted
        return self._entries({k: n for k, n in self._left.items() if k[0] in looked_at and self._selected(k[1])})

    def pruned(self, folders: Iterable[str] = (), root: str = "") -> list[Entry]:
        """The entries without what is gone."""
        missing = Counter({entry.key: entry.times for entry in self.gone(folders, root)})
        return self._entries(self._known - missing)

    def renewed(self, folders: Iterable[str] = (), root: str = "") -> list[Entry]:
        """The entries of everything that was found; what this run did not look at stays."""
        return self._entries(Counter({entry.key: entry.times for entry in self.pruned(folders, root)}) | self._found)

    def _entries(self, counts: dict[Key, int]) -> list[Entry]:
        """The counts as entries, sorted."""
        return [Entry(*key, count, self._texts[key]) for key, count in sorted(counts.items()) if count > 0]


def first(one: str, other: str) -> str:
    """Of two wordings of a fault the first of the alphabet that says anything: their order must not matter."""
    return min(filter(None, (one, other)), default="")


def redacted(words: str) -> str:
    """Flagged words without what may be somebody's: mail addresses and numbers."""
    if "@" in words:
        words = compiled(MAIL).sub("[mail]", words)
    return compiled(r"\d").sub("#", " ".join(words.split()))[:LONGEST]


def dump(entries: Iterable[Entry], version: str) -> bytes:
    """The bytes of a baseline; `version` is that of the program."""
    lines: list[dict[str, object]] = [{"schema_version": SCHEMA_VERSION, "tool": "coach", "version": version}]
    for entry in sorted(entries):
        line: dict[str, object] = {
            "rule": entry.rule,
            "path": entry.path,
            "fingerprint": entry.fingerprint,
            "count": entry.times,
        }
        lines.append({**line, "text": entry.text} if entry.text else line)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8", "backslashreplace")


def load(data: bytes, name: str) -> list[Entry]:
    """The entries of a baseline file called `name`, in its order.

    Raises UsageError with file:line for a merge that is not finished, and for anything that is no baseline.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"not valid UTF-8 at byte {error.start}", where=name, hint=AGAIN) from None
    entries: list[Entry] = []
    headers = 0
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{name}:{number}"
        if compiled(MARKERS).match(line):
            raise UsageError("a merge of the baseline is not finished", where=where, hint=MERGE)
        if not line.strip():
            continue
        read = parsed(line, where)
        if "schema_version" in read:
            refuse_newer(read["schema_version"], where)
            headers += 1
        else:
            entries.append(entry_of(read, where))
    if not headers:
        raise UsageError("this is no baseline: its first line says nothing of a schema_version", where=f"{name}:1", hint=AGAIN)
    return entries


def parsed(line: str, where: str) -> dict[str, object]:
    """A line as a JSON object. Raises UsageError."""
    try:
        read = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(
            f"not JSON: {error.msg}", where=f"{where}:{error.colno}", hint=f"take out the line, or {AGAIN}"
        ) from None
    except (RecursionError, ValueError):
        read = None  # too deep, or a number too long
    if not isinstance(read, dict):
        raise UsageError("not an entry of a baseline", where=where, hint=f"take out the line, or {AGAIN}")
    return read


def refuse_newer(version: object, where: str) -> None:
    """Raise UsageError for a header that this program cannot read."""
    if version != SCHEMA_VERSION or isinstance(version, bool):
        message = f"schema_version {version} is not known, only {SCHEMA_VERSION}"
        raise UsageError(message, where=where, hint=f"use the version of coach that wrote it, or {AGAIN}")


def entry_of(read: dict[str, object], where: str) -> Entry:
    """A line of the file as an entry. Raises UsageError for one that lacks something; what it has more is left alone."""
    path, rule, mark, count, text = (read.get(key, "") for key in ("path", "rule", "fingerprint", "count", "text"))
    if (
        isinstance(path, str)
        and isinstance(rule, str)
        and isinstance(mark, str)
        and isinstance(text, str)
        and isinstance(count, int)
        and not isinstance(count, bool)
        and count > 0
        and path
        and "/" in rule
        and compiled(FINGERPRINT).fullmatch(mark)
    ):
        return Entry(path, rule, mark, count, text)
    needed = "rule, path, fingerprint (64 hexadecimal digits) and count (at least 1)"
    raise UsageError(f"an entry needs {needed}", where=where, hint=f"take out the line, or {AGAIN}")

"""What was found in files that have not changed since: kept between runs, so that a commit checks what it changes.

A result is known by everything it depends on: the bytes of the file, its name's suffix, the settings, the phrasebooks and
coach's own code. Anything else is checked anew. One file in the cache folder holds the results of a folder; it is written beside
its place and moved there, and a damaged one is dropped without a word. It may hold words of the checked texts, so only its owner
can read it. A project may say where it lies, so it is JSON, which a stranger cannot make into anything but results.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable
from typing import Any

from coach.checking.judging import Options, Task
from coach.checking.record import Checked, Judged
from coach.model import Finding, Origin, Report, Suggestion
from coach.paths import PACKAGE, data_folder
from coach.replacing import beside

FORMAT = b"coach-results-2\n"
MOST = 20_000
"""How many files a folder's results may hold; of more, those of this run stay."""


class Results:
    """The results of earlier runs below a folder, and those of this one."""

    def __init__(self, path: str, salt: bytes) -> None:
        """`path` is the file that holds them, `salt` what every result depends on."""
        self._path = path
        self._salt = salt
        self._known: dict[str, tuple[str, str]] = load(path)
        self._fresh: dict[str, tuple[str, str]] = {}
        self._met: set[str] = set()
        self._written: dict[tuple[object, ...], bytes] = {}
        """The settings of files as bytes: many files share them."""

    def get(self, task: Task) -> Checked | None:
        """What was found in a file, if nothing that it depends on has changed."""
        name = os.path.abspath(task.source.name)
        self._met.add(name)
        found = self._known.get(name)
        if found is None or found[0] != self._key(task):
            return None
        try:
            return unpacked(json.loads(found[1]), task.source.name, task.source.text)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None  # somebody else wrote it

    def put(self, task: Task, checked: Checked) -> None:
        """Keep what was found in a file."""
        self._fresh[os.path.abspath(task.source.name)] = (self._key(task), json.dumps(packed(checked)))

    def close(self) -> None:
        """Write what is new; a cache that cannot be written is no fault."""
        if not self._fresh:
            return
        known = {**self._known, **self._fresh}
        if len(known) > MOST:
            known = {name: result for name, result in known.items() if name in self._met}
        save(self._path, known)

    def _key(self, task: Task) -> str:
        from hashlib import blake2b

        settings = (os.path.splitext(task.source.name)[1], task.source.encoding, task.settings)
        if settings not in self._written:
            self._written[settings] = blake2b(self._salt + repr(settings).encode(), digest_size=16).digest()
        text = task.source.text.encode("utf-8", "surrogatepass")
        return blake2b(text, digest_size=16, key=self._written[settings]).hexdigest()


def results_file(folder: str, root: str) -> str:
    """Where the results of a folder's files are kept."""
    return os.path.join(folder, f"results-{zlib.crc32(os.path.abspath(root).encode()):08x}.cache")


def salt(options: Options, phrasebooks: Iterable[str]) -> bytes:
    """What every result of a run depends on: coach's code and data, Python, and what the run asks for.

    Sizes and times of the files tell whether one was edited; reading them all would take longer than the check.
    """
    folders = (PACKAGE, data_folder("phrasebooks"), data_folder("templates"), *sorted(filter(None, phrasebooks)))
    return repr((sys.version, tuple(options), [sorted(stamps(folder)) for folder in folders])).encode()


def stamps(folder: str) -> Iterable[tuple[str, int, int]]:
    """Path, size and time of every file below a folder, except compiled Python."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from stamps(entry.path)
            else:
                about = entry.stat()
                yield entry.path, about.st_size, about.st_mtime_ns


def packed(checked: Checked) -> tuple[Any, ...]:
    """A judged file as plain data, without its text; words that stand in the file as they are are left out, too."""
    return (
        [plain(one, checked.text) for one in checked.report.findings],
        checked.report.language,
        checked.report.note,
        [tuple(text) for text in checked.texts],
        [plain(one, checked.text) for one in checked.suppressed],
        [plain(one, checked.text) for one in checked.echoes],
    )


def plain(one: Finding, text: str) -> tuple[Any, ...]:
    """A finding as plain data."""
    words = None if text[one.start : one.end] == one.text else one.text
    better = [tuple(suggestion) for suggestion in one.suggestions]
    return (one.rule, one.severity, one.start, one.end, words, one.message, better, tuple(one.origin))


def unpacked(data: Any, name: str, text: str) -> Checked:
    """The judged file again."""
    findings, language, note, texts, suppressed, echoes = data
    report = Report(tuple(finding(one, text) for one in findings), language, note)
    return Checked(
        name,
        text,
        report,
        tuple(Judged(*one) for one in texts),
        tuple(finding(one, text) for one in suppressed),
        tuple(finding(one, text) for one in echoes),
    )


def finding(data: Any, text: str) -> Finding:
    """A finding from plain data."""
    rule, severity, start, end, words, message, better, origin = data
    words = text[start:end] if words is None else words
    suggestions = tuple(Suggestion(*one) for one in better)
    return Finding(rule, rule.partition("/")[0], severity, start, end, words, message, suggestions, Origin(*origin))


def load(path: str) -> dict[str, tuple[str, str]]:
    """The results in a file, none when there is none or it is damaged."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        body = data[len(FORMAT) + 4 :]
        if data[: len(FORMAT)] != FORMAT or data[len(FORMAT) : len(FORMAT) + 4] != zlib.crc32(body).to_bytes(4, "big"):
            return {}
        return {name: (key, result) for name, (key, result) in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def save(path: str, known: dict[str, tuple[str, str]]) -> None:
    """Write the results beside their place and move them there, readable by their owner only."""
    body = json.dumps(known).encode()
    try:
        prepare_folder(os.path.dirname(path))
        with beside(path, FORMAT + zlib.crc32(body).to_bytes(4, "big") + body, lasting=False) as new:
            os.replace(new, path)
    except OSError:
        pass


def prepare_folder(folder: str) -> None:
    """Make the cache folder, marked so that neither git nor a backup takes it along."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder, mode=0o700, exist_ok=True)
    for name, content in ((".gitignore", "*\n"), ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n")):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write(content)

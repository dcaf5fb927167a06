"""Fingerprints: what a finding is recognised by in the next run, whatever else changes in its file.

A fingerprint is made of the rule, the file's path and the sentence that offends; never of line numbers, levels or messages,
which change without the fault changing.
"""

from __future__ import annotations

import os

from coach.expressions import compiled

BREAK = r"[.!?…][\"'»“”’)\]]*\s+|\n[ \t]*(?:\r?\n|(?=[-*+•#>|]|\d+[.)]\s))|\r(?!\n)"
"""Between two sentences: a final mark, an empty line, the beginning of an item of a list."""

AROUND = 1_000
"""How far a sentence may reach on either side of the flagged words, in code points."""


def fingerprint(rule: str, path: str, sentence: str) -> str:
    """The fingerprint of a finding as 64 hexadecimal digits.

    `path` is as `project_path` gives it; `sentence` as `sentence_around` does; for a finding without words it is the
    name of the text.
    """
    from hashlib import sha256
    from unicodedata import normalize

    same = normalize("NFC", " ".join(normalize("NFC", sentence).casefold().split()))
    made = sha256()
    for part in (rule, path, same):
        data = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))  # the lengths keep "a" + "bc" from being "ab" + "c"
        made.update(data)
    return made.hexdigest()


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of a text that holds `[start:end]`, or the sentences where it runs over several."""
    before = list(compiled(BREAK).finditer(text, max(0, start - AROUND), start))
    behind = compiled(BREAK).search(text, max(start, end - 1), end + AROUND)
    begin = before[-1].end() if before else max(0, start - AROUND)
    return text[begin : behind.end() if behind else end + AROUND].strip()


def project_path(path: str, root: str) -> str:
    """The path of a file from the folder of the project on, written the same on every system."""
    from unicodedata import normalize

    try:
        path = os.path.relpath(path, root or os.curdir)
    except ValueError:
        path = os.path.abspath(path)  # on another drive of Windows
    return normalize("NFC", path.replace(os.sep, "/"))

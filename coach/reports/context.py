"""The sentence around flagged words, for pages that a person reads."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.display import one_line, printable

REACH = 300
"""Code points shown at most on each side."""
# Where a sentence ends; in a data file also where its notation begins: a tag, an escape, the quotation mark around a value.
ENDS = re.compile(r"[.!?…][\"'»“”’)]*\s|[\r\n\u2028\u2029]")
NOTATION = re.compile(r"[.!?…][\"'»“”’)]*\s|[\r\n\u2028\u2029<>\"\\]")


class Context(NamedTuple):
    """The flagged words as the customer reads them, and what of their sentence stands before and behind; printable."""

    before: str
    words: str
    behind: str


def context(checked: Checked, finding: Finding) -> Context:
    """The words with their sentence, taken from the file around them."""
    plain = is_draft(checked)
    end = ENDS if plain else NOTATION
    text = checked.text
    ahead = text[max(0, finding.start - REACH) : finding.start]
    behind = text[finding.end : finding.end + REACH]
    cuts = [match.end() for match in end.finditer(ahead)]
    if cuts:
        ahead = ahead[cuts[-1] :]
    elif finding.start > REACH:
        ahead = f"…{ahead}"
    stop = end.search(behind)
    if _finished(finding.text):
        behind = ""
    elif stop:
        behind = behind[: stop.end()] if stop.group()[0] in ".!?…" else behind[: stop.start()]
    elif len(text) > finding.end + REACH:
        behind = f"{behind}…"
    if not plain:
        ahead, behind = html.unescape(ahead), html.unescape(behind)
    return Context(_spaced(ahead).lstrip(), one_line(finding.text), _spaced(behind).rstrip())


def is_draft(checked: Checked) -> bool:
    """Whether the file is the text itself and not a file of texts, in some notation."""
    return (
        len(checked.texts) <= 1
        and all(text.start == 0 for text in checked.texts)
        and not checked.name.endswith((".html", ".htm"))
    )


def _finished(words: str) -> bool:
    """Whether the words end their sentence."""
    return words.rstrip().endswith((".", "!", "?", "…"))


def _spaced(text: str) -> str:
    """A printable text in which any white space is one space, also at its ends."""
    return printable(re.sub(r"\s+", " ", text))

"""What must not leave a run: numbers and names of people in the words of a conversation, replaced by plain marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.private import links, numbers
from coach.review.private import names as people
from coach.review.private.asking import FORMS, LONG, RUN, May, all_may_have, may_have
from coach.review.private.context import EXEMPT
from coach.review.private.forms import Mark, lowered, where
from coach.review.private.given import exported, names_of

__all__ = ["May", "Redacted", "all_may_have", "exported", "label", "names_of", "redact"]


PASSES = 4
"""A mark may uncover what it stood against (Jane4111 1111 ...): a text is read until nothing is found, at most so often."""

TOUCHING = r"\[(?:(?<=[^\s(]\[)|(?<=[0-9]\s\[))|\](?:[^\s.,;:!?)]|[.,:][0-9])"
"""A mark that touches something, or stands behind a number."""

NUMBERS = r"(?:number|phone|iban)\](?!\.)[^!?;\[\]]{0,80}?[0-9]{3}"
"""A number behind the mark of another, which the same word may announce (see `context.trigger`)."""

BEHIND = r"\][^!?;\[\]]{0,80}?[0-9]{3}"
EXEMPTED = rf"(?:{'|'.join(EXEMPT)})[^!?;\[\]]{{0,80}}\[[^!?;\[\]]*{BEHIND}"
"""A number behind any mark; and one with a word before both that makes it everybody's, unless the mark parts them."""


class Redacted(NamedTuple):
    """A redacted text. Each of `marks` is (start, end) in the source and the length of what stands there instead, in order."""

    text: str
    marks: tuple[tuple[int, int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the source as offsets of the redacted text; a span that cuts a mark covers it."""
        return self._at(start, last=False), self._at(end, last=True)

    def _at(self, offset: int, *, last: bool) -> int:
        """Where an offset of the source is in the redacted text; within a mark its beginning, or its end."""
        moved = 0
        for start, end, length in self.marks:
            if offset <= start:
                break
            if offset < end:
                return start + moved + (length if last else 0)
            moved += length - (end - start)
        return offset + moved


def redact(text: str, names: frozenset[str], may: May | None = None) -> Redacted:
    """A text without what must not leave a run, as far as that can be told from the words alone.

    Payment cards, IBANs, telephone numbers, identity and tax numbers, numbers of orders, tickets and customers, mail addresses,
    links that carry something, passwords, street addresses, and these `names` (see `names_of`). Prices, dates, times, versions
    and numbers of errors or products stay. Never raises; redacting twice changes nothing.
    `may` is the answer of `all_may_have` for this text.
    """
    may = may or may_have(text)
    if not (names or may.run or may.long or may.hint):
        return Redacted(text)
    marks = more = merged(private(text, names, may))
    shown = marked(text, marks)
    for _ in range(PASSES - 1):
        if not more or not (may.hint or uncovered(shown)):
            break
        more = merged(private(shown, names, may))
        marks = sorted([*marks, *((at_source(marks, start), at_source(marks, end), mark) for start, end, mark in more)])
        shown = marked(text, marks)
    return Redacted(shown, tuple([(start, end, len(mark)) for start, end, mark in marks]))


def uncovered(shown: str) -> bool:
    """Whether the marks in a text, which has some, may have changed how what is left of it is read."""
    if compiled(TOUCHING).search(shown):
        return True
    if not compiled(RUN).search(shown, shown.index("]")) or not compiled(BEHIND).search(shown):
        return False
    return compiled(NUMBERS).search(shown) is not None or compiled(EXEMPTED).search(shown.lower()) is not None


def label(text: str, names: frozenset[str]) -> str:
    """The id of a conversation, its file or its team, without these names, mail addresses, accounts, and telephone numbers and
    cards as people write them. Other numbers stay: they say which conversation it is.
    """
    if not text or (text.isascii() and text.isalnum() and text[-1].isdigit()):
        return text
    found: list[Mark] = people.marks(text, lowered(text), names) if names else []
    if "@" in text:
        found += links.links(text)
    if compiled(LONG).search(text):
        found += numbers.accounts(text)
        found += (mark for mark in numbers.formed(text) if text[mark[0]] in "+(" or " " in text[slice(*mark[:2])])
    return marked(text, merged(found))


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text with its marks."""
    pieces: list[str] = []
    reached = 0
    for start, end, mark in marks:
        pieces += (text[reached:start], mark)
        reached = end
    return "".join((*pieces, text[reached:]))


def at_source(marks: Iterable[Mark], offset: int) -> int:
    """The offset in the source of one in the marked text, which is never within a mark: nothing private has brackets in it."""
    moved = 0
    for start, end, mark in marks:
        if offset <= start + moved:
            break
        moved += len(mark) - (end - start)
    return offset - moved


def private(text: str, names: frozenset[str], may: May) -> list[Mark]:
    """All that is to be marked, in no order and overlapping."""
    found: list[Mark] = []
    small = lowered(text) if names or may.hint else ""
    if may.hint:
        found += links.links(text)
        if any(word in small for word in links.WORDS):
            found += links.passwords(text)
    if may.run or may.long:
        found += numbers.numbers(text, may.long)
    if may.hint and compiled("[0-9]").search(text):
        found += where(text, small, FORMS)
    if names:
        found += people.marks(text, small, names)
    return found


def merged(found: list[Mark]) -> list[Mark]:
    """The marks in order and without overlaps: what overlaps is one mark, called as the longest that begins first."""
    if len(found) < 2:
        return found
    apart: list[Mark] = []
    for start, end, mark in sorted(found, key=lambda one: (one[0], -one[1])):
        if apart and start < apart[-1][1]:
            first, last, label = apart[-1]
            apart[-1] = (first, max(last, end), label)
        else:
            apart.append((start, end, mark))
    return apart

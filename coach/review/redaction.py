"""What must not leave a run: numbers and names of people in the words of a conversation, replaced by plain marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.private import links, numbers
from coach.review.private import names as people
from coach.review.private.given import exported, names_of

__all__ = ["Redacted", "exported", "label", "names_of", "redact"]


PASSES = 4
"""A mark may uncover what it stood against (Jane4111 1111 ...): a text is read until nothing is found, at most so often."""


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


def redact(text: str, names: frozenset[str]) -> Redacted:
    """A text without what must not leave a run, as far as that can be told from the words alone.

    Payment cards, IBANs, telephone numbers, identity and tax numbers, numbers of orders, tickets and customers, mail addresses,
    links that carry something, passwords, street addresses, and these `names` (see `names_of`). Prices, dates, times, versions
    and numbers of errors or products stay. Never raises; redacting twice changes nothing.
    """
    if nothing_private(text, names):
        return Redacted(text)
    marks: list[people.Mark] = []
    shown = text
    for _ in range(PASSES):
        more = merged(private(shown, names))
        if not more:
            break
        marks = sorted([*marks, *((at_source(marks, start), at_source(marks, end), mark) for start, end, mark in more)])
        shown = marked(text, marks)
    return Redacted(shown, tuple((start, end, len(mark)) for start, end, mark in marks))


def nothing_private(text: str, names: frozenset[str]) -> bool:
    """Whether a text has nothing that could be marked: so it is with most, and it must be cheap to tell."""
    if "@" in text or "://" in text or "www." in text or "WWW." in text or compiled(r"[0-9]").search(text):
        return False
    small = people.lowered(text)
    for hint in links.HINTS:
        if hint in small:
            return False
    return not names or all(root not in small for root in people.known_forms(names).roots)


def label(text: str, names: frozenset[str]) -> str:
    """The id of a conversation, its file or its team, without these names, mail addresses, accounts, and telephone numbers and
    cards as people write them. Other numbers stay: they say which conversation it is.
    """
    if text.isascii() and text.isalnum() and text[-1:].isdigit():
        return text
    found: list[people.Mark] = [*people.marks(text, names)] if names else []
    if "@" in text:
        found += links.links(text)
    if compiled(numbers.LONG).search(text):
        found += numbers.accounts(text)
        found += (mark for mark in numbers.formed(text) if text[mark[0]] in "+(" or " " in text[slice(*mark[:2])])
    return marked(text, merged(found)) if found else text


def marked(text: str, marks: Iterable[people.Mark]) -> str:
    """The text with its marks."""
    pieces: list[str] = []
    reached = 0
    for start, end, mark in marks:
        pieces += (text[reached:start], mark)
        reached = end
    return "".join((*pieces, text[reached:]))


def at_source(marks: Iterable[people.Mark], offset: int) -> int:
    """The offset in the source of one in the marked text, which is never within a mark: nothing private has brackets in it."""
    moved = 0
    for start, end, mark in marks:
        if offset <= start + moved:
            break
        moved += len(mark) - (end - start)
    return offset - moved


def private(text: str, names: frozenset[str]) -> Iterator[people.Mark]:
    """All that is to be marked, in no order and overlapping; most texts have none of it, and the questions for that are cheap."""
    if "@" in text or "://" in text or "www." in text or "WWW." in text:
        yield from links.links(text)
    yield from links.passwords(text)
    if compiled(r"[0-9]").search(text):
        yield from numbers.numbers(text)
    if names:
        yield from people.marks(text, names)


def merged(found: Iterable[people.Mark]) -> list[people.Mark]:
    """The marks in order and without overlaps: what overlaps is one mark, called as the longest that begins first."""
    apart: list[people.Mark] = []
    for start, end, mark in sorted(found, key=lambda one: (one[0], -one[1])):
        if apart and start < apart[-1][1]:
            first, last, label = apart[-1]
            apart[-1] = (first, max(last, end), label)
        else:
            apart.append((start, end, mark))
    return apart

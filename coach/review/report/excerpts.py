"""What of a turn is shown: the words in question with what stands around them, printable, and of bearable length."""

from __future__ import annotations

from coach.expressions import compiled
from coach.reports.context import ENDS, Context
from coach.reports.display import printable
from coach.review.scoring.record import Better, Quote

REACH = 180
"""Code points shown on each side of the words, and of words that are a whole page at their beginning and their end."""
BEFORE = 240
"""Code points of what the customer had said."""
ODD_WORD = 30
"""A word that is cut is left out, unless it is longer: then it is no word."""
SPACES, LINES = r"\s+", r"\s*[\r\n\u2028\u2029]\s*"
LINE = " / "
"""Stands between the lines of a turn: a chat sends several, and without a mark they would read as one muddled sentence."""
PARTS = rf"{ENDS.pattern}|{LINE}"
"""Where a sentence ends in what is shown."""


def excerpt(quote: Quote, reach: int = REACH) -> Context:
    """The words of a quote and what stands around them; with no words in particular, the beginning of the turn.

    Offsets beyond the text are taken for its end: a report shows what there is.
    """
    text = quote.text
    start = min(max(0, quote.start), len(text))
    end = min(max(start, quote.end), len(text))
    if start == end:
        return Context("", "", headed(text, 2 * reach))
    return Context(_ahead(text, start, reach), _words(text, start, end, reach), _behind(text, end, reach))


def headed(text: str, most: int) -> str:
    """The beginning of a text on one line."""
    return _behind(text, 0, most).strip()


def in_place(shown: Context, better: Better) -> Context:
    """The better wording as the sentence would then read. A whole sentence stands alone; so do words that are to be left out."""
    wording = spaced(better.text).strip()
    if not better.drop_in or not wording:
        return Context("", wording or "leave out the marked words", "")
    cuts = [match.end() for match in compiled(PARTS).finditer(shown.before)]
    before = shown.before[cuts[-1] :] if cuts else shown.before
    stop = None if shown.words.endswith((".", "!", "?", "…")) else compiled(PARTS).search(shown.behind)
    behind = shown.behind[: stop.end()].removesuffix(LINE) if stop else shown.behind
    return Context(before, wording, "" if shown.words.endswith((".", "!", "?", "…")) else behind.rstrip())


def spaced(text: str) -> str:
    """A printable text on one line, in which any white space is one space, also at its ends, and a new line is marked."""
    return printable(compiled(SPACES).sub(" ", compiled(LINES).sub(LINE, text)))


def _ahead(text: str, start: int, reach: int) -> str:
    cut = max(0, start - reach)
    part = spaced(text[cut:start] if cut else text[:start].lstrip())
    if not cut:
        return part
    first = part.find(" ", 0, ODD_WORD)
    return f"… {part[first + 1 :].lstrip()}" if first >= 0 else f"…{part}"


def _behind(text: str, end: int, reach: int) -> str:
    part = spaced(text[end : end + reach] if end + reach < len(text) else text[end:].rstrip())
    if end + reach >= len(text):
        return part
    last = part.rfind(" ", max(0, len(part) - ODD_WORD))
    return f"{part[:last].rstrip()} …" if last >= 0 else f"{part}…"


def _words(text: str, start: int, end: int, reach: int) -> str:
    if end - start <= 2 * reach:
        return spaced(text[start:end])
    return f"{spaced(text[start : start + reach]).rstrip()} … {spaced(text[end - reach : end]).lstrip()}"

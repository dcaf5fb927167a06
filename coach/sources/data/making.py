"""From a string of a data file to a segment: what its markup means, and where each character of it stands."""

from __future__ import annotations

from coach.expressions import compiled
from coach.model import LANGUAGES
from coach.sources.data.tree import Data, Placed, String
from coach.sources.document import HTML, MARKDOWN, PLAIN, Escape, Segment
from coach.sources.mapped import Mapped

EMPTY = Segment(Mapped("", ()))
"""What is known of a text before it is read; `made` puts the text in."""

HTML_START = r"(?i)<(?:p|div|ul|ol|table|h[1-6]|br|html|body|span|!doctype)\b"
HTML_SIGN = r"(?i)<br ?/?>|</(?:p|div|li|td)>"


def made(data: Data, string: String, markup: str, known: Segment) -> Segment:
    """The segment of a string, with what is known of it."""
    return of_placed(data.place(string), markup, known)


def of_placed(placed: Placed, markup: str, known: Segment) -> Segment:
    """The segment of a string that is located already."""
    text, within = _unmarked(placed.text, markup)
    if placed.escape is None:
        return known._replace(text=text, writable=False)
    return known._replace(text=text, escapes=(within, placed.escape) if within else (placed.escape,))


def _unmarked(outer: Mapped, markup: str) -> tuple[Mapped, Escape | None]:
    """The text that a customer reads, and how to write within its markup."""
    if markup == HTML:
        from coach.sources.html import escape, rendered

        return rendered(outer.text).through(outer), escape
    if markup == MARKDOWN:
        from coach.sources.markdown import escape, rendered

        return rendered(outer.text).through(outer), escape
    return outer, None


def markup_of(text: str) -> str:
    """HTML for a text with paragraphs or line breaks in tags, else plain."""
    return HTML if compiled(HTML_START).match(text.lstrip()) or compiled(HTML_SIGN).search(text) else PLAIN


def same_words(one: Segment, other: Segment) -> bool:
    """Whether two texts are one, but for line breaks and space."""
    return one.text.text.split() == other.text.text.split()


def in_language(segment: Segment, lang: str | None) -> Segment:
    """A segment in a language; one that coach does not know is not judged."""
    return segment._replace(lang=lang, retired=segment.retired or (lang is not None and lang not in LANGUAGES))

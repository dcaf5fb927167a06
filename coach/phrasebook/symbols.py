"""The alphabet of the matcher: what the compiler writes and the matcher reads.

A text becomes a string of symbols: for each word a bar followed by its atoms, then any punctuation behind it; a mark for each
sentence end. The bar is a line feed, because then the rest of a word is simply `.*`, the cheapest expression to compile and to
run; a search is given one sentence at a time, so no expression has to stop at a sentence end.

An atom is one character that stands for one thing phrases ask of a word ("is *nicht*", "is a form of <vergessen>", "ends in
-mAdInIz"). A phrase is then an ordinary regular expression over that string, and Python's own engine does the work.
"""

from __future__ import annotations

from coach.sources.masking import CODE, EMAIL, PHONE, PLACEHOLDER, QUOTE, URL

BAR = "\n"
END = "\x1e"
ABBREVIATED = "\x01"
"""Behind a word whose full stop does not end a sentence."""

TYPED = {
    "url": "\u0100",
    "email": "\u0101",
    "phone": "\u0102",
    "placeholder": "\u0103",
    "quote": "\u0104",
    "code": "\u0105",
    "number": "\u0106",
    "date": "\u0107",
}
"""The atoms of typed tokens."""

FILLERS = {URL: "url", EMAIL: "email", PHONE: "phone", PLACEHOLDER: "placeholder", QUOTE: "quote", CODE: "code"}
GRAMMAR = "~"
"""In front of an expression for a word's ending that is written in letter classes."""

NAME = "name_"
"""What the groups of `#name` begin with: whether a word is capitalised is seen in the text, not in its symbols."""

FIRST_ATOM = 0x0120
"""Where the atoms of words begin."""

WORD, WITHIN = "\x02", "\x03"
"""Any one word; the rest of a word. Compiled phrases hold these two for short, which makes them five times smaller."""


def spelled_out(pattern: str) -> str:
    """The regular expression that a compiled phrase stands for."""
    return pattern.replace(WORD, r"\n.*").replace(WITHIN, ".*")

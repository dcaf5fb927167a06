"""The alphabet of the matcher: what the compiler writes and the matcher reads.

Each word of a text becomes a short string: its atoms, then any punctuation behind it, then END where a sentence ends. An atom is
one character that stands for one thing phrases ask of a word ("is *nicht*", "is a form of <vergessen>", "ends in -mAdInIz").

A phrase becomes a program: a tuple of nodes, each a tuple whose first element says what it is. Programs are plain data, so that
they can be marshalled; `scan` runs them.
"""

from __future__ import annotations

from typing import Any

from coach.sources.masking import CODE, EMAIL, PHONE, PLACEHOLDER, QUOTE, URL

BAR = "\n"
"""In front of every word, where the words of a text stand in one string."""

END = "\x02"
"""Behind the last word of a sentence. (No white space: the separators \\x1c to \\x1f are some to `str.split`.)"""

APART = "\x03"
BETWEEN = f" {APART} "
"""What stands between texts that are encoded together."""

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

FORMAL, INFORMAL = "\u0108", "\u0109"
"""The atoms of words that show a form of address."""

FILLERS = {URL: "url", EMAIL: "email", PHONE: "phone", PLACEHOLDER: "placeholder", QUOTE: "quote", CODE: "code"}

GRAMMAR = "~"
"""In front of an expression for a word's ending that is written in letter classes."""

LOWEST_ATOM = 0x0100
"""Where atoms begin ..."""

FIRST_ATOM = 0x0120
"""... and where those of words do."""

Node = tuple[Any, ...]
Program = tuple[Node, ...]

WORD, NAME, GAP, SLOT, MARK, GROUP, CLASS, CAPTURE = range(8)
"""The nodes of a program.

(WORD, set): one word that carries any atom of this set, by its number among the book's sets
(NAME,): one capitalised word
(GAP, most, clause): up to so many words; `clause` is 0 or WITHIN, with OPENED and CLOSED where a sign stands before or behind it
(SLOT, name, most, clause): 1 to so many words, remembered; with `clause` 1 only the last may end a clause, with 2 none
(CAPTURE, name, program): what the program matches, remembered; the name =SLA says how it must be written
(MARK, sign): `^` `$` `^^` `$$`, or a sign behind the word before
(CLASS, number): the group of a word class, by its number among the book's classes
(GROUP, optional, programs, set): one of the programs; without a word of the set (if it is not -1) none of them begins
"""

WITHIN, OPENED, CLOSED = 1, 2, 4
"""How a gap keeps to its clause: none of its words, nor the one before, ends one; but where a sign opens the gap ("`, ~~`") the
word before does, and where a sign closes it ("`~~ ,`") its last word does.
"""

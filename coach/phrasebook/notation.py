"""The phrase notation of phrasebooks/README.md, parsed into a small tree.

A phrase is a sequence of items separated by spaces. Whatever is not described on that page is refused with its column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Word(NamedTuple):
    """A word as the author wrote it; `*` stands for any letters at one end or between two parts."""

    text: str


class Exact(NamedTuple):
    """A word with the capitals that the author wrote: `=SLA` is no name Sla."""

    text: str


class Lemma(NamedTuple):
    """Any inflected form of `lemma` that has all `features`."""

    lemma: str
    features: tuple[str, ...]


class Typed(NamedTuple):
    """A token by kind: number, date, url, email, phone, name, placeholder."""

    kind: str


class Class(NamedTuple):
    """A word class of classes.yaml."""

    name: str


class Gap(NamedTuple):
    """Up to `most` words of any kind, within the sentence; or within the `clause`, up to a comma, colon, dash or parenthesis."""

    most: int
    clause: bool


class Slot(NamedTuple):
    """1 to 8 words captured under a name."""

    name: str


class Capture(NamedTuple):
    """The words that match `items`, captured under a name."""

    name: str
    items: tuple[Item, ...]


class Mark(NamedTuple):
    """`^` or `$`: sentence start or end, doubled: clause start or end; or a sign behind the word before: `,` `?` `!` `:` `%`."""

    sign: str


class Group(NamedTuple):
    """Alternatives; `optional` when nothing at all will do too."""

    alternatives: tuple[tuple[Item, ...], ...]
    optional: bool


Item = Word | Exact | Lemma | Typed | Class | Gap | Slot | Capture | Mark | Group
Phrase = tuple[Item, ...]

KINDS = ("url", "email", "phone", "number", "date", "name", "placeholder", "quote")
GAPS = {"...": 6, "..": 2, "~~~": 6, "~~": 2}
LONGEST_SLOT = 8
LONGEST_SLOT_OF_RECAST = 25

TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<gap>\.{2,3}(?!\.)|~{2,3}(?!~))|(?P<mark>\^{1,2}|\${1,2}|[,?!:%])|(?P<open>\()|(?P<or>\|)|(?P<close>\)\??|\})"
    r"|<(?P<lemma>[^\W\d]+(?:[-'’][^\W\d]+)*)(?::(?P<features>[\w.]+))?>|\{(?P<slot>[^\W\d]\w*)\}|\{(?P<capture>[^\W\d]\w*)=|@(?P<class>[a-z][a-z0-9_]*)"
    r"|\#(?P<typed>[a-z]+)|=(?P<exact>\w+(?:-\w+)*)|(?P<word>[\w*][\w*'’&/\-]*(?:\.\w+)*\.?)"
)


class NotationError(ValueError):
    """A phrase that does not follow the notation: `column` counts from 0 within the phrase."""

    def __init__(self, message: str, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.hint = hint


def parse(phrase: str) -> Phrase:
    """The tree of a phrase.

    Raises NotationError for anything outside the notation, for a phrase without a word, and for a gap at either end.
    """
    reader = Reader(phrase)
    items = reader.sequence(closing=False)
    if not any(holds_word(item) for item in items):
        raise NotationError("a phrase needs at least one word, lemma, class or typed token", 0)
    for item, column in ((items[0], 0), (items[-1], len(phrase.rstrip()) - 1)):
        if isinstance(item, Gap):
            raise NotationError(
                "a gap needs a word on both sides", column, "take the gap away: the sentence around is free anyway"
            )
    return items


def holds_word(item: Item) -> bool:
    """Whether the item, or every alternative of a group, asks for a certain token."""
    if isinstance(item, Group):
        return not item.optional and all(any(holds_word(part) for part in alternative) for alternative in item.alternatives)
    if isinstance(item, Capture):
        return any(map(holds_word, item.items))
    return isinstance(item, Word | Exact | Lemma | Class | Typed)


class Reader:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.at = 0

    def sequence(self, closing: bool) -> Phrase:
        """Items up to the end, or up to the `|` or `)` that ends an alternative; those are left unread."""
        items: list[Item] = []
        while self.at < len(self.phrase):
            match = TOKEN.match(self.phrase, self.at)
            if not match:
                raise self.refused()
            kind = str(match.lastgroup)
            if kind in ("or", "close"):
                if not closing:
                    raise NotationError(f"{match.group()!r} without an opening parenthesis", self.at)
                break
            start, self.at = self.at, match.end()
            if kind == "open":
                items.append(self.group(start))
            elif kind == "capture":
                items.append(self.capture(match["capture"], start))
            elif kind != "space":
                items.append(self.item(kind, match, start))
        return tuple(items)

    def group(self, start: int) -> Group:
        """The alternatives after an opening parenthesis, and whether `?` follows the closing one."""
        alternatives: list[Phrase] = []
        while True:
            column = self.at
            alternative = self.sequence(closing=True)
            if not alternative:
                raise NotationError("an empty alternative", column, "write (a|b)? for a group that may be missing")
            alternatives.append(alternative)
            end = TOKEN.match(self.phrase, self.at)
            if not end or end.group() == "}":
                raise NotationError("this parenthesis is never closed", start, "add ) or take ( away")
            self.at = end.end()
            if end.lastgroup == "close":
                return Group(tuple(alternatives), optional=end.group().endswith("?"))

    def capture(self, name: str, start: int) -> Capture:
        """What stands between `{name=` and its brace."""
        items = self.sequence(closing=True)
        end = TOKEN.match(self.phrase, self.at)
        if not items or not end or end.group() != "}":
            raise NotationError("this slot is never closed, or empty", start, "write {name=words}, alternatives as {name=(a|b)}")
        self.at = end.end()
        return Capture(name, items)

    def item(self, kind: str, match: re.Match[str], column: int) -> Item:
        """The item of one token."""
        if kind == "features":
            return Lemma(match["lemma"], tuple(match["features"].split(".")))
        if kind == "typed" and match["typed"] not in KINDS:
            raise NotationError(f"unknown kind #{match['typed']}", column, f"known are {', '.join('#' + name for name in KINDS)}")
        if kind == "word":
            self.check_word(match["word"], column)
        builders: dict[str, Callable[[str], Item]] = {
            "word": Word,
            "exact": Exact,
            "class": Class,
            "slot": Slot,
            "typed": Typed,
            "mark": Mark,
            "gap": lambda dots: Gap(GAPS[dots], clause=dots[0] == "~"),
            "lemma": lambda lemma: Lemma(lemma, ()),
        }
        return builders[kind](match[kind])

    @staticmethod
    def check_word(word: str, column: int) -> None:
        """Refuse stars that would match anything or stand in more than one place."""
        if word.count("*") > 1:
            raise NotationError("only one * in a word", column + word.rindex("*"), "write the forms as (a|b) or use <lemma>")
        if len(word.replace("*", "")) < 2 and "*" in word:
            raise NotationError("a star needs at least two letters beside it", column, "or use a gap: .. or ...")

    def refused(self) -> NotationError:
        """The error for a character outside the notation."""
        sign = self.phrase[self.at]
        hints = {
            "<": "a lemma is <word> or <word:feature>",
            "{": "a slot is {name} or {name=words}",
            "@": "a class is @name in small letters",
            "[": "spans [[..]] belong into flag examples, not into phrases",
            ".": "a gap is .. or ...",
            "~": "a gap within the clause is ~~ or ~~~",
            "…": "write ... as three dots",
        }
        return NotationError(f"unexpected {sign!r}", self.at, hints.get(sign, "see phrasebooks/README.md for the notation"))

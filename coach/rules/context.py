"""What a rule may ask about the text around a hit, and nothing else."""

from __future__ import annotations

from typing import NamedTuple, Protocol

VERDICT_SIGNALS = frozenset({"acknowledgement", "apology", "way-out", "answer", "stays", "explanation"})
"""The signals by which verdicts on single faults change, and the apology that goes with an acknowledgement."""


class Hit(NamedTuple):
    """One phrase of one entry found in a sentence: the words [first, last).

    `slots` holds what the `{slot}`s of the phrase captured, as ranges of words, and each `#name` without a slot name; `opaque`
    says that masked words (a link, a placeholder) are all there is; `entry` is the entry's number, `phrase` the phrase's. Each of
    `unless` cancels the hit where the words of its slots are written as they must be.
    """

    rule: str
    category: str
    severity: str
    first: int
    last: int
    slots: tuple[tuple[str, int, int], ...]
    opaque: bool
    entry: int
    phrase: int = -1
    unless: tuple[tuple[tuple[str, int, int], ...], ...] = ()


class Context(Protocol):
    """The text around a hit. Signals are named phrase lists in phrasebooks/<lang>/signals.yaml."""

    @property
    def channel(self) -> str:
        """email, chat, phone or social."""

    @property
    def sentences(self) -> int:
        """How many sentences the text has."""

    def signalled(self, name: str, first: int, end: int) -> bool:
        """Whether the signal is found in the sentences [first, end)."""

    def signalled_before(self, name: str, sentence: int) -> bool:
        """Whether the signal is found in a sentence before `sentence`."""

    def customer_said(self, hit: Hit) -> bool:
        """Whether the customer's message holds a phrase of the same entry."""


def softened(hit: Hit, sentence: int, context: Context) -> str:
    """The severity of a hit: a hint where this or the next sentence has a way out (an offer, a date, an option)."""
    return "hint" if context.signalled("way-out", sentence, sentence + 2) else hit.severity


class Exchange(Protocol):
    """A reply as a whole and the message it answers, as rules see them. Sentences count from 0."""

    @property
    def customer(self) -> Exchange | None:
        """The customer's message."""

    @property
    def lang(self) -> str:
        """The code of the language."""

    @property
    def channel(self) -> str:
        """email, chat, phone or social."""

    @property
    def masked(self) -> str:
        """The text, links, placeholders and quotations masked."""

    @property
    def triggers(self) -> frozenset[str]:
        """The names of those signals that whole-reply rules wait for."""

    @property
    def sentences(self) -> int:
        """How many sentences there are."""

    @property
    def echoes(self) -> list[int]:
        """The sentences before the solution that take up words of the customer and neither solve, promise nor ask."""

    @property
    def address(self) -> str:
        """The form of address: `formal`, `informal`, `mixed` or nothing."""

    @property
    def address_of_one(self) -> str:
        """The form of address of one person."""

    @property
    def shouted(self) -> tuple[int, int] | None:
        """Where the reply first shouts."""

    @property
    def unfilled(self) -> tuple[int, int] | None:
        """The first placeholder that is to be filled."""

    @property
    def may_mix(self) -> bool:
        """Whether words of both forms of address are there: the cheap question before `address`."""

    def has(self, name: str) -> bool:
        """Whether the signal is found at all."""

    def signalled(self, name: str, first: int, end: int) -> bool:
        """Whether the signal is found in the sentences [first, end)."""

    def where(self, name: str) -> list[int]:
        """The sentences in which the signal is found."""

    def count(self, name: str) -> int:
        """How often the signal is found."""

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""

    def asks(self, sentence: int) -> bool:
        """Whether a sentence holds a question mark."""

    def length(self, sentence: int) -> int:
        """The words of a sentence."""

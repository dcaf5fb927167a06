"""Texts prepared for judging: composed, masked, folded, and searched sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.base import compose
from coach.phrasebook.matcher import Encoded, Matcher, spaced
from coach.phrasebook.symbols import APART, BAR, BETWEEN, END
from coach.rules.context import Hit
from coach.sources.masking import mask
from coach.sources.tokens import WORD, unwrap

BLOCK = 20_000
"""Texts longer than this are judged block by block, cut at sentence ends, so that time and memory grow with the text only."""

TOGETHER = 50_000
"""How many characters of short texts are encoded at once."""


class Text(NamedTuple):
    """A text prepared for matching.

    `source` is the text as given, `shadow` the text in composed form, `masked` the shadow with everything masked that is not
    prose (same length); `offsets` leads back from the shadow to the text where they differ.
    """

    source: str
    shadow: str
    masked: str
    offsets: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A span of the shadow as a span of the text."""
        return (self.offsets[start], self.offsets[end]) if self.offsets else (start, end)


def prepare(text: str) -> Text:
    """Compose, mask and unwrap a text; whatever its language."""
    shadow, offsets = compose(text)
    return Text(text, shadow, unwrap(mask(shadow)).replace(APART, " ").replace(END, " "), offsets)


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in lists of about TOGETHER characters."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces of at most BLOCK characters, cut behind a paragraph, line, sentence or word where there is one."""
    start = 0
    while len(text) - start > BLOCK:
        cuts = (text.rfind(mark, start + BLOCK // 2, start + BLOCK) + len(mark) for mark in ("\n\n", "\n", ". ", " "))
        end = next((cut for cut in cuts if cut > start + BLOCK // 2), start + BLOCK)
        yield start, end
        start = end
    yield start, len(text)


class Passage:
    """One text as rules see it (`coach.rules.context.Context`): its sentences and what was found in them."""

    def __init__(
        self, text: Text, folded: str, encoded: Encoded, matcher: Matcher, channel: str, customer: Passage | None
    ) -> None:
        """`customer` is the message that the text answers."""
        self.text = text
        self.folded = folded
        self.encoded = encoded
        self.matcher = matcher
        self.found = list(map(matcher.read, encoded.sentences))
        self.sentences = len(encoded.sentences)
        self.channel = channel
        self.customer = customer

    def place(self, sentence: int, first: int, last: int) -> tuple[int, int]:
        """The words [first, last) of a sentence as a span of the shadow.

        Nearly every chunk is one word, so the first one is looked for in the chunk of its number; if the chunks before that hold
        more words, further in front.
        """
        sentences, chunks = self.encoded
        before = chunk = first + "".join(sentences[:sentence]).count(BAR) if sentence else first
        while (passed := "".join(chunks[:chunk]).count(BAR)) > before:
            chunk = max(0, chunk - passed + before)
        text = spaced(self.folded)
        start = len(text) - len(text.split(None, chunk)[chunk])
        start -= 2 * text.count(END, 0, start)
        skipped = before - passed
        words = list(islice(compiled(WORD).finditer(self.folded, start), skipped, skipped + last - first))
        return words[0].start(), words[-1].end()

    def sentence_span(self, sentence: int) -> tuple[int, int]:
        """From the first word of a sentence to the end of its last, in the shadow."""
        return self.place(sentence, 0, self.encoded.sentences[sentence].count(BAR))

    def signalled(self, name: str, first: int, end: int) -> bool:
        """Whether the signal is found in the sentences [first, end)."""
        numbers = self.matcher.rules.get(f"signal/{name}", frozenset())
        return any(not numbers.isdisjoint(found.signals) for found in self.found[first:end])

    def signalled_before(self, name: str, sentence: int) -> bool:
        """Whether the signal is found in a sentence before `sentence`."""
        return self.signalled(name, 0, sentence)

    def customer_said(self, hit: Hit) -> bool:
        """Whether the customer's message holds a phrase of the same entry."""
        return self.customer is not None and any(
            said.entry == hit.entry for found in self.customer.found for said in found.faults
        )

    def hits(self, sentence: int, wanted: frozenset[int]) -> list[Hit]:
        """The hits of the wanted entries in a sentence.

        Left out are those whose `#name` is not capitalised, and those of masked words only (a link on a line of its own),
        unless these are the whole text.
        """
        return [
            hit
            for hit in self.found[sentence].faults
            if hit.entry in wanted
            and not (hit.opaque and self.sentences > 1)
            and (not hit.slots or all(name or written[0].isupper() for name, written in self.slots(sentence, hit)))
        ]

    def slots(self, sentence: int, hit: Hit) -> tuple[tuple[str, str], ...]:
        """What the slots of a hit hold, as written; a `#name` has no name."""
        return tuple((name, self.text.shadow[slice(*self.place(sentence, *words))]) for name, *words in hit.slots)


def passages(texts: list[Text], matcher: Matcher, channel: str, customer: Passage | None = None) -> Iterator[Passage]:
    """Texts of one language as passages: folded and encoded together, searched one by one."""
    folded = matcher.symbols.language.fold(BETWEEN.join(text.masked for text in texts)).split(BETWEEN)
    for text, one, encoded in zip(texts, folded, matcher.encode(folded), strict=True):
        yield Passage(text, one, encoded, matcher, channel, customer)

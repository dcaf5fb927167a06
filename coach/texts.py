"""Texts prepared for judging: composed, masked, folded, and searched sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.address import address
from coach.languages.base import compose
from coach.phrasebook.groups import CONTEXT, SIGNAL, TELLING, TRIGGERING, group_of_signal
from coach.phrasebook.matcher import Encoded, Matcher, Signs, spaced
from coach.phrasebook.scan import Slots, cased
from coach.phrasebook.symbols import APART, BAR, BETWEEN, END, FORMAL, INFORMAL
from coach.rules.context import Hit
from coach.sources.masking import CODE, QUOTE, fill, mask
from coach.sources.tokens import WORD, unwrap

BLOCK = 20_000
"""Texts longer than this are judged block by block, cut at sentence ends, so that time and memory grow with the text only."""

TOGETHER = 50_000
"""How many characters of short texts are encoded at once."""


STEM = 5
"""Words that share so many first letters are taken for forms of one word."""

ECHO = 2
"""A sentence that shares so many words with the customer's message takes it up."""

GREETING = 4
"""Sentences of up to so many words greet or thank."""

BUSY = frozenset({"solution", "next-step", "done", "owner", "nobody", "closing-favour", "feedback-question", "answer"})
"""A sentence that does one of these acknowledges nothing by the words it shares with the customer's."""

EXCLAIMED = r"!{2,}|!(?: !)+|\?!+\?*!"
CAPITALS = r"[A-ZÄÖÜÇĞİŞА-ЯЁ](?<![\w@#&/.-].)[A-ZÄÖÜÇĞİŞА-ЯЁ]{2,}(?![\w@#&/-])"
ORDINARY = 5
"""Shorter words in capitals are mostly abbreviations."""

LOUD = r"[!A-ZÄÖÜÇĞİŞА-ЯЁ](?:(?<=!)[ !?]*!|(?<!!)[A-ZÄÖÜÇĞİŞА-ЯЁ]{2})"
"""The cheap question before both."""

FIRST_PERSON = r"I\b"

SHOUTED = 2
"""One word in capitals is emphasis, so many are shouting."""

UNFILLED = (
    r"[\[{<%#$XХ_](?:(?<=\{)(?:\{[^{}]{1,200}\}\}|%[^%]{1,200}%\}|[^\W\d][\w.\- ]{0,60}\})|(?<=[#$%])\{[^{}\n]{1,200}\}"
    r"|(?<=%)(?:\([^\W\d]\w{0,60}\)s|[A-Z][A-Z_]{1,40}%)|(?<=\[)(?:\[[^\[\]\n]{1,200}\]\]|[^\[\]\n]{0,40}[^\W\d_][^\[\]\n]{0,40}\](?!\())"
    r"|(?<=<)(?:<[^<>\n]{1,80}>>|[^\W\d_]+_\w{1,40}>)|(?<=(?<!\w)[XХ])[XХ]{2,}(?!\w)|(?<=(?<!\w)_)_{3,})"
)
"""Placeholders as they look before they are filled. (Not #NAME#: anonymised transcripts are full of these.) It begins with a
class of characters, because a search for one of few characters is fast."""


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
        self.symbols, self.chunks = encoded
        self.matcher = matcher
        self.sentences = len(self.symbols)
        self._faults: list[tuple[Hit, ...]] | None = None
        self.by_group: dict[int, list[Signs]] = {}
        self.channel = channel
        self.customer = customer

    @property
    def faults(self) -> list[tuple[Hit, ...]]:
        """For each sentence the hits of faults. (A customer's turn is never searched for them.)"""
        if self._faults is None:  # cached_property takes a lock each time, which shows in every text
            self._faults = list(map(self.matcher.read, self.symbols))
        return self._faults

    @faults.setter
    def faults(self, found: list[tuple[Hit, ...]]) -> None:
        """Put hits in their place, as the self-test does with those of one entry."""
        self._faults = found

    def place(self, sentence: int, first: int, last: int) -> tuple[int, int]:
        """The words [first, last) of a sentence as a span of the shadow.

        Nearly every chunk is one word, so the first one is looked for in the chunk of its number; if the chunks before that hold
        more words, further in front.
        """
        chunks = self.chunks
        before = chunk = first + "".join(self.symbols[:sentence]).count(BAR) if sentence else first
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
        return self.place(sentence, 0, self.length(sentence))

    def signalled(self, name: str, first: int, end: int) -> bool:
        """Whether the signal is found in the sentences [first, end)."""
        group, read = group_of_signal(name), self.matcher.read_signals
        for sentence in self.symbols[first:end]:  # noqa: SIM110 (a third of the time that any() takes)
            if name in read(group, sentence).names:
                return True
        return False

    def signalled_before(self, name: str, sentence: int) -> bool:
        """Whether the signal is found in a sentence before `sentence`."""
        return self.signalled(name, 0, sentence)

    def customer_said(self, hit: Hit) -> bool:
        """Whether the customer's message holds a phrase of the same entry."""
        return self.customer is not None and any(said.entry == hit.entry for faults in self.customer.faults for said in faults)

    def hits(self, sentence: int, wanted: frozenset[int]) -> list[Hit]:
        """The hits of the wanted entries in a sentence.

        Left out are those with other capitals than the phrase asks for, all ways but the first to match a phrase, and those of
        masked words only (a link on a line of its own), unless these are the whole text.
        """
        kept: list[Hit] = []
        for hit in self.faults[sentence]:
            again = kept and kept[-1].phrase == hit.phrase and hit.first < kept[-1].last
            if hit.entry in wanted and not again and not (hit.opaque and self.sentences > 1) and self.is_spelled(sentence, hit):
                kept.append(hit)
        return kept

    def is_spelled(self, sentence: int, hit: Hit) -> bool:
        """Whether the words of a hit have the capitals that its phrase asks for, and those of no phrase that cancels it have."""
        if not hit.slots and not hit.unless:
            return True
        return self.has_capitals(sentence, cased(hit.slots)) and not any(
            self.has_capitals(sentence, slots) for slots in hit.unless
        )

    def has_capitals(self, sentence: int, slots: Slots) -> bool:
        """Whether what these slots hold is written as it must be: `=SLA` exactly so, a `#name`, which has no name, like one."""
        held = zip(self.held(sentence, slots), slots, strict=True)
        return all(
            written == name[1:] if name[:1] == "=" else bool(name) or self.is_name(written, opening=first == 0)
            for (name, written), (_, first, _) in held
        )

    def is_name(self, written: str, *, opening: bool) -> bool:
        """Whether a word looks like a name; that which opens a sentence has a capital in any case."""
        polite = self.matcher.symbols.language.formal.words
        return written[0].isupper() and written not in polite and not (opening and self.is_common(written))

    @property
    def lang(self) -> str:
        """The code of the language."""
        return self.matcher.symbols.language.code

    @property
    def masked(self) -> str:
        """The text, links, placeholders and quotations masked."""
        return self.text.masked

    def signs(self, group: int) -> list[Signs]:
        """For each sentence the signals of a group."""
        if group not in self.by_group:
            self.by_group[group] = [self.matcher.read_signals(group, sentence) for sentence in self.symbols]
        return self.by_group[group]

    def names(self, group: int) -> frozenset[str]:
        """The names of the signals of a group that are found."""
        return frozenset[str]().union(*[signs.names for signs in self.signs(group) if signs.names])

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The names of the signals that whole-reply rules wait for."""
        return self.names(TRIGGERING)

    @cached_property
    def telling(self) -> list[frozenset[str]]:
        """For each sentence the names of all its signals."""
        groups = zip(self.signs(CONTEXT), self.signs(TRIGGERING), self.signs(TELLING), strict=True)
        return [context.names | triggering.names | telling.names for context, triggering, telling in groups]

    @property
    def may_mix(self) -> bool:
        """Whether words of both forms of address are there."""
        symbols = "".join(self.symbols)
        return INFORMAL in symbols and FORMAL in symbols

    def where(self, name: str) -> list[int]:
        """The sentences in which the signal is found."""
        return [number for number, signs in enumerate(self.signs(group_of_signal(name))) if name in signs.names]

    def has(self, name: str) -> bool:
        """Whether the signal is found at all."""
        return any(name in signs.names for signs in self.signs(group_of_signal(name)))

    def count(self, name: str) -> int:
        """How often the signal is found: hits that overlap count once."""
        counted = 0
        for signs in self.signs(group_of_signal(name)):
            behind = 0
            for hit in sorted(signs.hits, key=lambda one: (one.last, one.first)):
                if hit.rule == f"{SIGNAL}/{name}" and hit.first >= behind:
                    counted, behind = counted + 1, hit.last
        return counted

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""
        return max([sentence.count(BAR) for sentence in self.symbols], default=0)

    def asks(self, sentence: int) -> bool:
        """Whether a sentence holds a question mark."""
        return "?" in self.symbols[sentence]

    @property
    def has_questions(self) -> bool:
        """Whether any sentence holds a question mark."""
        return any("?" in symbols for symbols in self.symbols)

    def length(self, sentence: int) -> int:
        """The words of a sentence."""
        return self.symbols[sentence].count(BAR)

    @cached_property
    def address(self) -> str:
        """The form of address."""
        shown = {name for name in (FORMAL, INFORMAL) if any(name in symbols for symbols in self.symbols)}
        return address(self.text.masked, self.matcher.symbols.language) if shown else ""

    @property
    def address_of_one(self) -> str:
        """The form of address of one person: customers say ihr to a company."""
        return address(self.text.masked, self.matcher.symbols.language, of_one=True)

    @cached_property
    def echoes(self) -> list[int]:
        """The sentences before the solution that take up words of the customer, and neither solve, promise, ask nor offend."""
        if self.customer is None:
            return []
        theirs = frozenset().union(*map(self.customer.content, range(self.customer.sentences)))
        solving = self.where("solution")
        return [
            number
            for number in range(solving[0] if solving else self.sentences)
            if self.telling[number].isdisjoint(BUSY)
            and not self.faults[number]
            and self.length(number) > GREETING
            and not self.asks(number)
            and len(theirs & self.content(number)) >= ECHO
        ]

    def content(self, sentence: int) -> frozenset[str]:
        """The beginnings of the longer words of a sentence, by which inflected forms of one word are the same."""
        common = self.matcher.symbols.language.function_words
        words = compiled(WORD).findall(self.folded[slice(*self.sentence_span(sentence))])
        return frozenset(word[:STEM] for word in words if len(word) >= STEM and word not in common)

    @cached_property
    def shouted(self) -> tuple[int, int] | None:
        """Where the reply first shouts: exclamation marks in a row, or several ordinary words in capitals."""
        if not compiled(LOUD).search(self.text.masked):
            return None
        marks = compiled(EXCLAIMED).search(self.text.masked)
        if marks:
            return marks.span()
        words = [match for match in compiled(CAPITALS).finditer(self.text.masked) if self.knows(match[0])]
        return (words[0].start(), words[0].end()) if len(words) >= SHOUTED else None

    def knows(self, word: str) -> bool:
        """Whether a word is an ordinary one and no name or abbreviation: the phrasebooks or the language's record have it."""
        symbols = self.matcher.symbols
        folded = symbols.language.fold(word)
        return folded in symbols.language.function_words or (len(word) >= ORDINARY and len(symbols[folded]) > len(BAR))

    def is_common(self, wording: str) -> bool:
        """Whether a wording begins with a word that has its capital only from the start of a sentence."""
        symbols = self.matcher.symbols
        own = symbols.language
        word = own.fold(wording.split(None, 1)[0])
        if own.code == "en" and compiled(FIRST_PERSON).match(wording):
            return False
        if own.code == "de":
            return word in own.function_words | own.openers and word.capitalize() not in own.formal.words
        return word in own.function_words | own.openers or (len(word) >= ORDINARY and len(symbols[word]) > len(BAR))

    @cached_property
    def unfilled(self) -> tuple[int, int] | None:
        """The first placeholder that is to be filled; one that the customer writes about is none."""
        theirs = self.customer.text.shadow if self.customer else ""
        found = (
            match for match in compiled(UNFILLED).finditer(self.text.shadow) if self.masked[match.start()] not in (QUOTE, CODE)
        )
        return next((match.span() for match in found if match[0] not in theirs), None)

    def held(self, sentence: int, slots: Slots) -> Iterator[tuple[str, str]]:
        """What slots hold, as written; a `#name` has no name."""
        return ((name, self.text.shadow[slice(*self.place(sentence, *words))]) for name, *words in slots)


def final_mark(text: str, end: int) -> str:
    """The full stop, question or exclamation marks behind a sentence whose last word ends at `end`."""
    behind = end
    while behind < len(text) and text[behind] in ".!?…":
        behind += 1
    return text[end:behind]


def passages(
    texts: list[Text], matcher: Matcher, channel: str, customer: Passage | None = None, vocabulary: str = ""
) -> Iterator[Passage]:
    """Texts of one language as passages: folded and encoded together, searched one by one.

    `vocabulary` is the expression for names that are never judged.
    """
    if not texts:
        return
    for names in filter(None, (matcher.names, vocabulary)):
        texts = [text._replace(masked=fill(names, CODE, text.masked)) for text in texts]
    folded = matcher.symbols.language.fold(BETWEEN.join(text.masked for text in texts)).split(BETWEEN)
    for text, one, encoded in zip(texts, folded, matcher.encode(folded), strict=True):
        yield Passage(text, one, encoded, matcher, channel, customer)

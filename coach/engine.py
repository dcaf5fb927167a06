"""The check itself: one text in, findings out. Every caller (terminal, files, transcripts, library) comes through here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from coach.config import Config
from coach.errors import UsageError
from coach.languages import language
from coach.languages.address import address
from coach.languages.base import Language, compose
from coach.languages.guess import guess
from coach.model import CATEGORIES, CHANNELS, SEVERITIES, Finding, Report
from coach.phrasebook.cache import load_tables, silent
from coach.phrasebook.matcher import Match, Matcher, tokenize, word_spans
from coach.phrasebook.symbols import BAR, END, NAME
from coach.rewriting import apply, safe_swaps, suggestions
from coach.rules.context import Hit
from coach.rules.judging import judge
from coach.sources.masking import mask
from coach.sources.tokens import unwrap

ROUNDS = 10
"""How often `rewrite` may start again: a swap may bring a phrase to light that it then mends too."""

BLOCK = 20_000
"""Texts longer than this are judged block by block, cut at sentence ends, so that time and memory grow with the text only."""

SAMPLE = 1500
"""Characters from which the language is guessed."""

UNSURE = "the language is not clear from so little text: nothing was judged; name it with lang= or --lang"
RANK = {category: rank for rank, category in enumerate(CATEGORIES)}


class Text(NamedTuple):
    """A text prepared for matching.

    `shadow` is the text in composed form, `masked` the shadow folded and masked (same length); `offsets` leads back from the
    shadow to the text where they differ.
    """

    shadow: str
    masked: str
    offsets: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A span of the shadow as a span of the text."""
        return (self.offsets[start], self.offsets[end]) if self.offsets else (start, end)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces of at most BLOCK characters, cut behind a paragraph, line, sentence or word where there is one."""
    start = 0
    while len(text) - start > BLOCK:
        cuts = (text.rfind(mark, start + BLOCK // 2, start + BLOCK) + len(mark) for mark in ("\n\n", "\n", ". ", " "))
        end = next((cut for cut in cuts if cut > start + BLOCK // 2), start + BLOCK)
        yield start, end
        start = end
    yield start, len(text)


def shifted(one: Finding, by: int) -> Finding:
    """A finding of a block in offsets of the whole text."""
    if not by:
        return one
    better = tuple(s._replace(start=s.start + by, end=s.end + by) for s in one.suggestions)
    return one._replace(start=one.start + by, end=one.end + by, suggestions=better)


def prepare(text: str, lang: Language) -> Text:
    """Compose, mask, unwrap and fold a text."""
    shadow, offsets = compose(text)
    return Text(shadow, lang.fold(unwrap(mask(shadow))), offsets)


class Judged:
    """One text with its symbols: what rules see of it (`coach.rules.context.Context`)."""

    def __init__(self, prepared: Text, matcher: Matcher, channel: str, customer: Judged | None = None) -> None:
        self.text = prepared
        self.matcher = matcher
        self.channel = channel
        self.customer = customer
        self.symbols = matcher.encode(tokenize(prepared.masked))
        self.signals: dict[str, list[int]] = {}

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The words' places in the shadow; only texts with a hit pay for them."""
        return word_spans(self.text.masked)

    @cached_property
    def sentence_words(self) -> list[int]:
        """The number of the first word of each sentence that has words."""
        starts: list[int] = []
        word = 0
        for sentence in self.symbols.split(END):
            words = sentence.count(BAR)
            if words:
                starts.append(word)
            word += words
        return starts

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.sentence_words)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect_right(self.sentence_words, word) - 1

    def sentence_span(self, sentence: int) -> tuple[int, int]:
        """From the first word of a sentence to the end of its last, in the shadow."""
        first = self.sentence_words[sentence]
        last = self.sentence_words[sentence + 1] if sentence + 1 < self.sentences else len(self.spans)
        return self.spans[first][0], self.spans[last - 1][1]

    def matches(self, wanted: frozenset[int]) -> list[Match]:
        """The matches of the wanted entries; those whose `#name` is not capitalised are left out."""
        return [match for match in self.matcher.find(self.symbols, wanted) if self.names_hold(match)]

    def names_hold(self, match: Match) -> bool:
        """Whether every word that a phrase takes for a name begins with a capital."""
        return all(self.text.shadow[self.spans[first][0]].isupper() for name, first, _ in match.slots if name.startswith(NAME))

    def signalled_in(self, name: str) -> list[int]:
        """The sentences in which a signal is found, in order."""
        if name not in self.signals:
            found = self.matches(self.matcher.rules.get(f"signal/{name}", frozenset()))
            self.signals[name] = sorted({self.sentence_of(match.first) for match in found})
        return self.signals[name]

    def signalled(self, name: str, first: int, end: int) -> bool:
        """Whether the signal is found in the sentences [first, end)."""
        return any(first <= sentence < end for sentence in self.signalled_in(name))

    def signalled_before(self, name: str, sentence: int) -> bool:
        """Whether the signal is found in a sentence before `sentence`."""
        return self.signalled(name, 0, sentence)

    def customer_said(self, hit: Hit) -> bool:
        """Whether the customer's message holds a phrase of the same entry."""
        return self.customer is not None and bool(self.customer.matches(frozenset({hit.entry})))

    def hit(self, match: Match, rule: str, severity: str) -> Hit:
        """A match with its place in the shadow and its slots as written."""
        start, end = self.spans[match.first][0], self.spans[match.last - 1][1]
        slots = tuple(
            (name, self.text.shadow[self.spans[a][0] : self.spans[b - 1][1]])
            for name, a, b in match.slots
            if not name.startswith(NAME)
        )
        return Hit(rule, severity, start, end, match.first, match.last, self.sentence_of(match.first), slots, match.entry)


class Coach:
    """Judges many texts with one configuration; phrasebooks are loaded on first need and kept."""

    def __init__(self, config: Config | None = None, progress: Callable[[str], None] = silent) -> None:
        """`progress` gets a line before a phrasebook is compiled, and hints about the cache.

        Raises UsageError for an unknown language, channel, severity, category or rule.
        """
        self.config = config or Config()
        self.progress = progress
        self.matchers: dict[str, Matcher] = {}
        self.wanted: dict[str, frozenset[int]] = {}
        validate(self.config)

    def check(self, text: str, lang: str | None = None, channel: str | None = None, customer: str | None = None) -> Report:
        """The findings of a reply, in text order.

        `lang` is guessed when neither given nor configured; `customer` is the message the reply answers.
        Raises UsageError for an unknown language or channel.
        """
        code = lang or self.config.lang or guess(mask(text[:SAMPLE]))
        if code is None:
            return Report((), None, UNSURE if text.strip() else "")
        where = channel or self.config.channel
        if where not in CHANNELS:
            raise UsageError(f"unknown channel {where!r}", hint=f"known are {', '.join(CHANNELS)}")
        matcher = self.matcher(code)
        said = Judged(prepare(customer, language(code)), matcher, where) if customer else None
        found: list[Finding] = []
        for start, end in blocks(text):
            judged = Judged(prepare(text[start:end], language(code)), matcher, where, said)
            found.extend(shifted(one, start) for one in findings(text[start:end], judged, self.wanted[code], self.config))
        return Report(tuple(found), code)

    def rewrite(self, text: str, lang: str | None = None) -> str:
        """The text with every safe swap applied; everything else stays as it is."""
        code = lang or self.config.lang or guess(mask(text[:SAMPLE]))
        for _ in range(ROUNDS if code else 0):
            changed = apply(text, safe_swaps(self.check(text, code).findings))
            if changed == text:
                break
            text = changed
        return text

    def matcher(self, code: str) -> Matcher:
        """The matcher of a language, loaded once."""
        if code not in self.matchers:
            self.matchers[code] = matcher = Matcher(load_tables(language(code).code, self.progress), language(code))
            self.wanted[code] = wanted(matcher, self.config)
        return self.matchers[code]


def validate(config: Config) -> None:
    """Refuse a configuration that names something unknown."""
    if config.lang is not None:
        language(config.lang)
    if config.channel not in CHANNELS:
        raise UsageError(f"unknown channel {config.channel!r}", hint=f"known are {', '.join(CHANNELS)}")
    if config.min_severity not in SEVERITIES:
        raise UsageError(f"unknown severity {config.min_severity!r}", hint=f"known are {', '.join(SEVERITIES)}")
    if not config.select and not config.ignore:
        return
    from coach.rules.table import CONCEPTS

    for name in (*config.select, *config.ignore):
        if name not in CATEGORIES and name not in CONCEPTS:
            import difflib

            near = difflib.get_close_matches(name, [*CATEGORIES, *CONCEPTS], 1)
            raise UsageError(
                f"unknown rule or category {name!r}", hint=f"did you mean {near[0]}?" if near else "`coach rules` lists them"
            )


def selected(rule: str, config: Config) -> bool:
    """Whether the configuration wants a rule."""
    names = (rule, rule.partition("/")[0])
    return (
        names[1] in RANK
        and (not config.select or any(name in config.select for name in names))
        and not any(name in config.ignore for name in names)
    )


def wanted(matcher: Matcher, config: Config) -> frozenset[int]:
    """The numbers of the entries whose rules the configuration wants."""
    return frozenset().union(*(numbers for rule, numbers in matcher.rules.items() if selected(rule, config)))


def findings(text: str, judged: Judged, entries: frozenset[int], config: Config) -> list[Finding]:
    """Hits of the entries judged in their context, settled, and with their better wordings."""
    matcher = judged.matcher
    matches = judged.matches(entries)
    if not matches:
        return []
    worst = SEVERITIES.index(config.min_severity)
    hits = []
    for match in matches:
        hit = judged.hit(match, *matcher.entries[match.entry][:2])
        severity = judge(hit, judged)
        if severity is not None and SEVERITIES.index(severity) <= worst:
            hits.append(hit._replace(severity=severity))
    form = address(judged.text.shadow, matcher.symbols.language)
    return [finding(text, hit, judged, form) for hit in settle(hits)]


def settle(hits: list[Hit]) -> list[Hit]:
    """One best hit a span: of two that overlap the narrower fault stays, then the graver, the longer, the earlier.

    Hits of different categories that overlap only at their edges are two faults and both stay.
    """
    best: list[Hit] = []
    for hit in sorted(
        hits,
        key=lambda one: (
            RANK[one.rule.partition("/")[0]],
            SEVERITIES.index(one.severity),
            one.start - one.end,
            one.start,
            one.rule,
        ),
    ):
        if not any(clash(hit, other) for other in best):
            best.append(hit)
    return sorted(best, key=lambda one: (one.start, one.end, one.rule))


def clash(one: Hit, other: Hit) -> bool:
    """Whether two hits claim the same words: any shared word within a category, more than half of the shorter across."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return False
    if one.rule.partition("/")[0] == other.rule.partition("/")[0]:
        return True
    return 2 * shared > min(one.end - one.start, other.end - other.start)


def finding(text: str, hit: Hit, judged: Judged, form: str) -> Finding:
    """A hit as the caller sees it, in offsets of the text as it was given."""
    _, _, why, swap, say, _ = judged.matcher.entries[hit.entry]
    span = judged.text.original(hit.start, hit.end)
    sentence = judged.text.original(*judged.sentence_span(hit.sentence))
    lang = judged.matcher.symbols.language.code
    better = suggestions(text, span, sentence, swap, say, dict(hit.slots), form, lang)
    return Finding(hit.rule, hit.rule.partition("/")[0], hit.severity, *span, text[slice(*span)], why, better)

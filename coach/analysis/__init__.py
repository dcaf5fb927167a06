"""Sentences, lemmas and patterns over lemmas, for the rules that compare a customer's message with the reply.

The only part of the product that imports spaCy, and never loaded by a check of a bare draft. No model is downloaded: the
pipelines are blank ones with rules and dictionaries (`pipelines`); an installed trained pipeline takes their place and the
records stay the same. Offsets are code points in the text as it was given, whatever had to be tidied for spaCy (`tidy`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from spacy.language import Language as Pipeline
from spacy.matcher import Matcher
from spacy.tokens import Doc

from coach.analysis.pipelines import pipeline
from coach.analysis.tidy import blocks
from coach.languages import language

__all__ = ["Analysis", "Match", "Sentence", "Token", "analyse", "find", "key_lemmas", "matcher", "pipeline", "questions"]

CONTENT = {
    "en": "amount call name empty full part",
    "de": "teil teile offen schlecht ende",
    "ru": "данные данных данными",
    "tr": "iş kaynak çabuk",
}
"""Words on spaCy's lists of stop words that a customer's question may be about."""

EMPTY_VERBS = {"tr": "et ol yap i"}
"""Lemmas without content of their own that the lists, being lists of forms, do not hold."""

ABBREVIATION = re.compile(r"[^\W\d_]|(?:[^\W\d_]{1,4}\.)+[^\W\d_]?")
"""A single letter, or what the tokenizer could not spell out: "e.g.", "Dr."."""

DOCS = 500
"""How many Docs wait to be joined. A Doc of three words takes as much memory as sixty words in a long one."""

ASKS = re.compile(r"[?？][\W_]*\Z")
ASKS_BY_PARTICLE = re.compile(r"(?i)[?？][\W_]*\Z|\bm[ıiuü](?:y[ıiuüd]\w*|s[ıiuü]n\w*)?[\W_]*\Z")
"""In a chat a Turkish question often does without its mark: the particle tells it."""


class Token(NamedTuple):
    """A word, number or sign; white space is none. `text` is `[start:end]` of the text as given.

    `pos` and `morph` are Universal Dependencies ("NOUN", "Case=Gen|Number=Plur"), "" where not known: without a trained pipeline
    only Russian words have more than PRON, NUM and PUNCT. `is_number` includes numbers in words, except German ones.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str
    is_stop: bool
    is_number: bool
    is_punct: bool


class Sentence(NamedTuple):
    """A sentence without the white space around it: `[start:end]` of the text, and its tokens `[first:last]`."""

    start: int
    end: int
    text: str
    first: int
    last: int


class Analysis(NamedTuple):
    """A text taken apart. `doc[i]` is `tokens[i]`; the Doc's own character offsets are those of a tidied copy of the text."""

    text: str
    lang: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    doc: Doc


class Match(NamedTuple):
    """Where a pattern of a matcher was found: `[start:end]` of the analysed text."""

    name: str
    start: int
    end: int


def analyse(text: str, lang: str) -> Analysis:
    """Take a text of any length apart.

    Raises UsageError for an unknown language, CoachError when an installed trained pipeline cannot be loaded.
    """
    nlp = pipeline(lang)
    stops = _stops(lang)
    fold = language(lang).fold
    shared: dict[str, str] = {}  # one copy of each string: a long text repeats its words
    tokens: list[Token] = []
    firsts: list[int] = []
    done: list[Doc] = []
    docs: list[Doc] = []
    for doc, block in nlp.pipe(((block.text, block) for block in blocks(text)), as_tuples=True):
        for token in doc:
            if token.is_sent_start or not token.i:
                firsts.append(len(tokens))
            at = token.idx
            start, end = block.starts[at], block.ends[at + len(token) - 1]
            lemma, morph, written = token.lemma_, str(token.morph), text[start:end]
            tokens.append(
                Token(
                    start,
                    end,
                    shared.setdefault(written, written),
                    shared.setdefault(lemma, lemma),
                    token.pos_,
                    shared.setdefault(morph, morph),
                    fold(token.text) in stops or fold(lemma) in stops,
                    token.like_num,
                    token.is_punct,
                )
            )
        docs.append(doc)
        if len(docs) == DOCS:
            done.append(_joined(nlp, docs))
            docs = []
    sentences = [
        Sentence(tokens[first].start, tokens[last - 1].end, text[tokens[first].start : tokens[last - 1].end], first, last)
        for first, last in pairwise([*firsts, len(tokens)])
    ]
    return Analysis(text, lang, tuple(sentences), tuple(tokens), _joined(nlp, [*done, *docs]))


def _joined(nlp: Pipeline, docs: list[Doc]) -> Doc:
    """One Doc of several, token for token."""
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=True) or Doc(nlp.vocab)


@cache
def _stops(lang: str) -> frozenset[str]:
    """Words without content, folded: spaCy's list, the function words of our own, and verbs that only carry endings."""
    record = language(lang)
    listed = pipeline(lang).Defaults.stop_words | record.function_words | set(EMPTY_VERBS.get(lang, "").split())
    return frozenset(map(record.fold, listed)) - set(CONTENT[lang].split())


def key_lemmas(text: str, lang: str) -> frozenset[str]:
    """What a text is about: the lemmas of its content words and its numbers.

    Folded and spelled as the phrasebooks look words up (ё is е, ß is ss, ä is ae), so that two texts can be compared. Raises as
    `analyse` does.
    """
    record = language(lang)
    return frozenset(
        record.key(record.fold(token.lemma).rstrip("."))
        for token in analyse(text, lang).tokens
        if not token.is_stop and any(letter.isalnum() for letter in token.text) and not ABBREVIATION.fullmatch(token.lemma)
    )


def questions(text: str, lang: str) -> tuple[Sentence, ...]:
    """The sentences that end in a question mark, or in a Turkish question particle; quotes, brackets and smileys may follow it.

    Raises as `analyse` does.
    """
    asks = ASKS_BY_PARTICLE if lang == "tr" else ASKS
    return tuple(sentence for sentence in analyse(text, lang).sentences if asks.search(sentence.text))


def matcher(lang: str, patterns: Mapping[str, Sequence[Sequence[Mapping[str, Any]]]]) -> Matcher:
    """A spaCy Matcher: each name with its token patterns, any one of which is enough; the longest match wins.

    `{"LEMMA": ...}` is compared with lemmas as the dictionaries spell them: German nouns with a capital, Turkish verbs as stems
    and all Turkish in lower case, Russian with ё. Raises spaCy's MatchPatternError for a malformed pattern.
    """
    made = Matcher(pipeline(lang).vocab, validate=True)
    for name, alternatives in patterns.items():
        made.add(name, [[dict(token) for token in pattern] for pattern in alternatives], greedy="LONGEST")
    return made


def find(matcher: Matcher, analysis: Analysis) -> tuple[Match, ...]:
    """Every match in text order, longer ones first where several start together. No match goes beyond its sentence."""
    doc, tokens = analysis.doc, analysis.tokens
    found = (
        Match(doc.vocab.strings[name], tokens[sentence.first + first].start, tokens[sentence.first + last - 1].end)
        for sentence in analysis.sentences
        for name, first, last in matcher(doc[sentence.first : sentence.last])
    )
    return tuple(sorted(found, key=lambda match: (match.start, -match.end, match.name)))

"""The lemma component: dictionary forms from simplemma (en, de, tr), with the grammar of each word from pymorphy3 (ru).

Only what is known is set. A part of speech is given for punctuation, numbers and the personal pronouns that are nothing else;
Russian words get theirs from the dictionary, and a grammatical feature only where the likely readings of a form agree on it.
simplemma and pymorphy3 are loaded with the first word that needs them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from spacy.lang.ru.lemmatizer import oc2ud
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from coach.errors import UsageError
from coach.languages import language

PRONOUNS = {
    "en": "i you he she it we they me him us them myself yourself himself herself itself ourselves yourselves themselves",
    "de": "ich du er sie es wir mich dich ihn mir dir ihm ihnen uns euch",
    "tr": "ben sen biz siz onlar beni seni bizi sizi onları bana sana bize size onlara benim senin bizim sizin",
}
"""Forms that are nothing but personal pronouns, folded. Russian ones are known from the dictionary."""

UNLIKELY = 0.1
"""A Russian reading is left out of account when it is less than this share as frequent as the most frequent one."""


class Reading(NamedTuple):
    """What is known of a word form: its dictionary form, UD part of speech, UD features ("Case=Nom|Number=Sing")."""

    lemma: str
    pos: str = ""
    morph: str = ""


Reader = Callable[[str, bool], Reading]
"""From a word form, and whether it is the first word of a sentence, to what is known of it."""


@Pipeline.factory("coach_lemmas", assigns=["token.lemma", "token.pos", "token.morph"], default_config={"lang": "en"})
def coach_lemmas(nlp: Pipeline, name: str, lang: str) -> Lemmas:
    """The component under the name by which a pipeline asks for it."""
    return Lemmas(lang)


class Lemmas:
    """Sets lemmas, and parts of speech and features where a tagger before it has not set them."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.fold = language(lang).fold
        self.pronouns = frozenset(PRONOUNS.get(lang, "").split())

    def __call__(self, doc: Doc) -> Doc:
        """Called by the pipeline, once a block."""
        first = True
        for token in doc:
            first = first or bool(token.is_sent_start)
            self._describe(token, first)
            first = first and not any(letter.isalnum() for letter in token.text)
        return doc

    def _describe(self, token: Token, first: bool) -> None:
        """Set what is known of one token."""
        if any(letter.isalpha() for letter in token.text) and not (token.like_url or token.like_email):
            reading = reader(self.lang)(_spelled_out(token), first)
        else:
            reading = Reading(token.text)
        token.lemma_ = reading.lemma
        if not token.pos:
            if token.is_punct:
                token.pos_ = "PUNCT"
            elif token.like_num:
                token.pos_ = "NUM"
            elif self.fold(token.text) in self.pronouns:
                token.pos_ = "PRON"
            elif reading.pos:
                token.pos_ = reading.pos
        if reading.morph and not token.has_morph():
            token.set_morph(reading.morph)  # type: ignore[attr-defined]  # spaCy's stub lacks it


def _spelled_out(token: Token) -> str:
    """The word a token stands for: the tokenizer's exceptions know that "n't" is not, "Nr." Nummer and "ул." улица."""
    norm = token.norm_
    if len(token.text.rstrip(".")) == 1 and "." in token.text:
        return token.text  # д. is a house in one place and a day in another
    if norm == token.lower_ or " " in norm or not norm[:1].isalpha():
        return token.text
    return norm


@cache
def reader(lang: str) -> Reader:
    """The reader of a language, its dictionary loaded. Raises UsageError for a language that has none."""
    if lang == "ru":
        return _russian()
    readers = {"en": _english, "de": _german, "tr": _turkish}
    if lang not in readers:
        raise UsageError(f"no lemmas for language {lang!r}")
    return readers[lang]()


class _Lookup(NamedTuple):
    """simplemma for one language: `lemma` of a form, which is the form itself if unknown, and whether a form is `listed`."""

    lemma: Callable[[str], str]
    listed: Callable[[str], bool]


def _simplemma(lang: str) -> _Lookup:
    """Load a dictionary: the compact kind, which loads in half the time and takes a fifth of the memory."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    strategy = DefaultStrategy(low_memory=True)
    lemmatizer = Lemmatizer(lemmatization_strategy=strategy)
    return _Lookup(lambda form: lemmatizer.lemmatize(form, lang), lambda form: strategy.is_dictionary_member(form, lang))


def _english() -> Reader:
    """Words in capitals and at the start of a sentence are read as lower case where that is a word."""
    lemma, listed = _simplemma("en")

    @lru_cache(maxsize=1 << 16)
    def read(form: str, first: bool) -> Reading:
        lower = form.lower()
        return Reading(lemma(lower if lower != form and (first or form.isupper()) and listed(lower) else form))

    return read


def _german() -> Reader:
    """A capital makes a noun ("die Habe") except where every word has one: at the start of a sentence, in capitals."""
    lemma, listed = _simplemma("de")

    @lru_cache(maxsize=1 << 16)
    def read(form: str, first: bool) -> Reading:
        shouted = form.isupper() and len(form) > 1
        lower, title = form.lower(), form.capitalize()
        if (first or shouted) and listed(lower.partition("'")[0]):
            return Reading(lemma(lower.partition("'")[0]))
        if shouted and listed(title):
            return Reading(lemma(title))
        found = lemma(form)
        if found == form and not listed(form):
            found = next((lemma(other) for other in _respelled(form) if listed(other) or listed(other.capitalize())), found)
        # Swiss spelling of the commonest word that a dictionary entry stands in the way of: Strass, the imitation jewel.
        return Reading("Straße" if found == "Strass" else found)

    return read


def _respelled(form: str) -> tuple[str, ...]:
    """What a word typed without umlauts and ß, or run together with "es", may be: Gruesse -> Grüße, geht's -> geht."""
    umlauts = form
    for typed, meant in (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("Ae", "Ä"), ("Oe", "Ö"), ("Ue", "Ü")):
        umlauts = umlauts.replace(typed, meant)
    spellings = (umlauts, form.replace("ss", "ß"), umlauts.replace("ss", "ß"), form.partition("'")[0])
    return tuple(spelling for spelling in spellings if spelling != form)


def _turkish() -> Reader:
    """Always lower case, with Turkish i: İstanbul'da -> istanbul, ISPARTA -> ısparta. Lemmas of verbs are stems: geldi -> gel."""
    lemma, listed = _simplemma("tr")
    fold = language("tr").fold

    @lru_cache(maxsize=1 << 16)
    def read(form: str, first: bool) -> Reading:
        word = fold(form)
        stem, apostrophe, _ = word.partition("'")
        if apostrophe and stem:
            return Reading(stem)  # the apostrophe sets suffixes off from a name, a number or a foreign word
        found = lemma(word)
        if found == word and "ı" in word and len(form) > 1 and form.isupper() and not listed(word):
            found = lemma(word.replace("ı", "i"))  # capitals typed on a foreign keyboard: IADE for İADE
        return Reading(fold(found) if found[:1] != "I" or word[:1] != "i" else "i" + fold(found[1:]))

    return read


def _russian() -> Reader:
    """The most frequent reading of the form; features only as far as the likely readings of the same word agree."""
    import pymorphy3

    analyser = pymorphy3.MorphAnalyzer(lang="ru")

    @lru_cache(maxsize=1 << 16)
    def read(form: str, first: bool) -> Reading:
        try:
            readings: list[Any] = analyser.parse(form)
        except ValueError:  # it asks for the names of characters, and some letters of far scripts have none
            return Reading(form)
        best = readings[0]
        if len(form) == 1 and "Abbr" in best.tag:
            return Reading(form)  # "т" of "т. д.", "т. п.", "т. к." is a different word each time
        pos, features = _universal(str(best.tag))
        for other in readings[1:]:
            if other.score < best.score * UNLIKELY or other.normal_form != best.normal_form:
                continue
            other_pos, other_features = _universal(str(other.tag))
            if other_pos == pos:
                features &= other_features
        return Reading(best.normal_form, pos, "|".join(sorted(f"{name}={value}" for name, value in features)))

    return read


@cache
def _universal(tag: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """An OpenCorpora tag as Universal Dependencies: part of speech ("" where there is none) and features."""
    pos, features = oc2ud(tag)
    return "" if pos == "X" else pos, frozenset(features.items())

"""One spaCy pipeline a language, made once a process: an installed trained one, else a blank one with our own components."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import entry_points

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.vocab import Vocab

from coach.analysis import lemmas, sentences  # noqa: F401 - they register the components that add_pipe names
from coach.errors import CoachError
from coach.languages import language

SIZES = ("sm", "md", "lg", "trf")
"""Of several trained pipelines the fastest is taken: its sentences and lemmas are as good for our purpose."""

MISREAD = {"en": frozenset({"id", "Id", "wed", "Wed"})}
"""Words that spaCy's exceptions take for a pronoun with "'d": "order id", "on Wed"."""

RUN = re.compile(r"[^\w\s]{40,}|\S{300,}")
"""What is taken for one token, because spaCy's tokenizer needs time with the square of it (46 s for 20,000 question marks)."""

MAX_LENGTH = 1 << 26
"""Code points in one block. Blocks are short (see `tidy`) unless there is no blank in them, and then they are one token."""


@cache
def pipeline(lang: str) -> Pipeline:
    """The pipeline of a language: tokens, sentence starts, lemmas, and parts of speech as far as they are known.

    Raises UsageError for an unknown language, CoachError when an installed trained pipeline cannot be loaded.
    """
    language(lang)
    package = trained_package(lang)
    nlp = _load(package) if package else spacy.blank(lang)
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    if "token.is_sent_start" not in assigned:
        nlp.add_pipe("coach_sentences", first=True, config={"lang": lang})
    if "token.lemma" not in assigned:
        nlp.add_pipe("coach_lemmas", last=True, config={"lang": lang})
    nlp.max_length = MAX_LENGTH
    _bound_tokenizer(nlp, MISREAD.get(lang, frozenset()))
    return nlp


def trained_package(lang: str) -> str | None:
    """The installed trained pipeline of a language (en_core_web_sm, de_core_news_md, ...), or None.

    spaCy's packages announce themselves in an entry point, so none has to be imported to find out.
    """
    names = {point.name for point in entry_points(group="spacy_models") if point.name.startswith(f"{lang}_core_")}

    def rank(name: str) -> tuple[int, str]:
        size = name.rpartition("_")[2]
        return SIZES.index(size) if size in SIZES else len(SIZES), name

    return min(names, key=rank, default=None)


def _load(package: str) -> Pipeline:
    """A trained pipeline without its names component, which nothing here asks for and which takes a third of its time."""
    try:
        return spacy.load(package, exclude=["ner"])
    except Exception as error:  # whatever a package made for another version of spaCy runs into
        raise CoachError(
            f"the spaCy pipeline {package} is installed but cannot be loaded: {error}",
            hint=f"install the version that fits spaCy {spacy.about.__version__}, or uninstall {package}: it is not required",
        ) from error


def _bound_tokenizer(nlp: Pipeline, misread: frozenset[str]) -> None:
    """Put a guard before the tokenizer of a pipeline, and take exceptions from it that misread ordinary words."""
    tokenizer = nlp.tokenizer
    rules = getattr(tokenizer, "rules", None)
    if rules and misread:
        tokenizer.rules = {text: rule for text, rule in rules.items() if text not in misread}  # type: ignore[union-attr]
    nlp.tokenizer = GuardedTokenizer(nlp.vocab, tokenizer)


class GuardedTokenizer:
    """A tokenizer that makes one token of a run without blanks, so that its time stays in proportion to the text."""

    def __init__(self, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self.vocab = vocab
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The Doc of a text: spaCy's own tokens everywhere except in such a run."""
        if RUN.search(text) is None:
            return self.tokenizer(text)
        return Doc.from_docs(list(self._pieces(text)), ensure_whitespace=False) or Doc(self.vocab)

    def _pieces(self, text: str) -> Iterator[Doc]:
        """The Docs of the stretches between the runs, and of the runs, in order; a blank belongs to what it follows."""
        done = 0
        for match in RUN.finditer(text):
            if match.start() > done:
                yield self.tokenizer(text[done : match.start()])
            done = match.end() + (text[match.end() : match.end() + 1] == " ")
            yield Doc(self.vocab, words=[match.group()], spaces=[done > match.end()])
        if done < len(text):
            yield self.tokenizer(text[done:])

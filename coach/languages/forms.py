"""From a lemma to its inflected forms: simplemma's tables turned round (en, de) and pymorphy3 (ru); Turkish is grammar.

Only the compiler and the analysis use this; the dictionaries are loaded on first use (0.2 s en, 1 s de, 0.1 s ru).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

RUSSIAN_FEATURES = {
    "past": "past", "pres": "pres", "fut": "futr", "imp": "impr", "inf": "INFN", "1": "1per", "2": "2per", "3": "3per",
    "sg": "sing", "pl": "plur", "m": "masc", "f": "femn", "n": "neut", "nom": "nomn", "gen": "gent", "dat": "datv",
    "acc": "accs", "ins": "ablt", "loc": "loct", "part": "PRTF", "short": ("PRTS", "ADJS"), "gerund": "GRND", "pass": "pssv",
    "act": "actv", "fin": "VERB", "comp": "COMP",
}  # fmt: skip
"""Our feature names and the OpenCorpora grammemes they stand for."""

GERMAN_SHAPES: dict[str, Callable[[str, str], bool]] = {
    "inf": lambda form, lemma: form == lemma,
    "part": lambda form, lemma: bool(re.fullmatch(r"\w*ge\w{2,}(?:t|en|n)", form)) and not form.startswith(lemma[:-1]),
    "zu": lambda form, lemma: "zu" in form[2:] and form.endswith("n") and form != lemma,
}
ENGLISH_SHAPES: dict[str, Callable[[str, str], bool]] = {
    "base": lambda form, lemma: form == lemma,
    "ing": lambda form, lemma: form.endswith("ing") and form != lemma,
    "s": lambda form, lemma: form.endswith("s") and form != lemma and not lemma.endswith("s"),
    "ed": lambda form, lemma: form != lemma and not form.endswith(("ing", "s")),
}


class UnknownFormError(ValueError):
    """A lemma without known forms, or a feature the language does not have; the message says which."""


def forms(lang: str, lemma: str, features: tuple[str, ...] = ()) -> frozenset[str]:
    """All inflected forms of a lemma that have every feature, in lower case as the dictionaries spell them.

    Raises UnknownFormError.
    """
    if lang == "ru":
        return russian_forms(lemma, features)
    known = paradigms(lang).get(lemma, frozenset()) | {lemma}
    if len(known) < 2 and not features:
        raise UnknownFormError(f"no inflected forms known for <{lemma}>")
    return shaped(known, lemma, features, ENGLISH_SHAPES if lang == "en" else GERMAN_SHAPES)


def shaped(
    known: Iterable[str], lemma: str, features: tuple[str, ...], shapes: dict[str, Callable[[str, str], bool]]
) -> frozenset[str]:
    """The forms whose shape shows all features."""
    for feature in features:
        if feature not in shapes:
            raise UnknownFormError(f"unknown feature :{feature}; known are {', '.join(shapes)}")
    found = frozenset(form for form in known if all(shapes[feature](form, lemma) for feature in features))
    if not found:
        raise UnknownFormError(f"<{lemma}> has no form with {'.'.join(features)}; list the words as (a|b) instead")
    return found


@cache
def paradigms(lang: str) -> dict[str, frozenset[str]]:
    """simplemma's table form -> lemma turned round, single words without apostrophes only, everything in lower case."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

    table: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in DEFAULT_DICTIONARY_FACTORY.get_dictionary(lang).items():
        if form.isalpha() and len(form) > 1:
            table[lemma.lower()].add(form.lower())
    return {lemma: frozenset(found) for lemma, found in table.items()}


@cache
def analyser() -> Any:
    """pymorphy3's analyser (untyped), one a process."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def russian_forms(lemma: str, features: tuple[str, ...]) -> frozenset[str]:
    """The forms of every reading whose normal form is the lemma."""
    for feature in features:
        if feature not in RUSSIAN_FEATURES:
            raise UnknownFormError(f"unknown feature :{feature}; known are {', '.join(RUSSIAN_FEATURES)}")
    readings = [
        reading for reading in analyser().parse(lemma) if reading.normal_form.replace("ё", "е") == lemma.replace("ё", "е")
    ]
    if not readings or not any(reading.is_known for reading in readings):
        known = sorted({f"<{reading.normal_form}>" for reading in analyser().parse(lemma) if reading.is_known})
        raise UnknownFormError(f"<{lemma}> is no dictionary form" + (f"; did you mean {' or '.join(known)}?" if known else ""))
    wanted = [RUSSIAN_FEATURES[feature] for feature in features]
    found = frozenset(
        form.word
        for reading in readings
        for form in reading.lexeme
        if all(g == form.tag._POS or g in form.tag.grammemes if isinstance(g, str) else form.tag._POS in g for g in wanted)
    )
    if not found:
        raise UnknownFormError(f"<{lemma}> has no form with {'.'.join(features)}")
    return found

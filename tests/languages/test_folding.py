"""Folding keeps length and offsets; keys and spellings bring variants together, and keep different words apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.languages import language
from coach.languages.base import compose, without_runs
from coach.languages.casing import copy_case
from coach.model import LANGUAGES


@given(st.text(), st.sampled_from(LANGUAGES))
def test_fold_keeps_length(text: str, lang: str) -> None:
    assert len(language(lang).fold(text)) == len(text)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_composing_keeps_track_of_every_character(text: str) -> None:
    assume(all(unicodedata.is_normalized("NFC", letter) for letter in text))  # a CJK variant is no letter with a mark
    shadow, offsets = compose(text)
    assert unicodedata.is_normalized("NFC", shadow) or offsets is not None
    if offsets is not None:
        assert len(offsets) == len(shadow) + 1
        assert list(offsets) == sorted(offsets)
        assert offsets[-1] == len(text)


@pytest.mark.parametrize(
    ("lang", "text", "folded"),
    [
        ("tr", "ISPARTA İzmir", "ısparta izmir"),
        ("en", "ISLAND İ", "island i"),
        ("ru", "Ещё ЁЛКА", "еще елка"),
        ("de", "GRÖẞE Straße", "größe straße"),
        ("en", "Can’t ‘n’", "can't 'n'"),
    ],
)
def test_fold(lang: str, text: str, folded: str) -> None:
    assert language(lang).fold(text) == folded


@pytest.mark.parametrize(
    ("lang", "one", "other", "same"),
    [
        ("de", "für", "fuer", True),
        ("de", "strasse", "straße", True),
        ("de", "neue", "nü", False),
        ("en", "can\u00adnot", "cannot", True),  # a soft hyphen
        ("tr", "sınır", "sinir", False),
    ],
)
def test_keys(lang: str, one: str, other: str, same: bool) -> None:
    key = language(lang).key
    assert (key(one) == key(other)) is same


@pytest.mark.parametrize(
    ("word", "expected"), [("neeeein", {"nein", "neein"}), ("kesinn", {"kesin"}), ("bitte", {"bite"}), ("nein", set())]
)
def test_drawn_out_letters(word: str, expected: set[str]) -> None:
    assert set(without_runs(word)) == expected


@pytest.mark.parametrize(
    ("lang", "source", "text", "expected"),
    [
        ("tr", "Maalesef", "ilk gün", "İlk gün"),
        ("tr", "MAALESEF", "ilk gün", "İLK GÜN"),
        ("en", "Unfortunately", "it is", "It is"),
        ("en", "unfortunately", "it is", "it is"),
        ("en", "SLA", "deadline", "deadline"),  # an abbreviation is not shouting
        ("de", "Leider", "ich", "Ich"),
        ("ru", "Увы", "ещё", "Ещё"),
        ("en", "100", "all", "all"),
    ],
)
def test_copied_case(lang: str, source: str, text: str, expected: str) -> None:
    assert copy_case(source, text, lang) == expected

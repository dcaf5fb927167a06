"""Lemma -> forms, and what is said about a lemma or feature that is not known."""

from __future__ import annotations

import pytest

from coach.languages.en import inflect as inflect_english
from coach.languages.forms import UnknownFormError, forms
from coach.languages.tr import inflect
from coach.languages.turkish import expand


@pytest.mark.parametrize(
    ("lang", "lemma", "features", "among", "not_among"),
    [
        ("en", "forget", (), {"forgot", "forgotten", "forgets"}, {"forgetful"}),
        ("en", "send", ("ed",), {"sent"}, {"send", "sending"}),
        ("de", "vergessen", (), {"vergisst", "vergaß"}, {"vergeben"}),
        ("de", "einreichen", ("part",), {"eingereicht"}, {"einreichen"}),
        ("ru", "забыть", ("past", "f"), {"забыла"}, {"забыл", "забудет"}),
        ("ru", "заполнить", ("imp", "pl"), {"заполните"}, {"заполнили"}),
    ],
)
def test_forms(lang: str, lemma: str, features: tuple[str, ...], among: set[str], not_among: set[str]) -> None:
    found = forms(lang, lemma, features)
    assert among <= found
    assert not not_among & found


@pytest.mark.parametrize(
    ("lang", "lemma", "features", "message"),
    [
        ("en", "forgett", (), "no inflected forms"),
        ("en", "forget", ("dual",), "known are base, ing, s, ed"),
        ("ru", "обязан", (), "did you mean"),
        ("ru", "забыть", ("dual",), "unknown feature"),
    ],
)
def test_unknown_forms_say_what_to_do(lang: str, lemma: str, features: tuple[str, ...], message: str) -> None:
    with pytest.raises(UnknownFormError, match=message):
        forms(lang, lemma, features)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("mAdInIz", {"madınız", "mediniz"}),
        ("unutmADIk", {"unutmadık", "unutmatık"}),
        ("bulmAlIsInIz", {"bulmalısınız"}),
        ("görmüşsünüz", {"görmüşsünüz"}),
    ],
)
def test_turkish_vowel_harmony(pattern: str, expected: set[str]) -> None:
    assert expand(pattern) == expected


@pytest.mark.parametrize(
    ("word", "old", "new", "expected"),
    [
        ("bulmanız", "mAnIz", "(y)Abilirsiniz", "bulabilirsiniz"),
        ("aramanız", "mAnIz", "(y)Abilirsiniz", "arayabilirsiniz"),  # a consonant joins two vowels
        ("giriş etmeniz", "mAnIz", "(y)Abilirsiniz", "giriş edebilirsiniz"),  # et- softens
        ("düzenlemektedir", "mAktAdIr", "(I)yor", "düzenliyor"),  # a and e narrow before -yor
        ("okumaktadır", "mAktAdIr", "(I)yor", "okuyor"),
        ("yapılmaktadır", "mAktAdIr", "(I)yor", "yapılıyor"),
        ("fatura", "", "(y)I", "faturayı"),
        ("poliçeniz", "", "(y)I", "poliçenizi"),
        ("kitap", "", "(y)I", "kitabı"),  # a noun of several syllables softens
        ("top", "", "(y)I", "topu"),  # one of one syllable does not
        ("sepet", "", "DAn", "sepetten"),
        ("bulduk", "mAnIz", "(y)Abilirsiniz", ""),  # the ending is not there
        ("imzalamanız", "mAnIz", "(y)Abilir_mIsInIz", "imzalayabilir misiniz"),
        ("PTT", "", "(y)I", ""),  # no vowel tells the harmony
    ],
)
def test_turkish_endings_follow_the_word(word: str, old: str, new: str, expected: str) -> None:
    assert inflect(word, old, new) == expected


@pytest.mark.parametrize(
    ("word", "old", "new", "expected"),
    [
        ("make", "", "ing", "making"), ("see", "", "ing", "seeing"), ("tie", "", "ing", "tying"), ("ship", "", "ing", "shipping"),
        ("open", "", "ing", "opening"), ("refer", "", "ing", "referring"), ("offer", "", "ing", "offering"),
        ("cancel", "", "ing", "cancelling"), ("visit", "", "ing", "visiting"), ("fix", "", "ing", "fixing"),
        ("show", "", "ing", "showing"), ("reset", "", "ing", "resetting"), ("unplug", "", "ing", "unplugging"),
        ("render", "", "ing", "rendering"), ("wait", "", "ing", "waiting"), ("begin", "", "ing", "beginning"),
        ("quit", "", "ing", "quitting"), ("send", "", "ing", "sending"), ("change", "e", "ing", "changing"),
        ("try", "y", "ied", "tried"), ("try", "e", "ing", ""),
    ],
)  # fmt: skip
def test_english_ing_is_spelled_as_it_should_be(word: str, old: str, new: str, expected: str) -> None:
    assert inflect_english(word, old, new) == expected

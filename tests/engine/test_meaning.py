"""A swap may be applied unasked only when nothing of what the reply says changes with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coach
from coach.languages import language
from coach.model import LANGUAGES, WHOLE, Finding
from coach.phrasebook.loader import load
from coach.phrasebook.matcher import Matcher
from coach.rewriting import facts, keeps_meaning
from coach.selftest import unmarked

PHRASES = coach.Coach(coach.Config(ignore=WHOLE))
"""Scraps of replies are no replies."""

CONTEXTS = {
    "en": ("Hi Ann, order 4471 is here. ", "It costs £12.50, see https://shop.example/a, {{name}}. "),
    "de": ("Hallo Frau Öz, Auftrag 4471 ist da. ", "Er kostet 12,50 Euro, siehe https://shop.example/a, {{name}}. "),
    "ru": ("Анна, заказ 4471 уже здесь. ", "Он стоит 1250 рублей, см. https://shop.example/a, {{name}}. "),
    "tr": ("Ayşe Hanım, 4471 nolu sipariş burada. ", "Fiyatı 125,50 lira, https://shop.example/a, {{name}}. "),
}


@cache
def examples(lang: str) -> list[str]:
    """The flagged examples of every entry that has a swap."""
    entries = [entry for entry in load(lang).entries if entry.swap.all() or entry.swaps]
    found = [unmarked(text.value)[0] for entry in entries for text in entry.flag]
    return found + [f"{words.value}." for entry in entries for words, _ in entry.swaps]


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_what_is_applied_unasked_keeps_the_facts_and_raises_nothing(lang: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from([*examples(lang), *CONTEXTS[lang]]), min_size=1, max_size=4))
    text = " ".join(piece.strip() for piece in pieces)
    mended = coach.rewrite(text, lang=lang)
    assert re.findall(r"\d+(?:[.,]\d+)*", mended) == re.findall(r"\d+(?:[.,]\d+)*", text)
    assert re.findall(r"https?://\S+|\{\{\w+\}\}", mended) == re.findall(r"https?://\S+|\{\{\w+\}\}", text)
    if mended != text:
        before = [finding.rule for finding in PHRASES.check(text, lang).findings]
        for rule in (finding.rule for finding in PHRASES.check(mended, lang).findings):
            assert rule in before, f"{text!r} -> {mended!r}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_safe_suggestion_has_an_open_slot_or_another_polarity(lang: str) -> None:
    for text in examples(lang):
        for finding in coach.check(text, lang=lang).findings:
            for suggestion in finding.suggestions:
                if suggestion.safe:
                    assert "[" not in suggestion.text
                    assert keeps_meaning(finding.text, suggestion.text, language(lang))


@pytest.mark.parametrize(
    ("before", "after", "lang"),
    [
        ("within 24 hours", "within two days", "en"),  # a number
        ("we can't", "we can", "en"),  # the polarity
        ("ask Anna about", "ask me about", "en"),  # a name
        ("see https://a.example", "see our page", "en"),  # a link
        ("nicht möglich", "möglich", "de"),
        ("не сможем", "сможем", "ru"),
        ("yapamıyoruz", "yapıyoruz", "tr"),
        ("Dear {{name}}", "Dear customer", "en"),  # a placeholder
    ],
)
def test_a_swap_that_changes_a_fact_is_not_safe(before: str, after: str, lang: str) -> None:
    assert not keeps_meaning(before, after, language(lang))


def test_the_facts_of_a_wording() -> None:
    assert facts("call Ben by 5.30, see https://a.example", "en") == sorted(["5.30", "Ben", "https://a.example"])
    assert facts("per SLA utilise it", "en") == []


def test_a_swap_that_is_itself_flagged_is_not_safe(
    matcher_of: Callable[..., Matcher], check_with: Callable[..., list[Finding]]
) -> None:
    matcher = matcher_of("en", ["herewith", "right here"], swap="right here")
    (found,) = check_with(matcher, "You get it herewith today.")
    assert [one.safe for one in found.suggestions if one.text == "right here"] == [False]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_recast_makes_the_same_of_a_sentence_amid_others(lang: str) -> None:
    ahead, behind = CONTEXTS[lang]
    for entry in load(lang).entries:
        for before, after in (pair for recast in entry.recasts for pair in recast.shows):
            text = f"{ahead}\n{before.value}\n{behind}"
            findings = [one for one in PHRASES.check(text, lang).findings if one.rule == entry.rule]
            made = [text[: one.start] + one.text + text[one.end :] for found in findings for one in found.suggestions]
            assert not findings or f"{ahead}\n{after.value}\n{behind}" in made, before.value

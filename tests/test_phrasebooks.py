"""The shipped phrasebooks: complete in every language, true to their own examples, and silent on their own advice."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import coach
from coach.languages import language
from coach.languages.address import address
from coach.model import CATEGORIES, LANGUAGES, UPKEEP, WHOLE
from coach.phrasebook.loader import RECASTS, load
from coach.phrasebook.lookup import as_entry
from coach.phrasebook.schema import Book
from coach.rules.table import CONCEPTS
from coach.selftest import run, unmarked

PHRASED = {rule for rule, concept in CONCEPTS.items() if concept.category not in (*WHOLE, *UPKEEP)}
"""The concepts that phrases find; whole-reply rules have words of their own."""

ENGLISH_ONLY = {"signal/slang", "signal/officialese", "signal/formal-greeting"}
"""Where address does not tell the register."""

BOOKS = Path(__file__).parents[1] / "phrasebooks"


@cache
def book(lang: str) -> Book:
    return load(lang)


def test_there_are_enough_concepts_in_all_eleven_categories() -> None:
    assert len(PHRASED) >= 70
    assert {concept.category for concept in CONCEPTS.values()} == {*CATEGORIES, *WHOLE, *UPKEEP}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_concept_stands_in_every_language(lang: str) -> None:
    assert {entry.rule for entry in book(lang).entries} == PHRASED
    assert {entry.rule for entry in book(lang).replies} == {
        rule for rule, concept in CONCEPTS.items() if concept.category in WHOLE
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_files_and_signals_everywhere(lang: str) -> None:
    assert {path.name for path in (BOOKS / lang).iterdir()} == {
        "classes.yaml",
        "signals.yaml",
        "thread.yaml",
        "reply.yaml",
        *(f"{name}{part}.yaml" for name in CATEGORIES for part in ("", RECASTS)),
    }
    english = {entry.rule for entry in book("en").signals} - ENGLISH_ONLY
    assert {entry.rule for entry in book(lang).signals} - ENGLISH_ONLY == english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_does_what_it_says(lang: str) -> None:
    result = run([lang])
    assert [f"{problem.where}: {problem.message}" for problem in result.problems] == []
    assert result.entries >= len(PHRASED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_advice_is_itself_flagged(lang: str) -> None:
    flagged = []
    judge = coach.Coach(coach.Config(lang=lang, ignore=WHOLE))  # a sentence is no reply, and [facts] are still to be filled in
    for entry in (*book(lang).entries, *map(as_entry, book(lang).replies)):
        for text in (*entry.say.all(), *entry.swap.all(), *(better for _, better in entry.swaps)):
            advice = re.sub(r"\{(\w+)\}", r"[\1]", text.value)
            found = [
                finding.rule
                for finding in judge.check(advice).findings
                if finding.severity != "hint" or finding.category == entry.rule.split("/")[0]
            ]
            if found:
                flagged.append(f"{text.place}: {found}: {advice}")
    assert flagged == []


@pytest.mark.parametrize("lang", ["de", "ru", "tr"])
def test_forms_of_address_never_mix(lang: str) -> None:
    mixed = []
    for entry in book(lang).entries:
        for wordings in (entry.say, entry.swap):
            for allowed, texts in (("", wordings.neutral), ("formal", wordings.formal), ("informal", wordings.informal)):
                mixed += [
                    f"{text.place}: {text.value}" for text in texts if address(text.value, language(lang)) not in ("", allowed)
                ]
    assert mixed == []


@pytest.mark.parametrize("lang", ["de", "ru", "tr"])
def test_recasts_never_change_the_form_of_address(lang: str) -> None:
    changed = []
    for before, after in (pair for entry in book(lang).entries for recast in entry.recasts for pair in recast.shows):
        was, is_now = (address(text.value, language(lang)) for text in (before, after))
        if is_now == "mixed" or (was and is_now and was != is_now):
            changed.append(f"{before.place}: {before.value} -> {after.value}")
    assert changed == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_language_fires_in_another_one(lang: str) -> None:
    """A phrasebook is only ever asked about its own language, because each text is judged in one language."""
    for other in LANGUAGES:
        if other != lang:
            texts = [
                unmarked(example.value)[0] for entry in book(other).entries for example in entry.flag if len(example.value) > 60
            ]
            guessed = {coach.check(text).language for text in texts}
            assert lang not in guessed, f"a text in {other} was taken for {lang}"

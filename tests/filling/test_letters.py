"""The shipped letters: the same in every language, every branch without a finding."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import coach
from coach.config import Config
from coach.engine import Coach
from coach.filling.catalogue import find, letters, names
from coach.filling.rendering import render, variables_of
from coach.filling.schema import Letter
from coach.model import LANGUAGES
from coach.trial import try_out

LEAST = {"apology": 9, "follow-up": 6, "handover": 2, "waiting": 2}
COACH = Coach(Config(rewrites=False))


def versions() -> Iterator[tuple[str, str, str]]:
    """Every letter in every language and form of address."""
    for lang in LANGUAGES:
        for letter in letters(lang):
            for register in letter.registers if letter.bodies.keys() != {""} else letter.registers[:1]:
                yield lang, letter.name, register


VERSIONS = list(versions())


def examples(letter: Letter, register: str) -> dict[str, object]:
    return {name: variable.example for name, variable in variables_of(letter, register).items()}


@pytest.mark.parametrize(("lang", "name", "register"), VERSIONS)
def test_every_branch_of_a_letter_is_without_a_finding(lang: str, name: str, register: str) -> None:
    assert [str(problem) for problem in try_out(find(name, lang), register, COACH)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_letters_of_each_kind(lang: str) -> None:
    kinds = [name.partition("/")[0] for name in names(lang)]
    assert {kind: kinds.count(kind) >= least for kind, least in LEAST.items()} == dict.fromkeys(LEAST, True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_and_their_variables_have_the_same_names_everywhere(lang: str) -> None:
    assert names(lang) == names("en")
    for name in names(lang):
        own, english = find(name, lang), find(name, "en")
        assert [(one.name, one.type, one.required, one.many, one.choices) for one in own.variables] == [
            (one.name, one.type, one.required, one.many, one.choices) for one in english.variables
        ], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_letter_says_what_it_is_for(lang: str) -> None:
    for letter in letters(lang):
        assert all((letter.title, letter.use, letter.avoid)), letter.name
        if lang != "en":
            assert set(letter.bodies) == {"formal", "informal"}, letter.name


@pytest.mark.parametrize(("lang", "name", "register"), VERSIONS)
def test_html_of_a_letter_holds_no_markup_of_a_value(lang: str, name: str, register: str) -> None:
    letter = find(name, lang)
    values = {key: f"{value}<b>*x*" if key == "agent" else value for key, value in examples(letter, register).items()}
    page = render(letter, register, values, "html")  # type: ignore[arg-type]
    assert "<b>" not in page
    assert page.startswith("<p>")


@pytest.mark.parametrize("lang", ["de", "ru", "tr"])
def test_formal_and_informal_are_two_letters(lang: str) -> None:
    for letter in letters(lang):
        formal, informal = (render(letter, register, examples(letter, register)) for register in ("formal", "informal"))  # type: ignore[arg-type]
        shared = set(formal.splitlines()) & set(informal.splitlines()) - {""}
        assert len(shared) <= len(formal.splitlines()) / 2, letter.name


def test_the_interface_of_the_library() -> None:
    letter = coach.fill("apology/late-delivery", lang="tr", **examples(find("apology/late-delivery", "tr"), "formal"))  # type: ignore[arg-type]
    assert letter.startswith("Merhaba ")
    with pytest.raises(coach.CoachError, match="is missing"):
        coach.fill("apology/late-delivery", lang="tr", name="Ayşe Yılmaz")

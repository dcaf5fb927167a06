from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from coach.library.collect import Library

Make = Callable[..., Library]


def test_retired_foreign_and_twin_texts(library: Make) -> None:
    found = library(
        {"name": "a", "text": "Hello"},
        {"name": "a", "text": "Hello", "twin": True},
        {"name": "b", "text": "Old", "retired": True},
        {"name": "c", "text": "Bonjour", "lang": "fr", "retired": True},
        {"name": "d", "text": "  "},
    )
    assert [macro.name for macro in found.macros] == ["a"]
    assert (found.files, found.retired, found.foreign) == (1, 1, 1)


def test_findings_belong_to_the_text_they_stand_in(library: Make) -> None:
    found = library(
        {"text": "abc", "findings": [("vague/may", "hint")]}, {"text": "abc", "findings": [("vague/may", "error")] * 2}
    )
    assert [len(macro.findings) for macro in found.macros] == [1, 2]
    assert [macro.weight for macro in found.macros] == [2, 40]


def test_a_macro_without_a_title_is_called_like_its_file(library: Make) -> None:
    assert library({"text": "Hi", "path": "m/de/refund.de.md"}).macros[0].name == "refund"


def test_places_count_in_the_file(library: Make) -> None:
    second = library({"text": "One\ntwo"}, {"name": "b", "text": "Three four"}).macros[1]
    place = second.at(6, 10)
    assert (place.path, place.line, place.column, place.macro, place.text) == ("lib.json", 4, 7, "b", "four")
    assert (second.place.line, second.place.column, second.place.text) == (4, 1, "")


def test_decomposed_letters_are_found_where_they_stand(macro: Callable[..., Any]) -> None:
    one = macro("Gru\u0308\u00dfe und 14 Tage", "de")
    start = one.prepared.shadow.index("14")
    assert one.at(start, start + 2).column == 12


def test_a_short_text_is_in_the_language_that_its_file_claims(library: Make) -> None:
    one, other = library(
        {"text": "14", "path": "m/tr/a.md", "lang": None, "language": None},
        {"text": "14", "path": "m/a.md", "lang": None, "language": None},
    ).macros
    assert (one.language, one.locale, one.claimed) == ("tr", "tr", "tr")
    assert (other.language, other.locale, other.claimed) == (None, "", "")


def test_days(library: Make) -> None:
    rows = [{"text": "a", "updated": written} for written in ("2026-05-01", "", "yesterday")]
    assert [macro.updated for macro in library(*rows).macros] == [date(2026, 5, 1), None, None]


def test_placeholders_are_masked_and_quotations_are_not(macro: Callable[..., Any]) -> None:
    one = macro('Press "Send now" for {{a}}.')
    assert "Send now" in one.open
    assert "{{a}}" not in one.open

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.library.xray import XRay

Examine = Callable[..., XRay]
Row = dict[str, Any]


def folder(name: str, *langs: str, text: str = "Hello from us.", **more: Any) -> list[Row]:
    return [{"path": f"macros/{lang}/{name}.md", "lang": None, "language": lang, "text": text, **more} for lang in langs]


FIVE = (("a", "en"), ("a", "de"), ("b", "en"), ("b", "de"), ("c", "en"))
"""Two macros in two languages, and c in one."""


@pytest.mark.parametrize(
    "rows",
    [
        [row for name, lang in FIVE for row in folder(name, lang)],
        [{"path": f"{name}.{lang}.md", "language": lang, "lang": None, "text": "Hi"} for name, lang in FIVE],
        [{"name": f"{name} [{lang.upper()}]", "lang": lang, "text": "Hi"} for name, lang in FIVE],
        [{"name": name, "lang": lang, "text": "Hi"} for name, lang in FIVE],
        [{"path": f"locales/{lang}.json", "name": name, "lang": lang, "text": "Hi"} for name, lang in FIVE],
    ],
    ids=["folders", "file names", "titles", "the export", "locale files"],
)
def test_a_gap(examine: Examine, rows: list[Row]) -> None:
    found = examine(*rows).versions
    assert found is not None
    assert (found.locales, found.counts) == (("en", "de"), (3, 2))
    assert [(gap.name, gap.missing, gap.there) for gap in found.gaps] == [("c", ("de",), ("en",))]


@pytest.mark.parametrize(
    ("why", "rows"),
    [
        ("one language", folder("a", "en") + folder("b", "en")),
        ("titles differ", [{"name": "Refund", "lang": "en", "text": "Hi"}, {"name": "Erstattung", "lang": "de", "text": "Hi"}]),
        ("few have a version", [*folder("a", "en", "de"), *(row for name in "bcdefg" for row in folder(name, "en"))]),
        ("no language is named", [{"name": "a", "lang": None, "language": None, "text": "Hi"}] * 2),
    ],
)
def test_a_library_without_versions_has_no_gaps(examine: Examine, why: str, rows: list[Row]) -> None:
    assert examine(*rows).versions is None, why


def test_a_language_that_few_have_is_counted_and_its_gaps_are_not_listed(examine: Examine) -> None:
    found = examine(*(row for name in "abc" for row in folder(name, "en", "de")), *folder("d", "en", "de", "tr")).versions
    assert found is not None
    assert dict(zip(found.locales, found.counts, strict=True)) == {"de": 4, "en": 4, "tr": 1}
    assert found.gaps == ()


def test_a_version_for_a_country_is_one_for_its_language(examine: Examine) -> None:
    rows = [*folder("a", "en", "de"), *folder("b", "en", "de"), *folder("c", "en")]
    austrian = {"path": "macros/de-AT/c.md", "lang": None, "language": "de", "text": "Servus"}
    found = examine(*rows, austrian).versions
    assert found is not None
    assert found.gaps == ()


def pair(english: str, german: str, changed: tuple[str, str] = ("", "")) -> list[Row]:
    return [
        {"path": "m/en/a.md", "lang": None, "language": "en", "text": english, "updated": changed[0]},
        {"path": "m/de/a.md", "lang": None, "language": "de", "text": german, "updated": changed[1]},
    ]


def drifts(one: XRay) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    assert one.versions is not None
    return [(found.what, found.names, found.lacks) for found in one.versions.drifts]


def test_a_placeholder_that_a_version_lacks(examine: Examine) -> None:
    rows = pair("Your order {{order.id}} is on its way.", "Ihre Bestellung ist unterwegs.")
    assert drifts(examine(*rows)) == [("placeholders", ("order.id",), ("de",))]


def test_a_site_that_a_version_lacks(examine: Examine) -> None:
    rows = pair("See https://track.example.com/x and https://help.net/y.", "Siehe https://www.example.de/z.")
    assert drifts(examine(*rows)) == [("links", ("help",), ("de",))]


def test_a_version_that_was_left_behind(examine: Examine) -> None:
    rows = pair("Hi", "Hallo", ("2026-05-03", "2024-02-01"))
    assert drifts(examine(*rows)) == [("updated", ("2024-02-01", "2026-05-03"), ("de",))]


@pytest.mark.parametrize(
    ("why", "rows"),
    [
        ("greetings differ by language", pair("Hi {{first_name}},", "Guten Tag {{customer.last_name}},")),
        ("a name with the language in it", pair("{{dc.signature_en}}", "{{dc.signature_de}}")),
        (
            "another path, another country",
            pair("See https://example.com/en/returns.", "Siehe https://www.example.de/ruecksendung."),
        ),
        ("a link with a placeholder for its host", pair("See https://{{shop}}/a.", "Siehe https://{{shop}}/b.")),
        ("a few weeks", pair("Hi", "Hallo", ("2026-05-03", "2026-04-01"))),
        ("one day is unknown", pair("Hi", "Hallo", ("2026-05-03", ""))),
    ],
)
def test_versions_in_step(examine: Examine, why: str, rows: list[Row]) -> None:
    assert drifts(examine(*rows)) == [], why


def test_a_text_in_another_language_than_its_folder(examine: Examine) -> None:
    rows = pair("Thank you for your message.", "Thank you for your message, we will be there for you in a moment.")
    assert [(found.claimed, found.written, found.place.path) for found in examine(*rows).misplaced] == [("de", "en", "m/de/a.md")]


@pytest.mark.parametrize(
    ("why", "row"),
    [
        (
            "as marked",
            {"path": "m/de/a.md", "text": "Vielen Dank für Ihre Nachricht, wir sind gleich für Sie da.", "language": "de"},
        ),
        ("too short", {"path": "m/de/a.md", "text": "Thank you!", "language": "de"}),
        (
            "nothing is marked",
            {"path": "m/a.md", "text": "Thank you for your message, we are there for you.", "lang": None, "language": "en"},
        ),
        ("unclear", {"path": "m/de/a.md", "text": "Foto, Video, Audio, Radio, Hotel, Taxi, Auto, Bus, Zoo", "language": "de"}),
    ],
)
def test_a_text_in_its_place(examine: Examine, why: str, row: Row) -> None:
    assert examine({"lang": row.get("lang"), **row}).misplaced == (), why

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.library.contradictions import Contradiction
from coach.library.xray import XRay

Examine = Callable[..., XRay]


def versions(name: str = "a", **texts: str) -> list[dict[str, Any]]:
    return [{"path": f"m/{lang}/{name}.md", "lang": None, "language": lang, "text": text} for lang, text in texts.items()]


def across(one: XRay) -> list[Contradiction]:
    return [found for found in one.contradictions if len(found.languages) > 1]


def shown(one: XRay) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(found.kind, [(side.shown, len(side.macros)) for side in found.sides]) for found in across(one)]


def test_a_version_with_another_number(examine: Examine) -> None:
    one = examine(
        *versions(en="You can return it within 30 days.", de="Rückgabe binnen 14 Tagen.", tr="30 gün içinde iade edebilirsiniz.")
    )
    assert shown(one) == [("duration", [("30 days", 2), ("14 Tagen", 1)])]
    (found,) = across(one)
    assert found.languages == ("en", "tr", "de")
    assert [place.path for side in found.sides for place in side.places] == ["m/en/a.md", "m/tr/a.md", "m/de/a.md"]
    assert found.sides[1].places[0].text == "Rückgabe binnen 14 Tagen."


@pytest.mark.parametrize(
    ("english", "other", "lang", "kind"),
    [
        ("It costs €4.90.", "Das kostet 5,90 €.", "de", "amount"),
        ("You get 10% off.", "Sie bekommen 15 % Rabatt.", "de", "percentage"),
        ("We are open Mon-Fri 9am-5pm.", "Мы открыты пн–пт с 9:00 до 18:00.", "ru", "opening hours"),
        ("Valid until 31 May 2027.", "30 Haziran 2027'ye kadar geçerli.", "tr", "date"),
        ("Within 24 hours.", "В течение 2 рабочих дней.", "ru", "duration"),
    ],
)
def test_every_kind(examine: Examine, english: str, other: str, lang: str, kind: str) -> None:
    assert [found[0] for found in shown(examine(*versions(en=english, **{lang: other})))] == [kind]


@pytest.mark.parametrize(
    ("why", "english", "german"),
    [
        (
            "the same in other words",
            "within two weeks, for €4.90, Mon-Fri 9 a.m. to 5 p.m.",
            "binnen 14 Tagen, für 4,90 Euro, Mo.-Fr. 9-17 Uhr",
        ),
        ("another currency", "It costs $5.", "Das kostet 4,90 €."),
        ("one says less", "Within 14 days, or 30 days for members.", "Binnen 14 Tagen."),
        ("one says it twice", "Within 14 days. Yes, 14 days!", "Binnen 14 Tagen."),
        ("no counterpart", "Within 14 days.", "Es kostet 5 €."),
        ("other kinds of days", "At least 14 days.", "Höchstens 30 Tage."),
        ("a mail address for each language", "Write to support@example.com.", "Schreiben Sie an hilfe@example.com."),
        ("a phone number for each language", "Call +49 30 5550100.", "Rufen Sie +49 30 5550200 an."),
        ("a date that is only named", "Our terms of 1 May 2026.", "Unsere AGB vom 1. Juni 2026."),
        ("other texts", "1 day, 2 days, 3 days, 4 days.", "5 Tage, 6 Tage, 7 Tage, 8 Tage."),
    ],
)
def test_versions_that_agree(examine: Examine, why: str, english: str, german: str) -> None:
    assert shown(examine(*versions(en=english, de=german))) == [], why


def test_a_contact_that_the_other_language_uses_elsewhere(examine: Examine) -> None:
    english, german = "Call +49 30 5550100.", "Rufen Sie +49 30 5550100 an."
    rows = [*versions("a", en=english, de=german), *versions("b", en=english, de="Rufen Sie +49 30 5550999 an.")]
    assert shown(examine(*rows)) == [("phone number", [("+49 30 5550999", 1), ("+49 30 5550100", 1)])]


def test_macros_that_are_no_versions_are_not_compared(examine: Examine) -> None:
    rows = [
        {"name": "Returns", "lang": "en", "text": "You can return it within 30 days."},
        {"name": "Retoure", "lang": "de", "text": "Rückgabe binnen 14 Tagen."},
    ]
    assert shown(examine(*rows)) == []

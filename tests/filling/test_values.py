"""Values: what is understood, how it is shown in each language, and what is said about the rest."""

from __future__ import annotations

import pytest

from coach.errors import TemplateError
from coach.filling.filters import by, day, on, plural
from coach.filling.schema import Variable
from coach.filling.values import read


def value(kind: str, text: str, lang: str = "en") -> object:
    return read(
        Variable("x", kind, "", "an example", True, None, ("red", "blue") if kind == "choice" else (), False, "t.j2", 3),
        text,
        lang,
    )


@pytest.mark.parametrize(
    ("lang", "shown", "without_year", "when", "until"),
    [
        ("en", "17 March 2026", "17 March", "on Tuesday, 17 March", "by Tuesday, 17 March"),
        ("de", "17. März 2026", "17. März", "am Dienstag, 17. März", "bis Dienstag, 17. März"),
        ("ru", "17 марта 2026 года", "17 марта", "во вторник, 17 марта", "до вторника, 17 марта"),
        ("tr", "17 Mart 2026", "17 Mart", "17 Mart Salı günü", "17 Mart Salı gününe kadar"),
    ],
)
def test_dates(lang: str, shown: str, without_year: str, when: str, until: str) -> None:
    for written in ("2026-03-17", "17.03.2026", "17/03/2026"):
        date = value("date", written, lang)
        assert (str(date), day(date), on(date), by(date)) == (shown, without_year, when, until)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "when", "until"),
    [
        ("en", "at 2:30 p.m.", "by 2:30 p.m."),
        ("de", "um 14:30 Uhr", "bis 14:30 Uhr"),
        ("ru", "в 14:30", "до 14:30"),
        ("tr", "14.30'da", "14.30'a kadar"),
    ],
)
def test_times(lang: str, when: str, until: str) -> None:
    for written in ("14:30", "14.30", "2:30 pm", "2:30 p.m."):
        time = value("time", written, lang)
        assert (on(time), by(time)) == (when, until)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "written", "shown"),
    [
        ("en", "£12.50", "£12.50"),
        ("en", "1,234.5 EUR", "€1,234.50"),
        ("de", "12,50 €", "12,50 €"),
        ("de", "1.250 EUR", "1.250 €"),
        ("ru", "1 250 ₽", "1 250 ₽"),
        ("tr", "99 TL", "99 TL"),
    ],
)
def test_money(lang: str, written: str, shown: str) -> None:
    assert str(value("money", written, lang)).replace("\u00a0", " ").replace("\u202f", " ") == shown


@pytest.mark.parametrize(
    ("lang", "forms", "expected"),
    [
        ("de", ("Werktag", "Werktage"), ["1 Werktag", "2 Werktage", "5 Werktage", "21 Werktage"]),
        ("ru", ("день", "дня", "дней"), ["1 день", "2 дня", "5 дней", "21 день"]),
        ("en", ("day", "days"), ["1 day", "2 days", "5 days", "21 days"]),
        ("tr", ("gün",), ["1 gün", "2 gün", "5 gün", "21 gün"]),
    ],
)
def test_plurals(lang: str, forms: tuple[str, ...], expected: list[str]) -> None:
    assert [plural(value("number", written, lang), *forms) for written in ("1", "2", "5", "21")] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("date", "soon", "x is no date: 'soon'"),
        ("date", "2026-02-30", "x is no date"),
        ("time", "25:00", "x is no time"),
        ("money", "12.50", "x is no money"),  # of which currency?
        ("number", "three", "x is no number"),
        ("choice", "green", "x cannot be 'green'"),
        ("text", " \t", "x is empty"),
        ("text", "a" * 5000, "x is too long"),
    ],
)
def test_what_is_refused(kind: str, text: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        value(kind, text)
    assert caught.value.message.startswith(message)
    assert caught.value.where == "t.j2:3"


def test_noon_and_midnight_have_names_in_english() -> None:
    assert (on(value("time", "12:00")), by(value("time", "00:00"))) == ("at noon", "by midnight")  # type: ignore[arg-type]

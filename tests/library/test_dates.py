from __future__ import annotations

from datetime import date

import pytest
from babel.dates import get_month_names

from coach.languages import language
from coach.library.dates import EVENT, FROM, NAMED, UNTIL, days, months


def found(text: str, lang: str) -> list[tuple[date, str]]:
    return [(one.last, one.use) for one in days(language(lang).fold(text), lang)]


@pytest.mark.parametrize(
    ("lang", "text", "last"),
    [
        ("en", "valid until 31.12.2024.", date(2024, 12, 31)),
        ("en", "until 31 December 2024", date(2024, 12, 31)),
        ("en", "by December 31st, 2024", date(2024, 12, 31)),
        ("en", "expires on 2024-12-31", date(2024, 12, 31)),
        ("en", "by the end of March 2025", date(2025, 3, 31)),
        ("en", "until 5 p.m. on Friday, 5 May 2023", date(2023, 5, 5)),
        ("en", "from 1 to 15 March 2025", date(2025, 3, 15)),
        ("de", "bis zum 31.12.2024", date(2024, 12, 31)),
        ("de", "bis einschließlich 31. Dezember 2024", date(2024, 12, 31)),
        ("de", "spätestens Freitag, den 5. Mai 2023", date(2023, 5, 5)),
        ("de", "bis Ende Februar 2024", date(2024, 2, 29)),
        ("ru", "до 15 января 2025 года", date(2025, 1, 15)),
        ("ru", "по 31.12.2024 включительно", date(2024, 12, 31)),
        ("ru", "до конца мая 2024", date(2024, 5, 31)),
        ("tr", "15 Mart 2025'e kadar", date(2025, 3, 15)),
        ("tr", "31.12.2024 tarihine kadar", date(2024, 12, 31)),
        ("tr", "Ağustos 2024 sonuna kadar", date(2024, 8, 31)),
    ],
)
def test_deadlines(lang: str, text: str, last: date) -> None:
    assert found(text, lang) == [(last, UNTIL)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "From 1 March 2025 our prices change"),
        ("de", "Ab 1. März 2025 gelten neue Preise"),
        ("de", "ab dem 01.03.2025"),
        ("ru", "с 1 марта 2025 года"),
        ("tr", "1 Mart 2025'ten itibaren"),
        ("tr", "1 Mart 2025 tarihinden itibaren"),
    ],
)
def test_starts(lang: str, text: str) -> None:
    assert found(text, lang) == [(date(2025, 3, 1), FROM)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "our Black Friday 2024 deals"),
        ("en", "the Summer Sale 2024"),
        ("de", "die Sommeraktion 2024"),
        ("de", "zu Weihnachten 2024"),
        ("ru", "Чёрная пятница 2024"),
        ("ru", "летняя распродажа 2024"),
        ("tr", "2024 yılbaşı kampanyası"),
        ("tr", "yaz indirimi 2024"),
    ],
)
def test_an_occasion_is_over_in_the_spring_of_the_next_year(lang: str, text: str) -> None:
    assert found(text, lang) == [(date(2025, 3, 31), EVENT)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "our terms of 1 January 2024"),
        ("en", "since 1 March 2019 we have been there"),
        ("de", "die AGB vom 01.01.2024"),
        ("de", "seit dem 1. Januar 2019"),
        ("ru", "закон от 07.02.1992"),
        ("tr", "1 Ocak 2024 tarihli sözleşme"),
    ],
)
def test_a_date_that_is_only_named(lang: str, text: str) -> None:
    assert [use for _, use in found(text, lang)] == [NAMED]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "© 2019-2023 Example"),  # a year is no date
        ("en", "write it like this, e.g. 2024-12-31"),  # an example
        ("de", "im Format 31.12.2024"),
        ("ru", "например, 31.12.2024"),
        ("en", "version 1.2.2024.5"),  # no date
        ("en", "version 10.2.18"),
        ("en", "on 31.02.2024"),  # there is no such day
        ("de", "Winterreifen 2024"),  # a product
        ("en", "in summer 2024 we moved"),  # a season is no sale
        ("en", "until 31 December"),  # of which year?
    ],
)
def test_what_is_no_date(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_a_date_that_may_be_read_two_ways_is_the_later_one() -> None:
    assert found("until 03/04/2025", "en") == [(date(2025, 4, 3), UNTIL)]


def test_the_start_of_a_range_is_no_start() -> None:
    assert found("from 1 March 2025 to 15 March 2025", "en") == [(date(2025, 3, 1), NAMED), (date(2025, 3, 15), UNTIL)]


@pytest.mark.parametrize("code", ["en", "de", "ru", "tr"])
def test_months_have_the_names_that_babel_has(code: str) -> None:
    fold = language(code).fold
    named = {
        fold(name).rstrip("."): number
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale=code).items()
    }
    assert months(code) == named

from __future__ import annotations

import pytest

from coach.languages import language
from coach.library.numbers import amount
from coach.library.quantities import Quantity, amounts, durations, percentages


def found(text: str, lang: str) -> list[Quantity]:
    folded = language(lang).fold(text)
    return [one for read in (durations, amounts, percentages) for one in read(folded, lang)]


def only(text: str, lang: str) -> Quantity:
    (one,) = found(text, lang)
    return one


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "within 14 days"),
        ("en", "within two weeks"),
        ("en", "the 14-day period"),
        ("en", "14 (fourteen) days"),
        ("de", "innerhalb von 14 Tagen"),
        ("de", "binnen zwei Wochen"),
        ("de", "14-tägiges Recht"),
        ("de", "14 Kalendertage"),
        ("ru", "в течение 14 дней"),
        ("ru", "в течение двух недель"),
        ("ru", "14-дневный срок"),
        ("ru", "в течение четырнадцати календарных дней"),
        ("tr", "14 gün içinde"),
        ("tr", "iki hafta içinde"),
        ("tr", "on dört günlük süre"),
    ],
)
def test_fourteen_days_are_the_same_in_whatever_words(lang: str, text: str) -> None:
    assert not only(text, lang).conflicts(only("14 days", "en"))
    assert only(text, lang).conflicts(only("30 days", "en"))


@pytest.mark.parametrize(
    ("lang", "text", "low", "high", "unit"),
    [
        ("en", "3-5 business days", 72, 120, "business"),
        ("en", "from 3 to 5 working days", 72, 120, "business"),
        ("de", "3 bis 5 Werktage", 72, 120, "business"),
        ("ru", "от 3 до 5 рабочих дней", 72, 120, "business"),
        ("tr", "3-5 iş günü", 72, 120, "business"),
        ("en", "within a week", 168, 168, ""),
        ("de", "innerhalb einer Woche", 168, 168, ""),
        ("ru", "в течение недели", 168, 168, ""),
        ("tr", "bir hafta içinde", 168, 168, ""),
        ("ru", "в течение суток", 24, 24, "day"),
        ("en", "24h", 24, 24, ""),
        ("en", "1.5 hours", 1.5, 1.5, ""),
        ("tr", "2 yıl garanti", 17520, 17520, ""),
    ],
)
def test_durations(lang: str, text: str, low: float, high: float, unit: str) -> None:
    one = only(text, lang)
    assert (one.low, one.high, one.unit, one.least) == (low, high, unit, False)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "we are there 24/7"),  # no duration of 7
        ("en", "you must be 18 years old"),  # an age
        ("en", "version 3.5.2 days"),  # no number of days
        ("de", "am 14. Tag"),  # which day, not how many
        ("ru", "с 9 до 18 часов"),  # when
        ("tr", "09:00-18:00 saatleri arasında"),  # when
        ("tr", "Bir gün arayın"),  # some day
        ("en", "a day in the park"),  # the article counts nothing here
    ],
)
def test_what_is_no_duration(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_durations_that_agree() -> None:
    pairs = [
        (("24 hours", "en"), ("1 day", "en")),
        (("one month", "en"), ("30 Tage", "de")),
        (("12 months", "en"), ("1 год", "ru")),
        (("3-5 days", "en"), ("within 5 days", "en")),  # the upper end is the promise
        (("2 weeks", "en"), ("10 business days", "en")),
        (("48 hours", "en"), ("2 business days", "en")),
    ]
    for one, other in pairs:
        assert not only(*one).conflicts(only(*other)), (one, other)


def test_durations_that_conflict() -> None:
    pairs = [
        (("24 hours", "en"), ("2 business days", "en")),
        (("14 days", "en"), ("14 business days", "en")),
        (("3-5 days", "en"), ("5-7 days", "en")),
        (("3-5 days", "en"), ("1-5 days", "en")),
        (("30 days", "en"), ("90 days", "en")),
    ]
    for one, other in pairs:
        assert only(*one).conflicts(only(*other)), (one, other)


def test_a_lower_bound_is_not_compared_with_an_upper_one() -> None:
    assert not only("at least 14 days", "en").conflicts(only("within 30 days", "en"))
    assert only("at least 14 days", "en").conflicts(only("at least 30 days", "en"))


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "it costs €4.90", 4.9, "EUR"),
        ("de", "nur 4,90 €", 4.9, "EUR"),
        ("de", "4,90 Euro", 4.9, "EUR"),
        ("de", "10,- EUR", 10, "EUR"),
        ("en", "$1,000.50", 1000.5, "USD"),
        ("de", "1.000,50 EUR", 1000.5, "EUR"),
        ("ru", "1 500 руб.", 1500, "RUB"),
        ("ru", "500 рублей", 500, "RUB"),
        ("tr", "50 TL", 50, "TRY"),
        ("tr", "₺50", 50, "TRY"),
    ],
)
def test_money(lang: str, text: str, value: float, unit: str) -> None:
    one = only(text, lang)
    assert (one.kind, one.high, one.unit) == ("amount", value, unit)


def test_two_currencies_do_not_conflict() -> None:
    assert not only("€4.90", "en").conflicts(only("50 TL", "tr"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "10% off"), ("en", "10 percent"), ("de", "10 % Rabatt"), ("ru", "10 процентов"), ("tr", "%10"), ("tr", "yüzde 10")],
)
def test_percentages(lang: str, text: str) -> None:
    one = only(text, lang)
    assert (one.kind, one.high) == ("percentage", 10)


@pytest.mark.parametrize(
    ("written", "value"), [("1.000", 1000), ("1,000", 1000), ("4,9", 4.9), ("4.90", 4.9), ("1 000,5", 1000.5), ("12", 12)]
)
def test_separators(written: str, value: float) -> None:
    assert amount(written) == value

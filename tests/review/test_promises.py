"""What agents promise: who, by when; and what only looks like a promise."""

from __future__ import annotations

from datetime import datetime

import pytest

from coach.review.promises import promises
from coach.review.record import Promise

from .passages import passage
from .promised import MADE, SILENT, WHEN, Made, Silent

LANGUAGES = ("en", "de", "ru", "tr")


def found(text: str, lang: str, when: datetime | None = WHEN) -> tuple[Promise, ...]:
    return promises(3, passage(text, lang), when)


@pytest.mark.parametrize(("lang", "made"), [(lang, made) for lang in LANGUAGES for made in MADE[lang]])
def test_a_promise_has_who_and_by_when(lang: str, made: Made) -> None:
    (one,) = found(made.text, lang)
    due = f"{one.due:%d.%m. %H:%M}" if one.due else ""
    assert (one.who, one.by, due) == (made.who, made.by, made.due)
    assert (one.turn, made.text[one.start : one.end]) == (3, made.text.rstrip("."))


@pytest.mark.parametrize(("lang", "silent"), [(lang, silent) for lang in LANGUAGES for silent in SILENT[lang]])
def test_no_promise(lang: str, silent: Silent) -> None:
    assert not found(silent.text, lang), silent.reason


def due(text: str, when: datetime = WHEN, lang: str = "en") -> datetime | None:
    (one,) = found(text, lang, when)
    return one.due


def day(number: int, hour: int = 23, minute: int = 59, month: int = 11) -> datetime:
    return datetime(2026, month, number, hour, minute)


@pytest.mark.parametrize(
    ("said", "when", "expected"),
    [
        ("I'll call you on Wednesday.", day(18, 9, 0), day(25)),  # never the day itself
        ("I'll call you on Friday.", day(18, 9, 0), day(20)),
        ("I'll call you next Friday.", day(18, 9, 0), day(27)),  # of the week after: the later reading
        ("I'll call you next Monday.", day(22, 9, 0), day(23)),  # said on a Sunday
        ("We'll refund you within 2 business days.", day(20, 9, 0), day(24)),  # over a weekend
        ("We'll refund you within 1 business day.", day(21, 9, 0), day(23)),  # from a Saturday
        ("We'll refund you by the end of the month.", day(18, 9, 0), day(30)),
        ("We'll refund you by the end of the working week.", day(18, 9, 0), day(20)),
        ("We'll refund you by the end of the week.", day(22, 9, 0), day(22)),  # said on a Sunday
        ("I'll call you at 9 am.", day(18, 10, 0), day(19, 9, 0)),  # nine is past today
        ("I'll call you by 5.", day(18, 10, 0), day(18, 17, 0)),  # nobody calls at five in the morning
        ("I'll call you at 12 pm.", day(18, 10, 0), day(18, 12, 0)),
        ("I'll call you tomorrow at 12 am.", day(18, 10, 0), day(19, 0, 0)),
        ("I'll call you in half an hour.", day(18, 10, 0), day(18, 10, 30)),
        ("I'll call you within 36 hours.", day(30, 20, 0), day(2, 8, 0, 12)),  # over the end of a month
        ("We'll refund you within 24 to 48 hours.", day(18, 10, 0), day(20, 10, 0)),  # the end of a range
        ("I'll call you on 03/12.", day(18, 10, 0), day(3, month=12)),  # 12 March is farther
        ("I'll call you on 2 January.", day(18, 10, 0), datetime(2027, 1, 2, 23, 59)),
        ("I'll call you on 17 November.", day(18, 10, 0), None),  # was yesterday
        ("I'll call you by noon today.", day(18, 13, 0), None),  # is over
        ("I'll call you in a few days.", day(18, 13, 0), None),
        ("We'll refund you within 5 days of receiving it.", day(18, 13, 0), None),  # nobody knows when that is
        ("I'll call you within 900 days.", day(18, 13, 0), None),
    ],
)
def test_the_moment_that_is_meant(said: str, when: datetime, expected: datetime | None) -> None:
    assert due(said, when) == expected


def test_without_the_time_of_the_turn_only_a_date_with_its_year_is_a_moment() -> None:
    (soon,) = found("I'll call you tomorrow at nine.", "en", None)
    (dated,) = found("We'll refund you by 30 November 2026.", "en", None)
    (yearless,) = found("We'll refund you by 30 November.", "en", None)
    assert (soon.by, soon.due) == ("tomorrow", None)
    assert dated.due == day(30)
    assert (yearless.by, yearless.due) == ("by 30 November", None)


def test_one_promise_a_sentence_with_its_own_words() -> None:
    text = "Thanks for the photo! I'll call you back by 5 pm. You'll receive the new lid on Friday."
    first, second = found(text, "en")
    assert text[first.start : first.end] == "I'll call you back by 5 pm"
    assert (second.who, second.by) == ("", "on Friday")


def test_offsets_are_those_of_the_text_as_it_was_given() -> None:
    """Decomposed letters are longer in the text than in what is searched."""
    text = "Gru\u0308\u00dfe! Wir melden uns bis Freitag bei Ihnen."
    (one,) = found(text, "de")
    assert text[one.start : one.end] == "Wir melden uns bis Freitag bei Ihnen"


def test_quoted_words_promise_nothing() -> None:
    assert not found('The mail says "we will call you back by 5 pm".', "en")


def test_a_few_minutes_count_only_where_the_customer_is_left_for_them() -> None:
    assert due("I'll call you back in ten minutes.") == day(18, 10, 40)
    assert not found("I'll get back to you in two minutes.", "en")


@pytest.mark.parametrize("text", ["", "?", "\n\n", "will " * 5_000, "in 5 " * 5_000, "I'll " + "and " * 3_000 + "call you back"])
def test_hostile_texts_are_harmless(text: str) -> None:
    assert found(text, "en") == ()

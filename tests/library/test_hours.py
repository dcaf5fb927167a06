from __future__ import annotations

import pytest

from coach.languages import language
from coach.library.hours import Hours, hours

WEEK, EVERY = frozenset(range(5)), frozenset(range(7))


def found(text: str, lang: str) -> list[Hours]:
    return list(hours(language(lang).fold(text), lang))


@pytest.mark.parametrize(
    ("lang", "text", "days", "opens", "closes"),
    [
        ("en", "Mon-Fri 9am-5pm", WEEK, 9, 17),
        ("en", "Monday to Friday, 9 a.m. to 5 p.m.", WEEK, 9, 17),
        ("en", "weekdays 9:00-17:00", WEEK, 9, 17),
        ("en", "9-5pm daily", EVERY, 9, 17),
        ("en", "between 9am and 5pm", frozenset(), 9, 17),
        ("en", "12pm-8pm", frozenset(), 12, 20),
        ("en", "Tuesday, Thursday 10am-12pm", frozenset((1, 3)), 10, 12),
        ("de", "Mo.-Fr. 9-17 Uhr", WEEK, 9, 17),
        ("de", "montags bis freitags von 9 bis 17 Uhr", WEEK, 9, 17),
        ("de", "werktags zwischen 9.00 und 17.00 Uhr", WEEK, 9, 17),
        ("ru", "пн–пт с 9:00 до 17:00", WEEK, 9, 17),
        ("ru", "с понедельника по пятницу с 9 до 17 часов", WEEK, 9, 17),
        ("ru", "ежедневно с 9 до 17 часов", EVERY, 9, 17),
        ("tr", "hafta içi 09.00-17.00", WEEK, 9, 17),
        ("tr", "Pazartesi-Cuma 09:00-17:00 saatleri arasında", WEEK, 9, 17),
        ("tr", "pazartesiden cumaya 9:00'dan 17:00'e kadar", WEEK, 9, 17),
    ],
)
def test_hours(lang: str, text: str, days: frozenset[int], opens: int, closes: int) -> None:
    (one,) = found(text, lang)
    assert (one.days, one.opens, one.closes) == (days, 60 * opens, 60 * closes)


def test_each_time_has_its_own_days() -> None:
    assert [(sorted(one.days), one.opens // 60) for one in found("Mon-Fri 9:00-18:00, Sat 10:00-14:00", "en")] == [
        ([0, 1, 2, 3, 4], 9),
        ([5], 10),
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "it takes 9 to 17 days"),  # no time of the day
        ("en", "extension 9-17"),  # nothing shows a time
        ("de", "vom 01.03-15.03"),  # dates
        ("de", "3 bis 5 Werktage"),
        ("ru", "от 3 до 5 дней"),
        ("en", "from 17:00 to 9:00"),  # over night: rather silent than wrong
    ],
)
def test_what_is_no_opening_time(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_a_german_so_is_no_sunday() -> None:
    (one,) = found("So erreichen Sie uns: 9-17 Uhr", "de")
    assert one.days == frozenset()


def test_conflicts() -> None:
    usual, later, weekend, six_days = (
        found(text, "en")[0] for text in ("Mon-Fri 9am-5pm", "Mon-Fri 9am-6pm", "Sat 10am-2pm", "Mon-Sat 9am-5pm")
    )
    unsaid = found("9am-6pm", "en")[0]
    assert usual.conflicts(later)
    assert usual.conflicts(six_days)
    assert not usual.conflicts(weekend)  # other days
    assert not usual.conflicts(unsaid)  # nobody knows which days
    assert not usual.conflicts(found("Mo.-Fr. 9-17 Uhr", "de")[0])

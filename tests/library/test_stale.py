from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coach.library.stale import BEGUN, LAPSED, OVER
from coach.library.xray import XRay

Examine = Callable[..., XRay]


def told(one: XRay) -> list[tuple[str, date, str]]:
    return [(found.what, found.last, found.place.text) for found in one.stale]


@pytest.mark.parametrize(
    ("lang", "text", "what", "last", "words"),
    [
        ("en", "The code is valid until 31.12.2024.", LAPSED, date(2024, 12, 31), "31.12.2024"),
        ("en", "Our Black Friday 2023 deals are here!", OVER, date(2024, 3, 31), "Black Friday 2023"),
        ("en", "From 1 March 2025 our prices will change.", BEGUN, date(2025, 3, 1), "1 March 2025"),
        ("de", "Ab 1. März 2025 gelten neue Preise.", BEGUN, date(2025, 3, 1), "1. März 2025"),
        ("de", "Unser Laden ist bis zum 2. Mai 2025 geschlossen.", LAPSED, date(2025, 5, 2), "2. Mai 2025"),
        ("ru", "Скидка действует до 15 января 2025 года.", LAPSED, date(2025, 1, 15), "15 января 2025"),
        ("tr", "Kampanya 15 Mart 2025'e kadar geçerlidir.", LAPSED, date(2025, 3, 15), "15 Mart 2025'e"),
    ],
)
def test_what_has_passed(examine: Examine, lang: str, text: str, what: str, last: date, words: str) -> None:
    assert told(examine({"text": text, "lang": lang})) == [(what, last, words)]


@pytest.mark.parametrize(
    ("lang", "why", "text"),
    [
        ("en", "to come", "The code is valid until 31.12.2027."),
        ("en", "today is not over", "The code is valid until 22 November 2026."),
        ("en", "it only names a day", "Our terms of 1 January 2024 apply."),
        ("en", "since then", "Since 1 March 2019 we have been there for you."),
        ("en", "what was bought then", "Lamps bought by 31 December 2020 have a warranty of one year."),
        ("en", "it was so", "The sale was open until 31 May 2024."),
        ("en", "a rule that goes on", "For purchases from 1 January 2022 on, new terms apply."),
        ("en", "a plain fact", "We count the days from 1 January 2021."),
        ("en", "an example", "Write the day as, for example, until 2024-12-31."),
        ("en", "a copyright", "© 2019-2023 Example Ltd"),
        ("en", "still news", "From 1 October 2026 our prices will change."),
        ("de", "abgeschlossen", "Für Verträge, die bis zum 31.12.2020 abgeschlossen wurden, gilt der alte Tarif."),
        ("ru", "закон", "По закону от 07.02.1992 № 2300-1 вы можете вернуть товар."),
        ("ru", "с тех пор", "С 1 января 2021 года мы работаем без выходных."),
        ("tr", "o zamandan beri", "1 Ocak 2020'den itibaren hizmet veriyoruz."),
    ],
)
def test_what_has_not_passed(examine: Examine, lang: str, why: str, text: str) -> None:
    assert told(examine({"text": text, "lang": lang})) == [], why


def test_a_retired_macro_is_not_judged(examine: Examine) -> None:
    assert told(examine({"text": "Valid until 31.12.2024.", "retired": True}, {"text": "Hello there."})) == []


def test_a_sentence_is_told_once_with_its_words_and_place(examine: Examine) -> None:
    (found,) = examine({"text": "Hi!\nOpen from 1 May 2025 to 3 May 2025, until 4 May 2025.", "name": "Fair"}).stale
    assert (found.place.line, found.place.macro, found.sentence) == (
        2,
        "Fair",
        "Open from 1 May 2025 to 3 May 2025, until 4 May 2025.",
    )


def used(number: int, usage: int, updated: str) -> dict[str, Any]:
    return {"name": str(number), "text": f"text {number}", "usage": usage, "updated": updated}


def test_old_and_sent_a_lot(examine: Examine) -> None:
    rows = [used(number, 10 * number, "2026-01-01") for number in range(8)]
    one = examine(*rows, used(8, 900, "2023-05-01"), used(9, 1, "2020-01-01"))
    assert [(found.place.macro, found.usage, found.updated) for found in one.old] == [("8", 900, date(2023, 5, 1))]


def test_in_a_small_library_nothing_is_sent_most(examine: Examine) -> None:
    assert examine(used(1, 900, "2020-01-01"), used(2, 3, "2020-01-01")).old == ()


def test_never_sent(examine: Examine) -> None:
    one = examine(used(1, 5, ""), used(2, 0, "2024-01-01"), used(3, 0, "2026-11-01"), {"text": "who knows", "name": "4"})
    assert [macro.name for macro in one.unused] == ["2"]  # 3 is new, and nobody counts 4


def test_where_nothing_was_ever_sent_nobody_counts(examine: Examine) -> None:
    assert examine(used(1, 0, ""), used(2, 0, "")).unused == ()

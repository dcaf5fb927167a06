from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.library.facts import Contact, Fact


def kinds(found: list[Fact]) -> list[str]:
    return [one.kind for one in found]


def test_all_kinds_in_the_order_of_the_text(facts_of: Callable[..., list[Fact]]) -> None:
    text = (
        "Until 31.12.2027 you get 10% off from €50 within 14 days: call +49 30 5550100 (Mon-Fri 9am-5pm), "
        "write to Help@Example.com or see https://www.example.com/en/sale/."
    )
    found = facts_of(text)
    assert kinds(found) == ["date", "percentage", "amount", "duration", "phone number", "opening hours", "e-mail address", "link"]
    assert [one.value.value for one in found if isinstance(one.value, Contact)] == [
        "5550100",
        "help@example.com",
        "example.com/sale",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Call +49 30 5550100.", "Call 030 5550100."),  # with and without country
        ("See https://www.example.com/de/hilfe/.", "See example.com/hilfe."),
        ("Write to Help@example.com.", "Write to help@example.com."),
    ],
)
def test_contacts_that_are_the_same(facts_of: Callable[..., list[Fact]], one: str, other: str) -> None:
    assert facts_of(one)[0].agrees(facts_of(other)[0])


def test_a_fact_in_a_placeholder_is_none(facts_of: Callable[..., list[Fact]]) -> None:
    assert facts_of("Your order {{order.id | default: '14 days'}} is on its way, @anna.") == []


def test_a_date_is_no_duration(facts_of: Callable[..., list[Fact]]) -> None:
    assert kinds(facts_of("bis 3. Tage Mai", "de")) == []
    assert kinds(facts_of("am 14. Mai 2027", "de")) == ["date"]


def test_hours_of_two_days_neither_agree_nor_conflict(facts_of: Callable[..., list[Fact]]) -> None:
    week, weekend = facts_of("Mon-Fri 9am-5pm, Sat 10am-2pm")
    assert not week.agrees(weekend)
    assert not week.conflicts(weekend)


def test_a_text_without_a_language_has_no_facts(macro: Callable[..., object], library: Callable[..., object]) -> None:
    from coach.library.facts import facts

    one = library({"text": "14 days 14 Tage", "lang": None, "language": None}).macros[0]  # type: ignore[attr-defined]
    assert facts(one) == []


def test_a_list_of_prices_is_no_promise(facts_of: Callable[..., list[Fact]]) -> None:
    assert len(facts_of("A lamp is €5. " * 100)) == 100
    assert facts_of("A lamp is €5. " * 101) == []

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.library.facts import domain
from coach.library.xray import XRay

Examine = Callable[..., XRay]


def many(address: str, times: int = 6) -> list[dict[str, Any]]:
    return [{"text": f"This is text {number}: write to {address}."} for number in range(times)]


def wrong(one: XRay) -> list[tuple[str, str, int]]:
    return [(found.domain, found.meant, found.uses) for found in one.wrong_domains]


@pytest.mark.parametrize("slip", ["help@exmaple-shop.com", "help@example-shp.com", "https://www.exampl-shop.com/x"])
def test_a_misspelt_domain(examine: Examine, slip: str) -> None:
    one = examine(*many("help@example-shop.com"), {"name": "odd", "text": f"Or write to {slip}."})
    assert wrong(one) == [(domain(slip.removeprefix("https://")), "example-shop.com", 6)]
    assert one.wrong_domains[0].places[0].macro == "odd"


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("another country", "help@example-shop.de"),
        ("another address there", "hello@example-shop.com"),
        ("another host there", "https://track.example-shop.com/x"),
        ("numbers tell them apart", "help@example-shop2.com"),
        ("another name", "help@parcel-service.com"),
    ],
)
def test_another_domain(examine: Examine, why: str, other: str) -> None:
    assert wrong(examine(*many("help@example-shop.com"), {"text": f"Or write to {other}."})) == [], why


def test_one_that_is_used_as_well_is_no_slip(examine: Examine) -> None:
    assert wrong(examine(*many("a@example-shop.com"), *many("a@exampla-shop.com", 3))) == []


def test_short_names_are_alike_by_chance(examine: Examine) -> None:
    assert wrong(examine(*many("a@abcd.com"), {"text": "Or to a@abce.com."})) == []

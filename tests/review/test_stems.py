"""One expression for many beginnings of words."""

from __future__ import annotations

import re

import pytest

from coach.review.stems import any_of


@pytest.mark.parametrize(
    "stems", ["ship", "shall |ship|shipping|we'll", "верну|вернусь|в", "i.e.|a+b|(c)", "on|one|once", "ö|o|ü"]
)
def test_every_stem_is_found_and_of_two_the_longer_one(stems: str) -> None:
    expression = re.compile(any_of(stems))
    for stem in stems.split("|"):
        assert expression.fullmatch(stem)
        assert expression.search(f"-- {stem} --", 3).group() == stem  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "sho", "wel", "i-e-", "aab"])
def test_nothing_else_is_found(text: str) -> None:
    assert not re.search(any_of("ship|shall|we'll|i.e.|a+b"), text)


def test_a_stem_holds_before_a_boundary_though_another_is_longer() -> None:
    expression = re.compile(rf"{any_of('верну|вернусь')}\b")
    assert expression.search("верну деньги")
    assert expression.search("вернусь завтра")
    assert not expression.search("вернуть")

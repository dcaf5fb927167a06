"""Gaps within a clause, and the signs beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.model import Finding
from coach.phrasebook.matcher import Matcher

MatcherOf = Callable[..., Matcher]
Check = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("we sell ~~ , ever", "We sell red lamps, ever.", ["We sell red lamps, ever"]),
        ("we sell ~~ , ever", "We sell, ever so often.", ["We sell, ever"]),
        ("we sell ~~ , ever", "We sell no red lamps, ever.", []),  # three words are more than two
        ("we sell ~~ , ever", "We sell, and lamps, ever.", []),  # a comma on the way
        ("we sell ~~ , ever", "We sell no lamps ever.", []),  # no comma where one is asked for
        ("we sell ~~ ever", "We sell lamps, ever.", []),  # no comma asked for, and one on the way
        ("we sell , ~~ ever", "We sell, as always, ever.", []),
        ("we sell , ~~ ever", "We sell, as always ever.", ["We sell, as always ever"]),
        ("we sell , ~~ ever", "We sell, ever.", ["We sell, ever"]),
        ("we sell , ~~ , ever", "We sell, as always, ever.", ["We sell, as always, ever"]),
        ("we sell ~~~ $$", "We sell no lamps, sorry.", ["We sell no lamps"]),
        ("we sell ~~~ $$", "We sell no lamps.", ["We sell no lamps"]),
        (", so we sell", "It is late, so we sell.", ["so we sell"]),
        (", so we sell", "So we sell.", []),  # no comma before
        ("(^|,) so we sell", "So we sell. It is late, so we sell.", ["So we sell", "so we sell"]),
        ("we sell ~~ ever", "We sell - as always - ever.", []),  # a hyphen typed for a dash
        ("we sell ~~ ever", "We sell e-mails ever.", ["We sell e-mails ever"]),  # one inside a word
    ],
)
def test_a_gap_within_the_clause_and_the_signs_beside_it(
    matcher_of: MatcherOf, check_with: Check, phrase: str, text: str, expected: list[str]
) -> None:
    assert [found.text for found in check_with(matcher_of("en", [phrase]), text)] == expected

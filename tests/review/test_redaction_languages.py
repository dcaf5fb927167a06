"""Turns in four languages as people write them, and what of each may leave a run: half of them are to stay as they are.

A line of the tables is who says it (a: agent, c: customer) and the words; a line `= ...` below says what becomes of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.model import LANGUAGES
from coach.review.record import AGENT, CUSTOMER, Turn
from coach.review.redaction import Redacted, all_may_have, names_of, redact

TABLES = Path(__file__).parent.parent / "fixtures" / "review" / "private"


def cases() -> list[tuple[str, str, str]]:
    """Who says it, the words, and what becomes of them."""
    found: list[tuple[str, str, str]] = []
    for lang in LANGUAGES:
        for line in (TABLES / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
            kind, words = line[0], line[2:].replace("\\n", "\n")
            if kind == "=":
                found[-1] = (*found[-1][:2], words)
            else:
                found.append((AGENT if kind == "a" else CUSTOMER, words, words))
    return found


@pytest.mark.parametrize(("role", "text", "expected"), cases())
def test_what_becomes_of_a_turn(role: str, text: str, expected: str) -> None:
    known = names_of([Turn(role, text)], "")
    redacted = redact(text, known)
    assert redacted.text == expected
    assert redact(redacted.text, known) == Redacted(redacted.text)


def test_a_batch_is_redacted_like_its_texts() -> None:
    turns = [Turn(role, text) for role, text, _ in cases()]
    for turn, may in zip(turns, all_may_have([turn.text for turn in turns]), strict=True):
        known = names_of([turn], "")
        assert names_of([turn], "", [may]) == known
        assert redact(turn.text, known, may) == redact(turn.text, known)


def test_half_of_them_stay() -> None:
    untouched = [text == expected for _, text, expected in cases()]
    assert 0.45 < sum(untouched) / len(untouched) < 0.55

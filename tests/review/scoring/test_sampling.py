"""Samples: everybody in them, the same again, and with honest weights."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import UsageError
from coach.review.scoring.agreement import ratings
from coach.review.scoring.sampling import COLUMNS, allocated, sample, sheet

from .conftest import Add


@pytest.fixture
def filled(connection: Any, add: Add) -> Any:
    """Ada has 60 conversations in six weeks, Bo 30, Cem one; every tenth has a finding."""
    for key in range(91):
        agent = "Ada" if key < 60 else "Bo" if key < 90 else "Cem"
        turn = {"agent": agent, "text": "=1+1", "findings": [("blame/forgot", 0, 1)] if key % 10 == 0 else []}
        customer = {"role": "customer", "text": "Hello."}
        add(key, [customer, turn, {"agent": agent}], began=datetime(2026, 9, 1) + timedelta(weeks=key % 6))
    return connection


def agents(drawn: Any) -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for unit in drawn.units:
        found.setdefault(unit.agent, set()).add(unit.key)
    return {agent: len(keys) for agent, keys in sorted(found.items())}


def test_everybody_is_in_it_in_proportion(filled: Any) -> None:
    drawn = sample(filled, 10, seed=1)
    assert agents(drawn) == {"Ada": 6, "Bo": 3, "Cem": 1}
    assert (drawn.population, drawn.drawn, drawn.strata) == (91, 10, ("agent", "channel", "language"))
    assert len(drawn.units) == 20  # two turns of agents a conversation


def test_weeks_are_a_stratum_where_the_sample_is_large_enough(filled: Any) -> None:
    assert sample(filled, 20, seed=1).strata == ("agent", "channel", "language", "week")


def test_the_same_seed_draws_the_same_and_another_another(filled: Any) -> None:
    first, again, other = (sample(filled, 10, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert {unit.key for unit in first.units} != {unit.key for unit in other.units}


@pytest.mark.parametrize("oversample", [1.0, 4.0])
def test_the_weights_add_up_to_all_conversations(filled: Any, oversample: float) -> None:
    drawn = sample(filled, 20, seed=3, oversample=oversample)
    assert sum({unit.key: unit.weight for unit in drawn.units}.values()) == pytest.approx(91)


def test_conversations_with_findings_can_be_drawn_more_often(filled: Any) -> None:
    def flagged(oversample: float) -> int:
        return len({unit.key for unit in sample(filled, 20, seed=3, oversample=oversample).units if unit.key % 10 == 0})

    assert flagged(5.0) >= 2 * flagged(1.0)


def test_a_sample_larger_than_the_store_is_all_of_it(filled: Any) -> None:
    drawn = sample(filled, 500)
    assert drawn.drawn == 91
    assert {unit.weight for unit in drawn.units} == {1.0}


def test_conversations_that_were_not_judged_are_not_drawn(connection: Any, add: Add) -> None:
    add(1, [{"agent": "Ada"}], language=None)
    assert sample(connection, 5).units == ()


def test_a_sheet_goes_to_reviewers_blind_and_comes_back(filled: Any) -> None:
    drawn = sample(filled, 10, seed=1)
    text = sheet(drawn)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert "blame" not in text  # what coach found would lead the reviewers
    assert "'=1+1" in {one["text"] for one in rows}  # no formula for the spreadsheet
    for one in rows:
        one["reviewer_1"] = "-"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    assert set(ratings(out.getvalue(), "s.csv").found) == {(unit.key, unit.turn) for unit in drawn.units}


@pytest.mark.parametrize(("size", "oversample"), [(0, 1.0), (-3, 1.0), (5, 0.5), (5, float("nan"))])
def test_senseless_samples_are_refused(connection: Any, size: int, oversample: float) -> None:
    with pytest.raises(UsageError):
        sample(connection, size, oversample=oversample)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(1, 80))
def test_an_allocation_is_whole_and_possible(sizes: list[int], size: int) -> None:
    cells = {((str(number),), False): count for number, count in enumerate(sizes)}
    numbers = allocated(cells, {cell: float(count) for cell, count in cells.items()}, size)
    assert sum(numbers.values()) == min(size, sum(sizes))
    assert all(0 < number <= cells[cell] for cell, number in numbers.items())
    assert len(numbers) == len(cells) or size < len(cells)

"""Kappa by the books, and sheets as people send them back."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import UsageError
from coach.review.scoring.agreement import Ratings, agreements, kappa, ratings, table, tool

from .conftest import Add

HEAD = "unit,conversation,weight,reviewer_1,reviewer_2\n"


def test_kappa_by_hand() -> None:
    # 50 turns: both yes 20, first only 5, second only 10, neither 15. Observed .7, by chance .5 * .6 + .5 * .4 = .5.
    value, error = kappa([[20, 5], [10, 15]])
    assert value == pytest.approx(0.4)
    # p11 (1 - 1.1 * .6)^2 + p22 (1 - .9 * .6)^2 = .4 * .1156 + .3 * .2116; .36 * (.1 * 1.1^2 + .2 * .9^2) = .1019;
    # less (.4 - .5 * .6)^2 = .01; over 50 * .25.
    assert error == pytest.approx(((0.04624 + 0.06348 + 0.36 * (0.1 * 1.21 + 0.2 * 0.81) - 0.01) / 12.5) ** 0.5)


def test_kappa_of_the_textbook() -> None:
    # Fleiss, Levin, Paik, Statistical Methods for Rates and Proportions, 3rd ed., table 18.1.
    value, error = kappa([[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    assert value == pytest.approx(0.676, abs=5e-4)
    assert error == pytest.approx(0.088, abs=5e-4)


def test_who_agrees_by_chance_only_has_none_and_who_agrees_wholly_has_one() -> None:
    assert kappa([[25, 25], [25, 25]])[0] == pytest.approx(0)
    assert kappa([[30, 0], [0, 20]]) == (pytest.approx(1.0), 0.0)


def test_kappa_is_not_defined_where_both_always_say_the_same() -> None:
    assert kappa([[0, 0], [0, 40]]) == (None, 0.0)


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4).filter(lambda cells: sum(cells) > 0))
def test_it_does_not_matter_who_is_first(cells: list[int]) -> None:
    a, b, c, d = cells
    assert kappa([[a, b], [c, d]]) == pytest.approx(kappa([[a, c], [b, d]]), nan_ok=False)


def of(found: dict[tuple[int, int], str]) -> Ratings:
    return Ratings({unit: frozenset(words.split()) for unit, words in found.items()}, dict.fromkeys(found, 1.0))


def test_agreement_is_told_for_anything_for_categories_and_for_rules() -> None:
    one = of({(1, 0): "blame/forgot", (1, 2): "", (2, 0): "negative/cannot"})
    other = of({(1, 0): "blame/your-fault", (1, 2): "", (2, 0): "negative/cannot", (9, 9): "vague"})
    found = {entry.label: entry for entry in agreements(one, other)}
    assert list(found) == ["anything", "blame", "negative", "blame/forgot", "blame/your-fault", "negative/cannot"]
    assert found["blame"][1:5] == (1, 0, 0, 2)  # the same category, though another rule; the turn that one judged is left out
    assert found["blame/forgot"][1:5] == (0, 1, 0, 2)
    assert found["anything"].agreed.rate == 100


def test_rules_are_left_out_where_somebody_names_categories_only() -> None:
    found = agreements(of({(1, 0): "blame", (2, 0): ""}), of({(1, 0): "blame/forgot", (2, 0): ""}))
    assert [entry.label for entry in found] == ["anything", "blame"]


def test_a_rare_label_is_told_with_a_warning() -> None:
    one = of({(key, 0): "blame" if key < 2 else "" for key in range(60)})
    other = of({(key, 0): "blame" if key == 0 else "" for key in range(60)})
    entry = agreements(one, other)[1]
    assert entry.agreed.rate > 98
    assert "fewer than 5 times" in entry.warning


def test_turns_of_one_conversation_make_the_interval_wider() -> None:
    random = Random(3)
    answers = [random.random() < 0.5 for _ in range(40)]
    others = [answer if random.random() < 0.8 else not answer for answer in answers]

    def width(turns: int) -> float:
        one = of({(key, turn): "blame" * answer for key, answer in enumerate(answers) for turn in range(turns)})
        other = of({(key, turn): "blame" * answer for key, answer in enumerate(others) for turn in range(turns)})
        entry = agreements(one, other)[1]
        return entry.high - entry.low

    assert width(5) == pytest.approx(width(1), rel=0.15)  # the same said five times is not five times as sure


def test_weights_undo_that_flagged_conversations_were_drawn_more_often() -> None:
    found = {(key, 0): frozenset({"blame"}) if key < 20 else frozenset[str]() for key in range(40)}
    weights = {unit: 1.0 if unit[0] < 20 else 9.0 for unit in found}
    entry = agreements(Ratings(found, weights), Ratings(found, weights))[1]
    assert entry.shown == pytest.approx(10)


def test_a_sheet_is_read_as_spreadsheets_save_it() -> None:
    text = (
        '\ufeffunit;conversation;weight;reviewer_1;reviewer_2\r\nk000000000000002a-3;"a;b";2,5;Blame/Forgot, vague;-\r\n;;;;\r\n'
        "k000000000000002a-5;x;2,5;;ok\r\n"
    )
    first, second = ratings(text, "s.csv", 1), ratings(text, "s.csv", 2)
    assert first.found == {(42, 3): {"blame/forgot", "vague"}}  # an empty cell was not judged
    assert first.weights == {(42, 3): 2.5}
    assert second.found == {(42, 3): set(), (42, 5): set()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n", "s.csv:1: no column 'unit'"),
        (HEAD + "k000000000000002a-3,x,1,blaem,\n", "did you mean blame?"),
        (HEAD + "4.2E+18,x,1,blame,\n", "s.csv:2: '4.2E+18' is no unit"),
        (HEAD + "k000000000000002a-3,x,1,-,\nk000000000000002a-3,x,1,-,\n", "s.csv:3: k000000000000002a-3 stands here twice"),
        (HEAD + "k000000000000002a-3,x,heavy,-,\n", "'heavy' is no weight"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, words: str) -> None:
    with pytest.raises(UsageError) as error:
        ratings(text, "s.csv")
    assert words in str(error.value)


def test_nothing_judged_by_both_is_an_error() -> None:
    with pytest.raises(UsageError, match="no turn was judged by both"):
        agreements(of({(1, 0): ""}), of({(2, 0): ""}))


def test_the_tool_is_a_reviewer_whose_disputed_findings_do_not_count(connection: Any, add: Add) -> None:
    add(7, [{"findings": [("blame/forgot", 0, 3)]}, {"findings": [("vague/soon", 0, 3)], "disputed": "fine"}, {}])
    found = tool(connection, [(7, 0), (7, 1), (7, 2)])
    assert found.found == {(7, 0): {"blame/forgot"}, (7, 1): set(), (7, 2): set()}


def test_turns_of_another_store_are_not_taken_for_clean(connection: Any, add: Add) -> None:
    add(7, [{}])
    with pytest.raises(UsageError, match="1 of the 2 turns are not in the store"):
        tool(connection, [(7, 0), (8, 0)])
    assert tool(connection, []).found == {}


def test_the_table_names_both_and_explains_warnings() -> None:
    found = agreements(of({(1, 0): "blame", (2, 0): ""}), of({(1, 0): "blame", (2, 0): "blame"}))
    text = table(found, "Mira", "coach")
    assert "coach only" in text.splitlines()[0]
    assert "blame: seen fewer than 5 times" in text

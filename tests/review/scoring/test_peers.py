"""Who needs help: fair to those whose work is harder, and silent about chance."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from coach.review.scoring import tables
from coach.review.scoring.counting import ALL, counts, found_rules, same
from coach.review.scoring.intervals import chance
from coach.review.scoring.peers import Beside, beside, comparisons, differing, helps, labels_to_compare, work

from .conftest import Add

CHAT, MAIL = ("en", "chat"), ("en", "email")


def test_with_one_kind_of_work_it_is_the_plain_comparison() -> None:
    found = beside("Ada", "blame", {CHAT: 100}, {CHAT: 9}, ({CHAT: 500}, {CHAT: 17}), 1.0)
    assert found == Beside("Ada", "blame", pytest.approx(chance(9, 100, 8, 400)), pytest.approx(4.5))


def test_the_mix_of_work_is_taken_into_account() -> None:
    # Chat has ten times the findings of mail, whoever writes; Ada does nearly all of her work in chat.
    said, found = {CHAT: 300, MAIL: 20}, {CHAT: 30}
    whole = ({CHAT: 900, MAIL: 3000}, {CHAT: 90, MAIL: 30})
    one = beside("Ada", "blame", said, found, whole, 1.0)
    assert one is not None
    assert one.ratio == pytest.approx(30 / (30 + 20 * 30 / 2980))
    assert one.p > 0.5
    assert chance(30, 320, 90, 3580) < 0.001  # what a plain comparison would have said of her


def test_who_has_no_colleague_in_the_same_work_is_not_compared() -> None:
    assert beside("Ada", "blame", {CHAT: 300}, {CHAT: 30}, ({CHAT: 300, MAIL: 900}, {CHAT: 30}), 1.0) is None
    assert (
        beside("Ada", "blame", {CHAT: 300}, {CHAT: 30}, ({CHAT: 310}, {CHAT: 30}), 1.0) is None
    )  # ten sentences are no yardstick


def test_others_without_any_finding_can_still_be_compared_with() -> None:
    one = beside("Ada", "blame", {CHAT: 100}, {CHAT: 8}, ({CHAT: 1000}, {CHAT: 8}), 1.0)
    assert one is not None
    assert one.p < 0.001
    assert one.direction == 1


def team(add: Add, seed: int, worse: str = "") -> None:
    """Four agents with forty conversations each; `worse` has four times the findings."""
    random = Random(seed)
    for number, agent in enumerate(("Ada", "Bo", "Cem", "Dora")):
        for key in range(40):
            day = random.gammavariate(1, 1) * (4 if agent == worse else 1)
            turns = []
            for _ in range(3):
                rules = [rule for rule in ("blame/forgot", "negative/cannot") if random.random() < min(0.9, 0.04 * day)]
                turns.append({"agent": agent, "sentences": 3, "findings": [(rule, 0, 1) for rule in rules]})
            add(1000 * number + key, turns)


def compared(connection: Any) -> list[Beside]:
    tables.prepare(connection)
    found = found_rules(connection)
    labels = labels_to_compare(found)
    overall, by_agent = (counts(connection, by, same(labels)) for by in ("all", "agent"))
    return comparisons(work(connection), labels, by_agent, overall)


def test_who_stands_out_is_told_once_a_category(connection: Any, add: Add) -> None:
    team(add, 1, worse="Dora")
    found = compared(connection)
    assert [(one.agent, one.label) for one in helps(found)][:2] in (
        [("Dora", "blame"), ("Dora", "negative")],
        [("Dora", "negative"), ("Dora", "blame")],
    )
    assert {one.agent for one in helps(found)} == {"Dora"}
    assert differing(found)["Dora"] == 1


def test_equals_are_left_alone(connection: Any, add: Add) -> None:
    team(add, 2)
    found = compared(connection)
    assert helps(found) == ()
    assert set(differing(found).values()) == {0}


def test_a_certain_but_small_difference_is_no_reason_to_help() -> None:
    assert helps([Beside("Ada", "blame", 1e-9, 1.1), Beside("Bo", "blame", 1e-9, 0.5), Beside("Cem", ALL, 1e-9, 3)]) == ()


def test_a_rule_is_named_where_it_is_what_stands_out() -> None:
    found = [Beside("Ada", "blame", 1e-4, 2), Beside("Ada", "blame/forgot", 1e-9, 5), Beside("Ada", "vague", 1e-6, 2)]
    assert [one.label for one in helps(found)] == ["blame/forgot", "vague"]


def test_rare_rules_are_not_compared(connection: Any, add: Add) -> None:
    add(1, [{"agent": "Ada", "findings": [("blame/forgot", 0, 1)] * 5 + [("vague/soon", 0, 1)] * 4}])
    tables.prepare(connection)
    assert labels_to_compare(found_rules(connection)) == (ALL, "blame", "blame/forgot")

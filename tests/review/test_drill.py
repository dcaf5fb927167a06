"""Exercises from the team's own findings, the sheet they are printed on, and their grading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from coach.config import Config
from coach.engine import Coach
from coach.errors import UsageError
from coach.review import drill
from coach.review.drill import Exercise, exercises, grade
from coach.review.sheet import answered, sheet

SCHEMA = (Path(drill.__file__).parent / "schema.sql").read_text(encoding="utf-8")

TURNS = (
    ("en", "Agent 1", "Hello. You forgot to attach the receipt to order [number]. I have added a note.", "You forgot"),
    ("en", "Agent 2", "Thanks. You should have called us before 5 May.", "should have called"),
    ("de", "Agent 1", "Guten Tag. Sie haben leider vergessen, die Rechnung beizulegen.", "haben leider vergessen"),
    ("en", "Agent 2", "You forgot it.", "You forgot"),
)
RULES = ("blame/forgot", "blame/should-have", "blame/forgot", "blame/forgot")


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(lang="en"))


@pytest.fixture
def store() -> Iterator[Any]:
    connection = duckdb.connect(":memory:")
    connection.execute(SCHEMA)
    for key, ((lang, agent, text, words), rule) in enumerate(zip(TURNS, RULES, strict=True)):
        start = text.index(words)
        connection.execute(
            "INSERT INTO conversations VALUES (?, ?, 'a.json', 1, 'chat', '', ?, NULL, 1, 0)", [key, f"c{key}", lang]
        )
        connection.execute("INSERT INTO turns VALUES (?, 0, 1, 'agent', ?, ?, NULL, 3, NULL, ?)", [key, agent, lang, text])
        connection.execute(
            "INSERT INTO findings VALUES (?, 0, ?, 'error', ?, ?, 'why', NULL)", [key, rule, start, start + len(words)]
        )
    yield connection
    connection.close()


def test_an_exercise_is_one_sentence_with_its_reason_and_better_wording(store: Any, coach: Coach) -> None:
    made = exercises(store, coach, count=10, seed=1, lang="en")
    assert [one.sentence for one in sorted(made)] == [
        "You forgot to attach the receipt to order [number].",
        "You should have called us before 5 May.",
    ]
    assert all(one.message and one.better for one in made)


def test_a_sentence_too_short_to_say_anything_is_no_exercise(store: Any, coach: Coach) -> None:
    assert not [one for one in exercises(store, coach, count=10, seed=1) if one.sentence == "You forgot it."]


def test_the_same_seed_gives_the_same_exercises_and_the_agent_and_rule_narrow_them(store: Any, coach: Coach) -> None:
    assert exercises(store, coach, count=3, seed=7) == exercises(store, coach, count=3, seed=7)
    assert {one.rule for one in exercises(store, coach, count=3, seed=1, rules=("blame/should-have",))} == {"blame/should-have"}
    assert {one.lang for one in exercises(store, coach, count=3, seed=1, agent="Agent 1")} == {"en", "de"}


def test_every_rule_comes_once_before_any_comes_twice(store: Any, coach: Coach) -> None:
    assert {one.rule for one in exercises(store, coach, count=2, seed=3)} == {"blame/forgot", "blame/should-have"}


def test_a_disputed_finding_is_nothing_to_practise_on(store: Any, coach: Coach) -> None:
    store.execute("UPDATE findings SET disputed = 'quoted the customer' WHERE rule = 'blame/should-have'")
    assert {one.rule for one in exercises(store, coach, count=9, seed=1)} == {"blame/forgot"}


ASKED = Exercise("blame/forgot", "en", "chat", "You forgot to attach the receipt to order 4711.", 4, 10, "why", ())


@pytest.mark.parametrize(
    ("answer", "solved", "remark"),
    [
        ("To finish order 4711 I still need the receipt; could you attach it?", True, ""),
        ("You forgot the receipt of order 4711 again.", False, "still there"),
        ("Could you attach the receipt to the order?", False, "missing now: 4711"),
        ("Could you attach the receipt to order 4711 as soon as possible?", False, "something new"),
        ("4711 is fine.", False, "same message"),
        ("   ", False, "nothing written"),
    ],
)
def test_the_rules_that_grade_drafts_grade_an_answer(coach: Coach, answer: str, solved: bool, remark: str) -> None:
    verdict = grade(ASKED, answer, coach)
    assert verdict.solved is solved, verdict
    assert remark in verdict.remark


def test_a_sheet_reads_back_as_it_was_written(store: Any, coach: Coach) -> None:
    made = exercises(store, coach, count=3, seed=1)
    filled = sheet(made).replace("Your wording:\n", "Your wording:\nMine, at last.\n", 1)
    found = answered(filled, "sheet.md")
    assert [(one.exercise.rule, one.exercise.lang, one.exercise.sentence) for one in found] == [
        (one.rule, one.lang, one.sentence) for one in made
    ]
    assert [one.answer for one in found] == ["Mine, at last.", "", ""]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "s.md"),
        ("# Shopping list\n\n1. Milk\n", "s.md"),
        ("# Drill\n\n## 1. blame/forgot (en, chat)\n\nno quotation\n", "s.md:3"),
    ],
)
def test_what_is_no_sheet_is_refused_with_its_place(text: str, where: str) -> None:
    with pytest.raises(UsageError) as caught:
        answered(text, "s.md")
    assert caught.value.where == where

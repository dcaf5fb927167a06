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
        ("I have everything for order 4711 except the receipt.", True, ""),
        ("4711?", False, "what does it tell"),
        ("   ", False, "nothing written"),
    ],
)
def test_the_rules_that_grade_drafts_grade_an_answer(coach: Coach, answer: str, solved: bool, remark: str) -> None:
    verdict = grade(ASKED, answer, coach)
    assert verdict.solved is solved, verdict
    assert remark in verdict.remark


@pytest.mark.parametrize(
    ("sentence", "rule", "solved"),
    [
        ("You forgot to attach the receipt to order 4711.", "blame/forgot", False),
        ("Your parcel left today, please do not hesitate to contact us.", "cliche/hesitate", True),  # a filler may go
    ],
)
def test_cutting_out_the_flagged_words_is_an_answer_only_for_fillers(
    coach: Coach, sentence: str, rule: str, solved: bool
) -> None:
    own = next(one for one in coach.check(sentence, "en", "chat").findings if one.rule == rule)
    answer = sentence[: own.start] + sentence[own.end :]
    verdict = grade(Exercise(rule, "en", "chat", sentence, own.start, own.end, "", ()), answer, coach)
    assert verdict.solved is solved, verdict


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


def test_what_is_said_most_often_comes_first(store: Any, coach: Coach) -> None:
    text = "Hello. You forgot to sign the form. You forgot to date it, too. Thanks."
    store.execute("INSERT INTO conversations VALUES (9, 'c9', 'a.json', 1, 'chat', '', 'en', NULL, 1, 0)")
    store.execute("INSERT INTO turns VALUES (9, 0, 1, 'agent', 'Agent 1', 'en', NULL, 4, NULL, ?)", [text])
    for start in (text.index("You"), text.rindex("You")):
        store.execute("INSERT INTO findings VALUES (9, 0, 'blame/forgot', 'error', ?, ?, 'why', NULL)", [start, start + 10])
    assert {exercises(store, coach, count=1, seed=seed)[0].rule for seed in range(8)} == {"blame/forgot"}


def test_a_whole_sentence_that_is_offered_ends_with_one_mark() -> None:
    from coach.model import Suggestion

    assert drill.put_in("Is it so ?", Suggestion("Let me check by 5.", 0, 8, False)) == "Let me check by 5."
    assert drill.put_in("Is it so, or not?", Suggestion("Let me check.", 0, 8, False)) == "Let me check., or not?"  # not its end


def test_a_sheet_shows_the_flagged_words(store: Any, coach: Coach) -> None:
    made = exercises(store, coach, count=9, seed=1, rules=("blame/should-have",))
    assert "\n**should have called**" in sheet(made) or "**You should have" in sheet(made)


def test_a_channel_of_the_export_s_own_is_practised_as_a_chat(store: Any, coach: Coach) -> None:
    store.execute("UPDATE conversations SET channel = 'whatsapp'")
    made = exercises(store, coach, count=3, seed=1)
    assert {one.channel for one in made} == {"chat"}

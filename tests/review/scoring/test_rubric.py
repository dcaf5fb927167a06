"""Rubrics: what is read, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.review.scoring.rubric import load

GOOD = """\
title: House rules
needs: {sentences: 40}
criteria:
  respect: {title: Respect, weight: 30, rules: [blame, negative/cannot], full: 0.5, none: 4}
  owns: {weight: 10, bonus: true, events: [good/owns], full: 40, none: 0, least: 3}
  never: {auto_fail: true, rules: [blame/your-fault]}
"""


def written(folder: Path, text: str) -> str:
    path = folder / "rubric.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_rubric_is_read(tmp_path: Path) -> None:
    rubric = load(written(tmp_path, GOOD))
    assert (rubric.title, rubric.sentences, rubric.conversations) == ("House rules", 40, 5)
    respect, owns, never = rubric.criteria
    assert (respect.title, respect.weight, respect.rules) == ("Respect", 30, ("blame", "negative/cannot"))
    assert (owns.title, owns.bonus, owns.least) == ("owns", True, 3)
    assert never.auto_fail


def test_points_are_earned_in_proportion_between_full_and_none(tmp_path: Path) -> None:
    respect, owns, _ = load(written(tmp_path, GOOD)).criteria
    assert [respect.earned(rate) for rate in (0, 0.5, 2.25, 4, 90)] == [1, 1, 0.5, 0, 0]
    assert [owns.earned(rate) for rate in (0, 20, 40, 100)] == [0, 0.5, 1, 1]


def test_the_shipped_rubric_is_one() -> None:
    rubric = load()
    assert sum(one.weight for one in rubric.criteria if not one.bonus) == 100
    assert not any(one.auto_fail for one in rubric.criteria)  # nobody fails because a program says so, unless a team wants it


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("weight: 30", "wieght: 30"), ":4:29", "did you mean weight?"),
        (("negative/cannot", "negative/canot"), ":4:", "did you mean negative/cannot?"),
        (("good/owns", "good/own"), ":5:", "did you mean good/owns?"),
        (("weight: 30", "weight: heavy"), ":4:", "a number"),
        (("weight: 30", "weight: .nan"), ":4:", "a number"),
        (("none: 4", "none: 0.5"), ":4:", "the same rate"),
        (("[blame, negative/cannot]", "[blame, blame/forgot]"), ":4:", "part of blame"),
        (("rules: [blame/your-fault]", "weight: 3, rules: [blame/your-fault]"), ":6:", "has no weight"),
        (("rules: [blame/your-fault]", "title: Never"), ":6:", "either rules or events"),
        (("bonus: true", "bonus: maybe"), ":5:", "true or false"),
        (("full: 0.5, ", ""), ":4:", "has no full"),
        (("needs: {sentences: 40}", "needs: {sentences: 0}"), ":2:", "from 1"),
        (("criteria:", "criterions:"), ":3:1", "did you mean criteria?"),
        (("title: House rules", "title: ["), ":", "not valid YAML"),
    ],
)
def test_mistakes_are_told_with_line_and_column(tmp_path: Path, change: tuple[str, str], place: str, words: str) -> None:
    path = written(tmp_path, GOOD.replace(*change))
    with pytest.raises(CoachError) as error:
        load(path)
    assert f"{path}{place}" in str(error.value)
    assert words in str(error.value)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "title: x\n", "criteria: {}\n", "criteria:\n  a: {bonus: true, rules: [blame], weight: 1, full: 0, none: 1}\n"],
)
def test_a_rubric_without_weight_is_none(tmp_path: Path, text: str) -> None:
    with pytest.raises(CoachError, match=r"weight|mapping"):
        load(written(tmp_path, text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="no such rubric"):
        load(str(tmp_path / "none.yaml"))


def test_a_rule_of_a_team_may_be_named_where_its_phrasebooks_are(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace("negative/cannot", "vague/weather"))
    assert load(path, phrasebooks="ours").criteria[0].rules == ("blame", "vague/weather")
    with pytest.raises(CoachError):
        load(path)

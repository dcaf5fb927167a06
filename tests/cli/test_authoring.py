"""`coach phrasebook new|except|eval`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import coach
from coach.errors import UsageError
from coach.evaluation import cases, evaluate, interval

Run = Callable[..., Any]


def test_a_new_concept_can_be_tested_as_it_is(run: Run, tmp_path: Path) -> None:
    team = tmp_path / "team"
    assert run("phrasebook", "new", "vague/weather", "--phrasebooks", str(team)).code == 0
    written = (team / "en" / "vague.yaml").read_text(encoding="utf-8")
    assert "vague/weather:" in written
    again = run("phrasebook", "new", "vague/weather", "--phrasebooks", str(team))
    assert (again.code, "is there already" in again.err) == (2, True)
    assert (team / "en" / "vague.yaml").read_text(encoding="utf-8") == written


def test_an_exception_keeps_a_sentence_silent_and_its_neighbours_not(run: Run, tmp_path: Path) -> None:
    team = tmp_path / "team"
    sentence = "Sadly for the others, we can't ship fast enough."
    done = run("phrasebook", "except", "negative/cannot", "--from", sentence, "--phrasebooks", str(team))
    assert done.code == 0, done.err
    judge = coach.Coach(coach.Config(lang="en", phrasebooks=str(team)))
    assert "negative/cannot" not in [finding.rule for finding in judge.check(sentence).findings]
    assert "negative/cannot" in [finding.rule for finding in judge.check("We can't refund this.").findings]
    kept = (team / "en" / "negative.yaml").read_text(encoding="utf-8")
    assert sentence in kept


def test_an_exception_keeps_the_comments_of_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "en" / "negative.yaml"
    path.parent.mkdir()
    path.write_text("# ours\nnegative/cannot:\n  phrases:\n    - 'no way josé'  # Ben's\n", encoding="utf-8")
    assert run("phrasebook", "except", "negative/cannot", "--from", "We can't send it.", "--phrasebooks", str(tmp_path)).code == 0
    text = path.read_text(encoding="utf-8")
    assert "# ours" in text
    assert "'no way josé'  # Ben's" in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("except", "negative/cannot", "--from", "All is well."), "is silent on this sentence already"),
        (("except", "nonsense", "--from", "All is well."), "names no concept"),
        (("new", "nonsense/x"), "names no concept"),
    ],
)
def test_what_cannot_be_written_is_said(run: Run, tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    result = run("phrasebook", *words, "--phrasebooks", str(tmp_path))
    assert (result.code, message in result.err) == (2, True)
    assert not list(tmp_path.rglob("*.yaml"))


def test_without_a_folder_nothing_is_written(run: Run) -> None:
    result = run("phrasebook", "new", "vague/weather")
    assert (result.code, "--phrasebooks DIR" in result.err) == (2, True)


ROWS = (
    {"text": "Unfortunately we can't ship.", "lang": "en", "labels": [{"category": "negative", "span": "Unfortunately"}]},
    {"text": "You forgot the form.", "lang": "en", "category": "blame"},
    {"text": "The sun shines.", "lang": "en", "labels": []},
    {"text": "Blue is a colour.", "lang": "en", "labels": [{"category": "vague", "span": "Blue"}]},
)


def test_eval_counts_right_wrong_and_missed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    outcome = evaluate(cases(path.read_text(encoding="utf-8").splitlines(), "labelled.jsonl"), coach.Coach())
    scores = {score.name: score[1:] for score in outcome.scores}
    assert scores["blame"] == (1, 0, 0)
    assert scores["vague"] == (0, 0, 1)
    assert scores["negative"][0] == 1
    assert "labelled.jsonl:4: missed vague 'Blue'" in outcome.remarks
    shown = run("phrasebook", "eval", str(path))
    assert (shown.code, "recall 0.00" in shown.out) == (1, True)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not valid JSON"),
        ('{"label": []}', "a line without a text"),
        ('{"text": "a", "labels": [{"category": "blame", "span": "b"}]}', "does not hold 'b'"),
        ('{"text": "a", "category": "blam"}', "unknown category 'blam'"),
        ('{"text": "a", "labels": ["b"]}', "a label without category and span"),
    ],
)
def test_eval_says_what_is_wrong_with_a_line(line: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        list(cases(["", line], "x.jsonl"))
    assert "x.jsonl:2" in str(caught.value)


def test_intervals_are_wide_for_few_cases() -> None:
    assert interval(0, 0) == (0.0, 0.0, 1.0)
    share, low, high = interval(9, 10)
    assert (share, round(low, 2), round(high, 2)) == (0.9, 0.6, 0.98)  # Wilson's values for 9 of 10

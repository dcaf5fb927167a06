"""The commands around the check: explain, rules, phrasebook test, version."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from coach import __version__
from coach.model import CATEGORIES
from coach.phrasebook.schema import Entry, Place, Recast, Text, Wordings
from coach.rules.table import CONCEPTS
from coach.selftest import Problem
from coach.selftest import Result as Outcome

Run = Callable[..., Any]


def test_rules(run: Run) -> None:
    lines = run("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == list(CONCEPTS)
    rules = json.loads(run("rules", "--output-format", "json").out)["rules"]
    assert [rule["id"] for rule in rules] == list(CONCEPTS)
    table = run("rules", terminals="stdout", environ={"COLUMNS": "120"}).out
    assert "What it flags" in table
    assert all(rule in table for rule in CONCEPTS)
    assert "\x1b[31m" in table
    assert "\x1b[31m" not in run("rules", "--color", "never", terminals="stdout").out


@pytest.mark.parametrize("category", CATEGORIES)
def test_explain_a_category(run: Run, category: str) -> None:
    result = run("explain", category)
    assert result.code == 0
    assert result.out.startswith(f"{category}: ")
    assert all(rule in result.out for rule in CONCEPTS if rule.startswith(f"{category}/"))


def test_explain_a_rule(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def entry(lang: str, rule: str) -> Entry:
        def texts(*values: str) -> tuple[Text, ...]:
            return tuple(Text(value, Place("x.yaml", 1, 1)) for value in values)

        return Entry(
            rule,
            Place("x.yaml", 1, 1),
            texts("@you forgot"),
            texts("never forgot"),
            (),
            "warning",
            f"Reason in {lang}.",
            Wordings(texts(""), texts("you need")),
            tuple(zip(texts("utilise"), texts("use"), strict=True)),
            (Recast(Place("x.yaml", 1, 1), (), (), Wordings(), tuple(zip(texts("You forgot."), texts("I need."), strict=True))),),
            Wordings((), (), texts("What is missing is {thing}.")),
            texts("You [[forgot]] it."),
            texts("I forgot it."),
        )

    monkeypatch.setattr("coach.cli.explain.entry_texts", entry)
    shown = run("explain", "blame/forgot", "--lang", "de").out
    for part in (
        "blame/forgot",
        "the fault on the customer",
        "German",
        "Reason in de.",
        "(leave it out)",
        "you need (formal)",
        "utilise -> use",
        "You forgot. -> I need.",
    ):
        assert part in shown
    for part in ("What is missing is {thing}. (informal)", "You [[forgot]] it.", "I forgot it.", "@you forgot", "never forgot"):
        assert part in shown
    assert "English" not in shown
    assert "English" in run("explain", "blame/forgot").out
    narrow = run("explain", "blame/forgot", "--lang", "de", terminals="stdout", environ={"COLUMNS": "50", "NO_COLOR": "1"}).out
    assert max(len(line) for line in narrow.partition("German")[2].splitlines()) <= 50


@pytest.mark.parametrize(
    ("name", "hint"), [("forgit", "did you mean blame/forgot?"), ("blam", "did you mean blame?"), ("zzz", "coach rules")]
)
def test_explain_an_unknown_name(run: Run, name: str, hint: str) -> None:
    result = run("explain", name)
    assert (result.code, result.out) == (2, "")
    assert f"unknown rule or category '{name}'" in result.err
    assert hint in result.err


def test_phrasebook_test(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def fake(langs: tuple[str, ...], coach: object) -> Outcome:
        asked.append(tuple(langs))
        found = (Problem("de", "de/blame.yaml:3:9", "blame/forgot", "should stay silent"),) if "de" in langs else ()
        return Outcome(2, 10, found)

    monkeypatch.setattr("coach.selftest.run", fake)
    result = run("phrasebook", "test")
    assert (result.code, result.out) == (1, "de/blame.yaml:3:9: blame/forgot: should stay silent\n")
    assert result.err == "10 examples of 2 entries in en, de, ru, tr: 1 problem\n"
    assert run("phrasebook", "test", "en", "tr").code == 0
    assert asked == [("en", "de", "ru", "tr"), ("en", "tr")]
    result = run("phrasebook", "test", "fr")
    assert result.code == 2
    assert "unknown language 'fr'" in result.err


def test_version(run: Run) -> None:
    assert run("version").out == f"coach {__version__}\n"


def test_an_unknown_rule_is_refused_by_the_coach_itself(capsys: pytest.CaptureFixture[str]) -> None:
    from coach.cli import main

    assert main(["check", "--select", "blam", "-"]) == 2
    assert "did you mean blame?" in capsys.readouterr().err

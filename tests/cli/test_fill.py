"""`coach fill` and `coach templates`, on a team's folder of templates."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

GREETING = """\
---
title: Greeting
variables:
  name: {type: name, example: Ann Bell, required: false, help: with Ms or Mr}
  gender: {type: choice, choices: [female, male], example: female, required: false}
---
{{ name | salutation }}
"""
LETTER = """\
---
title: A lost key
use: The key is lost for good.
avoid: "Found again: apology/found-key."
customer: I lost an hour because of your key, and nobody told me.
variables:
  room: {type: number, example: 12}
  date: {type: date, example: 2027-03-15, help: when the new key comes}
  facts: {type: text, example: [a key, a door], many: true, required: false}
---
{% include "greeting" %}

Waiting an hour at a locked door must have been tiring, and I'm sorry. I'll bring the new key to room {{ room }} {{ date | on }}.
{% for fact in facts %}
- {{ fact }}
{% endfor %}
"""


@pytest.fixture
def team(tmp_path: Path) -> str:
    for name, text in (("partial/greeting", GREETING), ("apology/lost-key", LETTER)):
        path = tmp_path.joinpath("en", *f"{name}.j2".split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(tmp_path)


def test_values_from_options(run: Run, team: str) -> None:
    values = ("--set", "room=7", "--set", "date=2027-03-15", "--set", "name=Mr Bell", "--set", "facts=a", "--set", "facts=b")
    result = run("fill", "apology/lost-key", "--templates", team, *values)
    assert result.code == 0, result.err
    assert result.out.startswith("Dear Mr Bell,\n\nWaiting an hour")
    assert result.out.endswith("room 7 on Monday, 15 March.\n- a\n- b\n")


@pytest.mark.parametrize("text", ['{"room": 7, "date": "2027-03-15", "facts": ["a"]}', "room: 7\ndate: 2027-03-15\nfacts: [a]\n"])
def test_values_from_json_and_yaml_on_standard_input(run: Run, team: str, text: str) -> None:
    result = run("fill", "apology/lost-key", "--templates", team, "--data", "-", stdin=text)
    assert result.code == 0, result.err
    assert "room 7 on Monday, 15 March.\n- a\n" in result.out


def test_an_option_beats_data_and_data_the_environment(run: Run, team: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_TEMPLATES", team)
    environ = {"COACH_VALUE_ROOM": "1", "COACH_VALUE_DATE": "2027-03-15"}
    line = ("fill", "apology/lost-key", "--data", "-", "--set", "name=Kim")
    assert "room 2 on Monday" in run(*line, stdin="room: 2", environ=environ).out
    assert "room 3 on Monday" in run(*line, "--set", "room=3", stdin="room: 2", environ=environ).out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "room is missing"),
        (("--set", "room=7"), "date is missing: when the new key comes"),
        (("--set", "room=seven", "--set", "date=2027-03-15"), "room is no number: 'seven'"),
        (("--set", "room"), "--set takes name=value"),
        (("--set", "room=1", "--set", "room=2"), "--set gives room twice"),
        (("--set", "rom=1"), "apology/lost-key takes no 'rom'"),
        (("--data", "-"), "the values must be a mapping"),
    ],
)
def test_what_is_wrong_is_one_error_and_nothing_is_printed(run: Run, team: str, words: tuple[str, ...], message: str) -> None:
    result = run("fill", "apology/lost-key", "--templates", team, *words, stdin="- a")
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err


def test_a_person_at_a_terminal_is_asked_until_the_answer_fits(run: Run, team: str) -> None:
    typed = "seven\n7\n15.03.2027\n\nMs Bell\n\n"
    result = run("fill", "apology/lost-key", "--templates", team, stdin=typed, terminals="stdin stderr")
    assert result.code == 0, result.err
    assert "[1/5] room (number, for example 12): " in result.err
    assert "room is no number: 'seven'" in result.err
    assert result.out.startswith("Dear Ms Bell,")


def test_a_person_sees_the_letter_before_it_is_printed_and_may_change_it(run: Run, team: str) -> None:
    typed = "7\n15.03.2027\n\nMs Bell\n\nroom\n8\ncolour\n\n"
    result = run("fill", "apology/lost-key", "--templates", team, stdin=typed, terminals="stdin stderr")
    assert result.code == 0, result.err
    assert "to room 7 on Monday" in result.err
    assert "Enter takes it; a name changes a value (room, date, facts, name, gender): " in result.err
    assert "takes no 'colour'" in result.err
    assert "to room 8 on Monday" in result.out
    assert "room 7" not in result.out


def test_nobody_is_asked_where_that_is_not_wanted(run: Run, team: str) -> None:
    result = run("fill", "apology/lost-key", "--templates", team, "--no-input", stdin="7\n", terminals="stdin stderr")
    assert (result.code, result.out) == (2, "")


def test_a_fault_that_the_values_bring_in_is_told_beside_the_letter(run: Run, team: str) -> None:
    values = ("--set", "room=7", "--set", "date=2027-03-15", "--set", "facts=you forgot it")
    result = run("fill", "apology/lost-key", "--templates", team, *values)
    assert result.code == 0
    assert "- you forgot it" in result.out
    assert "error: blame/forgot: forgot" in result.err
    assert "blame" not in run("fill", "apology/lost-key", "--templates", team, "-q", *values).err


def test_html_to_a_file(run: Run, team: str, tmp_path: Path) -> None:
    target = tmp_path / "letter.html"
    values = (
        "--set",
        "room=7",
        "--set",
        "date=2027-03-15",
        "--set",
        "name=Ann <b>",
        "--output-format",
        "html",
        "-o",
        str(target),
    )
    assert run("fill", "apology/lost-key", "--templates", team, *values).out == ""
    assert "Ann &lt;b&gt;" in target.read_text(encoding="utf-8") or "<b>" not in target.read_text(encoding="utf-8")


def test_list_show_and_search(run: Run, team: str) -> None:
    assert "apology/lost-key" in run("templates", "list", "--lang", "en", "--templates", team).out
    found = json.loads(run("templates", "list", "--output-format", "json", "--lang", "en", "--templates", team).out)
    own = next(one for one in found["templates"] if one["name"] == "apology/lost-key")
    assert (own["lang"], own["registers"], own["own"]) == ("en", ["formal", "informal"], True)
    assert [one["name"] for one in own["variables"]] == ["room", "date", "facts", "name", "gender"]
    shown = run("templates", "show", "apology/lost-key", "--templates", team).out
    assert "not: Found again" in shown
    assert "Dear Ms Bell," in shown
    assert run("templates", "search", "lost", "door", "--lang", "en", "--templates", team).out.startswith("apology/lost-key")
    assert run("templates", "search", "zeppelin", "--lang", "en", "--templates", team).code == 1


def test_check_tells_the_line_of_the_template(run: Run, team: str) -> None:
    good = run("templates", "check", "apology/lost-key", "--lang", "en", "--templates", team)
    assert (good.code, good.out) == (0, ""), good.out
    path = Path(team) / "en" / "apology" / "lost-key.j2"
    path.write_text(LETTER.replace("I'll bring", "You should have called us.\n\nI'll bring"), encoding="utf-8")
    bad = run("templates", "check", "apology/lost-key", "--lang", "en", "--templates", team)
    assert bad.code == 1
    assert f"{path}:13: blame/should-have: You should have called" in bad.out


def test_an_apology_without_a_remedy_does_not_pass(run: Run, team: str) -> None:
    path = Path(team) / "en" / "apology" / "lost-key.j2"
    head = LETTER.partition("\n{% include")[0]
    path.write_text(
        head + '\n{% include "greeting" %}\n\nWaiting at a locked door must have been tiring, and I\'m sorry.\n', "utf-8"
    )
    bad = run("templates", "check", "apology/lost-key", "--lang", "en", "--templates", team)
    assert bad.code == 1
    assert "an apology without this part: problem-solve" in bad.out


def test_new_writes_a_start_and_never_over_anything(run: Run, tmp_path: Path) -> None:
    team = str(tmp_path / "team")
    (tmp_path / "team").mkdir()
    assert run("templates", "new", "apology/lost-bag", "--templates", team, "--lang", "de").code == 0
    again = run("templates", "new", "apology/lost-bag", "--templates", team, "--lang", "de")
    assert (again.code, "there is a template already" in again.err) == (2, True)
    assert run("templates", "new", "../../x", "--templates", team).code == 2
    assert run("templates", "new", "apology/x").code == 2

"""`coach review --findings-only`: a line of JSON a finding, nothing kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TURNS = (
    ("c1", "customer", "Jane Doe", "2026-10-05T09:00:00", "Where is order 4711-22? Call me on +49 30 1234567."),
    ("c1", "agent", "Sam Ling", "2026-10-05T09:01:00", "Hello Jane, you forgot to attach the photo for order 4711-22."),
    ("c1", "agent", "Sam Ling", "2026-10-05T09:02:00", "I'll call you back by 5 pm today."),
    ("c2", "customer", "Bo", "2026-11-03T10:00:00", "Where do I find the invoice? It was order 8812-40."),
    ("c2", "agent", "Kim", "2026-11-03T10:00:30", "You can find it on our website."),
    ("c2", "customer", "Bo", "2026-11-03T10:02:00", "No, it is not there."),
    ("c2", "agent", "Kim", "2026-11-03T10:03:30", "What is your order number?"),
)  # fmt: skip
NAMES = ("conversation", "role", "agent", "time", "text")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = (json.dumps(dict(zip(NAMES, turn, strict=True))) + "\n" for turn in TURNS)
    (tmp_path / "chats.jsonl").write_text("".join(lines), encoding="utf-8")


def found(run: Run, *words: str, **options: Any) -> list[dict[str, Any]]:
    result = run("review", "--findings-only", *words, "--jobs", "1", **options)
    assert result.code == 0, result.err
    return [json.loads(line) for line in result.out.splitlines()]


def test_every_finding_is_a_line(run: Run) -> None:
    lines = found(run, "chats.jsonl")
    assert [(one["conversation"], one["turn"], one["rule"]) for one in lines] == [
        ("c1", 1, "blame/forgot"),
        ("c2", 1, "deflection/website"),
        ("c2", 3, "thread/asked-again"),
    ]
    blame = lines[0]
    assert blame["text"][blame["start"] : blame["end"]] == blame["words"] == "you forgot to attach"
    assert blame["time"] == "2026-10-05T09:01:00"
    assert (blame["source"], blame["line"], blame["language"], blame["severity"]) == ("chats.jsonl", 2, "en", "error")


def test_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    found(run, "chats.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["chats.jsonl"]


def test_it_finds_what_the_report_finds(run: Run) -> None:
    of_report = run("review", "chats.jsonl", "--no-store", "--output-format", "csv", "--jobs", "1").out
    assert of_report.count("\r\n") == len(found(run, "chats.jsonl")) + 1
    assert [one["rule"] for one in found(run, "chats.jsonl", "--select", "blame")] == ["blame/forgot"]


def test_people_are_redacted_and_agents_unnamed_unless_asked_otherwise(run: Run) -> None:
    hidden = json.dumps(found(run, "chats.jsonl"))
    assert not any(word in hidden for word in ("Jane", "Sam", "4711"))
    shown = found(run, "chats.jsonl", "--names", "--no-redact")
    assert shown[0]["agent"] == "Sam Ling"
    assert "Jane" in shown[0]["text"]


def test_without_threads_single_turns_are_judged(run: Run) -> None:
    assert "thread/asked-again" not in [one["rule"] for one in found(run, "chats.jsonl", "--no-threads")]


def test_two_processes_find_the_same(run: Run, tmp_path: Path) -> None:
    line = '{{"conversation": "n{0}", "role": "agent", "text": "You forgot to attach page {0}."}}\n'
    (tmp_path / "many.jsonl").write_text("".join(line.format(number) for number in range(14_000)), encoding="utf-8")
    result = run("review", "--findings-only", "many.jsonl", "--jobs", "2")
    told = [json.loads(line)["conversation"] for line in result.out.splitlines()]
    assert sorted(told) == sorted(f"n{number}" for number in range(14_000))
    assert "14,000 findings in 14,000 turns of 14,000 conversations" in result.err


def test_what_is_damaged_is_said_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "chats.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n" * 12)
    result = run("review", "--findings-only", "chats.jsonl", "--jobs", "1")
    assert len(result.out.splitlines()) == 3
    assert "chats.jsonl:8" in result.err
    assert "in the report" not in result.err  # there is none


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chats.jsonl", "--html", "x.html"), "--html"),
        (("chats.jsonl", "-o", "x.json"), "--output-file"),
        (("chats.jsonl", "--since", "2026-10-01"), "--since"),
        (("chats.jsonl", "--output-format", "csv"), "--output-format"),
        ((), "nothing to review"),
        (("missing.jsonl",), "missing.jsonl"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    result = run("review", "--findings-only", *words)
    assert result.code == 2
    assert said in result.err
    assert result.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["chats.jsonl"]


def test_a_reader_that_has_gone_is_no_error(run: Run, start: Callable[..., Any], tmp_path: Path) -> None:
    line = '{{"conversation": "n{0}", "role": "agent", "text": "You forgot to attach page {0}."}}\n'
    (tmp_path / "many.jsonl").write_text("".join(line.format(number) for number in range(9_000)), encoding="utf-8")
    with start("review", "--findings-only", str(tmp_path / "many.jsonl"), "--jobs", "1") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) in (0, 141)

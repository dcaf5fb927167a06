"""What must not happen to anybody's files: transcripts written over, results forgotten, copies left behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TURN = {"conversation": "c1", "role": "agent", "agent": "Sam Ling", "time": "2026-10-05T09:01:00", "text": "You forgot it."}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chats.jsonl").write_text(json.dumps(TURN) + "\n", encoding="utf-8")


def review(run: Run, *words: str, **options: Any) -> Any:
    result = run("review", *words, "--jobs", "1", **options)
    assert "internal error" not in result.err
    return result


@pytest.mark.parametrize(
    "words",
    [
        ("--html", "chats.jsonl"),
        ("-o", "./chats.jsonl"),
        ("--html", "linked.html"),
        ("--sample", "1", "--sample-file", "chats.jsonl"),
        ("--store", "chats.jsonl"),
        ("--html", "kept.duckdb", "--store", "kept.duckdb"),
        ("-o", "kept.duckdb.names.json", "--store", "kept.duckdb"),
        ("--html", "page.html", "-o", "page.html"),
    ],
)
def test_nothing_that_is_read_or_kept_is_written_over(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert review(run, "chats.jsonl", "--store", "kept.duckdb").code == 0
    (tmp_path / "linked.html").symlink_to("chats.jsonl")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    result = review(run, "chats.jsonl", *words)
    assert result.code == 2
    assert words[-1].removeprefix("./") in result.err or "linked.html" in result.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_store_that_is_a_table_is_refused_because_duckdb_would_forget_all(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "no review file" in review(run, "chats.jsonl", "--store", "other.csv").err
    assert (tmp_path / "other.csv").read_text(encoding="utf-8") == "a,b\n1,2\n"


def test_a_sample_that_people_have_filled_in_is_kept(run: Run, tmp_path: Path) -> None:
    words = ("chats.jsonl", "--no-store", "--sample", "1")
    assert review(run, *words).code == 0
    assert review(run, *words).code == 0  # the same again
    path = tmp_path / "coach-sample.csv"
    path.write_bytes(path.read_bytes().rstrip() + b"-\r\n")
    filled = path.read_bytes()
    refused = review(run, *words)
    assert refused.code == 2
    assert "filled it in" in refused.err
    assert path.read_bytes() == filled


@pytest.mark.parametrize(
    "words",
    [
        ("--since", "soon"),
        ("--since", "2026-12-01", "--until", "2026-11-01"),
        ("--compare", "October"),
        ("--jobs", "x"),
        ("--sample", "x"),
        ("--sample", "0"),
        ("--seed", "x"),
        ("--rubric", "nowhere.yaml"),
        ("--promises", "p.doc"),
        ("--html", "nowhere/page.html"),
    ],
)
def test_what_is_wrong_on_the_line_is_said_before_anything_is_read(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run("review", "chats.jsonl", *words)
    assert result.code == 2
    assert "internal error" not in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["chats.jsonl"]


def test_pseudonyms_are_known_before_the_store_has_them(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A run may be killed behind any batch: an agent with a number that nobody knows would be two agents after the next run.
    from coach.review.store import Store

    def killed(*given: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "add", killed)
    assert review(run, "chats.jsonl").code == 130
    names = json.loads((tmp_path / "coach-review.duckdb.names.json").read_text(encoding="utf-8"))["names"]
    assert names == {"Sam Ling": "Agent 1"}


@pytest.mark.parametrize("command", ["review", "trends", "drill"])
def test_a_store_that_is_cut_short_is_an_error_in_words(run: Run, tmp_path: Path, command: str) -> None:
    review(run, "chats.jsonl")
    path = tmp_path / "coach-review.duckdb"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    result = run(command)
    assert result.code == 2
    assert "internal error" not in result.err


@pytest.mark.parametrize("command", ["trends", "drill"])
def test_neither_trends_nor_a_drill_are_written_over_the_store(run: Run, tmp_path: Path, command: str) -> None:
    review(run, "chats.jsonl")
    before = (tmp_path / "coach-review.duckdb").read_bytes()
    assert run(command, "-o", "coach-review.duckdb").code == 2
    assert (tmp_path / "coach-review.duckdb").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_no_copy_of_standard_input_stays_behind(
    start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setenv("TMPDIR", str(copies))
    process = start("review", "-", "--no-store", "--jobs", "1")
    assert process.stdin is not None
    process.stdin.write(json.dumps(TURN).encode() * 2000)
    process.stdin.flush()
    for _ in range(300):
        if any(path.is_file() for path in copies.iterdir()):
            break
        time.sleep(0.1)
    process.send_signal(getattr(signal, name))
    _, err = process.communicate(timeout=30)
    assert process.returncode == 128 + getattr(signal, name)
    assert b"Traceback" not in err
    assert list(copies.iterdir()) == []

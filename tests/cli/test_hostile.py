"""Files, names and streams made to break the program: one clear line each, exit code 2, and the others are still checked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import coach.sources.files as files

Run = Callable[..., Any]
LONE = pytest.mark.skipif(os.name == "nt", reason="names and devices of POSIX")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("You forgot it.", encoding="utf-8")


def test_a_huge_file_is_refused_before_it_is_read_and_the_others_are_checked(run: Run) -> None:
    with open("huge.json", "wb") as file:
        file.truncate(200_000_000)
    result = run("check", "huge.json", "good.txt")
    assert result.code == 2
    assert "coach: huge.json: too large to check at once: more than 50 MB\n  split it" in result.err
    assert result.out.startswith("good.txt:1:5: blame/forgot")


@LONE
def test_a_device_without_end_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 3_000_000)
    result = run("check", "/dev/zero", "good.txt")
    assert result.code == 2
    assert "/dev/zero: too large to check at once" in result.err
    assert "good.txt:1:5" in result.out


def test_standard_input_without_end_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    result = run("check", "-", stdin="You forgot it.")
    assert (result.code, result.data) == (2, b"")
    assert "<stdin>: too large" in result.err


@pytest.mark.parametrize(
    "words",
    [("check", "a\0b"), ("rewrite", "a\0b"), ("check", "good.txt", "-o", "a\0b"), ("check", "good.txt", "--files-from", "a\0b")],
)
def test_a_nul_in_a_name_is_told(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.code == 2
    assert "embedded null byte" in result.err
    assert "internal error" not in result.err


def test_names_in_errors_neither_drive_the_terminal_nor_begin_a_line(run: Run) -> None:
    result = run("check", "-q", "a\n::error::x\x1b[31m\u202e##vso[task.complete].txt", "good.txt")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert not any(sign in result.err for sign in ("\x1b", "\u202e", "##vso["))


@LONE
def test_a_name_that_is_an_order_to_github_does_not_begin_a_line(run: Run) -> None:
    Path("::stop-commands::x.txt").write_text("You forgot it.", encoding="utf-8")
    for output_format in ("concise", "full", "grouped", "csv", "junit", "github", "azure"):
        lines = run("check", "::stop-commands::x.txt", "--output-format", output_format).out.splitlines()
        assert not any(line.lstrip().startswith("::stop") for line in lines)


def test_a_line_of_an_error_is_not_as_long_as_what_it_quotes(run: Run) -> None:
    Path("coach.toml").write_text(f'lang = "{"x" * 100_000}"', encoding="utf-8")
    result = run("check", "good.txt")
    assert result.code == 2
    assert len(result.err) < 3000


def test_paths_are_read_from_standard_input(run: Run) -> None:
    assert run("check", "--files-from", "-", stdin="good.txt\r\n").out.startswith("good.txt:1:5")
    assert run("check", "--files-from", "-", stdin="good.txt\0missing\0").code == 2


def test_an_empty_list_of_paths_means_no_file_and_not_the_whole_project(run: Run) -> None:
    Path("coach.toml").write_text("", encoding="utf-8")
    result = run("check", "--files-from", "-", stdin="")
    assert (result.code, result.data) == (0, b"")
    assert "no files" in result.err


def test_standard_input_that_cannot_be_read_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> bytes:
        raise OSError("Input/output error")

    monkeypatch.setattr("coach.cli.console.limited", broken)
    result = run("check", "-", stdin="x")
    assert result.code == 2
    assert "standard input cannot be read: Input/output error" in result.err

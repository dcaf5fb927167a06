"""Diffs: what git makes of them is the file that was meant, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.reports.difference import path, quoted, unified
from coach.reports.style import Style

PLAIN = Style()


def applied(folder: Path, name: str, old: str, new: str) -> bytes:
    """What `git apply` makes of a file."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(old.encode())
    diff = unified(name, old, new, PLAIN).encode()
    if diff:
        subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=folder, input=diff, check=True, capture_output=True)
    return target.read_bytes()


needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def test_the_same_text_has_no_diff() -> None:
    assert unified("a.txt", "x\n", "x\n", PLAIN) == ""


def test_lines_around_a_change_are_shown() -> None:
    old = "".join(f"{number}\n" for number in range(1, 21))
    new = old.replace("5\n", "five\n", 1).replace("20\n", "twenty")
    assert unified("a.txt", old, new, PLAIN) == (
        "--- a/a.txt\n+++ b/a.txt\n"
        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        "@@ -17,4 +17,4 @@\n 17\n 18\n 19\n-20\n+twenty\n\\ No newline at end of file\n"
    )


def test_changes_near_each_other_share_their_lines() -> None:
    old = "a\n1\n2\n3\n4\n5\n6\nb\n"
    diff = unified("a.txt", old, old.replace("a", "A").replace("b", "B"), PLAIN)
    assert diff.count("@@") == 2
    assert unified("a.txt", "x\n" + old + "7\n", "y\n" + old + "8\n", PLAIN).count("@@") == 4


@needs_git
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("one\ntwo\n", "one\n2\n"),
        ("one", "1"),
        ("one\n", "one"),
        ("one", "one\n"),
        ("a\r\nb\rc\r\n", "a\r\nB\rc\r\n"),
        ("\ufeffa\n", "\ufeffb\n"),
        ("a\n\n\n\nb\n" * 9, ("a\n\n\n\nb\n" * 9).replace("b\n\n", "b c\n", 1)),
        ("a\nb\n", "a b\n"),
        ("\x0c\u2028a\n", "\x0c\u2028b\n"),
        ("--- a\n-- b\n", "--- c\n-- b\n"),
        ("a\n", ""),
    ],
)
def test_git_applies_it(tmp_path: Path, old: str, new: str) -> None:
    assert applied(tmp_path, "a.txt", old, new) == new.encode()


@needs_git
@pytest.mark.parametrize("name", ["a b.txt", "grüße/ответ.txt", 'a"b.txt', "a\tb.txt", "a\\b.txt", "ü\n.txt", "-a.txt"])
def test_git_finds_the_file(tmp_path: Path, name: str) -> None:
    assert applied(tmp_path, name, "old\n", "new\n") == b"new\n"


@needs_git
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a\n", "b\n", "c\r\n", "d\r"]), st.sampled_from(["", "", "", "x", "y\n"]))))
def test_git_applies_whatever_changes(tmp_path: Path, lines: list[tuple[str, str]]) -> None:
    old, new = "".join(line for line, _ in lines), "".join(change + line for line, change in lines)
    assert applied(tmp_path, "a.txt", old, new) == new.encode()


def test_paths_are_those_of_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert path("./sub/../a.txt") == "a.txt"
    assert path(str(tmp_path / "sub" / "a.txt")) == "sub/a.txt"
    assert path(f"{tmp_path}-other/a.txt") == f"{tmp_path}-other/a.txt".lstrip("/")
    assert quoted("a/ü.txt") == "a/ü.txt"


def test_a_terminal_gets_colours_and_nothing_that_drives_it() -> None:
    shown = unified("a.txt", "old \x1b[2J\r\n", "new\r\n", Style(colour=True, columns=80))
    assert shown.splitlines() == [
        "\x1b[1m--- a/a.txt\x1b[0m",
        "\x1b[1m+++ b/a.txt\x1b[0m",
        "\x1b[36m@@ -1 +1 @@\x1b[0m",
        "\x1b[31m-old \ufffd[2J\x1b[0m",
        "\x1b[32m+new\x1b[0m",
    ]
    assert "\x1b" not in unified("a.txt", "old \x1b[2J\n", "new\n", Style(columns=80))


def test_a_large_file_takes_no_longer_than_its_lines() -> None:
    """Equal lines by the thousand: comparing each with each would take minutes."""
    old = "".join(f'"name": "{number}",\n"text": "old"\n' for number in range(50_000))
    assert unified("a.json", old, old.replace("old", "new"), PLAIN).count('+"text": "new"\n') == 50_000

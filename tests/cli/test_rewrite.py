from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        "You forgot it.\r\nYou forgot it",
        "\ufeffYou forgot\n\n",
        "\0 forgot \u202e\r",
        "nothing here\r\n\r",
        "",
        "e\u0301 ş İ forgot 😀",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_bytes_outside_the_swaps_stay(run: Run, text: str, encoding: str) -> None:
    result = run("rewrite", "-", stdin=text.encode(encoding))
    assert result.data == text.replace("forgot", "still need").encode(encoding)
    assert result.code == 0


def test_what_is_left_goes_to_stderr_with_its_exit_code(run: Run) -> None:
    result = run("rewrite", "-", stdin="Unfortunately you forgot.")
    assert (result.code, result.out) == (1, "Unfortunately you still need.")
    assert result.err.endswith("<stdin>:1:1: negative/bad-news-word The mood sinks first.\n")
    assert run("rewrite", "--fail-on", "error", "-", stdin="Unfortunately").code == 0
    assert run("rewrite", "-e", "-", stdin="Unfortunately").code == 0


def test_an_unclear_language_leaves_the_text(run: Run) -> None:
    result = run("rewrite", "-", stdin="you forgot ???")
    assert (result.code, result.out) == (0, "you forgot ???")
    assert "language is not clear" in result.err


def test_one_text_only(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("You forgot it.", encoding="utf-8")
    for paths in ([str(tmp_path)], [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]):
        result = run("rewrite", *paths)
        assert (result.code, result.out) == (2, "")
        assert "one text, not 2" in result.err
    assert run("rewrite", str(tmp_path / "missing")).code == 2
    assert run("rewrite", str(tmp_path / "a.txt")).out == "You still need it."
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "You forgot it."


def test_output_file_may_be_the_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfYou forgot it.\r\n")
    assert run("rewrite", str(path), "-o", str(path)).out == ""
    assert path.read_bytes() == b"\xef\xbb\xbfYou still need it.\r\n"


def test_an_encoding_that_lacks_a_character_changes_nothing(run: Run, program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.FakeCoach, "rewrite", lambda self, text, lang=None: text.replace("forgot", "нужно"))
    result = run("rewrite", "--encoding", "cp1252", "-", stdin=b"You forgot \xfc")
    assert (result.code, result.out) == (2, "")
    assert "CP1252 has no character 'н'" in result.err


@pytest.mark.parametrize("terminals", ["", "stdin", "stderr", "stdout stderr"])
def test_questions_need_a_terminal(run: Run, tmp_path: Path, terminals: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("You forgot it.", encoding="utf-8")
    result = run("rewrite", "-i", str(path), terminals=terminals)
    assert (result.code, result.out) == (2, "")
    assert "-i asks questions on a terminal" in result.err
    assert run("rewrite", "-i", "-", terminals="stdin stderr").code == 2


@pytest.mark.parametrize(
    ("answers", "text", "code"),
    [
        ("1\n1\n", "for now you still need it.", 0),
        ("k\n2\n", "What is missing is [thing].", 0),
        ("\n\n", "Unfortunately you forgot it.", 1),
        ("o\nToday\no\nneed\n", "Today you need it.", 0),
        ("x\n9\n0\n1\ns\n", "for now you forgot it.", 1),
        ("", "Unfortunately you forgot it.", 1),
        ("o\n", "Unfortunately you forgot it.", 1),
    ],
)
def test_choosing(run: Run, tmp_path: Path, answers: str, text: str, code: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Unfortunately you forgot it.", encoding="utf-8")
    result = run("rewrite", "-i", str(path), stdin=answers, terminals="stdin stderr")
    assert (result.out, result.code) == (text, code)
    assert "1/2  " in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_choosing_on_a_real_terminal(start: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Unfortunately you forgot it.\r\n")
    ours, theirs = os.openpty()
    with start("rewrite", "-i", str(path), stdin=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, b"k\n1\n")
        shown = b"".join(pieces(ours))
        assert process.stdout.read() == b"Unfortunately you still need it.\r\n"
        assert process.wait(10) == 1
    os.close(ours)
    assert b"blame/forgot" in shown


def pieces(terminal: int) -> Iterator[bytes]:
    """What the other side of a pseudo-terminal prints until it is closed, which Linux reports as an error."""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            return
        if not piece:
            return
        yield piece

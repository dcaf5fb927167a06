from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

BAD = "Hello.\nUnfortunately you forgot the form, maybe.\n"
CONCISE = (
    "<stdin>:2:1: negative/bad-news-word The mood sinks first.\n"
    "<stdin>:2:19: blame/forgot That sounds like blame.\n"
    "<stdin>:2:36: vague/may Say what is certain.\n"
)


def test_concise_in_a_pipe_full_on_a_terminal(run: Run) -> None:
    assert run("check", "-", stdin=BAD).out == CONCISE
    assert "^^^^^^" in run("check", "-", stdin=BAD, terminals="stdout").out


def test_piped_input_needs_no_dash(run: Run) -> None:
    assert run("check", stdin=BAD).out == CONCISE


@pytest.mark.parametrize("stdin", [None, b""])
def test_nothing_to_read_is_help_and_2(run: Run, stdin: bytes | None, capsys: pytest.CaptureFixture[str]) -> None:
    result = run("check", stdin=stdin, terminals="stdin")
    assert result.code == 2
    shown = capsys.readouterr()
    assert "Usage: coach check" in shown.err
    assert not shown.out


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Thank you.", "", 0),
        ("", "", 0),
        (" \n\t", "", 0),
        ("You forgot it.", "", 1),
        ("Unfortunately.", "", 1),
        ("Unfortunately.", "--fail-on error", 0),
        ("You forgot it.", "--fail-on error", 1),
        ("maybe", "", 0),
        ("maybe", "--fail-on hint", 1),
        ("You forgot it.", "--fail-on never", 0),
        ("You forgot it.", "--exit-zero", 0),
        ("You forgot it.", "-e", 0),
        ("You forgot it.", "--ignore blame", 0),
        ("You forgot it.", "--select vague,negative/cannot", 0),
        ("You forgot it.", "--select vague --select blame/forgot", 1),
        ("Unfortunately.", "--min-severity error", 0),
        ("You forgot it. ???", "", 0),
    ],
)
def test_exit_codes(run: Run, text: str, words: str, code: int) -> None:
    result = run("check", *words.split(), "-", stdin=text)
    assert result.code == code
    assert bool(result.out) == ("blame" in result.out or "negative" in result.out or "vague" in result.out)


def test_an_unclear_language_is_said_and_nothing_is_flagged(run: Run) -> None:
    result = run("check", "-", stdin="you forgot ???")
    assert (result.code, result.out) == (0, "")
    assert "coach: <stdin>: the language is not clear" in result.err
    assert "language is not clear" not in run("check", "-q", "-", stdin="you forgot ???").err


def test_clean_is_said_to_a_person_only(run: Run) -> None:
    assert run("check", "-", stdin="Thanks.", terminals="stdout").err.endswith("no findings\n")
    assert run("check", "-", stdin="Thanks.", terminals="stdout").out == ""
    assert "no findings" not in run("check", "-", stdin="Thanks.").err
    assert "no findings" not in run("check", "-q", "--output-format", "full", "-", stdin="Thanks.").err


def test_progress_goes_to_stderr_unless_quiet(run: Run) -> None:
    assert run("check", "-", stdin="x").err == "coach: compiling the English phrasebooks (once) ...\n"
    assert run("check", "-q", "-", stdin="x").err == ""


def test_quiet_leaves_out_the_summary(run: Run) -> None:
    arguments = ("check", "--output-format", "full", "-")
    assert "3 findings (1 error, 1 warning, 1 hint); 1 has a safe swap" in run(*arguments, stdin=BAD).out
    assert "3 findings" not in run(*arguments, "-q", stdin=BAD).out


def test_files_folders_and_one_that_is_missing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sub" / ".hidden").mkdir(parents=True)
    for name in ("b.txt", "sub/a.MD", "sub/ignored.py", "sub/.hidden/c.txt"):
        (tmp_path / name).write_text("You forgot it.", encoding="utf-8")
    result = run("check", str(tmp_path / "missing.txt"), str(tmp_path), str(tmp_path / "b.txt"), "-", stdin="maybe")
    assert result.code == 2
    assert [line.partition(":")[0] for line in result.out.splitlines()] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "sub" / "a.MD"),
        "<stdin>",
    ]
    assert f"coach: {tmp_path / 'missing.txt'}: No such file or directory\n" in result.err


def test_exit_zero_does_not_hide_an_error(run: Run, tmp_path: Path) -> None:
    assert run("check", "-e", str(tmp_path / "missing.txt")).code == 2


def test_a_folder_without_drafts_is_no_error(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert (result.code, result.out) == (0, "")
    assert "no files with replies" in result.err


def test_pattern_that_the_shell_left(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("maybe", encoding="utf-8")
    assert str(tmp_path / "a.txt") in run("check", str(tmp_path / "*.txt")).out
    result = run("check", str(tmp_path / "*.md"))
    assert result.code == 2
    assert "no file matches" in result.err


def test_stdin_filename_is_the_name(run: Run) -> None:
    assert run("check", "--stdin-filename", "drafts/a.md", "-", stdin="maybe").out.startswith("drafts/a.md:1:1: ")


def test_customer_message_reaches_the_coach(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_bytes("Wo ist mein Paket?".encode("utf-16"))
    assert run("check", "--customer", str(tmp_path / "mail.txt"), "-", stdin="x").coach.customers == ["Wo ist mein Paket?"]
    result = run("check", "--customer", str(tmp_path / "gone.txt"), "-", stdin="x")
    assert result.code == 2
    assert "gone.txt: No such file" in result.err


def test_settings_reach_the_coach(run: Run) -> None:
    config = run(
        "check", *"--lang tr --channel chat --select blame,vague --ignore vague/may --min-severity warning -".split()
    ).coach.config
    assert config[:5] == ("tr", "chat", ("blame", "vague"), ("vague/may",), "warning")


def test_output_file_is_written_in_one_piece(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    result = run("check", "-o", str(target), "-", stdin=BAD, terminals="stdout")
    assert (result.code, result.out) == (1, "")
    assert target.read_text(encoding="utf-8") == CONCISE
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [target]
    result = run("check", "-o", str(tmp_path / "no" / "out.txt"), "-", stdin=BAD)
    assert result.code == 2
    assert "cannot be written" in result.err


def test_statistics(run: Run) -> None:
    result = run("check", "--statistics", "-", stdin=BAD + "You forgot.")
    assert result.code == 1
    assert result.out.splitlines() == [
        "2  error    blame/forgot *",
        "1  warning  negative/bad-news-word",
        "1  hint     vague/may",
        "* has a safe swap: --fix puts it in",
    ]
    document = json.loads(run("check", "--statistics", "--output-format", "json", "-", stdin=BAD).out)
    assert [entry["rule"] for entry in document["statistics"]] == ["blame/forgot", "negative/bad-news-word", "vague/may"]
    assert len(document["findings"]) == 3


def test_an_exception_is_one_line_and_2(run: Run) -> None:
    result = run("check", "-q", "-", stdin="boom")
    assert result.code == 2
    assert result.err == "coach: internal error: RuntimeError: broken (--debug shows where)\n"
    assert result.out == ""
    assert "Traceback" in run("check", "--debug", "-", stdin="boom").err


@pytest.mark.parametrize(
    ("data", "column"),
    [
        (b"\xef\xbb\xbfYou forgot", 5),
        ("You forgot".encode("utf-16"), 5),
        (b"\xfe\xff" + "You forgot".encode("utf-16-be"), 5),
        (b"\xff\xfe" + "\0 forgot".encode("utf-16-le"), 3),
        ("Größe😀 e\u0301 forgot".encode(), 11),
        (b"\0\0 forgot \0", 4),
        ("\u202e\u200f forgot".encode(), 4),
    ],
)
def test_texts_are_decoded_and_columns_are_code_points(run: Run, data: bytes, column: int) -> None:
    assert run("check", "-", stdin=data).out.startswith(f"<stdin>:1:{column}: blame/forgot")


def test_line_ends_are_those_three_only(run: Run) -> None:
    result = run("check", "-", stdin="a\r\nb\rc\nd\u2028e\x0cf forgot")
    assert result.out.startswith("<stdin>:4:7:")


@pytest.mark.parametrize(
    ("data", "words", "message"),
    [
        (b"abc\xff", "", "not valid UTF-8 at byte 3"),
        (b"\xef\xbb\xbfa\xff", "", "not valid UTF-8 at byte 4"),
        (b"\xff\xfea", "", "not valid UTF-16-LE at byte 2"),
        (b"\xff\xfe\x00\xd8a\x00", "", "not valid UTF-16-LE at byte 2"),
        (b"\xed\xa0\x80", "", "not valid UTF-8 at byte 0"),
        (b"x", "--encoding nonsense", "unknown encoding 'nonsense'"),
        (b"x", "--encoding hex", "unknown encoding 'hex'"),
        (b"\x98", "--encoding cp1251", "not valid CP1251 at byte 0"),
    ],
)
def test_what_cannot_be_decoded_is_an_error(run: Run, data: bytes, words: str, message: str) -> None:
    result = run("check", *words.split(), "-", stdin=data)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-16-le", "UTF8", "utf-8-sig"])
def test_a_named_encoding(run: Run, encoding: str) -> None:
    data = "Форма forgot".encode(encoding)
    assert run("check", "--encoding", encoding, "-", stdin=data).out.startswith("<stdin>:1:7: blame/forgot")


def test_one_long_line(run: Run) -> None:
    text = "word " * 2_000_000 + "forgot" + " word" * 1000
    for terminals in ("", "stdout"):
        result = run("check", "--output-format", "full", "-", stdin=text, terminals=terminals)
        assert result.code == 1
        assert len(result.out) < 5000
        assert "forgot" in result.out


def test_names_and_messages_cannot_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\n.txt"
    path.write_bytes(b"\x1b]0;title\x07 forgot")
    for output_format in ("full", "concise"):
        assert "\x1b" not in run("check", "--output-format", output_format, str(path)).out


def test_lone_surrogates_of_a_file_name_are_escaped(run: Run, tmp_path: Path) -> None:
    name = str(tmp_path / "a\udcff.txt")
    result = run("check", name)
    assert result.code == 2
    assert "a\\udcff.txt" in result.err
    result = run("check", "--stdin-filename", "a\udcff", "--output-format", "json", "-", stdin=BAD)
    assert json.loads(result.out)["files"][0]["path"] == "a\udcff"

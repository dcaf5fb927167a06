"""`coach check --fix` and `--diff`: what is written where, what is never written, and the exit codes."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Run = Callable[..., Any]

BAD = "Hello.\nUnfortunately you forgot the form, maybe.\n"
MENDED = "Hello.\nUnfortunately you still need the form, maybe.\n"
ALL_MENDED = "Hello.\nfor now you still need the form, maybe.\n"
LEFT = "{0}:2:1: negative/bad-news-word The mood sinks first.\n{0}:2:40: vague/may Say what is certain.\n"
DIFF = (
    "--- a/{0}\n+++ b/{0}\n@@ -1,2 +1,2 @@\n Hello.\n-Unfortunately you forgot the form, maybe.\n"
    "+Unfortunately you still need the form, maybe.\n"
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(BAD, encoding="utf-8", newline="")
    return path


# What is written


def test_safe_swaps_are_written_and_what_is_left_is_reported(run: Run, draft: Path) -> None:
    result = run("check", "--fix", "a.txt")
    assert draft.read_text(encoding="utf-8") == MENDED
    assert (result.out, result.code) == (LEFT.format("a.txt"), 1)
    assert result.err.endswith("coach: fixed 1 finding; --unsafe-fixes would fix 1 more\n")


def test_other_swaps_are_written_when_asked_for(run: Run, draft: Path) -> None:
    result = run("check", "--fix", "--unsafe-fixes", "a.txt")
    assert draft.read_text(encoding="utf-8") == ALL_MENDED
    assert (result.out, result.code) == ("a.txt:2:34: vague/may Say what is certain.\n", 0)
    assert result.err.endswith("coach: fixed 2 findings\n")


def test_files_without_a_swap_are_not_touched(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Unfortunately, maybe.", encoding="utf-8")
    before = path.stat()
    assert run("check", "--fix", str(path)).code == 1
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_many_files(run: Run, draft: Path) -> None:
    for number in range(60):
        (draft.parent / f"{number}.txt").write_text(f"You forgot {number}", encoding="utf-8")
    result = run("check", "--fix", ".")
    assert all((draft.parent / f"{number}.txt").read_text(encoding="utf-8") == f"You still need {number}" for number in range(60))
    assert "fixed 61 findings in 61 files; --unsafe-fixes would fix 1 more\n" in result.err


def test_fix_only_reports_nothing(run: Run, draft: Path) -> None:
    result = run("check", "--fix-only", "a.txt")
    assert (draft.read_text(encoding="utf-8"), result.out, result.code) == (MENDED, "", 0)
    again = run("check", "--fix-only", "--ignore", "negative", "a.txt")
    assert (again.out, again.code) == ("", 0)
    assert again.err.endswith("coach: nothing to fix\n")


def test_fixes_are_counted_by_rule(run: Run, draft: Path) -> None:
    result = run("check", "-q", "--fix-only", "--unsafe-fixes", "--show-fixes", "a.txt")
    assert result.err == "coach: fixed in a.txt:\n  1 x blame/forgot\n  1 x negative/bad-news-word\n"


def test_quiet_says_nothing_of_it(run: Run, draft: Path) -> None:
    assert run("check", "--fix", "-q", "a.txt").err == ""


def test_only_the_chosen_rules_are_mended(run: Run, draft: Path) -> None:
    run("check", "--fix", "--unsafe-fixes", "--ignore", "blame", "a.txt")
    assert "for now you forgot" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "text", "code"),
    [
        ("--fix", "You forgot it.", 0),
        ("--fix", "Unfortunately you forgot it.", 1),
        ("--fix --exit-non-zero-on-fix", "You forgot it.", 1),
        ("--fix --exit-non-zero-on-fix", "Thanks.", 0),
        ("--fix --exit-non-zero-on-fix -e", "You forgot it.", 0),
        ("--fix-only --exit-non-zero-on-fix", "You forgot it.", 1),
        ("--fix-only", "Unfortunately.", 0),
        ("--diff", "You forgot it.", 1),
        ("--diff", "Unfortunately.", 0),
        ("--diff --unsafe-fixes", "Unfortunately.", 1),
        ("--diff -e", "You forgot it.", 0),
        ("--fix --diff", "You forgot it.", 1),
        ("--diff", "You forgot ???", 0),
        ("--unsafe-fixes", "You forgot it.", 2),
        ("--diff -i", "You forgot it.", 2),
    ],
)
def test_exit_codes(run: Run, draft: Path, words: str, text: str, code: int) -> None:
    draft.write_text(text, encoding="utf-8")
    assert run("check", *words.split(), "a.txt").code == code


# Standard input


def test_a_piped_draft_goes_to_standard_output_and_findings_do_not(run: Run) -> None:
    result = run("check", "--fix", "-", stdin=BAD)
    assert (result.out, result.code) == (MENDED, 1)
    assert LEFT.format("<stdin>") in result.err
    result = run("check", "--fix", "--output-format", "json", "-q", "-", stdin=BAD)
    assert result.out == MENDED
    assert len(json.loads(result.err)["findings"]) == 2
    assert run("check", "--fix-only", stdin=BAD).out == MENDED


@pytest.mark.parametrize("text", ["Thanks.", "", "You forgot ???", "\0\r"])
def test_a_piped_draft_without_anything_to_mend_comes_out_as_it_was(run: Run, text: str) -> None:
    assert run("check", "--fix", "-", stdin=text).data == text.encode()


def test_findings_of_a_piped_draft_may_go_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "found"
    assert run("check", "--fix", "-o", str(target), "-", stdin=BAD).out == MENDED
    assert target.read_text(encoding="utf-8") == LEFT.format("<stdin>")


def test_a_piped_draft_that_cannot_be_mended_is_not_lost(run: Run, program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    endless(program, monkeypatch)
    result = run("check", "--fix", "-", stdin="You forgot\r\n")
    assert (result.data, result.code) == (b"You forgot\r\n", 2)
    assert "<stdin>: left as it was: not settled after 10 rounds" in result.err


# --diff


def test_a_diff_writes_nothing(run: Run, draft: Path) -> None:
    before = draft.stat().st_mtime_ns
    result = run("check", "--diff", "a.txt")
    assert (result.out, result.code) == (DIFF.format("a.txt"), 1)
    assert result.err.endswith("coach: would fix 1 finding; --unsafe-fixes would fix 1 more\n")
    assert (draft.read_text(encoding="utf-8"), draft.stat().st_mtime_ns) == (BAD, before)


def test_a_diff_of_standard_input(run: Run) -> None:
    assert run("check", "--diff", "-", stdin=BAD).out == DIFF.format("stdin")
    assert run("check", "--diff", "--stdin-filename", "x/y.txt", "-", stdin=BAD).out == DIFF.format("x/y.txt")


def test_a_diff_keeps_line_ends_and_the_mark_of_utf_8(run: Run, draft: Path) -> None:
    draft.write_bytes(b"\xef\xbb\xbfYou forgot\r\nit")
    changed = "-\ufeffYou forgot\r\n+\ufeffYou still need\r\n it\n\\ No newline at end of file\n"
    assert run("check", "--diff", "a.txt").data == f"--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n{changed}".encode()


def test_a_diff_has_colours_on_a_terminal_only(run: Run, draft: Path) -> None:
    assert "\x1b[32m+Unfortunately" in run("check", "--diff", "a.txt", terminals="stdout").out
    assert "\x1b" not in run("check", "--diff", "--color", "never", "a.txt", terminals="stdout").out


def test_a_diff_shows_no_wording_that_could_not_be_written(run: Run, draft: Path, program: Any, monkeypatch: Any) -> None:
    swap(program, monkeypatch, "нужно")
    result = run("check", "--diff", "--encoding", "cp1252", "a.txt")
    assert (result.out, result.code) == ("", 2)


# Bytes


@pytest.mark.parametrize(
    "text",
    ["You forgot it.\r\nYou forgot it", "\ufeffYou forgot\n\n", "\0 forgot \u202e\r", "\n\r\n\rforgot", "e\u0301 ş İ forgot 😀"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_bytes_outside_the_swaps_stay(run: Run, tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    run("check", "--fix", str(path))
    assert path.read_bytes() == text.replace("forgot", "still need").encode(encoding)


def test_other_encodings_stay(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for encoding in ("cp1251", "utf-16-be", "koi8-r"):
        path.write_bytes("Вы forgot\r\n".encode(encoding))
        run("check", "--fix", "--encoding", encoding, str(path))
        assert path.read_bytes() == "Вы still need\r\n".encode(encoding)


def test_a_wording_that_the_encoding_lacks_is_not_written(run: Run, draft: Path, program: Any, monkeypatch: Any) -> None:
    swap(program, monkeypatch, "нужно")
    draft.write_bytes(b"You forgot \xfc")
    (draft.parent / "b.txt").write_bytes(b"You forgot")
    result = run("check", "--fix", "--encoding", "cp1252", "a.txt")
    assert (result.code, draft.read_bytes()) == (2, b"You forgot \xfc")
    assert "a.txt: CP1252 has no character 'н'" in result.err
    assert "a.txt:1:5: blame/forgot" in result.out  # it is still there, and so it is reported
    assert run("check", "--fix", "b.txt").code == 0
    assert (draft.parent / "b.txt").read_text(encoding="utf-8") == "You нужно"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["forgot", "maybe", "\0", "\r", "\n", "\r\n", " ", "ü", "😀", "\x0c", "a"])).map("".join))
def test_any_piped_text_changes_in_the_flagged_words_only_and_only_once(run: Run, text: str) -> None:
    once = run("check", "--fix-only", "-", stdin=text).data
    assert once == text.replace("forgot", "still need").encode()
    assert run("check", "--fix-only", "-", stdin=once).data == once


# What is not written


def test_a_file_that_changes_meanwhile_is_left_alone(run: Run, draft: Path, program: Any, monkeypatch: Any) -> None:
    check = program.FakeCoach.check

    def somebody_writes(self: Any, text: str, *rest: Any, **more: Any) -> Any:
        draft.write_text("Something else.", encoding="utf-8")
        return check(self, text, *rest, **more)

    monkeypatch.setattr(program.FakeCoach, "check", somebody_writes)
    result = run("check", "--fix", "a.txt")
    assert (result.code, draft.read_text(encoding="utf-8")) == (2, "Something else.")
    assert "a.txt: changed while coach was reading it" in result.err


def test_the_same_change_by_another_run_is_no_conflict(run: Run, draft: Path, program: Any, monkeypatch: Any) -> None:
    check = program.FakeCoach.check

    def another_run_is_faster(self: Any, text: str, *rest: Any, **more: Any) -> Any:
        draft.write_text(MENDED, encoding="utf-8")
        return check(self, text, *rest, **more)

    monkeypatch.setattr(program.FakeCoach, "check", another_run_is_faster)
    assert run("check", "--fix", "--select", "blame", "a.txt").code == 0
    assert draft.read_text(encoding="utf-8") == MENDED


def test_a_file_that_never_settles_is_left_alone_and_the_others_are_mended(
    run: Run, draft: Path, program: Any, monkeypatch: Any
) -> None:
    endless(program, monkeypatch)
    (draft.parent / "b.txt").write_text("Unfortunately.", encoding="utf-8")
    result = run("check", "--fix", "--unsafe-fixes", ".")
    assert (result.code, draft.read_text(encoding="utf-8")) == (2, BAD)
    assert (draft.parent / "b.txt").read_text(encoding="utf-8") == "for now."


@posix
def test_links_out_of_the_project_and_read_only_files_are_left_alone(run: Run, tmp_path: Path, monkeypatch: Any) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside.txt"
    project.mkdir()
    outside.write_text(BAD, encoding="utf-8")
    (project / "link.txt").symlink_to(outside)
    (project / "locked.txt").write_text(BAD, encoding="utf-8")
    (project / "locked.txt").chmod(0o444)
    (project / "z.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(project)
    result = run("check", "--fix", ".")
    assert result.code == 2
    assert "a link leads out of the project" in result.err
    assert "it is read-only" in result.err
    contents = [path.read_text(encoding="utf-8") for path in (outside, project / "locked.txt", project / "z.txt")]
    assert contents == [BAD, BAD, MENDED]


@posix
def test_other_names_of_a_file_are_told(run: Run, draft: Path) -> None:
    Path("b.md").hardlink_to(draft)
    result = run("check", "--fix", "a.txt")
    assert "coach: a.txt: 1 other name of the file (a hard link) keeps the old text\n" in result.err
    assert Path("b.md").read_text(encoding="utf-8") == BAD


@posix
def test_a_killed_run_leaves_every_file_old_or_new(start: Callable[..., Any], run: Run, tmp_path: Path) -> None:
    """Killed at random moments after the first file; what is left of it is not taken for a draft, and the next run goes on."""
    paths = [tmp_path / f"{number:03}.txt" for number in range(150)]
    pause = random.Random(7)
    for _ in range(5):
        for path in paths:
            path.write_text(BAD, encoding="utf-8")
        with start("check", "--fix", "--no-cache", str(tmp_path)) as process:
            while paths[0].read_text(encoding="utf-8") == BAD and process.poll() is None:
                time.sleep(0.0005)
            time.sleep(pause.random() * 0.02)
            process.kill()
        assert {path.read_text(encoding="utf-8") for path in paths} <= {BAD, MENDED}
        assert ".coach-" not in run("check", str(tmp_path)).out
    run("check", "--fix", str(tmp_path))
    assert {path.read_text(encoding="utf-8") for path in paths} == {MENDED}


def swap(program: Any, monkeypatch: pytest.MonkeyPatch, better: str) -> None:
    """Give "forgot" another safe swap."""
    finding = program.finding

    def changed(text: str, match: Any) -> Any:
        one = finding(text, match)
        return one._replace(suggestions=tuple(s._replace(text=better) if s.safe else s for s in one.suggestions))

    monkeypatch.setattr(program, "finding", changed)


def endless(program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the swap of "forgot" hold what it mends."""
    swap(program, monkeypatch, "forgot forgot")

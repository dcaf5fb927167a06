"""A library of macros on the command line: what is looked at, what is left out, and what is remembered."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two macros, in which we are."""
    (tmp_path / "coach.toml").write_text('lang = "en"\n', encoding="utf-8")
    macros = tmp_path / "macros"
    macros.mkdir()
    (macros / "a.md").write_text("You forgot it.\n\nUnfortunately it broke.\n", encoding="utf-8")
    (macros / "b.md").write_text("All is well.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def test_without_a_path_the_project_we_are_in_is_checked(run: Run, library: Path) -> None:
    result = run("check", stdin=None)
    assert result.code == 1
    assert result.out.splitlines()[0].startswith("macros/a.md:1:5: blame/forgot")


def test_in_ci_where_standard_input_is_empty_it_is_no_draft(run: Run, library: Path) -> None:
    assert "macros/a.md:1:5: blame/forgot" in run("check", stdin="").out
    (library / "coach.toml").unlink()
    result = run("check", stdin="")
    assert result.code == 2
    assert "standard input is empty" in result.err


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_coach_does_not_read_its_own_reports(run: Run, library: Path, name: str) -> None:
    run("check", "--output-format", name, "-o", "macros/report.md" if name == "markdown" else "macros/report.html", ".")
    assert "report" not in run("check", ".").out


def test_data_files_nobody_asked_for_are_mentioned_where_nothing_else_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("hello: You forgot it.\n", encoding="utf-8")
    assert "1 data file was passed over" in run("check", str(tmp_path)).err


def test_the_files_that_would_be_checked(run: Run, library: Path) -> None:
    result = run("check", "--show-files", "--exclude", "b.md", ".")
    assert (result.code, result.out) == (0, "macros/a.md\n")


def test_paths_from_a_file(run: Run, library: Path) -> None:
    (library / "list").write_text("macros/b.md\n\n", encoding="utf-8")
    assert run("check", "--files-from", "list", "--show-files").out == "macros/b.md\n"


def test_a_setting_of_the_file_gives_way_to_the_line(run: Run, library: Path) -> None:
    (library / "coach.toml").write_text('fail-on = "never"\nignore = ["blame"]\n', encoding="utf-8")
    assert run("check", ".").code == 0
    assert "blame" not in run("check", ".").out
    result = run("check", "--fail-on", "warning", "--ignore", "vague", ".")
    assert result.code == 1
    assert "blame/forgot" in result.out


def test_a_broken_configuration_stops_the_run_once(run: Run, library: Path) -> None:
    (library / "coach.toml").write_text('lang = "en"\nchanel = "chat"\n', encoding="utf-8")
    result = run("check", ".")
    assert (result.code, result.out) == (2, "")
    assert "coach.toml:2:1" in result.err
    assert "did you mean channel?" in result.err
    assert result.err.count("coach.toml") == 1


class TestBaseline:
    def test_what_was_there_before_is_left_out_and_new_findings_are_not(self, run: Run, library: Path) -> None:
        written = run("check", "--write-baseline", ".")
        assert (written.code, written.out) == (0, "")
        assert "2 findings are now known in coach-baseline.jsonl" in written.err
        assert run("check", ".").code == 0
        (library / "macros" / "a.md").write_text(
            "New line.\n\nYou forgot it.\n\nUnfortunately it broke. You forgot me.\n", encoding="utf-8"
        )
        result = run("check", ".")
        assert result.code == 1
        assert [line.split(" ")[0] for line in result.out.splitlines()] == ["macros/a.md:5:29:"]

    def test_what_is_gone_is_said_and_pruned(self, run: Run, library: Path) -> None:
        run("check", "--write-baseline", ".")
        (library / "macros" / "a.md").write_text("You forgot it.\n", encoding="utf-8")
        assert "1 entry is gone that coach-baseline.jsonl knows" in run("check", ".").err
        run("check", "--prune-baseline", ".")
        assert "is gone" not in run("check", ".").err
        assert run("check", ".").code == 0

    def test_a_run_over_one_file_keeps_what_is_known_of_the_others(self, run: Run, library: Path) -> None:
        run("check", "--write-baseline", ".")
        run("check", "--prune-baseline", "macros/b.md")
        assert run("check", ".").code == 0

    def test_json_says_what_is_known(self, run: Run, library: Path) -> None:
        run("check", "--write-baseline", ".")
        found = json.loads(run("check", "--output-format", "json", ".").out)
        assert [one["suppressed_by"] for one in found["suppressed"]] == ["baseline", "baseline"]
        assert found["findings"] == []

    @pytest.mark.parametrize("words", [("--baseline", "none.jsonl"), ("--prune-baseline",)])
    def test_a_baseline_that_is_not_there(self, run: Run, library: Path, words: tuple[str, ...]) -> None:
        result = run("check", *words, ".")
        assert result.code == 2
        assert "--write-baseline makes" in result.err

    def test_a_damaged_baseline_stops_the_run(self, run: Run, library: Path) -> None:
        (library / "coach-baseline.jsonl").write_text("<<<<<<< HEAD\n", encoding="utf-8")
        result = run("check", ".")
        assert result.code == 2
        assert "coach-baseline.jsonl:1" in result.err

    def test_fixes_leave_alone_what_is_known(self, run: Run, library: Path) -> None:
        run("check", "--write-baseline", ".")
        before = (library / "macros" / "a.md").read_bytes()
        assert run("check", "--fix", ".").code == 0
        assert (library / "macros" / "a.md").read_bytes() == before


class TestSince:
    def test_only_changed_lines_and_new_files_count(self, run: Run, library: Path) -> None:
        git(library, "init", "--quiet")
        git(library, "add", "--all")
        git(library, "commit", "--quiet", "--message", "first")
        assert run("check", "--since", "HEAD", ".").out == ""
        (library / "macros" / "a.md").write_text("You forgot it.\n\nUnfortunately it broke.\n\nMaybe not.\n", encoding="utf-8")
        (library / "macros" / "new.md").write_text("You forgot me.\n", encoding="utf-8")
        lines = [line.split(" ")[:2] for line in run("check", "--since", "HEAD", ".").out.splitlines()]
        assert lines == [["macros/a.md:5:1:", "vague/may"], ["macros/new.md:1:5:", "blame/forgot"]]

    def test_unchanged_lines_are_not_gone_from_the_baseline(self, run: Run, library: Path) -> None:
        git(library, "init", "--quiet")
        run("check", "--write-baseline", ".")
        git(library, "add", "--all")
        git(library, "commit", "--quiet", "--message", "first")
        path = library / "macros" / "a.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nFine.\n", encoding="utf-8")
        run("check", "--since", "HEAD", "--prune-baseline", ".")
        assert run("check", ".").code == 0

    def test_an_unknown_commit(self, run: Run, library: Path) -> None:
        git(library, "init", "--quiet")
        result = run("check", "--since", "nowhere", ".")
        assert result.code == 2
        assert "nowhere" in result.err


class TestComments:
    def test_a_comment_silences_a_finding_and_an_idle_one_is_told(self, run: Run, library: Path) -> None:
        text = "You forgot it. <!-- coach: ignore[blame/forgot] our brand -->\n\nFine. <!-- coach: ignore[vague/asap] why -->\n"
        (library / "macros" / "a.md").write_text(text, encoding="utf-8")
        result = run("check", ".")
        assert [line.split(" ")[1] for line in result.out.splitlines()] == ["suppression/unused"]
        shown = run("check", "--ignore-suppressions", ".").out
        assert "blame/forgot" in shown
        assert "suppression" not in shown

    def test_comments_are_added_with_a_reason(self, run: Run, library: Path) -> None:
        result = run("check", "--add-ignore", "agreed in May", ".")
        assert result.code == 0
        text = (library / "macros" / "a.md").read_text(encoding="utf-8")
        assert text.count("agreed in May") == 2
        assert run("check", ".").code == 0

    def test_no_comment_goes_into_what_customers_get(self, run: Run, library: Path) -> None:
        draft = library / "macros" / "c.txt"
        draft.write_text("You forgot it.\n", encoding="utf-8")
        result = run("check", "--add-ignore", "agreed", "macros/c.txt")
        assert result.code == 2
        assert "--write-baseline" in result.err
        assert draft.read_text(encoding="utf-8") == "You forgot it.\n"


def test_the_summary_of_a_job_is_appended(run: Run, library: Path) -> None:
    page = library / "page.md"
    page.write_text("before\n", encoding="utf-8")
    result = run("check", "--output-format", "github", ".", environ={"GITHUB_STEP_SUMMARY": str(page)})
    assert result.out.startswith("::error ")
    shown = page.read_text(encoding="utf-8")
    assert shown.startswith("before\n")
    assert "blame/forgot" in shown


def test_another_form_of_address_than_the_library_s(run: Run, library: Path) -> None:
    (library / "coach.toml").write_text('lang = "de"\nregister = "formal"\n', encoding="utf-8")
    (library / "macros" / "a.md").write_text("Kannst du uns deine Nummer schicken?\n", encoding="utf-8")
    (library / "macros" / "b.md").write_text("Können Sie uns Ihre Nummer schicken?\n", encoding="utf-8")
    lines = run("check", ".").out.splitlines()
    assert [line.split(" ")[:2] for line in lines] == [["macros/a.md:1:8:", "macro/register"]]

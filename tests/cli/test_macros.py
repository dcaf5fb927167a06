from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three macros, in which we are."""
    folder = tmp_path / "macros"
    folder.mkdir()
    (folder / "returns.md").write_text("You can return it within 14 days. You forgot the label.", encoding="utf-8")
    (folder / "return-policy.md").write_text("Items can be sent back within 30 days.", encoding="utf-8")
    (folder / "sale.md").write_text("The code is valid until 31.12.2024.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_x_ray_of_a_folder(run: Run, library: Path) -> None:
    result = run("macros", "macros", "--today", "2026-11-22")
    assert (result.code, result.err) == (0, "coach: compiling the English phrasebooks (once) ...\n")
    assert result.out.startswith("3 macros in 3 files: 3 en\n1 macro with findings: 1 error\n")
    assert " 1. duration about return (en): 30 days in 1 macro / 14 days in 1 macro\n" in result.out
    assert '    macros/returns.md:1:26  returns: 14 days  "You can return it within 14 days."\n' in result.out
    assert " 1. sale: a deadline that passed on 2024-12-31\n" in result.out


def test_today_decides_what_has_passed(run: Run, library: Path) -> None:
    assert "a deadline that passed" not in run("macros", "macros", "--today", "2024-12-31").out


@pytest.mark.parametrize(("flags", "code"), [((), 0), (("--fail-on-issues",), 1)])
def test_issues_fail_only_where_that_is_asked_for(run: Run, library: Path, flags: tuple[str, ...], code: int) -> None:
    assert run("macros", "macros", "--quiet", *flags).code == code


def test_findings_in_single_texts_are_no_issues_of_the_library(run: Run, library: Path) -> None:
    (library / "return-policy.md").unlink()
    (library / "sale.md").unlink()
    assert run("macros", "macros", "--fail-on-issues").code == 0


def test_a_file_that_cannot_be_read_stops_no_other(run: Run, library: Path) -> None:
    (library / "broken.md").write_bytes(b"\xff\xfe\xff")
    result = run("macros", "macros", "missing.md", "--quiet")
    assert result.code == 2
    assert result.out.startswith("3 macros in 3 files")
    assert "broken.md" in result.err
    assert "missing.md: No such file or directory" in result.err


def test_nothing_there(run: Run, tmp_path: Path) -> None:
    result = run("macros", str(tmp_path))
    assert (result.code, result.out) == (0, "")
    assert result.err.endswith("coach: no macros there\n")


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--today", "tomorrow"), "--today needs a date, not 'tomorrow'"),
        (("--top", "many"), "--top needs a whole number from 1 on, not 'many'"),
        (("--top", "0"), "--top needs a whole number from 1 on, not '0'"),
    ],
)
def test_values_that_are_none(run: Run, library: Path, flags: tuple[str, ...], message: str) -> None:
    result = run("macros", "macros", *flags)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("name", "start"),
    [("json", '{\n "schema_version": 1,'), ("markdown", "# The macro library\n"), ("csv", "kind,number,what,path,")],
)
def test_formats(run: Run, library: Path, name: str, start: str) -> None:
    assert run("macros", "macros", "--output-format", name).out.startswith(start)


def test_a_terminal_gets_colour_and_folded_lines(run: Run, library: Path) -> None:
    result = run("macros", "macros", terminals="stdout", environ={"COLUMNS": "50", "TERM": "xterm"})
    assert "\x1b[1mMend these first\x1b[0m" in result.out
    assert "times how often" not in result.out.replace("\n", "")  # nobody counts here
    assert "By the weight of what is wrong (an error 20, a\n" in result.out


def test_top_and_all(run: Run, library: Path) -> None:
    assert "  ... 2 more: --all\n" in run("macros", "macros", "--top", "1").out
    assert "more: --all" not in run("macros", "macros", "--top", "1", "--all").out


def test_into_a_file(run: Run, library: Path) -> None:
    result = run("macros", "macros", "--output-format", "json", "-o", "out.json")
    assert result.out == ""
    assert len(json.loads(Path("out.json").read_text(encoding="utf-8"))["macros"]) == 3


def test_a_program_gets_a_document_for_an_empty_folder_too(run: Run, tmp_path: Path) -> None:
    assert json.loads(run("macros", str(tmp_path), "--output-format", "json").out)["macros"] == []


def test_paths_from_a_file(run: Run, library: Path) -> None:
    Path("list.txt").write_text("macros/sale.md\nmacros/returns.md\n", encoding="utf-8")
    assert run("macros", "--files-from", "list.txt", "-q").out.startswith("2 macros in 2 files")

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.cli.console import Console
from coach.cli.options import Value, Values
from coach.cli.session import Session
from coach.cli.settings import flags, found, projects
from coach.config import Config
from coach.errors import UsageError
from coach.settings.record import Found


def session(**environ: str) -> Session:
    return Session(Console(None, None, None, environ), None)  # type: ignore[arg-type]


def said(**given: Value) -> dict[str, object]:
    return flags(Values(given))


def test_flags_by_the_names_of_keys() -> None:
    assert said(lang="de", min_severity="error", fail_on="never", baseline="b.jsonl", jobs="3") == {
        "lang": "de",
        "min-severity": "error",
        "fail-on": "never",
        "baseline": "b.jsonl",
        "jobs": 3,
    }


def test_lists_are_cut_at_commas() -> None:
    assert said(ignore=("blame,policy", "vague"), extend_exclude=("old/",)) == {
        "ignore": ("blame", "policy", "vague"),
        "extend-exclude": ("old/",),
    }


def test_flags_that_say_no() -> None:
    assert said(no_cache=True, no_gitignore=True, force_exclude=True) == {
        "cache": False,
        "respect-gitignore": False,
        "force-exclude": True,
    }


def test_what_was_not_given_is_not_said() -> None:
    nothing: dict[str, Value] = {"lang": None, "select": (), "ignore": (), "no_cache": False, "jobs": None, "register": None}
    assert said(**nothing) == {}


def test_what_is_no_setting_is_not_said() -> None:
    assert said(paths=("a.md",), quiet=True, color="always", statistics=True, output_file="x") == {}


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", "²"])
def test_a_number_that_is_none(jobs: str) -> None:
    with pytest.raises(UsageError, match="--jobs needs a whole number from 1 on"):
        said(jobs=jobs)


def test_projects_of_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coach.toml").write_text('lang = "de"\nchannel = "chat"\nregister = "formal"\n', encoding="utf-8")
    values = Values({"lang": None, "channel": "phone", "config": ('lang = "tr"',), "isolated": False})
    config = projects(values, session(COACH_LANG="ru"), Config(sending=False)).for_file("a.md").settings.config
    assert config == Config(lang="tr", channel="phone", register="formal", sending=False)
    alone = Values({"lang": None, "channel": None, "config": (), "isolated": True})
    assert projects(alone, session()).for_file("a.md").settings.config == Config()


def test_inputs_with_their_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coach.toml").write_text('[[per-file]]\nfiles = ["de/"]\nlang = "de"\n', encoding="utf-8")
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "a.md").write_text("x", encoding="utf-8")
    known = projects(Values({}), session())

    def langs(*paths: str, stdin_filename: str = "") -> list[tuple[str, str | None]]:
        inputs = [one for one in found(paths, known, stdin_filename) if isinstance(one, Found)]
        return [(one.path, one.settings.config.lang) for one in inputs]

    assert langs("-") == [("-", None)]
    assert langs("-", stdin_filename="de/new.md") == [("-", "de")]
    assert langs("de", "-") == [("de/a.md".replace("/", str(Path("/"))[-1]), "de"), ("-", None)]


def test_a_broken_configuration_stops_the_run_with_one_message(run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    for number in range(30):
        (tmp_path / "m" / f"{number}.md").write_text("You forgot it.", encoding="utf-8")
    (tmp_path / "a.md").write_text("You forgot it.", encoding="utf-8")
    (tmp_path / "m" / "coach.toml").write_text('langg = "de"\n', encoding="utf-8")
    for paths in ([str(tmp_path)], [str(tmp_path / "a.md"), *map(str, sorted((tmp_path / "m").glob("*.md")))]):
        result = run("check", *paths)
        assert (result.code, result.out) == (2, "")
        assert result.err.count("unknown key 'langg'") == 1
        assert "coach.toml:1:1" in result.err

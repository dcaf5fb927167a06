"""Pseudonyms stay, and tell nobody."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from coach.errors import UsageError
from coach.review.scoring.pseudonyms import Pseudonyms, beside


def test_an_agent_is_the_same_in_every_run(tmp_path: Path) -> None:
    path = beside(str(tmp_path / "team.duckdb"))
    first = Pseudonyms(path)
    assert [first(name) for name in ("Mira Öz", "Jo", "Mira Öz", "")] == ["Agent 1", "Agent 2", "Agent 1", ""]
    first.save()
    second = Pseudonyms(path)
    assert [second(name) for name in ("Ada", "jo ", "MIRA  ÖZ")] == ["Agent 3", "Agent 2", "Agent 1"]
    assert second.names()["Agent 2"] == "Jo"
    assert "Agent 9" not in second.names()


def test_only_the_owner_may_read_who_is_who(tmp_path: Path) -> None:
    path = tmp_path / "s.names.json"
    names = Pseudonyms(str(path))
    names("Jo")
    names.save()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["s.names.json"]


def test_nothing_is_written_without_names_or_for_a_store_in_memory(tmp_path: Path) -> None:
    names = Pseudonyms(str(tmp_path / "s.names.json"))
    names("")
    names.save()
    memory = Pseudonyms(beside(":memory:"))
    assert memory("Jo") == "Agent 1"
    memory.save()
    assert not list(tmp_path.iterdir())


def test_numbers_of_the_store_are_not_given_to_somebody_else() -> None:
    assert Pseudonyms(taken=["Agent 7", "Agent 12", "Nightshift"])("Jo") == "Agent 13"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema_version": 1, "names": ["Jo"]}',
        '{"schema_version": 1, "names": {"Jo": "Agent 1", "Al": "Agent 1"}}',
        '{"schema_version": 2}',
    ],
)
def test_a_damaged_file_is_not_overwritten(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.names.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"s\.names\.json"):
        Pseudonyms(str(path))
    assert path.read_text(encoding="utf-8") == text


def test_the_file_is_plain_json(tmp_path: Path) -> None:
    path = tmp_path / "s.names.json"
    names = Pseudonyms(str(path))
    names("Ayşe")
    names.save()
    assert json.loads(path.read_text(encoding="utf-8")) == {"schema_version": 1, "names": {"Ayşe": "Agent 1"}}

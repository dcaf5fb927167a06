from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.reports.places import Paths, Place, place_of


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("a.json:3:7", Place("a.json", 3, 7)),
        ("a.json:3", Place("a.json", 3)),
        ("a.json", Place("a.json")),
        ("C:\\a.json:3:7", Place("C:\\a.json", 3, 7)),
        ("C:\\a.json", Place("C:\\a.json")),
        ("a:b:c", Place("a:b:c")),
        ("a.json:0:0", Place("a.json")),
        ("", Place("")),
        ("li\nne.md:1:2", Place("li\nne.md", 1, 2)),
    ],
)
def test_what_an_error_is_about(where: str, place: Place) -> None:
    assert place_of(where) == place


def test_names_count_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repo" / "macros").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo" / "macros")
    assert Paths().relative("a.md") == "a.md"
    paths = Paths(str(tmp_path / "repo"))
    assert paths.relative("a.md") == "macros/a.md"
    assert paths.relative(os.path.join("de", "..", "a.md")) == "macros/a.md"
    assert paths.relative(str(tmp_path / "repo" / "b.md")) == "b.md"
    assert paths.relative("<stdin>") == "stdin"


def test_what_lies_outside_keeps_its_whole_path(tmp_path: Path) -> None:
    paths = Paths(str(tmp_path / "repo"))
    # A neighbour whose name begins alike is not inside.
    outside = str(tmp_path / "repo2" / "a.md")
    assert paths.relative(outside) == outside.replace(os.sep, "/")
    assert ".." not in paths.relative(str(tmp_path / "a.md"))

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.cli.console import columns, wants_colour


class Stream:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def fileno(self) -> int:
        raise OSError


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("always", False, {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"FORCE_COLOR": "0"}, False),
        ("auto", True, {"FORCE_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
        ("auto", False, {"CLICOLOR_FORCE": "0"}, False),
        ("auto", True, {"CLICOLOR": "0"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"TERM": "unknown"}, False),
        ("auto", False, {"TTY_COMPATIBLE": "1"}, True),
        ("auto", True, {"TTY_COMPATIBLE": "0"}, False),
    ],
)
def test_colour_rules(
    choice: str, terminal: bool, environ: dict[str, str], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.cli.console.os.name", "posix")
    stream: Any = Stream(terminal)
    assert wants_colour(choice, stream, environ) is wanted


@pytest.mark.parametrize(
    ("terminal", "environ", "wanted"),
    [
        (True, {"COLUMNS": "50"}, 50),
        (True, {"COLUMNS": "0"}, 80),
        (True, {"COLUMNS": "wide"}, 80),
        (True, {}, 80),
        (False, {"COLUMNS": "50"}, None),
    ],
)
def test_width(terminal: bool, environ: dict[str, str], wanted: int | None) -> None:
    stream: Any = Stream(terminal)
    assert columns(stream, environ) == wanted
    assert columns(None, environ) is None


def test_colour_is_chosen_for_each_stream(run: Callable[..., Any]) -> None:
    draft = "Unfortunately you forgot it."
    assert "\x1b[" in run("check", "-", stdin=draft, terminals="stdout").out
    assert "\x1b[" not in run("check", "--output-format", "full", "-", stdin=draft, terminals="stderr").out
    assert "\x1b[" in run("check", "--output-format", "full", "--color", "always", "-", stdin=draft).out
    assert "\x1b[" not in run("check", "-", stdin=draft, terminals="stdout", environ={"NO_COLOR": "1"}).out
    assert "\x1b[" in run("rewrite", "-", stdin=draft, terminals="stderr").err

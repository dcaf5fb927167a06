"""Nothing leaves the machine: a check and a rewrite work where opening a socket is forbidden."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import coach

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

FORBID = """
import socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
from coach.cli import main
sys.exit(main())
"""


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("lang", ["en", "de", "ru", "tr"])
def test_check_and_rewrite_open_no_socket(lang: str) -> None:
    draft = (EXAMPLES / f"draft-{lang}.txt").read_text(encoding="utf-8")
    assert coach.check(draft, lang=lang).findings
    assert coach.rewrite(draft, lang=lang)


@pytest.mark.parametrize("command", ["check", "rewrite"])
def test_commands_open_no_socket(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORBID, command, str(EXAMPLES / "draft-en.txt")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout
    assert done.returncode in (0, 1), done.stderr


def test_a_review_opens_no_socket(tmp_path: Path) -> None:
    turns = '{"conversation": "c", "role": "customer", "text": "Where is it?"}\n'
    turns += '{"conversation": "c", "role": "agent", "text": "You forgot to give us your address."}\n'
    (tmp_path / "turns.jsonl").write_text(turns, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", FORBID, "review", "turns.jsonl", "--html", "page.html"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "1 conversation" in done.stdout

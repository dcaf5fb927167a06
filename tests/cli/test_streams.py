"""Real processes: what happens at the ends of the pipes. No timing, no traceback, and the exit codes of the manual."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., Any]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file descriptors and signals of POSIX")
MANY = b"You forgot it. " * 40_000


def finished(process: Any, data: bytes = b"") -> tuple[int, bytes, bytes]:
    out, err = process.communicate(data, timeout=60)
    assert b"Traceback" not in (err or b"")
    assert b"Exception ignored" not in (err or b"")
    return process.returncode, out, err


def test_results_and_hints_keep_apart(start: Start) -> None:
    code, out, err = finished(start("check", "-"), "Größe: forgot".encode())
    assert (code, out) == (1, b"<stdin>:1:8: blame/forgot That sounds like blame.\n")
    assert err.startswith(b"coach: compiling")


@POSIX
def test_reader_that_leaves_early_ends_it_quietly(start: Start) -> None:
    with start("check", "-", "-q") as process:
        process.stdin.write(MANY)
        process.stdin.close()
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == 1
        assert process.stderr.read() == b""


@POSIX
@pytest.mark.parametrize("words", [("check", "-q", "-"), ("rewrite", "-q", "-"), ("check", "-q", "-", "--output-format", "json")])
def test_closed_output_is_an_error(words: tuple[str, ...], start: Start) -> None:
    process = start(*words, stdout=None, preexec_fn=lambda: os.close(1))
    code, _, err = finished(process, b"You forgot it.")
    assert code == 2
    assert err == b"coach: standard output is closed\n"


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("data", [b"You forgot it.", MANY])
def test_full_disk_is_an_error(start: Start, data: bytes) -> None:
    with Path("/dev/full").open("wb") as full:
        code, _, err = finished(start("check", "-q", "-", stdout=full), data)
    assert code == 2
    assert err == b"coach: cannot write to standard output: No space left on device\n"


@POSIX
def test_closed_stderr_and_stdin(start: Start) -> None:
    code, out, _ = finished(start("check", "-", stderr=None, preexec_fn=lambda: os.close(2)), b"You forgot it.")
    assert (code, out.startswith(b"<stdin>:1:5")) == (1, True)
    code, out, err = finished(start("check", "-", stdin=None, preexec_fn=lambda: os.close(0)))
    assert (code, out) == (2, b"")
    assert b"standard input is closed" in err


@POSIX
def test_ctrl_c_is_130(start: Start) -> None:
    with start("check", "-") as process:
        process.stdin.write(b"wait")
        process.stdin.close()
        while b"waiting" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr.read() == b""
        assert process.stdout.read() == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "utf-8", "ascii:replace"])
def test_an_explicit_encoding_of_the_streams_is_respected(start: Start, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "größe.txt"
    path.write_text("forgot", encoding="utf-8")
    code, out, _ = finished(start("check", str(path), env={**os.environ, "PYTHONIOENCODING": encoding}))
    assert code == 1
    name, _, handler = encoding.partition(":")
    assert "größe.txt".encode(name, handler or "backslashreplace") in out


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LANG": "de_DE.ISO-8859-1"}]
)
def test_output_is_utf8_whatever_the_locale(start: Start, variables: dict[str, str]) -> None:
    environ = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LANG", "LC_CTYPE")}
    code, out, _ = finished(
        start("check", "--output-format", "full", "-", env={**environ, **variables}), "Привет forgot".encode()
    )
    assert code == 1
    assert "Привет".encode() in out


def test_help_into_a_pipe_and_errors(start: Start) -> None:
    assert finished(start("--help"))[0] == 0
    code, out, err = finished(start("check", "--nonsense"))
    assert (code, out) == (2, b"")
    assert b"No such option" in err


HEAVY = ("spacy", "yaml", "jinja2", "simplemma", "pymorphy3", "typer", "click", "rich", "numpy", "pydantic")
LOADED = """
import sys
from coach.cli import main
code = main(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_a_check_with_a_warm_cache_imports_nothing_heavy(output_format: str) -> None:
    command = [sys.executable, "-c", LOADED, "check", "--lang", "en", "--output-format", output_format, "-"]
    draft = b"Unfortunately we cannot help because you forgot the form."
    for _ in ("compiles", "is warm"):
        result = subprocess.run(command, input=draft, capture_output=True, check=True, timeout=120)
    code, *modules = result.stderr.decode().splitlines()[-1].split()
    assert code in ("0", "1")
    assert "coach.engine" in modules
    assert not {name.partition(".")[0] for name in modules} & set(HEAVY)
    assert not {"argparse", "pathlib", "importlib.resources", "dataclasses", "inspect"} & set(modules)

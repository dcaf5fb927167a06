from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from coach.cli import main
from coach.cli.console import Console
from coach.cli.session import Session

PROGRAM = Path(__file__).with_name("program.py")
VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "COLUMNS", "TERM")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name in ("COACH_LANG", "COACH_OUTPUT_FORMAT", "COACH_OUTPUT_FILE", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def program() -> ModuleType:
    spec = spec_from_file_location("coach_test_program", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Stream(io.TextIOWrapper):
    """A stream over memory that may say it is a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="ascii")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def bytes(self) -> bytes:
        self.flush()
        data: bytes = self.buffer.getvalue()  # type: ignore[attr-defined]
        return data


class Result(NamedTuple):
    code: int
    data: bytes
    err: str
    coach: Any

    @property
    def out(self) -> str:
        return self.data.decode("utf-8")


@pytest.fixture
def run(program: ModuleType) -> Callable[..., Result]:
    """Run a command line in this process: `run("check", "-", stdin="...")`; `terminals` names streams with a person at them."""

    def call(
        *words: str, stdin: str | bytes | None = "", terminals: str = "", environ: Mapping[str, str] | None = None
    ) -> Result:
        data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        out, err = Stream(terminal="stdout" in terminals), Stream(terminal="stderr" in terminals)
        source = None if data is None else Stream(data, terminal="stdin" in terminals)
        made: list[Any] = []

        def make(*arguments: Any) -> Any:
            made.append(program.FakeCoach(*arguments))
            return made[-1]

        code = main(words, Session(Console(source, out, err, environ or {}), make))
        return Result(code, out.bytes(), err.bytes().decode("utf-8"), made[-1] if made else None)

    return call


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Start a command line as a process with pipes."""

    def call(*words: str, **options: Any) -> subprocess.Popen[bytes]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([sys.executable, str(PROGRAM), *words], **{**pipes, **options})

    return call

"""The linters coach is compared with, installed under bench/.cache so that nothing else on the machine changes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

PROSELINT = "proselint==0.16.*"
WRITE_GOOD = "write-good@1.0.8"


class Peer(NamedTuple):
    """A program, the arguments that come before the files, and whether it reads a draft on stdin when given none."""

    name: str
    version: str
    argv: tuple[str, ...]
    reads_stdin: bool


def say(line: str) -> None:
    """Progress goes to stderr: stdout is the table."""
    print(line, file=sys.stderr, flush=True)


def proselint(cache: Path) -> Peer:
    """Install proselint from PyPI in a virtual environment of its own."""
    home = cache / "proselint"
    program = home / "bin" / "proselint"
    if not program.exists():
        say(f"installing {PROSELINT} ...")
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([home / "bin" / "python", "-m", "pip", "install", "--quiet", PROSELINT], check=True, stdout=sys.stderr)
    metadata = next(home.glob("lib/python*/site-packages/proselint-*.dist-info"))
    return Peer(
        "proselint", metadata.name.removesuffix(".dist-info").partition("-")[2], (str(program), "check"), reads_stdin=True
    )


def write_good(cache: Path) -> Peer | None:
    """Install write-good from npm; None where there is no Node.js."""
    npm = shutil.which("npm")
    if npm is None:
        say("npm not found: write-good is left out of the comparison")
        return None
    home = cache / "write-good"
    program = home / "node_modules" / ".bin" / "write-good"
    if not program.exists():
        say(f"installing {WRITE_GOOD} ...")
        home.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-audit", "--no-fund", "--no-save", "--loglevel=error")
        subprocess.run([npm, "install", "--prefix", home, *quiet, WRITE_GOOD], check=True, stdout=sys.stderr)
    about = json.loads((home / "node_modules" / "write-good" / "package.json").read_text(encoding="utf-8"))
    return Peer("write-good", about["version"], (str(program),), reads_stdin=False)


def install(cache: Path) -> list[Peer]:
    """Every peer that can be had here."""
    return [peer for peer in (proselint(cache), write_good(cache)) if peer]

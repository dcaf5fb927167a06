"""Run whole processes and take their wall time and peak memory, alternating between the ones that are compared."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Command(NamedTuple):
    """A program to run: `accepts` are the exit codes that mean it did its work, None for any."""

    argv: tuple[str, ...]
    cwd: Path
    stdin: Path | None = None
    accepts: frozenset[int] | None = frozenset({0})
    environment: tuple[tuple[str, str], ...] = ()


class Run(NamedTuple):
    """What it took: wall time in seconds, peak resident memory in MB (10^6 bytes)."""

    seconds: float
    peak_mb: float


class BenchError(Exception):
    """A program did not do its work, so its time means nothing."""


def environment_of(command: Command) -> dict[str, str]:
    """The caller's environment without what steers Python or coach, plus what the command asks for."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COACH_"))}
    return {**kept, **dict(command.environment)}


def start(command: Command) -> tuple[float, subprocess.Popen[bytes]]:
    """Start it with its output thrown away."""
    source = command.stdin.open("rb") if command.stdin else None
    try:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            cwd=command.cwd,
            env=environment_of(command),
            stdin=source or subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    finally:
        if source:
            source.close()
    return begun, process


def finish(command: Command, begun: float, process: subprocess.Popen[bytes]) -> Run:
    """Wait for it and read what the system kept about it.

    A child's peak can never read lower than this process was when it started the child, which is why the benchmark keeps
    itself small and makes its corpora in another process.
    """
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if command.accepts is not None and process.returncode not in command.accepts:
        raise BenchError(f"{' '.join(command.argv[:4])} ... ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * unit / 1e6)


def once(command: Command) -> Run:
    """One run from start to end."""
    return finish(command, *start(command))


def together(commands: Sequence[Command]) -> Run:
    """All at the same time: the wall time of the whole and the largest peak of one."""
    begun = time.perf_counter()
    runs = [finish(command, *started) for command, started in [(command, start(command)) for command in commands]]
    return Run(time.perf_counter() - begun, max(run.peak_mb for run in runs))


def alternate(commands: Mapping[str, Command], rounds: int) -> dict[str, Run]:
    """Medians of `rounds` runs each, in the order A B C A B C after one round to warm the file cache."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            run = once(command)
            if number:
                runs[name].append(run)
    return {
        name: Run(statistics.median(run.seconds for run in taken), statistics.median(run.peak_mb for run in taken))
        for name, taken in runs.items()
    }


def output_of(command: Command) -> str:
    """What it prints, for a look before anything is measured; no output is a failure, told with its last line of complaint."""
    source = command.stdin.read_bytes() if command.stdin else b""
    done = subprocess.run(
        command.argv, cwd=command.cwd, env=environment_of(command), input=source, capture_output=True, check=False
    )
    if not done.stdout.strip() or (command.accepts is not None and done.returncode not in command.accepts):
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise BenchError(f"{' '.join(command.argv[:4])} ... found nothing and ended with {done.returncode}: {said}")
    return done.stdout.decode("utf-8", "replace")

"""Run whole processes and take their wall time and peak memory, alternating between the ones that are compared."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LAUNCHER = """
import os, sys, time
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, 1, 2)]
begun = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - begun, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""Starts a program and prints its time, peak and exit code. It is a process of its own because a child's peak never reads lower
than the memory of the process that started it: a bare interpreter adds the least."""


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


def start(command: Command) -> subprocess.Popen[str]:
    """Start it through the launcher, with its output thrown away."""
    with (command.stdin or Path(os.devnull)).open("rb") as source:
        return subprocess.Popen(
            (sys.executable, "-I", "-S", "-c", LAUNCHER, *command.argv),
            cwd=command.cwd,
            env=environment_of(command),
            stdin=source,
            stdout=subprocess.PIPE,
            text=True,
        )


def finish(command: Command, launcher: subprocess.Popen[str]) -> Run:
    """Wait for it and read what the launcher measured."""
    told, _ = launcher.communicate()
    seconds, peak, code = told.split()
    if command.accepts is not None and int(code) not in command.accepts:
        raise BenchError(f"{' '.join(command.argv[:4])} ... ended with {code}")
    return Run(float(seconds), int(peak) * (1 if sys.platform == "darwin" else 1024) / 1e6)


def once(command: Command) -> Run:
    """One run from start to end."""
    return finish(command, start(command))


def together(commands: Sequence[Command]) -> Run:
    """All at the same time: the longest time and the largest peak of one."""
    launchers = [(command, start(command)) for command in commands]
    runs = [finish(command, launcher) for command, launcher in launchers]
    return Run(max(run.seconds for run in runs), max(run.peak_mb for run in runs))


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

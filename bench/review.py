"""Measure `coach review` against its budgets: `python bench/review.py [--quick] [--gb N]`.

Makes JSON lines of turns (bench/corpus.py) under bench/.cache, runs whole processes from the file to the report with a store of
their own, and prints a Markdown table. Exit code 1 when a budget is missed, 2 when something could not be run. Linux and macOS.
About two minutes; `--gb 1` adds a run over a file of that size, which shows whether memory grows with the input.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import BenchError, Run, once
from peers import say
from run import CACHE, Bench, Row, Size, look_first, machine, make_texts, table

FULL_MB, QUICK_MB = 50, 10
FILES = 1
"""How many macro files are made beside the turns; none is needed here."""

MOST_MB = 200
"""What a process may take, however long the input is."""

GROWN = 1.5
"""How much more the large run may take than the small one: the index of the keys grows, nothing else."""


def reviewing(bench: Bench, jobs: int, *options: str) -> Run:
    """One run over the turns, into a store of its own: the time and the peak of its largest process."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "review.duckdb")
        turns = str(bench.texts / "turns.jsonl")
        return once(
            bench.coach("review", turns, "--role-field", "speaker", "--jobs", str(jobs), "--quiet", "--store", store, *options)
        )


def megabytes(bench: Bench) -> float:
    """The size of the turns in MB (10^6 bytes)."""
    return (bench.texts / "turns.jsonl").stat().st_size / 1e6


def rows(small: Bench, large: Bench | None) -> Iterator[Row]:
    """Findings as lines, the whole review, each with one process and with two, and the large file."""
    size = megabytes(small)
    for what, options in (("findings only", ("--findings-only",)), ("from the file to the report", ())):
        one, two = reviewing(small, 1, *options), reviewing(small, 2, *options)
        rate, gain = size / one.seconds, one.seconds / two.seconds
        figures = f"{one.seconds:.1f} s, {rate:.1f} MB/s, peak {one.peak_mb:.0f} MB"
        holds = rate >= 6 and one.peak_mb < MOST_MB
        yield Row(f"{size:.0f} MB of turns, {what}, one process", figures, "", "", f"6 MB/s, under {MOST_MB} MB", holds)
        figures = f"{two.seconds:.1f} s, peak {two.peak_mb:.0f} MB of the largest"
        yield Row("the same with two processes", figures, "", f"{gain:.2f} x one process", "1.7 x", gain >= 1.7)
    if large:
        size, run = megabytes(large), reviewing(large, 2)
        figures = f"{run.seconds:.0f} s, {size / run.seconds:.1f} MB/s, peak {run.peak_mb:.0f} MB"
        grown = run.peak_mb / two.peak_mb
        holds = grown <= GROWN
        yield Row(f"{size:,.0f} MB with two processes", figures, "", f"{grown:.2f} x its memory", f"{GROWN} x", holds)


def prepared(size_mb: int) -> Bench:
    """The texts of a size, and the program."""
    program = Path(sysconfig.get_path("scripts")) / "coach"
    if not program.exists():
        raise BenchError("coach is not installed for this Python: python -m pip install .")
    size = Size(turns_mb=size_mb, files=FILES, cold_rounds=1, rounds=1)
    return Bench(size, make_texts(size), CACHE / "compiled", str(program), [])


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="smaller texts")
    parser.add_argument("--gb", type=float, default=0.0, help="also review a file of so many gigabytes (10^9 bytes)")
    options = parser.parse_args()
    try:
        CACHE.mkdir(exist_ok=True)
        small = prepared(QUICK_MB if options.quick else FULL_MB)
        large = prepared(int(options.gb * 1000)) if options.gb else None
        look_first(small)
        say("reviewing ...")
        measured = list(rows(small, large))
    except (BenchError, OSError, subprocess.CalledProcessError) as error:
        say(f"bench: {error}")
        return 2
    print(f"{machine([])}\n\n{table(measured)}")
    return 1 if any(row.must_holds is False for row in measured) else 0


if __name__ == "__main__":
    sys.exit(main())

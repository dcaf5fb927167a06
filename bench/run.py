"""Measure coach against its budgets and its peers: `python bench/run.py [--quick]`.

Run it with a Python that has coach installed with its `bench` extra. It installs proselint and write-good under bench/.cache,
makes the texts there, runs whole processes in turn and prints a Markdown table. Exit code 1 when a budget of the column "must"
is missed, 2 when something could not be run. Linux and macOS. About five minutes; `--quick` takes about one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from measure import BenchError, Command, Run, alternate, once, output_of, together
from peers import Peer, install, say

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
EXAMPLES = HERE.parent / "examples"
LANGUAGES = ("en", "de", "ru", "tr")
CHECKED = frozenset({0, 1})
"""Exit codes of a check that worked: without findings and with."""


class Size(NamedTuple):
    """How much is measured."""

    turns_mb: int
    files: int
    cold_rounds: int
    rounds: int


FULL = Size(turns_mb=50, files=2000, cold_rounds=15, rounds=3)
QUICK = Size(turns_mb=10, files=400, cold_rounds=5, rounds=1)

TURNS_MUST, TURNS_AIM = 7.5, 15.0
"""How many times as fast as proselint turns are judged: 6 and 12 MB/s on a machine on which it reads 0.8."""

SAMPLE = 2_000_000
"""The bytes of turns that peers read: of 50 MB they would take minutes."""


class Row(NamedTuple):
    """A line of the table: what was measured, the figures, and whether each budget holds (None: no such budget)."""

    what: str
    coach: str
    peers: str
    ratio: str
    must: str
    must_holds: bool | None
    aim: str = ""
    aim_holds: bool | None = None


class Bench(NamedTuple):
    """What every measurement needs."""

    size: Size
    texts: Path
    compiled: Path
    program: str
    peers: list[Peer]

    def coach(self, *arguments: str, stdin: Path | None = None, compiled: Path | None = None) -> Command:
        """A run of the command line in the folder of the macros, with a folder of its own for compiled phrasebooks."""
        own_cache = (("COACH_CACHE_DIR", str(compiled or self.compiled)),)
        return Command((self.program, *arguments), self.texts / "macros", stdin, CHECKED, own_cache)

    def script(self, *arguments: str) -> Command:
        """A run of bench/turns.py over the turns."""
        argv = (sys.executable, str(HERE / "turns.py"), str(self.texts / "turns.jsonl"), *arguments)
        return Command(argv, self.texts, environment=(("COACH_CACHE_DIR", str(self.compiled)),))

    def peer(self, peer: Peer, files: tuple[str, ...]) -> Command:
        """A run of a peer in the folder of the macros; its exit code says how much it found, not whether it worked."""
        return Command((*peer.argv, *files), self.texts / "macros", accepts=None)


def make_texts(size: Size) -> Path:
    """The corpora, made again only when what makes them has changed."""
    folder = CACHE / f"texts-{size.turns_mb}-{size.files}"
    recipe = b"".join((HERE / name).read_bytes() for name in ("corpus.py", "sentences.py"))
    stamp, digest = folder / "stamp", hashlib.sha256(recipe).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        say("making the texts ...")
        shutil.rmtree(folder, ignore_errors=True)
        amounts = ("--turns-mb", str(size.turns_mb), "--files", str(size.files))
        subprocess.run([sys.executable, HERE / "corpus.py", folder, *amounts], check=True)
        stamp.write_text(digest, encoding="utf-8")
    return folder


def milliseconds(run: Run) -> str:
    """A time short enough to be read in milliseconds."""
    return f"{run.seconds * 1000:.0f} ms"


def against(own: Run, peers: dict[str, Run], *, faster: bool) -> str:
    """How coach compares: `0.35 x proselint`, or with `faster` `12 x faster than proselint`."""
    if faster:
        return ", ".join(f"{run.seconds / own.seconds:.1f} x faster than {name}" for name, run in peers.items())
    return ", ".join(f"{own.seconds / run.seconds:.2f} x {name}" for name, run in peers.items())


def cold_start(bench: Bench) -> Iterator[Row]:
    """One draft on stdin, everything compiled; and what the largest moment of it takes in memory."""
    draft = bench.texts / "draft.txt"
    commands = {"coach": bench.coach("check", "-", stdin=draft)}
    for peer in bench.peers:
        reads = bench.peer(peer, () if peer.reads_stdin else (str(draft),))
        commands[peer.name] = reads._replace(stdin=draft) if peer.reads_stdin else reads
    commands["python -c pass"] = Command((sys.executable, "-c", "pass"), bench.texts)
    taken = alternate(commands, bench.size.cold_rounds)
    own, bare = taken.pop("coach"), taken.pop("python -c pass")
    yield Row(
        "one draft of 100 words on stdin, cold start",
        milliseconds(own),
        ", ".join(f"{name} {milliseconds(run)}" for name, run in {**taken, "python -c pass": bare}.items()),
        against(own, taken, faster=False),
        "faster than each",
        all(own.seconds < run.seconds for run in taken.values()),
        "0.6 x proselint, under 90 ms",
        own.seconds < 0.6 * taken["proselint"].seconds and own.seconds < 0.09,
    )
    yield Row(
        "peak memory of that draft",
        f"{own.peak_mb:.0f} MB",
        ", ".join(f"{name} {run.peak_mb:.0f} MB" for name, run in {**taken, "python -c pass": bare}.items()),
        "",
        "under 80 MB",
        own.peak_mb < 80,
        "45 MB",
        own.peak_mb <= 45,
    )


def macro_files(bench: Bench) -> Iterator[Row]:
    """All macro files in one run of each program."""
    files = tuple(sorted(path.name for path in (bench.texts / "macros").iterdir()))
    commands = {
        "coach": bench.coach("check", "--no-cache", *files),
        "one process": bench.coach("check", "--no-cache", "--jobs", "1", *files),
        "again": bench.coach("check", *files),
    }
    commands.update((peer.name, bench.peer(peer, files)) for peer in bench.peers)
    taken = alternate(commands, bench.size.rounds)
    own, alone, again = (taken.pop(name) for name in ("coach", "one process", "again"))
    wanted = {"proselint": 5, "write-good": 3}
    yield Row(
        f"{len(files):,} macro files of 80 words in one run, nothing remembered",
        f"{own.seconds:.2f} s (one process {alone.seconds:.2f} s)",
        ", ".join(f"{name} {run.seconds:.1f} s" for name, run in taken.items()),
        against(own, taken, faster=True),
        "5 x faster than proselint, 3 x faster than write-good",
        all(run.seconds >= wanted[name] * own.seconds for name, run in taken.items()),
        "0.34 s" if bench.size == FULL else "",
        own.seconds <= 0.34 if bench.size == FULL else None,
    )
    yield Row(
        "the same files again, unchanged",
        f"{again.seconds:.2f} s",
        "",
        f"{own.seconds / again.seconds:.1f} x faster than the first time",
        "0.3 s" if bench.size == FULL else "",
        again.seconds <= 0.3 if bench.size == FULL else None,
        "",
        None,
    )


def transcript_turns(bench: Bench) -> Iterator[Row]:
    """JSON lines through the Python interface, in one process and in two over halves of the file; peers read a part of them."""
    turns, sample = bench.texts / "turns.jsonl", bench.texts / "turns-sample.jsonl"
    megabytes = turns.stat().st_size / 1e6
    with turns.open("rb") as lines:
        sample.write_bytes(lines.read(SAMPLE).rpartition(b"\n")[0])
    commands = {peer.name: bench.peer(peer, (str(sample),)) for peer in bench.peers}
    taken = alternate({"check": bench.script(), "read": bench.script("--only-read"), **commands}, bench.size.rounds)
    own, reading = taken.pop("check"), taken.pop("read")
    rate = megabytes / own.seconds
    others = {name: SAMPLE / 1e6 / run.seconds for name, run in taken.items()}
    yield Row(
        f"{megabytes:.0f} MB of turns in four languages, JSON lines in, findings out, one process",
        f"{rate:.1f} MB/s, peak {own.peak_mb:.0f} MB",
        ", ".join(f"{name} {other:.2f} MB/s" for name, other in others.items())
        + f", json.loads alone {megabytes / reading.seconds:.0f} MB/s",
        ", ".join(f"{rate / other:.1f} x faster than {name}" for name, other in others.items()),
        f"{TURNS_MUST} x faster than proselint, under 200 MB",
        rate >= TURNS_MUST * others["proselint"] and own.peak_mb < 200,
        f"{TURNS_AIM:.0f} x, 40 MB",
        rate >= TURNS_AIM * others["proselint"] and own.peak_mb <= 40,
    )
    two = together([bench.script("--part", "1/2"), bench.script("--part", "2/2")])
    yield Row(
        "the same in two processes over halves of the file",
        f"{megabytes / two.seconds:.1f} MB/s, peak {two.peak_mb:.0f} MB each",
        "",
        f"{own.seconds / two.seconds:.2f} x one process",
        "",
        None,
        "1.8 x",
        own.seconds / two.seconds >= 1.8,
    )


def first_use(bench: Bench) -> Iterator[Row]:
    """The first check in a language after installing, when its phrasebooks are compiled."""
    seconds = {}
    for lang in LANGUAGES:
        with tempfile.TemporaryDirectory() as empty:
            command = bench.coach("check", "--lang", lang, "-", stdin=EXAMPLES / f"draft-{lang}.txt", compiled=Path(empty))
            seconds[lang] = once(command).seconds
    slowest = max(seconds.values())
    yield Row(
        "first check after installing, phrasebooks compiled",
        ", ".join(f"{lang} {taken:.1f} s" for lang, taken in seconds.items()),
        "",
        "",
        "under 8 s a language",
        slowest < 8,
        "3 s",
        slowest <= 3,
    )


def look_first(bench: Bench) -> None:
    """Compile everything once and see that findings come out: a program that does nothing is fast."""
    say("compiling the phrasebooks and looking at the output ...")
    for lang in LANGUAGES:
        output_of(bench.coach("check", "--lang", lang, "-", stdin=EXAMPLES / f"draft-{lang}.txt"))
    output_of(bench.coach("check", "-", stdin=bench.texts / "draft.txt"))


def machine(peers: list[Peer]) -> str:
    """The line under which figures can be quoted: date, processor, systems and versions."""
    processor = platform.processor() or platform.machine()
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        models = [line.partition(":")[2].strip() for line in facts.read_text().splitlines() if line.startswith("model name")]
        processor = models[0] if models else processor
    versions = ", ".join(f"{peer.name} {peer.version}" for peer in peers)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores of {processor}, {platform.system()}, {python}, {versions}"


def verdict(budget: str, holds: bool | None) -> str:
    """A budget and whether it holds."""
    return f"{budget}: {'yes' if holds else '**no**'}" if holds is not None else ""


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [("what", "coach", "others", "ratio", "must", "aim"), ("---",) * 6]
    for row in rows:
        must, aim = verdict(row.must, row.must_holds), verdict(row.aim, row.aim_holds)
        cells.append((row.what, row.coach, row.peers, row.ratio, must, aim))
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def prepare(size: Size) -> Bench:
    """Everything there before the first measurement."""
    if not hasattr(os, "wait4"):
        raise BenchError("peak memory is measured with wait4, which this system does not have")
    program = Path(sysconfig.get_path("scripts")) / "coach"
    if not program.exists():
        raise BenchError("coach is not installed for this Python: python -m pip install .")
    CACHE.mkdir(exist_ok=True)
    return Bench(size, make_texts(size), CACHE / "compiled", str(program), install(CACHE))


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="smaller texts and fewer rounds")
    size = QUICK if parser.parse_args().quick else FULL
    rows: list[Row] = []
    try:
        bench = prepare(size)
        look_first(bench)
        for measurement in (cold_start, macro_files, transcript_turns, first_use):
            say(f"{measurement.__name__.replace('_', ' ')} ...")
            rows += measurement(bench)
    except (BenchError, OSError, subprocess.CalledProcessError) as error:
        say(f"bench: {error}")
        return 2
    print(f"{machine(bench.peers)}\n\n{table(rows)}")
    return 1 if any(row.must_holds is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())

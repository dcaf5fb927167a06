"""Check the turns of a JSON-lines file in one process: `python bench/turns.py FILE [--part I/N] [--only-read]`.

One object a line comes in with a `text`; each one with findings goes out as a line with `turn` and `findings`. The turns
of a conversation stand together, and its language is guessed from all of them. Memory stays flat: a few thousand lines are read,
checked, written and forgotten. `--part 1/2` takes the first half of the bytes (whole lines), so that N processes share a file
without talking to each other; `--only-read` decodes without checking, which shows what reading costs.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

import orjson

AHEAD = 3_000
"""How many lines are read ahead. (A multiple of the turns of a conversation here; a cut one would only be guessed twice.)"""


def part_of(path: Path, index: int, count: int) -> Iterator[bytes]:
    """The lines that begin inside the index-th (from 1) of `count` equal byte ranges."""
    size = path.stat().st_size
    begin, end = size * (index - 1) // count, size * index // count
    with path.open("rb") as lines:
        if begin:
            lines.seek(begin - 1)
            begin += len(lines.readline()) - 1
        for line in lines:
            if begin >= end:
                return
            begin += len(line)
            yield line


def by_language(turns: Iterable[dict[str, str]]) -> dict[str | None, list[dict[str, str]]]:
    """The turns by the language of their conversation: a short turn alone often does not show it."""
    from coach.languages.guess import guess

    found: dict[str | None, list[dict[str, str]]] = {}
    for _, conversation in groupby(turns, key=itemgetter("conversation")):
        said = list(conversation)
        found.setdefault(guess(" ".join(turn["text"] for turn in said)), []).extend(said)
    return found


def main() -> None:
    """Read, check, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--part", default="1/1", help="which share of the file, such as 2/4")
    parser.add_argument("--only-read", action="store_true", help="decode the lines without checking them")
    options = parser.parse_args()
    index, count = map(int, options.part.split("/"))
    turns = map(orjson.loads, part_of(options.file, index, count))
    if options.only_read:
        print(sum(len(turn["text"]) for turn in turns), "characters")
        return

    gc.set_threshold(100_000)  # as the command line does
    import coach  # after the other way out: --only-read must not pay for it

    judge = coach.Coach(coach.Config(rewrites=False, ignore=("reply", "thread")))  # a chat turn is no whole reply
    while block := list(islice(turns, AHEAD)):
        for lang, said in by_language(block).items():
            for turn, report in zip(said, judge.check_all((one["text"] for one in said), lang), strict=True):
                if report.findings:
                    found = [(finding.rule, finding.start, finding.end) for finding in report.findings]
                    sys.stdout.buffer.write(orjson.dumps({"turn": turn["turn"], "findings": found}) + b"\n")


if __name__ == "__main__":
    main()

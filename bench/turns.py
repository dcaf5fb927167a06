"""Check the turns of a JSON-lines file in one process: `python bench/turns.py FILE [--part I/N] [--only-read]`.

One object a line comes in with a `text`; each one with findings goes out as a line with `turn` and `findings`. Memory stays
flat: a line is read, checked, written and forgotten. `--part 1/2` takes the first half of the bytes (whole lines), so that N
processes share a file without talking to each other; `--only-read` decodes without checking, which shows what reading costs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path


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


def main() -> None:
    """Read, check, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--part", default="1/1", help="which share of the file, such as 2/4")
    parser.add_argument("--only-read", action="store_true", help="decode the lines without checking them")
    options = parser.parse_args()
    index, count = map(int, options.part.split("/"))
    turns = (json.loads(line) for line in part_of(options.file, index, count))
    if options.only_read:
        print(sum(len(turn["text"]) for turn in turns), "characters")
        return

    import coach  # after the other way out: --only-read must not pay for it

    waiting: deque[object] = deque()  # what has been read ahead of its report

    def texts() -> Iterator[str]:
        for turn in turns:
            waiting.append(turn["turn"])
            yield turn["text"]

    for report in coach.Coach(coach.Config(rewrites=False)).check_all(texts()):
        turn = waiting.popleft()
        if report.findings:
            found = [(finding.rule, finding.start, finding.end) for finding in report.findings]
            sys.stdout.write(json.dumps({"turn": turn, "findings": found}) + "\n")


if __name__ == "__main__":
    main()

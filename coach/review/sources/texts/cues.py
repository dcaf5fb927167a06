"""Cues of recordings, in WebVTT and SubRip: blocks, their times, and who speaks where only the text says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.record import UNKNOWN, Turn
from coach.review.sources.texts.speaking import ENDED, PREFIX, is_speaker

TIMING = r"\s*(?P<begin>[\d:.,]+)\s*-->\s*[\d:.,]+(?:\s.*)?$"
CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?"
ARROW = "-->"
DASH = r"\s*(?:[-–—]\s+|[-–—](?=[^\W\d_]))"
BAD_TIME = "no time can be read in this line; the words of the cue are left out"


class Cue(NamedTuple):
    """A cue: when it begins, in seconds, its lines, and the line of the file on which its text begins."""

    offset: float
    lines: tuple[str, ...]
    line: int


class Block(NamedTuple):
    """Lines without an empty one between them, and the number of the first."""

    lines: tuple[str, ...]
    line: int


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a file."""
    kept: list[str] = []
    begin = 1
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            begin = begin if kept else number
            kept.append(line)
        elif kept:
            yield Block(tuple(kept), begin)
            kept = []
    if kept:
        yield Block(tuple(kept), begin)


def seconds(clock: str) -> float | None:
    """01:02:03.500, 02:03,5 and the like in seconds; None for anything else."""
    found = compiled(CLOCK).fullmatch(clock)
    if not found or int(found[2]) > 59 or int(found[3]) > 59:
        return None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) + float(f"0.{found[4] or 0}")


def cue(block: Block) -> Cue | None:
    """The cue of a block, whose first or second line has its time; None where that line has none that can be read."""
    for place, line in enumerate(block.lines[:2]):
        if ARROW in line:
            found = compiled(TIMING).match(line)
            offset = seconds(found["begin"]) if found else None
            return Cue(offset, block.lines[place + 1 :], block.line + place + 1) if offset is not None else None
    return None


def by_text(cues: Sequence[Cue]) -> tuple[Turn, ...]:
    """Turns of cues in which only the text says who speaks.

    `Agent: ...` begins what the agent says, until another name stands there. A dash in front of a line gives the word to the
    other of two people, unless the sentence before is not at its end; where nobody is named they are "1" and "2".
    """
    turns: list[Turn] = []
    said: list[list[str]] = []
    speakers: list[str] = []

    def begin(speaker: str, words: str, offset: float, line: int) -> None:
        turns.append(Turn(UNKNOWN, "", speaker, None, offset, line))
        said.append([words])

    for one in cues:
        for number, written in enumerate(one.lines, one.line):
            dash = compiled(DASH).match(written)
            line = written[dash.end() :].strip() if dash else written.strip()
            if not line:
                continue
            last = turns[-1].speaker if turns else ""
            named = compiled(PREFIX).match(line)
            if named and is_speaker(named["name"]):
                begin(named["name"], named["text"], one.offset, number)
                if named["name"].casefold() not in map(str.casefold, speakers):
                    speakers.append(named["name"])
            elif dash and (not said or compiled(ENDED).search(said[-1][-1])):
                begin(other(last, speakers), line, one.offset, number)
            elif turns and turns[-1].offset == one.offset and not dash:
                said[-1].append(line)
            else:
                begin(last, line, one.offset, number)
    texts = (" ".join(filter(None, words)) for words in said)
    return tuple(turn._replace(text=text) for turn, text in zip(turns, texts, strict=True) if text)


def other(speaker: str, speakers: list[str]) -> str:
    """Who has the word after `speaker`: the other of two; "" among three or more, or where only one is known."""
    if not speakers and not speaker:
        return "1"
    if not speakers:
        return "2" if speaker == "1" else "1"
    rest = [name for name in speakers if name.casefold() != speaker.casefold()]
    return rest[0] if len(rest) == 1 and len(speakers) == 2 else ""

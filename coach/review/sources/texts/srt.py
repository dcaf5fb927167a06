"""SubRip: captions without a field for the speaker, who stands in the text (`Agent: ...`) or changes with a dash."""

from __future__ import annotations

from collections.abc import Iterator

from coach.expressions import compiled
from coach.review.sources.texts.cues import ARROW, BAD_TIME, Cue, blocks, by_text, cue
from coach.review.sources.texts.speaking import Part, Report, joined

FIRST = r"\s*(?:\d+\s*\n\s*)?\d{1,4}:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d"
MARKUP = r"(?i)</?(?:i|b|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}"
"""Formatting of SubRip and of the players that add to it."""


def begins(head: str) -> bool:
    """Whether a file begins with the number and the time of a caption."""
    return compiled(FIRST).match(head) is not None


def spoken(text: str, report: Report) -> Iterator[Part]:
    """The one conversation of a file."""
    cues: list[Cue] = []
    for block in blocks(text):
        if not any(ARROW in line for line in block.lines[:2]):
            if cues and not block.lines[0].strip().isdecimal():
                # Some write an empty line between two lines of one caption.
                cues[-1] = cues[-1]._replace(lines=cues[-1].lines + block.lines)
            elif not cues:
                report(block.line, "no caption: these lines have no time and are left out")
            continue
        read = cue(block)
        if read is None:
            report(block.line, BAD_TIME)
        else:
            cues.append(read)
    yield Part(joined(by_text([one._replace(lines=tuple(map(plain, one.lines))) for one in cues])))


def plain(written: str) -> str:
    """The words of a line, without formatting."""
    return compiled(MARKUP).sub("", written).strip()

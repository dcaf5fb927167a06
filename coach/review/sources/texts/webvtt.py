"""WebVTT: captions of calls, with the speaker in a voice span (`<v Jane Doe>`), as Teams, Zoom and telephone systems export them.

After the W3C's WebVTT 1 (https://www.w3.org/TR/webvtt1/): hours are optional, settings may follow the time, blocks of NOTE,
STYLE and REGION are no speech, a voice ends at `</v>` or with the cue, and a cue may hold several.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from coach.expressions import compiled
from coach.review.record import UNKNOWN, Turn
from coach.review.sources.texts.cues import ARROW, BAD_TIME, Cue, blocks, by_text, cue
from coach.review.sources.texts.speaking import Part, Report, joined

SIGNATURE = "WEBVTT"
NO_SPEECH = r"(?:NOTE|STYLE|REGION)(?:\s|$)"
VOICE = r"<v(?:\.[^\s<>]*)?(?:[ \t]+(?P<name>[^<>]*))?>|(?P<end></v>)"
TAG = r"<[^<>]*>"


def begins(head: str) -> bool:
    """Whether a file begins as WebVTT does."""
    return head.startswith(SIGNATURE) and head[len(SIGNATURE) : len(SIGNATURE) + 1] in ("", " ", "\t", "\n", "\r")


def spoken(text: str, report: Report) -> Iterator[Part]:
    """The one conversation of a file. Without any voice span the speakers are told as in SubRip, by `Name:` and dashes."""
    cues: list[Cue] = []
    for block in blocks(text):
        if not any(ARROW in line for line in block.lines):
            if not (begins(block.lines[0]) or compiled(NO_SPEECH).match(block.lines[0]) or block.lines[0].isdecimal()):
                report(block.line, "no cue: these lines have no time and are left out")
            continue
        if compiled(r"NOTE(?:\s|$)").match(block.lines[0]):
            continue
        read = cue(block)
        if read is None:
            report(block.line, BAD_TIME)
        else:
            cues.append(read)
    if any("<v" in line for one in cues for line in one.lines):
        yield Part(joined([turn for one in cues for turn in voices(one)]))
    else:
        yield Part(joined(by_text([one._replace(lines=tuple(map(plain, one.lines))) for one in cues])))


def voices(one: Cue) -> Iterator[Turn]:
    """The voices of a cue; what stands outside of them has no speaker."""
    lines = "\n".join(one.lines)
    speaker, reached = "", 0
    pieces: list[tuple[str, int, str]] = []
    for found in compiled(VOICE).finditer(lines):
        pieces.append((speaker, reached, lines[reached : found.start()]))
        speaker, reached = ("" if found["end"] else plain(found["name"] or "")), found.end()
    pieces.append((speaker, reached, lines[reached:]))
    for name, start, piece in pieces:
        if words := plain(piece):
            yield Turn(UNKNOWN, words, name, None, one.offset, one.line + lines.count("\n", 0, start))


def plain(written: str) -> str:
    """The words of a caption: without tags, with characters for entities, and with single spaces."""
    return " ".join(unescape(compiled(TAG).sub("", written)).split())

"""Transcripts in plain text: WebVTT, SubRip, exports of WhatsApp, and logs of chats as people copy them.

`recognise` tells the form from the beginning of a file, `conversations` reads one. A file of subtitles or of WhatsApp is one
conversation; a log may hold several (see `log`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from coach.review.record import Conversation, Trouble
from coach.review.sources.options import ReadOptions
from coach.review.sources.texts import log, srt, webvtt, whatsapp
from coach.review.sources.texts.speaking import conversation

VTT, SRT, WHATSAPP, LOG = "vtt", "srt", "whatsapp", "log"
FORMS = {VTT: webvtt.spoken, SRT: srt.spoken, WHATSAPP: whatsapp.spoken, LOG: log.spoken}
CHANNELS = {VTT: "phone", SRT: "phone", WHATSAPP: "chat", LOG: "chat"}

BEGINNING = 65_536
"""Characters of a file that its form is told from."""


def recognise(text: str, name: str) -> str | None:
    """The form of a transcript, "vtt", "srt", "whatsapp" or "log", or None for anything else.

    Told by its first 64 KB; where they leave it open (a single line `Agent: ...`), by the ending of the file's name.
    """
    head = text[:BEGINNING].removeprefix("\ufeff")
    ending = name.lower().removesuffix(".gz").removesuffix(".zst").rpartition(".")[2]
    if webvtt.begins(head) or ending == "vtt":
        return VTT
    if srt.begins(head) or ending == "srt":
        return SRT
    if whatsapp.begins(head):
        return WHATSAPP
    return LOG if log.begins(head, named=ending in ("txt", "log")) else None


def conversations(
    text: str, form: str, source: str, options: ReadOptions, trouble: Callable[[Trouble], None]
) -> Iterator[Conversation]:
    """The conversations of a transcript of that form, with roles as far as they can be told.

    Ids are made of the name of the file and of how the conversation begins, so that they are the same wherever the file lies.
    What cannot be read is told to `trouble`; everything else is read. Raises nothing for any text.
    """
    met: Counter[str] = Counter()
    found = False
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for part in FORMS[form](plain, lambda line, message: trouble(Trouble(f"{source}:{line}", message))):
        read = conversation(part, source, CHANNELS[form], options)
        found = found or bool(read.turns or read.left_out)
        if read.turns:
            met[read.id] += 1
            again = met[read.id]
            yield read._replace(id=f"{read.id}-{again}") if again > 1 else read
    if not found:
        trouble(Trouble(source, f"no turns found in this file (read as {form})"))

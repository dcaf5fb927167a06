"""What the plain transcripts have in common: who may be a speaker, cues that are one turn, and a conversation made of turns."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.record import CUSTOMER, UNKNOWN, Conversation, Turn
from coach.review.sources.options import ReadOptions
from coach.review.sources.roles import LEFT_OUT, folded, role_of, told, with_roles

Report = Callable[[int, str], None]
"""Takes the line, from 1, and what is wrong there."""


class Part(NamedTuple):
    """One conversation of a file as it stands there; `left_out` counts lines of the system."""

    turns: Sequence[Turn]
    left_out: int = 0


PREFIX = r"(?P<name>[^\W\d_][^:\n<>{}\"=|\t]{0,59}?)\s?:(?:\s+|$)(?P<text>.*)"
"""`Name: text`."""

NO_NAMES = frozenset(
    folded(word)
    for word in (
        "note hint ps p.s warning attention important update edit tip info re fw fwd subject date time from to cc address "
        "phone email e-mail question answer example result summary status order total price link url step option options "
        "not notiz hinweis achtung wichtig betreff datum uhrzeit von an adresse telefon frage antwort beispiel ergebnis "
        "schritt внимание важно примечание тема дата время адрес телефон вопрос ответ пример итог шаг dikkat önemli konu "
        "tarih saat adres telefon soru cevap örnek sonuç adım "
    ).split()
)
"""Words that stand before a colon and are nobody."""

WORDS_OF_A_NAME, PARTICLE = 5, 3
"""The most words that a name has, and the longest that may be small in it: van, de la."""

IDENTITY = 3
"""Turns at the beginning of a conversation that its id is made of."""

ENDED = r"[.!?…][\"'”»)\]]*$"


@lru_cache(maxsize=4096)
def is_speaker(name: str) -> bool:
    """Whether what stands before a colon may be somebody: a role, or a name with capitals of at most five words."""
    bare = compiled(r"\s*[(\[][^()\[\]]*[)\]]$").sub("", name)
    words = bare.split()
    if not words or len(words) > WORDS_OF_A_NAME or folded(bare) in NO_NAMES:
        return False
    if role_of(bare):
        return True
    return words[0][0].isupper() and all(not word[0].islower() or len(word) <= PARTICLE for word in words)


def joined(cues: Sequence[Turn]) -> tuple[Turn, ...]:
    """The cues of a recording as turns: one that goes on with the sentence of the same speaker belongs to the turn before.

    Where a recogniser sets no full stops, everything that somebody says in one go is a turn.
    """
    turns: list[Turn] = []
    words: list[str] = []

    def close() -> None:
        if words:
            turns[-1] = turns[-1]._replace(text=" ".join(words))
            words.clear()

    for cue in cues:
        if turns and words and cue.speaker and turns[-1].speaker == cue.speaker and not compiled(ENDED).search(words[-1]):
            words.append(cue.text)
            continue
        close()
        turns.append(cue)
        words.append(cue.text)
    close()
    return tuple(turns)


def conversation(part: Part, source: str, channel: str, options: ReadOptions) -> Conversation:
    """A part of a file as a conversation: bots left out, roles told, speakers that are only a role (`Agent:`) without a name."""
    kept = [turn for turn in part.turns if turn.text]
    # Roles are told by speakers, of whom there are few, and turns are made anew only once.
    people = {turn.speaker.casefold(): turn for turn in reversed(kept) if told(turn.speaker, options)[1] != LEFT_OUT}
    shown = dict(zip(people, with_roles(list(people.values()), options), strict=True))
    names = {key: "" if turn.role != UNKNOWN and is_only_role(turn.speaker) else turn.speaker for key, turn in shown.items()}
    turns = tuple(
        Turn(shown[key].role, turn.text, names[key], turn.time, turn.offset, turn.line)
        for turn in kept
        if (key := turn.speaker.casefold()) in shown
    )
    return Conversation(
        id=identity(kept, source),
        turns=turns,
        source=source,
        channel=options.channel or channel,
        team=options.team,
        lang=options.lang,
        customer=next((turn.speaker for turn in turns if turn.role == CUSTOMER and turn.speaker), ""),
        left_out=part.left_out + len(kept) - len(turns),
    )


def is_only_role(speaker: str) -> bool:
    """Whether a speaker is no name but a role word; `Agent 2` tells people apart and stays."""
    return role_of(speaker) is not None and not compiled(r"\d").search(speaker)


def identity(turns: Sequence[Turn], source: str) -> str:
    """An id made of the name of the file, without its folder and ending, and of the first turns: it stays when a chat grows."""
    base = os.path.basename(source.replace("\\", "/")).removesuffix(".gz").removesuffix(".zst")
    name = os.path.splitext(base)[0].strip("-") or "conversation"
    told = "\0".join(f"{turn.speaker}\0{turn.time}\0{turn.offset}\0{turn.text}" for turn in turns[:IDENTITY])
    return f"{name}-{blake2b(told.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"

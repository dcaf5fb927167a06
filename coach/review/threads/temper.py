"""How a customer says it: in capitals, with marks, with nothing but a time, with mock praise. None of it says anything alone.

People who are glad write in capitals and with marks, too, some write in capitals always, and a screen shouts where it is quoted.
So each of these asks for something to complain about in the same words, and for no joy in the turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.expressions import compiled
from coach.review.threads.temper_words import AMISS, CALLS, DENIES, JOY, LONE_TIME, PLEADS, PRAISE, PROTEST, SAYS, SCORN
from coach.texts import BLOCK, Passage, final_mark

CAPITALS = r"[A-ZÄÖÜÇĞİŞА-ЯЁ](?<![\w@#&/.:-].)[A-ZÄÖÜÇĞİŞА-ЯЁ]+(?![\w@#&/-])"
LETTERS = r"[^\W\d_]{2,}"
MARKS = r"!!|\?!|!\?|!(?: !)+"
"""Marks in a row. (Question marks alone are what somebody writes who is at a loss.)"""

MOSTLY = 0.8
"""The share of a turn's words in capitals from which it is written so altogether."""

HURLED = r"\?!|!\?"
"""Marks of disbelief."""

BRIEF = 4
"""The most words of a sentence that hurls back what was said, or says nothing else than that."""

BESIDE = 3
"""So many characters between two words in capitals, and they stand beside each other."""

SIDE_BY_SIDE = 2
"""So many words in capitals beside each other are shouting; one alone is emphasis, or a name."""

SCREEN = 60
"""Within so many characters behind "it says", capitals are what a screen shows."""

SMILES = (
    r"[:;=]-?[)dp](?!\w)|\)\)|\bx+d+\b|[☺❤♥\U0001F389\U0001F600-\U0001F60F\U0001F617-\U0001F61D\U0001F642\U0001F643\U0001F64C]"
    r"|[\U0001F929\U0001F970\U0001F973]"
)
"""Smiles, typed and drawn, and hearts; in small letters."""

STARTS, STOPS = r"(?:\A|[.!?…] )", r"(?= ?(?:[.!?…]|\Z))"
"""Where a sentence of a line begins and ends. (A time on a line of its own is in a list.)"""

OPENS = r"(?:\A|[.!?…:\n] ?|, )"
CLOSES = r"(?= ?(?:[.!?…,\n]|\Z))"


def smiles(passage: Passage) -> bool:
    """Whether a turn has a smile or a heart."""
    return bool(compiled(SMILES).search(passage.text.shadow.lower()))


def joyful(passage: Passage) -> bool:
    """Whether a turn smiles, laughs or is glad."""
    return smiles(passage) or bool(compiled(JOY[passage.lang]).search(passage.folded))


def denies(passage: Passage, start: int = 0, end: int = BLOCK) -> bool:
    """Whether something is not there or not done in the words [start, end)."""
    return bool(compiled(DENIES[passage.lang]).search(passage.folded, start, end))


def in_capitals(passage: Passage) -> bool:
    """Whether a turn is written in capitals altogether, as some people write always."""
    words = compiled(LETTERS).findall(passage.masked)
    return sum(map(str.isupper, words)) >= MOSTLY * len(words)


def loud(passage: Passage, others: Sequence[Passage]) -> list[re.Match[str]]:
    """The words in capitals; what somebody writes so in `others`, too, is a name or an abbreviation."""
    words = list(compiled(CAPITALS).finditer(passage.masked))
    if not words:
        return []
    own = passage.matcher.symbols.language
    theirs = {name for one in others for name in compiled(CAPITALS).findall(one.masked)}
    return [word for word in words if word[0] not in theirs or own.fold(word[0]) in own.function_words]


def shouting(passage: Passage, others: Sequence[Passage]) -> tuple[int, int] | None:
    """Where a turn shouts at somebody: words in capitals side by side, of one whose `others` are not all written so.

    Who writes a single turn, and all of it in capitals, shouts if marks show it.
    """
    words = loud(passage, others)
    if len(words) < SIDE_BY_SIDE or joyful(passage):
        return None
    if in_capitals(passage) and all(map(in_capitals, others)) and not compiled(MARKS).search(passage.masked):
        return None
    return next((run for run in together(words, passage) if complains(passage, *run)), None)


def together(words: Sequence[re.Match[str]], passage: Passage) -> Iterator[tuple[int, int]]:
    """Where several words stand beside each other, one of them an ordinary one."""
    run: list[re.Match[str]] = []
    for word in [*words, None]:
        if run and (word is None or run[-1].end() + BESIDE < word.start()):
            if len(run) >= SIDE_BY_SIDE and any(passage.knows(one[0]) for one in run):
                yield run[0].start(), run[-1].end()
            run = []
        if word is not None:
            run.append(word)


def complains(passage: Passage, start: int, end: int) -> bool:
    """Whether the words [start, end) speak to somebody, deny, or say that something is amiss, and are none of a screen."""
    if compiled(SAYS[passage.lang]).search(passage.folded, max(0, start - SCREEN), start):
        return False
    return any(compiled(words[passage.lang]).search(passage.folded, start, end) for words in (CALLS, DENIES, AMISS))


def emphatic(passage: Passage, others: Sequence[Passage]) -> bool:
    """Whether a turn has marks in a row, or an ordinary word in capitals."""
    if compiled(f"{MARKS}|\\?\\?").search(passage.masked):
        return True
    return any(len(word[0]) > 2 and passage.knows(word[0]) for word in loud(passage, others))


def marked(passage: Passage) -> tuple[int, int] | None:
    """The first sentence in which something is not there or not done, with marks in a row behind it.

    Behind a few words that ask they are disbelief, and what is not done may stand in another sentence.
    """
    if not compiled(MARKS).search(passage.masked) or joyful(passage):
        return None
    for number in range(passage.sentences):
        start, end = passage.sentence_span(number)
        marks = final_mark(passage.masked, end)
        brief = "?" in marks and passage.length(number) <= BRIEF
        if compiled(MARKS).search(marks) and (denies(passage) if brief else denies(passage, start, end)):
            return start, end
    return None


def echoing(passage: Passage, asking: Sequence[Passage]) -> tuple[int, int] | None:
    """A first sentence of few words that hurls back the agent's own ("A moment?!"); `asking` are the turns just before."""
    if not passage.sentences or passage.length(0) > BRIEF or not compiled(HURLED).search(passage.masked):
        return None
    start, end = passage.sentence_span(0)
    marks = final_mark(passage.masked, end)
    theirs = frozenset[str]().union(*(one.content(number) for one in asking for number in range(one.sentences)))
    return (start, end) if compiled(HURLED).search(marks) and not theirs.isdisjoint(passage.content(0)) else None


def lone_time(passage: Passage, *, answered: bool) -> tuple[int, int] | None:
    """A sentence that is nothing but a time, where another says that something is not there or not done.

    Before anybody has `answered`, a time of day may be of anything.
    """
    match = compiled(f"{STARTS}(?P<time>{LONE_TIME[passage.lang]}){STOPS}").search(passage.folded)
    if match is None or (":" in match["time"] and not answered) or not denies(passage):
        return None
    return match.span("time")


def mocking(passage: Passage) -> tuple[int, int] | None:
    """A clause that only praises, in a turn that tells of something to complain about."""
    match = compiled(f"{OPENS}(?P<praise>{PRAISE[passage.lang]}){CLOSES}").search(passage.folded)
    return match.span("praise") if match and (denies(passage) or passage.has("trouble")) else None


def scornful(passage: Passage) -> tuple[int, int] | None:
    """Praise that opens a turn in which something is missing still, or amiss again."""
    match = compiled(SCORN[passage.lang]).match(passage.folded)
    if match is None or smiles(passage) or not compiled(AMISS[passage.lang]).search(passage.folded, match.end()):
        return None
    return match.span() if denies(passage, match.end()) else None


def protesting(passage: Passage) -> tuple[int, int] | None:
    """A sentence that only says that one cannot believe it."""
    match = compiled(PROTEST[passage.lang]).search(passage.folded)
    return match.span() if match else None


def pleading(passage: Passage) -> tuple[int, int] | None:
    """Where a turn begs."""
    match = compiled(PLEADS[passage.lang]).search(passage.folded)
    return match.span() if match else None

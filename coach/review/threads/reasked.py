"""Questions that customers put again because the reply passed them over, and say that they do: "so once more: is there a cot?".

It is no repetition where the reply takes up what was asked, asks for what it needs, or says that the answer is being looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.asking import REQUESTS, beginnings
from coach.review.threads.mood import REPEATS
from coach.review.threads.questions import PIECE
from coach.review.threads.said import Run, spoken
from coach.rules.thread import without_accents
from coach.texts import Passage

SHARED = 0.5
"""A question that shares so much of its words with an earlier one is the same."""

ASKED = {
    "en": r"\?|\b(?:yes or no|or not)\b",
    "de": r"\?|\b(?:ja oder nein|oder nicht)\b",
    "ru": r"\?|\b(?:да или нет|или нет)\b|^\W*(?:и |так |а )?(?:когда|сколько|где|куда|почему)\b",
    "tr": r"\?|\bm[ıiuü](?:y[ıiuü]m|y[ıiuü]z)?\b|\b(?:kaç|ne zaman|neden|nerede)\b",
}
"""What makes a question, the sign or what stands for it; folded."""

AGAIN = {
    "en": (
        r"\b(?:again|once more|(?:i(?:'m|m| am)?|to) ask(?:ed|ing)?"
        r"|my question|question (?:was|is|remains)|as i asked|simple question)\b"
    ),
    "de": r"\b(?:noch ?mal|noch einmal|nochmals|erneut|wie gefragt|ich fragte|frage ich|(?:meine|die|einfache) frage|gefragt)\b",
    "ru": r"\b(?:еще раз|снова|опять|повтор\w+|(?:я|же|вас) (?:спрашиваю|спросил\w?)|спрашиваю|вопрос|все[- ]таки|все же)\b",
    "tr": r"\b(?:tekrar|bir daha|yine|diyorum|sordum|soruyorum|sorum)\b",
}
"""Words with which a question is put again; folded."""

LOOKS = {
    "en": (
        r"\b(?:moment|minutes?|seconds?|bear with|hold on|wait|check\w*|look(?:ing)?|find out|let me|yes|no|not|unfortunately"
        r"|sorry"
        r"|transfer\w*|colleague|get back)\b"
    ),
    "de": (
        r"\b(?:moment|augenblick|minuten?|sekunden?|geduld\w*|warten|prüfe\w*|schaue?|sehe|kläre|frage|ja|nein|doch|nicht"
        r"|kein\w*"
        r"|leider|verbinde|kolleg\w+|melde)\b"
    ),
    "ru": (
        r"\b(?:минут\w*|секунд\w*|момент\w*|подождите|ожидайте|уточн\w+|провер\w+|узна\w+|посмотр\w+|смотрю|да|нет|не|нельзя"
        r"|к сожалению|передаю|переключаю|коллег\w+)\b"
    ),
    "tr": (
        r"\b(?:dakika\w*|saniye\w*|bekle\w*|kontrol|bakıyorum|bakayım|inceliyorum|soruyorum|öğren\w+|evet|hayır|yok|değil"
        r"|maalesef"
        r"|aktar\w+|yönlendir\w+|bağl\w+)\b"
    ),
}
"""What a reply has that says yes or no, hands over, or looks for the answer; folded."""

SAYING = frozenset(
    "agai aski aske ques simp once more stil just tell noch erne gefr frag also jetz denn eige einf bitt plea"
    " вопр спра спро таки снов опят повт пишу отве тепе прос пожа tekr diyo sord soru peki yani hala lütf lutf"
    " acab söyl soyl".split()
)
"""Beginnings of words with which a question is put and that say nothing about it."""


class Question(NamedTuple):
    """A question of a customer at [start, end) of the shadow, by the beginnings of the words that say what it is about."""

    about: frozenset[str]
    start: int
    end: int


def put_again(runs: Sequence[Run]) -> list[Event]:
    """Where customers put a question again, at most once a run."""
    found: list[Event] = []
    before: list[tuple[int, Passage]] = []
    for at, run in enumerate(runs):
        if run.role != CUSTOMER:
            continue
        theirs = spoken(run.said, CUSTOMER)
        if before:
            reply = spoken(runs[at - 1].said, AGENT)
            found += [event for number, passage in theirs if (event := again(number, passage, before, reply))][:1]
        before += theirs
    return found


def again(
    number: int, passage: Passage, before: Sequence[tuple[int, Passage]], reply: Sequence[tuple[int, Passage]]
) -> Event | None:
    """The event of a question in a turn that says so, asked in a turn `before`, which the `reply` does not take up."""
    if not reply or not compiled(AGAIN[passage.lang]).search(passage.folded):
        return None
    theirs = list(questions(passage))
    asked = [one.about for _, earlier in before for one in questions(earlier)] if theirs else []
    for one in theirs if asked else ():
        shared = one.about & max(asked, key=lambda words: len(words & one.about))
        if shared and len(shared) >= SHARED * len(one.about) and passed_over(reply, shared):
            return Event(REPEATS, number, *passage.text.original(one.start, one.end))
    return None


def passed_over(reply: Sequence[tuple[int, Passage]], shared: frozenset[str]) -> bool:
    """Whether a reply says nothing of what a question is about, nor why."""
    for _, passage in reply:
        if compiled(LOOKS[passage.lang]).search(passage.folded):
            return False
        if not REQUESTS.isdisjoint(passage.names(THREADING)):
            return False
        if not shared.isdisjoint(about(passage.folded, passage)):
            return False
    return True


def questions(passage: Passage) -> Iterator[Question]:
    """The questions of a turn that are about something."""
    asks = compiled(ASKED[passage.lang])
    if not asks.search(passage.folded):
        return
    for piece in compiled(PIECE).finditer(passage.folded):
        if asks.search(piece[0]) and (words := about(piece[0], passage)):
            yield Question(words, piece.start() + len(piece[0]) - len(piece[0].lstrip()), piece.end())


def about(folded: str, passage: Passage) -> frozenset[str]:
    """The beginnings of the words that say what a folded text is about."""
    common = passage.matcher.symbols.language.function_words
    return frozenset(map(without_accents, beginnings(folded, common))) - SAYING

"""Questions that a reply left out, told by the customer's next words: they are put again, or the customer says so, or gives up.

Whether a single question was answered in other words cannot be told from the reply alone; who asked it knows. Of several
questions one may be answered and another left: each part of a sentence that asks is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.engine import Coach
from coach.expressions import compiled
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.asking import REQUESTS
from coach.review.threads.insisting_words import AGAIN, ASKED_BEFORE, ASKS_FOR, EITHER, LOOKS, PASSED_OVER, PUT_AGAIN, SAYS
from coach.review.threads.measures import kind_of, measure_given
from coach.review.threads.mood import PATIENCE_LOST, UPSET
from coach.review.threads.opening import only_opens, states
from coach.review.threads.questions import RAGE, Words, pieces, questions, words_of
from coach.review.threads.said import Found, Run, findings, first_judged, holds_any, spoken
from coach.rules.reply import Verdict
from coach.sources.tokens import WORD
from coach.texts import Passage

BARE = 4
"""So few words, those of a question among them and no others, put it again without a sign: "and the bus"."""

QUESTION = r"\b(?:questions?|frage|вопрос|soru\w*)\b"
"""What customers call what they asked; folded."""

JOINED = r"\W*(?:and|what about|und|was ist mit|а|ну а|peki|ya)\s"
"""How such words come back to what a reply has no word of, whatever else it says; folded."""


ACCEPTS = r"\W*(?:ok(?:ay)?|al(?:l )?right|fine|gut|na gut|ладно|хорошо|понятно|ясно|tamam|peki|anladım)\b"
"""Who begins so takes what was said for an answer, however unwelcome; folded."""


def insisted(runs: Sequence[Run], shown: Sequence[Event], coach: Coach) -> list[Found]:
    """The replies that left a question out by what the customer says next, each told at its first turn."""
    upset = {event.turn for event in shown if event.name == UPSET}
    leaving = {event.turn for event in shown if event.name == PATIENCE_LOST}
    found: list[Found] = []
    earlier: tuple[list[str], list[Passage]] = ([], [])
    for before, reply, after in zip(runs, runs[1:], runs[2:], strict=False):
        if before.role != CUSTOMER or reply.role != AGENT:
            continue
        theirs, answer, next_words = (
            [passage for _, passage in spoken(run.said, role)]
            for run, role in ((before, CUSTOMER), (reply, AGENT), (after, CUSTOMER))
        )
        if not theirs or not next_words or not answer or answer[0].lang != theirs[0].lang:
            continue
        asked = questions(theirs, theirs[0].lang)
        # Who only gave what was asked for, and asks then, waits for an answer to the question before.
        open_ones, heard = (asked, answer) if asked else (earlier[0], [*earlier[1], *answer])
        if not asked and not comes_to_question(next_words, theirs[0].lang):
            open_ones = []
        earlier = (asked, answer)
        accepts = compiled(ACCEPTS).match(next_words[0].folded) is not None
        angry = bool(asked) and (holds_any(after, leaving) or (holds_any(after, upset) and not accepts))
        if open_ones and left_out(Left(theirs[0], open_ones, heard), answer, next_words, angry=angry):
            first = first_judged(reply)
            found += [(first, one) for one in findings([Verdict("thread/question-unanswered")], answer[0], coach)]
    return found


def comes_to_question(next_words: Sequence[Passage], lang: str) -> bool:
    """Whether turns of a customer ask something, or speak of a question."""
    return any(compiled(QUESTION).search(one.folded) for one in next_words) or bool(questions(next_words, lang))


class Left(NamedTuple):
    """What may have been left: questions, folded, a turn of who asked them, and all that agents have said since."""

    theirs: Passage
    asked: Sequence[str]
    heard: Sequence[Passage]


def left_out(left: Left, answer: Sequence[Passage], next_words: Sequence[Passage], *, angry: bool) -> bool:
    """Whether the next words of a customer show that an answer left a question out.

    They say so, put it again, or are `angry` behind an answer that shares no word with it and does nothing. An answer that hands
    over, asks for what it needs, or looks for the answer leaves nothing out; nor does one that greets, says yes or no, or asks,
    unless the customer comes back to one question of several, or says so.
    """
    lang = left.theirs.lang
    # The signals of the answer are asked last: they cost most, and most customers say nothing of the kind.
    says_so = any(compiled(PASSED_OVER[lang]).search(passage.folded) for passage in next_words)
    back, unmet = says_so, False
    if not says_so:
        back, unmet = put_again(left, next_words)
    if not (back or (angry and unmet)) or goes_on(answer, lang):
        return False
    begun = any(states(passage) or not only_opens(passage) for passage in answer)
    return says_so or (begun and (back or not acts(answer)))


def put_again(left_open: Left, next_words: Sequence[Passage]) -> tuple[bool, bool]:
    """Whether the next words put a question again that an answer left; and whether the answer has nothing of any of them."""
    theirs, asked, answer = left_open
    lang = theirs.lang
    said = [passage.folded for passage in answer]
    about = words_of(said, theirs)
    owing = [one for one in asked if not measure_given(one, said, lang)]
    owed = [words_of([one], theirs) for one in owing]
    either = compiled(EITHER[lang])
    unmet = [words for one, words in zip(owing, owed, strict=True) if words.isdisjoint(about) and (words or either.search(one))]
    several = bool(unmet) and (len(owed) < len(asked) or any(words & about for words in owed))
    in_doubt = any(compiled(SAYS[lang]).search(one) for one in said) or any(one.has_questions for one in answer)
    kinds = {kind_of(one, lang) for one in owing} - {""}
    for piece in pieces(next_words) if owed else ():
        if compiled(RAGE).search(piece):
            continue
        words = words_of([piece], theirs)
        brief = len(compiled(WORD).findall(piece)) <= BARE
        # Nothing but words of a question that no reply has: not even a yes to something else answers that.
        named = bool(words) and any(words <= left - about for left in owed)
        if brief and named and compiled(JOINED).match(piece):
            return True, False
        again = compiled(AGAIN[lang]).search(piece) is not None
        if in_doubt and not (again and (several or compiled(ASKED_BEFORE[lang]).search(piece))):
            continue
        if again:
            back = any(words & left - about for left in owed) or (brief and bool(unmet) and bool(either.search(piece)))
        elif compiled(PUT_AGAIN[lang]).search(piece):
            back = kind_of(piece, lang) in kinds or any(comes_back(words, left, surely=several) for left in unmet)
            back = back or named
        else:
            back = brief and named
        if back:
            return True, False
    return False, bool(unmet) and not several and not in_doubt


def goes_on(answer: Sequence[Passage], lang: str) -> bool:
    """Whether a reply asks for what it needs, hands over, holds the line or looks for the answer."""
    if any(compiled(way[lang]).search(passage.folded) for way in (LOOKS, ASKS_FOR) for passage in answer):
        return True
    return any(not passage.names(THREADING).isdisjoint({*REQUESTS, "transfers", "asks-matter"}) for passage in answer)


def acts(answer: Sequence[Passage]) -> bool:
    """Whether a reply says what was done or will be."""
    return any(passage.has("done") or passage.has("next-step") for passage in answer)


def comes_back(words: Words, left: Words, *, surely: bool) -> bool:
    """Whether words of a customer come back to a question that was left: mostly its own words, or `surely` with one of them."""
    shared = words & left
    return bool(shared) and (surely or 2 * len(shared) > len(words))

"""Questions: what the customer asks and nobody answers, and what an agent asks for although it was given."""

from __future__ import annotations

from collections.abc import Sequence

from coach.engine import Coach
from coach.expressions import compiled
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER
from coach.review.threads.giving import KINDS, Given, asked
from coach.review.threads.measures import measure_given, measured
from coach.review.threads.questions import PREFIX, questions
from coach.review.threads.said import Found, Run, Said, findings, spoken
from coach.rules.reply import Verdict
from coach.sources.tokens import WORD
from coach.texts import BLOCK, Passage

PATIENCE = 3
"""A question is unanswered when so many replies in a row do not pick it up."""

SEVERAL = 2
"""Which of several questions was left out can be told; whether a single one was answered in other words cannot."""

QUESTION = r"[^?.!\n]{2,300}\?"
JOINS = r"[,;:()]|\s(?:and|und|sowie|oder|or|и|или|ve|veya)\s"
REQUESTS = frozenset({*KINDS, "asks-number"})


def asked_again(said: Sequence[Said], given: Sequence[Given], coach: Coach) -> list[Found]:
    """Requests of agents for what the customer gave in any earlier turn, at most one a turn."""
    if not given:
        return []
    found: list[Found] = []
    for number, passage in spoken(said, AGENT):
        known = {one.kind for one in given if one.turn < number}
        if not known:
            continue
        asking = (n for n, signs in enumerate(passage.signs(THREADING)) if not REQUESTS.isdisjoint(signs.names))
        sentence = next((one for one in asking if not known.isdisjoint(asked(passage, one))), None)
        if sentence is not None:
            verdict = Verdict("thread/asked-again", sentence)
            found += [(number, one) for one in findings([verdict], passage, coach)]
    return found


def unanswered(spoken_in: Sequence[Run], coach: Coach) -> list[Found]:
    """Questions of customers that the next replies never pick up, each told at the first turn of the reply.

    Asked only of a customer who puts several questions, of which one is picked up and one after a time or a sum is not.
    """
    found: list[Found] = []
    for at, run in enumerate(spoken_in):
        if run.role != CUSTOMER:
            continue
        theirs = [passage for _, passage in spoken(run.said, CUSTOMER)]
        if "?" not in "".join(passage.masked for passage in theirs):
            continue
        window = [one for later in spoken_in[at + 1 : at + 2 * PATIENCE] for one in spoken(later.said, AGENT)]
        if window and window[0][1].lang == theirs[0].lang and may_be_left_out(theirs, [passage for _, passage in window]):
            verdicts = left_out(theirs, [passage for _, passage in window])
            first, passage = window[0]
            found += [(first, one) for one in findings(verdicts, passage, coach)]
    return found


def may_be_left_out(theirs: Sequence[Passage], answers: Sequence[Passage]) -> bool:
    """Whether of several questions one is picked up and one after a measure is not: the cheap question before the analysis.

    Only of such a question can it be told that nothing answers it in other words. Words are compared by their beginnings, where
    the analysis goes by their lemmas.
    """
    lang = theirs[0].lang
    asked = questions(theirs, lang)
    if len(asked) < SEVERAL or not any(measured(question, lang) for question in asked):
        return False
    common = theirs[0].matcher.symbols.language.function_words
    replies = [passage.folded for passage in answers]
    said = frozenset[str]().union(*(beginnings(reply, common) for reply in replies))
    left = [question for question in asked if said.isdisjoint(beginnings(question, common))]
    owed = (measured(question, lang) and not measure_given(question, replies, lang) for question in left)
    return len(left) < len(asked) and any(owed)


def beginnings(folded: str, common: frozenset[str]) -> frozenset[str]:
    """The beginnings of the words of a text that say what it is about."""
    return frozenset(word[:PREFIX] for word in compiled(WORD).findall(folded) if len(word) >= PREFIX and word not in common)


def left_out(theirs: Sequence[Passage], answers: Sequence[Passage]) -> list[Verdict]:
    """The verdict on a question that none of the answers picks up."""
    from coach.analysis.threads import question_unanswered

    # Whole sentences only: of the parts of one, an answer to the first often answers the others.
    questions = (
        compiled(JOINS).sub(" ", question) for passage in theirs for question in compiled(QUESTION).findall(passage.masked)
    )
    customer = "\n".join(questions)[:BLOCK]
    reply = "\n".join(passage.masked for passage in answers)[:BLOCK]
    acts = any(passage.has("done") or passage.has("solution") for passage in answers)
    return question_unanswered(customer, reply, theirs[0].lang, acts=acts)

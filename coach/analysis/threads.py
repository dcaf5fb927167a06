"""Which questions of the customer the reply picks up, told by the lemmas of their words."""

from __future__ import annotations

from coach.analysis import key_lemmas, questions
from coach.expressions import compiled
from coach.rules.reply import Verdict

PARTS = r"(?i)[,;:\n]\s*|\s(?:and|und|sowie|oder|or|и|или|а также|ve|veya|ya da|bir de)\s"
"""Where one question ends and the next begins within a sentence."""

RAGE = r"\?\s*[!?]|!\s*\?"

STEM = 4
"""Lemmas that share so many first letters are one word in another form or part of speech (deliver, delivery)."""

ANSWERS = frozenset({"answer", "solution", "done"})


def question_unanswered(customer: str, reply: str, lang: str, said: frozenset[str]) -> list[Verdict]:
    """The verdict on a question that nothing in the reply picks up; none when all are, or when it cannot be told.

    It cannot be told where no question is picked up word for word: the reply may answer in other words, or by doing what is asked
    for. So one left out beside others is a finding, and a single one where the reply has no answer of any kind (`said` are its
    signals). A question in a rage (?!, ??) asks nothing. Raises as `coach.analysis.analyse` does.
    """
    asked = [
        lemmas
        for sentence in questions(customer, lang)
        if not compiled(RAGE).search(sentence.text)
        for part in compiled(PARTS).split(sentence.text)
        if (lemmas := nouns(part, lang))
    ]
    if not asked:
        return []
    answered = {lemma[:STEM] for lemma in key_lemmas(reply, lang)}
    left = [lemmas for lemmas in asked if not any(lemma[:STEM] in answered for lemma in lemmas)]
    beside_others = len(left) < len(asked)
    if left and (beside_others or said.isdisjoint(ANSWERS)):
        return [Verdict("thread/question-unanswered")]
    return []


def nouns(part: str, lang: str) -> frozenset[str]:
    """The lemmas of a part of a question that say what it is about."""
    return frozenset(lemma for lemma in key_lemmas(part, lang) if len(lemma) >= STEM and lemma.isalpha())

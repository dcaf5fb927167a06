"""Which questions of the customer the reply picks up, told by the lemmas of their words."""

from __future__ import annotations

from coach.analysis import key_lemmas, questions
from coach.expressions import compiled
from coach.rules.reply import Verdict

PARTS = r"(?i)[,;:()\n]\s*|\s(?:and|und|sowie|oder|or|и|или|а также|ve|veya|ya da|bir de)\s"
"""Where one question ends and the next begins within a sentence."""

ASKS = {
    "en": (
        r"(?i)^\W*(?:(?:and|but|so|also|or)\s)?(?:is|are|was|were|do|does|did|can|could|may|might|will|would|shall|should|have|has"
        r"|how|what|when|where|which|who|whom|whose|why)\b"
    ),
    "de": (
        r"(?i)^\W*(?:(?:und|aber|oder|auch)\s)?(?:ist|sind|war|hat|haben|habt|hätte\w*|kann\w*|könn\w*|darf\w*|dürf\w*|wird"
        r"|werd\w*|gibt|muss|müss\w*|soll\w*|wie|was|wann|wo|wohin|woher|wofür|welche\w*|wer|wem|wen|warum|wieso|weshalb|ob"
        r"|\w+(?:t|n|st|e) (?:sie|du|ihr|es|er|das|die|der|man|ich|wir))\b"
    ),
    "ru": r"(?i)\b(?:ли|как|какой|какая|какое|какие|каких|когда|где|куда|откуда|сколько|можно|почему|зачем|кто|кому|чем|что)\b",
    "tr": r"(?i)\bm[ıiuü](?:y\w*|s\w*|d\w*)?\b|\b(?:ne|nasıl|nerede|nereye|nereden|kaç|hangi|kim|neden|niye|niçin)\b",
}
"""What makes a part of a sentence a question of its own."""

REQUESTS = {
    "en": r"(?i)\b(?:can|could|will|would) (?:you|u)\b",
    "de": r"(?i)\b(?:kannst|könn\w*|würd\w*) (?:sie|du|ihr)\b",
    "ru": r"(?i)\b(?:можете|можешь|могли бы)\b",
    "tr": r"(?i)\w[ae]bilir m[iı]s\w*",
}
"""What asks for a deed; the reply may answer it by doing it, in words of its own."""

MEASURES = {
    "en": (
        (r"(?i)\bhow (?:much|many|often)\b", r"\d"),
        (r"(?i)\bhow long\b", r"(?i)\b(?:until|till|by|since|overnight|today|tomorrow|(?:day|week|month|year|hour|minute)s?)\b"),
    ),
    "de": (
        (r"(?i)\bwie (?:viel\w*|oft|teuer)\b", r"\d"),
        (r"(?i)\bwie lang\w*", r"(?i)\b(?:bis|seit|heute|morgen|uhr|(?:tag|woche|monat|jahr|stunde|minute)\w*)\b"),
    ),
    "ru": (
        (r"(?i)\b(?:сколько|как часто)\b", r"\d"),
        (r"(?i)\bкак долго\b", r"(?i)\b(?:до|сегодня|завтра|лет|день|(?:дн|недел|месяц|год|час|минут)\w*)\b"),
    ),
    "tr": (
        (r"(?i)\b(?:kaç|ne kadar\w*)\b", r"\d"),
        (r"(?i)\bne zamana kadar\b", r"(?i)\b(?:kadar|bugün|yarın|(?:gün|hafta|ay|yıl|saat|dakika)\w*)\b"),
    ),
}
"""Questions after a measure, and what a reply that answers them has: a number, or words of time."""

RHETORICAL = {
    "en": r"(?i)\b(?:even|enjoy|seriously|kidding|joking|joke|actually read|people|do you (?:really )?think)\b",
    "de": r"(?i)\b(?:überhaupt|ernst\w*|witz|scherz|veräppel\w*|verarsch\w*)\b",
    "ru": r"(?i)\b(?:вообще|издева\w+|шут\w+|совест\w+|смеётесь|смеетесь)\b",
    "tr": r"(?i)\b(?:dalga|şaka|alay|utan\w*|hiç mi|(?:okuyan|gören|bakan) var mı)\b",
}
"""Words of a reproach that only looks like a question."""

RAGE = r"\?\s*[!?]|!\s*\?"
STEM = 4
"""Lemmas that share so many first letters are one word in another form or part of speech (deliver, delivery)."""

SHORTEST = 3
CONTENT = 2
"""A question of so many words of content can be told to be left out; with one it may be answered in another word."""


def question_unanswered(customer: str, reply: str, lang: str, *, acts: bool) -> list[Verdict]:
    """The verdict on a question left out where others are picked up; a request may be met in a reply that `acts`.

    Where none is picked up word for word nothing can be told: the reply may answer in other words, or by doing what is asked for.
    A reproach (?!, "do you even ...") asks nothing. Raises as `coach.analysis.analyse` does.
    """
    asked = [
        part
        for sentence in questions(customer, lang)
        if not compiled(RAGE).search(sentence.text) and not compiled(RHETORICAL[lang]).search(sentence.text)
        for part in compiled(PARTS).split(sentence.text)
        if compiled(ASKS[lang]).search(part)
    ]
    answered = key_lemmas(reply, lang) if len(asked) > 1 else frozenset()
    told = {part: lemmas for part in asked if (lemmas := content(part, lang))}
    left = [part for part, lemmas in told.items() if not any(picked_up(lemma, answered) for lemma in lemmas)]
    owed = [part for part in left if owes(part, len(told[part]), reply, lang) and not (acts and asks_a_deed(part, lang))]
    if owed and len(left) < len(told):
        return [Verdict("thread/question-unanswered")]
    return []


def owes(part: str, words: int, reply: str, lang: str) -> bool:
    """Whether a question none of whose `words` is picked up can be told to be left out: by its measure, or by enough words."""
    for asked, answer in MEASURES[lang]:
        if compiled(asked).search(part):
            return compiled(answer).search(reply) is None
    return words >= CONTENT


def asks_a_deed(part: str, lang: str) -> bool:
    """Whether a question is a request."""
    return compiled(REQUESTS[lang]).search(part) is not None


def picked_up(lemma: str, answered: frozenset[str]) -> bool:
    """Whether the reply has a word of the same beginning."""
    return any(lemma.startswith(other[:STEM]) or other.startswith(lemma[:STEM]) for other in answered if len(other) >= SHORTEST)


def content(part: str, lang: str) -> frozenset[str]:
    """The lemmas of a part of a question that say what it is about."""
    return frozenset(lemma for lemma in key_lemmas(part, lang) if len(lemma) >= SHORTEST and lemma.isalpha())

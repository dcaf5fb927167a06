"""Replies that only open: they greet, hold the line ("one moment please") or thank, and nothing has begun."""

from __future__ import annotations

from coach.expressions import compiled
from coach.texts import Passage

NAME, PLEASANTRY = 2, 4
"""A sentence of up to so many words is a name or "okay"; one of up to so many may be a greeting, but says something, too."""

GREETING = (
    r"\b(?:h[ie]+y?|hello|dear|good|yes|ok|okay|bye|hallo|guten|liebe\w*|grüß\w*|moin|servus|herr|frau|привет\w*|здравствуй\w*"
    r"|добр\w+|уважаем\w+|merhaba\w*|selam\w*|günaydın|iyi|sayın|hanım|bey|efendim)\b"
)
"""What makes a short sentence a greeting; folded."""

HOLDS = {
    "en": (
        r"\b(?:welcome|thank\w*|moment|minutes?|seconds?|bear with|hold on|let me|let'?s see|i(?:'ll| will|'m| am) "
        r"(?:just )?(?:check\w*|look\w*)|you are through|hope (?:you|all|this)|nice to meet|happy to help"
        r"|to help you|assist you|here to help|my name)\b"
    ),
    "de": (
        r"\b(?:willkommen|hoffe|dank\w*|moment\w*|minuten?|sekunden?|augenblick\w*|schaue?|sehe|(?:über)?prüfen?|gedulden?"
        r"|ansehen|anschauen|nachsehen|blick|(?:weiter)?helfen (?:kann|zu können)"
        r"|(?:gern\w*|da) (?:weiter)?helfe\w*|helfe ich|weiter|behilflich|mein name)\b"
    ),
    "ru": (
        r"\b(?:спасибо|надеюсь|благодар\w*|минут\w*|секунд\w*|момент\w*|сейчас (?:по)?смотрю"
        r"|посмотрю|уточню|проверю|проверяю|подождите|ожидайте|помогу|рад\w* помочь|меня зовут)\b"
    ),
    "tr": (
        r"\b(?:hoş geldiniz|umarım|teşekkür\w*|(?:bir|bi|birkaç|iki|\d+) (?:dakika\w*|saniye)|bekle\w*"
        r"|bakıyorum|bakayım|kontrol (?:ediyorum|edeyim|edeceğim)|inceliyorum|yardımcı|adım|ben \w+)\b"
    ),
}
"""What a sentence has that only opens a reply or holds the line ("one moment please"); folded."""


def only_opens(reply: Passage) -> bool:
    """Whether a reply only greets or holds the line: neither a solution nor a question has begun."""
    begun = {number for name in ("solution", "answer", "done") for number in reply.where(name)}
    holds = compiled(HOLDS[reply.lang])
    return all(
        not reply.asks(number)
        and (
            (reply.length(number) <= PLEASANTRY and number not in begun and greets(reply, number))
            or holds.search(reply.folded, *reply.sentence_span(number)) is not None
        )
        for number in range(reply.sentences)
    )


def greets(reply: Passage, number: int) -> bool:
    """Whether a short sentence may be a greeting or a name."""
    words = reply.folded[slice(*reply.sentence_span(number))]
    return reply.length(number) <= NAME or compiled(GREETING).search(words) is not None


def states(reply: Passage) -> bool:
    """Whether a reply has a sentence of two words that states something: no greeting, and no name."""
    return any(
        reply.length(number) == NAME
        and not reply.asks(number)
        and compiled(r"\s[^\W\dA-ZÄÖÜÇĞİŞА-ЯЁ]\w*\W*\Z").search(reply.masked[slice(*reply.sentence_span(number))]) is not None
        and not greeting_or_hold(reply, number)
        for number in range(reply.sentences)
    )


def greeting_or_hold(reply: Passage, number: int) -> bool:
    """Whether a sentence has a word of a greeting, or holds the line."""
    span = reply.sentence_span(number)
    return any(compiled(way).search(reply.folded, *span) is not None for way in (GREETING, HOLDS[reply.lang]))
